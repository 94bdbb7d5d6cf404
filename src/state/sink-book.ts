import type { Redis } from 'ioredis';
import { z } from 'zod';
import { dropTaken, noteTaken } from './delivery-traces.ts';
import type { Keys } from './keys.ts';

/** What is known of a sink beside its place in the log. */
export const SinkNote = z.object({
  /** Its kind and a digest of its settings, to tell that they changed. */
  settings: z.string().optional(),
  /** When it last took records, ISO 8601. */
  deliveredAt: z.string().optional(),
  /** Since when it does not take records, ISO 8601; absent while it does. */
  failingSince: z.string().optional(),
  /** Why it does not. */
  error: z.string().optional(),
  /** Tries in a row that failed, and when the next is, ISO 8601. */
  failures: z.coerce.number().optional(),
  retryAt: z.string().optional(),
  /** Records that left the log before it had them, and the positions of the first and last. */
  lost: z.coerce.number().default(0),
  lostFrom: z.string().optional(),
  lostTo: z.string().optional(),
});
/** What is known of a sink beside its place in the log. */
export type SinkNote = z.infer<typeof SinkNote>;

/** A try that a sink did not take. */
export interface SinkFailure {
  readonly error: string;
  /** Tries in a row that failed, this one included. */
  readonly failures: number;
  /** When the next is, Unix ms. */
  readonly retryAt: number;
}

/** Notes about sinks, one small hash each; forgotten with the sink. */
export interface SinkBook {
  readonly of: (sink: string) => Promise<SinkNote>;
  readonly note: (sink: string, fields: Partial<SinkNote>) => Promise<void>;
  /** It takes records: positions of the log that end a batch, or stand for themselves. */
  readonly works: (sink: string, at: Date, positions?: readonly string[]) => Promise<void>;
  /** It does not take records; the time of the first failure stays. */
  readonly fails: (sink: string, at: Date, failure: SinkFailure) => Promise<void>;
  readonly clear: (sink: string) => Promise<void>;
}

/** The notes of the sinks of one installation. */
export function sinkBook(redis: Redis, keys: Keys): SinkBook {
  const key = (sink: string): string => keys.of('sink', sink);
  return {
    of: async (sink) => SinkNote.parse(await redis.hgetall(key(sink))),
    note: async (sink, fields) => {
      const known = Object.entries(fields).filter(([, value]) => value !== undefined);
      if (known.length > 0) await redis.hset(key(sink), Object.fromEntries(known));
    },
    works: (sink, at, positions = []) => noteTaken(redis, keys, { sink, positions, at }),
    fails: async (sink, at, { error, failures, retryAt }) => {
      await redis
        .multi()
        .hsetnx(key(sink), 'failingSince', at.toISOString())
        .hset(key(sink), { error, failures, retryAt: new Date(retryAt).toISOString() })
        .exec();
    },
    clear: async (sink) => {
      await dropTaken(redis.multi().del(key(sink)), keys, sink).exec();
    },
  };
}
