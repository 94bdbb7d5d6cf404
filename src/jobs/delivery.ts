import { setTimeout as pause } from 'node:timers/promises';
import { MarsadError, SinkFullError, SinkWaitsError, StateError } from '../errors.ts';
import type { Sink } from '../line/deliver/sink.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { LogReader } from '../state/log-reader.ts';
import type { Records } from '../state/records.ts';
import type { SinkBook } from '../state/sink-book.ts';
import type { SinkLease } from '../state/sink-lease.ts';
import type { UndeliveredRecords } from '../state/undelivered.ts';
import { deliverApart } from './delivery/apart.ts';
import { type Batch, batchOf } from './delivery/batch.ts';
import { type ReplaySource, replayBatch } from './delivery/replay.ts';
import type { NamedSink } from './sinks.ts';
import { type Stopwatch, stopwatch } from './stopwatch.ts';

/** One sink at work. */
export interface DeliveryDependencies {
  readonly sink: NamedSink;
  /** A reader on a connection of its own, since it waits for entries. */
  readonly reader: LogReader;
  readonly records: Pick<Records, 'at' | 'get'>;
  readonly lease: SinkLease;
  readonly undelivered: UndeliveredRecords;
  readonly replay: ReplaySource;
  readonly book: Pick<SinkBook, 'works' | 'fails'>;
  readonly report: (jobRecord: JobRecord) => void;
}

/** Records taken at a time: one flush to the disk or one round trip for as many. */
const BATCH = 100;

/** How long one wait for new entries lasts before the loop looks whether it shall stop. */
const WAIT_MS = 500;

/** How often a deliverer that stands by asks for the lease, and a full sink is tried again. */
const STANDBY_MS = 1000;

/** A lease is renewed well before it runs out while a sink takes its time. */
const RENEW_MS = 5000;

/**
 * Pauses between tries of a sink that does not take: from one second, doubled, to five minutes, and
 * after a day of that to an hour: the first outage is mended by then or not soon.
 */
const RETRY_MS = { first: 1000, longest: 300_000, afterADay: 3_600_000 } as const;

/** Tries of a day at five minutes. */
const DAY_TRIES = 288;

/** How long a batch in hand may go on after the signal: a process has 10 s to end. */
const END_MS = 5000;

/** More dead letters of one sink are not the fault of single records: the sink waits instead. */
const UNDELIVERED_MOST = 10_000;

type Outcome = 'delivered' | 'idle' | 'standby' | 'full' | 'failed';

/** What a delivery knows from one turn to the next. */
interface Session {
  sink?: Sink;
  /** Entries may be handed out and not acknowledged: after a takeover or a failure. */
  hasHeld: boolean;
  failures: number;
  /** A replay takes turns with what is new, so that neither waits for the other. */
  isReplayNext: boolean;
  /** When the sink asked to be tried again, Unix ms. */
  retryAt?: number | undefined;
}

/**
 * Carries the log to one sink, in order, until the signal ends it. One deliverer at a time works for
 * a sink, the others stand by. A batch is acknowledged when the sink has it; what it refuses for
 * good is a dead letter of this sink, and a sink that does not take is tried again with growing
 * pauses and holds up no other.
 */
export async function delivery(deps: DeliveryDependencies, signal: AbortSignal): Promise<void> {
  const session: Session = { hasHeld: true, failures: 0, isReplayNext: true };
  while (!signal.aborted) {
    const outcome = await turn(session, deps, signal);
    session.failures = outcome === 'failed' ? session.failures + 1 : 0;
    if (outcome === 'failed') await restWithLease(session, deps, signal);
    else if (outcome === 'standby' || outcome === 'full') await rest(STANDBY_MS, signal);
  }
  await session.sink?.close().catch(() => undefined);
  await deps.lease.release().catch(() => undefined);
}

function retryPause(failures: number): number {
  const longest = failures > DAY_TRIES ? RETRY_MS.afterADay : RETRY_MS.longest;
  return Math.min(RETRY_MS.first * 2 ** (failures - 1), longest);
}

/** A pause that ends early with the signal. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

/** The lease is kept over a pause: another deliverer would only ask the same sink at once. */
async function restWithLease(
  { failures, retryAt = 0 }: Session,
  { lease }: DeliveryDependencies,
  signal: AbortSignal,
): Promise<void> {
  const until = Math.max(retryAt, Date.now() + retryPause(failures));
  while (!signal.aborted && Date.now() < until) {
    await rest(Math.min(until - Date.now(), RENEW_MS), signal);
    await lease.hold().catch(() => undefined);
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
    const holding = await deps.lease.hold();
    if (holding === 'elsewhere') return 'standby';
    if (holding === 'taken') await takeOver(session, deps);
    session.sink ??= await deps.sink.open();
    const batch = await nextBatch(session, deps);
    if (batch.positions.length === 0 && batch.replayedTo === undefined) return 'idle';
    session.hasHeld = true;
    const count = await deliverBatch(batch, { sink: session.sink, deps, watch, signal });
    session.hasHeld = batch.isHeld;
    deps.report({ ...jobRecordOf(deps, watch), outcome: 'delivered', records: count });
    return 'delivered';
  } catch (error) {
    session.retryAt = error instanceof SinkWaitsError ? error.retryAt : undefined;
    return await failed(error, { deps, watch });
  }
}

