import type { Redis } from 'ioredis';
import { mostFrequent } from '../record/frequency.ts';
import { type Fault, Health, type RecentPages } from '../record/health.ts';
import type { SelectorMatches } from '../record/named-selectors.ts';
import type { Keys } from './keys.ts';

type Count = 'published' | 'updated' | 'skipped' | 'failed';
type Facts = Partial<Omit<Health, Count | 'recentPages' | 'unmatched'>>;

/** What is kept of each source's state. */
export interface HealthBook {
  /** Sets facts of a source. */
  readonly note: (source: string, facts: Facts) => Promise<void>;
  /** Counts a page that could be read; after ten of them in a row the last error is forgotten. */
  readonly count: (source: string, what: Exclude<Count, 'failed'>) => Promise<void>;
  /** Counts a page that failed, and keeps why and since when. */
  readonly fail: (source: string, fault: Fault) => Promise<void>;
  /** Adds the weight of a failure to what stands. */
  readonly addFailureScore: (source: string, weight: number) => Promise<void>;
  /** Counts on how many pages in a row selectors of its file found nothing; one match ends it. */
  readonly match: (source: string, matches: SelectorMatches) => Promise<void>;
  readonly of: (sources: readonly string[]) => Promise<Map<string, Health>>;
}

/** A source that is gone from the configuration is forgotten after half a year. */
const KEPT_MS = 180 * 86_400_000;

/** Pages of a source whose ends are kept: a share of them says how it fares now. */
const RECENT = { most: 50, keptMs: 7 * 86_400_000 } as const;

/** After so many good pages in a row, what failed before counts as mended. */
const MENDED_AFTER = 10;

/** Prefix of a field for a selector: the field holds on how many pages in a row it found nothing. */
const UNMATCHED = 'unmatched ';

/** One hash a source, each fact a field of it as JSON; and a list of how its last pages ended. */
export function healthBook(redis: Redis, keys: Keys): HealthBook {
  const recentOf = (source: string): string => keys.of('recent-pages', source);
  const ended = async (source: string, what: Count, code = ''): Promise<string[]> => {
    const [key, recent] = [keys.health(source), recentOf(source)];
    // In one turn, so that they go to Redis in one write; it keeps their order.
    const replies = await Promise.all([
      redis.lpush(recent, code === '' ? what : `${what} ${code}`),
      redis.ltrim(recent, 0, RECENT.most - 1),
      redis.pexpire(recent, RECENT.keptMs),
      redis.hincrby(key, what, 1),
      redis.pexpire(key, KEPT_MS),
      redis.lrange(recent, 0, MENDED_AFTER - 1),
    ]);
    return replies[5];
  };
  return {
    async note(source, facts) {
      const fields = Object.entries(facts).filter(([, value]) => value !== undefined);
      if (fields.length === 0) return;
      const pairs = fields.flatMap(([name, value]) => [name, JSON.stringify(value)]);
      const key = keys.health(source);
      await Promise.all([redis.hset(key, ...pairs), redis.pexpire(key, KEPT_MS)]);
    },
    async count(source, what) {
      const last = await ended(source, what);
      const isMended = last.length >= MENDED_AFTER && !last.some((end) => end.startsWith('failed'));
      if (isMended) await redis.hdel(keys.health(source), 'lastError');
    },
    async fail(source, fault) {
      await ended(source, 'failed', fault.code);
      const before = parse([await redis.hgetall(keys.health(source)), []]).lastError;
      const since = (before?.code === fault.code ? before.since : undefined) ?? fault.at;
      await redis.hset(keys.health(source), 'lastError', JSON.stringify({ ...fault, since }));
    },
    async addFailureScore(source, weight) {
      await redis.hincrbyfloat(keys.health(source), 'failureScore', weight);
    },
    async match(source, matches) {
      const key = keys.health(source);
      await Promise.all(
        Object.entries(matches).map(([name, isMatch]) =>
          isMatch ? redis.hdel(key, UNMATCHED + name) : redis.hincrby(key, UNMATCHED + name, 1),
        ),
      );
    },
    async of(sources) {
      const pipeline = redis.pipeline();
      for (const source of sources) {
        pipeline.hgetall(keys.health(source)).lrange(recentOf(source), 0, -1);
      }
      const replies = ((await pipeline.exec()) ?? []).map(([, reply]) => reply);
      return new Map(
        sources.map((source, at) => [source, parse(replies.slice(2 * at, 2 * at + 2))]),
      );
    },
  };
}

function parse([fields, ends]: readonly unknown[]): Health {
  const pairs = typeof fields === 'object' && fields !== null ? Object.entries(fields) : [];
  const values = pairs.map(([name, text]) => [name, JSON.parse(text)] as const);
  const isCount = ([name]: readonly [string, unknown]): boolean => name.startsWith(UNMATCHED);
  const facts = Object.fromEntries(values.filter((value) => !isCount(value)));
  const unmatched = Object.fromEntries(
    values.filter(isCount).map(([name, count]) => [name.slice(UNMATCHED.length), count]),
  );
  const recentPages = recentOf(Array.isArray(ends) ? ends.map(String) : []);
  const read = Health.safeParse({ ...facts, unmatched, recentPages });
  return read.success ? read.data : Health.parse({});
}

function recentOf(ends: readonly string[]): RecentPages {
  const failed = ends.flatMap((end) => (end.startsWith('failed') ? [end.slice(7)] : []));
  const skipped = ends.filter((end) => end === 'skipped').length;
  const code = mostFrequent(failed);
  const good = ends.length - failed.length - skipped;
  return { good, skipped, failed: failed.length, ...(code ? { code } : {}) };
}
