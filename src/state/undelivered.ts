import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Keys } from './keys.ts';

/** A record that a sink could not be given: its dead letter. */
export const Undelivered = z.object({
  /** Its position in the log, which names it in its sink. */
  at: z.string(),
  /** Absent where the log entry itself could not be read. */
  id: z.string().optional(),
  revision: z.number().optional(),
  source: z.string().optional(),
  reason: z.string(),
  /** When it was given up, ISO 8601. */
  since: z.string(),
});
/** A record that a sink could not be given: its dead letter. */
export type Undelivered = z.infer<typeof Undelivered>;

/** The dead letters of the sinks, each sink's own. */
export interface UndeliveredRecords {
  readonly add: (sink: string, letters: readonly Undelivered[]) => Promise<void>;
  /** The oldest first. */
  readonly list: (sink: string) => Promise<Undelivered[]>;
  readonly count: (sink: string) => Promise<number>;
  /** Marks letters for another try, those at `positions`. @returns how many were there */
  readonly retry: (sink: string, positions: readonly string[]) => Promise<number>;
  /** Letters that are to be tried again, the oldest first. */
  readonly due: (sink: string, count: number) => Promise<Undelivered[]>;
  /** Takes letters away. @returns how many were there */
  readonly remove: (sink: string, positions: readonly string[]) => Promise<number>;
  /** Forgets all of a sink. */
  readonly clear: (sink: string) => Promise<void>;
}

/** The dead letters of the sinks of one installation, each some 200 bytes: a hash a sink. */
export function undeliveredRecords(redis: Redis, keys: Keys): UndeliveredRecords {
  const letters = (sink: string): string => keys.of('undelivered', sink);
  const again = (sink: string): string => keys.of('undelivered-again', sink);
  const read = async (sink: string, positions: readonly string[]): Promise<Undelivered[]> => {
    if (positions.length === 0) return [];
    const found = await redis.hmget(letters(sink), ...positions);
    return found.flatMap(parseLetter);
  };
  return {
    add: async (sink, added) => {
      if (added.length === 0) return;
      const pairs = added.flatMap((letter) => [letter.at, JSON.stringify(letter)]);
      await redis
        .multi()
        .hset(letters(sink), ...pairs)
        .srem(again(sink), ...added.map(({ at }) => at))
        .exec();
    },
    list: async (sink) => {
      const all = (await redis.hvals(letters(sink))).flatMap(parseLetter);
      return all.sort((a, b) => comparePositions(a.at, b.at));
    },
    count: (sink) => redis.hlen(letters(sink)),
    retry: async (sink, positions) => {
      const there = await read(sink, positions);
      if (there.length > 0) await redis.sadd(again(sink), ...there.map(({ at }) => at));
      return there.length;
    },
    due: async (sink, count) => {
      const positions = (await redis.smembers(again(sink))).sort(comparePositions);
      return read(sink, positions.slice(0, count));
    },
    remove: async (sink, positions) => {
      if (positions.length === 0) return 0;
      await redis.srem(again(sink), ...positions);
      return redis.hdel(letters(sink), ...positions);
    },
    clear: async (sink) => {
      await redis.del(letters(sink), again(sink));
    },
  };
}

function parseLetter(json: string | null): Undelivered[] {
  return json === null ? [] : [Undelivered.parse(JSON.parse(json))];
}

/** Orders positions of the log: `milliseconds-sequence`, both numbers. */
export function comparePositions(a: string, b: string): number {
  const [aMs = 0, aSeq = 0] = a.split('-').map(Number);
  const [bMs = 0, bSeq = 0] = b.split('-').map(Number);
  return aMs - bMs || aSeq - bSeq;
}
