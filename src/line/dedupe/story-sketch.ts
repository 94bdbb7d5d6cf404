import type { StorySketch } from '../../record/sketch.ts';
import { bylineOf, isAgency } from './agencies.ts';
import { bitsOf, bloomOf, fillOf } from './bloom.ts';
import { digest } from './digest.ts';
import { joinedHash, wordHash } from './hash.ts';
import { isRoundUpHeading } from './round-up.ts';
import { packed, smallest } from './sample.ts';
import { FLAG, KEPT, SLOT, SLOT_BYTES, WIDTH } from './slot.ts';
import { type StoryInput, type StoryText, storyText } from './story-text.ts';

/** How much of the new text is compared with what is stored of the others, at most. */
const PROBE = { shingles: 256, words: 600, sample: 128, numbers: 64 } as const;

/** Index entries offered: 12 are used, more where some are templates' (see scripts/story.lua). */
const BANDS = 28;

/** From four numbers on their sequence is an index entry: rates and results are known by it. */
const SEQUENCE_NUMBERS = 4;

const DAY_MS = 86_400_000;

/** Draws the part of the sketch that the story decision reads. */
export function storySketch(input: StoryInput): StorySketch {
  const text = storyText(input);
  const all = smallest(text.shingles, text.shingles.length);
  const parts = partsOf(text, all);
  const day = dayOf(input.date);
  const agency = isAgency(input.source);
  return {
    exact: digest(text.headlineKey, text.bodyKey),
    agency,
    byline: bylineOf(input.source),
    words: text.words,
    bands: bandsOf(text, all),
    probe: probeOf(text, parts),
    slot: slotOf(text, parts, { day, agency, credit: bylineOf(input.credit ?? '') }),
  };
}

/** Days since 1970-01-01; 0 where the date cannot be read, which is the same as any day. */
function dayOf(date: string): number {
  const time = Date.parse(date);
  return Number.isNaN(time) ? 0 : Math.floor(time / DAY_MS);
}

/** The samples that both slot and probe hold, smallest first. */
interface Parts {
  readonly shingles: Uint32Array;
  readonly numbers: Uint32Array;
  readonly pairs: Uint32Array;
}

function partsOf(text: StoryText, all: Uint32Array): Parts {
  const { numbers } = text;
  const pairs = numbers.slice(1).map((number, index) => joinedHash(numbers[index] ?? 0, number));
  return {
    shingles: smallest(
      Array.from(all, (hash) => hash >>> 8),
      all.length,
    ),
    numbers: smallest(numbers.map(high16), numbers.length),
    pairs: smallest(pairs.map(high16), pairs.length),
  };
}

const high16 = (hash: number): number => hash >>> 16;

/** Exact text and sequence of numbers first, then the smallest shingles. */
function bandsOf(text: StoryText, all: Uint32Array): number[] {
  const whole = wordHash(text.bodyKey);
  const { numbers } = text;
  const sequence = numbers.length < SEQUENCE_NUMBERS ? [] : [joinedHash(...numbers)];
  return [...new Set([whole, ...sequence, ...all.subarray(0, BANDS)])];
}

function slotOf(
  text: StoryText,
  parts: Parts,
  { day, agency, credit }: { day: number; agency: boolean; credit: number },
): Uint8Array {
  const slot = new Uint8Array(SLOT_BYTES);
  const put = (place: number, bytes: Uint8Array): void => slot.set(bytes, place);
  const u16 = (value: number): Uint8Array => packed([Math.min(Math.max(value, 0), 0xffff)], 2);
  const bloom = bloomOf(text.telling);
  const kept = {
    shingles: parts.shingles.subarray(0, KEPT.shingles),
    numbers: parts.numbers.subarray(0, KEPT.numbers),
    pairs: parts.pairs.subarray(0, KEPT.pairs),
    subject: text.subject.slice(0, KEPT.subject).map(high16),
  };
  put(SLOT.day, u16(day));
  put(SLOT.words, u16(text.words));
  put(SLOT.shingleCount, u16(parts.shingles.length));
  put(SLOT.tellingCount, u16(text.telling.size));
  put(SLOT.bloomFill, u16(fillOf(bloom)));
  slot[SLOT.flags] =
    (agency ? FLAG.agency : 0) | (isRoundUpHeading(text.headlineKey) ? FLAG.roundUp : 0);
  slot[SLOT.shinglesKept] = kept.shingles.length;
  slot[SLOT.numbersKept] = kept.numbers.length;
  slot[SLOT.numberCount] = Math.min(parts.numbers.length, 0xff);
  slot[SLOT.pairsKept] = kept.pairs.length;
  slot[SLOT.pairCount] = Math.min(parts.pairs.length, 0xff);
  slot[SLOT.subjectKept] = kept.subject.length;
  put(SLOT.exact, packed([wordHash(`${text.headlineKey}\n${text.bodyKey}`)], 4));
  put(SLOT.shingles, packed(kept.shingles, WIDTH.shingle));
  put(SLOT.numbers, packed(kept.numbers, WIDTH.number));
  put(SLOT.pairs, packed(kept.pairs, WIDTH.number));
  put(SLOT.subject, packed(kept.subject, WIDTH.word));
  put(SLOT.bloom, bloom);
  put(SLOT.credit, u16(credit));
  return slot;
}

/**
 * The probe: six counts of two bytes, then shingles (3 bytes), words (2), the bit positions of a
 * sample of words (2 × 2) and of the subject (2 × 2), numbers (2) and pairs of numbers (2).
 */
function probeOf(text: StoryText, parts: Parts): Uint8Array {
  const telling = smallest([...text.telling], PROBE.words);
  const sample = [...telling.subarray(0, PROBE.sample)];
  const sections: [ArrayLike<number>, number][] = [
    [parts.shingles.subarray(0, PROBE.shingles), WIDTH.shingle],
    [telling.map(high16), WIDTH.word],
    [sample.flatMap(bitsOf), 2],
    [text.subject.slice(0, KEPT.subject).flatMap(bitsOf), 2],
    [parts.numbers.subarray(0, PROBE.numbers), WIDTH.number],
    [parts.pairs.subarray(0, PROBE.numbers), WIDTH.number],
  ];
  const counts = packed(
    sections.map(([values]) => values.length),
    2,
  );
  return Buffer.concat([counts, ...sections.map(([values, width]) => packed(values, width))]);
}
