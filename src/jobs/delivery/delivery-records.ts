import { MarsadError } from '../../errors.ts';
import type { JobRecord } from '../../record/job-record.ts';
import type { Undelivered } from '../../state/undelivered.ts';
import type { NamedSink } from '../sinks.ts';
import type { Stopwatch } from '../stopwatch.ts';

interface Told {
  readonly sink: Pick<NamedSink, 'name'>;
}

/** What every job record of a delivery begins with. */
export function jobRecordOf({ sink }: Told, watch: Stopwatch) {
  return { job: 'delivery' as const, sink: sink.name, ms: watch.ms(), steps: watch.steps() };
}

/** The job record of a turn that failed and is tried again. */
export function failedRecord(told: Told, error: unknown, watch: Stopwatch) {
  const known = error instanceof MarsadError ? error : undefined;
  return {
    ...jobRecordOf(told, watch),
    outcome: 'retry' as const,
    error: {
      code: known?.code ?? 'DEFECT',
      message: known?.message ?? String(error),
      ...(known?.hint ? { hint: known.hint } : {}),
    },
    defect: known === undefined,
  };
}

/** The job record of a record that the sink can never take, or that cannot be read. */
export function deadLetterRecord(
  told: Told,
  { id, revision, source, reason }: Undelivered,
  watch: Stopwatch,
): JobRecord {
  return {
    ...jobRecordOf(told, watch),
    outcome: 'dead-letter',
    ...(id === undefined ? {} : { id }),
    ...(revision === undefined ? {} : { revision }),
    ...(source === undefined ? {} : { source }),
    error: {
      code: 'UNDELIVERED',
      message: reason,
      hint: `marsad failures list --sink ${told.sink.name}`,
    },
  };
}
