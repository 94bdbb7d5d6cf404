import type { Block } from './region.ts';

/** Longest title of an entry, in words, and the shortest. */
export const TITLE_WORDS = 25;
const LEAST_TITLE = 3;

/** True for a text as long as a title of an entry, and no sentence. */
export function isTitle({ words, endsSentence }: Block): boolean {
  return words >= LEAST_TITLE && words <= TITLE_WORDS && !endsSentence;
}

/** A heading below the page's own that leads away. */
export function isLinkedHeading({ kind, tag, linkShare, words }: Block): boolean {
  return kind === 'heading' && tag !== 'h1' && linkShare > 0.8 && words > 3;
}

/** A title that leads away, whatever element it is in. */
export function isLinkedTitle(block: Block): boolean {
  return isLinkedHeading(block) || (block.linkShare > 0.8 && isTitle(block) && block.words > 3);
}
