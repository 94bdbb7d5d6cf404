import type { RouteKind } from '../../../record/route.ts';
import { feed } from './feed.ts';
import { newsSitemap } from './news-sitemap.ts';
import type { RouteDefinition } from './route.ts';
import { section } from './section.ts';
import { wordpress } from './wordpress.ts';

export type { Candidate, RouteReading } from './route.ts';

/** Every kind of route: one more is its file, a line here and its settings in `record/route.ts`. */
const definitions: { readonly [K in RouteKind]: RouteDefinition<K> } = {
  feed,
  newsSitemap,
  wordpress,
  section,
};

/** The kinds of route by their key in a source's file. */
export const routes: Readonly<Record<RouteKind, RouteDefinition>> = definitions;
