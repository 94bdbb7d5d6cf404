import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Keys } from './keys.ts';

/** One write of an operator. */
const Entry = z.object({
  at: z.string(),
  who: z.string(),
  what: z.string(),
  about: z.string(),
  error: z.string().optional(),
});
type Entry = z.infer<typeof Entry>;

/** What operators changed. */
export interface AuditLog {
  readonly add: (entry: Entry) => Promise<void>;
  /** Newest first. */
  readonly list: (count: number) => Promise<Entry[]>;
}

/** A year of a busy team; the log of the process has them too. */
const MOST = 10_000;
const KEPT_MS = 400 * 86_400_000;

/** One list of the installation. */
export function auditLog(redis: Redis, keys: Keys): AuditLog {
  const key = keys.of('audit');
  return {
    async add(entry) {
      await redis
        .pipeline()
        .lpush(key, JSON.stringify(entry))
        .ltrim(key, 0, MOST - 1)
        .pexpire(key, KEPT_MS)
        .exec();
    },
    async list(count) {
      const lines = await redis.lrange(key, 0, count - 1);
      return lines.flatMap((line) => {
        const read = Entry.safeParse(JSON.parse(line));
        return read.success ? [read.data] : [];
      });
    },
  };
}
