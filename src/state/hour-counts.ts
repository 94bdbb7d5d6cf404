import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** Records a source in the last 24 hours. */
export interface HourCounts {
  /** Counts one record that entered the log at `now` (Unix ms). */
  readonly add: (source: string, now: number) => Promise<void>;
  /** Records of each source in the 24 hours before `now`, to the hour. */
  readonly lastDay: (now: number) => Promise<Map<string, number>>;
  /** Records of all sources in each of the last 24 hours, the one of `now` last. */
  readonly totals: (now: number) => Promise<number[]>;
}

/** One hash an hour, source → records; an hour is forgotten after a day. */
export function hourCounts(redis: Redis, keys: Keys): HourCounts {
  const keyOf = (hour: number): string => keys.of('hour', String(hour));
  return {
    async add(source, now) {
      const key = keyOf(Math.floor(now / HOUR_MS));
      await redis
        .multi()
        .hincrby(key, source, 1)
        .pexpire(key, (HOURS + 1) * HOUR_MS)
        .exec();
    },
    async lastDay(now) {
      const hour = Math.floor(now / HOUR_MS);
      const hours = Array.from({ length: HOURS }, (_, back) => redis.hgetall(keyOf(hour - back)));
      const sums = new Map<string, number>();
      for (const [source, count] of (await Promise.all(hours)).flatMap(Object.entries)) {
        sums.set(source, (sums.get(source) ?? 0) + Number(count));
      }
      return sums;
    },
    async totals(now) {
      const hour = Math.floor(now / HOUR_MS);
      const oldest = hour - HOURS + 1;
      const hours = Array.from({ length: HOURS }, (_, index) => redis.hvals(keyOf(oldest + index)));
      return (await Promise.all(hours)).map((counts) =>
        counts.reduce((sum, count) => sum + Number(count), 0),
      );
    },
  };
}
