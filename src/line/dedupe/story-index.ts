import type { StorySketch } from '../../record/sketch.ts';
import type { Story } from '../../record/story.ts';
import { roleOf, similarityOf, strengthOf } from './decide.ts';
import { type Overlap, overlapOf } from './overlap.ts';
import { openProbe } from './probe.ts';
import { isRoundUp } from './round-up.ts';
import { unpacked } from './sample.ts';
import { FLAG, SLOT } from './slot.ts';
import { storySketch } from './story-sketch.ts';

/** An article as the index takes it: a record, a draft, or as much of one. */
export interface StoryItem {
  readonly id: string;
  readonly headline: string;
  readonly articleBody: string;
  /** ISO 8601; a text without it, or with none that can be read, is of any day. */
  readonly datePublished?: string | undefined;
  readonly source?: string | { readonly id: string; readonly name?: string } | undefined;
  /** Whom the text credits, where not its own newsroom. */
  readonly credit?: readonly { readonly name: string }[] | undefined;
}

/** From six stories on, what they share is a form or boilerplate, no evidence of a copy. */
const COMMON = 6;

/** Index entries under which a text is kept and looked for. */
const USED = 14;

/** Candidates that are verified, those with most entries in common first. */
const VERIFIED = 8;

/** The first text of a story. */
interface First {
  readonly id: string;
  readonly slot: Uint8Array;
  /** The origin of the story's text: the first one, or the agency's own. */
  origin: string;
  readonly isRoundUp: boolean;
}

/**
 * Stories in memory: the same decisions as the publishing step takes in Redis, for files, tests
 * and library users. Holds some 600 bytes a story; the caller bounds how many it adds.
 */
export class StoryIndex {
  readonly #stories: First[] = [];
  readonly #entries = new Map<number, number[]>();

  /** Decides to which story an article belongs, and remembers it. */
  add(item: StoryItem): Story {
    const { headline, articleBody, source } = item;
    const credit = item.credit?.[0]?.name;
    const name = typeof source === 'string' ? source : (source?.name ?? source?.id ?? '');
    const date = item.datePublished ?? '';
    return this.join(item.id, storySketch({ headline, articleBody, date, source: name, credit }));
  }

  /** The same for a sketch that is drawn already. */
  join(id: string, sketch: StorySketch): Story {
    const { used, hits, templated } = this.#look(sketch.bands);
    const { found, roundUp } = this.#best(sketch, hits, templated);
    if (found === undefined) return this.#open(id, sketch, { used, roundUp });
    const { first, overlap } = found;
    if (first.origin === first.id && isOriginOf(first.slot, sketch)) {
      first.origin = id;
      return { id: first.id, role: 'original', of: null, similarity: similarityOf(overlap) };
    }
    return {
      id: first.id,
      role: roleOf(overlap),
      of: first.origin,
      similarity: similarityOf(overlap),
    };
  }

  /** Walks the index entries: common ones are passed over, up to 14 others count. */
  #look(bands: readonly number[]): {
    used: number[];
    hits: Map<number, number>;
    templated: number;
  } {
    const used: number[] = [];
    const hits = new Map<number, number>();
    let common = 0;
    for (const band of bands) {
      if (used.length === USED) break;
      const stories = this.#entries.get(band) ?? [];
      if (stories.length >= COMMON) {
        common += 1;
        continue;
      }
      used.push(band);
      for (const story of stories) hits.set(story, (hits.get(story) ?? 0) + 1);
    }
    const looked = common + used.length;
    return { used, hits, templated: looked === 0 ? 0 : Math.floor((common * 1000) / looked) };
  }

  #best(
    sketch: StorySketch,
    hits: ReadonlyMap<number, number>,
    templated: number,
  ): { found?: { first: First; overlap: Overlap }; roundUp: boolean } {
    const order = [...hits].sort(([a, hitsA], [b, hitsB]) => hitsB - hitsA || a - b);
    const probe = openProbe(sketch.probe);
    const candidates = order.slice(0, VERIFIED).flatMap(([number]) => {
      const first = this.#stories[number];
      return first ? [{ first, overlap: overlapOf(first.slot, sketch.slot, probe) }] : [];
    });
    const pieces = candidates.map(({ first, overlap }) => ({
      slot: first.slot,
      ofNew: overlap.ofNew,
    }));
    const roundUp = hasFlag(sketch.slot, FLAG.roundUp) || isRoundUp(sketch.slot, pieces);
    let strongest = 0;
    let found: { first: First; overlap: Overlap } | undefined;
    for (const candidate of candidates) {
      const { slot, isRoundUp: isFirstRoundUp } = candidate.first;
      const words = Math.min(sketch.words, unpacked(slot, SLOT.words, 2));
      const form = { templated, words, isRoundUp: roundUp || isFirstRoundUp };
      const strength = strengthOf(candidate.overlap, form);
      if (strength > strongest) [strongest, found] = [strength, candidate];
    }
    return { ...(found ? { found } : {}), roundUp };
  }

  #open(
    id: string,
    sketch: StorySketch,
    { used, roundUp }: { used: readonly number[]; roundUp: boolean },
  ): Story {
    const first = { id, slot: sketch.slot, origin: id, isRoundUp: roundUp };
    const number = this.#stories.push(first) - 1;
    for (const band of used) {
      const stories = this.#entries.get(band);
      if (stories) stories.push(number);
      else this.#entries.set(band, [number]);
    }
    return { id, role: 'original', of: null, similarity: 1 };
  }
}

const hasFlag = (slot: Uint8Array, flag: number): boolean => ((slot[SLOT.flags] ?? 0) & flag) !== 0;

/** Whether the source of a later text is where the first one is from: an agency, or its credit. */
function isOriginOf(first: Uint8Array, { agency, byline }: StorySketch): boolean {
  if (hasFlag(first, FLAG.agency)) return false;
  return agency || (byline !== 0 && byline === unpacked(first, SLOT.credit, 2));
}
