import { z } from 'zod';

/** What a trial of a source or an entry of the catalogue gave. */
export const Verification = z.strictObject({
  /** The day it was tried, UTC. */
  day: z.iso.date(),
  result: z.enum(['verified', 'failed']),
  /** Why it failed, by the code of an error or `LANGUAGE`, `NO_LINKS`, `NO_ARTICLE`. */
  code: z.string().max(60).optional(),
  /** The same in words. */
  reason: z.string().max(500).optional(),
  /** What robots.txt says of its routes and pages. */
  robots: z.enum(['allowed', 'disallowed', 'unknown']),
  /** Links that its routes named. */
  links: z.number().int().nonnegative(),
  /** The newest of them, where they are dated. */
  newest: z.iso.datetime().optional(),
  /** Articles read, and how many of them have a date. */
  articles: z.number().int().nonnegative(),
  dated: z.number().int().nonnegative(),
  /** The language of the articles, a BCP 47 tag. */
  language: z.string().max(35).optional(),
  /** True where the site reserves the use of its texts. */
  aiOptOut: z.boolean(),
  /** How the articles were fetched. */
  via: z.array(z.string().max(20)).max(10),
});
/** What a trial of a source or an entry of the catalogue gave. */
export type Verification = z.infer<typeof Verification>;

/** How sure one may be of a source: tried and good, tried and not, or not tried. */
export type VerificationState = Verification['result'] | 'unverified';
