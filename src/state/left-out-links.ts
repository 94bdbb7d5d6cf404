import type { Redis } from 'ioredis';
import { LeftOutLink } from '../record/left-out.ts';
import type { Keys } from './keys.ts';

/** Which links the last visits left out, by the digests of their identities. */
export interface LeftOutLinks {
  /** Notes links of one source; one that was noted before gets its newest reason. */
  readonly note: (source: string, links: ReadonlyMap<string, LeftOutLink>) => Promise<void>;
  /** Of the sources those that left the link out. */
  readonly of: (
    sources: readonly string[],
    digest: string,
  ) => Promise<ReadonlyMap<string, LeftOutLink>>;
}

/** As long as how the jobs of pages ended. */
const KEPT_MS = 7 * 86_400_000;

/** What a source's documents list at a time, some 200 bytes each: 100 KB a source. */
const MOST = 500;

/** Two keys a source: the links, and when each was met last. */
export function leftOutLinks(redis: Redis, keys: Keys, keptMs = KEPT_MS): LeftOutLinks {
  const linksOf = (source: string): string => keys.of('left-out', source);
  const timesOf = (source: string): string => keys.of('left-out-at', source);
  const trim = async (source: string): Promise<void> => {
    const over = await redis.zrange(timesOf(source), '0', String(-MOST - 1));
    if (over.length === 0) return;
    await redis
      .multi()
      .hdel(linksOf(source), ...over)
      .zrem(timesOf(source), ...over)
      .exec();
  };
  return {
    async note(source, links) {
      const entries = [...links].slice(0, MOST);
      if (entries.length === 0) return;
      const now = Date.now();
      const fields = entries.flatMap(([digest, link]) => [digest, JSON.stringify(link)]);
      const members = entries.flatMap(([digest]) => [String(now), digest]);
      const replies = await redis
        .multi()
        .hset(linksOf(source), ...fields)
        .zadd(timesOf(source), ...members)
        .pexpire(linksOf(source), keptMs)
        .pexpire(timesOf(source), keptMs)
        .zcard(timesOf(source))
        .exec();
      if (Number(replies?.at(-1)?.[1]) > MOST) await trim(source);
    },
    async of(sources, digest) {
      const pipeline = redis.pipeline();
      for (const source of sources) pipeline.hget(linksOf(source), digest);
      const replies = ((await pipeline.exec()) ?? []).map(([, reply]) => reply);
      return new Map(
        sources.flatMap((source, index) => {
          const reply = replies[index];
          // An entry of a release whose form differs is left out.
          const read =
            typeof reply === 'string' ? LeftOutLink.safeParse(JSON.parse(reply)) : undefined;
          const isKept = read?.success && Date.parse(read.data.at) >= Date.now() - keptMs;
          return isKept ? [[source, read.data] as const] : [];
        }),
      );
    },
  };
}
