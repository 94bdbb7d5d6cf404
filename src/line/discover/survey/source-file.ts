import type { Route } from '../../../record/source.ts';
import type { RouteReport } from './comparison.ts';
import type { Home } from './home.ts';

/** What a source file is written from. */
export interface Surveyed {
  readonly home: Home;
  /** The routes chosen, and how all that were tried did. */
  readonly routes: readonly Route[];
  readonly reports: readonly RouteReport[];
  /** ISO day of the survey. */
  readonly day: string;
}

/** The text of a source file, with what is not known said in comments instead of guessed. */
export function writeSourceFile({ home, routes, reports, day }: Surveyed): string {
  const { name, place, language, generator, hasAmp } = home;
  const lines = [
    `# Found by a survey of ${oneLine(home.url)} on ${day}.`,
    ...(generator ? [`# The site is made with ${oneLine(generator)}.`] : []),
    ...(hasAmp
      ? ['# Pages have an AMP twin, which is tried where the page itself gives no text.']
      : []),
    `name: ${quoted(name ?? new URL(home.url).hostname)}`,
    `homepage: ${quoted(home.url)}`,
    ...(place
      ? [`country: ${place.country}`, `timeZone: ${place.timeZone} # told by ${place.from}`]
      : ['# country: and timeZone: are not known; without a zone times are read as UTC.']),
    ...(language && language !== 'ar' ? [`language: ${quoted(language)}`] : []),
    'discover:',
    ...routes.flatMap((route) => [...remarks(route, reports), `  - ${routeLine(route)}`]),
    ...(routes.length === 0
      ? ['  # No route was found: name a feed, newsSitemap or section.']
      : []),
    'visit: { every: auto }',
    'revisit: [1h, 6h, 24h]',
  ];
  return `${lines.join('\n')}\n`;
}

function remarks(route: Route, reports: readonly RouteReport[]): string[] {
  const report = reports.find((candidate) => candidate.route === route);
  if (!report) return [];
  const share = Math.round(report.completeness * 100);
  const age =
    report.newestAgeMin === undefined ? 'no dates' : `newest ${report.newestAgeMin} min old`;
  const text = report.hasFullText ? ', full text' : '';
  return [`  # ${report.links} links, ${share} % of the last two days, ${age}${text}`];
}

function routeLine(route: Route): string {
  const [kind = '', url = ''] = Object.entries(route)[0] ?? [];
  return `${kind}: ${quoted(String(url))}`;
}

/** A JSON string is a YAML string (YAML 1.2, 1.3), whatever a site puts into its name. */
const quoted = (text: string): string => JSON.stringify(oneLine(text));

const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 2048);
