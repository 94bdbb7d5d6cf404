import { type Candidate, routes as routeKinds } from '../line/discover/routes/index.ts';
import { candidatesOf, chooseRoutes, compareRoutes, type Home } from '../line/discover/survey.ts';
import type { Link } from '../record/link.ts';
import { kindOf, type Route, urlOf } from '../record/route.ts';
import type { Source } from '../record/source.ts';
import type { ReadPageDependencies, RouteDependencies } from './dependencies.ts';
import { type AskedHome, askHome } from './survey/home.ts';
import { chooseSample, readSample, type Sample } from './survey/sample.ts';
import { type RouteTrial, tryRoute } from './survey/trial.ts';

/** What a survey works with. */
export interface SurveyWork {
  /** A source made up for the site: its id names the places in the hosts' lines. */
  readonly source: Source;
  readonly deps: RouteDependencies & ReadPageDependencies;
  /** The sitemaps that an origin's robots.txt names, once something of it was asked for. */
  readonly sitemapsOf: (origin: string) => Promise<readonly string[]>;
}

/** What was found of a site. */
export interface Survey extends AskedHome {
  readonly trials: readonly RouteTrial[];
  readonly samples: readonly Sample[];
  /** The fewest routes that hold nearly all articles. */
  readonly routes: readonly Route[];
  readonly reports: ReturnType<typeof compareRoutes>;
}

/** Articles read of each route: enough to see whether its links lead to articles. */
const MOST_SAMPLES = 5;

/** Articles read in all, so that a survey at the usual pause of 5 s takes about two minutes. */
const MOST_PAGES = 12;

/**
 * Surveys a site: asks for its home page, tries the routes it names or usually would have, reads a
 * few articles of each and chooses.
 * @throws what asking for the home page throws; StateError where Redis is away
 */
export async function survey(url: string, work: SurveyWork): Promise<Survey> {
  const { page, home } = await askHome(url, work);
  const sitemaps = await work.sitemapsOf(new URL(page.url).origin);
  const timeZone = home.place?.timeZone ?? work.source.timeZone;
  const inZone = { ...work, source: { ...work.source, homepage: page.url, timeZone } };
  const named = await tryCandidates(candidatesOf(home, sitemaps), inZone);
  const isReserved = page.optOut?.binding ?? false;
  const first = isReserved ? [] : await readSamples(named, inZone);
  const later = await tryLater(named, first, inZone);
  const trials = [...named, ...later];
  const samples = isReserved ? [] : await readSamples(trials, inZone, first);
  const useful = trials.filter(({ route }) => !isFruitless(route, trials, samples));
  const tried = dateLinks(useful, samples);
  const now = work.deps.now();
  const reports = compareRoutes(tried, now);
  const routes = chooseRoutes(tried, now);
  return { page, home: withWord(home, samples), trials, samples, routes, reports };
}

/** Feeds that only articles name: tried where nothing but sections was found. */
async function tryLater(
  trials: readonly RouteTrial[],
  samples: readonly Sample[],
  work: SurveyWork,
): Promise<RouteTrial[]> {
  if (trials.some(({ route, links }) => kindOf(route) !== 'section' && links.length > 0)) return [];
  const tried = new Set(trials.map(({ route }) => urlOf(route)));
  const feeds = samples.flatMap(({ site }) => site?.feeds ?? []).map(({ url }) => url);
  const fresh = [...new Set(feeds)].filter((url) => !tried.has(url));
  return tryCandidates(
    fresh.map((feed) => ({ route: { feed }, isNamed: true })),
    work,
  );
}

/** What a home page leaves out, articles may say: in which country, in which language. */
function withWord(home: Home, samples: readonly Sample[]): Home {
  const sites = samples.flatMap(({ site }) => site ?? []);
  const place = home.place ?? agreed(sites.map((site) => site.place));
  const language = home.language ?? agreed(sites.map((site) => site.language));
  return { ...home, ...(place ? { place } : {}), ...(language ? { language } : {}) };
}

/** What all articles say; absent where one differs or says nothing. */
function agreed<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first, ...others] = values;
  const text = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === text) ? first : undefined;
}

/** Tries what is named, up to a few of each kind; of what is guessed, up to the first that works. */
async function tryCandidates(
  candidates: readonly Candidate[],
  work: SurveyWork,
): Promise<RouteTrial[]> {
  const trials: RouteTrial[] = [];
  for (const candidate of candidates) {
    if (isEnough(candidate, trials)) continue;
    trials.push(await tryRoute(candidate.route, work));
  }
  return trials;
}

function isEnough({ route, isNamed }: Candidate, trials: readonly RouteTrial[]): boolean {
  const kind = kindOf(route);
  const same = trials.filter((trial) => kindOf(trial.route) === kind);
  if (!isNamed) return same.some(({ links }) => links.length > 0);
  const works = trials.some((trial) => kindOf(trial.route) !== kind && trial.links.length > 0);
  const { alone, beside } = routeKinds[kind].survey.most;
  return same.length >= (works ? beside : alone);
}

/** Reads articles of the routes in turns; a page that two routes share is asked for once. */
async function readSamples(
  trials: readonly RouteTrial[],
  work: SurveyWork,
  read: readonly Sample[] = [],
): Promise<Sample[]> {
  const chosen = trials.map(({ links }) => chooseSample(links, MOST_SAMPLES));
  const turns = Array.from({ length: MOST_SAMPLES }, (_, turn) =>
    chosen.flatMap((links) => links[turn] ?? []),
  );
  const distinct = new Map(turns.flat().map((link) => [link.url, link]));
  for (const { url } of read) distinct.delete(url);
  const samples = [...read];
  for (const link of distinct.values()) {
    if (samples.length >= MOST_PAGES) break;
    samples.push(await readSample(link, work));
  }
  return samples;
}

/** Pages read of a route before it is given up for having no article. */
const TELLING_SAMPLES = 2;

/** Whether a route's links were read and none was an article: a sitemap of tags, a menu. */
function isFruitless(
  route: Route,
  trials: readonly RouteTrial[],
  samples: readonly Sample[],
): boolean {
  const links = trials.find((trial) => trial.route === route)?.links ?? [];
  const urls = new Set(links.map(({ url }) => url));
  const read = samples.filter(({ url, error }) => urls.has(url) && !error);
  return read.length >= TELLING_SAMPLES && read.every(({ draft }) => !draft);
}

/** Gives links that their route does not date the date that their page stated. */
function dateLinks(trials: readonly RouteTrial[], samples: readonly Sample[]): RouteTrial[] {
  const dates = new Map(samples.map(({ url, draft }) => [url, draft?.datePublished]));
  const dated = (link: Link): Link => {
    const published = link.published ?? dates.get(link.url);
    return published === undefined ? link : { ...link, published };
  };
  return trials.map((trial) => ({ ...trial, links: trial.links.map(dated) }));
}
