import { type DefaultJobOptions, Queue } from 'bullmq';
import { z } from 'zod';
import { RouteTask } from '../line/discover/routes/index.ts';
import { Fault } from '../record/health.ts';
import { Link } from '../record/link.ts';
import { RouteEntry } from '../record/visit-entry.ts';
import type { RedisClient } from '../state/connection.ts';
import type { Keys } from '../state/keys.ts';
import { ATTEMPTS } from './fate.ts';
import { RecordQueue } from './record-queue.ts';

/** One visit of a source; it notes how far it came, so that a host's pause costs no work twice. */
export const VisitJob = z.strictObject({
  source: z.string(),
  /** Documents still to ask for; absent before the first. */
  todo: z.array(RouteTask).optional(),
  /** Documents asked for, and those that could be read. */
  asked: z.number().int().default(0),
  good: z.number().int().default(0),
  /** Links met and links new so far. */
  met: z.number().int().default(0),
  fresh: z.number().int().default(0),
  /** When the fresh ones were published, where their route says so; the newest of them. */
  publishedAt: z.array(z.string()).default([]),
  /** What was mended in its documents, and why links were left out, counted by its name. */
  mended: z.record(z.string(), z.number()).default({}),
  dropped: z.record(z.string(), z.number()).default({}),
  /** Why the visit asks for less than its routes; absent where it asks for all. */
  heldBack: z.string().optional(),
  /** Weight of what failed. */
  weight: z.number().default(0),
  /** Documents that could not be read. */
  broken: z.array(Fault).default([]),
  /** What each document gave. */
  routes: z.array(RouteEntry).default([]),
  /** Routes asked at their own address, and where a permanent redirect led (RFC 9110, 15.4). */
  redirects: z.array(z.strictObject({ from: z.string(), to: z.string().optional() })).default([]),
  /** A hub said that there is news, without saying what. */
  told: z.boolean().default(false),
  /** What the first route listed, and when the visit before was, Unix ms. */
  listing: z
    .strictObject({ urls: z.array(z.string()).readonly(), newestAt: z.number() })
    .optional(),
  lastGoodAt: z.number().optional(),
  /** New links of other routes that the first one leaves out. */
  unlisted: z.number().int().default(0),
  /** The longest time that a document says it stays the same, ms. */
  ttlMs: z.number().default(0),
});
/** One visit of a source. */
export type VisitJob = z.infer<typeof VisitJob>;

/** The articles of some time of a source's past; it notes how far it came. */
export const BackfillJob = z.strictObject({
  source: z.string(),
  /** Unix ms; `until` is not part of it. */
  span: z.strictObject({ since: z.number(), until: z.number() }),
  /** Pages that it may put into the queue. */
  most: z.number().int(),
  /** Unix ms. */
  startedAt: z.number().int(),
  /** Documents still to ask for; absent before the first. */
  todo: z.array(RouteTask).optional(),
  /** Digests of the documents that are or were to do, so that none is asked for twice. */
  known: z.array(z.string()).default([]),
  /** Sitemaps and the API come first; the others follow where these told no dated link. */
  stage: z.enum(['indexes', 'api', 'listings', 'months', 'days']).default('indexes'),
  /** Addresses that show how the site's paths are made. */
  sample: z.array(z.string()).default([]),
  asked: z.number().int().default(0),
  /** Documents that could not be read; what is not there is no failure. */
  failed: z.number().int().default(0),
  /** Links of the time, those of them with a date, and the latter before the stage in hand. */
  met: z.number().int().default(0),
  dated: z.number().int().default(0),
  datedBefore: z.number().int().default(0),
  /** Links that were put into the queue of pages. */
  fresh: z.number().int().default(0),
  /** Documents in a row that named no link of the time. */
  idle: z.number().int().default(0),
});
/** The articles of some time of a source's past. */
export type BackfillJob = z.infer<typeof BackfillJob>;

/** One page to fetch, read and publish. */
export const PageJob = z.strictObject({
  link: Link,
  /** The record that is rechecked; absent for a page that is new. */
  article: z.string().optional(),
  /** True for what is not news: it waits while news does, and no rhythm learns from it. */
  isBackfill: z.boolean().optional(),
  /** The held record that it is read again for. */
  held: z.string().optional(),
  /** Fetch methods that gave no article, and the AMP twin it named. */
  methods: z
    .strictObject({
      tried: z.array(z.enum(['http', 'amp', 'feed', 'browser'])),
      amp: z.string().optional(),
      leadWords: z.number().optional(),
    })
    .optional(),
});
/** One page to fetch, read and publish. */
export type PageJob = z.infer<typeof PageJob>;

/** The queues of one installation. */
export interface Queues {
  readonly visits: Queue;
  readonly pages: Queue;
  /** What `close` does for each. */
  readonly close: () => Promise<void>;
}

const DAY_S = 86_400;

/** Failed jobs are the dead-letter list: kept a month, and no more than an operator can go through. */
const DEAD_LETTERS = { age: 30 * DAY_S, count: 50_000 } as const;

const JOB: DefaultJobOptions = {
  attempts: ATTEMPTS,
  backoff: { type: 'fate' },
  removeOnComplete: true,
  removeOnFail: DEAD_LETTERS,
};

/** BullMQ prints an error that nobody listens to, past level and redaction: the process tells it. */
const toldElsewhere = (): void => undefined;

/** Opens the queues `visits` and `pages`; the caller keeps the connection. */
export function openQueues(connection: RedisClient, keys: Keys): Queues {
  const options = { connection, prefix: keys.tag, defaultJobOptions: JOB };
  const visits = new Queue('visits', options);
  const pages = new Queue('pages', options);
  for (const queue of [visits, pages]) queue.on('error', toldElsewhere);
  return {
    visits,
    pages,
    close: async () => {
      await Promise.all([visits.close(), pages.close()]);
    },
  };
}

/** Opens a queue that records are delivered to; consumers take them with `consume()`. */
export function openArticleQueue(connection: RedisClient, keys: Keys, name: string): Queue {
  const queue = new RecordQueue(name, {
    connection,
    prefix: keys.tag,
    defaultJobOptions: {
      attempts: 10,
      backoff: { type: 'exponential', delay: 1000 },
      // A finished job stays for a day, so that a record that is delivered again is known.
      removeOnComplete: { age: DAY_S, count: 100_000 },
      removeOnFail: DEAD_LETTERS,
    },
  });
  queue.on('error', toldElsewhere);
  return queue;
}
