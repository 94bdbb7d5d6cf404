import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** Reads the host queue, the requests that wait for a host, as `host-slots.ts` keeps it. */
export interface HostBacklog {
  /** Unix ms promised to the last request that waits; 0 where none does. */
  readonly until: (host: string) => Promise<number>;
  /** How many wait. */
  readonly waiting: (host: string) => Promise<number>;
}

/** The host queue in Redis. Requests of backfills are in a second queue, which gives way to news. */
export function hostBacklog(redis: Redis, keys: Keys): HostBacklog {
  const lineOf = (host: string): string => keys.of('slot-line', host);
  return {
    // Every visit reads it: one small command.
    until: async (host) =>
      Number((await redis.zrange(lineOf(host), '-1', '-1', 'WITHSCORES'))[1] ?? 0),
    waiting: (host) => redis.zcard(lineOf(host)),
  };
}
