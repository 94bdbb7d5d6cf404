import {
  NEW_TEXT,
  type StoryCandidate,
  type StoryChange,
  type StoryEntry,
  type StoryMember,
  type StoryRule,
  type StoryState,
} from '../../record/sketch.ts';
import { sameStoryOverlap } from './decide.ts';
import { type Overlap, overlapOf } from './overlap.ts';
import { settled } from './settle.ts';
import { openSlot, type SlotText } from './sketch-layout.ts';
import { RULE } from './story-rule.ts';

/** The most texts that a story is compared by: a new text must be like one of them alone. */
const MOST_TEXTS = 6;

/** The most members that a story keeps: a later record can still change their place in it. */
const MOST_MEMBERS = 64;

/** A candidate that tells the same story as the new text. */
interface Match {
  readonly candidate: StoryCandidate;
  /** The text of the candidate that is most like the new one. */
  readonly text: number;
  readonly overlap: Overlap;
}

/** Decides to which story a record belongs, and what that makes of the stories known. */
export const joinStory: StoryRule = (entry, candidates) => {
  const slot = openSlot(entry.slot);
  const open = opener();
  const found = candidates.flatMap((candidate) => matchOf(slot, candidate, open) ?? []);
  const matches = withoutParts(found.sort(byStrength), open);
  if (matches.length === 0) return opened(entry, slot);
  const stories = matches.map(({ candidate }) => candidate);
  return joined(entry, {
    slot,
    matches,
    stories: withBridged(stories, candidates, open),
  });
};

/** Opens slots, each once a decision: a story's texts are compared with those of every other. */
type Open = (slot: Uint8Array) => SlotText;

function opener(): Open {
  const opened = new Map<Uint8Array, SlotText>();
  return (slot) => {
    const text = opened.get(slot) ?? openSlot(slot);
    opened.set(slot, text);
    return text;
  };
}

/**
 * The stories that match, and beside them those that match one of them and not the text itself. Had
 * the text come first, these would have joined its story; the order of arrival must not decide.
 */
function withBridged(
  stories: readonly StoryCandidate[],
  candidates: readonly StoryCandidate[],
  open: Open,
): readonly StoryCandidate[] {
  const known = new Set(stories);
  for (const story of known) {
    for (const other of candidates)
      if (!known.has(other) && isLikeOneOf(story, other, open)) known.add(other);
  }
  return [...known];
}

function isLikeOneOf(story: StoryCandidate, other: StoryCandidate, open: Open): boolean {
  const texts = [...story.slots.values()].map(open);
  return [...other.slots.values()]
    .map(open)
    .some((text) => texts.some((known) => sameStoryOverlap(known, text) !== undefined));
}

const strength = ({ overlap }: Match): number => Math.max(overlap.ofA, overlap.ofB);

/** The strongest first; of equals the older. */
const byStrength = (a: Match, b: Match): number =>
  strength(b) - strength(a) || a.candidate.number - b.candidate.number;

function matchOf(slot: SlotText, candidate: StoryCandidate, open: Open): Match | undefined {
  let best: Match | undefined;
  for (const [text, bytes] of candidate.slots) {
    const overlap = sameStoryOverlap(open(bytes), slot);
    if (overlap === undefined) continue;
    const match = { candidate, text, overlap };
    if (best === undefined || strength(match) > strength(best)) best = match;
  }
  return best;
}

/**
 * The stories that the text shows to be one. A collection of texts that share nothing with each other
 * joins the story that it matches best, and merges none.
 */
function withoutParts(matches: readonly Match[], open: Open): readonly Match[] {
  const [best] = matches;
  if (best === undefined) return matches;
  return matches.filter((match) => match === best || !isOtherPart(match, best, open));
}

