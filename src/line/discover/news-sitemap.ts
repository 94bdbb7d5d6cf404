import { NotAFeedError } from '../../errors.ts';
import { newestFirst } from './sitemap/order.ts';
import { sitemapReader } from './sitemap/reader.ts';
import type { SitemapEntry } from './sitemap/sitemap-entry.ts';

export type { SitemapEntry } from './sitemap/sitemap-entry.ts';

/** A sitemap, or an index of sitemaps (sitemaps.org). */
export interface Sitemap {
  readonly kind: 'urlset' | 'index';
  readonly entries: readonly SitemapEntry[];
  /** Of an index: the sitemaps it names, newest first. */
  readonly sitemaps: readonly { readonly url: string; readonly lastModified?: string }[];
}

/** Sitemaps of an index that are looked at: news is in the newest; a site keeps hundreds. */
export const MOST_SITEMAPS = 50;

/**
 * Reads a sitemap or an index that is in memory; {@link sitemapReader} reads one as it comes.
 * @param most sitemaps of an index that are given
 * @throws NotAFeedError where the text is neither
 */
export function readSitemap(
  text: string,
  { url, most = MOST_SITEMAPS }: { url: string; most?: number },
): Sitemap {
  const entries: SitemapEntry[] = [];
  const reader = sitemapReader({ url, onEntry: (entry) => entries.push(entry) });
  reader.write(text);
  const { kind, sitemaps } = reader.end();
  if (!kind) {
    throw new NotAFeedError(`Expected a sitemap at ${url}, found no urlset and no sitemapindex`, {
      hint: 'The sitemaps of a site are named in its robots.txt.',
      context: { url },
    });
  }
  return { kind, entries, sitemaps: newestFirst(sitemaps).slice(0, most) };
}
