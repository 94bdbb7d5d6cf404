import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';
import { loadScript } from './script.ts';

/** What an owner finds when it asks for its lease. */
export type LeaseState = 'taken' | 'held' | 'elsewhere';

/**
 * The right to deliver to a sink. One deliverer at a time has it, so that records reach the sink in
 * the order of the log; the others stand by. Calls throw StateError where Redis refuses.
 */
export interface SinkLease {
  /** Takes the lease where it is free, and renews it where this process has it. `taken`: it did not have it before. */
  readonly hold: () => Promise<LeaseState>;
  readonly release: () => Promise<void>;
}

/** A deliverer that did not renew for that long counts as dead: as long as a job's lock. */
const LEASE_MS = 15_000;

const STATES: readonly LeaseState[] = ['elsewhere', 'held', 'taken'];

const holdScript = loadScript('lease');
const releaseScript = loadScript('lease-release');

/** The lease of a sink for `owner`, a name of this process. */
export function sinkLease(
  redis: Redis,
  keys: Keys,
  { sink, owner, leaseMs = LEASE_MS }: { sink: string; owner: string; leaseMs?: number },
): SinkLease {
  const key = keys.of('sink-lease', sink);
  return {
    hold: async () =>
      STATES[Number(await holdScript(redis, [key], [owner, leaseMs]))] ?? 'elsewhere',
    release: async () => {
      await releaseScript(redis, [key], [owner]);
    },
  };
}
