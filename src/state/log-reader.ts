import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Keys } from './keys.ts';
import { pairs, parseEntries, parseStreams, type ReadEntries } from './log-entry.ts';

/** How far a sink is behind the log. */
export interface Lag {
  /** Entries not handed to the sink yet; undefined where Redis cannot count them (after trimming). */
  readonly waiting: number | undefined;
  /** Entries handed out and not acknowledged. */
  readonly pending: number;
  /** The last position handed out. */
  readonly at: string;
}

/**
 * Reads the log for sinks, one consumer group a sink, named like it: at least once, in order. One
 * deliverer at a time reads for a sink (`sink-lease.ts`), so all are one consumer of its group.
 */
export interface LogReader {
  /** Makes sure the sink's group exists; a new one starts at `from` (`0` the oldest, `$` now). */
  readonly open: (sink: string, from?: string) => Promise<void>;
  /** Takes over what other consumers hold: those of earlier releases were one a process. */
  readonly adopt: (sink: string) => Promise<void>;
  /** Entries that were handed out and not acknowledged, the oldest first. */
  readonly held: (sink: string, count: number) => Promise<ReadEntries>;
  /**
   * New entries, waiting `blockMs` for one; 0 does not wait. Give it a connection of its own.
   */
  readonly next: (
    sink: string,
    request: { count: number; blockMs: number },
  ) => Promise<ReadEntries>;
  /** The oldest position that was handed out and not acknowledged. */
  readonly oldestHeld: (sink: string) => Promise<string | undefined>;
  readonly ack: (sink: string, positions: readonly string[]) => Promise<void>;
  /** How far each sink is, by its name: those too that no setting names any more. */
  readonly lags: () => Promise<ReadonlyMap<string, Lag>>;
  /** Sets the sink back (or on) to the position `from`, exclusive; what it held is forgotten. */
  readonly seek: (sink: string, from: string) => Promise<void>;
  /** Forgets the sink. @returns false where there was none of that name */
  readonly close: (sink: string) => Promise<boolean>;
}

/** The one consumer of each group. */
const CONSUMER = 'deliverer';

/** Entries taken over in one call. */
const ADOPTED = 1000;

/** The log's reader on `redis`. */
export function logReader(redis: Redis, keys: Keys): LogReader {
  const { log } = keys;
  const group = (sink: string) => ['GROUP', sink, CONSUMER] as const;
  return {
    ack: async (sink, positions) => {
      if (positions.length > 0) await redis.xack(log, sink, ...positions);
    },
    open: (sink, from = '0') => openGroup(redis, { log, sink, from }),
    adopt: async (sink) => {
      let from = '0-0';
      do {
        const reply = await redis.xautoclaim(log, sink, CONSUMER, 0, from, 'COUNT', ADOPTED);
        from = String(reply[0]);
      } while (from !== '0-0');
    },
    held: async (sink, count) =>
      parseStreams(await redis.xreadgroup(...group(sink), 'COUNT', count, 'STREAMS', log, '0')),
    next: async (sink, { count, blockMs }) => {
      const call = [...group(sink), 'COUNT', count] as const;
      const reply =
        blockMs === 0
          ? await redis.xreadgroup(...call, 'STREAMS', log, '>')
          : await redis.xreadgroup(...call, 'BLOCK', blockMs, 'STREAMS', log, '>');
      return parseStreams(reply);
    },
    oldestHeld: async (sink) =>
      PendingSummary.parse(await redis.xpending(log, sink))[1] ?? undefined,
    lags: () => readLags(redis, log),
    seek: async (sink, from) => {
      await redis.xgroup('DESTROY', log, sink);
      await openGroup(redis, { log, sink, from });
    },
    close: async (sink) => (await redis.xgroup('DESTROY', log, sink)) === 1,
  };
}

/** Without a range XPENDING replies the count, the smallest and the greatest position. */
const PendingSummary = z.tuple([z.number(), z.string().nullable()]).rest(z.unknown());

const Group = z.object({
  name: z.string(),
  pending: z.number(),
  'last-delivered-id': z.string(),
  lag: z.number().nullable(),
});

async function readLags(redis: Redis, log: string): Promise<ReadonlyMap<string, Lag>> {
  // Before the first record or sink there is no log to ask about.
  if ((await redis.exists(log)) === 0) return new Map();
  const groups = z
    .array(z.array(z.unknown()))
    .parse(await redis.xinfo('GROUPS', log))
    .map((flat) => Group.parse(pairs(flat)));
  return new Map(
    groups.map(({ name, lag, pending, 'last-delivered-id': at }) => [
      name,
      { waiting: lag ?? undefined, pending, at },
    ]),
  );
}

async function openGroup(
  redis: Redis,
  { log, sink, from }: { log: string; sink: string; from: string },
): Promise<void> {
  try {
    await redis.xgroup('CREATE', log, sink, from, 'MKSTREAM');
  } catch (error) {
    // BUSYGROUP: it exists, which is what was asked for.
    if (!String(error).includes('BUSYGROUP')) throw error;
  }
}

/** Entries of the log from `from` (exclusive) to `to` (inclusive). */
export async function readRange(
  redis: Redis,
  { log }: Keys,
  { from, to, count }: { from: string; to: string; count: number },
): Promise<ReadEntries> {
  return parseEntries(await redis.xrange(log, `(${from}`, to, 'COUNT', count));
}
