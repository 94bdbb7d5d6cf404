import { datedArchives } from '../../line/discover/dated-archives.ts';
import { postsAddress } from '../../line/discover/posts-page.ts';
import { parseRobots } from '../../line/fetch/robots.ts';
import type { Source } from '../../record/source.ts';
import type { BackfillDependencies } from '../dependencies.ts';
import type { BackfillJob, RouteTask } from '../queues.ts';
import { tasksOf } from '../route.ts';
import { mustWait } from './wait.ts';

/** Sitemaps of one index that are asked for: five years of daily ones. */
const MOST_SITEMAPS = 2000;

/** Pages of one listing that are turned: at 20 headlines a page 10,000 articles. */
const MOST_PAGES = 500;

/** Where WordPress keeps its API, and sites their sitemap, where nothing names another place. */
const USUAL_API = '/wp-json/wp/v2/posts';
const USUAL_SITEMAP = '/sitemap.xml';

/** Sitemaps that robots.txt and the source's file name, and its API from the first page on. */
export async function firstTasks(
  { span }: BackfillJob,
  source: Source,
  deps: BackfillDependencies,
): Promise<RouteTask[]> {
  const named = source.discover.flatMap((route) =>
    'newsSitemap' in route ? route.newsSitemap : [],
  );
  const stated = await statedSitemaps(source, deps);
  const apis = source.discover.flatMap((route) => ('wordpress' in route ? route.wordpress : []));
  const sitemap = (url: string): RouteTask => ({
    kind: 'newsSitemap',
    url,
    further: MOST_SITEMAPS,
    span,
  });
  const usual = { ...sitemap(new URL(USUAL_SITEMAP, source.homepage).href), isGuess: true };
  return [
    ...(stated.length > 0 ? stated.map(sitemap) : [usual]),
    ...named.map(sitemap),
    ...apis.map((url) => postsTask(url, span)),
  ];
}

async function statedSitemaps(
  source: Source,
  { fetch }: BackfillDependencies,
): Promise<readonly string[]> {
  const url = new URL('/robots.txt', source.homepage).href;
  try {
    return parseRobots((await fetch({ url, kind: 'feed' }, source)).text).sitemaps;
  } catch (error) {
    if (mustWait(error)) throw error;
    return [];
  }
}

function postsTask(api: string, span: BackfillJob['span']): RouteTask {
  return { kind: 'api', url: postsAddress(api, span, 1), further: 0, span };
}

/** Documents in a row without a link of the time after which a stage has no more to give. */
const IDLE: Readonly<Partial<Record<BackfillJob['stage'], number>>> = {
  // A newsroom that wrote nothing for a year keeps no archives by month.
  months: 12,
  // Nor one that wrote nothing for a month by day.
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
  switch (stage) {
    case 'indexes':
      return begin('api', usualApi(source, span));
    case 'api':
      return begin('listings', listingsOf(source, span));
    case 'listings':
      return begin('months', datedArchives(sample, span).months.map(archive));
    case 'months':
      return begin('days', datedArchives(sample, span).days.map(archive));
    default:
      return undefined;
  }
}

function archive(url: string): RouteTask {
  return { kind: 'section', url, further: MOST_PAGES, isGuess: true };
}

function usualApi({ discover, homepage }: Source, span: BackfillJob['span']): RouteTask[] {
  const isAsked = discover.some((route) => 'wordpress' in route);
  return isAsked ? [] : [{ ...postsTask(new URL(USUAL_API, homepage).href, span), isGuess: true }];
}

function listingsOf(source: Source, span: BackfillJob['span']): RouteTask[] {
  const tasks = tasksOf(source).filter(({ kind }) => kind === 'feed' || kind === 'section');
  return tasks.map((task) =>
    task.kind === 'section' ? { ...task, further: MOST_PAGES, span } : task,
  );
}
