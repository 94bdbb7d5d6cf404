import type { Link } from '../record/link.ts';
import { urlDigest } from '../state/seen.ts';
import type { PageJob } from './queues.ts';
import type { Tools } from './tools.ts';

/**
 * Puts the links that a source's visits have not met into the queue of pages, then marks them: a
 * crash between the two only repeats. Links of the past wait behind all news.
 * @returns those that were new
 */
export async function enqueueUnseen(
  links: readonly Link[],
  source: string,
  tools: Pick<Tools, 'seen' | 'queues' | 'now'>,
  isPast: (link: Link) => boolean = () => false,
): Promise<Link[]> {
  const urls = links.map(({ url }) => url);
  const unseen = new Set(await tools.seen.unseen(source, urls));
  const fresh = links.filter(({ url }) => unseen.has(url));
  if (fresh.length > 0)
    await tools.queues.pages.addBulk(fresh.map((link) => pageJob(link, isPast(link))));
  await tools.seen.mark(source, [...unseen], tools.now().getTime());
  return fresh;
}

/** Jobs without a priority go before those with one (BullMQ: 0 is the highest). */
export const PAST_PRIORITY = 10;

/** The job of a page: the same link is in the queue once, whoever adds it. */
function pageJob(link: Link, isBackfill: boolean) {
  const data: PageJob = { link, ...(isBackfill ? { isBackfill } : {}) };
  const jobId = `${link.source}-${urlDigest(link.url)}`;
  return {
    name: 'page',
    data,
    opts: { jobId, ...(isBackfill ? { priority: PAST_PRIORITY } : {}) },
  };
}
