import { matchKey } from '../../arabic/key.ts';
import type { NoArticle } from '../../record/reading.ts';
import type { Clues } from './clues.ts';

/** Fewer words than that are no article: the shortest flashes have two sentences, some 15 words. */
const LEAST_WORDS = 12;

/** What is looked at to tell the kind of a page. */
export interface KindView {
  readonly clues: Clues;
  /** The paragraphs of the text. */
  readonly paragraphs: readonly string[];
  readonly headline: string | undefined;
}

/** Why a page is not an article; undefined where it is one. */
export function findNoArticle({ clues, paragraphs, headline }: KindView): NoArticle | undefined {
  const { document } = clues;
  if (document.blocks.length === 0 && paragraphs.length === 0)
    return { kind: 'empty', reason: 'no text on the page' };
  const words = paragraphs.reduce((sum, text) => sum + text.split(' ').length, 0);
  if (words < LEAST_WORDS)
    return {
      kind: 'too-little-text',
      reason: `${words} words of text, at least ${LEAST_WORDS} expected`,
    };
  if (headline === undefined || matchKey(headline) === '')
    return { kind: 'listing', reason: 'no headline on the page' };
  return undefined;
}
