import type { Job } from 'bullmq';
import { UsageError } from '../../errors.ts';
import { BACKFILL, factsOf } from '../../jobs/backfill.ts';
import { PAST_PRIORITY } from '../../jobs/fresh-links.ts';
import { BackfillJob, type Queues } from '../../jobs/queues.ts';
import { zoneOf } from '../../record/source-rules.ts';
import type { Source } from '../../source.ts';
import { backfills } from '../../state/backfills.ts';
import type { Installation } from '../installation.ts';
import { MOST_PAGES } from './count.ts';
import { spanOf } from './time-span.ts';

/** What is wanted of a source's past, as stated. */
export interface BackfillWish {
  readonly since?: string;
  readonly until?: string;
  readonly most?: number;
}

/** Where it is put down. */
interface Place {
  readonly installation: Installation;
  readonly queues: Queues;
}

/**
 * Puts a backfill of a source into the queue of visits, or tells how far the one under way came.
 * @throws UsageError where another one is under way, or the options cannot be read
 */
export async function startBackfill(
  source: Source,
  { since = '', until, most }: BackfillWish,
  { installation, queues }: Place,
): Promise<Record<string, string | number>> {
  const now = new Date();
  const span = spanOf({ since, until, zone: zoneOf(source), now });
  const book = backfills(installation.redis, installation.keys);
  const jobId = `${BACKFILL}-${source.id}`;
  const standing = await findStanding(await queues.visits.getJob(jobId), source, {
    since: span.since,
    ...(until === undefined ? {} : { until: span.until }),
  });
  if (!standing) {
    const asked = { source: source.id, span, most: most ?? MOST_PAGES, startedAt: now.getTime() };
    const data = BackfillJob.parse(asked);
    await book.note(source.id, factsOf(data));
    await queues.visits.add(BACKFILL, data, { jobId, priority: PAST_PRIORITY });
  }
  const state = standing ? await standing.getState() : 'waiting';
  const facts = (await book.of([source.id])).get(source.id);
  return { source: source.id, state, ...facts };
}

type Span = Partial<BackfillJob['span']>;

/** The backfill under way; one that failed goes on from where it was, or makes room for another. */
async function findStanding(
  job: Job | undefined,
  source: Source,
  wanted: Span,
): Promise<Job | undefined> {
  if (!job) return undefined;
  const { span } = BackfillJob.parse(job.data);
  const isSame =
    span.since === wanted.since && (wanted.until === undefined || span.until === wanted.until);
  const isFailed = await job.isFailed();
  if (isSame && isFailed) await job.retry('failed', { resetAttemptsMade: true });
  if (isSame) return job;
  if (!isFailed) throw underWay(source, span);
  await job.remove();
  return undefined;
}

/** The same command again shows the progress; with another time it is an error, or that time would be lost. */
function underWay({ id }: Source, span: BackfillJob['span']): UsageError {
  const [from, to] = [span.since, span.until].map((at) => new Date(at).toISOString());
  return new UsageError(`A backfill of ${id} from ${from} to ${to} is under way`, {
    hint: 'One at a time a source; marsad status shows how far it came.',
  });
}
