import { NotAFeedError } from '../../errors.ts';
import type { Mended } from './mended.ts';
import { newestFirst } from './sitemap/order.ts';
import { readSitemapXml } from './sitemap/reader.ts';
import type { SitemapEntry } from './sitemap/sitemap-entry.ts';
import { readSitemapText } from './sitemap/text.ts';

export type { SitemapEntry } from './sitemap/sitemap-entry.ts';

/** A sitemap, or an index of sitemaps (sitemaps.org). */
export interface Sitemap {
  readonly kind: 'urlset' | 'index';
  readonly entries: readonly SitemapEntry[];
  /** Of an index: the sitemaps it names, newest first. */
  readonly sitemaps: readonly { readonly url: string; readonly lastModified?: string }[];
  readonly mended: Mended;
}

/** Sitemaps of an index that are looked at: news is in the newest; a site keeps hundreds. */
const MOST_SITEMAPS = 50;

/**
 * Reads a sitemap or an index: XML however broken, or a text with one address a line.
 * @param most sitemaps of an index that are given
 * @throws NotAFeedError where the text is neither
 */
export function readSitemap(
  text: string,
  { url, most = MOST_SITEMAPS }: { url: string; most?: number },
): Sitemap {
  const { kind, urls, sitemaps, mended } = readSitemapText(text) ?? readSitemapXml(text, url);
  if (!kind) {
    throw new NotAFeedError(`Expected a sitemap at ${url}, found no urlset and no sitemapindex`, {
      hint: 'The sitemaps of a site are named in its robots.txt.',
      context: { url },
    });
  }
  const named = sitemaps.map(({ url: address, lastModified }) => ({
    url: address,
    ...(lastModified ? { lastModified } : {}),
  }));
  return { kind, entries: urls, sitemaps: newestFirst(named).slice(0, most), mended };
}
