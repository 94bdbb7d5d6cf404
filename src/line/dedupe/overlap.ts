import { hasMember, sharedMembers } from './bits.ts';
import type { KeptNumbers, SlotText } from './sketch-layout.ts';

/** How far two texts `a` and `b` agree; compared in the other order, both sides are exchanged. */
export interface Overlap {
  /** Share of the one text's shingles that the other has, 0 to 1. */
  readonly ofA: number;
  readonly ofB: number;
  /** The same for single telling words. */
  readonly wordsOfA: number;
  readonly wordsOfB: number;
  /** Places that both texts fill with a number: the same number in both, or another one. */
  readonly sameNumbers: number;
  readonly otherNumbers: number;
  /** Numbers that both texts have at any place, and numbers that one has instead of the other's. */
  readonly knownNumbers: number;
  readonly ownNumbers: number;
  /** Which share of one text's subject the other lacks, and how many words the subject has. */
  readonly missA: number;
  readonly missB: number;
  readonly subjectOfA: number;
  readonly subjectOfB: number;
  /** Runs of words that only one text has: the one of which the other contains the greater share. */
  readonly lost: number;
  readonly wordsA: number;
  readonly wordsB: number;
  /** Words of the shorter text, and of the longer one. */
  readonly shorter: number;
  readonly longer: number;
  /** Days between both; 0 where a date is not known. */
  readonly days: number;
  /** The same text to the last word. */
  readonly isIdentical: boolean;
  /** Whether both are written by a form. */
  readonly isForm: boolean;
  /** Whether either is a collection of other texts. */
  readonly isRoundUp: boolean;
}

const DAY_SECONDS = 86_400;

/** The greater share of one text's shingles that the other has, 0 to 1. */
export function sharedRuns(a: SlotText, b: SlotText): number {
  const { common, ofA, ofB } = sharedMembers(a.shingles, b.shingles);
  return Math.max(share(common, ofA), share(common, ofB));
}

/** Compares two texts by their slots. */
export function overlapOf(a: SlotText, b: SlotText): Overlap {
  const shingles = sharedMembers(a.shingles, b.shingles);
  const telling = sharedMembers(a.telling, b.telling);
  return {
    ofA: share(shingles.common, shingles.ofA),
    ofB: share(shingles.common, shingles.ofB),
    wordsOfA: share(telling.common, telling.ofA),
    wordsOfB: share(telling.common, telling.ofB),
    ...numbersOf(a.numbers, b.numbers),
    missA: missingShare(a, b),
    missB: missingShare(b, a),
    subjectOfA: a.subject.length,
    subjectOfB: b.subject.length,
    lost: Math.min(shingles.ofA, shingles.ofB) - shingles.common,
    wordsA: a.words,
    wordsB: b.words,
    shorter: Math.min(a.words, b.words),
    longer: Math.max(a.words, b.words),
    days: a.time === 0 || b.time === 0 ? 0 : Math.abs(a.time - b.time) / DAY_SECONDS,
    isIdentical: a.exact === b.exact,
    isForm: a.isForm && b.isForm,
    isRoundUp: a.isRoundUp || b.isRoundUp,
  };
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.min(1, part / whole);

type Numbers = Pick<Overlap, 'sameNumbers' | 'otherNumbers' | 'knownNumbers' | 'ownNumbers'>;

/**
 * Compares numbers place by place: texts of one form have other numbers between the same words. A slot
 * keeps only the numbers with the smallest hashes, so both lists are cut where the shorter one ends.
 */
function numbersOf(a: KeptNumbers, b: KeptNumbers): Numbers {
  const limit = Math.min(limitOf(a), limitOf(b));
  const [ofA, ofB] = [placesOf(a, limit), placesOf(b, limit)];
  let [sameNumbers, otherNumbers] = [0, 0];
  for (const [place, values] of ofA) {
    const others = ofB.get(place);
    if (others === undefined) continue;
    if (values.some((value) => others.includes(value))) sameNumbers += 1;
    else otherNumbers += 1;
  }
  const [valuesA, valuesB] = [valuesOf(a, limit), valuesOf(b, limit)];
  const knownNumbers = [...valuesA].filter((value) => valuesB.has(value)).length;
  const ownNumbers = Math.min(valuesA.size, valuesB.size) - knownNumbers;
  return { sameNumbers, otherNumbers, knownNumbers, ownNumbers };
}

function placesOf({ entries }: KeptNumbers, limit: number): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const { value, place } of entries) {
    if (value <= limit) places.set(place, [...(places.get(place) ?? []), value]);
  }
  return places;
}

const valuesOf = ({ entries }: KeptNumbers, limit: number): Set<number> =>
  new Set(entries.map(({ value }) => value).filter((value) => value <= limit));

const limitOf = ({ entries, isWhole }: KeptNumbers): number =>
  isWhole ? Number.POSITIVE_INFINITY : (entries.at(-1)?.value ?? Number.POSITIVE_INFINITY);

function missingShare(of: SlotText, within: SlotText): number {
  const missing = of.subject.filter((word) => !hasMember(within.telling, word));
  return share(missing.length, of.subject.length);
}
