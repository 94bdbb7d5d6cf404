import { z } from 'zod';

/** An absolute http(s) URL of a source's file. */
export const HttpUrl = z
  .url({ protocol: /^https?$/u })
  .max(2048)
  .describe('An absolute http(s) URL');

/** A CSS selector of a source's file. */
export const Selector = z.string().min(1).max(500).describe('A CSS selector');

/**
 * How a link was met: by a kind of route, under its key in a source's file; in an `archive` of pages;
 * or `direct`, named by the operator. Which kinds there are is known to `line/discover/routes/` alone: a
 * record says what it was met by, also where a later release knows the kind no more.
 */
export const LinkOrigin = z.string().regex(/^[a-z]\w{0,39}$/iu, 'the key of a kind of route');

/** How far the dates of a kind of route are trusted, and how they are written. */
export interface RouteDates {
  /** As for the evidence of a record. */
  readonly confidence: number;
  /** True where another system writes them than the one that prints the page, with its own clock. */
  readonly isOwnClock: boolean;
  /** True for prose for people: `قبل ساعتين`; else a field holds a date and nothing else. */
  readonly isProse: boolean;
}

/** One document that a visit asks for, as the kind of its route knows it. */
export const RouteDocument = z.strictObject({
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
/** One document that a visit asks for, as the kind of its route knows it. */
export type RouteDocument = z.infer<typeof RouteDocument>;
