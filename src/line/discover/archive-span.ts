import type { NamedSitemap } from './sitemap/order.ts';

/** The time whose articles are wanted, Unix ms; `until` is not part of it. */
export interface ArchiveSpan {
  readonly since: number;
  readonly until: number;
}

/** What a route says of an article's age. */
interface Dated {
  readonly url: string;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
}

const DAY_MS = 86_400_000;

/** A year, a month and perhaps a day in a path: `/2024/05/12/`, `sitemap-2024-05.xml`, `202405`. */
const IN_PATH =
  /(?<!\d)((?:19|20)\d{2})(?:[-_/.]?(0[1-9]|1[0-2]))?(?:[-_/.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/u;

/** The days that a path names, Unix ms; undefined where it names none. */
export function daysOfPath(url: string): ArchiveSpan | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const [whole, year, month, day] = IN_PATH.exec(path) ?? [];
  if (whole === undefined || year === undefined) return undefined;
  const [first, last] = [Number(month ?? 1) - 1, month === undefined ? 12 : Number(month)];
  const since = Date.UTC(Number(year), first, Number(day ?? 1));
  const until = day === undefined ? Date.UTC(Number(year), last, 1) : since + DAY_MS;
  return { since, until };
}

/**
 * Whether an article may lie in the span, a day of any zone allowed for. What states no date and
 * has none in its path may: only its page will tell. A change says that it is no younger.
 */
export function mayLieWithin({ url, published, updated }: Dated, span: ArchiveSpan): boolean {
  const at = Date.parse(published ?? '');
  if (!Number.isNaN(at)) return at >= span.since && at < span.until;
  const days = daysOfPath(url);
  if (days) return overlaps(days, span);
  const changed = Date.parse(updated ?? '');
  return Number.isNaN(changed) || changed >= span.since;
}

/**
 * The sitemaps of an index that may name articles of the span: by the month in their name, else by
 * when they were last changed. One without either may.
 */
export function sitemapsWithin(
  sitemaps: readonly NamedSitemap[],
  span: ArchiveSpan,
): readonly NamedSitemap[] {
  return sitemaps.filter(({ url, lastModified }) => {
    const days = daysOfPath(url);
    if (days) return overlaps(days, span);
    const changed = Date.parse(lastModified ?? '');
    return Number.isNaN(changed) || changed >= span.since - DAY_MS;
  });
}

function overlaps(days: ArchiveSpan, span: ArchiveSpan): boolean {
  return days.since - DAY_MS < span.until && days.until + DAY_MS > span.since;
}

/** Posts that WordPress gives on one page at most (developer.wordpress.org/rest-api). */
export const POSTS_A_PAGE = 100;

/** The address of a page of the API's posts within the span, from 1. */
export function postsAddress(api: string, span: ArchiveSpan, page: number): string {
  const url = new URL(api);
  const fields = {
    after: new Date(span.since).toISOString(),
    before: new Date(span.until).toISOString(),
    per_page: String(POSTS_A_PAGE),
    orderby: 'date',
    page: String(page),
  };
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}

/** Most days or months that are asked for one by one: ten years of months. */
const MOST_ARCHIVES = 120;

/** A path that begins with the date: what stands before it, and whether days are told apart. */
const DATED_PATH =
  /^(.{0,60}?\/)((?:19|20)\d{2})\/(?:0?[1-9]|1[0-2])\/(?:((?:0?[1-9]|[12]\d|3[01]))\/)?/u;

/**
 * The archives by month that a site keeps whose articles lie under dated paths, the newest first:
 * `https://x/2024/05/` for `https://x/2024/05/12/خبر`. None where the links show no such path.
 */
export function datedArchives(
  links: readonly { readonly url: string }[],
  span: ArchiveSpan,
): string[] {
  const prefixes = new Map<string, number>();
  for (const { url } of links) {
    if (!URL.canParse(url)) continue;
    const { origin, pathname } = new URL(url);
    const before = DATED_PATH.exec(pathname)?.[1];
    if (before !== undefined) {
      prefixes.set(origin + before, (prefixes.get(origin + before) ?? 0) + 1);
    }
  }
  const [prefix, count = 0] = [...prefixes].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (prefix === undefined || count < links.length / 2) return [];
  return monthsOf(span).map((month) => `${prefix}${month}/`);
}

function monthsOf({ since, until }: ArchiveSpan): string[] {
  const months: string[] = [];
  const at = new Date(until - 1);
  const first = new Date(since);
  let [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const last = first.getUTCFullYear() * 12 + first.getUTCMonth();
  while (year * 12 + month >= last && months.length < MOST_ARCHIVES) {
    months.push(`${year}/${String(month + 1).padStart(2, '0')}`);
    month -= 1;
    if (month < 0) [year, month] = [year - 1, 11];
  }
  return months;
}
