import { isTag, isText } from 'domhandler';
import { isBareDate } from './bare-date.ts';
import type { Document } from './document.ts';
import { homeBlocks } from './home-link.ts';
import { innerText } from './metadata.ts';
import type { Block, Region } from './region.ts';
import { BIT } from './signal.ts';

/** An element that may hold the headline. */
export interface Heading {
  readonly text: string;
  readonly tag: string;
  /** Index of its first block. */
  readonly block: number;
  /** Preference among headings that agree equally well. */
  readonly rank: number;
  /** True where class or microdata call it the headline. */
  readonly called: boolean;
  /** True where a class hides it from readers. */
  readonly isHidden: boolean;
  /** What opens it in an element of its own: a series, a line above the headline. */
  readonly opening?: string;
  /** True where its lines stand in elements of their own. */
  readonly isBroken: boolean;
  /** True where all of it is a link: the title of another story more than this one's. */
  readonly isLinked: boolean;
}

const RANK: ReadonlyMap<string, number> = new Map(Object.entries({ h1: 0.2, h2: 0.08, h3: 0.02 }));

/** Longest headline: the press has some of 60 words; beyond stands a text, not a headline. */
const MAX_LENGTH = 500;

/** Headings and elements whose class or microdata call them a headline, in document order. */
export function listHeadings(document: Document): readonly Heading[] {
  const { regions, blocks } = document;
  const home = homeBlocks(document);
  return regions.filter(mayBeHeading).flatMap((region) => {
    const { name } = region.element;
    const called = isCalled(region);
    const own = headlineOf(blocks.slice(region.from, region.to), regions);
    const [first] = own;
    if (!first || isLogo(first, home)) return [];
    const text = own.map((block) => block.text).reduce(joinLine);
    if (text.length > MAX_LENGTH) return [];
    const rank = (RANK.get(name) ?? 0) + (called ? 0.05 : 0);
    const opening = openingOf(region.element);
    const isHidden = (region.signals & BIT.hidden) !== 0;
    return [
      {
        text,
        tag: name,
        block: first.index,
        rank,
        called,
        isHidden,
        ...(opening === undefined ? {} : { opening }),
        isBroken: own.length > 1,
        isLinked: first.linkShare > 0.8,
      },
    ];
  });
}

const isCalled = ({ element, signals }: Region): boolean =>
  element.attribs.itemprop === 'headline' || (signals & BIT.headline) !== 0;

/** Most blocks of a heading. */
const MAX_BLOCKS = 4;

const mayBeHeading = (region: Region): boolean =>
  region.to > region.from &&
  region.to - region.from <= MAX_BLOCKS &&
  (RANK.has(region.element.name) || isCalled(region));

/** A colon that a line of its own begins with is the mark behind the line before it. */
const joinLine = (text: string, line: string): string =>
  /^[:：]/u.test(line) ? `${text}${line}` : `${text} ${line}`;

/** Longest line above a headline that stands in its element, in words. */
const OPENING_WORDS = 8;

/** The text of an inline element that opens a heading, where more stands behind it. */
function openingOf({ children }: Region['element']): string | undefined {
  const [first, ...others] = children.filter((node) => !isText(node) || node.data.trim() !== '');
  if (!first || !isTag(first) || first.name === 'a' || others.length === 0) return undefined;
  const text = innerText(first);
  return text !== '' && text.split(' ').length <= OPENING_WORDS ? text : undefined;
}

/** True for a heading that is one link to the site's home page. */
function isLogo({ index, linkShare }: Block, home: ReadonlySet<number>): boolean {
  return linkShare > 0.8 && home.has(index);
}

/**
 * Without a line of section or series above the headline, and a date beside it, in its element. A colon
 * behind that line makes it the headline's first half.
 */
function headlineOf(blocks: readonly Block[], regions: readonly Region[]): readonly Block[] {
  const isHalf = (at: number): boolean => /^[:：]/u.test(blocks[at + 1]?.text ?? '');
  const isTime = ({ region, tag }: Block): boolean =>
    tag === 'time' || regions[regions[region]?.parent ?? -1]?.element.name === 'time';
  const isBeside = (block: Block): boolean =>
    (((regions[block.region]?.signals ?? 0) & BIT.kicker) !== 0 &&
      !isHalf(blocks.indexOf(block))) ||
    isTime(block) ||
    isBareDate(block.text);
  return blocks.length > 1 && !blocks.every(isBeside)
    ? blocks.filter((block) => !isBeside(block))
    : blocks;
}
