import { MarsadError, StateError, ThrottledError } from '../errors.ts';
import {
  type ArchiveSpan,
  datedArchives,
  mayLieWithin,
  postsAddress,
} from '../line/discover/archive-span.ts';
import { linksOf } from '../line/discover/links.ts';
import { parseRobots } from '../line/fetch/robots.ts';
import type { JobLine } from '../record/job-line.ts';
import type { Link } from '../record/link.ts';
import type { Source } from '../record/source.ts';
import { enqueueUnseen } from './fresh-links.ts';
import type { BackfillJob, RouteTask } from './queues.ts';
import { readRoute, tasksOf, UNCONDITIONAL } from './route.ts';
import { stopwatch } from './stopwatch.ts';
import type { Tools } from './tools.ts';

/** The name of such a job in the queue of visits. */
export const BACKFILL = 'backfill';

/** A backfill in hand. */
export interface BackfillWork {
  readonly source: Source;
  /** The job's id. */
  readonly visit: string;
  readonly tools: Tools;
  /** Keeps how far it came, so that a pause or a crash asks for nothing twice. */
  readonly save: (progress: BackfillJob) => Promise<void>;
}

/** More documents are an index without end: ten years of daily sitemaps are 3,650. */
const MOST_DOCUMENTS = 5000;

/** Sitemaps of one index that are asked for. */
const MOST_SITEMAPS = 2000;

/** Pages of one listing that are turned: deeper ones are slow for the site, and few keep them. */
const MOST_PAGES = 100;

/** Addresses that are kept to see how a site's paths are made. */
const SAMPLE = 40;

/** What was published since is news, and goes as news does. */
const NEWS_MS = 86_400_000;

/**
 * Puts the pages of a source's past into the queue: from sitemaps and WordPress's API, where these
 * give nothing from listings, and from archives by month. Nothing is learnt of the source's rhythm.
 * @throws ThrottledError where a host is busy or news waits for it: it goes on from there later
 * @throws StateError where Redis is away
 */
export async function backfill(job: BackfillJob, work: BackfillWork): Promise<JobLine> {
  const watch = stopwatch();
  let progress = job.todo ? job : { ...job, todo: await indexesOf(job, work) };
  await work.save(progress);
  for (;;) {
    const { todo = [], asked, fresh, most } = progress;
    if (asked >= MOST_DOCUMENTS || fresh >= most) break;
    const next = todo.length > 0 ? await askNext(progress, work) : nextStage(progress, work.source);
    if (!next) break;
    progress = next;
    await work.save(progress);
  }
  const { met, fresh } = progress;
  const about = { source: work.source.id, visit: work.visit, met, fresh };
  return { job: 'visit', outcome: 'visited', ms: watch.ms(), steps: watch.steps(), ...about };
}

/** The tools of a job that waits while news does. */
export function yielding(tools: Tools): Tools {
  return { ...tools, ask: (question, source) => tools.ask({ ...question, yields: true }, source) };
}

/** Sitemaps that robots.txt and the source's file name, and its API from the first page on. */
async function indexesOf(
  { span }: BackfillJob,
  { source, tools }: BackfillWork,
): Promise<RouteTask[]> {
  const named = source.discover.flatMap((route) =>
    'newsSitemap' in route ? route.newsSitemap : [],
  );
  const stated = await statedSitemaps(source, tools);
  const usual = stated.length > 0 ? [] : [new URL('/sitemap.xml', source.homepage).href];
  const sitemaps = [...new Set([...stated, ...usual, ...named])];
  const apis = source.discover.flatMap((route) => ('wordpress' in route ? route.wordpress : []));
  return [
    ...sitemaps.map(
      (url): RouteTask => ({ kind: 'newsSitemap', url, further: MOST_SITEMAPS, span }),
    ),
    ...apis.map(
      (url): RouteTask => ({ kind: 'api', url: postsAddress(url, span, 1), further: 0, span }),
    ),
  ];
}

async function statedSitemaps(source: Source, { ask }: Tools): Promise<readonly string[]> {
  const url = new URL('/robots.txt', source.homepage).href;
  try {
    return parseRobots((await ask({ url, kind: 'feed' }, source)).text).sitemaps;
  } catch (error) {
    if (mustWait(error)) throw error;
    return [];
  }
}

async function askNext(progress: BackfillJob, work: BackfillWork): Promise<BackfillJob> {
  const [task, ...rest] = progress.todo ?? [];
  if (!task) return progress;
  const { source, tools } = work;
  const asked = progress.asked + 1;
  try {
    const found = await readRoute(task, source, { ...tools, validators: UNCONDITIONAL });
    const meeting = { source: source.id, route: task, visit: work.visit, now: tools.now() };
    const links = found.document ? linksOf(found.document, meeting) : [];
    const taken = await take(links, progress, work);
    return { ...progress, ...taken, asked, todo: [...rest, ...found.further] };
  } catch (error) {
    if (mustWait(error)) throw error;
    // Sitemaps and archives are guessed at too: what is not there is counted, and no fault.
    return { ...progress, asked, failed: progress.failed + 1, todo: rest };
  }
}

async function take(
  links: readonly Link[],
  { span, most, met, fresh, sample }: BackfillJob,
  { source, tools }: BackfillWork,
): Promise<Pick<BackfillJob, 'met' | 'fresh' | 'sample'>> {
  const within = links.filter((link) => mayLieWithin(link, span));
  const news = tools.now().getTime() - NEWS_MS;
  const isPast = ({ published }: Link): boolean => !(Date.parse(published ?? '') >= news);
  const taken = await enqueueUnseen(within.slice(0, most - fresh), source.id, tools, isPast);
  return {
    met: met + within.length,
    fresh: fresh + taken.length,
    sample: [...sample, ...links.map(({ url }) => url)].slice(0, SAMPLE),
  };
}

/** What is asked for once the todo is done; undefined at the end. */
function nextStage(progress: BackfillJob, source: Source): BackfillJob | undefined {
  const { stage, met, sample, span } = progress;
  if (stage === 'indexes' && met === 0) {
    return { ...progress, stage: 'listings', todo: listingsOf(source, span) };
  }
  if (stage === 'listings') {
    const archives = datedArchives(
      sample.map((url) => ({ url })),
      span,
    );
    const todo = archives.map((url): RouteTask => ({ kind: 'section', url, further: MOST_PAGES }));
    return { ...progress, stage: 'archives', todo };
  }
  return undefined;
}

function listingsOf(source: Source, span: ArchiveSpan): RouteTask[] {
  const tasks = tasksOf(source).filter(({ kind }) => kind === 'feed' || kind === 'section');
  return tasks.map((task) =>
    task.kind === 'section' ? { ...task, further: MOST_PAGES, span } : task,
  );
}

function mustWait(error: unknown): boolean {
  return (
    error instanceof ThrottledError ||
    error instanceof StateError ||
    !(error instanceof MarsadError)
  );
}
