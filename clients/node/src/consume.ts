import { hostname } from 'node:os';
import type { Redis } from 'ioredis';
import type { Article } from './article.ts';
import { isEnded, openRedis, type StreamPlace, streamKey } from './connection.ts';
import { type EntryFields, readRecord } from './record.ts';

/** Who takes records, and how. */
export interface ConsumeOptions extends StreamPlace {
  /** Each group gets every record; a new one begins with the oldest. */
  readonly group: string;
  /** Name of this consumer within the group; host and process where absent. */
  readonly consumer?: string;
  /** Records of one read. */
  readonly count?: number;
  /** How long one read waits for records, ms. */
  readonly blockMs?: number;
  /** Records that another consumer has held for so long are taken over, ms. */
  readonly idleMs?: number;
  /** False: ends when nothing came for `blockMs`. */
  readonly forever?: boolean;
}

/** A record in hand. */
export interface Consumed {
  readonly article: Article;
  /** `id:revision`: the same however often it comes. */
  readonly key: string;
  /** Acknowledges it: without that it comes again. */
  readonly done: () => Promise<void>;
}

type Entry = readonly [id: string, fields: EntryFields | null];

/**
 * Takes records as one of a group, at least once each.
 * @throws MarsadClientError where no Redis lets it in at the start, and for a record of a version that
 *   this package does not know
 */
export async function* consume(options: ConsumeOptions): AsyncGenerator<Consumed, void, void> {
  let redis: Redis | undefined;
  try {
    const client = await openRedis(options);
    redis = client;
    await openGroup(client, options);
    for (;;) {
      const entries = await nextEntries(client, options);
      if (entries.length === 0 && options.forever === false) return;
      for (const [id, fields] of entries) {
        const done = async (): Promise<void> => {
          await client.xack(streamKey(options), options.group, id);
        };
        // Trimmed while it was held: it is gone.
        if (fields === null) await done();
        else yield consumed(readRecord(fields), done);
      }
    }
  } catch (error) {
    if (!isEnded(options)) throw error;
  } finally {
    redis?.disconnect();
  }
}

const consumed = (article: Article, done: Consumed['done']): Consumed => ({
  article,
  key: `${article.id}:${article.revision}`,
  done,
});

async function openGroup(redis: Redis, options: ConsumeOptions): Promise<void> {
  try {
    await redis.xgroup('CREATE', streamKey(options), options.group, '0', 'MKSTREAM');
  } catch (error) {
    // It is there already, which is what was asked for.
    if (!String(error).includes('BUSYGROUP')) throw error;
  }
}

/** What a dead consumer holds, then what is new. */
async function nextEntries(redis: Redis, options: ConsumeOptions): Promise<readonly Entry[]> {
  const { group, count = 100, blockMs = 5000, idleMs = 60_000 } = options;
  const consumer = options.consumer ?? `${hostname()}-${process.pid}`;
  const key = streamKey(options);
  const claimed = await redis.xautoclaim(key, group, consumer, idleMs, '0-0', 'COUNT', count);
  const held = (Array.isArray(claimed) ? claimed[1] : []) as readonly Entry[];
  if (held.length > 0) return held;
  const call = ['GROUP', group, consumer, 'COUNT', count, 'BLOCK', blockMs] as const;
  const reply = await redis.xreadgroup(...call, 'STREAMS', key, '>');
  return (reply as readonly (readonly [string, readonly Entry[]])[] | null)?.[0]?.[1] ?? [];
}
