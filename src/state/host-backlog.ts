import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** Looks at the line of requests that wait for a host, as `host-slots.ts` keeps it. */
export interface HostBacklog {
  /** Unix ms promised to the last that waits; 0 where none does. */
  readonly until: (host: string) => Promise<number>;
  /** How many wait. */
  readonly waiting: (host: string) => Promise<number>;
}

/** The line in Redis: what backfills wait for stands in another, and gives way to news. */
export function hostBacklog(redis: Redis, keys: Keys): HostBacklog {
  const lineOf = (host: string): string => keys.of('slot-line', host);
  return {
    // Every visit looks: one small command.
    until: async (host) =>
      Number((await redis.zrange(lineOf(host), '-1', '-1', 'WITHSCORES'))[1] ?? 0),
    waiting: (host) => redis.zcard(lineOf(host)),
  };
}
