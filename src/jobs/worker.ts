import { DelayedError, type Job, UnrecoverableError, Worker } from 'bullmq';
import { EndingError, MarsadError, StateError } from '../errors.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { RedisClient } from '../state/connection.ts';
import type { Keys } from '../state/keys.ts';
import type { WriteGate } from '../state/write-gate.ts';
import { type Fate, fateOf, isDefect } from './fate.ts';
import { type QueueError, type ReportQueueError, watchWorker } from './queue-errors.ts';

/** What a worker takes jobs from and does with them. */
export interface WorkerOptions {
  readonly queue: 'visits' | 'pages';
  readonly connection: RedisClient;
  readonly keys: Keys;
  readonly concurrency: number;
  readonly work: (job: Job) => Promise<JobRecord>;
  readonly report: (jobRecord: JobRecord) => void;
  /** What the job record of a failure says of its place. */
  readonly place: (job: Job) => Partial<JobRecord>;
  /** Called with its job record when a job ends in the dead-letter list or is to be tried again. */
  readonly failed: (job: Job, error: unknown, jobRecord: JobRecord) => Promise<void>;
  readonly tell: ReportQueueError;
  /** While it is shut no job is taken up, and those in hand wait to be given back. */
  readonly gate?: WriteGate;
  /** How long a dead worker's lock lasts, ms. */
  readonly lockMs?: number;
  /** How often to look for jobs whose lock ran out, ms. */
  readonly stalledEveryMs?: number;
}

/**
 * The lock of a dead worker runs out after that; a living one renews it at half the time. With a lock of a
 * minute, the jobs of a process that was killed were taken up again only after a minute. The jobs of a process
 * that stood still for longer are done once more, which is logged as a warning.
 */
const LOCK_MS = 15_000;

/** How often workers look for jobs whose lock ran out. */
const STALLED_EVERY_MS = 5000;

/** Far over a round trip of Redis, and under the shortest time after which a lock is renewed. */
const GIVEN_BACK_MS = 1000;

/**
 * The first death may be the fault of any job in hand, or of whoever ended the process, so all jobs in hand
 * become suspects. After that a job that kills its worker is tried three times before it is a dead letter.
 * With two tries, two more kills from outside that met a suspect were enough, which happens in twenty kills.
 */
const STALLED_MOST = 3;

/** Starts a worker. `fate.ts` alone says what becomes of a job that throws. */
export function startWorker(options: WorkerOptions): Worker {
  const { queue, connection, keys, concurrency } = options;
  const givenBack = new Set<string>();
  const state = { ...options, givenBack, suspects: new Set<string>() };
  const worker = new Worker(queue, (job) => processOrWait(job, state), {
    connection,
    prefix: keys.tag,
    concurrency,
    lockDuration: options.lockMs ?? LOCK_MS,
    stalledInterval: options.stalledEveryMs ?? STALLED_EVERY_MS,
    maxStalledCount: STALLED_MOST,
    settings: { backoffStrategy: (attempt, _type, error) => backoffOf(attempt, error) },
  });
  watchWorker(worker, givenBack, (queueError) => {
    if (!isToldByGate(queueError, options.gate)) options.tell(queueError);
  });
  options.gate?.onChange(({ state }) => follow(worker, state === 'good'));
  worker.on('failed', (job) => {
    if (job?.deferredFailure) void endStalled(job, job.deferredFailure, options);
  });
  return worker;
}

/** Whether the gate reports an error: it logs once that Redis goes away or refuses, instead of each failing call. */
function isToldByGate({ detail }: QueueError, gate: WriteGate | undefined): boolean {
  if (gate === undefined) return false;
  return gate.note(detail.message) || gate.now().state !== 'good';
}

function follow(worker: Worker, isGood: boolean): void {
  if (isGood) void worker.resume();
  // Jobs in hand are not waited for: they wait for the gate themselves.
  else void worker.pause(true);
}

