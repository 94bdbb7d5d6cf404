import { z } from 'zod';
import { LinkOrigin } from './route.ts';

/** What one document of a route gave to a visit. */
export const RouteEntry = z.strictObject({
  kind: LinkOrigin,
  url: z.string(),
  /** `unchanged`: the site says that nothing changed since the visit before (RFC 9110, 304). */
  outcome: z.enum(['read', 'unchanged', 'failed']),
  /** Links it named, and those of them that no visit had met before. */
  met: z.number().int().default(0),
  fresh: z.number().int().default(0),
  /** Code of the error of one that failed. */
  code: z.string().optional(),
});
/** What one document of a route gave to a visit. */
export type RouteEntry = z.infer<typeof RouteEntry>;

/** One visit of a source as it is kept to be looked at. */
export const VisitEntry = z.strictObject({
  id: z.string(),
  /** When it ended. */
  at: z.iso.datetime(),
  /** Whole time of the job in hand, ms. */
  ms: z.number(),
  met: z.number().int(),
  fresh: z.number().int(),
  /** Why it asked for less than its routes. */
  reason: z.string().optional(),
  /** The documents asked for, in their order; the first 60. */
  routes: z.array(RouteEntry),
});
/** One visit of a source as it is kept to be looked at. */
export type VisitEntry = z.infer<typeof VisitEntry>;
