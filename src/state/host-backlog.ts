import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** How many requests wait for a host, and until when. */
export interface Backlog {
  readonly waiting: number;
  /** Unix ms promised to the last of them; 0 where none waits. */
  readonly until: number;
}

/** Looks at the line of requests that wait for a host, as `host-slots.ts` keeps it. */
export interface HostBacklog {
  readonly of: (host: string) => Promise<Backlog>;
}

/** The line in Redis: what backfills wait for stands in another, and gives way to news. */
export function hostBacklog(redis: Redis, keys: Keys): HostBacklog {
  return {
    async of(host) {
      const line = keys.of('slot-line', host);
      const [last, waiting] = await Promise.all([
        redis.zrange(line, '-1', '-1', 'WITHSCORES'),
        redis.zcard(line),
      ]);
      return { waiting, until: Number(last[1] ?? 0) };
    },
  };
}
