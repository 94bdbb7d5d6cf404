import type { Document } from '../document.ts';
import type { Region } from '../region.ts';
import { isCardText } from '../removal/teaser.ts';
import { BIT } from '../signal.ts';
import { AGAINST, type Mass } from './mass.ts';

/** Running text, in UTF-16 units, that is a paragraph inside an element of the article's text. */
const PARAGRAPH = 60;

/**
 * Adds the paragraphs of the element whose class says that it holds the article's text, around the
 * container found: page builders set each part of a text in rows and columns of its own, so deep
 * that no container holds two of them.
 */
export function addContent(
  document: Document,
  taken: Set<number>,
  context: { container: Region; mass: Mass; headline?: number | undefined },
): void {
  const content = findContent(document, context.container, context.headline);
  if (!content) return;
  const { mass } = context;
  for (const block of document.blocks.slice(content.from, content.to)) {
    const against = (mass.signals[block.index] ?? 0) & AGAINST;
    if (taken.has(block.index) || against !== 0 || block.linkShare > 0.2) continue;
    if (block.mass < PARAGRAPH || isCardText(document, block)) continue;
    taken.add(block.index);
  }
}

/** The outermost such element that holds no headline: one around it is the whole page's. */
function findContent(
  { regions }: Document,
  container: Region,
  headline: number | undefined,
): Region | undefined {
  if (headline === undefined) return undefined;
  let content: Region | undefined;
  for (let around = regions[container.parent]; around; around = regions[around.parent]) {
    if (around.from <= headline && headline < around.to) break;
    if ((around.signals & BIT.content) !== 0) content = around;
  }
  return content;
}