/** The new text contains two whole texts that share nothing: it is a collection. */
function isOtherPart(match: Match, best: Match, open: Open): boolean {
  if (Math.min(match.overlap.ofA, best.overlap.ofA) < RULE.collected) return false;
  const bytes = match.candidate.slots.get(match.text);
  const other = best.candidate.slots.get(best.text);
  if (bytes === undefined || other === undefined) return true;
  const { ofA, ofB } = overlapOf(open(bytes), open(other));
  return Math.max(ofA, ofB) < RULE.exchanged;
}

function opened(entry: StoryEntry, slot: SlotText): StoryChange {
  const { id } = entry;
  const member = memberOf(entry, slot, NEW_TEXT);
  const state = { id, texts: [NEW_TEXT], members: [member] };
  return { story: member.story, merged: [], state, isKept: true, revised: [] };
}

function memberOf(
  { id, agency }: Pick<StoryEntry, 'id' | 'agency'>,
  slot: SlotText,
  text: number,
): StoryMember {
  const { time, isAgency, byline, credit } = slot;
  const story = { id, role: 'original', of: null, similarity: 1 } as const;
  return {
    id,
    text,
    time,
    isAgency,
    byline,
    credit,
    agency,
    story: agency === '' || isAgency ? story : { ...story, agency },
  };
}

/** Joins the oldest of the stories that match; the others are merged into it. */
function joined(
  entry: StoryEntry,
  found: { slot: SlotText; matches: readonly Match[]; stories: readonly StoryCandidate[] },
): StoryChange {
  const { slot, matches } = found;
  const stories = [...found.stories].sort((a, b) => a.number - b.number);
  const [into, ...merged] = stories as [StoryCandidate, ...StoryCandidate[]];
  const version = matches.find(({ overlap }) => isVersion(overlap));
  const states = stories.map(stateOf);
  const all = states.flatMap(({ texts }) => texts);
  const isKept = version === undefined && all.length < MOST_TEXTS;
  const text = isKept ? NEW_TEXT : ((version ?? matches[0])?.text ?? NEW_TEXT);
  const texts = [...all, ...(isKept ? [NEW_TEXT] : [])].slice(0, MOST_TEXTS);
  const slots = new Map<number, Uint8Array>([[NEW_TEXT, entry.slot]]);
  for (const { slots: known } of stories) for (const [at, bytes] of known) slots.set(at, bytes);
  const before = states.flatMap((known) => known.members);
  const members = [...before, memberOf(entry, slot, text)].slice(-MOST_MEMBERS);
  const state = settled({ id: states[0]?.id ?? into.id, texts, members }, slots);
  return {
    story: storyIn(state, entry.id) ?? memberOf(entry, slot, text).story,
    joins: into.number,
    merged: merged.map(({ number }) => number),
    state,
    isKept,
    revised: revisedIn(state, before),
  };
}

/** The state of a story; one of a single record has none that is stored. */
function stateOf({ number, id, agency, state, slots }: StoryCandidate): StoryState {
  const slot = slots.get(number);
  if (state !== undefined || slot === undefined) return state ?? { id, texts: [], members: [] };
  const member = memberOf({ id, agency }, openSlot(slot), number);
  return { id, texts: [number], members: [member] };
}

/** The same text under the same headline: under another one it may join what the first one does not. */
const isVersion = (overlap: Overlap): boolean =>
  Math.min(overlap.ofA, overlap.ofB) >= RULE.version &&
  overlap.otherNumbers === 0 &&
  overlap.missA + overlap.missB === 0 &&
  overlap.subjectOfA === overlap.subjectOfB;

const storyIn = ({ members }: StoryState, id: string): StoryMember['story'] | undefined =>
  members.find((member) => member.id === id)?.story;

/** The members whose place in the story has changed. */
function revisedIn(state: StoryState, before: readonly StoryMember[]): StoryChange['revised'] {
  const old = new Map(before.map(({ id, story }) => [id, story]));
  return state.members.flatMap(({ id, story }) => {
    const was = old.get(id);
    if (was === undefined) return [];
    const isSame =
      was.id === story.id &&
      was.role === story.role &&
      was.of === story.of &&
      was.agency === story.agency;
    return isSame ? [] : [{ id, story }];
  });
}
