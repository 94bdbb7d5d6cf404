import type { Worker } from 'bullmq';

/** What went wrong with a queue itself, apart from any job's work. */
export interface QueueError {
  /** `lock-lost`: jobs are a worker's no more. `queue-failed`: a queue refused what it was asked. */
  readonly event: 'lock-lost' | 'queue-failed';
  readonly detail: Readonly<Record<string, string | readonly string[]>>;
}

/** Takes the errors of queues; the process writes them to its log. */
export type ReportQueueError = (queueError: QueueError) => void;

/** Jobs that a worker is giving back: their lock is gone before BullMQ stops renewing it. */
export type GivenBack = ReadonlySet<string>;

const LOST_HINT =
  'The process stood still for longer than it may hold a job without a sign: the job runs once more, and ' +
  'nothing is lost or published twice. Where it happens often, the machine has too much to do: lower ' +
  'crawl.concurrency, or start fewer processes.';

/**
 * Reports the errors of a worker's queue; BullMQ would print them raw, without redaction and level.
 * A job whose lock is lost may be run again by another worker; publishing twice it cannot.
 */
export function watchWorker(worker: Worker, givenBack: GivenBack, tell: ReportQueueError): void {
  /** Jobs that were reported and have not ended in this process since. */
  const told = new Set<string>();
  const lose = (ids: readonly string[]): void => {
    const jobs = ids.filter((id) => !givenBack.has(id) && !told.has(id));
    for (const id of jobs) told.add(id);
    const detail = { queue: worker.name, jobs, hint: LOST_HINT };
    if (jobs.length > 0) tell({ event: 'lock-lost', detail });
  };
  worker.on('lockRenewalFailed', lose);
  watchQueue(worker, (queueError) => {
    const message = String(queueError.detail.message);
    // The same as `lockRenewalFailed`, once more for each job.
    if (message.includes('could not renew lock')) return;
    const id = lostJobOf(message);
    if (id === undefined) return tell(queueError);
    lose([id]);
    told.delete(id);
  });
}

/**
 * The job of an error that BullMQ throws where a worker ends a job that it does not hold any more: the lock
 * ran out, and the job waits again, is held by another worker, or was done by it and is gone.
 */
function lostJobOf(message: string): string | undefined {
  const found =
    /^(?:Missing lock|Lock mismatch|Missing key) for job (.+)\. \S/u.exec(message) ??
    /^Job (.+) is not in the active state\. /u.exec(message);
  return found?.[1];
}

/** What has a name and reports errors: BullMQ's queues and workers. */
interface Named {
  readonly name: string;
  readonly on: (event: 'error', listener: (error: Error & { code?: string }) => void) => unknown;
}

/** Tells a queue's errors. That Redis is away is said once, by who watches the connection. */
export function watchQueue(queue: Named, tell: ReportQueueError): void {
  queue.on('error', (error) => {
    if (isConnectionError(error)) return;
    tell({ event: 'queue-failed', detail: { queue: queue.name, message: error.message } });
  });
}

function isConnectionError({ code, message }: { code?: string; message: string }): boolean {
  return (
    /^(?:ECONN|ENOENT|EPIPE|ETIMEDOUT)/u.test(code ?? '') || /connection is closed/iu.test(message)
  );
}
