import { MarsadError, StateError, ThrottledError } from '../../errors.ts';
import { datedArchives } from '../../line/discover/dated-archives.ts';
import {
  firstTask,
  kindOf,
  ROUTE_KINDS,
  type RouteTask,
  routeAt,
  routes,
} from '../../line/discover/routes/index.ts';
import { parseRobots } from '../../line/fetch/robots.ts';
import type { Source } from '../../source.ts';
import type { BackfillDependencies } from '../dependencies.ts';
import type { BackfillJob } from '../queues.ts';
import { tasksOf } from '../route.ts';

/** Where sites keep their sitemap, where nothing names another place. */
const USUAL_SITEMAP = '/sitemap.xml';

/** Sitemaps that robots.txt names, and the routes of the source's file that name articles of any age. */
export async function firstTasks(
  { span }: BackfillJob,
  source: Source,
  deps: BackfillDependencies,
): Promise<RouteTask[]> {
  const stated = await statedSitemaps(source, deps);
  const sitemap = (newsSitemap: string): RouteTask => pastTask(firstTask({ newsSitemap }), span);
  const usual = { ...sitemap(new URL(USUAL_SITEMAP, source.homepage).href), isGuess: true };
  return [
    ...(stated.length > 0 ? stated.map(sitemap) : [usual]),
    ...tasksOf(source)
      .filter(({ kind }) => routes[kind].past.stage === 'indexes')
      .map((task) => pastTask(task, span)),
  ];
}

function pastTask(task: RouteTask, span: BackfillJob['span']): RouteTask {
  const { kind } = task;
  return { ...routes[kind].past.begin(task, span), kind };
}

/** Whether an error puts off the whole backfill (or is a defect), instead of being the document's own. */
export function mustWait(error: unknown): boolean {
  const isHeld = error instanceof ThrottledError || error instanceof StateError;
  return isHeld || !(error instanceof MarsadError);
}

async function statedSitemaps(
  source: Source,
  { fetch }: BackfillDependencies,
): Promise<readonly string[]> {
  const url = new URL('/robots.txt', source.homepage).href;
  try {
    return parseRobots((await fetch({ url, kind: 'feed' }, source)).text, url).sitemaps;
  } catch (error) {
    if (mustWait(error)) throw error;
    return [];
  }
}

/** Documents in a row without a link of the time after which a stage has no more to give. */
const IDLE: Readonly<Partial<Record<BackfillJob['stage'], number>>> = {
  // Archives of a whole year without one article: the site keeps none by month.
  months: 12,
  // A whole month of days without one article: it keeps none by day.
  days: 31,
};

/** Whether what is left of a stage is not worth asking for. */
export function isIdle({ stage, idle }: BackfillJob): boolean {
  return idle >= (IDLE[stage] ?? Number.POSITIVE_INFINITY);
}

/** The next stage with what is asked for in it; undefined at the end. */
export function nextStage(progress: BackfillJob, source: Source): BackfillJob | undefined {
  const { stage, dated, datedBefore, sample, span } = progress;
  const begin = (next: BackfillJob['stage'], todo: readonly RouteTask[]): BackfillJob => ({
    ...progress,
    stage: next,
    datedBefore: dated,
    idle: 0,
    todo: [...todo],
  });
  // Links without a date are perhaps the site's fixed pages alone.
  if (dated > datedBefore && stage !== 'listings') return undefined;
  const archives = datedArchives(sample, span);
  switch (stage) {
    case 'indexes':
      return begin('api', usualPlaces(source, span));
    case 'api':
      return begin('listings', listingsOf(source, span));
    case 'listings':
      return begin(
        'months',
        archives.months.map((url) => archive(url, span)),
      );
    case 'months':
      return begin(
        'days',
        archives.days.map((url) => archive(url, span)),
      );
    default:
      return undefined;
  }
}

function archive(section: string, span: BackfillJob['span']): RouteTask {
  return { ...pastTask(firstTask({ section }), span), isGuess: true };
}

/** The kinds that the source's file does not name, where sites usually have them. */
function usualPlaces({ discover, homepage }: Source, span: BackfillJob['span']): RouteTask[] {
  const named = new Set(discover.map(kindOf));
  return ROUTE_KINDS.flatMap((kind) => {
    const path = routes[kind].past.usualPath;
    if (path === undefined || named.has(kind)) return [];
    const first = firstTask(routeAt(kind, new URL(path, homepage).href));
    return [{ ...pastTask(first, span), isGuess: true }];
  });
}

function listingsOf(source: Source, span: BackfillJob['span']): RouteTask[] {
  const tasks = tasksOf(source).filter(({ kind }) => routes[kind].past.stage === 'listings');
  return tasks.map((task) => pastTask(task, span));
}
