import { matchKey } from '../../../arabic/key.ts';
import type { Document } from '../document.ts';
import type { Block } from '../region.ts';
import { findLabel, withoutNumbers } from '../removal/label/label-table.ts';
import { isCardText } from '../removal/teaser.ts';
import { BIT } from '../signal.ts';
import { AGAINST, type Mass } from './mass.ts';
import { highest, lowest } from './number-range.ts';

/** Running text, in UTF-16 units, of a paragraph that needs no container to be told from a label. */
const PARAGRAPH = 100;

/** Most blocks of boxes and labels between two parts of one text. */
const GAP = 8;

/** Paragraphs that make a part of a text: one alone is a disclaimer or a rule of the publisher. */
const LEAST = 2;

/** Parts of a page behind which no text goes on. */
const END = BIT.comments | BIT.footer | BIT.nav | BIT.form | BIT.authorBox | BIT.tags;

/** Teasers break off: `… [المزيد]`. */
const BROKEN_OFF = /(?:\.{2,}|…)\s*(?:\[[^\]]{0,20}\]\s*)?$/;

/**
 * Adds the paragraphs that lie between parts of the text, and those that follow it: a text that a
 * system cuts in two stands in containers of different make, the later one shared with boxes.
 */
export function addRunOn(
  document: Document,
  taken: Set<number>,
  { mass, headline }: { mass: Mass; headline?: number | undefined },
): void {
  const first = headline === undefined ? lowest(taken) : firstOf(document, taken, headline);
  let last = highest(taken);
  const isText = (block: Block): boolean =>
    isParagraph(block, mass) && !isCardText(document, block);
  for (let index = first + 1; index < last; index += 1) {
    const block = document.blocks[index];
    if (block && !taken.has(index) && isText(block)) taken.add(index);
  }
  const behind: number[] = [];
  for (let index = last + 1; index - last <= GAP + 1; index += 1) {
    const block = document.blocks[index];
    if (!block || endsText(block, mass)) break;
    if (!isText(block)) continue;
    behind.push(index);
    last = index;
  }
  if (behind.length >= LEAST) for (const index of behind) taken.add(index);
}

/** Behind the headline: a text may begin before the container that holds most of it. */
function firstOf({ blocks }: Document, taken: ReadonlySet<number>, headline: number): number {
  const first = lowest(taken);
  if (first < headline) return first;
  const other = blocks
    .slice(headline + 1, first)
    .findLast(({ tag, words }) => tag === 'h1' && words > 2);
  return other?.index ?? headline;
}

function isParagraph(block: Block, mass: Mass): boolean {
  if ((mass.signals[block.index] ?? 0) & AGAINST) return false;
  const isText = block.mass >= PARAGRAPH && block.linkShare < 0.2;
  return isText && !BROKEN_OFF.test(block.text);
}

/** The title of another box or article, or a part of the page that stands behind every text. */
function endsText(block: Block, mass: Mass): boolean {
  const signals = mass.signals[block.index] ?? 0;
  if (block.tag === 'h1' || (signals & END) !== 0) return true;
  if (block.kind !== 'heading' || (signals & AGAINST) !== 0) return false;
  // `اقرأ أيضا` titles a box amid the text.
  return findLabel(withoutNumbers(matchKey(block.text))) === undefined;
}
