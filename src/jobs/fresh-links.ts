import type { Link } from '../record/link.ts';
import { urlDigest } from '../state/seen.ts';
import type { PageJob } from './queues.ts';
import type { Tools } from './tools.ts';

/**
 * Puts the links that a source's visits have not met into the queue of pages, then marks them: a
 * crash between the two only repeats. @returns those that were new
 */
export async function enqueueUnseen(
  links: readonly Link[],
  source: string,
  tools: Pick<Tools, 'seen' | 'queues' | 'now'>,
): Promise<Link[]> {
  const urls = links.map(({ url }) => url);
  const unseen = new Set(await tools.seen.unseen(source, urls));
  const fresh = links.filter(({ url }) => unseen.has(url));
  if (fresh.length > 0) await tools.queues.pages.addBulk(fresh.map(pageJob));
  await tools.seen.mark(source, [...unseen], tools.now().getTime());
  return fresh;
}

/** The job of a page: the same link is in the queue once, whoever adds it. */
function pageJob(link: Link) {
  const data: PageJob = { link };
  return { name: 'page', data, opts: { jobId: `${link.source}-${urlDigest(link.url)}` } };
}
