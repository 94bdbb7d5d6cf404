import { z } from 'zod';

/**
 * How the hubs of a source stand (W3C WebSub): asked for a subscription, live, proven by what they
 * brought, distrusted for what they did not, or saying no; none where its feeds name none.
 */
export const HubState = z.enum(['none', 'asked', 'live', 'proven', 'distrusted', 'denied']);
/** How the hubs of a source stand. */
export type HubState = z.infer<typeof HubState>;

/** How a source fares, as its visits and pages leave it: what `status` and the console show. */
export const Health = z.strictObject({
  lastVisit: z.iso.datetime().optional(),
  /** The last visit that could read at least one route. */
  lastGood: z.iso.datetime().optional(),
  nextVisit: z.iso.datetime().optional(),
  lastArticle: z.iso.datetime().optional(),
  /** Links the last visit met, and those that were new. */
  met: z.number().int().default(0),
  fresh: z.number().int().default(0),
  /** Since the source is known. */
  published: z.number().int().default(0),
  updated: z.number().int().default(0),
  skipped: z.number().int().default(0),
  failed: z.number().int().default(0),
  hub: HubState.optional(),
  /** Weighted failures since the last good visit (`src/jobs/fate.ts`). */
  failureScore: z.number().nonnegative().default(0),
  /** Articles of the day (in the source's zone) that visits have likely missed, by the sign. */
  missed: z
    .strictObject({
      day: z.iso.date(),
      /** Fell out of the source's documents between two visits. */
      fallenOut: z.number().int().nonnegative(),
      /** Stood in a further route and not in the first one. */
      unlisted: z.number().int().nonnegative(),
    })
    .optional(),
  lastError: z
    .strictObject({
      at: z.iso.datetime(),
      url: z.string().optional(),
      code: z.string(),
      message: z.string(),
      hint: z.string().optional(),
    })
    .optional(),
});
/** How a source fares. */
export type Health = z.infer<typeof Health>;
