import type { Redis } from 'ioredis';
import { z } from 'zod';
import { PageTrace } from '../record/trace.ts';
import type { Keys } from './keys.ts';
import { pairs } from './log-entry.ts';

/** Which page is meant: by the digest of its link, or by the article that it gave. */
export interface TracedPage {
  readonly source: string;
  readonly digest?: string | undefined;
  readonly id?: string | undefined;
}

/** How the jobs of pages ended, for seven days. */
export interface PageTraces {
  /** One write, of some 400 bytes, for the whole job. */
  readonly add: (page: TracedPage, trace: PageTrace) => Promise<void>;
  /** Those of one page, the oldest first. */
  readonly of: (page: TracedPage) => Promise<PageTrace[]>;
}

/** What an operator asks about is of this week; records and the log know for longer. */
const KEPT_MS = 7 * 86_400_000;

/** A week of the busiest portals (some 1,000 articles a day, each rechecked): 8 MB a source. */
const MOST = 20_000;

/** Entries read in one round trip. */
const CHUNK = 1000;

const Entries = z.array(z.tuple([z.string(), z.array(z.string())]));

/** One stream a source, which Redis keeps packed; a page is looked for in it, and that is rare. */
export function pageTraces(redis: Redis, keys: Keys, keptMs = KEPT_MS): PageTraces {
  const keyOf = (source: string): string => keys.of('trace', source);
  return {
    async add({ source, digest = '', id = '' }, trace) {
      const key = keyOf(source);
      const oldest = Date.now() - keptMs;
      const fields = ['d', digest, 'i', id, 't', JSON.stringify(trace)];
      await Promise.all([
        redis.xadd(key, 'MAXLEN', '~', MOST, '*', ...fields),
        redis.xtrim(key, 'MINID', '~', oldest),
        redis.pexpire(key, keptMs),
      ]);
    },
    async of(page) {
      const found: PageTrace[] = [];
      let from = String(Date.now() - keptMs);
      for (;;) {
        const reply = await redis.xrange(keyOf(page.source), from, '+', 'COUNT', CHUNK);
        const entries = Entries.parse(reply);
        for (const [, flat] of entries) found.push(...tracesOf(pairs(flat), page));
        const last = entries.at(-1);
        if (!last || entries.length < CHUNK) return found;
        from = `(${last[0]}`;
      }
    },
  };
}

/** An entry of a release whose form differs is left out. */
function tracesOf({ d, i, t }: Record<string, unknown>, { digest, id }: TracedPage): PageTrace[] {
  const isMeant = (digest !== undefined && d === digest) || (id !== undefined && i === id);
  const read = isMeant ? PageTrace.safeParse(JSON.parse(String(t))) : undefined;
  return read?.success ? [read.data] : [];
}
