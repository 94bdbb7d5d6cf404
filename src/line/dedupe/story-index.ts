import {
  NEW_TEXT,
  type StoryCandidate,
  type StoryChange,
  type StorySketch,
  type StoryState,
} from '../../record/sketch.ts';
import type { Story } from '../../record/story.ts';
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
  readonly credit?: readonly { readonly name: string; readonly kind?: string }[] | undefined;
}

/** What six stories or more share is a form or boilerplate, and no evidence of a copy. */
const COMMON = 6;

/** Stories that are compared, those with most entries in common first. */
const COMPARED = 8;

/**
 * Stories in memory: the same decisions as the publishing step takes in Redis, for files, tests
 * and library users. Holds some 600 bytes a text; the caller bounds how many it adds.
 */
export class StoryIndex {
  readonly #states = new Map<number, StoryState>();
  readonly #slots = new Map<number, Uint8Array>();
  readonly #entries = new Map<number, number[]>();
  /** The stories that were merged into another one, by number, and the story of each record. */
  readonly #united = new Map<number, number>();
  readonly #homes = new Map<string, number>();
  #count = NEW_TEXT;

  /** Decides to which story an article belongs, and remembers it. */
  add(item: StoryItem): Story {
    return this.join(item.id, sketchOf(item));
  }

  /** The same for a sketch that is drawn already. */
  join(id: string, sketch: StorySketch): Story {
    const { used, hits } = this.#look(sketch);
    const order = [...hits].sort(([a, hitsA], [b, hitsB]) => hitsB - hitsA || a - b);
    const candidates = order
      .slice(0, COMPARED)
      .flatMap(([number]) => this.#candidate(number) ?? []);
    const { slot, agency } = sketch;
    const change = sketch.join({ id, slot, agency }, candidates);
    this.#take(id, change, { slot, used });
    return change.story;
  }

  /** The story of a record that was added, as later ones have shown it to be. */
  storyOf(id: string): Story | undefined {
    const home = this.#homes.get(id);
    if (home === undefined) return undefined;
    return this.#states.get(this.#rootOf(home))?.members.find((member) => member.id === id)?.story;
  }

  /** Walks the index entries: common ones are passed over, a number of others count. */
  #look({ bands, used: most }: StorySketch): {
    used: number[];
    hits: Map<number, number>;
  } {
    const used: number[] = [];
    const hits = new Map<number, number>();
    for (const band of bands) {
      if (used.length === most) break;
      const stories = this.#entries.get(band) ?? [];
      if (stories.length >= COMMON) continue;
      used.push(band);
      for (const root of new Set(stories.map((story) => this.#rootOf(story))))
        hits.set(root, (hits.get(root) ?? 0) + 1);
    }
    return { used, hits };
  }

  #rootOf(number: number): number {
    const into = this.#united.get(number);
    return into === undefined ? number : this.#rootOf(into);
  }

  #candidate(number: number): StoryCandidate | undefined {
    const state = this.#states.get(number);
    if (state === undefined) return undefined;
    const slots = state.texts.flatMap((text): [number, Uint8Array][] => {
      const slot = this.#slots.get(text);
      return slot === undefined ? [] : [[text, slot]];
    });
    return { number, id: state.id, agency: '', state, slots: new Map(slots) };
  }

  #take(
    id: string,
    change: StoryChange,
    { slot, used }: { slot: Uint8Array; used: readonly number[] },
  ): void {
    this.#count += 1;
    const text = this.#count;
    const root = change.joins ?? text;
    this.#homes.set(id, root);
    this.#states.set(root, numbered(change.state, text));
    for (const other of change.merged) {
      this.#united.set(other, root);
      this.#states.delete(other);
    }
    if (!change.isKept) return;
    this.#slots.set(text, slot);
    for (const band of used) {
      const stories = this.#entries.get(band) ?? [];
      if (!stories.includes(root)) this.#entries.set(band, [...stories, root]);
    }
  }
}

/** The state with the number that the new text was given. */
function numbered(state: StoryState, number: number): StoryState {
  const of = (text: number): number => (text === NEW_TEXT ? number : text);
  return {
    ...state,
    texts: state.texts.map(of),
    members: state.members.map((member) => ({ ...member, text: of(member.text) })),
  };
}

/** The sketch of an item: its credit counts as an agency's where it is one by name or says so. */
export function sketchOf(item: StoryItem): StorySketch {
  const { headline, articleBody, source, credit } = item;
  const name = typeof source === 'string' ? source : (source?.name ?? source?.id ?? '');
  const date = item.datePublished ?? '';
  return storySketch({ headline, articleBody, date, source: name, credit });
}
