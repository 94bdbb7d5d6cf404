import { NotAFeedError } from '../errors.ts';
import { linksOfFeed } from '../line/discover/entry-links.ts';
import { parseFeedDate } from '../line/discover/feed/date-text.ts';
import { type Feed, readFeed } from '../line/discover/feed.ts';
import { isSigned } from '../line/discover/hub-signature.ts';
import { linksOf } from '../line/discover/links.ts';
import { decodeBytes } from '../line/fetch/charset.ts';
import { isReadByFeed } from '../line/fetch/fetch-method.ts';
import { hostKey } from '../line/fetch/host-key.ts';
import { afterPush } from '../line/schedule/hub-trust.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { Link } from '../record/link.ts';
import type { Subscription } from '../record/subscription.ts';
import type { Source } from '../source.ts';
import { TOLD_EVERY_MS } from '../state/pushed.ts';
import type { PushDependencies } from './dependencies.ts';
import { enqueueUnseen, unseenLinks } from './fresh-links.ts';
import { showState } from './hub-notice.ts';
import { isLive } from './hubs.ts';
import { stopwatch } from './stopwatch.ts';

/** What a hub sent to a callback. */
export interface PushedBody {
  readonly body: Uint8Array;
  readonly signature: string | undefined;
  readonly contentType: string | undefined;
}

/** A push in hand: its subscription is live and its source is there. */
interface Work {
  readonly subscription: Subscription;
  readonly source: Source;
  readonly deps: PushDependencies;
}

type PushEnd = Pick<JobRecord, 'outcome' | 'met' | 'fresh' | 'reason'>;

/**
 * Takes what a hub sent (W3C WebSub, 7): new links go into the queue as a visit's do, and a body
 * that tells none sets off a visit. What is not signed by our secret is counted and ignored.
 * @returns false where nobody subscribes here any more
 * @throws StateError where Redis is away: the hub sends it again
 */
export async function push(id: string, sent: PushedBody, deps: PushDependencies): Promise<boolean> {
  const watch = stopwatch();
  const subscription = await deps.hubs.subscriptions.get(id);
  if (!subscription || subscription.dropped) return false;
  const source = deps.source(subscription.source);
  if (!source?.enabled || !isLive(subscription, deps.now().getTime())) return false;
  const end = await take(sent, { subscription, source, deps });
  const about = { source: source.id, url: subscription.topic };
  deps.report({ job: 'push', ...about, ...end, ms: watch.ms(), steps: watch.steps() });
  return true;
}

async function take(sent: PushedBody, work: Work): Promise<PushEnd> {
  const { subscription, source, deps } = work;
  if (!isSigned(sent.body, sent.signature, subscription.secret)) {
    return { outcome: 'refused', reason: sent.signature ? 'wrong signature' : 'no signature' };
  }
  const feed = findFeed(sent, subscription.topic);
  const met = feed ? linksIn(feed, work) : [];
  const own = met.filter((link) => isOfSite(link, source));
  // The feed's own text is used only as the site serves it: the hub's copy proves nothing.
  const isFeedOnly = isReadByFeed(await deps.fetchMethod.load(source.id));
  if (own.length === 0 || isFeedOnly) {
    await visitSoon(source.id, deps);
    return { outcome: 'told', met: met.length, fresh: 0 };
  }
  const others = met.filter((link) => !own.includes(link));
  if ((await unseenLinks(others, deps)).length > 0) await visitSoon(source.id, deps);
  const fresh = await enqueueUnseen(own, deps);
  await noteFresh(fresh, work);
  const outcome = fresh.length > 0 ? 'visited' : 'unchanged';
  return { outcome, met: met.length, fresh: fresh.length };
}

function findFeed({ body, contentType }: PushedBody, url: string): Feed | undefined {
  try {
    return readFeed(decodeBytes(Buffer.from(body), { contentType }).text, { url });
  } catch (error) {
    if (error instanceof NotAFeedError) return undefined;
    throw error;
  }
}

/** The links without the text that came with them: the page is asked for and read instead. */
function linksIn(feed: Feed, { subscription, deps }: Work): Link[] {
  const now = deps.now();
  const route = { kind: 'feed', url: subscription.route } as const;
  const visit = `push-${now.getTime()}`;
  const links = linksOf(linksOfFeed(feed), { source: subscription.source, route, visit, now });
  return links.map(({ content: _content, ...link }) => link);
}

/** A hub tells of the site's own pages; another host's are for the site's feed to name. */
function isOfSite({ url }: Link, source: Source): boolean {
  return hostKey(new URL(url)) === hostKey(new URL(source.homepage));
}

/** At once, or in the next minute: one visit finds all that a hub tells of until then. */
async function visitSoon(source: string, { queues, hubs, now }: PushDependencies): Promise<void> {
  const data = { source, told: true };
  if (await hubs.pushed.mayVisit(source)) {
    await queues.visits.add('visit', data);
    return;
  }
  const at = now().getTime();
  const slot = Math.ceil((at + 1) / TOLD_EVERY_MS);
  const opts = { jobId: `told-${source}-${slot}`, delay: slot * TOLD_EVERY_MS - at };
  await queues.visits.add('visit', data, opts);
}

async function noteFresh(fresh: readonly Link[], { source, deps }: Work): Promise<void> {
  const { pushed, trust } = deps.hubs;
  if (fresh.length === 0) return;
  await pushed.add(
    source.id,
    fresh.map(({ published }) => instantOf(published)),
  );
  const now = deps.now().getTime();
  await trust.save(source.id, afterPush(await trust.load(source.id), fresh.length, now));
  await showState(source.id, deps);
}

function instantOf(published: string | undefined): string {
  return parseFeedDate(published) ?? '';
}
