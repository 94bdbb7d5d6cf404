import { GoneError, HostBusyError, UnreachableError } from '../errors.ts';
import { isDated, linksSince, linksWithin } from '../line/discover/archive-span.ts';
import { linksOf } from '../line/discover/links.ts';
import type { RouteTask } from '../line/discover/routes/index.ts';
import { isReadByFeed } from '../line/fetch/fetch-method.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { Link } from '../record/link.ts';
import type { Source } from '../source.ts';
import type { BackfillFacts } from '../state/backfills.ts';
import { urlDigest } from '../state/seen.ts';
import { firstTasks, isIdle, mustWait, nextStage } from './backfill/stages.ts';
import type { BackfillDependencies } from './dependencies.ts';
import { enqueueUnseen } from './fresh-links.ts';
import { linksOfSite } from './own-site.ts';
import type { BackfillJob } from './queues.ts';
import { readRoute, UNCONDITIONAL } from './route.ts';
import { stopwatch } from './stopwatch.ts';

/** The name of such a job in the queue of visits. */
export const BACKFILL = 'backfill';

/** A backfill in hand. */
export interface BackfillWork {
  readonly source: Source;
  /** The job's id. */
  readonly visit: string;
  readonly deps: BackfillDependencies;
  /** Keeps how far it came, so that a pause or a crash asks for nothing twice. */
  readonly save: (progress: BackfillJob) => Promise<void>;
}

/** More documents are an index without end: ten years of daily sitemaps are 3,650. */
const MOST_DOCUMENTS = 5000;

/** Times that a document is asked for where it cannot be reached. */
const MOST_TRIES = 3;

/** Documents after which visits that wait go first; hosts without a pause never make it wait. */
const TURN = 20;

/** Addresses that are kept to see how a site's paths are made. */
const SAMPLE = 40;

/** What was published later is news, and is put into the queue as news. */
const NEWS_MS = 86_400_000;

/**
 * Puts the pages of a source's past into the queue: from sitemaps and WordPress's API; where these
 * give nothing dated, from listings and from archives by month or day. Nothing is learnt of the
 * source's rhythm.
 * @throws ThrottledError where a host is busy, news waits for it or other visits shall have their
 *   turn: it goes on from there later
 * @throws StateError where Redis is away
 */
export async function backfill(job: BackfillJob, work: BackfillWork): Promise<JobRecord> {
  const watch = stopwatch();
  let progress = job.todo ? job : await beginning(job, work);
  for (let documents = 0; ; documents += 1) {
    await keep(progress, work);
    const { todo = [], asked, fresh, most } = progress;
    if (asked >= MOST_DOCUMENTS || fresh >= most) break;
    if (documents >= TURN) throw giveWay(work.source);
    const isOver = todo.length === 0 || isIdle(progress);
    const next = isOver ? nextStage(progress, work.source) : await askNext(progress, work);
    if (!next) break;
    progress = isOver ? withTasks({ ...next, todo: [] }, next.todo ?? []) : next;
  }
  await noteEnd(progress, work);
  const { met, fresh } = progress;
  const about = { source: work.source.id, visit: work.visit, met, fresh };
  return { job: 'visit', outcome: 'visited', ms: watch.ms(), steps: watch.steps(), ...about };
}

function giveWay({ id }: Source): HostBusyError {
  return new HostBusyError(`The past of ${id} lets other visits go first`, Date.now());
}

/** The dependencies of a job that waits while news does. */
export function yielding<T extends Pick<BackfillDependencies, 'fetch'>>(deps: T): T {
  return { ...deps, fetch: (request, source) => deps.fetch({ ...request, yields: true }, source) };
}

async function beginning(job: BackfillJob, { source, deps }: BackfillWork): Promise<BackfillJob> {
  return withTasks({ ...job, todo: [] }, await firstTasks(job, source, deps));
}

