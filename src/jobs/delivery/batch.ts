import type { Delivery } from '../../line/deliver/sink.ts';
import type { ReadEntries } from '../../state/log-entry.ts';
import type { Records, RevisionKey, StoredRevision } from '../../state/records.ts';
import { comparePositions, type Undelivered } from '../../state/undelivered.ts';
import type { NamedSink } from '../sinks.ts';
import { StoredDelivery } from './stored-delivery.ts';

/** What is taken from the log, or from the dead letters, to a sink in one go. */
export interface Batch<One extends Delivery = Delivery> {
  /** Those that the sink wants, in the order of the log. */
  readonly deliveries: readonly One[];
  /** Dead letters: what cannot be read. */
  readonly unreadable: readonly Undelivered[];
  /** Every position of the batch, to acknowledge, in the order of the log. */
  readonly positions: readonly string[];
  /** Positions that are tried again from the dead letters. */
  readonly due: readonly string[];
  /** Of a replay: the position that it has come to. */
  readonly replayedTo?: string;
}

/** What reads the records of a batch. */
export interface BatchReading {
  readonly sink: NamedSink;
  readonly records: Pick<Records, 'many'>;
}

/** The batch of entries of the log. @throws what Redis throws */
export async function batchOfEntries(
  read: ReadEntries,
  reading: BatchReading,
): Promise<Batch<StoredDelivery>> {
  const { entries, broken, trimmed } = read;
  const found = await readPlaces(entries, reading);
  const since = new Date().toISOString();
  return {
    deliveries: found.deliveries,
    unreadable: [...broken.map((one) => ({ ...one, since })), ...found.unreadable],
    // What left the log while it was held can never be read: it must not be asked for again.
    positions: inOrder(
      entries.map(({ at }) => at),
      [...broken.map(({ at }) => at), ...trimmed],
    ),
    due: [],
  };
}

/** Entries come in the order of the log; what is found among them seldom has to find its place. */
const inOrder = (positions: readonly string[], others: readonly string[]): readonly string[] =>
  others.length === 0 ? positions : [...positions, ...others].sort(comparePositions);

/**
 * The batch of dead letters that are to be tried again. A later revision may be in the sink already:
 * an older text after a newer one would undo it for those who keep the last they got.
 * @throws what Redis throws
 */
export async function batchOfLetters(
  due: readonly Undelivered[],
  reading: BatchReading,
): Promise<Batch> {
  const found = await readPlaces(due, { ...reading, isNewestOnly: true });
  return { ...found, positions: [], due: due.map(({ at }) => at) };
}

interface Place {
  readonly at: string;
  readonly id?: string | undefined;
  readonly revision?: number | undefined;
  readonly source?: string | undefined;
}

const isNamed = (place: Place): place is Place & RevisionKey =>
  place.id !== undefined && place.revision !== undefined;

async function readPlaces(
  places: readonly Place[],
  { sink, records, isNewestOnly = false }: BatchReading & { readonly isNewestOnly?: boolean },
): Promise<Pick<Batch<StoredDelivery>, 'deliveries' | 'unreadable'>> {
  const named = places.filter(isNamed);
  const stored = await records.many(named);
  const deliveries: StoredDelivery[] = [];
  const unreadable = places
    .filter((place) => !isNamed(place))
    .map((place) => letterOf(place, 'the log entry cannot be read'));
  for (const [index, place] of named.entries()) {
    const { found, newest } = stored[index] ?? MISSING;
    if (found instanceof Error) unreadable.push(letterOf(place, found.message));
    // An earlier revision that is kept no more has been replaced by what comes later in the log.
    else if (newest === undefined) {
      unreadable.push(letterOf(place, 'the record is not stored any more'));
    } else if (found && !(isNewestOnly && newest > found.revision)) {
      const delivery = new StoredDelivery(place.at, found, sink);
      if (sink.isWanted?.(delivery.record) ?? true) deliveries.push(delivery);
    }
  }
  return { deliveries, unreadable };
}

const MISSING: StoredRevision = { found: undefined, newest: undefined };

function letterOf(place: Place, reason: string): Undelivered {
  return { ...place, reason, since: new Date().toISOString() };
}
