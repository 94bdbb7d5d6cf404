/**
 * The layout of what later texts are verified against, one fixed size so that Redis holds many in
 * one string without any overhead a text. `scripts/overlap.lua` reads the same places.
 *
 * 36 shingles tell a share of one half within ±0.08 (one standard deviation); a dozen numbers and
 * 16 words of the subject cover nine in ten texts whole.
 */
export const SLOT = {
  day: 0,
  words: 2,
  shingleCount: 4,
  tellingCount: 6,
  bloomFill: 8,
  flags: 10,
  shinglesKept: 11,
  numbersKept: 12,
  numberCount: 13,
  pairsKept: 14,
  pairCount: 15,
  subjectKept: 16,
  exact: 18,
  shingles: 22,
  numbers: 130,
  pairs: 154,
  subject: 166,
  bloom: 198,
  credit: 350,
} as const;

/** Bits of the flags. */
export const FLAG = { agency: 1, roundUp: 2 } as const;

/** How many of each are kept. */
export const KEPT = { shingles: 36, numbers: 12, pairs: 6, subject: 16 } as const;

/** Bytes an entry: 24-bit shingles, 16-bit numbers, pairs and words. */
export const WIDTH = { shingle: 3, number: 2, word: 2 } as const;

/** Bytes a slot. */
export const SLOT_BYTES = SLOT.credit + 2;
