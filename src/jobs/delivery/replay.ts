import { Filter, recordFilter } from '../../line/deliver/filter.ts';
import type { ReadEntries } from '../../state/log-entry.ts';
import type { Records } from '../../state/records.ts';
import type { Replays } from '../../state/replays.ts';
import type { NamedSink } from '../sinks.ts';
import { type Batch, batchOfEntries } from './batch.ts';

/** Where the records of a replay come from. */
export interface ReplaySource {
  readonly replays: Replays;
  readonly range: (from: string, to: string, count: number) => Promise<ReadEntries>;
}

/**
 * The next records of the sink's replay, marked as such; its place in the log does not move.
 * Undefined where there is no replay, or it has come to its end.
 */
export async function replayBatch(
  { replays, range }: ReplaySource,
  { sink, records, count }: { sink: NamedSink; records: Pick<Records, 'many'>; count: number },
): Promise<Batch | undefined> {
  const replay = await replays.of(sink.name);
  if (!replay) return undefined;
  const read = await range(replay.cursor, replay.to, count);
  const last = [...read.entries, ...read.broken].map(({ at }) => at).at(-1);
  if (last === undefined) {
    await replays.end(sink.name);
    return undefined;
  }
  const isAsked = recordFilter(Filter.parse(JSON.parse(replay.only)), sink.tagsOf);
  const batch = await batchOfEntries({ ...read, broken: [] }, { sink, records });
  const deliveries = batch.deliveries
    .filter(({ record }) => isAsked(record))
    .map((one) => one.again());
  // What cannot be read was a dead letter when its turn came.
  return { ...batch, deliveries, unreadable: [], positions: [], replayedTo: last };
}
