import type { Redis } from 'ioredis';
import { Backfill } from '../record/backfill.ts';
import type { Keys } from './keys.ts';
import { urlDigest } from './seen.ts';

/** What is known of a backfill beside its pages. */
export type BackfillFacts = Omit<Backfill, 'left'>;

/** How far the backfills came. */
export interface Backfills {
  readonly note: (source: string, facts: BackfillFacts) => Promise<void>;
  /** Pages are about to enter the queue, or have ended; a page that is reported twice counts once. */
  readonly addPages: (source: string, urls: readonly string[]) => Promise<void>;
  readonly endPage: (source: string, url: string) => Promise<void>;
  /** The last one of each source that had one in the last month. */
  readonly of: (sources: readonly string[]) => Promise<Map<string, Backfill>>;
}

/** As long as dead letters are kept, and longer than 100,000 pages take at 20 s each (23 days). */
const KEPT_MS = 30 * 86_400_000;

const Facts = Backfill.omit({ left: true });

/** One small value a source, and a set of the pages that wait. */
export function backfills(redis: Redis, keys: Keys): Backfills {
  const factsOf = (source: string): string => keys.of('backfill', source);
  const pagesOf = (source: string): string => keys.of('backfill-pages', source);
  return {
    async note(source, facts) {
      await redis.set(factsOf(source), JSON.stringify(facts), 'PX', KEPT_MS);
    },
    async addPages(source, urls) {
      if (urls.length === 0) return;
      const key = pagesOf(source);
      await redis
        .multi()
        .sadd(key, ...urls.map(urlDigest))
        .pexpire(key, KEPT_MS)
        .exec();
    },
    async endPage(source, url) {
      await redis.srem(pagesOf(source), urlDigest(url));
    },
    async of(sources) {
      const pipeline = redis.pipeline();
      for (const source of sources) pipeline.get(factsOf(source)).scard(pagesOf(source));
      const replies = ((await pipeline.exec()) ?? []).map(([, value]) => value);
      return new Map(
        sources.flatMap((source, index): [string, Backfill][] => {
          const facts = parseFacts(replies[index * 2]);
          return facts ? [[source, { ...facts, left: Number(replies[index * 2 + 1]) }]] : [];
        }),
      );
    },
  };
}

/** A value in the form of another release counts as none. */
function parseFacts(text: unknown): BackfillFacts | undefined {
  return typeof text === 'string' ? Facts.safeParse(JSON.parse(text)).data : undefined;
}
