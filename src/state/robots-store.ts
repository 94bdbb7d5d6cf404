import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** What is kept of a file in which a site states rules. */
interface RobotsEntry {
  readonly text?: string | undefined;
  readonly at: number;
  readonly failingSince?: number | undefined;
  readonly unreadable?: string | undefined;
}

/** robots.txt files by origin, as the fetch step asks for them. */
export interface RedisRobotsStore {
  readonly get: (origin: string) => Promise<RobotsEntry | undefined>;
  readonly put: (origin: string, entry: RobotsEntry) => Promise<void>;
}

/** Kept so long, since the last rules hold again where the file cannot be reached for more than a day. */
const KEPT_MS = 30 * 86_400_000;

/** robots.txt files as JSON under the origin's key; the fetch step says how long one is fresh. */
export function redisRobotsStore(redis: Redis, keys: Keys): RedisRobotsStore {
  return {
    async get(origin) {
      const text = await redis.get(keys.robots(origin));
      return text === null ? undefined : (JSON.parse(text) as RobotsEntry);
    },
    async put(origin, entry) {
      await redis.set(keys.robots(origin), JSON.stringify(entry), 'PX', KEPT_MS);
    },
  };
}
