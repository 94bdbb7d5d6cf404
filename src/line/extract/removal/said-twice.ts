import { matchKey } from '../../../arabic/key.ts';
import type { Document } from '../document.ts';
import type { Block } from '../region.ts';

/** Shortest text that is taken for a copy, in words: lines of a poem and of a list come back. */
const LEAST_WORDS = 8;

/** How far before a text its copy stands, in blocks of the text: a lead for telephones, one for screens. */
const REACH = 2;

/**
 * Texts that stand right before in a box of their own, too, word for word: reason by block. What one
 * box says twice, its writer repeats.
 */
export function saidTwice(
  { regions }: Document,
  kept: readonly Block[],
): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  const boxOf = ({ region }: Block): number | undefined => regions[region]?.parent;
  for (const [at, block] of kept.entries()) {
    if (block.words < LEAST_WORDS) continue;
    const before = kept
      .slice(Math.max(0, at - REACH), at)
      .filter((one) => one.words === block.words && boxOf(one) !== boxOf(block));
    if (before.length === 0) continue;
    const key = matchKey(block.text);
    if (before.some(({ text }) => matchKey(text) === key))
      reasons.set(block.index, 'repeats the text');
  }
  return reasons;
}
