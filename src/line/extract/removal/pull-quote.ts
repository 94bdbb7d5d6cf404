import { matchKey } from '../../../arabic/key.ts';
import type { Document } from '../document.ts';
import type { Block } from '../region.ts';

/** Elements and classes that set a sentence apart from the text that it was taken from. */
const APART = /^(?:aside|blockquote|figure|q)$/;
const QUOTE_CLASS = /quote|pull/i;

/** How far around the sentence such an element is looked for. */
const LEVELS = 2;

/** Shortest sentence that is looked for elsewhere, in UTF-16 units of its key. */
const LEAST = 24;

/** Sentences that are shown large and stand in a paragraph of the text, too: reason by block. */
export function pulledQuotes(
  document: Document,
  kept: readonly Block[],
): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  const quotes = kept.filter((block) => isApart(document, block));
  if (quotes.length === 0) return reasons;
  const text = kept.map((block) => matchKey(block.text)).join('\n');
  for (const { index, text: quote } of quotes) {
    const key = matchKey(quote);
    if (key.length < LEAST) continue;
    const first = text.indexOf(key);
    if (text.indexOf(key, first + 1) >= 0) reasons.set(index, 'repeats the text');
  }
  return reasons;
}

function isApart({ regions }: Document, block: Block): boolean {
  let region = regions[block.region];
  for (let level = 0; region && level <= LEVELS; level += 1) {
    if (APART.test(region.element.name)) return true;
    if (QUOTE_CLASS.test(region.element.attribs.class ?? '')) return true;
    region = regions[region.parent];
  }
  return false;
}
