import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** Which links a source's visits have met, and when first. */
export interface SeenLinks {
  /** Of `urls`, those not met before, in their order. */
  readonly unseen: (source: string, urls: readonly string[]) => Promise<string[]>;
  /** Notes that they were met at `at` (Unix ms) and are in the queue. */
  readonly mark: (source: string, urls: readonly string[], at: number) => Promise<void>;
  /** Forgets links, so that the next visit meets them anew. */
  readonly forget: (source: string, urls: readonly string[]) => Promise<void>;
  readonly count: (source: string) => Promise<number>;
}

/** Feeds and sitemaps list nothing older; an older link that returns is known by its record. */
const KEPT_MS = 90 * 86_400_000;

/** The most links kept a source: 90 days of the busiest portals (some 1,000 a day), doubled. */
const KEPT_LINKS = 200_000;

/** Bytes of a link's digest: at 200,000 links a source a false match has a chance of 1 in 10^10. */
const DIGEST_BYTES = 12;

/** The short digest under which a URL is kept. */
export function urlDigest(url: string): string {
  return createHash('sha256').update(url).digest().subarray(0, DIGEST_BYTES).toString('base64url');
}

/** The links met, in one sorted set a source, bounded in age and number. */
export function seenLinks(redis: Redis, keys: Keys): SeenLinks {
  return {
    async unseen(source, urls) {
      if (urls.length === 0) return [];
      const scores = await redis.zmscore(keys.seen(source), ...urls.map(urlDigest));
      return urls.filter((_, index) => scores[index] === null);
    },
    async mark(source, urls, at) {
      if (urls.length === 0) return;
      const members = urls.flatMap((url) => [at, urlDigest(url)]);
      await redis
        .multi()
        .zadd(keys.seen(source), 'NX', ...members)
        .zremrangebyscore(keys.seen(source), '-inf', at - KEPT_MS)
        .zremrangebyrank(keys.seen(source), 0, -KEPT_LINKS - 1)
        .pexpire(keys.seen(source), KEPT_MS)
        .exec();
    },
    async forget(source, urls) {
      if (urls.length > 0) await redis.zrem(keys.seen(source), ...urls.map(urlDigest));
    },
    count: (source) => redis.zcard(keys.seen(source)),
  };
}
