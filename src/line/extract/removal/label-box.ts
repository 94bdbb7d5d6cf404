import { endsPart } from '../block-kind.ts';
import type { Document } from '../document.ts';
import type { Block, Region } from '../region.ts';

/** Boxes of more blocks hold a text of their own, or a table of one. */
const MAX_BLOCKS = 8;

/** Longest label, in words: a score, a price, a channel, a link. */
const LABEL_WORDS = 9;

/** Longest label with a link in it, in words. */
const LINKED_WORDS = 16;

/** Elements whose short parts are of the text: lists, tables, quotes, questions. */
const OWN = /^(?:ul|ol|dl|table|tbody|tr|blockquote|figure|details|p|h[1-6]|pre)$/;

/** Share of the running text that stands in one element, so that what is nested in it is beside it. */
const HOLDS = 0.6;

/**
 * Boxes of labels alone amid the paragraphs, such as a match's score or a share's price: reason by
 * block. Only where the paragraphs stand side by side; nested text says nothing of boxes.
 */
export function labelBoxes(
  document: Document,
  kept: readonly Block[],
): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  const holder = findHolder(document, kept);
  if (!holder) return reasons;
  const indices = new Set(kept.map(({ index }) => index));
  for (let at = holder.index + 1; at < holder.end; ) {
    const region = document.regions[at];
    if (!region) break;
    at = region.end;
    if (!isLabelBox(document, region)) continue;
    for (let index = region.from; index < region.to; index += 1)
      if (indices.has(index)) reasons.set(index, 'a box of labels');
  }
  return reasons;
}

/** The element in which most of the text's paragraphs stand side by side. */
function findHolder(document: Document, kept: readonly Block[]): Region | undefined {
  const sums = new Map<number, number>();
  let total = 0;
  for (const block of kept) {
    const own = document.regions[block.region];
    const around = own && OWN.test(own.element.name) ? own.parent : block.region;
    sums.set(around, (sums.get(around) ?? 0) + block.mass);
    total += block.mass;
  }
  const [most] = [...sums].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= HOLDS * total ? document.regions[most[0]] : undefined;
}

/** A number or a bullet before the words: an item of a list that no markup makes one. */
const ITEM = /^(?:[\d٠-٩]{1,2}\s?[.)ـ–-]|[-–•●*])\s?\p{L}/u;

function isLabelBox(document: Document, region: Region): boolean {
  const count = region.to - region.from;
  if (count < 2 || count > MAX_BLOCKS || OWN.test(region.element.name)) return false;
  const blocks = document.blocks.slice(region.from, region.to);
  return blocks.every(
    ({ words, text, kind, linkShare }) =>
      words <= (linkShare > 0 ? LINKED_WORDS : LABEL_WORDS) &&
      !endsPart(text) &&
      !ITEM.test(text) &&
      (kind === 'paragraph' || kind === 'quote'),
  );
}
