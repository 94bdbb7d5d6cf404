import { MarsadError, StateError } from '../../errors.ts';
import { linksOf } from '../../line/discover/links.ts';
import type { Route, RouteTask } from '../../line/discover/routes/index.ts';
import type { Link } from '../../record/link.ts';
import type { SelectorMatches } from '../../record/named-selectors.ts';
import type { Source } from '../../source.ts';
import type { EnqueueDependencies, RouteDependencies } from '../dependencies.ts';
import { linksMatches, type RouteFound, readRoute, tasksOf } from '../route.ts';

/** What one route gave when it was tried. */
export interface RouteTrial {
  readonly route: Route;
  /** HTTP status of its first document; absent where none came. */
  readonly status?: number;
  /** The links of its documents, each once. */
  readonly links: readonly Link[];
  /** True where the site does not name it. */
  readonly isGuess?: true;
  /** The hub that pushes it (W3C WebSub). */
  readonly hub?: string;
  /** Of each document, whether the selector of links found something. */
  readonly selectors?: readonly SelectorMatches[];
  /** What stopped it. */
  readonly error?: TrialError;
}

/** Why something could not be read, and what helps. */
export interface TrialError {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** What a trial works with. */
export interface TrialWork {
  readonly source: Source;
  readonly deps: RouteDependencies & Pick<EnqueueDependencies, 'now'>;
}

/** Documents behind the first: sitemaps of an index or next pages; the newest tell enough. */
const MOST_FURTHER = 2;

/**
 * Asks for the documents of one route, three at most, and reads their links.
 * @throws StateError where Redis is away; whatever else goes wrong is in `error`
 */
export async function tryRoute(route: Route, work: TrialWork): Promise<RouteTrial> {
  const links = new Map<string, Link>();
  let about: Pick<RouteTrial, 'status' | 'hub'> = {};
  const selectors: SelectorMatches[] = [];
  const todo = tasksOf({ ...work.source, discover: [route] });
  try {
    for (let asked = 0; asked <= MOST_FURTHER; asked += 1) {
      const task = todo.shift();
      if (!task) break;
      const found = await readRoute(task, work.source, work.deps);
      for (const link of linksIn(found, task, work)) links.set(link.url, link);
      if (found.reading) selectors.push(linksMatches(task, found.reading));
      about = { status: found.page.status, ...hubOf(found), ...about };
      todo.push(...(found.reading?.further ?? []));
    }
    return { route, ...about, selectors, links: [...links.values()] };
  } catch (error) {
    return { route, ...about, links: [...links.values()], ...failure(error) };
  }
}

function linksIn({ reading }: RouteFound, task: RouteTask, { source, deps }: TrialWork): Link[] {
  const meeting = { source: source.id, route: task, visit: 'trial', now: deps.now() };
  return linksOf(reading?.entries ?? [], meeting);
}

function hubOf({ reading }: RouteFound): { hub?: string } {
  const hub = reading?.push?.offer?.hub;
  return hub ? { hub } : {};
}

/** An error as a value. @throws the error itself where it is no site's: Redis away, our own defect */
export function failure(error: unknown): { error: TrialError; status?: number } {
  if (!(error instanceof MarsadError) || error instanceof StateError) throw error;
  const { code, message, hint, context } = error;
  const status = typeof context.status === 'number' ? { status: context.status } : {};
  return { error: { code, message, ...(hint ? { hint } : {}) }, ...status };
}
