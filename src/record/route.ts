import { z } from 'zod';

/** An absolute http(s) URL of a source's file. */
export const HttpUrl = z
  .url({ protocol: /^https?$/u })
  .max(2048)
  .describe('An absolute http(s) URL');

/** A CSS selector of a source's file. */
export const Selector = z.string().min(1).max(500).describe('A CSS selector');

/** How far the dates of a kind of route are trusted. */
interface RouteDates {
  /** As for the evidence of a record: newsrooms' systems write them, though often as local time. */
  readonly confidence: number;
  /** True where another system writes them than the one that prints the page, with its own clock. */
  readonly isOwnClock: boolean;
}

const STATED: RouteDates = { confidence: 0.9, isOwnClock: true };

/** The settings of a kind that is told by its address alone. */
const byAddress = <K extends string>(key: K, about: string) => ({
  settings: z.strictObject({ [key]: HttpUrl } as Record<K, typeof HttpUrl>).describe(about),
  dates: STATED,
});

/**
 * What the records and the source's file say of each kind of route, under its key in that file; the
 * kinds that tell most of an article come first. What a kind does stands in `line/discover/routes/`.
 */
const ROUTES = {
  feed: byAddress('feed', 'An RSS, Atom or JSON feed'),
  newsSitemap: byAddress('newsSitemap', 'A news sitemap or an index of sitemaps'),
  wordpress: byAddress('wordpress', '/wp-json/wp/v2/posts of a WordPress site'),
  section: {
    settings: z
      .strictObject({
        section: HttpUrl,
        links: Selector.optional().describe('Selector of the links to articles'),
        pages: z.number().int().min(1).max(20).optional().describe('Next pages to follow'),
      })
      .describe('A page that lists articles'),
    dates: { ...STATED, isOwnClock: false },
  },
} as const satisfies Record<string, { settings: z.ZodObject; dates: RouteDates }>;

/** A kind of route: its key in a source's file. */
export type RouteKind = keyof typeof ROUTES;

/** The kinds of route, those that tell most of an article first. */
export const ROUTE_KINDS = Object.keys(ROUTES) as readonly RouteKind[];

/** What a source's file says of a route of one kind. */
export type RouteSettings<K extends RouteKind = RouteKind> = z.infer<
  (typeof ROUTES)[K]['settings']
>;

/** One way to find a source's new links. */
export const Route = z.union(ROUTE_KINDS.map((kind) => ROUTES[kind].settings));
/** One way to find a source's new links. */
export type Route = RouteSettings;

/** The kind of a route. */
export function kindOf(route: Route): RouteKind {
  // The schema lets no route pass that has none of the keys.
  return ROUTE_KINDS.find((kind) => kind in route) ?? 'feed';
}

/** The address of a route's first document. */
export function urlOf(route: Route): string {
  return String(Object.entries(route).find(([key]) => key === kindOf(route))?.[1]);
}

/** How far the dates are trusted that came with a link; those of no route were read by no route. */
export function datesOfRoute(origin: LinkOrigin): RouteDates {
  return origin === 'archive' || origin === 'direct' ? STATED : ROUTES[origin].dates;
}

/** How a link was met: by a kind of route, in an archive of pages, or named by the operator. */
export const LinkOrigin = z.enum([...ROUTE_KINDS, 'archive', 'direct']);
/** How a link was met. */
export type LinkOrigin = z.infer<typeof LinkOrigin>;

/** One document that a visit asks for. */
export const RouteTask = z.strictObject({
  kind: z.enum(ROUTE_KINDS),
  url: z.string(),
  /** Selector of the links on a section page. */
  links: z.string().optional(),
  /** Next pages of a section, or sitemaps of an index, that may still be followed from here. */
  further: z.number().int().default(0),
  /** Of a backfill: the time whose articles are wanted, and which page of an API this is. */
  span: z.strictObject({ since: z.number(), until: z.number() }).optional(),
  page: z.number().int().optional(),
  /** Nothing names it: where it is not there, nothing failed. */
  isGuess: z.boolean().optional(),
  /** Times that it could not be reached. */
  tries: z.number().int().optional(),
  /** True for a sitemap that robots.txt came to name: of it only links to the site count. */
  isFromRobots: z.boolean().optional(),
  /** True for the first route of the source, which the others are held against. */
  first: z.boolean().optional(),
});
/** One document that a visit asks for. */
export type RouteTask = z.infer<typeof RouteTask>;
