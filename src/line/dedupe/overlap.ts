import { BLOOM_BYTES } from './bloom.ts';
import { type Probe, unpackedList } from './probe.ts';
import { unpacked } from './sample.ts';
import { type Sampled, sharesOf, thousandths } from './shares.ts';
import { SLOT, WIDTH } from './slot.ts';

/**
 * How far a new text and a story's first text agree. Shares are whole numbers in thousandths, so
 * that this and `scripts/overlap.lua` come to the same decision to the last digit.
 */
export interface Overlap {
  /** Share of the first text's shingles that the new one has. */
  readonly ofFirst: number;
  /** Share of the new text's shingles that the first one has. */
  readonly ofNew: number;
  /** The same for single telling words. */
  readonly wordsOfFirst: number;
  readonly wordsOfNew: number;
  /** The same for the numbers; 1000 where there are none. */
  readonly numbersOfFirst: number;
  readonly numbersOfNew: number;
  /** How many numbers the text with fewer has, as far as both were compared. */
  readonly numbersFewer: number;
  /** Share of neighbouring numbers of the text with fewer that the other has; 1000 without any. */
  readonly pairs: number;
  /** How many words of the first text's subject the new one lacks, in thousandths. */
  readonly missFirst: number;
  readonly missNew: number;
  /** How many words of either subject were compared. */
  readonly subjectOfFirst: number;
  readonly subjectOfNew: number;
  /** Words of the new text for each word of the first, in thousandths. */
  readonly ratio: number;
  /** Days between the two. */
  readonly days: number;
  /** The same text to the last word. */
  readonly identical: boolean;
}

/** Compares a new text (`slot` and `probe`) with the stored `first`. */
export function overlapOf(first: Uint8Array, slot: Uint8Array, probe: Probe): Overlap {
  const shared = sharesOf(list(first, 'shingles'), {
    values: probe.shingles,
    isWhole: u16(slot, SLOT.shingleCount) <= probe.shingles.length,
  });
  const numbers = sharesOf(list(first, 'numbers'), {
    values: probe.numbers,
    isWhole: isFew(probe.numbers),
  });
  const pairs = sharesOf(list(first, 'pairs'), {
    values: probe.pairs,
    isWhole: isFew(probe.pairs),
  });
  const wordsOfNew = sampleShare(first, probe.sampleBits);
  const counts = [u16(slot, SLOT.tellingCount), u16(first, SLOT.tellingCount)] as const;
  return {
    ofFirst: shared.ofFirst,
    ofNew: shared.ofNew,
    wordsOfNew,
    wordsOfFirst: Math.min(
      1000,
      counts[1] === 0 ? 0 : Math.floor((wordsOfNew * counts[0]) / counts[1]),
    ),
    numbersOfFirst: numbers.of === 0 ? 1000 : numbers.ofFirst,
    numbersOfNew: numbers.within === 0 ? 1000 : numbers.ofNew,
    numbersFewer: Math.min(numbers.of, numbers.within),
    pairs: Math.min(pairs.of, pairs.within) === 0 ? 1000 : Math.max(pairs.ofFirst, pairs.ofNew),
    missFirst: missFirst(first, probe),
    missNew: missNew(first, probe),
    subjectOfFirst: first[SLOT.subjectKept] ?? 0,
    subjectOfNew: probe.subjectBits.length / 2,
    ratio: Math.floor((u16(slot, SLOT.words) * 1000) / Math.max(1, u16(first, SLOT.words))),
    days: daysBetween(u16(slot, SLOT.day), u16(first, SLOT.day)),
    identical: unpacked(slot, SLOT.exact, 4) === unpacked(first, SLOT.exact, 4),
  };
}

/** Day 0 is an unknown day. */
const daysBetween = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : Math.abs(a - b));

const u16 = (slot: Uint8Array, place: number): number => unpacked(slot, place, 2);

/** A probe holds 64 numbers at most: fewer are all. */
const isFew = (numbers: readonly number[]): boolean => numbers.length < 64;

function list(first: Uint8Array, part: 'shingles' | 'numbers' | 'pairs'): Sampled {
  const [kept, total, width] = {
    shingles: [first[SLOT.shinglesKept], u16(first, SLOT.shingleCount), WIDTH.shingle] as const,
    numbers: [first[SLOT.numbersKept], first[SLOT.numberCount], WIDTH.number] as const,
    pairs: [first[SLOT.pairsKept], first[SLOT.pairCount], WIDTH.number] as const,
  }[part];
  const values = unpackedList(first, { offset: SLOT[part], count: kept ?? 0, width });
  return { values, isWhole: (total ?? 0) <= values.length };
}

/** Share of the sampled words that the stored filter has, less what it has by chance. */
function sampleShare(first: Uint8Array, bits: readonly number[]): number {
  const share = thousandths(countIn(first, bits), bits.length / 2);
  const bloomBits = BLOOM_BYTES * 8;
  const fill = u16(first, SLOT.bloomFill);
  const chance = Math.floor((fill * fill * 1000) / (bloomBits * bloomBits));
  if (share <= chance) return 0;
  return Math.floor(((share - chance) * 1000) / (1000 - chance));
}

function countIn(first: Uint8Array, bits: readonly number[]): number {
  let count = 0;
  for (let index = 0; index < bits.length; index += 2) {
    if (hasBit(first, bits[index] ?? 0) && hasBit(first, bits[index + 1] ?? 0)) count++;
  }
  return count;
}

function hasBit(first: Uint8Array, bit: number): boolean {
  return (((first[SLOT.bloom + (bit >> 3)] ?? 0) >> (bit & 7)) & 1) === 1;
}

function missFirst(first: Uint8Array, probe: Probe): number {
  const count = first[SLOT.subjectKept] ?? 0;
  const subject = unpackedList(first, { offset: SLOT.subject, count, width: WIDTH.word });
  return thousandths(subject.filter((word) => !probe.words.has(word)).length, count);
}

function missNew(first: Uint8Array, { subjectBits }: Probe): number {
  const count = subjectBits.length / 2;
  return thousandths(count - countIn(first, subjectBits), count);
}
