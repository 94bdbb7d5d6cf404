import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Page } from '../record/fetched-page.ts';
import { HeldRecord } from '../record/held-record.ts';
import type { Keys } from './keys.ts';

/** A page without an article where the source's pages have one, which later pages may explain. */
export interface OddReading {
  /** The page's address as the source's profile has it. */
  readonly address: string;
  /** What would be held. */
  readonly held: HeldRecord;
  /** Absent where it is too large to be kept. */
  readonly page?: Page;
}

/** The latest odd readings of each source. */
export interface OddReadings {
  readonly keep: (reading: OddReading) => Promise<void>;
  /** Takes those of the addresses away, the oldest first: of two that ask one gets each. */
  readonly take: (source: string, addresses: readonly string[]) => Promise<OddReading[]>;
}

/** As many as the latest pages by which a drift is found, each as large as a held page may be. */
const BOUNDS = { readings: 20, pageBytes: 300_000, keptMs: 30 * 86_400_000 } as const;

const Kept = z.object({ address: z.string(), held: HeldRecord, page: z.string().optional() });

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** One list a source, the latest first. */
export function oddReadings(redis: Redis, keys: Keys): OddReadings {
  const keyOf = (source: string): string => keys.of('odd', source);
  return {
    async keep({ address, held, page }) {
      const copy = page && (await zip(JSON.stringify(page)));
      const isKept = copy !== undefined && copy.length <= BOUNDS.pageBytes;
      const kept = { address, held, ...(isKept ? { page: copy.toString('base64') } : {}) };
      const key = keyOf(held.source);
      await redis
        .multi()
        .lpush(key, JSON.stringify(kept))
        .ltrim(key, 0, BOUNDS.readings - 1)
        .pexpire(key, BOUNDS.keptMs)
        .exec();
    },
    async take(source, addresses) {
      const texts = (await redis.lrange(keyOf(source), 0, -1)).toReversed();
      const taken: OddReading[] = [];
      for (const text of texts) {
        const { address, held, page: copy } = Kept.parse(JSON.parse(text));
        if (!addresses.includes(address)) continue;
        if ((await redis.lrem(keyOf(source), 1, text)) === 0) continue;
        const page: Page | undefined =
          copy && JSON.parse((await unzip(Buffer.from(copy, 'base64'))).toString('utf8'));
        taken.push({ address, held, ...(page ? { page } : {}) });
      }
      return taken;
    },
  };
}