/** Adds the links that are not known yet, and no more than may still be put into the queue. */
function withTasks(progress: BackfillJob, tasks: readonly RouteTask[]): BackfillJob {
  const known = new Set(progress.known);
  const todo = [...(progress.todo ?? [])];
  for (const task of tasks) {
    const digest = urlDigest(task.url);
    if (known.has(digest) || progress.asked + todo.length >= MOST_DOCUMENTS) continue;
    known.add(digest);
    todo.push(task);
  }
  return { ...progress, todo, known: [...known] };
}

async function askNext(progress: BackfillJob, work: BackfillWork): Promise<BackfillJob> {
  const [task, ...rest] = progress.todo ?? [];
  if (!task) return progress;
  const { source, deps } = work;
  const after = { ...progress, asked: progress.asked + 1, todo: rest };
  try {
    const { reading } = await readRoute(task, source, { ...deps, validators: UNCONDITIONAL });
    const meeting = { source: source.id, route: task, visit: work.visit, now: deps.now() };
    const met = linksOf(reading?.entries ?? [], meeting);
    const links = linksOfSite(met, source);
    const taken = { ...after, ...(await take(links, progress, work)) };
    return withTasks(taken, reading?.further ?? []);
  } catch (error) {
    if (mustWait(error)) throw error;
    return afterFailure(task, error, after);
  }
}

/** A sitemap may name a month of articles: one that cannot be reached is tried again at the end. */
function afterFailure(task: RouteTask, error: unknown, after: BackfillJob): BackfillJob {
  const { todo = [], failed, idle } = after;
  const tries = (task.tries ?? 0) + 1;
  if (error instanceof UnreachableError && tries < MOST_TRIES) {
    return { ...after, todo: [...todo, { ...task, tries }] };
  }
  const isNone = error instanceof GoneError || task.isGuess;
  return { ...after, idle: idle + 1, failed: isNone ? failed : failed + 1 };
}

type Taken = Pick<BackfillJob, 'met' | 'dated' | 'fresh' | 'sample' | 'idle'>;

async function take(
  links: readonly Link[],
  progress: BackfillJob,
  { source, deps }: BackfillWork,
): Promise<Taken> {
  const { span, most, met, dated, fresh, sample, idle } = progress;
  const within = linksWithin(links, span);
  const isFeedOnly = isReadByFeed(await deps.fetchMethod.load(source.id));
  const news = new Set(linksSince(links, deps.now().getTime() - NEWS_MS).map(({ url }) => url));
  const taken = await enqueueUnseen(isFeedOnly ? within : within.map(withoutText), deps, {
    past: {
      has: ({ url }) => !news.has(url),
      note: (urls) => deps.backfills.addPages(source.id, urls),
      published: (urls) => deps.published.among(source.id, urls),
    },
    most: most - fresh,
  });
  return {
    met: met + within.length,
    dated: dated + within.filter(isDated).length,
    fresh: fresh + taken.length,
    sample: [...sample, ...links.slice(0, SAMPLE).map(({ url }) => url)].slice(0, SAMPLE),
    idle: within.length > 0 ? 0 : idle + 1,
  };
}

/** Thousands of jobs may wait for days, so each is kept small: the page itself states the rest. */
function withoutText({ content: _content, summary: _summary, ...link }: Link): Link {
  return link;
}

async function keep(progress: BackfillJob, { source, deps, save }: BackfillWork): Promise<void> {
  await save(progress);
  await deps.backfills.note(source.id, factsOf(progress));
}

async function noteEnd(progress: BackfillJob, { source, deps }: BackfillWork): Promise<void> {
  const endedAt = deps.now().toISOString();
  await deps.backfills.note(source.id, { ...factsOf(progress), endedAt });
}

/** What `status` shows of a backfill that looks for links. */
export function factsOf(progress: BackfillJob): BackfillFacts {
  const { span, most, startedAt, asked, failed, met, fresh, todo = [] } = progress;
  return {
    since: new Date(span.since).toISOString(),
    until: new Date(span.until).toISOString(),
    startedAt: new Date(startedAt).toISOString(),
    ...{ most, asked, failed, met, fresh },
    documentsLeft: todo.length,
  };
}
