import { parseFeedDate } from './feed/date-text.ts';
import { type ArchiveSpan, daysOfArticle, daysOfSitemap, overlaps } from './path-days.ts';
import type { NamedSitemap } from './sitemap/order.ts';

/** What a route says of an article's age. */
interface Dated {
  readonly url: string;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
}

const DAY_MS = 86_400_000;

/** Newsrooms correct within days; a change that is later by more tells of a younger article. */
const CORRECTED_MS = 30 * DAY_MS;

/** Entries of one document that all changed on one day were touched by a move of the site. */
const TOUCHED_AT_ONCE = 20;

/**
 * The links whose articles may lie in the span: by what the route states, else by the date of the
 * path, a day of any zone allowed for, else by the last change. A link that
 * states nothing may lie in it: only its page tells.
 */
export function linksWithin<T extends Dated>(links: readonly T[], span: ArchiveSpan): T[] {
  const untilChange = doChangesTell(links) ? span.until + CORRECTED_MS : Number.POSITIVE_INFINITY;
  return links.filter((link) => {
    const published = instant(link.published);
    if (!Number.isNaN(published)) return published >= span.since && published < span.until;
    const days = daysOfArticle(link.url);
    if (days) return overlaps(days, span);
    const changed = instant(link.updated);
    return Number.isNaN(changed) || (changed >= span.since - DAY_MS && changed < untilChange);
  });
}

/** The links whose articles came at `at` (Unix ms) or since, as far as anything dates them. */
export function linksSince<T extends Dated>(links: readonly T[], at: number): T[] {
  const isTold = doChangesTell(links);
  return links.filter((link) => {
    const days = daysOfLink(link);
    return days ? days.until >= at : isTold && instant(link.updated) >= at;
  });
}

/** Whether the route or the address dates a link, so that it says when its site published. */
export function isDated(link: Dated): boolean {
  return daysOfLink(link) !== undefined || !Number.isNaN(instant(link.updated));
}

/** True where most links have dates and all of these are older than the span: older ones follow. */
export function isBefore(links: readonly Dated[], span: ArchiveSpan): boolean {
  const days = links.flatMap((link) => daysOfLink(link) ?? []);
  return days.length * 2 > links.length && days.every(({ until }) => until + DAY_MS <= span.since);
}

/** Unix ms; NaN where the text is no date. JavaScript's own parser reads 12/5 the American way. */
const instant = (text: string | undefined): number => Date.parse(parseFeedDate(text) ?? '');

function daysOfLink({ url, published }: Dated): ArchiveSpan | undefined {
  const at = instant(published);
  return Number.isNaN(at) ? daysOfArticle(url) : { since: at, until: at };
}

function doChangesTell(links: readonly Dated[]): boolean {
  let [count, first, last] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { updated } of links) {
    const at = instant(updated);
    if (Number.isNaN(at)) continue;
    count += 1;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return count < TOUCHED_AT_ONCE || last - first > DAY_MS;
}

/**
 * The sitemaps of an index that may name articles of the span: by the days in their name, else by
 * when they were last changed. One without either may.
 */
export function sitemapsWithin(
  sitemaps: readonly NamedSitemap[],
  span: ArchiveSpan,
): readonly NamedSitemap[] {
  const isByPart = sitemaps.some(({ url }) => PART_OF_YEAR.test(url));
  return sitemaps.filter(({ url, lastModified }) => {
    const days = daysOfSitemap(isByPart ? url.replace(PARTS_OF_YEAR, '$1') : url);
    if (days) return overlaps(days, span);
    const changed = instant(lastModified);
    return Number.isNaN(changed) || changed >= span.since - DAY_MS;
  });
}

/** `sitemap-2024-1.xml` … `-12.xml` may be months or parts: with such beside it none is a month. */
const PART_OF_YEAR = /(?<!\d)(?:19|20)\d{2}[-_][1-9](?!\d)/u;
const PARTS_OF_YEAR = /(?<!\d)((?:19|20)\d{2})[-_]\d{1,4}(?!\d)/u;
