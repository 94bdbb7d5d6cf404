import { unpackedList } from './probe.ts';
import { SLOT, WIDTH } from './slot.ts';

/**
 * Words by which newsrooms head their collections: what they hold is told elsewhere. In the form of
 * the match key; a headline with one of them is read as that of a collection.
 */
const HEADINGS =
  /(?:^| )(?:حصاد|موجز|نشره|عناوين|مانشيت|مانشيتات|(?:ابرز|اهم) (?:ال)?(?:اخبار|عناوين|احداث|انباء)|(?:اقوال|جوله|عرض) (?:في )?(?:الصحف|الصحافه))(?: |$)/u;

/** Whether a headline, as match key, is that of a collection: «موجز الأنباء», «أبرز أخبار اليوم». */
export function isRoundUpHeading(headlineKey: string): boolean {
  return HEADINGS.test(headlineKey);
}

/** From this share of its own text in one story on, a text tells that story, whatever else it has. */
const OWN_STORY = 800;

/** From this share on, two pieces of others beside it are asked for: one may be a shared footer. */
const MAIN_STORY = 500;

/** A piece counts from 3 of the 36 kept shingles on: some two sentences in a text of 300 words. */
const PIECE = 3;

/** A candidate as far as it matters here: its slot, and the share of the new text it has. */
interface Piece {
  readonly slot: Uint8Array;
  readonly ofNew: number;
}

/**
 * Whether a text is made of pieces of several stories: no story has half of it, and at least two
 * have a piece of it that no other has.
 */
export function isRoundUp(slot: Uint8Array, candidates: readonly Piece[]): boolean {
  if (candidates.length < 2 || candidates.some(({ ofNew }) => ofNew >= OWN_STORY)) return false;
  const owners = new Map<number, number[]>();
  candidates.forEach((candidate, index) => {
    const theirs = new Set(keptShingles(candidate.slot));
    for (const shingle of keptShingles(slot)) {
      if (theirs.has(shingle)) owners.set(shingle, [...(owners.get(shingle) ?? []), index]);
    }
  });
  const alone = new Map<number, number>();
  for (const [owner = -1, ...others] of owners.values()) {
    if (others.length === 0) alone.set(owner, (alone.get(owner) ?? 0) + 1);
  }
  const needed = candidates.some(({ ofNew }) => ofNew >= MAIN_STORY) ? 3 : 2;
  return [...alone.values()].filter((count) => count >= PIECE).length >= needed;
}

function keptShingles(slot: Uint8Array): number[] {
  const count = slot[SLOT.shinglesKept] ?? 0;
  return unpackedList(slot, { offset: SLOT.shingles, count, width: WIDTH.shingle });
}
