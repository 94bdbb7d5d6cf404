import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Redis } from 'ioredis';
import type { Page } from '../record/fetched-page.ts';
import { HeldRecord } from '../record/held-record.ts';
import type { Keys } from './keys.ts';
import { urlDigest } from './seen.ts';

/** What is held back from the log, a source's own. */
export interface HeldRecords {
  /**
   * Holds a reading back, with its page where there is room for it; the same page again takes its
   * place. @returns how many older ones had to go for it
   */
  readonly add: (held: HeldRecord, page: Page | undefined) => Promise<number>;
  /** The oldest first; of all sources where none is named. */
  readonly list: (source?: string) => Promise<HeldRecord[]>;
  readonly get: (id: string) => Promise<HeldRecord | undefined>;
  /** The page that it was read off; undefined where it was not kept. */
  readonly page: (id: string) => Promise<Page | undefined>;
  /** @returns false where there was none */
  readonly remove: (id: string) => Promise<boolean>;
  readonly counts: (sources: readonly string[]) => Promise<Map<string, number>>;
}

/** What bounds them. */
const BOUNDS = {
  /** A source that publishes 200 a day holds a day's. */
  records: 200,
  /** Enough to judge selectors by, and few megabytes where pages are large. */
  pages: 20,
  pageBytes: 300_000,
  /** As long as dead letters. */
  keptMs: 30 * 86_400_000,
} as const;

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Ids are of letters that a command line takes; the part behind the last hyphen has none. */
export const heldId = (source: string, url: string): string =>
  `${source}-${urlDigest(url).replaceAll('-', '_')}`;

const sourceOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));

/** Three keys a source: records, their times, the latest pages; and which sources have some. */
export function heldRecords(redis: Redis, keys: Keys): HeldRecords {
  const recordsOf = (source: string): string => keys.of('held', source);
  const timesOf = (source: string): string => keys.of('held-at', source);
  const pagesOf = (source: string): string => keys.of('held-pages', source);
  const sources = keys.of('held-sources');
  const drop = async (source: string, ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    await redis
      .multi()
      .hdel(recordsOf(source), ...ids)
      .hdel(pagesOf(source), ...ids)
      .zrem(timesOf(source), ...ids)
      .exec();
  };
  const trim = async (source: string, now: number): Promise<number> => {
    const [old, ids] = await Promise.all([
      redis.zrangebyscore(timesOf(source), '-inf', String(now - BOUNDS.keptMs)),
      redis.zrange(timesOf(source), '0', '-1'),
    ]);
    const gone = [...new Set([...old, ...ids.slice(0, -BOUNDS.records)])];
    await drop(source, gone);
    const pageless = ids.slice(0, -BOUNDS.pages);
    if (pageless.length > 0) await redis.hdel(pagesOf(source), ...pageless);
    return gone.length;
  };
  return {
    async add(held, page) {
      const { id, source } = held;
      const atMs = Date.parse(held.at);
      const copy = page && (await zip(JSON.stringify(page)));
      const all = redis
        .multi()
        .hset(recordsOf(source), id, JSON.stringify(held))
        .zadd(timesOf(source), String(atMs), id)
        .zadd(sources, String(atMs), source)
        .zremrangebyscore(sources, '-inf', String(atMs - BOUNDS.keptMs));
      if (copy && copy.length <= BOUNDS.pageBytes) all.hset(pagesOf(source), id, copy);
      for (const key of [recordsOf(source), timesOf(source), pagesOf(source)])
        all.pexpire(key, BOUNDS.keptMs);
      await all.exec();
      return trim(source, atMs);
    },
    async list(source) {
      const named = source === undefined ? await redis.zrange(sources, '0', '-1') : [source];
      const texts = await Promise.all(named.map((one) => redis.hvals(recordsOf(one))));
      return texts
        .flat()
        .map(parseHeld)
        .toSorted((one, other) => one.at.localeCompare(other.at));
    },
    async get(id) {
      const text = await redis.hget(recordsOf(sourceOf(id)), id);
      return text === null ? undefined : parseHeld(text);
    },
    async page(id) {
      const copy = await redis.hgetBuffer(pagesOf(sourceOf(id)), id);
      return copy === null ? undefined : JSON.parse((await unzip(copy)).toString('utf8'));
    },
    async remove(id) {
      const wasThere = (await redis.hexists(recordsOf(sourceOf(id)), id)) === 1;
      await drop(sourceOf(id), [id]);
      return wasThere;
    },
    async counts(ids) {
      const pipeline = redis.pipeline();
      for (const source of ids) pipeline.hlen(recordsOf(source));
      const replies = (await pipeline.exec()) ?? [];
      return new Map(ids.map((source, at) => [source, Number(replies[at]?.[1] ?? 0)]));
    },
  };
}

const parseHeld = (text: string): HeldRecord => HeldRecord.parse(JSON.parse(text));
