import { GoneError } from '../errors.ts';
import { sketch } from '../line/dedupe/sketch.ts';
import { canonicalUrl } from '../line/normalize/canonical-url.ts';
import { publish, withdraw } from '../line/publish/publish.ts';
import type { ArticleDraft } from '../record/article.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { Published } from '../record/publication.ts';
import { durationMs } from '../record/source-rules.ts';
import type { Source } from '../source.ts';
import type { PageDependencies } from './dependencies.ts';
import { watchDrift } from './drift-watch.ts';
import { hold } from './hold.ts';
import { holdOdd, keepOdd } from './odd-pages.ts';
import type { PageJob } from './queues.ts';
import { isNoArticle, type PageRead, readPage } from './read-page.ts';
import { type Stopwatch, stopwatch } from './stopwatch.ts';

/** What a page job works with. */
export interface PageInHand {
  readonly source: Source;
  readonly deps: PageDependencies;
  /** Keeps how far the job came, so that a pause costs no request twice. */
  readonly save: (job: PageJob) => Promise<void>;
}

type Work = PageInHand & { readonly job: PageJob; readonly watch: Stopwatch };

/** How a page job ended: its job record without the fields that every job record has. */
type PageEnd = Omit<JobRecord, 'job' | 'ms' | 'steps'>;

/**
 * Fetches a page, reads the article, brings it to its normal form, sketches it and publishes it.
 * A page that holds no article ends as `skipped`; a page that is gone withdraws its record.
 * @throws MarsadError as `src/jobs/fate.ts` knows it
 */
export async function page(job: PageJob, work: PageInHand): Promise<JobRecord> {
  const watch = stopwatch();
  const { source } = work;
  const end = await fetchToPublish({ ...work, job, watch });
  const { visit, url } = job.link;
  return {
    job: 'page',
    source: source.id,
    visit,
    url,
    ms: watch.ms(),
    steps: watch.steps(),
    ...end,
  };
}

async function fetchToPublish(work: Work): Promise<PageEnd> {
  const { job, source, deps } = work;
  try {
    const read = await readPage(job.link, source, {
      deps,
      watch: work.watch,
      ...(job.methods ? { state: job.methods } : {}),
      save: ({ tried, ...known }) =>
        work.save({ ...job, methods: { tried: [...tried], ...known } }),
    });
    const { via, status, bytes } = read.page;
    const about = { via, status, bytes };
    if (read.selectors && !job.isBackfill) await deps.health.match(source.id, read.selectors);
    const { underFloor, isOdd } = await judge(read, work);
    if (underFloor.length > 0) return { ...about, ...(await holdBack(read, underFloor, work)) };
    if (!isNoArticle(read.found)) {
      const end = await publishDraft(read.found, read.page.url, work);
      if (job.held) await deps.held.remove(job.held);
      return { ...about, ...end };
    }
    if (isOdd) await keepOdd(read, { ...job, source: source.id }, deps);
    await deps.health.count(source.id, 'skipped');
    return { ...about, outcome: 'skipped', kind: read.found.kind, reason: read.found.reason };
  } catch (error) {
    const known = error instanceof GoneError && (job.article ?? (await publishedAt(work)));
    if (known) return takeBack(known, error, work);
    throw error;
  }
}

/** How a page compares with its source's others. A page of the past may have an older template. */
async function judge(read: PageRead, { job, source, deps }: Work) {
  const { observation } = read;
  if (!observation || job.isBackfill) return { underFloor: [], isOdd: false };
  const judged = await watchDrift(source.id, observation, deps);
  await holdOdd(source.id, judged.alsoUnder, deps);
  return judged;
}

/** A reading under its source's floor would be a wrong record: the operator decides. */
async function holdBack(read: PageRead, signs: readonly string[], work: Work): Promise<PageEnd> {
  const { job, source, deps } = work;
  await hold(read, { ...job, source: source.id, signs: [...signs] }, deps);
  return { outcome: 'held', reason: signs.join(', ') };
}

/** Sketches and publishes a draft, and plans what follows. */
export async function publishDraft(draft: ArticleDraft, url: string, work: Work): Promise<PageEnd> {
  const { watch, deps } = work;
  const outline = watch.time('dedupe', () => sketch(draft, url));
  const published = await watch.time('publish', () => publish(draft, outline, deps.log));
  await afterwards(published, work);
  const { outcome, id, revision, record } = published;
  return { outcome, id, revision, ...(record ? { role: record.story.role } : {}) };
}

/** What is counted and planned once the record is safe; a job that dies before it loses no record. */
async function afterwards({ outcome, id }: Published, { job, source, deps }: Work): Promise<void> {
  if (outcome !== 'published' && outcome !== 'updated') return;
  const counted = deps.health.count(source.id, outcome);
  // A page of the past is not rechecked, and tells nothing of when news comes.
  if (job.isBackfill) return counted;
  const now = deps.now();
  const times = source.revisit.map((after) => now.getTime() + durationMs(after));
  // None waits for another: they go to Redis in one write.
  await Promise.all([
    counted,
    outcome === 'published' && deps.revisits.plan({ link: job.link, article: id }, times),
    deps.health.note(source.id, { lastArticle: now.toISOString() }),
    deps.hours.add(source.id, now.getTime()),
  ]);
}

/** The article that was published from the page of a job: one asked for by hand does not name it. */
function publishedAt({ job, source, deps }: Work): Promise<string | undefined> {
  const { url } = job.link;
  return deps.published.articleAt(source.id, [url, canonicalUrl(url).url]);
}

async function takeBack(id: string, error: GoneError, { deps }: Work): Promise<PageEnd> {
  const status = error.context.status === 410 ? 410 : 404;
  const observation = { status, atMs: deps.now().getTime() } as const;
  const taken = await withdraw(id, observation, deps.log);
  return { outcome: taken.outcome, id, revision: taken.revision, status };
}
