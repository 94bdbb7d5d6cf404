import { z } from 'zod';
import { type HubTrust, standingOf } from '../line/schedule/hub-trust.ts';
import type { HubState } from '../record/health.ts';
import type { Subscription } from '../record/subscription.ts';
import type { RedisClient } from '../state/connection.ts';
import type { Keys } from '../state/keys.ts';
import { type Pushed, pushedLinks } from '../state/pushed.ts';
import { memoryKeys, type SourceMemory, sourceMemory } from '../state/source-memory.ts';
import { type Subscriptions, subscriptions } from '../state/subscriptions.ts';

/** What happens with hubs beside the jobs, for the log. */
export type TellHub = (
  event: 'hub-asked' | 'hub-live' | 'hub-denied' | 'hub-failed' | 'hub-ended' | 'hub-distrusted',
  detail: Readonly<Record<string, string | number>>,
) => void;

/** What a process needs to be a WebSub subscriber; absent where the settings name no callback. */
export interface Hubs {
  readonly subscriptions: Subscriptions;
  readonly pushed: Pushed;
  readonly trust: SourceMemory<HubTrust>;
  readonly tell: TellHub;
}

const TrustForm: z.ZodType<HubTrust> = z.strictObject({
  version: z.literal(1),
  proofs: z.number(),
  misses: z.number(),
  distrustedAt: z.number().optional(),
});

/** Opens what is kept of hubs. */
export function openHubs(redis: RedisClient, keys: Keys, tell: TellHub): Hubs {
  const revive = (value: unknown): HubTrust | undefined => TrustForm.safeParse(value).data;
  return {
    subscriptions: subscriptions(redis, keys),
    pushed: pushedLinks(redis, keys),
    trust: sourceMemory(redis, memoryKeys(keys).hubTrust, revive),
    tell,
  };
}

/** Whether a hub has verified it and its lease is not over. */
export function isLive({ leaseEndsAt, deniedAt }: Subscription, now: number): boolean {
  return deniedAt === undefined && leaseEndsAt !== undefined && leaseEndsAt > now;
}

/** How the hubs of a source stand at `now` (Unix ms): what `status` shows and plans are made by. */
export async function hubStateOf(source: string, hubs: Hubs, now: number): Promise<HubState> {
  const kept = (await hubs.subscriptions.of(source)).filter(({ dropped }) => !dropped);
  if (kept.length === 0) return 'none';
  if (kept.some((one) => isLive(one, now))) {
    const standing = standingOf(await hubs.trust.load(source), now);
    return standing === 'unproven' ? 'live' : standing;
  }
  return kept.every(({ deniedAt }) => deniedAt !== undefined) ? 'denied' : 'asked';
}
