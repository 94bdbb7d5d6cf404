import type { ReadEntries } from '../../state/log-entry.ts';
import type { LogReader } from '../../state/log-reader.ts';
import type { Records } from '../../state/records.ts';
import type { UndeliveredRecords } from '../../state/undelivered.ts';
import type { NamedSink } from '../sinks.ts';
import { type Batch, batchOfEntries, batchOfLetters } from './batch.ts';
import { type ReplaySource, replayBatch } from './replay.ts';

/** What the batches of one sink come from. */
export interface BatchSource {
  readonly sink: NamedSink;
  /** A reader on a connection of its own, since it waits for entries. */
  readonly reader: Pick<LogReader, 'held' | 'next' | 'oldestHeld'>;
  readonly records: Pick<Records, 'many'>;
  /** Records that other sinks of the process read as well, kept for a while. */
  readonly sharedRecords: Pick<Records, 'many'>;
  readonly undelivered: Pick<UndeliveredRecords, 'due'>;
  readonly replay: ReplaySource;
}

/** Gives the batches of one sink, one after the other; each is settled before the next is asked for. */
export interface Batches {
  /**
   * Dead letters that are to be tried again, then what was handed out before, then what is new,
   * waiting for it a while: `count` records at most. Undefined where there is nothing.
   */
  readonly next: (count?: number) => Promise<Batch | undefined>;
  /** Reads as many after this batch while the sink takes it, where it is full: more may wait. */
  readonly readAhead: (batch: Batch, count?: number) => void;
  /** Entries may have been handed out that nobody delivered: they come first, from now on. */
  readonly startOver: () => Promise<void>;
}

/**
 * Records taken at a time: one flush to the disk or one round trip for as many. Of usual articles
 * some 2 MB, and a twentieth of a second at 5,000 a second.
 */
const BATCH = 250;

/** How long one wait for new entries lasts before the deliverer looks whether it shall stop. */
const WAIT_MS = 500;

/** A batch of new entries, and whether it is all that the sink has in hand. */
interface NewBatch {
  readonly batch: Batch;
  readonly isAllHeld: boolean;
}

/** The batches of a sink, beginning with what an earlier deliverer may have left. */
export function batchesOf(source: BatchSource): Batches {
  const { reader, sink, sharedRecords, undelivered } = source;
  let hasHeld = true;
  /** A replay takes turns with what is new, so that neither waits for the other. */
  let isReplayNext = true;
  let ahead: Promise<NewBatch> | undefined;

  const entriesOf = (read: ReadEntries) => batchOfEntries(read, { sink, records: sharedRecords });
  const readNew = async (
    request: { count: number; blockMs: number },
    inHand?: Batch,
  ): Promise<NewBatch> => {
    const [read, oldest] = await Promise.all([
      reader.next(sink.name, request),
      reader.oldestHeld(sink.name),
    ]);
    const batch = await entriesOf(read);
    const known = [undefined, inHand?.positions[0], batch.positions[0]];
    return { batch, isAllHeld: known.includes(oldest) };
  };
  const replayed = async (count: number): Promise<Batch | undefined> => {
    const batch = isReplayNext
      ? await replayBatch(source.replay, { sink, records: sharedRecords, count })
      : undefined;
    isReplayNext = batch === undefined;
    return batch;
  };
  const heldBatch = async (count: number): Promise<Batch | undefined> => {
    if (!hasHeld) return undefined;
    const held = await entriesOf(await reader.held(sink.name, count));
    hasHeld = held.positions.length > 0;
    return hasHeld ? held : undefined;
  };
  /** After a lost answer of Redis, entries are handed out that no deliverer knows of: they must go first. */
  const newBatch = async (count: number): Promise<Batch | undefined> => {
    const { batch, isAllHeld } = await (ahead ?? readNew({ count, blockMs: WAIT_MS }));
    ahead = undefined;
    if (isAllHeld) return batch.positions.length > 0 ? batch : undefined;
    hasHeld = true;
    return heldBatch(count);
  };
  return {
    async next(count = BATCH) {
      const due = await undelivered.due(sink.name, count);
      if (due.length > 0) return batchOfLetters(due, source);
      return (await replayed(count)) ?? (await heldBatch(count)) ?? (await newBatch(count));
    },
    readAhead(batch, count = BATCH) {
      if (hasHeld || ahead || batch.positions.length < count) return;
      ahead = readNew({ count, blockMs: 0 }, batch);
      // Who asks for it next gets the error.
      ahead.catch(() => undefined);
    },
    async startOver() {
      hasHeld = true;
      await ahead?.catch(() => undefined);
      ahead = undefined;
    },
  };
}
