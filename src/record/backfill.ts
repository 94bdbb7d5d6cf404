import { z } from 'zod';

/** How far the fetching of a source's past came: what `visit --since` and `status` show. */
export const Backfill = z.strictObject({
  /** The articles' time; `until` is not part of it. */
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  /** Pages that may be put into the queue. */
  most: z.number().int(),
  startedAt: z.iso.datetime(),
  /** When the last document was read; absent while links are looked for. */
  endedAt: z.iso.datetime().optional(),
  /** Sitemaps, listings and pages of an API asked for, those that failed, and those still known of. */
  asked: z.number().int(),
  failed: z.number().int(),
  documentsLeft: z.number().int(),
  /** Links of the time, and those that were new. */
  met: z.number().int(),
  fresh: z.number().int(),
  /** Pages still to fetch. */
  left: z.number().int(),
});
/** How far the fetching of a source's past came. */
export type Backfill = z.infer<typeof Backfill>;
