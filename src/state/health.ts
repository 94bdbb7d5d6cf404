import type { Redis } from 'ioredis';
import { Health } from '../record/health.ts';
import type { Keys } from './keys.ts';

type Count = 'published' | 'updated' | 'skipped' | 'failed';
type Facts = Partial<Omit<Health, Count>>;

/** What is kept of each source's state. */
export interface HealthBook {
  /** Sets facts of a source. */
  readonly note: (source: string, facts: Facts) => Promise<void>;
  readonly count: (source: string, what: Count) => Promise<void>;
  /** Adds the weight of a failure to what stands. */
  readonly addFailureScore: (source: string, weight: number) => Promise<void>;
  readonly of: (sources: readonly string[]) => Promise<Map<string, Health>>;
}

/** A source that is gone from the configuration is forgotten after half a year. */
const KEPT_MS = 180 * 86_400_000;

/** One hash a source; each fact is a field of it, as JSON. */
export function healthBook(redis: Redis, keys: Keys): HealthBook {
  const touch = (source: string) => redis.pexpire(keys.health(source), KEPT_MS);
  return {
    async note(source, facts) {
      const fields = Object.entries(facts).filter(([, value]) => value !== undefined);
      if (fields.length === 0) return;
      const pairs = fields.flatMap(([name, value]) => [name, JSON.stringify(value)]);
      const key = keys.health(source);
      await redis
        .pipeline()
        .hset(key, ...pairs)
        .pexpire(key, KEPT_MS)
        .exec();
    },
    async count(source, what) {
      await redis.hincrby(keys.health(source), what, 1);
      await touch(source);
    },
    async addFailureScore(source, weight) {
      await redis.hincrbyfloat(keys.health(source), 'failureScore', weight);
    },
    async of(sources) {
      const pipeline = redis.pipeline();
      for (const source of sources) pipeline.hgetall(keys.health(source));
      const replies = (await pipeline.exec()) ?? [];
      return new Map(sources.map((source, index) => [source, parse(replies[index]?.[1])]));
    },
  };
}

function parse(fields: unknown): Health {
  const pairs = typeof fields === 'object' && fields !== null ? Object.entries(fields) : [];
  const read = Health.safeParse(
    Object.fromEntries(pairs.map(([name, text]) => [name, JSON.parse(text)])),
  );
  return read.success ? read.data : Health.parse({});
}
