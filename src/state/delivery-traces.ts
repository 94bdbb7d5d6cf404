import type { ChainableCommander, Redis } from 'ioredis';
import type { LogEntry } from '../record/publication.ts';
import type { SinkTrace } from '../record/trace.ts';
import type { Keys } from './keys.ts';
import { parseEntries } from './log-entry.ts';
import { logReader } from './log-reader.ts';
import { loadScript } from './script.ts';
import { comparePositions, undeliveredRecords } from './undelivered.ts';

/** Where single records stand with the sinks. */
export interface DeliveryTraces {
  /** Entries of the log of one article, written from `since` (Unix ms) on, the oldest first. */
  readonly entries: (id: string, since: number) => Promise<LogEntry[]>;
  /** Where an entry of the log stands with each sink that has a place in the log. */
  readonly of: (entry: LogEntry) => Promise<SinkTrace[]>;
}

/** As long as the jobs of pages are known. */
const KEPT_MS = 7 * 86_400_000;

/** A batch a minute for a week, at 80 bytes a batch; of a busier sink a shorter time is kept. */
const MOST = 10_000;

/** Entries of the log read in one round trip. */
const CHUNK = 1000;

const keyOf = (keys: Keys, sink: string): string => keys.of('delivered', sink);

const worksScript = loadScript('sink-works');

/** When a sink took what: positions of the log that end a batch, or stand for themselves. */
export interface Taken {
  readonly sink: string;
  readonly positions: readonly string[];
  readonly at: Date;
}

/** Notes that a sink takes records, and in one sorted set a sink when it took which: position → when. */
export async function noteTaken(
  redis: Redis,
  keys: Keys,
  { sink, positions, at }: Taken,
): Promise<void> {
  const args = [at.toISOString(), at.getTime(), KEPT_MS, MOST, ...positions];
  await worksScript(redis, [keys.of('sink', sink), keyOf(keys, sink)], args);
}

/** Forgets when a sink took what. */
export function dropTaken(write: ChainableCommander, keys: Keys, sink: string): ChainableCommander {
  return write.del(keyOf(keys, sink));
}

/** Reads them from the log, its groups, dead letters and the notes of {@link noteTaken}. */
export function deliveryTraces(redis: Redis, keys: Keys): DeliveryTraces {
  return {
    async entries(id, since) {
      const found: LogEntry[] = [];
      let from = String(since);
      for (;;) {
        const { entries } = parseEntries(await redis.xrange(keys.log, from, '+', 'COUNT', CHUNK));
        found.push(...entries.filter((entry) => entry.id === id));
        const last = entries.at(-1);
        if (!last || entries.length < CHUNK) return found;
        from = `(${last.at}`;
      }
    },
    async of(entry) {
      const lags = await logReader(redis, keys).lags();
      return Promise.all(
        [...lags].map(async ([sink, { at }]): Promise<SinkTrace> => {
          const about = { sink, revision: entry.revision, position: entry.at };
          return { ...about, ...(await stand(sink, entry, at)) };
        }),
      );
    },
  };

  async function stand(
    sink: string,
    { at: position }: LogEntry,
    handedOut: string,
  ): Promise<Pick<SinkTrace, 'outcome' | 'at' | 'reason'>> {
    const letters = await undeliveredRecords(redis, keys).list(sink);
    const letter = letters.find(({ at }) => at === position);
    if (letter) return { outcome: 'dead letter', at: letter.since, reason: letter.reason };
    if (comparePositions(position, handedOut) > 0) return { outcome: 'waiting' };
    const held = await redis.xpending(keys.log, sink, position, position, 1);
    if (held.length > 0) return { outcome: 'in hand' };
    const at = await takenAt(sink, position);
    return at === undefined ? { outcome: 'delivered' } : { outcome: 'delivered', at };
  }

  /** Its own note, else the first batch by time that reached the position. */
  async function takenAt(sink: string, position: string): Promise<string | undefined> {
    const own = await redis.zscore(keyOf(keys, sink), position);
    if (own !== null) return new Date(Number(own)).toISOString();
    const from = Number(position.split('-')[0]);
    const batches = await redis.zrange(keyOf(keys, sink), from, '+inf', 'BYSCORE', 'WITHSCORES');
    for (let index = 0; index < batches.length; index += 2) {
      if (comparePositions(batches[index] ?? '', position) >= 0) {
        return new Date(Number(batches[index + 1])).toISOString();
      }
    }
    return undefined;
  }
}
