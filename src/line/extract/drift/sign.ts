import { OBSERVED_FIELDS, type PageObservation } from './observation.ts';

/** What an observation looks like as levels: whole numbers, or the name of a place. */
export type Levels = Readonly<Record<string, number | string>>;

/** Levels that a source's past had, each with how often. */
export type LevelCounts = Readonly<Record<string, number>>;

/** How a level is told from the source's past. */
export interface Sign {
  readonly name: string;
  /** Which levels speak of a changed template: those under or over the past's, or a place unheard of. */
  readonly worse: 'lower' | 'higher' | 'new';
  /** Levels that it must lie from the past's median at least, so that small shifts are none. */
  readonly distance: number;
  /** The level that it must reach, or must not, to say anything at all. */
  readonly bound?: number;
  /** True where the text itself may be wrong by it, and not only poorer. */
  readonly isWrong?: boolean;
}

/** Two levels a doubling: an article of 200 words stands at 15, one of 400 at 17. */
export const wordLevel = (words: number): number => Math.round(2 * Math.log2(words + 1));

/** Shares in eighths. */
const shareLevel = (share: number): number => Math.floor(share * 8);

/** Confidence in twentieths. */
const confidenceLevel = (confidence: number): number => Math.round(confidence * 20);

/** Prose left out is worth a look from this many words: a comment or two are fewer. */
const LEFT_OUT_LEAST = 60;

/** Presence of a field: 1, or 0 where it is missing. */
export const fieldSign = (field: string): string => `field ${field}`;

/** Every sign. A place is where a field stood. */
export const SIGNS: readonly Sign[] = [
  { name: 'article', worse: 'lower', distance: 1 },
  { name: 'length', worse: 'lower', distance: 2 },
  { name: 'excess length', worse: 'higher', distance: 2 },
  { name: 'prose left out', worse: 'higher', distance: 2, bound: wordLevel(LEFT_OUT_LEAST) },
  // Less than half of the words in common: two headlines of one article share more.
  { name: 'headline agreement', worse: 'lower', distance: 2, bound: 3, isWrong: true },
  { name: 'text agreement', worse: 'lower', distance: 2, bound: 4, isWrong: true },
  // A quarter of the text recurs.
  { name: 'boilerplate', worse: 'higher', distance: 2, bound: 2, isWrong: true },
  { name: 'confidence', worse: 'lower', distance: 2, isWrong: true },
  ...OBSERVED_FIELDS.map(
    (field): Sign => ({ name: fieldSign(field), worse: 'lower', distance: 1 }),
  ),
  { name: 'place of headline', worse: 'new', distance: 0 },
  { name: 'place of articleBody', worse: 'new', distance: 0 },
  { name: 'place of datePublished', worse: 'new', distance: 0 },
];

/** The place that the operator's own selector is: it is never a sign of the site's doing. */
const OPERATORS_PLACE = 'source';

/**
 * An observation as levels. A sign that a page cannot have is absent.
 * @param recurring share of the text that the site's pages repeat
 */
export function levelsOf(observation: PageObservation, recurring: number): Levels {
  if (!observation.isArticle) return { article: 0 };
  const { headlineAgreement, textAgreement, fields, places } = observation;
  const length = wordLevel(observation.words);
  return {
    article: 1,
    length,
    'excess length': length,
    'prose left out': wordLevel(observation.leftOut),
    boilerplate: shareLevel(recurring),
    confidence: confidenceLevel(observation.confidence),
    ...shareOf('headline agreement', headlineAgreement),
    ...shareOf('text agreement', textAgreement),
    ...Object.fromEntries(
      OBSERVED_FIELDS.map((field) => [fieldSign(field), fields.includes(field) ? 1 : 0]),
    ),
    ...Object.fromEntries(
      Object.entries(places).flatMap(([field, place]) =>
        // A field that is missing is a sign of its own.
        place === 'none' || place === undefined ? [] : [[`place of ${field}`, place]],
      ),
    ),
  };
}

const shareOf = (name: string, share: number | undefined): Levels =>
  share === undefined ? {} : { [name]: shareLevel(share) };

/** What is drawn from counts once, for the twenty pages that are held against them. */
interface Drawn {
  readonly known: readonly (readonly [level: string, count: number])[];
  readonly all: number;
  readonly usual: Map<number | string, number>;
  median?: number;
}

/** Counts are never changed in place, so that what was drawn from them holds as long as they live. */
const drawn = new WeakMap<LevelCounts, Drawn>();

function draw(past: LevelCounts): Drawn {
  const before = drawn.get(past);
  if (before) return before;
  const known = Object.entries(past);
  const all = known.reduce((sum, [, count]) => sum + count, 0);
  const made = { known, all, usual: new Map() };
  drawn.set(past, made);
  return made;
}

/** How many pages a sign's past has. */
export const pagesOf = (past: LevelCounts): number => draw(past).all;

/**
 * How usual a level, or one worse, was in the source's past: 0 to 1, by the rule of succession, so
 * that a short past says little. 1 where the level is no worse than usual.
 */
export function usualness(sign: Sign, level: number | string, past: LevelCounts): number {
  const from = draw(past);
  const before = from.usual.get(level);
  if (before !== undefined) return before;
  const share =
    sign.worse === 'new' ? placeShare(level, from) : tailShare(sign, Number(level), from);
  from.usual.set(level, share);
  return share;
}

function placeShare(place: number | string, { known, all }: Drawn): number {
  if (place === OPERATORS_PLACE) return 1;
  // Where places were often new, a new one says nothing.
  const novelty = known.filter(([, count]) => count <= 1).length / Math.max(1, all);
  const count = known.find(([other]) => other === String(place))?.[1] ?? 0;
  return Math.max((count + 1) / (all + 2), novelty);
}

function tailShare(sign: Sign, level: number, from: Drawn): number {
  from.median ??= medianOf(from);
  if (!isFar(sign, level, from.median)) return 1;
  let tail = 0;
  for (const [other, count] of from.known) {
    const isTail = sign.worse === 'lower' ? Number(other) <= level : Number(other) >= level;
    if (isTail) tail += count;
  }
  return (tail + 1) / (from.all + 2);
}

function isFar({ worse, distance, bound }: Sign, level: number, median: number): boolean {
  if (worse === 'lower')
    return level <= median - distance && (bound === undefined || level <= bound);
  return level >= median + distance && (bound === undefined || level >= bound);
}

function medianOf({ known, all }: Drawn): number {
  let sum = 0;
  const sorted = known
    .map(([level, count]) => [Number(level), count] as const)
    .toSorted(([one], [other]) => one - other);
  for (const [level, count] of sorted) {
    sum += count;
    if (sum * 2 >= all) return level;
  }
  return 0;
}
