import type { Redis } from 'ioredis';
import type { RobotsEntry, RobotsStore } from '../line/fetch/site-text.ts';
import type { Keys } from './keys.ts';

/** Kept so long, since the last rules hold again where the file cannot be reached for more than a day. */
const KEPT_MS = 30 * 86_400_000;

/** robots.txt, ai.txt and tdmrep.json as JSON, each under its key; the fetch step says how long one is fresh. */
export function redisRobotsStore(redis: Redis, keys: Keys): RobotsStore {
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
