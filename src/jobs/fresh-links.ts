import { canonicalUrl } from '../line/normalize/canonical-url.ts';
import type { Link } from '../record/link.ts';
import { urlDigest } from '../state/seen.ts';
import type { EnqueueDependencies } from './dependencies.ts';
import { distinctLinks, identityOf } from './link-identity.ts';
import type { PageJob } from './queues.ts';

/** Which links are put into the queue, and how. */
export interface Enqueuing {
  /** For links that wait behind all news; `note` is called before they are in the queue. */
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
    const unseen = await unseenLinks(links.slice(from, from + BATCH), deps);
    const published = await past?.published(unseen.flatMap(addressesOf));
    const fresh = unseen.filter((link) => !addressesOf(link).some((url) => published?.has(url)));
    const chosen = fresh.slice(0, most - taken.length);
    if (chosen.length === 0) continue;
    await past?.note(chosen.filter(past.has).map(({ url }) => url));
    const jobs = chosen.map((link, at) =>
      pageJob(link, past?.has(link) ? PAST_PRIORITY : priorityOf(taken.length + at)),
    );
    await deps.queues.pages.addBulk(jobs);
    await markSeen(chosen, deps);
    taken.push(...chosen);
  }
  return taken;
}

/** Of the links of one source those to articles that no visit has met, each article once. */
export async function unseenLinks(
  links: readonly Link[],
  { seen }: Pick<EnqueueDependencies, 'seen'>,
): Promise<Link[]> {
  const distinct = distinctLinks(links);
  const [first] = distinct;
  if (!first) return [];
  const identities = distinct.map(({ url }) => identityOf(url));
  const unseen = new Set(await seen.unseen(first.source, identities));
  return distinct.filter((_, index) => unseen.has(identities[index] ?? ''));
}

/** A published article is known by the addresses that its page had, and by the one form of them. */
const addressesOf = ({ url }: Link): string[] => [url, canonicalUrl(url).url];

async function markSeen(
  links: readonly Link[],
  { seen, now }: Pick<EnqueueDependencies, 'seen' | 'now'>,
): Promise<void> {
  const [first] = links;
  const identities = links.map(({ url }) => identityOf(url));
  if (first) await seen.mark(first.source, identities, now().getTime());
}

/**
 * Jobs without a priority go first, then floods, then rechecks, then the past (BullMQ: 0 is the
 * highest).
 */
export const PAST_PRIORITY = 20;

/** Before rechecks: a flood is news as well. */
const FLOOD_PRIORITY = 5;

/**
 * New links of one document that go with all others; a feed seldom holds more. Each job is taken up
 * once only to learn when its host is free, so thousands of one source would stand before the news of all
 * others for seconds.
 */
const FLOOD_FROM = 100;

const priorityOf = (at: number): number | undefined =>
  at < FLOOD_FROM ? undefined : FLOOD_PRIORITY;

/** The job of a page: the same article is in the queue once, whoever adds it under which address. */
function pageJob(link: Link, priority: number | undefined) {
  const data: PageJob = { link, ...(priority === PAST_PRIORITY ? { isBackfill: true } : {}) };
  const jobId = `${link.source}-${urlDigest(identityOf(link.url))}`;
  return {
    name: 'page',
    data,
    opts: { jobId, ...(priority === undefined ? {} : { priority }) },
  };
}
