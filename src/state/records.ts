import type { Redis } from 'ioredis';
import { ArticleRecord } from '../record/article.ts';
import type { LogEntry } from '../record/published.ts';
import type { Keys } from './keys.ts';
import { parseEntries } from './log-entry.ts';

/** What is stored of articles, for reading. */
export interface Records {
  /** The newest revision of an article. */
  readonly get: (id: string) => Promise<ArticleRecord | undefined>;
  /** One revision of an article, where it is still kept. */
  readonly at: (id: string, revision: number) => Promise<ArticleRecord | undefined>;
  /** All revisions kept, newest first. */
  readonly revisions: (id: string) => Promise<ArticleRecord[]>;
  /** The members of a story in the order they were met. */
  readonly story: (storyId: string) => Promise<ArticleRecord[]>;
  /** Log entries after the position `from` (exclusive; `0` is the start), at most `count`. */
  readonly tail: (from: string, count: number) => Promise<LogEntry[]>;
  /** The last `count` entries of the log, oldest of them first. */
  readonly newest: (count: number) => Promise<LogEntry[]>;
}

/** Reads the articles of one installation; what does not fit the record's form throws ZodError. */
export function records(redis: Redis, keys: Keys): Records {
  const get = async (id: string): Promise<ArticleRecord | undefined> => {
    const [head, rest] = await redis.hmget(keys.article(id), 'head', 'rest');
    return head && rest ? parseRecord(head + rest) : undefined;
  };
  const revisions = async (id: string): Promise<ArticleRecord[]> => {
    const [newest, earlier] = await Promise.all([get(id), redis.lrange(keys.revisions(id), 0, -1)]);
    return newest ? [newest, ...earlier.map(parseRecord)] : [];
  };
  return {
    get,
    revisions,
    at: async (id, revision) => {
      const newest = await get(id);
      if (newest?.revision === revision) return newest;
      return (await revisions(id)).find((record) => record.revision === revision);
    },
    story: async (storyId) => {
      const ids = await redis.lrange(keys.of('story-members', storyId), 0, -1);
      const members = await Promise.all([storyId, ...ids].map(get));
      return members.filter((member) => member !== undefined);
    },
    tail: async (from, count) =>
      parseEntries(await redis.xrange(keys.log, `(${from}`, '+', 'COUNT', count)).entries,
    newest: async (count) =>
      parseEntries(await redis.xrevrange(keys.log, '+', '-', 'COUNT', count)).entries.reverse(),
  };
}

function parseRecord(json: string): ArticleRecord {
  return ArticleRecord.parse(JSON.parse(json));
}
