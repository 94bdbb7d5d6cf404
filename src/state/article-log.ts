import type { Redis } from 'ioredis';
import { z } from 'zod';
import { StateError } from '../errors.ts';
import type { ArticleLog } from '../line/publish/publish.ts';
import { ArticleRecord } from '../record/article.ts';
import type { Published } from '../record/publication.ts';
import type { Sketch } from '../record/sketch.ts';
import { aliases, fieldList, titleAlias } from './aliases.ts';
import {
  type ArticleDecision,
  decideArticle,
  type Item,
  namesakeOf,
  viewsAfter,
} from './article-decision.ts';
import { type Found, findArticle } from './find-article.ts';
import type { Keys } from './keys.ts';
import { packRest, recordText } from './record-text.ts';
import { loadScript } from './script.ts';
import { changeArgument } from './story-argument.ts';
import { turns } from './turns.ts';

/** What bounds the stored articles and their log. */
export interface LogBounds {
  /** How long an article is kept after its last change, in days. */
  readonly recordDays: number;
  /** How many entries the log keeps, at least; 0 where who guards it trims it (`log-bound.ts`). */
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
const commitScript = loadScript('commit', { hasBytes: true });
const withdrawScript = loadScript('withdraw', { hasBytes: true });

/**
 * How often a draft is decided about anew because what it was decided on has changed meanwhile: each
 * time another one was committed, so that all of them together come to an end.
 */
const MOST_READINGS = 64;

/**
 * The article log of one installation. A commit reads what is known, asks the rules that the sketch
 * carries, and hands the decision to one atomic script: identity, story, revision, record and log
 * entry happen together, if what was read still stands, or not at all; then it is read again. The
 * same draft again is `unchanged`. Calls throw StateError where Redis refuses a script.
 */
export function articleLog(redis: Redis, keys: Keys, bounds: Partial<LogBounds> = {}): ArticleLog {
  const { recordDays, logLength, revisions, goneAfterMs } = { ...LOG_BOUNDS, ...bounds };
  const life = [Math.round(recordDays * DAY_SECONDS), logLength, revisions];
  const prefix = keys.of('');
  // Texts that share index entries may tell one story: two of them at once would be decided twice.
  const inTurn = turns();
  return {
    commit: (draft, sketch) =>
      inTurn(sketch.story.bands, () => committed({ redis, keys, life }, { draft, sketch })),
    async withdraw(id, { status, atMs }) {
      const args = [prefix, id, status, atMs, goneAfterMs, ...life];
      const published = publishedOf(await withdrawScript(redis, [keys.log], args));
      if (published === undefined) throw new StateError(`Article ${id} could not be withdrawn`);
      return published;
    },
  };
}

/** Where the log is, and the bounds that each commit is told: seconds of life, log length, revisions. */
interface Place {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly life: readonly number[];
}

/** Decides about a draft on what is known, until what was read still stands when it is written. */
async function committed({ redis, keys, life }: Place, asked: Item): Promise<Published> {
  let item = asked;
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const found = await findArticle({ redis, keys }, item, 'noted');
    const namesake = namesakeOf(found, item);
    if (namesake !== undefined) {
      item = namesake;
      continue;
    }
    if (found.known !== undefined && isSeenAgain(found, item))
      return { outcome: 'unchanged', id: found.id, revision: found.known.revision };
    const { args, restJson } = commitArguments(found, item);
    const reply = await commitScript(redis, [keys.log], [keys.of(''), ...args, ...life]);
    const published = publishedOf(reply, restJson);
    if (published !== undefined) return published;
  }
  throw new StateError(`Article ${asked.draft.id} changed under each of ${MOST_READINGS} readings`);
}

/** The reading has noted it already: stored in this very form, and not withdrawn. */
const isSeenAgain = ({ known }: Found, { sketch }: Item): boolean =>
  known !== undefined && known.fields === fieldList(sketch.fields) && known.change !== 'withdrawn';

/** Arguments of src/state/scripts/commit.lua between the prefix and the bounds. */
function commitArguments(
  found: Found,
  item: Item,
): { args: (string | number | Buffer)[]; restJson: string } {
  const { draft, sketch } = item;
  const decision = decideArticle(found, item);
  const { id, ...rest } = { ...(decision.revision?.draft ?? draft), id: draft.id };
  const restJson = JSON.stringify(rest).slice(1);
  const args = [
    ...[id, draft.source.id, aliases(draft, sketch).join(' '), fieldList(sketch.fields)],
    ...[Date.parse(draft.fetch.at), packRest(restJson), decidedArgument(found, item, decision)],
    Buffer.from(sketch.story.slot),
  ];
  return { args, restJson };
}

function decidedArgument(found: Found, { draft, sketch }: Item, decision: ArticleDecision): string {
  const { known, stories } = found;
  const { change, revision, story } = decision;
  return JSON.stringify({
    id: found.id,
    title: titleAlias(draft, sketch),
    known: known ? `${known.revision} ${known.atMs}` : '',
    change,
    fields: fieldList(revision?.fields ?? sketch.fields),
    views: viewsAfter(known, sketch),
    details: detailsOf(decision, sketch),
    ...(story ? { place: JSON.stringify(story.story) } : {}),
    ...(story ? { story: changeArgument(story, stories, sketch.story.agency) } : {}),
  });
}

/** What is told of a revision in front of the record, as JSON in text, a comma after each. */
function detailsOf({ revision }: ArticleDecision, { correction }: Sketch): string {
  const told = revision ? { changed: revision.changed, changes: revision.changes } : {};
  const details = { ...told, ...(correction === undefined ? {} : { correction }) };
  return Object.entries(details)
    .map(([name, value]) => `"${name}":${JSON.stringify(value)},`)
    .join('');
}

/** What the scripts reply: outcome, id, revision, and the record's JSON in one or two parts. */
const Bytes = z.instanceof(Buffer);
const Text = Bytes.transform((bytes) => bytes.toString('utf8'));
const Outcome = Text.pipe(z.enum(['published', 'updated', 'unchanged', 'withdrawn', 'conflict']));
const Reply = z.union([
  z.tuple([Outcome, Text, z.number(), Text]),
  z.tuple([Outcome, Text, z.number(), Text, Bytes.transform((rest) => recordText(rest))]),
]);

/** Undefined where what was read has changed since. */
function publishedOf(reply: unknown, restJson?: string): Published | undefined {
  const [outcome, id, revision, head, rest = restJson] = Reply.parse(reply);
  if (outcome === 'conflict') return undefined;
  if (outcome === 'unchanged') return { outcome, id, revision };
  const record = ArticleRecord.parse(JSON.parse(`${head}${rest}`));
  const { changed } = record;
  return { outcome, id, revision, ...(changed ? { changed } : {}), record };
}
