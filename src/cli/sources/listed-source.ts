import { type Route, urlOf } from '../../line/discover/routes/index.ts';
import { findPlace, writeSourceFile } from '../../line/discover/survey.ts';

/** A source as a list of sources names it. */
export interface ListedSource {
  readonly routes: readonly Route[];
  readonly homepage?: string | undefined;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly country?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly language?: string | undefined;
  readonly tags: readonly string[];
}

/** What a list of sources holds. */
export interface SourceList {
  readonly sources: readonly ListedSource[];
  /** What could not be taken, and why. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  /** Those of them that are mistakes of the list, not of its kind. */
  readonly mistakes: number;
}

/** Its home page; where none is stated, the root of its first route's host. */
export function homeOf({ homepage, routes }: ListedSource): string {
  return homepage ?? new URL('/', routes.map(urlOf)[0]).href;
}

/** The text of its source file; a place that the list does not state is told by the address. */
export function textOfListed(source: ListedSource, from: string): string {
  const { name, country, timeZone, language, routes, tags } = source;
  const url = homeOf(source);
  const told = findPlace(url, { locales: [{ text: language, from: 'language' }] });
  const stated = { ...(country ? { country } : {}), ...(timeZone ? { timeZone } : {}) };
  // Where the list states one of them, the address may tell another country's.
  const isOther = country !== undefined && told?.country !== country;
  const place = { ...(isOther || timeZone ? {} : told), ...stated };
  return writeSourceFile({
    home: { url, ...(name ? { name } : {}) },
    place,
    language,
    routes,
    reports: [],
    day: '',
    origin: `Imported from ${from}; not tried yet.`,
    tags,
  });
}
