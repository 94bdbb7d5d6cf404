/** What is learnt of how well a source's hubs tell what is new: a small JSON value. */
export interface HubTrust {
  readonly version: 1;
  /** Pushes that brought what no poll had found, up to what is needed. */
  readonly proofs: number;
  /** Polls in a row that found what no hub had brought. */
  readonly misses: number;
  /** Unix ms at which the hubs became distrusted; absent while they are not. */
  readonly distrustedAt?: number;
}

/** How a source's hubs stand. */
export type HubStanding = 'unproven' | 'proven' | 'distrusted';

/**
 * Pushes that brought news first, before the polls slow down: one may be the test of whoever set
 * the hub up, and two come with one save that is corrected.
 */
const PROOFS_NEEDED = 3;

/**
 * Polls in a row that find what the hub left out, until it is distrusted. One is a hub that was
 * restarted; with the second, news has waited for a slow poll twice.
 */
const MISSES_MOST = 2;

/** How long a distrusted hub does not count; then it may prove itself again: a week, as its lease. */
const DISTRUST_MS = 7 * 86_400_000;

/**
 * A link that was published so shortly before a poll may still be on its way: hubs that ask the
 * feed themselves take a minute or two, and their queues some more.
 */
const HUB_GRACE_MS = 5 * 60_000;

const NEW: HubTrust = { version: 1, proofs: 0, misses: 0 };

/** The standing at a time (Unix ms). */
export function standingOf(trust: HubTrust | undefined, now: number): HubStanding {
  const { proofs, distrustedAt } = renewed(trust, now);
  if (distrustedAt !== undefined) return 'distrusted';
  return proofs >= PROOFS_NEEDED ? 'proven' : 'unproven';
}

/** After a push with a good signature; only what was not known before proves anything. */
export function afterPush(trust: HubTrust | undefined, fresh: number, now: number): HubTrust {
  const past = renewed(trust, now);
  if (fresh <= 0 || past.distrustedAt !== undefined) return past;
  return { ...past, proofs: Math.min(PROOFS_NEEDED, past.proofs + 1), misses: 0 };
}

/**
 * After a poll that found `overdue` links which the hub had time to bring and did not. Nothing
 * overdue says nothing: a quiet hour looks the same with a hub that works.
 */
export function afterPoll(trust: HubTrust | undefined, overdue: number, now: number): HubTrust {
  const past = renewed(trust, now);
  if (overdue <= 0 || past.distrustedAt !== undefined) return past;
  const misses = past.misses + 1;
  if (misses < MISSES_MOST) return { ...past, misses };
  return { ...NEW, distrustedAt: now };
}

function renewed(trust: HubTrust | undefined, now: number): HubTrust {
  if (!trust) return NEW;
  const { distrustedAt } = trust;
  return distrustedAt !== undefined && now - distrustedAt >= DISTRUST_MS ? NEW : trust;
}

/** Links of a poll that a hub should have brought by then, by when they were published. */
export function overdueAmong(
  publishedAt: readonly string[],
  { fresh, now }: { fresh: number; now: number },
): number {
  const young = publishedAt.filter((iso) => now - Date.parse(iso) < HUB_GRACE_MS).length;
  return Math.max(0, fresh - young);
}

/** How much more slowly a source is asked whose hub is proven. */
const SLOWER = 4;

/** The longest pause between polls: so much does a hub cost that stops without notice. */
const SLOWEST_MS = 3_600_000;

/** The pause between polls under a hub that is proven and live: longer, up to an hour. */
export function relaxedMs(everyMs: number): number {
  return Math.max(everyMs, Math.min(everyMs * SLOWER, SLOWEST_MS));
}
