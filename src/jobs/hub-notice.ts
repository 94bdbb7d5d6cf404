import { parseHubNotice } from '../line/discover/websub.ts';
import { renewalAt } from '../line/schedule/lease.ts';
import type { Subscription } from '../record/subscription.ts';
import type { VisitDependencies } from './dependencies.ts';
import { type Hubs, hubStateOf, isLive } from './hubs.ts';

/** What answering hubs needs. */
export interface NoticeDependencies extends Pick<VisitDependencies, 'health' | 'now'> {
  readonly hubs: Hubs;
}

/**
 * Answers what a hub says to a callback with GET (W3C WebSub, 5.2, 5.3): gives the text to echo,
 * which is empty for a denial, or undefined where nobody asked for that, which is a 404.
 */
export async function answerNotice(
  id: string,
  query: Readonly<Record<string, string>>,
  deps: NoticeDependencies,
): Promise<string | undefined> {
  const { hubs } = deps;
  const notice = parseHubNotice(query);
  const subscription = notice && (await hubs.subscriptions.get(id));
  if (!subscription || subscription.topic !== notice.topic) return undefined;
  if (notice.mode === 'denied') {
    await deny(subscription, notice.reason, deps);
    return '';
  }
  if (subscription.pending !== notice.mode) return undefined;
  if (notice.mode === 'subscribe') await grant(subscription, notice.leaseMs, deps);
  else await end(subscription, deps);
  return notice.challenge;
}

async function grant(subscription: Subscription, leaseMs: number, deps: NoticeDependencies) {
  const { hubs } = deps;
  const { id, source, hub, topic } = subscription;
  const now = deps.now().getTime();
  const renewAt = renewalAt(now, leaseMs);
  const liveSince = isLive(subscription, now) ? (subscription.liveSince ?? now) : now;
  const lease = { leaseEndsAt: now + leaseMs, renewAt, liveSince };
  const granted = { ...lease, pending: undefined, askedAt: undefined, deniedAt: undefined };
  await hubs.subscriptions.change(id, { ...granted, attempts: 0 }, leaseMs);
  await hubs.subscriptions.plan(id, renewAt);
  hubs.tell('hub-live', { source, hub, topic, leaseMs });
  await showState(source, deps);
}

/** A denial ends what was granted too; the record runs out with it, and a later poll asks anew. */
async function deny(
  { id, source, hub, topic }: Subscription,
  reason: string,
  deps: NoticeDependencies,
) {
  const { hubs } = deps;
  const gone = { pending: undefined, leaseEndsAt: undefined, renewAt: undefined };
  const deniedAt = deps.now().getTime();
  await hubs.subscriptions.change(id, { ...gone, liveSince: undefined, deniedAt });
  hubs.tell('hub-denied', { source, hub, topic, reason });
  await showState(source, deps);
}

async function end({ id, source, hub }: Subscription, deps: NoticeDependencies) {
  await deps.hubs.subscriptions.forget(id);
  deps.hubs.tell('hub-ended', { source, hub });
  await showState(source, deps);
}

/** Puts how a source's hubs stand where `status` reads it. */
export async function showState(source: string, deps: NoticeDependencies): Promise<void> {
  const hub = await hubStateOf(source, deps.hubs, deps.now().getTime());
  await deps.health.note(source, { hub });
}
