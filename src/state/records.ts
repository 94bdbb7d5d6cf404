import type { Redis } from 'ioredis';
import { z } from 'zod';
import { RecordUnreadableError } from '../errors.ts';
import type { ArticleRecord } from '../record/article.ts';
import type { LogEntry } from '../record/publication.ts';
import type { Keys } from './keys.ts';
import { parseEntries } from './log-entry.ts';
import { loadScript } from './script.ts';
import { StoredRecord } from './stored-record.ts';

/** Names one revision of an article. */
export interface RevisionKey {
  readonly id: string;
  readonly revision: number;
}

/** What is stored of a revision that was asked for. */
export interface StoredRevision {
  /** The record, or why it cannot be read; absent where it is not kept any more. */
  readonly found: StoredRecord | RecordUnreadableError | undefined;
  /** The article's newest revision; undefined where nothing is stored of the article. */
  readonly newest: number | undefined;
}

/** What is stored of articles, for reading. */
export interface Records {
  /** The newest revision of an article. */
  readonly get: (id: string) => Promise<ArticleRecord | undefined>;
  /** One revision of an article, where it is still kept. */
  readonly at: (id: string, revision: number) => Promise<ArticleRecord | undefined>;
  /** Several revisions in one round trip, in the order asked for. A damaged one throws nothing. */
  readonly many: (wanted: readonly RevisionKey[]) => Promise<StoredRevision[]>;
  /** All revisions kept, newest first. */
  readonly revisions: (id: string) => Promise<ArticleRecord[]>;
  /** The members of a story in the order they were met. */
  readonly story: (storyId: string) => Promise<ArticleRecord[]>;
  /** Log entries after the position `from` (exclusive; `0` is the start), at most `count`. */
  readonly tail: (from: string, count: number) => Promise<LogEntry[]>;
  /** Entries before the position (exclusive; `+` is the end), newest first, none before `oldest`. */
  readonly before: (position: string, count: number, oldest: string) => Promise<LogEntry[]>;
  /** The last `count` entries of the log, oldest of them first. */
  readonly newest: (count: number) => Promise<LogEntry[]>;
}

/**
 * Reads the articles of one installation. A record that cannot be read throws
 * RecordUnreadableError; an entry of the log that cannot be is left out.
 */
export function records(redis: Redis, keys: Keys): Records {
  const get = async (id: string): Promise<ArticleRecord | undefined> => {
    const [head, rest] = await redis.hmgetBuffer(keys.article(id), 'head', 'rest');
    return head && rest ? StoredRecord.checked(head, rest).read() : undefined;
  };
  const revisions = async (id: string): Promise<ArticleRecord[]> => {
    const [newest, earlier] = await Promise.all([
      get(id),
      redis.lrangeBuffer(keys.revisions(id), 0, -1),
    ]);
    return newest ? [newest, ...earlier.map((one) => StoredRecord.checked(one).read())] : [];
  };
  return {
    get,
    revisions,
    at: async (id, revision) => {
      const [stored] = await readMany(redis, keys, [{ id, revision }]);
      if (stored?.found instanceof RecordUnreadableError) throw stored.found;
      return stored?.found?.read();
    },
    many: (wanted) => readMany(redis, keys, wanted),
    story: async (storyId) => {
      const ids = await redis.lrange(keys.of('story-members', storyId), 0, -1);
      const members = await Promise.all([storyId, ...ids].map(get));
      return members.filter((member) => member !== undefined);
    },
    tail: async (from, count) =>
      parseEntries(await redis.xrange(keys.log, `(${from}`, '+', 'COUNT', count)).entries,
    before: async (position, count, oldest) => {
      const end = position === '+' ? '+' : `(${position}`;
      return parseEntries(await redis.xrevrange(keys.log, end, oldest, 'COUNT', count)).entries;
    },
    newest: async (count) =>
      parseEntries(await redis.xrevrange(keys.log, '+', '-', 'COUNT', count)).entries.reverse(),
  };
}

const manyScript = loadScript('records-many', { hasBytes: true });

/** Three values for each: the newest revision, head and rest (src/state/scripts/records-many.lua). */
const ManyReply = z.array(z.instanceof(Buffer).nullable());

async function readMany(
  redis: Redis,
  keys: Keys,
  wanted: readonly RevisionKey[],
): Promise<StoredRevision[]> {
  if (wanted.length === 0) return [];
  const asked = wanted.flatMap(({ id, revision }) => [id, revision]);
  const reply = ManyReply.parse(await manyScript(redis, [keys.log], [keys.of(''), ...asked]));
  return wanted.map((_, at): StoredRevision => {
    const [newest, head, rest] = reply.slice(at * 3, at * 3 + 3);
    if (!newest) return { found: undefined, newest: undefined };
    const parts = [head, rest].filter((part) => Buffer.isBuffer(part));
    return { found: parts.length > 0 ? foundIn(...parts) : undefined, newest: Number(newest) };
  });
}

function foundIn(...parts: readonly Buffer[]): StoredRecord | RecordUnreadableError {
  try {
    return StoredRecord.checked(...parts);
  } catch (error) {
    if (error instanceof RecordUnreadableError) return error;
    throw error;
  }
}
