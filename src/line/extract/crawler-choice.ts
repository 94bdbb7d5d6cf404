import type { Crawler } from '../../crawler.ts';
import type { Document } from './document.ts';
import type { ReadingContext } from './reading-context.ts';

/**
 * The crawler for a page: the one that the source names, or with `auto` the first that recognises
 * the page; `article` means none. Of several versions under one name the first listed is taken.
 */
export function chooseCrawler(document: Document, context: ReadingContext): Crawler | undefined {
  const wanted = context.source?.crawler ?? 'auto';
  if (wanted === 'article') return undefined;
  if (wanted !== 'auto') return context.crawlers.find(({ name }) => name === wanted);
  return context.crawlers.find((crawler) => recognises(crawler, document));
}

function recognises({ matches }: Crawler, document: Document): boolean {
  try {
    return matches?.(document.query(), document.url) ?? false;
  } catch {
    // A crawler that fails on a strange page does not know it.
    return false;
  }
}
