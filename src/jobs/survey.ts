import { kindOf, type Route, routes as routeKinds, urlOf } from '../line/discover/routes/index.ts';
import {
  type Candidate,
  type ChosenPlace,
  candidatesOf,
  choosePlace,
  chooseRoutes,
  compareRoutes,
  type Home,
  placeNamed,
} from '../line/discover/survey.ts';
import { mostFrequent } from '../record/frequency.ts';
import type { Link } from '../record/link.ts';
import type { Source } from '../source.ts';
import type { ReadPageDependencies, RouteDependencies } from './dependencies.ts';
import { distinctLinks, identityOf } from './link-identity.ts';
import { type AskedHome, askHome } from './survey/home.ts';
import { chooseSample, readSample, type Sample } from './survey/sample-pages.ts';
import { type RouteTrial, tryRoute } from './survey/trial.ts';

/** What a survey works with. */
export interface SurveyWork {
  /** A source made up for the site: its id names its places in the host queues. */
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
  /** Where the newsroom sits, as far as the site tells. */
  readonly place: ChosenPlace;
  /** The language of most articles; of the home page where none was read. */
  readonly language?: string;
}

/** Articles read of each route: enough to see whether its links lead to articles. */
const MOST_SAMPLES = 5;

/** Articles read in all, so that a survey at the usual pause of 5 s takes about two minutes. */
const MOST_PAGES = 12;

/**
 * Surveys a site: asks for its home page, tries the routes that it names and the usual ones, reads a
 * few articles of each and chooses.
 * @throws what asking for the home page throws; StateError where Redis is away
 */
export async function survey(url: string, work: SurveyWork): Promise<Survey> {
  const { page, home } = await askHome(url, work);
  const sitemaps = await work.sitemapsOf(new URL(page.url).origin);
  const timeZone = home.place?.timeZone ?? work.source.timeZone;
  const inZone = { ...work, source: { ...work.source, homepage: page.url, timeZone } };
  const named = await tryCandidates(candidatesOf(home, sitemaps), [], inZone);
  const isReserved = page.optOut?.binding ?? false;
  const first = isReserved ? [] : await readSamples(named, inZone);
  const trials = await tryCandidates(laterCandidates(named, first), named, inZone);
  const samples = isReserved ? [] : await readSamples(trials, inZone, first);
  const about = joined(home, samples);
  const useful = trials.filter((trial) => {
    const own = samplesOf(trial, samples);
    return !isFruitless(own) && !isForeign(own, about.language);
  });
  const tried = dateLinks(useful, samples);
  const comparison = { now: work.deps.now(), identityOf };
  return {
    ...{ page, home, trials, samples, ...about },
    reports: compareRoutes(tried, comparison),
    routes: chooseRoutes(tried, comparison),
  };
}

/** Kinds of route that were not found, where articles name what the home page does not. */
function laterCandidates(
  trials: readonly RouteTrial[],
  samples: readonly Sample[],
): readonly Candidate[] {
  const tried = new Set(trials.map(({ route }) => urlOf(route)));
  const found = new Set(
    trials.filter(({ links }) => links.length > 0).map(({ route }) => kindOf(route)),
  );
  const named = samples.flatMap(({ site }) => (site ? candidatesOf(site, []) : []));
  const distinct = new Map(named.map((candidate) => [urlOf(candidate.route), candidate]));
  return [...distinct.values()].filter(({ route }) => {
    const kind = kindOf(route);
    const isOpen = routeKinds[kind].survey.isNamedByArticles && !found.has(kind);
    return isOpen && !tried.has(urlOf(route));
  });
}

/** Where the newsroom sits and in what it writes, by its home page, its articles and their clocks. */
function joined(home: Home, samples: readonly Sample[]): Pick<Survey, 'place' | 'language'> {
  const sites = samples.flatMap(({ site }) => site ?? []);
  const offsets = samples.flatMap((sample) => sample.offsets ?? []);
  const texts = samples.flatMap(({ draft }) =>
    draft ? [`${draft.headline} ${draft.articleBody}`] : [],
  );
  const places = [home.place, ...sites.map((site) => site.place)];
  const language = mostFrequent(samples.flatMap(({ draft }) => draft?.inLanguage ?? []));
  const known = language ?? home.language;
  return {
    place: choosePlace(places, offsets, placeNamed(texts)),
    ...(known ? { language: known } : {}),
  };
}

/** Tries what is named, up to a few of each kind; of what is guessed, up to the first that works. */
async function tryCandidates(
  candidates: readonly Candidate[],
  before: readonly RouteTrial[],
  work: SurveyWork,
): Promise<RouteTrial[]> {
  const trials = [...before];
  for (const candidate of candidates) {
    const isTried = trials.some(({ route }) => urlOf(route) === urlOf(candidate.route));
    if (isTried || isEnough(candidate, trials)) continue;
    const trial = await tryRoute(candidate.route, work);
    trials.push(candidate.isNamed ? trial : { ...trial, isGuess: true });
  }
  return trials;
}

function isEnough({ route, isNamed }: Candidate, trials: readonly RouteTrial[]): boolean {
  const kind = kindOf(route);
  const same = trials.filter((trial) => kindOf(trial.route) === kind);
  if (!isNamed) return same.some(({ links }) => routeKinds[kind].survey.isFound(links));
  const works = trials.some((trial) => kindOf(trial.route) !== kind && trial.links.length > 0);
  const { alone, beside } = routeKinds[kind].survey.most;
  // Usual places that are not there say nothing of what a page names.
  const tried = same.filter((trial) => !trial.isGuess || trial.links.length > 0);
  return tried.length >= (works ? beside : alone);
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
  const known = new Set(read.map(({ url }) => identityOf(url)));
  const fresh = distinctLinks(turns.flat()).filter(({ url }) => !known.has(identityOf(url)));
  const samples = [...read];
  for (const link of fresh) {
    if (samples.length >= MOST_PAGES) break;
    samples.push(await readSample(link, work));
  }
  return samples;
}

/** Pages read of a route before it is given up for having no article. */
const TELLING_SAMPLES = 2;

/** The articles read that a route names. */
function samplesOf({ links }: RouteTrial, samples: readonly Sample[]): readonly Sample[] {
  const urls = new Set(links.map(({ url }) => identityOf(url)));
  return samples.filter(({ url }) => urls.has(identityOf(url)));
}

/** Whether a route's links were read and none was an article: a sitemap of tags, a menu. */
function isFruitless(own: readonly Sample[]): boolean {
  const read = own.filter(({ error }) => !error);
  return read.length >= TELLING_SAMPLES && read.every(({ draft }) => !draft);
}

/** Whether all articles read of a route are in another language than most of the site's. */
function isForeign(own: readonly Sample[], language: string | undefined): boolean {
  const languages = own.flatMap(({ draft }) => draft?.inLanguage ?? []);
  return languages.length > 0 && languages.every((one) => one !== language);
}

/** Gives links that their route does not date the date that their page stated. */
function dateLinks(trials: readonly RouteTrial[], samples: readonly Sample[]): RouteTrial[] {
  const dates = new Map(samples.map(({ url, draft }) => [identityOf(url), draft?.datePublished]));
  const dated = (link: Link): Link => {
    const published = link.published ?? dates.get(identityOf(link.url));
    return published === undefined ? link : { ...link, published };
  };
  return trials.map((trial) => ({ ...trial, links: trial.links.map(dated) }));
}
