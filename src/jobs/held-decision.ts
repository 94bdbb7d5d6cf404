import { RefusedError } from '../errors.ts';
import type { Page } from '../record/fetched-page.ts';
import type { HeldRecord } from '../record/held-record.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { Source } from '../record/source.ts';
import type { HeldDependencies } from './dependencies.ts';
import { watchDrift } from './drift-watch.ts';
import { hold } from './hold.ts';
import { publishDraft } from './page-job.ts';
import { isNoArticle, type PageRead, readPage } from './read-page.ts';
import { NO_METHODS } from './replay-memory.ts';
import { stopwatch } from './stopwatch.ts';

/** What became of a held record. */
export type HeldOutcome = JobRecord['outcome'] | 'queued';

/** A held record in hand. */
export interface HeldWork {
  readonly source: Source;
  readonly deps: HeldDependencies;
}

/** Publishes a held record as it was read, as any other: once, however often it is released. */
export async function releaseHeld(held: HeldRecord, work: HeldWork): Promise<HeldOutcome> {
  const { draft, link, url, article } = held;
  if (!draft) {
    throw new RefusedError(`${held.id}: its page held no article: ${held.reason ?? ''}`, {
      hint: `Read it again: marsad held retry ${held.id}; or: marsad held discard ${held.id}`,
    });
  }
  const job = { link, ...(article ? { article } : {}) };
  const save = async (): Promise<void> => undefined;
  const end = await publishDraft(draft, url, { ...work, job, save, watch: stopwatch() });
  await work.deps.held.remove(held.id);
  return end.outcome;
}

/**
 * Reads a held record's page again by the source's file as it is now, and publishes it where it is no
 * longer under the floor. Where no copy of the page was kept it is asked for again by the service.
 * @throws StateError where the log cannot take it
 */
export async function retryHeld(held: HeldRecord, work: HeldWork): Promise<HeldOutcome> {
  const { source, deps } = work;
  const { link, article, id } = held;
  const page = await deps.held.page(id);
  if (!page) {
    const data = { link, held: id, ...(article ? { article } : {}) };
    await deps.queues.pages.add('page', data, { jobId: `held-${id}` });
    return 'queued';
  }
  const read = await readCopy(page, held, work);
  const signs = read.observation ? await watchDrift(source.id, read.observation, deps) : [];
  if (isNoArticle(read.found) || signs.length > 0) {
    await hold(read, { ...held, signs: signs.length > 0 ? [...signs] : ['article'] }, deps);
    return 'held';
  }
  return releaseHeld({ ...held, draft: read.found, url: read.page.url }, work);
}

/** Reads a page that was kept, asking nobody. */
export function readCopy(
  page: Page,
  { link }: Pick<HeldRecord, 'link'>,
  { source, deps }: HeldWork,
): Promise<PageRead> {
  return readPage(link, source, {
    deps: {
      ...deps,
      fetchMethod: NO_METHODS,
      now: () => new Date(page.at),
      fetch: async ({ url }) => {
        if (url === link.url) return page;
        throw new RefusedError(`${url} is not asked for: the kept page is read`);
      },
    },
  });
}
