import { parseFeedDate } from '../feed/date-text.ts';

/** A sitemap of an index. */
export interface NamedSitemap {
  readonly url: string;
  readonly lastModified?: string;
}

/**
 * The sitemaps of an index, the one that changed last first. Where no date is stated, those named
 * for news come first, then those with the latest date or the highest number in their name.
 */
export function newestFirst(sitemaps: readonly NamedSitemap[]): NamedSitemap[] {
  const ranked = sitemaps.map((sitemap) => ({ sitemap, rank: rankOf(sitemap) }));
  ranked.sort((one, other) => compare(one.rank, other.rank));
  return ranked.map(({ sitemap }) => sitemap);
}

type Rank = readonly [boolean, number, readonly number[]];

function rankOf({ url, lastModified }: NamedSitemap): Rank {
  const at = Date.parse(parseFeedDate(lastModified) ?? '');
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const numbers = path.match(/\d{1,9}/gu)?.map(Number) ?? [];
  return [/news/iu.test(path), Number.isNaN(at) ? 0 : at, numbers];
}

function compare([isNews, at, numbers]: Rank, [wasNews, then, others]: Rank): number {
  if (isNews !== wasNews) return isNews ? -1 : 1;
  if (at !== then) return then - at;
  const length = Math.max(numbers.length, others.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (others[index] ?? -1) - (numbers[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
