import type { Job, Queue } from 'bullmq';
import type { SeenLinks } from '../state/seen.ts';
import type { Queues } from './queues.ts';

/** A visit or page that could not be done. */
export interface JobLetter {
  readonly id: string;
  readonly source: string;
  readonly url?: string;
  /** `CODE: message`. */
  readonly reason: string;
  /** When it was given up, ISO 8601. */
  readonly at?: string;
}

/** A dead letter with what is done with it. */
export interface FoundLetter {
  readonly letter: JobLetter;
  readonly retry: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Dead letters read in one turn, so that 50,000 of them do not hold up Redis. */
const BATCH = 500;

/** What BullMQ says of a job whose worker died each time. */
const STALLED = /^job stalled more than/u;

/** The dead letters of the crawl, those of pages first, each queue's newest first. */
export async function jobLetters({ pages, visits }: Queues): Promise<FoundLetter[]> {
  return [...(await failedOf(pages)), ...(await failedOf(visits))];
}

async function failedOf(queue: Queue): Promise<FoundLetter[]> {
  const found: FoundLetter[] = [];
  for (let from = 0; ; from += BATCH) {
    const jobs = await queue.getFailed(from, from + BATCH - 1);
    found.push(...jobs.map(foundLetter));
    if (jobs.length < BATCH) return found;
  }
}

function foundLetter(job: Job): FoundLetter {
  return {
    letter: letterOf(job),
    retry: () => job.retry('failed', { resetAttemptsMade: true }),
    discard: () => job.remove(),
  };
}

function letterOf({ id = '', data, failedReason = '', finishedOn }: Job): JobLetter {
  const url: unknown = data.link?.url;
  const reason = STALLED.test(failedReason)
    ? 'STALLED: the process ended each time while it had this job'
    : failedReason || 'DEFECT: no reason was kept';
  return {
    id,
    source: String(data.source ?? data.link?.source ?? ''),
    ...(typeof url === 'string' ? { url } : {}),
    reason,
    ...(finishedOn === undefined ? {} : { at: new Date(finishedOn).toISOString() }),
  };
}

/**
 * Takes away the dead letters of sources that are no more; should a source come back, its visits
 * meet the links anew.
 * @returns how many
 */
export async function dropLetters(
  queues: Queues,
  seen: Pick<SeenLinks, 'forget'>,
  isKnown: (source: string) => boolean,
): Promise<number> {
  const gone = (await jobLetters(queues)).filter(({ letter }) => !isKnown(letter.source));
  for (const { letter, discard } of gone) {
    await discard();
    if (letter.url !== undefined) await seen.forget(letter.source, [letter.url]);
  }
  return gone.length;
}
