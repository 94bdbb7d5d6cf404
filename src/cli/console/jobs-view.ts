import type { Job, Queue } from 'bullmq';
import type { QueuedJob, QueueView } from '../../operate/operator-data.ts';

/** Jobs of each state that are shown: what is next, not all that waits. */
const MOST = 6;

/** A queue with the first of its jobs. */
export async function queueView(queue: Queue): Promise<QueueView> {
  const [isPaused, active, waiting, delayed] = await Promise.all([
    queue.isPaused(),
    queue.getActive(0, MOST - 1),
    queue.getJobs(['prioritized', 'waiting'], 0, MOST - 1, true),
    queue.getDelayed(0, MOST - 1),
  ]);
  return {
    name: queue.name,
    isPaused,
    active: active.map((job) => queuedJob(job, job.processedOn)),
    waiting: waiting.slice(0, MOST).map((job) => queuedJob(job, job.timestamp)),
    delayed: delayed.map((job) => queuedJob(job, job.timestamp + job.delay)),
  };
}

function queuedJob({ id = '', data, attemptsMade }: Job, at: number | undefined): QueuedJob {
  const source = data.source?.id ?? data.source ?? data.link?.source ?? '';
  const about = data.link?.url ?? data.headline ?? '';
  return { id, source: String(source), about: String(about), tries: attemptsMade, at };
}
