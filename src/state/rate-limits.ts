import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Keys } from './keys.ts';

/** What a taker of a rate limit has left of it, or how long it has to wait for more. */
export type RateLeft = { readonly left: number } | { readonly waitMs: number };

/** So many a time, counted for each taker apart, over all processes of the installation. */
export interface RateLimit {
  readonly take: (taker: string) => Promise<RateLeft>;
}

/**
 * A rate limit in Redis: one counter a taker, which ends with its time. Where Redis does not answer,
 * each process counts for itself.
 */
export function rateLimit(
  redis: Redis,
  keys: Keys,
  { name, points, seconds }: { name: string; points: number; seconds: number },
): RateLimit {
  const bound = { points, duration: seconds };
  const limiter = new RateLimiterRedis({
    ...bound,
    storeClient: redis,
    keyPrefix: keys.of('rate', name),
    insuranceLimiter: new RateLimiterMemory(bound),
  });
  return {
    async take(taker) {
      try {
        return { left: (await limiter.consume(taker)).remainingPoints };
      } catch (error) {
        if (error instanceof RateLimiterRes) return { waitMs: error.msBeforeNext };
        throw error;
      }
    },
  };
}
