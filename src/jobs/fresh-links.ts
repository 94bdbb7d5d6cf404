import type { Link } from '../record/link.ts';
import { urlDigest } from '../state/seen.ts';
import type { EnqueueDependencies } from './dependencies.ts';
import type { PageJob } from './queues.ts';

/** Which links are put into the queue, and how. */
export interface Enqueuing {
  /** Links that wait behind all news, and who is told of them before they are in the queue. */
  readonly past?: {
    readonly has: (link: Link) => boolean;
    readonly note: (urls: readonly string[]) => Promise<void>;
    /** Addresses of published articles, which are left out: they are known for longer than links. */
    readonly published: (urls: readonly string[]) => Promise<ReadonlySet<string>>;
  };
  /** New links that are taken at most. */
  readonly most?: number;
}

/**
 * Links of one turn. A sitemap may name 50,000: added in one transaction they would hold up Redis,
 * and with it every other host, for seconds.
 */
const BATCH = 500;

/**
 * Puts the links that a source's visits have not met into the queue of pages, then marks them: a
 * crash between the two only repeats.
 * @returns those that were new
 */
export async function enqueueUnseen(
  links: readonly Link[],
  deps: EnqueueDependencies,
  { past, most = Number.POSITIVE_INFINITY }: Enqueuing = {},
): Promise<Link[]> {
  const taken: Link[] = [];
  for (let from = 0; from < links.length && taken.length < most; from += BATCH) {
    const unseen = await unseenOf(links.slice(from, from + BATCH), deps);
    const published = await past?.published(unseen.map(({ url }) => url));
    const fresh = unseen.filter(({ url }) => !published?.has(url));
    const chosen = fresh.slice(0, most - taken.length);
    if (chosen.length === 0) continue;
    await past?.note(chosen.filter(past.has).map(({ url }) => url));
    const jobs = chosen.map((link) => pageJob(link, past?.has(link) ?? false));
    await deps.queues.pages.addBulk(jobs);
    await markSeen(chosen, deps);
    taken.push(...chosen);
  }
  return taken;
}

/** All links of one call are of one source. */
async function unseenOf(
  links: readonly Link[],
  { seen }: Pick<EnqueueDependencies, 'seen'>,
): Promise<Link[]> {
  const [first] = links;
  if (!first) return [];
  const urls = links.map(({ url }) => url);
  const unseen = new Set(await seen.unseen(first.source, urls));
  return links.filter(({ url }) => unseen.has(url));
}

async function markSeen(
  links: readonly Link[],
  { seen, now }: Pick<EnqueueDependencies, 'seen' | 'now'>,
): Promise<void> {
  const [first] = links;
  const urls = links.map(({ url }) => url);
  if (first) await seen.mark(first.source, urls, now().getTime());
}

/** Jobs without a priority go first, then second looks, then the past (BullMQ: 0 is the highest). */
export const PAST_PRIORITY = 20;

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
