import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';
import { type Lag, logReader } from './log-reader.ts';
import { type SinkNote, sinkBook } from './sink-book.ts';
import { undeliveredRecords } from './undelivered.ts';

/** How a sink fares: its place in the log, what it could not be given, what it lost. */
export interface SinkState extends Lag, Omit<SinkNote, 'settings'> {
  readonly name: string;
  /** False for a place in the log that no setting names any more. */
  readonly isNamed: boolean;
  /** Its dead letters. */
  readonly undelivered: number;
  /** What it is behind, as a share of what the log holds: at 1 the next record would be lost. */
  readonly fill: number;
}

/** How every sink fares: those of the settings in their order, then those nobody names. */
export async function sinkStates(
  redis: Redis,
  keys: Keys,
  { names, logRecords }: { names: readonly string[]; logRecords: number },
): Promise<SinkState[]> {
  const [lags, length] = await Promise.all([logReader(redis, keys).lags(), redis.xlen(keys.log)]);
  const all = [...new Set([...names, ...lags.keys()])];
  const [book, letters] = [sinkBook(redis, keys), undeliveredRecords(redis, keys)];
  return Promise.all(
    all.map(async (name) => {
      const { settings: _settings, ...note } = await book.of(name);
      const lag = lags.get(name) ?? { waiting: 0, pending: 0, at: '0-0' };
      return {
        name,
        isNamed: names.includes(name),
        ...lag,
        ...note,
        undelivered: await letters.count(name),
        fill: fillOf(lag, { length, bound: logRecords }),
      };
    }),
  );
}

/**
 * What a sink is behind, as a share of the log's bound. Redis does not count the lag of a group that
 * was set to a place amid the log until it reads on: then all that the log holds counts.
 */
function fillOf(
  { waiting, pending }: Pick<Lag, 'waiting' | 'pending'>,
  log: { readonly length: number; readonly bound: number },
): number {
  return Math.max(pending, waiting === undefined ? log.length : waiting + pending) / log.bound;
}
