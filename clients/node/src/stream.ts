import type { Redis } from 'ioredis';
import type { Article } from './article.ts';
import { isEnded, openRedis, type StreamPlace, streamKey } from './connection.ts';
import { type EntryFields, readRecord } from './record.ts';

/** From where on records are read. */
export interface StreamOptions extends StreamPlace {
  /** A position, exclusive: `0` the oldest, `$` only what comes from now on. */
  readonly from?: string;
  /** Records of one read. */
  readonly count?: number;
  /** How long one read waits for records, ms. */
  readonly blockMs?: number;
  /** False: ends when nothing came for `blockMs`. */
  readonly forever?: boolean;
}

/** A record and its place in the stream: keep it to go on from there. */
export interface Streamed {
  readonly article: Article;
  readonly position: string;
}

type Reply = readonly (readonly [string, readonly (readonly [string, EntryFields])[]])[] | null;

/**
 * Reads records in their order, without a group: every reader gets all of them.
 * @throws MarsadClientError where no Redis lets it in at the start, and for a record of a version that
 *   this package does not know
 */
export async function* stream(options: StreamOptions = {}): AsyncGenerator<Streamed, void, void> {
  const { count = 100, blockMs = 5000, forever = true } = options;
  let redis: Redis | undefined;
  const key = streamKey(options);
  let from = options.from ?? '$';
  try {
    redis = await openRedis(options);
    if (from === '$') from = (await redis.xrevrange(key, '+', '-', 'COUNT', 1))[0]?.[0] ?? '0';
    for (;;) {
      const reply: Reply = await redis.xread(
        'COUNT',
        count,
        'BLOCK',
        blockMs,
        'STREAMS',
        key,
        from,
      );
      const entries = reply?.[0]?.[1] ?? [];
      if (entries.length === 0 && !forever) return;
      for (const [position, fields] of entries) {
        from = position;
        yield { article: readRecord(fields), position };
      }
    }
  } catch (error) {
    if (!isEnded(options)) throw error;
  } finally {
    redis?.disconnect();
  }
}
