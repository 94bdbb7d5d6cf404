import { type DefaultJobOptions, Queue } from 'bullmq';
import { z } from 'zod';
import { Link } from '../record/link.ts';
import type { RedisClient } from '../state/connection.ts';
import type { Keys } from '../state/keys.ts';
import { ATTEMPTS } from './fate.ts';

/** One visit of a source; it notes how far it came, so that a host's pause costs no work twice. */
export const VisitJob = z.strictObject({
  source: z.string(),
  /** Given where someone waits for this very visit; else the job's own id serves. */
  visit: z.string().optional(),
  /** The next route to ask. */
  route: z.number().int().default(0),
  /** Links met and links new so far. */
  met: z.number().int().default(0),
  fresh: z.number().int().default(0),
});
/** One visit of a source. */
export type VisitJob = z.infer<typeof VisitJob>;

/** One page to fetch, read and publish. */
export const PageJob = z.strictObject({
  link: Link,
  why: z.enum(['new', 'revisit', 'again']).default('new'),
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

/** Opens the queues `visits` and `pages`; the caller keeps the connection. */
export function openQueues(connection: RedisClient, keys: Keys): Queues {
  const options = { connection, prefix: keys.tag, defaultJobOptions: JOB };
  const visits = new Queue('visits', options);
  const pages = new Queue('pages', options);
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
  return new Queue(name, {
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
}
