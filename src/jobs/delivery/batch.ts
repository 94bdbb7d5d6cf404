import { RecordUnreadableError } from '../../errors.ts';
import type { Delivery } from '../../line/deliver/sink.ts';
import type { ArticleRecord } from '../../record/article.ts';
import type { ReadEntries } from '../../state/log-entry.ts';
import type { Records } from '../../state/records.ts';
import type { Undelivered } from '../../state/undelivered.ts';
import type { NamedSink } from '../sinks.ts';

/** What is taken from the log, or from the dead letters, to a sink in one go. */
export interface Batch {
  /** Those that the sink wants, in the order of the log. */
  readonly deliveries: readonly Delivery[];
  /** Dead letters: what cannot be read. */
  readonly unreadable: readonly Undelivered[];
  /** Every position of the batch, to acknowledge. */
  readonly positions: readonly string[];
  /** Positions that are tried again from the dead letters. */
  readonly due: readonly string[];
  /** True where more may be held. */
  readonly isHeld: boolean;
  /** Of a replay: the position that it has come to. */
  readonly replayedTo?: string;
}

interface Reading {
  readonly sink: NamedSink;
  readonly records: Pick<Records, 'at' | 'get'>;
  /** Tried again from the dead letters: what came later may be in the sink already. */
  readonly isDue?: boolean;
}

interface Place {
  readonly at: string;
  readonly id?: string | undefined;
  readonly revision?: number | undefined;
  readonly source?: string | undefined;
}

/** Reads the records of entries, or of dead letters that are due. @throws what Redis throws */
export async function batchOf(
  from: { readonly read: ReadEntries } | { readonly due: readonly Undelivered[] },
  reading: Reading,
): Promise<Batch> {
  const places: readonly Place[] = 'read' in from ? from.read.entries : from.due;
  const broken = 'read' in from ? from.read.broken : [];
  const trimmed = 'read' in from ? from.read.trimmed : [];
  const found = await Promise.all(
    places.map((place) => readOne(place, { ...reading, isDue: 'due' in from })),
  );
  return {
    deliveries: found.flatMap((one) => ('record' in one ? [deliveryOf(one, reading.sink)] : [])),
    unreadable: [
      ...broken.map(({ at, reason }) => ({ at, reason, since: new Date().toISOString() })),
      ...found.flatMap((one) => ('reason' in one ? [one] : [])),
    ],
    // What left the log while it was held can never be read: it must not be asked for again.
    positions: [...places, ...broken].map(({ at }) => at).concat(trimmed),
    due: 'due' in from ? from.due.map(({ at }) => at) : [],
    isHeld: false,
  };
}

interface Found {
  readonly at: string;
  readonly record: ArticleRecord;
}

function deliveryOf({ at, record }: Found, sink: NamedSink): Delivery {
  return {
    logId: at,
    key: `${record.id}:${record.revision}`,
    record,
    shaped: sink.shape(record),
  };
}

/** The record, its dead letter, or nothing where the sink does not want it. */
async function readOne(
  place: Place,
  { sink, records, isDue }: Reading,
): Promise<Found | Undelivered | { readonly at: string }> {
  const { at, id, revision } = place;
  const letter = (reason: string): Undelivered => ({
    ...place,
    reason,
    since: new Date().toISOString(),
  });
  if (id === undefined || revision === undefined) return letter('the log entry cannot be read');
  try {
    const record = await records.at(id, revision);
    if (record && !(isDue && (await isReplaced(record, records)))) {
      return sink.isWanted(record) ? { at, record } : { at };
    }
    // An earlier revision that is kept no more has been replaced by what comes later in the log.
    return record || (await records.get(id)) ? { at } : letter('the record is not stored any more');
  } catch (error) {
    if (error instanceof RecordUnreadableError) return letter(error.message);
    throw error;
  }
}

/** An older text after a newer one would undo it for those who keep the last they got. */
async function isReplaced(
  { id, revision }: ArticleRecord,
  records: Pick<Records, 'get'>,
): Promise<boolean> {
  return ((await records.get(id))?.revision ?? 0) > revision;
}
