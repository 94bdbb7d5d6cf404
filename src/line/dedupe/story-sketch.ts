import type { StorySketch } from '../../record/sketch.ts';
import { bylineOf, isAgency } from './agency-bylines.ts';
import { bitmapOf } from './bits.ts';
import { packed, smallest } from './bottom-k.ts';
import { digest } from './digest.ts';
import { joinedHash, wordHash } from './hash.ts';
import { joinStory } from './join.ts';
import { isRoundUpHeading } from './round-up.ts';
import { BITMAP, FLAG, KEPT, SLOT, SLOT_BYTES, WIDTH } from './sketch-layout.ts';
import { type StoryInput, type StoryText, storyText } from './story-text.ts';

/** Index entries offered: those that are templates' are passed over (see src/state/scripts/find.lua). */
const BANDS = 28;

/** Index entries under which a text is kept and looked for. */
const USED = 14;

/** All that are offered for a text so short that its few words of its own may be any of them. */
const ALL_BELOW_WORDS = 45;

/** Three numbers in a row are known again by themselves; of many such runs these are offered. */
const RUN = 3;
const RUNS = 3;

/** A headline of fewer words is a heading: «حالة الطقس اليوم». */
const HEADLINE_WORDS = 5;

/** Draws the part of the sketch that the story decision reads. */
export function storySketch(input: StoryInput): StorySketch {
  const text = storyText(input);
  return {
    exact: digest(text.headlineKey, text.bodyKey),
    words: text.words,
    bands: bandsOf(text),
    used: text.words < ALL_BELOW_WORDS ? BANDS : USED,
    slot: slotOf(text, input),
    agency: agencyIn(input.credit ?? []),
    join: joinStory,
  };
}

/** The agency that a text credits: by its kind, or by its name where none is stated. */
function agencyIn(credits: StoryInput['credit'] & object): string {
  const isOne = ({ name, kind }: (typeof credits)[number]): boolean =>
    kind === undefined ? isAgency(name) : kind === 'agency';
  return credits.find(isOne)?.name ?? '';
}

/** Unix seconds; 0 where the date cannot be read, which is the same as any day. */
function secondsOf(date: string): number {
  const time = Date.parse(date);
  return Number.isNaN(time) ? 0 : Math.min(Math.max(Math.floor(time / 1000), 0), 0xffff_ffff);
}

/**
 * Whole text, headline and runs of numbers first: what tells texts of one form apart, whose smallest
 * shingles are the form's. Then the smallest shingles.
 */
function bandsOf(text: StoryText): number[] {
  const { numbers, headlineKey } = text;
  const runs = numbers.length < RUN ? placedNumbers(text) : numberRuns(numbers);
  const headline = headlineKey.split(' ').length < HEADLINE_WORDS ? [] : [wordHash(headlineKey)];
  const first = [wordHash(text.bodyKey), ...headline, ...smallest(runs, RUNS)];
  return [...new Set([...first, ...smallest(text.shingles, BANDS)])];
}

const numberRuns = (numbers: readonly number[]): number[] =>
  numbers.slice(RUN - 1).map((_, at) => joinedHash(...numbers.slice(at, at + RUN)));

/** Numbers too few for a run, each with the words beside it: the number of a case, an age. */
const placedNumbers = ({ numbers, places }: StoryText): number[] =>
  numbers.map((number, at) => joinedHash(number, places[at] ?? 0));

function slotOf(text: StoryText, input: StoryInput): Uint8Array {
  const slot = new Uint8Array(SLOT_BYTES);
  const put = (place: number, values: readonly number[], width: number): void =>
    slot.set(packed(values, width), place);
  // The value in the upper half: two texts keep the same numbers where they have many.
  const places = text.places;
  const numbers = smallest(
    text.numbers.map((value, at) => ((value & 0xffff_0000) | ((places[at] ?? 0) >>> 16)) >>> 0),
    text.numbers.length,
  );
  const subject = text.subject.slice(0, KEPT.subject);
  const isAgencyText = isAgency(input.source);
  put(SLOT.time, [secondsOf(input.date)], 4);
  put(SLOT.words, [Math.min(text.words, 0xffff)], 2);
  slot[SLOT.flags] =
    (isAgencyText ? FLAG.agency : 0) |
    (isRoundUpHeading(text.headlineKey) ? FLAG.roundUp : 0) |
    (text.isForm ? FLAG.form : 0);
  slot[SLOT.numbersKept] = Math.min(numbers.length, KEPT.numbers);
  slot[SLOT.numberCount] = Math.min(numbers.length, 0xff);
  slot[SLOT.subjectKept] = subject.length;
  put(SLOT.credit, [bylineOf(input.credit?.[0]?.name ?? '')], 2);
  put(SLOT.byline, [bylineOf(input.source)], 2);
  put(SLOT.exact, [wordHash(`${text.headlineKey}\n${text.bodyKey}`)], 4);
  put(SLOT.numbers, [...numbers.subarray(0, KEPT.numbers)], WIDTH.number);
  put(SLOT.subject, subject.map(low24), WIDTH.word);
  const { shingles, telling } = BITMAP;
  slot.set(bitmapOf(text.shingles, shingles.bytes, shingles.each), SLOT.shingles);
  slot.set(bitmapOf([...text.telling].map(low24), telling.bytes, telling.each), SLOT.telling);
  return slot;
}

const low24 = (hash: number): number => hash & 0xff_ffff;
