import { type RouteReading, routes } from '../line/discover/routes/index.ts';
import type { Page } from '../record/fetched-page.ts';
import { kindOf, type Route, type RouteTask } from '../record/route.ts';
import type { Source } from '../record/source.ts';
import type { RouteDependencies } from './dependencies.ts';

/** What one document of a route gave. */
export interface RouteFound {
  /** The answer: its validators may be noted once all that it named is in the queue. */
  readonly page: Page;
  /** Absent where the site says that nothing changed. */
  readonly reading?: RouteReading;
}

/** The documents a visit begins with: one a route of the source's file. */
export function tasksOf({ discover }: Pick<Source, 'discover'>): RouteTask[] {
  return discover.map(taskOf);
}

/** The first document of a route. */
export function taskOf(route: Route): RouteTask {
  return routes[kindOf(route)].first(route);
}

/**
 * Asks for a document, by what changed where the site gave validators, and reads it.
 * @throws NotAFeedError, and whatever `fetch` throws
 */
export async function readRoute(
  task: RouteTask,
  source: Source,
  deps: RouteDependencies,
): Promise<RouteFound> {
  const validators = await deps.validators.get(task.url);
  const request = { url: task.url, kind: 'feed' as const, ...(validators ? { validators } : {}) };
  const page = await deps.fetch(request, source);
  if (page.status === NOT_MODIFIED) return { page };
  const crawler = deps.crawlers.find(({ name }) => name === source.crawler);
  return {
    page,
    reading: routes[task.kind].read(page, { task, crawler, language: source.language }),
  };
}

/** Asks for the whole document and notes nothing, so that the next visit misses nothing. */
export const UNCONDITIONAL: RouteDependencies['validators'] = {
  get: async () => undefined,
  note: async () => {},
};

/** Where an answer says for good that the document has moved to; absent where it has not. */
export function movedTo({ redirects, url }: Page): string | undefined {
  return redirects.length > 0 && redirects.every(({ permanent }) => permanent) ? url : undefined;
}

/** RFC 9110, 15.4.5. */
const NOT_MODIFIED = 304;
