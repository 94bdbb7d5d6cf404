import type { Subscription } from '../../record/subscription.ts';

/** What is to be done about a subscription, and when it is to be looked at again (Unix ms). */
export type SubscriptionStep =
  | { readonly do: 'subscribe' | 'unsubscribe'; readonly againAt: number }
  | { readonly do: 'wait'; readonly againAt: number }
  | { readonly do: 'forget' };

/** Renewed when that share of the lease is over: the rest is for tries that fail. */
const RENEW_SHARE = 0.8;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** No hub is asked more often for one topic, however short the lease it grants. */
const SHORTEST_MS = MINUTE_MS;

/**
 * The pauses after a request that the hub has not verified: some verify from a queue that runs
 * hours behind, and one that is away for a day is away for good.
 */
const PAUSES_MS = [10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS];

/** After two requests to unsubscribe that the hub did not take, the lease is left to run out. */
const FAREWELLS_MOST = 2;

/** When a lease is renewed, Unix ms. */
export function renewalAt(grantedAt: number, leaseMs: number): number {
  return grantedAt + Math.max(SHORTEST_MS, leaseMs * RENEW_SHARE);
}

/**
 * The next step of a subscription. `isWanted`: its source still stands in the catalogue and its feed
 * names this hub. One that was denied waits for its record to run out, and begins anew then.
 */
export function planSubscription(
  subscription: Subscription,
  { now, isWanted }: { now: number; isWanted: boolean },
): SubscriptionStep {
  const { attempts, deniedAt, renewAt } = subscription;
  if (!isWanted) return farewell(subscription, now);
  if (deniedAt !== undefined) return { do: 'wait', againAt: now + 24 * HOUR_MS };
  const isDue = renewAt === undefined || now >= renewAt;
  const isSent = subscription.pending === 'subscribe' && subscription.askedAt !== undefined;
  const waitUntil = isSent ? (subscription.askedAt ?? 0) + pauseAfter(attempts) : 0;
  if (!isDue) return { do: 'wait', againAt: renewAt };
  if (now < waitUntil) return { do: 'wait', againAt: waitUntil };
  return { do: 'subscribe', againAt: now + pauseAfter(attempts + 1) };
}

function farewell({ pending, attempts, leaseEndsAt }: Subscription, now: number): SubscriptionStep {
  const isLive = leaseEndsAt !== undefined && leaseEndsAt > now;
  const tries = pending === 'unsubscribe' ? attempts : 0;
  if (!isLive || tries >= FAREWELLS_MOST) return { do: 'forget' };
  return { do: 'unsubscribe', againAt: now + pauseAfter(1) };
}

function pauseAfter(attempts: number): number {
  return PAUSES_MS[Math.min(Math.max(attempts, 1), PAUSES_MS.length) - 1] ?? HOUR_MS;
}
