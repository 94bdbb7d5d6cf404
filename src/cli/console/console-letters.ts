import type { Job } from 'bullmq';
import type { Queues } from '../../jobs/queues.ts';
import type { DeadLetter } from '../../operate/operator-data.ts';
import type { RecordLetters } from '../letters.ts';

/** Dead letters of one queue that are looked at. */
const MOST = 5000;

/** All that could not be done, of the crawl and of the sinks, and the ways to go on with it. */
export interface DeadLetters {
  readonly list: () => Promise<readonly DeadLetter[]>;
  readonly retry: (ids: readonly string[]) => Promise<number>;
  readonly discard: (ids: readonly string[]) => Promise<number>;
}

type Crawl = Pick<Queues, 'pages' | 'visits'>;

/** Joins both kinds. The id of a job of the crawl is `job:QUEUE:ID`. */
export function deadLetters(queues: Crawl, records: RecordLetters): DeadLetters {
  const jobOf = async (id: string): Promise<Job | undefined> => {
    const [, name, rest = ''] = /^job:(pages|visits):(.+)$/u.exec(id) ?? [];
    const queue = name === 'pages' ? queues.pages : name === 'visits' ? queues.visits : undefined;
    const job = await queue?.getJob(rest);
    return job && (await job.isFailed()) ? job : undefined;
  };
  const eachJob = async (ids: readonly string[], act: (job: Job) => Promise<void>) => {
    let count = 0;
    for (const id of ids.filter((one) => one.startsWith('job:'))) {
      const job = await jobOf(id);
      if (job) await act(job);
      count += job ? 1 : 0;
    }
    return count;
  };
  const ofRecords = (ids: readonly string[]) => ids.filter((id) => !id.startsWith('job:'));
  return {
    list: async () => {
      const [pages, visits, letters] = await Promise.all([
        queues.pages.getFailed(0, MOST),
        queues.visits.getFailed(0, MOST),
        records.list(),
      ]);
      return [
        ...pages.map((job) => ofJob('pages', job)),
        ...visits.map((job) => ofJob('visits', job)),
        ...letters.map(
          ({ id, source, sink, record, reason, at }): DeadLetter => ({
            ...{ id, kind: 'record', source, sink, about: record, reason, at },
          }),
        ),
      ];
    },
    retry: async (ids) =>
      (await eachJob(ids, (job) => job.retry('failed', { resetAttemptsMade: true }))) +
      (await records.retry(ofRecords(ids))).length,
    discard: async (ids) =>
      (await eachJob(ids, (job) => job.remove())) + (await records.discard(ofRecords(ids))).length,
  };
}

function ofJob(queue: 'pages' | 'visits', job: Job): DeadLetter {
  const { id = '', data, failedReason = '', finishedOn } = job;
  return {
    id: `job:${queue}:${id}`,
    kind: queue === 'pages' ? 'page' : 'visit',
    source: String(data.source ?? data.link?.source ?? ''),
    about: data.link?.url,
    reason: failedReason,
    at: finishedOn === undefined ? undefined : new Date(finishedOn).toISOString(),
  };
}
