import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { ArticleLog } from '../line/publish/publish.ts';
import { type ArticleDraft, ArticleRecord } from '../record/article.ts';
import type { Published } from '../record/published.ts';
import type { Sketch } from '../record/sketch.ts';
import type { Keys } from './keys.ts';
import { loadScript } from './script.ts';

/** What bounds the stored articles and their log. */
export interface LogBounds {
  /** How long an article is kept after its last change, in days. */
  readonly recordDays: number;
  /** How many entries the log keeps, at least. */
  readonly logLength: number;
  /** How many earlier revisions of one article are kept. */
  readonly revisions: number;
  /** How long after the first 404 a second one counts as the end of an article, in milliseconds. */
  readonly goneAfterMs: number;
}

/**
 * 400 days: a yearly event's article still meets its own past. A million entries are about three
 * months of 400 sources. Newsrooms correct a text a few times; a live text of more than 20 keeps
 * its newest 20. Six hours: the second revisit, after a site's night of maintenance.
 */
const LOG_BOUNDS: LogBounds = {
  recordDays: 400,
  logLength: 1_000_000,
  revisions: 20,
  goneAfterMs: 6 * 3_600_000,
};

const DAY_SECONDS = 86_400;
const commitScript = loadScript('commit');
const withdrawScript = loadScript('withdraw');

/**
 * The article log of one installation. Each call is one atomic script: identity, story, revision,
 * record and log entry happen together or not at all; the same draft again is `unchanged`.
 * Calls throw StateError where Redis refuses the script.
 */
export function articleLog(redis: Redis, keys: Keys, bounds: Partial<LogBounds> = {}): ArticleLog {
  const { recordDays, logLength, revisions, goneAfterMs } = { ...LOG_BOUNDS, ...bounds };
  const life = [recordDays * DAY_SECONDS, logLength, revisions];
  const prefix = keys.of('');
  return {
    async commit(draft, sketch) {
      const { id, ...rest } = draft;
      const restJson = JSON.stringify(rest).slice(1);
      const observation = [
        aliases(draft, sketch).join(' '),
        fieldList(sketch),
        Date.parse(draft.fetch.at),
      ];
      const correction = sketch.correction === undefined ? '' : JSON.stringify(sketch.correction);
      const text = [restJson, correction, ...storyArguments(sketch)];
      const args = [prefix, id, draft.source.id, ...observation, ...text, ...life];
      return publishedOf(await commitScript(redis, [keys.log], args), restJson);
    },
    async withdraw(id, { status, atMs }) {
      const args = [prefix, id, status, atMs, goneAfterMs, ...life];
      return publishedOf(await withdrawScript(redis, [keys.log], args));
    },
  };
}

/** The digests as the script compares them: `name=digest`, in the order of the record's fields. */
export function fieldList({ fields }: Sketch): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/** Arguments of the story decision, in the order of scripts/commit.lua. */
function storyArguments({ story }: Sketch): (string | number | Buffer)[] {
  const bands = Buffer.alloc(story.bands.length * 4);
  story.bands.forEach((band, index) => {
    bands.writeUInt32BE(band, index * 4);
  });
  return [
    story.byline,
    Number(story.agency),
    bands,
    Buffer.from(story.probe),
    Buffer.from(story.slot),
  ];
}

/**
 * Under what else an article is known: its addresses and its text. The source is part of each, so
 * that a copy whose canonical link names the origin is not taken for the origin.
 */
export function aliases(draft: ArticleDraft, sketch: Sketch): string[] {
  const texts = sketch.content === '' ? [] : [`text ${sketch.content}`];
  const names = [draft.url, ...draft.otherUrls, ...texts];
  return [...new Set(names)].slice(0, ALIASES).map((name) => aliasOf(draft.source.id, name));
}

/** A page states a handful of addresses of itself; a list without end is not of one article. */
const ALIASES = 16;

/**
 * The digest under which a source's address or text is kept, 96 bits of SHA-256: no two addresses
 * of ten million articles share them.
 */
export function aliasOf(source: string, name: string): string {
  const hash = createHash('sha256').update(`${source}\n${name}`);
  return hash.digest().subarray(0, 12).toString('base64url');
}

/** What both scripts reply: outcome, id, revision, and the record's JSON in one or two parts. */
const Reply = z.union([
  z.tuple([z.enum(['published', 'updated', 'unchanged']), z.string(), z.number(), z.string()]),
  z.tuple([z.enum(['withdrawn', 'unchanged']), z.string(), z.number(), z.string(), z.string()]),
]);

function publishedOf(reply: unknown, restJson?: string): Published {
  const [outcome, id, revision, head, rest = restJson] = Reply.parse(reply);
  if (outcome === 'unchanged') return { outcome, id, revision };
  const record = ArticleRecord.parse(JSON.parse(`${head}${rest}`));
  const { changed } = record;
  return { outcome, id, revision, ...(changed ? { changed } : {}), record };
}
