import { LONGEST_URL } from '../resolve-url.ts';
import { kindOf, type Route, urlOf } from '../routes/index.ts';
import type { RouteReport } from './comparison.ts';
import type { Home } from './home.ts';
import type { ChosenPlace } from './place-choice.ts';

/** What a source file is written from. */
export interface Surveyed {
  readonly home: Pick<Home, 'url' | 'name' | 'generator'>;
  /** Of its articles, BCP 47. */
  readonly language?: string | undefined;
  readonly place?: ChosenPlace;
  /** The routes chosen, and how all that were tried did. */
  readonly routes: readonly Route[];
  readonly reports: readonly RouteReport[];
  /** ISO day of the survey. */
  readonly day: string;
  /** Where the file comes from, where that is no survey. */
  readonly origin?: string;
  /** The family that knew every article read. */
  readonly crawler?: string;
  readonly tags?: readonly string[];
  /** What else was found, and what was not: a comment each. */
  readonly notes?: readonly string[];
}

/** The text of a source file, with what is not known said in comments instead of guessed. */
export function writeSourceFile(surveyed: Surveyed): string {
  const { home, routes, reports, crawler, language, place = {}, tags = [] } = surveyed;
  const { name } = home;
  const lines = [
    '# yaml-language-server: $schema=../schema/source.v1.json',
    ...commentsOf(surveyed),
    `name: ${quoted(oneLine(name ?? '') || new URL(home.url).hostname, LONGEST_NAME)}`,
    `homepage: ${quoted(home.url)}`,
    ...placeLines(place),
    ...(language && language !== 'ar' ? [`language: ${quoted(language, LONGEST_LANGUAGE)}`] : []),
    ...(crawler ? [`crawler: ${crawler}`] : []),
    'discover:',
    ...routes.flatMap((route) => [...remarks(route, reports), `  - ${routeLine(route)}`]),
    ...(routes.length === 0
      ? ['  # No route was found: name a feed, newsSitemap or section.']
      : []),
    'visit: { every: auto }',
    'revisit: [1h, 6h, 24h]',
    ...(tags.length > 0
      ? [`tags: [${tags.map((tag) => quoted(tag, LONGEST_TAG)).join(', ')}]`]
      : []),
    'enabled: true',
  ];
  return `${lines.join('\n')}\n`;
}

/** What is not known of the place stays out, and a comment says that it is to be filled in. */
function placeLines({ country, timeZone, from, among = [] }: ChosenPlace): string[] {
  const told = from ? ` # told by ${oneLine(from)}` : '';
  const hint = among.length > 0 ? `; ${oneLine(from ?? '')}, so one of ${among.join(', ')}` : '';
  return [
    country ? `country: ${country}` : '# country: to be filled in: the site does not tell it.',
    timeZone
      ? `timeZone: ${timeZone}${told}`
      : `# timeZone: to be filled in; until then times are read as UTC${hint}.`,
  ];
}

/** As long as a source's file may have them, in UTF-16 units. */
const LONGEST_NAME = 200;
const LONGEST_LANGUAGE = 20;
const LONGEST_TAG = 60;

function commentsOf({ home, day, origin, notes = [] }: Surveyed): string[] {
  const system = home.generator ? [`The site is made with ${home.generator}.`] : [];
  const from = origin ?? `Found by a survey of ${home.url} on ${day}.`;
  return [from, ...system, ...notes].map((note) => `# ${oneLine(note)}`);
}

function remarks(route: Route, reports: readonly RouteReport[]): string[] {
  const report = reports.find((candidate) => candidate.route === route);
  if (!report) return [];
  const share =
    report.completeness === 0
      ? 'none of the last two days'
      : `${Math.round(report.completeness * 100)} % of the last two days`;
  const text = report.hasFullText ? ', full text' : '';
  return [`  # ${report.links} links, ${share}, ${ageOf(report)}${text}`];
}

const DAY_MIN = 1440;

function ageOf({ newestAgeMin }: RouteReport): string {
  if (newestAgeMin === undefined) return 'no dates';
  // What is compared is two days old at most; beyond, minutes say nothing.
  const isFresh = newestAgeMin <= 2 * DAY_MIN;
  return `newest ${isFresh ? `${newestAgeMin} min` : `${Math.round(newestAgeMin / DAY_MIN)} days`} old`;
}

function routeLine(route: Route): string {
  return `${kindOf(route)}: ${quoted(urlOf(route))}`;
}

/** A JSON string is a YAML string (YAML 1.2, 1.3), whatever a site puts into its name. */
const quoted = (text: string, most = LONGEST_URL): string =>
  JSON.stringify(oneLine(text).slice(0, most));

/** What ends a line in YAML (1.2, 5.4) or is no character of it becomes a blank. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_URL);
