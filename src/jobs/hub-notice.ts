import { parseHubNotice } from '../line/discover/websub.ts';
import { renewalAt } from '../line/schedule/lease.ts';
import type { Subscription } from '../record/subscription.ts';
import { type Hubs, hubStateOf, isLive } from './hubs.ts';
import type { Tools } from './tools.ts';

/** What answering hubs needs. */
export interface NoticeTools extends Pick<Tools, 'health' | 'now'> {
  readonly hubs: Hubs;
}

/**
 * Answers what a hub says to a callback with GET (W3C WebSub, 5.2, 5.3): gives the text to echo,
 * which is empty for a denial, or undefined where nobody asked for that, which is a 404.
 */
export async function answerNotice(
  id: string,
  query: Readonly<Record<string, string>>,
  tools: NoticeTools,
): Promise<string | undefined> {
  const { hubs } = tools;
  const notice = parseHubNotice(query);
  const subscription = notice && (await hubs.subscriptions.get(id));
  if (!subscription || subscription.topic !== notice.topic) return undefined;
  if (notice.mode === 'denied') {
    await deny(subscription, notice.reason, tools);
    return '';
  }
  if (subscription.pending !== notice.mode) return undefined;
  if (notice.mode === 'subscribe') await grant(subscription, notice.leaseMs, tools);
  else await end(subscription, tools);
  return notice.challenge;
}

async function grant(subscription: Subscription, leaseMs: number, tools: NoticeTools) {
  const { hubs } = tools;
  const { id, source, hub, topic } = subscription;
  const now = tools.now().getTime();
  const renewAt = renewalAt(now, leaseMs);
  const liveSince = isLive(subscription, now) ? (subscription.liveSince ?? now) : now;
  const lease = { leaseEndsAt: now + leaseMs, renewAt, liveSince };
  const granted = { ...lease, pending: undefined, askedAt: undefined, deniedAt: undefined };
  await hubs.subscriptions.change(id, { ...granted, attempts: 0 }, leaseMs);
  await hubs.subscriptions.plan(id, renewAt);
  hubs.tell('hub-live', { source, hub, topic, leaseMs });
  await showState(source, tools);
}

/** A denial ends what was granted too; the record runs out with it, and a later poll asks anew. */
async function deny({ id, source, hub, topic }: Subscription, reason: string, tools: NoticeTools) {
  const { hubs } = tools;
  const gone = { pending: undefined, leaseEndsAt: undefined, renewAt: undefined };
  const deniedAt = tools.now().getTime();
  await hubs.subscriptions.change(id, { ...gone, liveSince: undefined, deniedAt });
  hubs.tell('hub-denied', { source, hub, topic, reason });
  await showState(source, tools);
}

async function end({ id, source, hub }: Subscription, tools: NoticeTools) {
  await tools.hubs.subscriptions.forget(id);
  tools.hubs.tell('hub-ended', { source, hub });
  await showState(source, tools);
}

/** Puts how a source's hubs stand where `status` reads it. */
export async function showState(source: string, tools: NoticeTools): Promise<void> {
  const hub = await hubStateOf(source, tools.hubs, tools.now().getTime());
  await tools.health.note(source, { hub });
}
