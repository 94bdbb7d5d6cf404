import type { Redis } from 'ioredis';
import { z } from 'zod';
import { Link } from '../record/link.ts';
import type { Keys } from './keys.ts';

/** The page of a published record that is to be fetched again for corrections. */
const Recheck = z.object({ link: Link, article: z.string() });
type Recheck = z.infer<typeof Recheck>;

/** The pages to be rechecked, by the time at which each is due. */
export interface Revisits {
  /** Plans a recheck of a record's page at each of `times` (Unix ms). */
  readonly plan: (recheck: Recheck, times: readonly number[]) => Promise<void>;
  /** The links due until `now`, at most `count`; each stays until `done`. */
  readonly due: (now: number, count: number) => Promise<(Recheck & { member: string })[]>;
  readonly done: (member: string) => Promise<void>;
  readonly count: () => Promise<number>;
}

/** Rechecks planned over all sources at most; the latest are dropped first. */
const MOST = 500_000;

/** Planned rechecks in one sorted set: the score is the time, the member the link. */
export function revisits(redis: Redis, keys: Keys): Revisits {
  const key = keys.of('revisits');
  return {
    async plan({ link, article }, times) {
      if (times.length === 0) return;
      // The route's own full text is not needed again.
      const { content: _content, summary: _summary, ...kept } = link;
      const members = times.flatMap((time) => [
        time,
        JSON.stringify({ time, article, link: kept }),
      ]);
      await redis
        .multi()
        .zadd(key, ...members)
        .zremrangebyrank(key, MOST, -1)
        .exec();
    },
    async due(now, count) {
      const members = await redis.zrangebyscore(key, 0, now, 'LIMIT', 0, count);
      return members.map((member) => ({ member, ...Recheck.parse(JSON.parse(member)) }));
    },
    done: async (member) => {
      await redis.zrem(key, member);
    },
    count: () => redis.zcard(key),
  };
}
