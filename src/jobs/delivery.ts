import { MarsadError, SinkFullError, SinkWaitsError, StateError } from '../errors.ts';
import type { Sink } from '../line/deliver/sink.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { LogReader } from '../state/log-reader.ts';
import type { SinkBook } from '../state/sink-book.ts';
import type { SinkLease } from '../state/sink-lease.ts';
import type { UndeliveredRecords } from '../state/undelivered.ts';
import { deliverApart } from './delivery/apart.ts';
import type { Batch } from './delivery/batch.ts';
import { deadLetterRecord, failedRecord, jobRecordOf } from './delivery/delivery-records.ts';
import { type Batches, type BatchSource, batchesOf } from './delivery/next-batch.ts';
import { rest, retryPause, untilEnd } from './delivery/pauses.ts';
import { type Stopwatch, stopwatch } from './stopwatch.ts';

/** One sink at work. */
export interface DeliveryDependencies extends BatchSource {
  readonly reader: LogReader;
  readonly lease: SinkLease;
  /** Whether this process is to deliver to the sink; always where absent. */
  readonly isOurs?: () => boolean;
  readonly undelivered: UndeliveredRecords;
  readonly book: Pick<SinkBook, 'works' | 'fails'>;
  readonly report: (jobRecord: JobRecord) => void;
}

/** How often a deliverer that stands by asks for the lease, and a full sink is tried again. */
const STANDBY_MS = 1000;

/** A lease is renewed well before it runs out while a sink takes its time. */
const RENEW_MS = 5000;

/**
 * After so many failures in a row a sink is tried with few records, and gets a batch again once it
 * took those: a circuit breaker, which is open in the pauses between tries. One failure may be passing.
 */
const BREAKER_FAILURES = 2;

/** Two records: one alone, refused by a sink that refuses everything, would become a dead letter. */
const TRIAL_RECORDS = 2;

/** More dead letters of one sink are not the fault of single records: the sink waits instead. */
const UNDELIVERED_MOST = 10_000;

type Outcome = 'delivered' | 'idle' | 'standby' | 'full' | 'failed';

/** What a delivery knows from one turn to the next. */
interface Session {
  readonly batches: Batches;
  sink?: Sink | undefined;
  /** True while the lease is ours, as far as we know. */
  isLeased: boolean;
  /** Tries in a row that failed. */
  failures: number;
  /** When a sink that failed is tried again, Unix ms. */
  retryAt: number;
}

/**
 * Carries the log to one sink, in order, until the signal ends it. One deliverer at a time works for
 * a sink, the others stand by. A batch is acknowledged when the sink has it; what it refuses for
 * good is a dead letter of this sink, and a sink that does not take is tried again with growing
 * pauses and holds up no other.
 */
export async function delivery(deps: DeliveryDependencies, signal: AbortSignal): Promise<void> {
  const session: Session = {
    ...{ batches: batchesOf(deps), isLeased: false },
    ...{ failures: 0, retryAt: 0 },
  };
  while (!signal.aborted) {
    const outcome = await turn(session, deps, signal);
    if (outcome === 'failed') await restWithLease(session, deps, signal);
    else session.failures = 0;
    if (outcome === 'standby' || outcome === 'full') await rest(STANDBY_MS, signal);
  }
  await giveUp(session, deps);
}

/** Lets another deliverer have the sink. */
async function giveUp(session: Session, { lease }: DeliveryDependencies): Promise<void> {
  await session.sink?.close().catch(() => undefined);
  session.sink = undefined;
  // The batch that is being read ahead must count as in hand before another deliverer asks what is in hand.
  await session.batches.startOver();
  await lease.release().catch(() => undefined);
  session.isLeased = false;
}

const isOurs = ({ isOurs: asked }: DeliveryDependencies): boolean => asked?.() ?? true;

/** The lease is kept over a pause: another deliverer would only ask the same sink at once. */
async function restWithLease(
  { retryAt }: Session,
  deps: DeliveryDependencies,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && Date.now() < retryAt && isOurs(deps)) {
    await rest(Math.min(retryAt - Date.now(), RENEW_MS), signal);
    await deps.lease.hold().catch(() => undefined);
  }
}

