import type { Crawler } from '../../crawler.ts';
import type { Document } from './document.ts';
import type { ReadingContext } from './reading-context.ts';

/**
 * The crawler for a page: the one that the source names, or with `auto` the first that recognises
 * the page; `article` means none. Of several versions under one name the newest counts that was
 * valid when the page was asked for, so that archived pages stay readable after a redesign.
 */
export function chooseCrawler(document: Document, context: ReadingContext): Crawler | undefined {
  const wanted = context.source?.crawler ?? 'auto';
  if (wanted === 'article') return undefined;
  const valid = context.crawlers.filter(({ since }) => isValid(since, context.fetchedAt));
  const isMeant = (crawler: Crawler): boolean =>
    wanted === 'auto' ? recognises(crawler, document) : crawler.name === wanted;
  const first = valid.find(isMeant);
  if (!first) return undefined;
  const versions = valid.filter((crawler) => crawler.name === first.name && isMeant(crawler));
  return versions.reduce((newest, one) => (dayOf(one) > dayOf(newest) ? one : newest), first);
}

function isValid(since: string | undefined, fetchedAt: string | undefined): boolean {
  return (
    since === undefined || fetchedAt === undefined || Date.parse(since) <= Date.parse(fetchedAt)
  );
}

/** Unix ms from which a version holds; one without a day is the oldest. */
function dayOf({ since }: Crawler): number {
  return since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since);
}

function recognises({ matches }: Crawler, document: Document): boolean {
  try {
    return matches?.(document.query(), document.url) ?? false;
  } catch {
    // A crawler that fails on a strange page does not know it.
    return false;
  }
}
