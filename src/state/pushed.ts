import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** What hubs brought of a source since its last poll. */
export interface PushedLinks {
  readonly fresh: number;
  /** ISO instants at which they were published, where the hub's feed says so. */
  readonly publishedAt: readonly string[];
}

/** Counts between two polls, so that a source's rhythm is learnt whoever brought its news. */
export interface Pushed {
  /** Notes new links; each is the ISO instant of its publication, empty where unknown. */
  readonly add: (source: string, published: readonly string[]) => Promise<void>;
  /** What came since the last call; the count then starts again. */
  readonly take: (source: string) => Promise<PushedLinks>;
  /** Whether a hub may set off a visit now: once a minute at most. */
  readonly mayVisit: (source: string) => Promise<boolean>;
}

/** Links kept between two polls: an hour of the busiest agency. */
const MOST = 200;

/** When a source is not polled for two days, the times of its pushes say nothing of its rhythm. */
const KEPT_MS = 2 * 86_400_000;

/** The shortest pause between two visits that a hub sets off: half of the shortest learnt one. */
export const TOLD_EVERY_MS = 60_000;

/** A short list a source, and a mark of the last visit that a hub set off. */
export function pushedLinks(redis: Redis, keys: Keys): Pushed {
  const keyOf = (source: string): string => keys.of('pushed', source);
  return {
    async add(source, published) {
      if (published.length === 0) return;
      await redis
        .multi()
        .rpush(keyOf(source), ...published)
        .ltrim(keyOf(source), -MOST, -1)
        .pexpire(keyOf(source), KEPT_MS)
        .exec();
    },
    async take(source) {
      const replies = await redis.multi().lrange(keyOf(source), 0, -1).del(keyOf(source)).exec();
      const found = replies?.[0]?.[1];
      const all = Array.isArray(found) ? found.map(String) : [];
      return { fresh: all.length, publishedAt: all.filter((iso) => iso !== '') };
    },
    async mayVisit(source) {
      const mark = await redis.set(keys.of('told', source), '1', 'PX', TOLD_EVERY_MS, 'NX');
      return mark === 'OK';
    },
  };
}