/** Takes over what the deliverer before held. The sink is opened anew: what it noted may be stale. */
async function takeOver(session: Session, { reader, sink }: DeliveryDependencies): Promise<void> {
  await state(async () => {
    await reader.open(sink.name);
    await reader.adopt(sink.name);
  });
  session.hasHeld = true;
  await session.sink?.close();
  delete session.sink;
}

/** Dead letters that are to be tried again, then what is held, then what is new. */
async function nextBatch(session: Session, deps: DeliveryDependencies): Promise<Batch> {
  const { reader, sink, undelivered } = deps;
  return state(async () => {
    const due = await undelivered.due(sink.name, BATCH);
    if (due.length > 0) return { ...(await batchOf({ due }, deps)), isHeld: session.hasHeld };
    const replayed = session.isReplayNext
      ? await replayBatch(deps.replay, { ...deps, count: BATCH })
      : undefined;
    session.isReplayNext = !replayed;
    if (replayed) return { ...replayed, isHeld: session.hasHeld };
    if (session.hasHeld) {
      const held = await batchOf({ read: await reader.held(sink.name, BATCH) }, deps);
      if (held.positions.length > 0) return { ...held, isHeld: true };
    }
    session.hasHeld = false;
    return batchOf(
      { read: await reader.next(sink.name, { count: BATCH, blockMs: WAIT_MS }) },
      deps,
    );
  });
}

interface Doing {
  readonly sink: Sink;
  readonly deps: DeliveryDependencies;
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
}

/** @returns how many records the sink took */
async function deliverBatch(batch: Batch, { sink, deps, watch, signal }: Doing): Promise<number> {
  const { name } = deps.sink;
  const renewal = setInterval(() => void deps.lease.hold().catch(() => undefined), RENEW_MS);
  try {
    const refused = await watch.time('deliver', () =>
      untilEnd(deliverApart(sink, batch.deliveries, signal), signal),
    );
    const letters = [...batch.unreadable, ...refused];
    await checkRoom(letters.length, deps);
    await state(async () => {
      await deps.undelivered.add(name, letters);
      const dead = new Set(letters.map(({ at }) => at));
      await deps.undelivered.remove(
        name,
        batch.due.filter((at) => !dead.has(at)),
      );
      await deps.reader.ack(name, batch.positions);
      if (batch.replayedTo !== undefined) {
        await deps.replay.replays.advance(name, batch.replayedTo, batch.deliveries.length);
      }
      await deps.book.works(name, new Date(), [...batch.due, ...batch.positions.slice(-1)]);
    });
    for (const letter of letters) deps.report(deadLetterOf(deps, letter, watch));
    return batch.deliveries.length - refused.length;
  } finally {
    clearInterval(renewal);
  }
}

/** The work, or an error where the process has to end and the sink does not answer. */
async function untilEnd<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const end = new AbortController();
  const late = new Promise<never>((_, reject) => {
    const onAbort = (): void =>
      void rest(END_MS, end.signal).then(() =>
        reject(new StateError('the process ended before the sink answered')),
      );
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true, signal: end.signal });
  });
  return Promise.race([work, late]).finally(() => end.abort());
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
  { deps, watch }: Pick<Doing, 'deps' | 'watch'>,
): Promise<Outcome> {
  const known = error instanceof MarsadError ? error : undefined;
  const message = known?.message ?? String(error);
  deps.report({
    ...jobRecordOf(deps, watch),
    outcome: 'retry',
    error: {
      code: known?.code ?? 'DEFECT',
      message,
      ...(known?.hint ? { hint: known.hint } : {}),
    },
    defect: known === undefined,
  });
  // Where Redis is away the note cannot be taken either; who watches the connection says so.
  await deps.book.fails(deps.sink.name, new Date(), message).catch(() => undefined);
  return error instanceof SinkFullError ? 'full' : 'failed';
}

function jobRecordOf({ sink }: DeliveryDependencies, watch: Stopwatch) {
  return { job: 'delivery' as const, sink: sink.name, ms: watch.ms(), steps: watch.steps() };
}

function deadLetterOf(
  deps: DeliveryDependencies,
  {
    id,
    revision,
    source,
    reason,
  }: { id?: string; revision?: number; source?: string; reason: string },
  watch: Stopwatch,
): JobRecord {
  return {
    ...jobRecordOf(deps, watch),
    outcome: 'dead-letter',
    ...(id === undefined ? {} : { id }),
    ...(revision === undefined ? {} : { revision }),
    ...(source === undefined ? {} : { source }),
    error: {
      code: 'UNDELIVERED',
      message: reason,
      hint: `marsad failures list --sink ${deps.sink.name}`,
    },
  };
}
