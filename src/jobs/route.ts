import {
  firstTask,
  type RouteReading,
  type RouteTask,
  routes,
} from '../line/discover/routes/index.ts';
import type { Page } from '../record/fetched-page.ts';
import { linksSelector, type SelectorMatches } from '../record/named-selectors.ts';
import type { Source } from '../source.ts';
import { isUnchanged } from '../state/validators.ts';
import type { RouteDependencies } from './dependencies.ts';

/** What a document says, and those to ask for next. */
export type TaskReading = Omit<RouteReading, 'further'> & {
  readonly further: readonly RouteTask[];
};

/** What one document of a route gave. */
export interface RouteFound {
  /** The answer: its validators may be noted once all that it named is in the queue. */
  readonly page: Page;
  /** Absent where nothing changed: the site says so, or the body is that of before. */
  readonly reading?: TaskReading;
}

/** Whether the selector of a listing's links found something; empty where the file gives none. */
export function linksMatches(
  task: RouteTask,
  { mended }: Pick<RouteReading, 'mended'>,
): SelectorMatches {
  const isMatch = mended?.['no-match'] === undefined;
  return Object.fromEntries(linksSelector(task).map(({ name }) => [name, isMatch]));
}

/** The documents a visit begins with: one a route of the source's file. */
export function tasksOf({ discover }: Pick<Source, 'discover'>): RouteTask[] {
  return discover.map(firstTask);
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
  const { kind } = task;
  const reading = await routes[kind].read(page, { task, crawler, language: source.language });
  return {
    page,
    reading: { ...reading, further: reading.further.map((next) => ({ ...next, kind })) },
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
