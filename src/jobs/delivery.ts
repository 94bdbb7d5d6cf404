import { setTimeout as pause } from 'node:timers/promises';
import { MarsadError } from '../errors.ts';
import { type Choice, isWanted } from '../line/deliver/choice.ts';
import type { Delivery, Sink } from '../line/deliver/sink.ts';
import type { ArticleRecord } from '../record/article.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { LogEntry } from '../record/published.ts';
import type { LogReader } from '../state/log-reader.ts';
import type { Records } from '../state/records.ts';
import { stopwatch } from './stopwatch.ts';

/** One sink at work. */
export interface DeliveryDependencies {
  /** Its name: also the name of its consumer group. */
  readonly name: string;
  readonly sink: Sink;
  readonly choice: Choice;
  /** A reader on a connection of its own, since it waits for entries. */
  readonly reader: LogReader;
  readonly records: Pick<Records, 'at' | 'get'>;
  /** Names this process among those that serve the sink. */
  readonly consumer: string;
  readonly report: (jobRecord: JobRecord) => void;
}

/** Records taken at a time: one flush to the disk or one round trip for as many. */
const BATCH = 100;

/** How long one wait for new entries lasts before the loop looks whether it shall stop. */
const WAIT_MS = 500;

/** A consumer that held entries for that long without acknowledging them is dead: as long as a job's lock. */
const STALE_MS = 15_000;

/** Pauses between tries of a sink that does not take: from one second to five minutes. */
const RETRY_MS = { first: 1000, longest: 300_000 } as const;

/**
 * Carries the log to one sink, in order, until the signal ends it. A batch is acknowledged when
 * the sink has it; a sink that refuses is tried again with growing pauses and holds up no other.
 */
export async function delivery(deps: DeliveryDependencies, signal: AbortSignal): Promise<void> {
  await deps.reader.open(deps.name);
  let failures = 0;
  while (!signal.aborted) {
    const taken = await deliverBatch(deps, WAIT_MS);
    failures = taken === 'failed' ? failures + 1 : 0;
    if (failures > 0) await rest(retryPause(failures), signal);
  }
}

function retryPause(failures: number): number {
  return Math.min(RETRY_MS.first * 2 ** (failures - 1), RETRY_MS.longest);
}

/** A pause that ends early with the signal. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

/** Takes one batch from the log to the sink. `idle` where there was none. */
async function deliverBatch(
  deps: DeliveryDependencies,
  blockMs: number,
): Promise<'delivered' | 'idle' | 'failed'> {
  const watch = stopwatch();
  try {
    const entries = await nextEntries(deps, blockMs);
    if (entries.length === 0) return 'idle';
    const deliveries = await join(entries, deps);
    if (deliveries.length > 0) await watch.time('deliver', () => deps.sink.deliver(deliveries));
    await deps.reader.ack(
      deps.name,
      entries.map(({ at }) => at),
    );
    deps.report({ ...jobRecordOf(deps, watch), outcome: 'delivered', records: deliveries.length });
    return 'delivered';
  } catch (error) {
    const known = error instanceof MarsadError;
    deps.report({
      ...jobRecordOf(deps, watch),
      outcome: 'retry',
      error: {
        code: known ? error.code : 'DEFECT',
        message: String(error),
        ...(known && error.hint ? { hint: error.hint } : {}),
      },
      defect: !known,
    });
    return 'failed';
  }
}

function jobRecordOf({ name }: DeliveryDependencies, watch: ReturnType<typeof stopwatch>) {
  return { job: 'delivery' as const, sink: name, ms: watch.ms(), steps: watch.steps() };
}

async function nextEntries(
  { reader, name, consumer }: DeliveryDependencies,
  blockMs: number,
): Promise<LogEntry[]> {
  const stale = await reader.claimStale(name, { consumer, count: BATCH, idleMs: STALE_MS });
  return stale.length > 0 ? stale : reader.readGroup(name, { consumer, count: BATCH, blockMs });
}

/** The entries that the sink wants, with their records. */
async function join(entries: readonly LogEntry[], deps: DeliveryDependencies): Promise<Delivery[]> {
  const found = await Promise.all(
    entries.map(
      async ({ at, id, revision }): Promise<[string, ArticleRecord | undefined]> => [
        at,
        (await deps.records.at(id, revision)) ?? (await deps.records.get(id)),
      ],
    ),
  );
  return found.flatMap(([logId, record]) =>
    record && isWanted(record, deps.choice)
      ? [{ logId, key: `${record.id}:${record.revision}`, record }]
      : [],
  );
}
