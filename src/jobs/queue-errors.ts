import type { Worker } from 'bullmq';

/** What went wrong with a queue itself, apart from any job's work. */
export interface QueueError {
  /** `lock-lost`: jobs ran over their lock. `queue-failed`: a queue refused what it was asked. */
  readonly event: 'lock-lost' | 'queue-failed';
  readonly detail: Readonly<Record<string, string | readonly string[]>>;
}

/** Takes the errors of queues; the process writes them to its log. */
export type ReportQueueError = (queueError: QueueError) => void;

/** Jobs that a worker is giving back: their lock is gone before BullMQ stops renewing it. */
export type GivenBack = ReadonlySet<string>;

/**
 * Reports the errors of a worker's queue; BullMQ would print them raw, without redaction and level.
 * A job whose lock is lost may be run again by another worker; publishing twice it cannot.
 */
export function watchWorker(worker: Worker, givenBack: GivenBack, tell: ReportQueueError): void {
  worker.on('lockRenewalFailed', (ids: string[]) => {
    const lost = ids.filter((id) => !givenBack.has(id));
    if (lost.length > 0) tell({ event: 'lock-lost', detail: { queue: worker.name, jobs: lost } });
  });
  watchQueue(worker, (queueError) => {
    // The same as `lockRenewalFailed`, once more for each job.
    if (!queueError.detail.message?.includes('could not renew lock')) tell(queueError);
  });
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
