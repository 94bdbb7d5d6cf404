import { isBylineText } from '../byline.ts';
import { isCreditLine, isSourceLine } from '../credit-line.ts';
import { isDateLine } from '../date-line.ts';
import type { RemovalRule } from './rule.ts';

/** Bylines and credits stand among the first or the last blocks. */
const HEAD = 6;
const TAIL = 5;

/** A byline, a credit or a date line at the head or the tail of the text. */
export const creditReason: RemovalRule = ({ clues, block, position, count }) => {
  if (isSourceLine(block.text)) return 'the source';
  if (position >= HEAD && position < count - TAIL) return undefined;
  if (isCreditLine(block.text, clues.siteNames)) return 'a credit line';
  if (position < HEAD && !/^h[1-6]$/.test(block.tag) && isDateLine(block.text))
    return 'a date line';
  // `كتب تعار بلا بطاقة` as a sub-head speaks of books.
  if (!/^h[1-6]$/.test(block.tag) && isBylineText(block.text)) return 'a byline';
  return undefined;
};
