import type { Revisits } from '../state/revisits.ts';
import type { PageJob, Queues } from './queues.ts';

/** Rechecks moved at a time; the rest is moved at the next call. */
const BATCH = 500;

/** News goes before corrections: a lower number is taken first, and none before all. */
const PRIORITY = 10;

/**
 * Puts the published pages that are due for a recheck into the queue of pages.
 * @returns how many
 */
export async function enqueueDueRechecks(
  { revisits, queues }: { revisits: Revisits; queues: Queues },
  now: number,
): Promise<number> {
  const due = await revisits.due(now, BATCH);
  await queues.pages.addBulk(
    due.map(({ link, article }) => {
      const data: PageJob = { link, article };
      return { name: 'page', data, opts: { jobId: `recheck-${article}`, priority: PRIORITY } };
    }),
  );
  // Only once they are in the queue: a crash in between repeats the add, which its id makes void.
  for (const { member } of due) await revisits.done(member);
  return due.length;
}
