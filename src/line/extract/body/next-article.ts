import { matchKey } from '../../../arabic/key.ts';
import type { Document } from '../document.ts';
import { inPageBlocks } from '../in-page-link.ts';
import type { Block } from '../region.ts';
import { textBetween } from './mass.ts';

/** Shortest headline of another article, in words. */
const LEAST_WORDS = 3;

/**
 * Index of the block at which another article begins on a page that scrolls on into it: an `h1` of
 * the headline's make, or one that links away, in a box of its own with text. Sub-heads of some
 * systems are `h1` of their own make; one right behind the headline is its second line.
 */
export function nextArticle(document: Document, headline: number | undefined): number {
  const own = headline === undefined ? undefined : document.blocks[headline];
  if (!own) return document.blocks.length;
  const make = makeOf(document, own);
  const key = matchKey(own.text);
  const inPage = inPageBlocks(document);
  const isAway = ({ index, linkShare }: Block): boolean => linkShare > 0.8 && !inPage.has(index);
  const next = document.blocks.find(
    (block) =>
      block.index > own.index + 1 &&
      block.tag === 'h1' &&
      block.words >= LEAST_WORDS &&
      (isAway(block) || (make !== '' && makeOf(document, block) === make)) &&
      opensText(document, block) &&
      matchKey(block.text) !== key,
  );
  return next?.index ?? document.blocks.length;
}

/** The first class of a heading: `post-title left`. */
function makeOf({ regions }: Document, { region, tag }: Block): string {
  const names = tag === 'h1' ? (regions[region]?.element.attribs.class ?? '') : '';
  return names.trim().split(/\s/)[0] ?? '';
}

/** Furthest that the box of an article reaches around its headline, in elements. */
const LEVELS = 3;

/** Most blocks before the headline in its box: a section, a date. */
const ABOVE = 2;

/** Running text, in UTF-16 units, that makes the box an article; an embedded teaser has less. */
const LEAST_TEXT = 150;

/** True where a box begins with the heading and holds a text behind it. */
function opensText(document: Document, block: Block): boolean {
  let box = document.regions[block.region];
  for (let level = 0; box && level <= LEVELS; level += 1) {
    if (box.from < block.index - ABOVE) return false;
    if (textBetween(document, block.index, box.to) >= LEAST_TEXT) return true;
    box = document.regions[box.parent];
  }
  return false;
}
