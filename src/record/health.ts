import { z } from 'zod';

/**
 * How the hubs of a source stand (W3C WebSub): asked for a subscription, live, proven by what they
 * brought, distrusted for what they did not, or saying no; none where its feeds name none.
 */
export const HubState = z.enum(['none', 'asked', 'live', 'proven', 'distrusted', 'denied']);
/** How the hubs of a source stand. */
export type HubState = z.infer<typeof HubState>;

/** What could not be fetched or read, and since when. */
export const Fault = z.strictObject({
  at: z.iso.datetime(),
  /** When it first failed so; since then it never worked. */
  since: z.iso.datetime().optional(),
  url: z.string().optional(),
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  /** True where asking again would bring the same: refused, gone, no feed. */
  isFinal: z.boolean().optional(),
});
/** What could not be fetched or read, and since when. */
export type Fault = z.infer<typeof Fault>;

/** How a source's last pages ended (at most 50, of the last week). */
export const RecentPages = z.strictObject({
  good: z.number().int().default(0),
  skipped: z.number().int().default(0),
  failed: z.number().int().default(0),
  /** The error that most of the failed ended by. */
  code: z.string().optional(),
});
/** How a source's last pages ended. */
export type RecentPages = z.infer<typeof RecentPages>;

/** A drift that stands: the source's pages read otherwise than its past ones did. */
export const DriftNote = z.strictObject({
  since: z.iso.datetime(),
  /** What it shows by: a field that is missing, a place, an agreement. */
  signs: z.array(z.string()),
});
/** A drift that stands. */
export type DriftNote = z.infer<typeof DriftNote>;

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
  /** Selectors of its file by name, each with the pages in a row on which it found nothing. */
  unmatched: z.record(z.string(), z.number().int()).default({}),
  /** Documents of its routes that the last visit could not read; what is mended leaves the list. */
  broken: z.array(Fault).default([]),
  /** Null once it is over. */
  drift: DriftNote.nullable().optional(),
  /** Pause between visits that was planned after the last good one, ms. */
  everyMs: z.number().optional(),
  /** The last error of a page; forgotten once pages work again. */
  lastError: Fault.optional(),
  recentPages: RecentPages.prefault({}),
});
/** How a source fares. */
export type Health = z.infer<typeof Health>;
