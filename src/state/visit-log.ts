import type { Redis } from 'ioredis';
import { VisitEntry } from '../record/visit-entry.ts';
import type { Keys } from './keys.ts';

/** The last visits of each source. */
export interface VisitLog {
  readonly add: (source: string, entry: VisitEntry) => Promise<void>;
  /** The last visits of a source, newest first. */
  readonly of: (source: string) => Promise<VisitEntry[]>;
}

/** Half a day of a source that is visited every quarter of an hour, some 300 bytes a visit. */
const MOST = 50;

/** As long as dead letters are kept. */
const KEPT_MS = 30 * 86_400_000;

/** One list a source; an entry of a release whose form differs is left out. */
export function visitLog(redis: Redis, keys: Keys): VisitLog {
  const keyOf = (source: string): string => keys.of('visit-log', source);
  return {
    async add(source, entry) {
      const key = keyOf(source);
      await Promise.all([
        redis.lpush(key, JSON.stringify(entry)),
        redis.ltrim(key, 0, MOST - 1),
        redis.pexpire(key, KEPT_MS),
      ]);
    },
    async of(source) {
      const lines = await redis.lrange(keyOf(source), 0, -1);
      return lines.flatMap((line) => {
        const read = VisitEntry.safeParse(JSON.parse(line));
        return read.success ? [read.data] : [];
      });
    },
  };
}
