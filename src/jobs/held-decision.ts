import { RefusedError } from '../errors.ts';
import { floorSigns } from '../line/extract/drift/drift.ts';
import type { Page } from '../record/fetched-page.ts';
import type { HeldRecord } from '../record/held-record.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { Source } from '../source.ts';
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
 * Reads the pages of a source's held records again by its file as it is now, and publishes those that
 * are no longer under the floor. All are read before the first is judged: while the drift stands one
 * odd sign is enough to hold a page, and these pages show whether it is over. Where no copy of a page
 * was kept it is asked for again by the service.
 * @param tell called with each record, what became of it, and why it stays held where it does
 * @throws StateError where the log cannot take one
 */
export async function retryHeld(
  held: readonly HeldRecord[],
  work: HeldWork,
  tell: (held: HeldRecord, outcome: HeldOutcome, why?: string) => Promise<void> | void,
): Promise<void> {
  const readings: { readonly held: HeldRecord; readonly read: PageRead }[] = [];
  for (const one of held) {
    const read = await readAgain(one, work);
    if (read) readings.push({ held: one, read });
    else await tell(one, 'queued');
  }
  const profile = await work.deps.profile.load(work.source.id);
  for (const { held: one, read } of readings) {
    const signs = profile && read.observation ? floorSigns(profile, read.observation) : [];
    const outcome = await decide(one, { read, signs, work });
    await tell(one, outcome, outcome === 'held' ? whyHeld(read, signs) : undefined);
  }
}

/** Reads the kept page, if there is one, and teaches the source's profile; else asks for it anew. */
async function readAgain(held: HeldRecord, work: HeldWork): Promise<PageRead | undefined> {
  const { source, deps } = work;
  const { link, article, id } = held;
  const page = await deps.held.page(id);
  if (!page) {
    const data = { link, held: id, ...(article ? { article } : {}) };
    await deps.queues.pages.add('page', data, { jobId: `held-${id}` });
    return undefined;
  }
  const read = await readCopy(page, held, work);
  if (read.observation) await watchDrift(source.id, read.observation, deps);
  return read;
}

/** A page that was read again, and what still speaks against it. */
interface Reread {
  readonly read: PageRead;
  readonly signs: readonly string[];
  readonly work: HeldWork;
}

async function decide(held: HeldRecord, { read, signs, work }: Reread): Promise<HeldOutcome> {
  if (isNoArticle(read.found) || signs.length > 0) {
    await hold(read, { ...held, signs: signs.length > 0 ? [...signs] : ['article'] }, work.deps);
    return 'held';
  }
  return releaseHeld({ ...held, draft: read.found, url: read.page.url }, work);
}

/** Why a page that was read again stays held: what it is instead of an article, or what still speaks against it. */
function whyHeld({ found }: PageRead, signs: readonly string[]): string {
  if (isNoArticle(found)) return `no article, ${found.kind}: ${found.reason}`;
  return `unlike the source's other pages in ${signs.join(', ')}`;
}

/** Reads a page that was kept, asking nobody. */
function readCopy(
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
