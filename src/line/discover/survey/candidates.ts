import { ROUTE_KINDS } from '../../../record/route.ts';
import { type Candidate, routes } from '../routes/index.ts';
import type { Home } from './home.ts';

/**
 * Routes worth trying for a site: of each kind those that it names, else the usual places.
 * @param sitemaps as robots.txt names them
 */
export function candidatesOf(home: Home, sitemaps: readonly string[]): Candidate[] {
  return ROUTE_KINDS.flatMap((kind) => routes[kind].survey.candidates(home, sitemaps));
}
