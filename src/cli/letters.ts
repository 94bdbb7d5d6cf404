import type { Job, Queue } from 'bullmq';
import { openArticleQueue } from '../jobs/queues.ts';
import { queueNames } from '../jobs/sinks.ts';
import { logReader } from '../state/log-reader.ts';
import { undeliveredRecords } from '../state/undelivered.ts';
import type { Installation } from './installation.ts';

/** A record that a sink or a consumer gave up on. */
export interface RecordLetter {
  /** `sink:NAME:POSITION` or `queue:NAME:JOB`. */
  readonly id: string;
  /** The sink, or the queue whose consumers gave it up. */
  readonly sink: string;
  readonly source: string | undefined;
  readonly record: string | undefined;
  readonly reason: string;
  readonly at: string | undefined;
}

/** The dead letters of the sinks, and of the consumers of their queues. */
export interface RecordLetters {
  readonly list: () => Promise<RecordLetter[]>;
  /** Puts back those of the ids. @returns the ids that were there */
  readonly retry: (ids: readonly string[]) => Promise<string[]>;
  /** Takes away those of the ids. @returns the ids that were there */
  readonly discard: (ids: readonly string[]) => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** Dead letters of one queue that are looked at. */
const MOST = 10_000;

/** Opens them, those of sinks that no setting names included. */
export function recordLetters({ redis, keys, catalogue }: Installation): RecordLetters {
  const letters = undeliveredRecords(redis, keys);
  const queues = queueNames(catalogue.settings.sinks).map((name) =>
    openArticleQueue(redis, keys, name),
  );
  const sinks = async (): Promise<string[]> => {
    const known = await logReader(redis, keys).lags();
    return [...new Set([...Object.keys(catalogue.settings.sinks), ...known.keys()])];
  };
  return {
    list: async () => {
      const ofSinks = await Promise.all(
        (await sinks()).map(async (sink) =>
          (await letters.list(sink)).map((letter) => ({
            id: `sink:${sink}:${letter.at}`,
            sink,
            source: letter.source,
            record: letter.id === undefined ? undefined : `${letter.id}:${letter.revision}`,
            reason: letter.reason,
            at: letter.since,
          })),
        ),
      );
      const ofQueues = await Promise.all(
        queues.map(async (queue) =>
          (await queue.getFailed(0, MOST)).map((job) => ofJob(queue, job)),
        ),
      );
      return [...ofSinks, ...ofQueues].flat();
    },
    retry: (ids) =>
      eachOf(ids, {
        sink: async (sink, at) => (await letters.retry(sink, [at])) === 1,
        queue: async (name, id) => {
          const job = await jobOf(queues, name, id);
          await job?.retry('failed', { resetAttemptsMade: true });
          return job !== undefined;
        },
      }),
    discard: (ids) =>
      eachOf(ids, {
        sink: async (sink, at) => (await letters.remove(sink, [at])) === 1,
        queue: async (name, id) => {
          const job = await jobOf(queues, name, id);
          await job?.remove();
          return job !== undefined;
        },
      }),
    close: async () => {
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
}

function ofJob(queue: Queue, { id = '', data, failedReason, finishedOn }: Job): RecordLetter {
  const { id: record, revision, source } = data ?? {};
  return {
    id: `queue:${queue.name}:${id}`,
    sink: queue.name,
    source: source?.id,
    record: `${record}:${revision}`,
    reason: failedReason,
    at: finishedOn === undefined ? undefined : new Date(finishedOn).toISOString(),
  };
}

async function jobOf(queues: readonly Queue[], name: string, id: string): Promise<Job | undefined> {
  const job = await queues.find((queue) => queue.name === name)?.getJob(id);
  return job && (await job.isFailed()) ? job : undefined;
}

type Act = (name: string, rest: string) => Promise<boolean>;

async function eachOf(
  ids: readonly string[],
  acts: { readonly sink: Act; readonly queue: Act },
): Promise<string[]> {
  const done: string[] = [];
  for (const id of ids) {
    const [, kind, name = '', rest = ''] = /^(sink|queue):([^:]+):(.+)$/u.exec(id) ?? [];
    const act = kind === 'sink' ? acts.sink : kind === 'queue' ? acts.queue : undefined;
    if (act && (await act(name, rest))) done.push(id);
  }
  return done;
}
