import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { ArticleDraft } from '../record/article.ts';
import type { Sketch, StoryCandidate } from '../record/sketch.ts';
import { Story } from '../record/story.ts';
import { aliases, fieldList, titleAlias } from './aliases.ts';
import type { Keys } from './keys.ts';
import { recordText } from './record-text.ts';
import { loadScript } from './script.ts';
import { parseState } from './story-state.ts';

const findScript = loadScript('find', { hasBytes: true });

/** What is stored of an article. */
export interface KnownArticle {
  readonly revision: number;
  /** When it was last seen, Unix time in milliseconds. */
  readonly atMs: number;
  /** `name=digest`, space between, as {@link fieldList} makes them. */
  readonly fields: string;
  readonly change: string;
  readonly story: Story;
  /** The rest of the record's JSON; only where the fields differ from those asked for. */
  readonly rest?: string;
  /** What its views showed, as JSON; empty for an article from before that was kept. */
  readonly views?: string;
}

/** The stories that share index entries with a text, and the entries as they were read. */
export interface FoundStories {
  readonly part: number;
  readonly used: readonly string[];
  readonly held: readonly string[];
  readonly candidates: readonly StoryCandidate[];
  /** The state of each candidate as it was read, by its number. */
  readonly read: readonly (readonly [number, string])[];
}

/** What the decision about a draft depends on. */
export interface Found {
  /** The id under which the article is known, or the draft's own. */
  readonly id: string;
  readonly known?: KnownArticle;
  /** An article that this source published under the same title within a week. */
  readonly namesake?: { readonly id: string; readonly rest: string };
  readonly stories: FoundStories;
}

/** Whether the reading itself notes that a known article is there unchanged. */
export type Noting = 'noted' | 'unnoted';

const Bytes = z.instanceof(Buffer);
const Text = Bytes.transform((bytes) => bytes.toString('utf8'));
const Article = z
  .tuple([z.number(), Text, Text, Text, Text])
  .rest(Bytes.nullable())
  .transform(([revision, at, fields, change, story, rest, views]) => ({
    revision,
    atMs: Number(at),
    fields,
    change,
    story: Story.parse(JSON.parse(story)),
    ...(rest ? { rest: recordText(rest) } : {}),
    ...(views ? { views: views.toString('utf8') } : {}),
  }));
const Candidate = z
  .tuple([z.number(), Text, Text])
  .rest(z.union([z.number(), z.instanceof(Buffer)]));
const Reply = z.tuple([
  Text,
  z.union([z.tuple([]), Article]),
  z.number(),
  Text,
  z.array(Text),
  z.array(Candidate),
  z.union([z.tuple([]), z.tuple([Text, Bytes.transform((rest) => recordText(rest))])]),
]);

/**
 * Reads what is known of a draft's article, and the stories that its text may tell.
 * @throws StateError where Redis refuses the script
 */
export async function findArticle(
  { redis, keys }: { redis: Redis; keys: Keys },
  { draft, sketch }: { draft: ArticleDraft; sketch: Sketch },
  noting: Noting,
): Promise<Found> {
  const names = [aliases(draft, sketch).join(' '), fieldList(sketch.fields)];
  const { bands, used: most } = sketch.story;
  const seen = [Date.parse(draft.fetch.at), bandBytes(bands), most, Number(noting === 'noted')];
  const title = titleAlias(draft, sketch);
  const reply = await findScript(
    redis,
    [keys.log],
    [...[keys.of(''), draft.id, ...names, ...seen, title]],
  );
  const [id, known, part, usedList, held, candidates, [namesake, rest]] = Reply.parse(reply);
  const used = usedList === '' ? [] : usedList.split(' ');
  const stories = {
    part,
    used,
    held,
    candidates: candidates.map(candidateOf),
    read: candidates.map(([number, , state]) => [number, state] as const),
  };
  const same =
    namesake === undefined || rest === undefined ? {} : { namesake: { id: namesake, rest } };
  return { id, ...(Array.isArray(known) ? {} : { known }), ...same, stories };
}

function candidateOf([number, id, state, ...texts]: z.infer<typeof Candidate>): StoryCandidate {
  const slots = new Map<number, Uint8Array>();
  for (let at = 0; at < texts.length; at += 2) {
    const [text, slot] = [texts[at], texts[at + 1]];
    if (typeof text === 'number' && Buffer.isBuffer(slot)) slots.set(text, slot);
  }
  const [first = '', agency = ''] = id.split('\t');
  const known = state === '' ? {} : { state: parseState(state) };
  return { number, id: first, agency, ...known, slots };
}

function bandBytes(bands: readonly number[]): Buffer {
  const bytes = Buffer.alloc(bands.length * 4);
  bands.forEach((band, index) => {
    bytes.writeUInt32BE(band, index * 4);
  });
  return bytes;
}
