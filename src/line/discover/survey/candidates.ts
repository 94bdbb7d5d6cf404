import { ROUTE_KINDS, type Route, routeAt, routes } from '../routes/index.ts';
import type { Home } from './home.ts';

/** A route to try, and whether the site named it or it is only where such things usually are. */
export interface Candidate {
  readonly route: Route;
  readonly isNamed: boolean;
}

/**
 * Routes worth trying for a site: of each kind those that it names, else the usual places.
 * @param sitemaps as robots.txt names them
 */
export function candidatesOf(home: Home, sitemaps: readonly string[]): Candidate[] {
  return ROUTE_KINDS.flatMap((kind) =>
    routes[kind].survey
      .candidates(home, sitemaps)
      .map(({ url, isNamed }) => ({ route: routeAt(kind, url), isNamed })),
  );
}
