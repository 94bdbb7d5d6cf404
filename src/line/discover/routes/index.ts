import { z } from 'zod';
import { HttpUrl, RouteDocument } from '../../../record/route.ts';
import { feed } from './feed.ts';
import { newsSitemap } from './news-sitemap.ts';
import type { RouteDefinition } from './route.ts';
import { section } from './section.ts';
import { wordpress } from './wordpress.ts';

export type { RouteReading } from './route.ts';

/**
 * Every kind of route under its key in a source's file, those that tell most of an article first: one
 * more is its file and a line here.
 */
const kinds = { feed, newsSitemap, wordpress, section };

/** A kind of route: its key in a source's file. */
export type RouteKind = keyof typeof kinds;

/** The kinds of route, those that tell most of an article first. */
export const ROUTE_KINDS = Object.keys(kinds) as readonly RouteKind[];

/** The kinds of route by their key in a source's file. */
export const routes: Readonly<Record<RouteKind, RouteDefinition>> = kinds;

/** What a source's file says of a route of one kind: its address under the key, and its settings. */
type Settings<K extends RouteKind> = z.ZodObject<
  { [P in K]: typeof HttpUrl } & (typeof kinds)[K]['settings'],
  z.core.$strict
>;

const schemas = Object.fromEntries(
  Object.entries(routes).map(([kind, { about, settings }]) => [
    kind,
    z.strictObject({ [kind]: HttpUrl, ...settings }).describe(about),
  ]),
) as { readonly [K in RouteKind]: Settings<K> };

/** One way to find a source's new links. */
export const Route = z.union(ROUTE_KINDS.map((kind) => schemas[kind]));
/** One way to find a source's new links. */
export type Route = z.infer<typeof Route>;

/** The kind of a route. */
export function kindOf(route: Route): RouteKind {
  // The schema lets no route pass that has none of the keys.
  return ROUTE_KINDS.find((kind) => kind in route) ?? 'feed';
}

/** The address of a route's first document. */
export function urlOf(route: Route): string {
  return String(Object.entries(route).find(([key]) => key === kindOf(route))?.[1]);
}

/** The route of a kind at an address, without settings. */
export function routeAt(kind: RouteKind, url: string): Route {
  return { [kind]: url } as Route;
}

/** One document that a visit asks for. */
export const RouteTask = RouteDocument.extend({ kind: z.enum(ROUTE_KINDS) });
/** One document that a visit asks for. */
export type RouteTask = z.infer<typeof RouteTask>;

/** The document that a visit begins a route with. */
export function firstTask(route: Route): RouteTask {
  const kind = kindOf(route);
  return { kind, ...routes[kind].first(urlOf(route), route) };
}

/** How far the dates are trusted that came with a link; undefined where it was met by no kind of route. */
export function datesOfRoute(origin: string): RouteDefinition['dates'] | undefined {
  const kind = ROUTE_KINDS.find((one) => one === origin);
  return kind && routes[kind].dates;
}
