import { type RouteReading, routes } from '../line/discover/routes/index.ts';
import type { Page } from '../record/fetched-page.ts';
import { linksSelector, type SelectorMatches } from '../record/named-selectors.ts';
import { kindOf, type Route, type RouteTask } from '../record/route.ts';
import type { Source } from '../record/source.ts';
import { isUnchanged } from '../state/validators.ts';
import type { RouteDependencies } from './dependencies.ts';

/** What one document of a route gave. */
export interface RouteFound {
  /** The answer: its validators may be noted once all that it named is in the queue. */
  readonly page: Page;
  /** Absent where nothing changed: the site says so, or the body is that of before. */
  readonly reading?: RouteReading;
}

/** Whether the selector of a listing's links found something; empty where the file gives none. */
export function linksMatches(task: RouteTask, { mended }: RouteReading): SelectorMatches {
  const isMatch = mended?.['no-match'] === undefined;
  return Object.fromEntries(linksSelector(task).map(({ name }) => [name, isMatch]));
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
  const known = await deps.validators.get(task.url);
  const { validators } = known;
  const request = { url: task.url, kind: 'feed' as const, ...(validators ? { validators } : {}) };
  const page = await deps.fetch(request, source);
  if (isUnchanged(known, page, rulesOf(task, source))) return { page };
  const crawler = deps.crawlers.find(({ name }) => name === source.crawler);
  return {
    page,
    reading: routes[task.kind].read(page, { task, crawler, language: source.language }),
  };
}

/** What decides how a document is read: where an operator changes it, the same body is read anew. */
export function rulesOf(task: RouteTask, { crawler, language }: Source): string {
  return JSON.stringify([task, crawler, language]);
}

/** Asks for the whole document and notes nothing, so that the next visit misses nothing. */
export const UNCONDITIONAL: RouteDependencies['validators'] = {
  get: async () => ({}),
  note: async () => {},
};

/** Where an answer says for good that the document has moved to; absent where it has not. */
export function movedTo({ redirects, url }: Page): string | undefined {
  return redirects.length > 0 && redirects.every(({ permanent }) => permanent) ? url : undefined;
}
