import { type Bits, openBits } from './bits.ts';
import { unpacked } from './bottom-k.ts';

/**
 * The layout of what texts are compared by: one fixed size, so that Redis holds many in one string
 * without any overhead a text. Two texts are compared by their slots alone, so that the answer is
 * the same whichever came first.
 */
export const SLOT = {
  /** Publication in Unix seconds; 0 where it is not known. */
  time: 0,
  words: 4,
  flags: 6,
  numbersKept: 7,
  numberCount: 8,
  subjectKept: 9,
  credit: 10,
  byline: 12,
  exact: 16,
  numbers: 20,
  subject: 76,
  shingles: 100,
  telling: 264,
} as const;

/** Bytes a slot: 51 of them and a header are just under 20 KiB, which jemalloc gives out whole. */
export const SLOT_BYTES = 400;

/** Bits of the flags. */
export const FLAG = { agency: 1, roundUp: 2, form: 4 } as const;

/** How many of each are kept: nine texts in ten have no more numbers. */
export const KEPT = { numbers: 14, subject: 8 } as const;

/** Bytes an entry: a number is 16 bits of its value and 16 of its place. */
export const WIDTH = { number: 4, word: 3 } as const;

/** Bytes of both bitmaps, and the bits a member sets in each. */
export const BITMAP = {
  shingles: { bytes: SLOT.telling - SLOT.shingles, each: 1 },
  telling: { bytes: SLOT_BYTES - SLOT.telling, each: 2 },
} as const;

/** A slot opened. */
export interface SlotText {
  readonly time: number;
  readonly words: number;
  readonly isAgency: boolean;
  readonly isRoundUp: boolean;
  /** Whether it is written by one of the known forms. */
  readonly isForm: boolean;
  /** 16-bit hash of whom the text credits, and of its own source; 0 for none. */
  readonly credit: number;
  readonly byline: number;
  readonly exact: number;
  readonly numbers: KeptNumbers;
  /** 24-bit hashes of the words that headline and body share. */
  readonly subject: readonly number[];
  readonly shingles: Bits;
  readonly telling: Bits;
}

/** The numbers of a text, those with the smallest hashes where there are many. */
export interface KeptNumbers {
  readonly entries: readonly { readonly value: number; readonly place: number }[];
  readonly isWhole: boolean;
}

/** Opens the packed slot of a text. */
export function openSlot(slot: Uint8Array): SlotText {
  const flags = slot[SLOT.flags] ?? 0;
  const bitmap = (place: number, { bytes, each }: { bytes: number; each: number }): Bits =>
    openBits(slot.subarray(place, place + bytes), each);
  return {
    time: unpacked(slot, SLOT.time, 4),
    words: unpacked(slot, SLOT.words, 2),
    isAgency: (flags & FLAG.agency) !== 0,
    isRoundUp: (flags & FLAG.roundUp) !== 0,
    isForm: (flags & FLAG.form) !== 0,
    credit: unpacked(slot, SLOT.credit, 2),
    byline: unpacked(slot, SLOT.byline, 2),
    exact: unpacked(slot, SLOT.exact, 4),
    numbers: numbersIn(slot),
    subject: listOf(slot, SLOT.subject, { count: slot[SLOT.subjectKept] ?? 0, width: WIDTH.word }),
    shingles: bitmap(SLOT.shingles, BITMAP.shingles),
    telling: bitmap(SLOT.telling, BITMAP.telling),
  };
}

function numbersIn(slot: Uint8Array): KeptNumbers {
  const count = slot[SLOT.numbersKept] ?? 0;
  const packed = listOf(slot, SLOT.numbers, { count, width: WIDTH.number });
  const entries = packed.map((both) => ({ value: both >>> 16, place: both & 0xffff }));
  return { entries, isWhole: (slot[SLOT.numberCount] ?? 0) <= count };
}

function listOf(
  slot: Uint8Array,
  place: number,
  { count, width }: { count: number; width: number },
): number[] {
  return Array.from({ length: count }, (_, at) => unpacked(slot, place + at * width, width));
}
