import type { Document } from './document.ts';
import type { Block, Region } from './region.ts';

/** Units of one make from which they are a list, a table or a board. */
const LEAST_UNITS = 5;

/** Most blocks and words of a unit: title, place, day, price and a sentence or two. */
const UNIT_BLOCKS = 9;
const UNIT_WORDS = 60;

/** Longest line that is a unit by itself, in words: `عيار 21: 4,100 للغرام`. */
const LINE_WORDS = 20;

/** Longest text that is a datum of a unit, in words: a day, a time, a price, a count, with a label. */
const DATUM_WORDS = 8;

/** Share of the units of one make that have what the others have. */
const MOST = 0.8;

/** Words that a row's cell or a line of a box counts for at least: `48.12` weighs as a line does. */
export const BLOCK_WEIGHT = 4;

/** Units of one make that a page repeats: rows, cards, lines with a number, terms with what they mean. */
export interface RepeatedUnits {
  readonly count: number;
  /** First block, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** What they hold, in words, short lines weighed up. */
  readonly weight: number;
  /** True where most have a day, a time, a price or a count in a line of its own. */
  readonly hasData: boolean;
  /** True where most have a linked title. */
  readonly isLinked: boolean;
  /** Words of the middle unit's longest sentence; 0 where units have none. */
  readonly sentence: number;
}

/** Where units are looked for: they end behind the first block, and begin up to the last. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** Finds the units that a page repeats there, in the order of the page; those inside of others left out. */
export function findRepeatedUnits(
  { blocks, regions }: Document,
  range: Range = { first: 0, last: blocks.length },
): readonly RepeatedUnits[] {
  const groups = groupByMake(regions, range).filter(({ length }) => length >= LEAST_UNITS);
  const found = groups.flatMap((group) => readGroup(group, blocks) ?? []);
  return found.filter((one) => !found.some((other) => other !== one && isInside(one, other)));
}

const isInside = (one: RepeatedUnits, other: RepeatedUnits): boolean =>
  other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from;

/** Elements of one parent with the same name and class; the rows of a table's parts are one group. */
function groupByMake(regions: readonly Region[], { first, last }: Range): readonly Region[][] {
  const parents = regions.map((region) => parentOf(region, regions));
  // Most elements have fewer children than make a list: their makes need not be read.
  const children = new Uint32Array(regions.length + 1);
  for (const parent of parents) children[parent + 1] = (children[parent + 1] ?? 0) + 1;
  const groups = new Map<number, Map<string, Region[]>>();
  for (const region of regions) {
    const parent = parents[region.index] ?? -1;
    if (region.to === region.from || (children[parent + 1] ?? 0) < LEAST_UNITS) continue;
    const byMake = groups.get(parent) ?? new Map<string, Region[]>();
    groups.set(parent, byMake);
    const make = makeOf(region);
    const group = byMake.get(make);
    if (group) group.push(region);
    else if (region.from <= last) byMake.set(make, [region]);
  }
  return [...groups.values()]
    .flatMap((byMake) => [...byMake.values()])
    .filter((group) => (group.at(-1)?.to ?? 0) > first);
}

const TABLE_PART = /^(?:thead|tbody|tfoot)$/;

function parentOf({ element, parent }: Region, regions: readonly Region[]): number {
  const around = regions[parent];
  const isRow = element.name === 'tr' && around && TABLE_PART.test(around.element.name);
  return isRow ? around.parent : parent;
}

/** Name and first class, without what tells the place in the list: `row-3`, `odd`. */
function makeOf({ element }: Region): string {
  const { name, attribs } = element;
  if (name === 'tr' || name === 'dt' || name === 'dd') return name;
  const [first = ''] = (attribs.class ?? '').trim().split(/\s+/, 1);
  return `${name} ${first.replace(/\d+/g, '')}`;
}

function readGroup(group: readonly Region[], blocks: readonly Block[]): RepeatedUnits | undefined {
  const units = group.map((region) => unitOf(region, blocks)).filter((unit) => unit !== undefined);
  if (units.length < LEAST_UNITS || units.length < MOST * group.length) return undefined;
  const isMost = (has: (unit: readonly Block[]) => boolean): boolean =>
    units.filter(has).length >= MOST * units.length;
  const hasData = isMost(holdsDatum);
  // Single lines are those of a list of data, else the paragraphs of a text.
  if (!hasData && !isMost(({ length }) => length > 1)) return undefined;
  const sentences = units.map(longestSentence).sort((one, other) => one - other);
  return {
    count: units.length,
    from: units[0]?.[0]?.index ?? 0,
    to: (units.at(-1)?.at(-1)?.index ?? 0) + 1,
    weight: units.flat().reduce((sum, { words }) => sum + Math.max(words, BLOCK_WEIGHT), 0),
    hasData,
    isLinked: isMost((unit) => unit.some(({ linkShare, words }) => linkShare > 0.5 && words > 2)),
    sentence: sentences[Math.floor(sentences.length / 2)] ?? 0,
  };
}

/** The blocks of a unit; undefined where it is none: too long, or a paragraph. */
function unitOf({ from, to }: Region, blocks: readonly Block[]): readonly Block[] | undefined {
  if (to - from > UNIT_BLOCKS) return undefined;
  const unit = blocks.slice(from, to);
  const words = unit.reduce((sum, block) => sum + block.words, 0);
  if (words > UNIT_WORDS) return undefined;
  if (unit.length > 1) return unit;
  const isLine = words <= LINE_WORDS && unit.every(({ endsSentence }) => !endsSentence);
  return isLine ? unit : undefined;
}

/** A day, time, price or count; the number of an item in its list is none: `3. القرفة`. */
const DATUM = /^(?!\p{P}*\p{Nd}{1,2}[.)\-–\s]+\p{L}[^\p{Nd}]*$).*\p{Nd}/u;

const holdsDatum = (unit: readonly Block[]): boolean =>
  unit.some(
    ({ text, words }) => words <= (unit.length > 1 ? DATUM_WORDS : LINE_WORDS) && DATUM.test(text),
  );

const longestSentence = (unit: readonly Block[]): number =>
  Math.max(0, ...unit.map(({ endsSentence, words }) => (endsSentence ? words : 0)));
