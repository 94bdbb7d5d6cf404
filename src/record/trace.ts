import { z } from 'zod';
import type { LeftOutLink } from './left-out.ts';
import { LinkOrigin } from './route.ts';

/** How one job of a page ended, as it is kept to be looked at; `src/record/job-record.ts` has the words. */
export const PageTrace = z.object({
  outcome: z.string(),
  /** When the job ended. */
  at: z.iso.datetime(),
  /** When a visit first met the link, by which route, in which visit. */
  seen: z.iso.datetime(),
  route: z.object({ kind: LinkOrigin, url: z.string() }),
  visit: z.string(),
  url: z.string(),
  /** True where a known article was rechecked. */
  isRecheck: z.boolean().optional(),
  id: z.string().optional(),
  revision: z.number().optional(),
  role: z.string().optional(),
  via: z.string().optional(),
  status: z.number().optional(),
  bytes: z.number().optional(),
  ms: z.number(),
  /** Time of each step of the pipeline, ms. */
  steps: z.record(z.string(), z.number()).optional(),
  /** Why it was skipped. */
  kind: z.string().optional(),
  reason: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
/** How one job of a page ended. */
export type PageTrace = z.infer<typeof PageTrace>;

/** Where one revision of a record stands with one sink. */
export const SinkTrace = z.object({
  sink: z.string(),
  revision: z.number(),
  /** Its position in the log. */
  position: z.string(),
  outcome: z.enum(['delivered', 'waiting', 'in hand', 'dead letter', 'not wanted']),
  /** When the batch that held it was taken; absent where it is older than the notes. */
  at: z.iso.datetime().optional(),
  reason: z.string().optional(),
});
/** Where one revision of a record stands with one sink. */
export type SinkTrace = z.infer<typeof SinkTrace>;

/** The whole way of one article, from the link to each sink. */
export interface ArticleTrace {
  readonly source: string;
  readonly url: string;
  readonly id?: string | undefined;
  /** When a visit first met the link, ISO 8601; known for longer than the jobs of its page. */
  readonly seen?: string | undefined;
  /** Why the last visit that met the link left it out, where one did. */
  readonly leftOut?: LeftOutLink | undefined;
  /** The jobs of its page in the last seven days, the oldest first. */
  readonly pages: readonly PageTrace[];
  /** The job that waits for it now. */
  readonly job?: PageJobState | undefined;
  readonly sinks: readonly SinkTrace[];
}

/** The job of a page that is in the queue. */
export interface PageJobState {
  /** As BullMQ names it: waiting, prioritized, delayed, active, failed. */
  readonly state: string;
  /** When it is due, ISO 8601, where it is delayed. */
  readonly due?: string | undefined;
  /** Why it failed, of a dead letter. */
  readonly reason?: string | undefined;
}