/** Takes one batch from the log to the sink, where the lease is ours. */
async function turn(
  session: Session,
  deps: DeliveryDependencies,
  signal: AbortSignal,
): Promise<Outcome> {
  const watch = stopwatch();
  try {
    if (!isOurs(deps)) {
      if (session.isLeased) await giveUp(session, deps);
      return 'standby';
    }
    const holding = await deps.lease.hold();
    session.isLeased = holding !== 'elsewhere';
    if (holding === 'elsewhere') return 'standby';
    if (holding === 'taken') await takeOver(session, deps);
    session.sink ??= await deps.sink.open();
    const most = session.failures < BREAKER_FAILURES ? session.sink.batch : TRIAL_RECORDS;
    const batch = await state(() => session.batches.next(most));
    if (batch === undefined) return 'idle';
    session.batches.readAhead(batch, most);
    const count = await deliverBatch(batch, { sink: session.sink, deps, watch, signal });
    deps.report({ ...jobRecordOf(deps, watch), outcome: 'delivered', records: count });
    return 'delivered';
  } catch (error) {
    return failed(error, { session, deps, watch });
  }
}

/** Takes over what the deliverer before held. The sink is opened anew: what it noted may be stale. */
async function takeOver(session: Session, { reader, sink }: DeliveryDependencies): Promise<void> {
  await session.batches.startOver();
  await state(async () => {
    await reader.open(sink.name);
    await reader.adopt(sink.name);
  });
  await session.sink?.close();
  session.sink = undefined;
}

interface Doing {
  readonly sink: Sink;
  readonly deps: DeliveryDependencies;
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
}

/** @returns how many records the sink took */
async function deliverBatch(batch: Batch, { sink, deps, watch, signal }: Doing): Promise<number> {
  const renewal = setInterval(() => void deps.lease.hold().catch(() => undefined), RENEW_MS);
  try {
    const refused = await watch.time('deliver', () =>
      untilEnd(deliverApart(sink, batch.deliveries, signal), signal),
    );
    const letters = [...batch.unreadable, ...refused];
    await state(() => settle(batch, letters, deps));
    for (const letter of letters) deps.report(deadLetterRecord(deps, letter, watch));
    return batch.deliveries.length - refused.length;
  } finally {
    clearInterval(renewal);
  }
}

/** Notes what became of a batch: its dead letters first, so that a crash in between loses none. */
async function settle(
  batch: Batch,
  letters: Batch['unreadable'],
  deps: DeliveryDependencies,
): Promise<void> {
  const { sink, undelivered, reader, replay, book } = deps;
  await checkRoom(letters.length, deps);
  const dead = new Set(letters.map(({ at }) => at));
  await undelivered.add(sink.name, letters);
  await Promise.all([
    undelivered.remove(
      sink.name,
      batch.due.filter((at) => !dead.has(at)),
    ),
    reader.ack(sink.name, batch.positions),
    batch.replayedTo !== undefined &&
      replay.replays.advance(sink.name, batch.replayedTo, batch.deliveries.length),
    book.works(sink.name, new Date(), [...batch.due, ...batch.positions.slice(-1)]),
  ]);
}

async function checkRoom(
  count: number,
  { undelivered, sink }: DeliveryDependencies,
): Promise<void> {
  if (count === 0 || (await undelivered.count(sink.name)) + count <= UNDELIVERED_MOST) return;
  throw new StateError(`Sink ${sink.name} has ${UNDELIVERED_MOST} dead letters`, {
    hint: `Mend its cause, then: marsad failures retry --sink ${sink.name} (or discard).`,
  });
}

/** Calls to Redis: what it refuses is no defect of ours, and is tried again. */
async function state<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof MarsadError) throw cause;
    throw new StateError(`Redis does not serve the delivery: ${String(cause)}`, { cause });
  }
}

async function failed(
  error: unknown,
  { session, deps, watch }: { session: Session } & Pick<Doing, 'deps' | 'watch'>,
): Promise<Outcome> {
  await session.batches.startOver();
  session.failures += 1;
  const asked = error instanceof SinkWaitsError ? error.retryAt : 0;
  session.retryAt = Math.max(asked, Date.now() + retryPause(session.failures));
  const jobRecord = failedRecord(deps, error, watch);
  deps.report(jobRecord);
  // Where Redis is away the note cannot be written either; the watch of the connection reports that.
  const { failures, retryAt } = session;
  await deps.book
    .fails(deps.sink.name, new Date(), { error: jobRecord.error.message, failures, retryAt })
    .catch(() => undefined);
  return error instanceof SinkFullError ? 'full' : 'failed';
}
