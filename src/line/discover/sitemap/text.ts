import type { SitemapElements } from './reader.ts';

/** The most a sitemap may hold (sitemaps.org). */
const MOST_ENTRIES = 50_000;

/** An address on a line of its own. */
const ADDRESS = /^https?:\/\/\S{1,2048}$/iu;

/**
 * Reads a sitemap that is a text with one address a line (sitemaps.org, text file). A text without such a line,
 * or with more lines that are no address, is no sitemap.
 */
export function readSitemapText(text: string): SitemapElements | undefined {
  const body = text.replace(/^\ufeff/u, '').trimStart();
  // A single tag is proof enough: a page or XML of a megabyte need not be split into lines.
  if (body.startsWith('<')) return undefined;
  const lines = body.split(/\r\n|[\r\n]/u).map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const addresses = filled.filter((line) => ADDRESS.test(line) && URL.canParse(line));
  if (addresses.length * 2 <= filled.length) return undefined;
  const urls = addresses.slice(0, MOST_ENTRIES).map((url) => ({ url }));
  return { kind: 'urlset', urls, sitemaps: [], mended: { 'plain-text': 1 } };
}