/** A job whose worker died each time was never seen to fail: its job record is written here. */
async function endStalled(job: Job, reason: string, options: WorkerOptions): Promise<void> {
  const error = new StalledError(reason, {
    hint: 'The process ended while it had this job; the system log may say why (out of memory?).',
  });
  const jobRecord = jobRecordOf(job, { error, fate: { kind: 'dead-letter' }, options });
  options.report(jobRecord);
  await options.failed(job, error, jobRecord).catch(options.gate?.note);
}

/** A job was in hand each time its worker died. */
class StalledError extends MarsadError {
  override readonly code = 'STALLED';
}

type WorkerState = WorkerOptions & {
  readonly givenBack: Set<string>;
  /** Jobs in hand whose worker died before. */
  readonly suspects: Set<string>;
};

/** Longer than most pages take: another suspect is done by then. */
const SUSPECT_MS = 1000;

/**
 * Of the jobs whose worker died before, only one at a time is in hand: where the process dies again, that one
 * is to blame, and not a job that was only in hand beside it.
 */
async function processOrWait(job: Job, state: WorkerState): Promise<void> {
  if (job.stalledCounter === 0) return process(job, state);
  const { suspects, givenBack } = state;
  if (suspects.size > 0) return giveBack(job, Date.now() + SUSPECT_MS, givenBack);
  const id = job.id ?? '';
  suspects.add(id);
  try {
    await process(job, state);
  } finally {
    suspects.delete(id);
  }
}

async function process(job: Job, options: WorkerState): Promise<void> {
  try {
    options.report(await options.work(job));
  } catch (error) {
    if (error instanceof StateError && !(error instanceof EndingError))
      await options.gate?.opened();
    const now = Date.now();
    const fate = fateOf(error, job.attemptsMade + 1, now);
    const jobRecord = jobRecordOf(job, { error, fate, options });
    options.report(jobRecord);
    if (fate.kind === 'later') return giveBack(job, fate.at, options.givenBack);
    await options.failed(job, error, jobRecord);
    // BullMQ keeps the message only: the code goes into it, so that the dead letter tells why.
    const reason = reasonOf(error);
    throw fate.kind === 'retry'
      ? new RetryError(reason, fate.delayMs)
      : new UnrecoverableError(reason);
  }
}

/** BullMQ renews the lock until the processor has ended, and this takes the lock away before. */
async function giveBack(job: Job, at: number, givenBack: Set<string>): Promise<never> {
  const id = job.id ?? '';
  givenBack.add(id);
  // A renewal that was on its way is answered within a turn or two of the round trip.
  setTimeout(() => givenBack.delete(id), GIVEN_BACK_MS).unref();
  await job.moveToDelayed(at, job.token);
  throw new DelayedError();
}

/** Tells BullMQ to try again, and when. */
class RetryError extends MarsadError {
  override readonly code = 'RETRY';
  readonly delayMs: number;

  constructor(message: string, delayMs: number) {
    super(message);
    this.delayMs = delayMs;
  }
}

function backoffOf(_attempt: number | undefined, error: Error | undefined): number {
  return error instanceof RetryError ? error.delayMs : 0;
}

/** `CODE: message`, as the dead-letter list shows it. */
export function reasonOf(error: unknown): string {
  if (error instanceof MarsadError) return `${error.code}: ${error.message}`;
  return `DEFECT: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function jobRecordOf(
  job: Job,
  { error, fate, options }: { error: unknown; fate: Fate; options: WorkerOptions },
): JobRecord {
  const known = error instanceof MarsadError ? error : undefined;
  return {
    job: options.queue === 'visits' ? 'visit' : 'page',
    ...options.place(job),
    outcome: fate.kind,
    ms: job.processedOn === undefined ? 0 : Date.now() - job.processedOn,
    error: {
      code: known?.code ?? 'DEFECT',
      message: known?.message ?? reasonOf(error),
      ...(known?.hint === undefined ? {} : { hint: known.hint }),
    },
    defect: isDefect(error),
  };
}
