import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { LogEntry } from '../record/published.ts';
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

/** Reads the log for sinks, one consumer group a sink: at least once, in order, from any point. */
export interface LogReader {
  /** Makes sure the sink's group exists; a new one starts at `from` (`0` the oldest, `$` now). */
  readonly open: (sink: string, from?: string) => Promise<void>;
  /**
   * Entries for `consumer` of the sink: first those it was given and did not acknowledge, then new
   * ones, waiting `blockMs` for one. `blockMs` 0 does not wait. Give it a connection of its own.
   */
  readonly readGroup: (
    sink: string,
    request: { consumer: string; count: number; blockMs: number },
  ) => Promise<LogEntry[]>;
  readonly ack: (sink: string, positions: readonly string[]) => Promise<void>;
  /** Takes over entries that another consumer holds since `idleMs` or longer: it has died. */
  readonly claimStale: (
    sink: string,
    request: { consumer: string; count: number; idleMs: number },
  ) => Promise<LogEntry[]>;
  readonly lag: (sink: string) => Promise<Lag | undefined>;
  /** Sets the sink back (or on) to the position `from`, exclusive; what it held is forgotten. */
  readonly replay: (sink: string, from: string) => Promise<void>;
  readonly close: (sink: string) => Promise<void>;
}

/** The log's reader on `redis`. */
export function logReader(redis: Redis, keys: Keys): LogReader {
  const { log } = keys;
  const ack = async (sink: string, positions: readonly string[]): Promise<void> => {
    if (positions.length > 0) await redis.xack(log, sink, ...positions);
  };
  // A pending entry that the log has trimmed can never be delivered: it must not be asked for again.
  const present = async (sink: string, { entries, trimmed }: ReadEntries): Promise<LogEntry[]> => {
    await ack(sink, trimmed);
    return entries;
  };
  return {
    ack,
    open: (sink, from = '0') => openGroup(redis, { log, sink, from }),
    readGroup: async (sink, { consumer, count, blockMs }) => {
      const call = ['GROUP', sink, consumer, 'COUNT', count] as const;
      const held = parseStreams(await redis.xreadgroup(...call, 'STREAMS', log, '0'));
      const again = await present(sink, held);
      if (again.length > 0) return again;
      if (blockMs === 0)
        return parseStreams(await redis.xreadgroup(...call, 'STREAMS', log, '>')).entries;
      const block = ['BLOCK', blockMs, 'STREAMS', log, '>'] as const;
      return parseStreams(await redis.xreadgroup(...call, ...block)).entries;
    },
    claimStale: async (sink, { consumer, count, idleMs }) => {
      const reply = await redis.xautoclaim(log, sink, consumer, idleMs, '0', 'COUNT', count);
      return present(sink, parseEntries(reply[1]));
    },
    lag: async (sink) => lagOf(await redis.xinfo('GROUPS', log), sink),
    replay: async (sink, from) => {
      await redis.xgroup('DESTROY', log, sink);
      await openGroup(redis, { log, sink, from });
    },
    close: async (sink) => {
      await redis.xgroup('DESTROY', log, sink);
    },
  };
}

const Group = z.object({
  name: z.string(),
  pending: z.number(),
  'last-delivered-id': z.string(),
  lag: z.number().nullable(),
});

function lagOf(reply: unknown, sink: string): Lag | undefined {
  const groups = z
    .array(z.array(z.unknown()))
    .parse(reply)
    .map((flat) => Group.parse(pairs(flat)));
  const group = groups.find(({ name }) => name === sink);
  if (!group) return undefined;
  return {
    waiting: group.lag ?? undefined,
    pending: group.pending,
    at: group['last-delivered-id'],
  };
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
