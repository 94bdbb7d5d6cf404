import type { Document } from '../../document.ts';
import type { Block } from '../../region.ts';
import type { Label } from './label-table.ts';

/** Labels behind which a list of other pages, subjects or a writer's life stands. */
const LEADING: ReadonlySet<string> = new Set([
  'related articles',
  'most read',
  'tags',
  'author box',
]);

/** Longest list behind a label, in blocks. */
const MAX_BLOCKS = 12;

/** Longest title in such a list, in words. */
const TITLE_WORDS = 25;

/** Longest date or section beside a title, in words. */
const CRUMB_WORDS = 5;

/** What stands behind a label that announces it, amid the paragraphs: reason by block. */
export function behindLabels(
  document: Document,
  place: readonly number[],
  labels: ReadonlyMap<number, Label>,
): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  for (const [position, index] of place.entries()) {
    const label = labels.get(index);
    if (!label || !LEADING.has(label.means)) continue;
    const behind = place.slice(position + 1, position + 1 + MAX_BLOCKS);
    const blocks = behind.flatMap((next) => document.blocks[next] ?? []);
    const listed = label.means === 'author box' ? lifeIn(blocks) : titlesIn(blocks);
    if (label.means === 'author box' && position < place.length * LATE) continue;
    for (const { index: at } of listed) reasons.set(at, `behind a label: ${label.means}`);
  }
  return reasons;
}

/** Titles that link away, or unlinked ones in a list, and what is printed beside them. */
function titlesIn(blocks: readonly Block[]): readonly Block[] {
  let linked = false;
  const end = blocks.findIndex(({ linkShare, words, text, kind, endsSentence }) => {
    if (words > TITLE_WORDS || endsSentence) return true;
    if (linkShare > LINKED) linked = true;
    // A list without links behind one of links is of the text.
    else if (kind !== 'item' || linked) return words > CRUMB_WORDS || !/\d|منذ|قبل/.test(text);
    return false;
  });
  return end < 0 ? blocks : blocks.slice(0, end);
}

/** Share of link text in a title that links away. */
const LINKED = 0.6;

/** Part of the text behind which a box on the author is its end. */
const LATE = 0.6;

/** The writer's name and life, at the end of the text. */
function lifeIn(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex(({ words }) => words > MAX_LIFE);
  return end < 0 ? blocks : blocks.slice(0, end);
}

/** Longest life of a writer, in words. */
const MAX_LIFE = 80;
