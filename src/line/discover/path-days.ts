/** A time, Unix ms; `until` is not part of it. */
export interface ArchiveSpan {
  readonly since: number;
  readonly until: number;
}

const DAY_MS = 86_400_000;

/** A year, a month and perhaps a day: `2024/05/12`, `sitemap-2024-05.xml`, `202405`. */
const IN_NAME =
  /(?<!\d)((?:19|20)\d{2})(?:[-_/.]?(0[1-9]|1[0-2]))?(?:[-_/.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/u;

/** How plug-ins name the parts in a query: `sitemap.xml?yyyy=2024&mm=05&dd=12` (MSM Sitemap). */
const IN_QUERY = [
  ['yyyy', 'year'],
  ['mm', 'month'],
  ['dd', 'day'],
] as const;

/** The days that the name of a sitemap tells, Unix ms; undefined where it tells none. */
export function daysOfSitemap(url: string): ArchiveSpan | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname, search, searchParams } = new URL(url);
  const parts = IN_QUERY.map((names) =>
    names.flatMap((name) => searchParams.get(name) ?? []).find((text) => /^\d{1,4}$/u.test(text)),
  );
  return daysOf(parts) ?? daysOf(partsOf(IN_NAME, pathname)) ?? daysOf(partsOf(IN_NAME, search));
}

/**
 * Whole segments alone: `/2024/05/12/…`, `/2024/5/…`, `/2024-05-12/…`, `/20240512/…`. A year or a
 * number elsewhere in an article's address is of its headline or its id.
 */
const IN_SEGMENTS =
  /\/((?:19|20)\d{2})(?:\/(0?[1-9]|1[0-2])(?:\/(0?[1-9]|[12]\d|3[01]))?(?=\/)|-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=\/|$)|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\/))/u;

/** The days under whose date an article lies, Unix ms; undefined where its address tells none. */
export function daysOfArticle(url: string): ArchiveSpan | undefined {
  if (!URL.canParse(url)) return undefined;
  const [year, ...rest] = partsOf(IN_SEGMENTS, new URL(url).pathname);
  const [month, day] = rest.filter((part) => part !== undefined);
  return daysOf([year, month, day]);
}

type Part = string | undefined;

function partsOf(pattern: RegExp, text: string): Part[] {
  return (pattern.exec(text) ?? []).slice(1);
}

function daysOf([year, month, day]: readonly Part[]): ArchiveSpan | undefined {
  if (year === undefined) return undefined;
  const [first, last] = [Number(month ?? 1) - 1, Number(month ?? 12)];
  const since = Date.UTC(Number(year), first, Number(day ?? 1));
  const until = day === undefined ? Date.UTC(Number(year), last, 1) : since + DAY_MS;
  return { since, until };
}

/** Whether days meet a span in some zone: a day of slack on both sides. */
export function overlaps(days: ArchiveSpan, span: ArchiveSpan): boolean {
  return days.since - DAY_MS < span.until && days.until + DAY_MS > span.since;
}
