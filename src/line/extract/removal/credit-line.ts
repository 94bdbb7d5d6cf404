import { isBylineText, isRoleLine } from '../byline.ts';
import { isCreditLine, isSourceLine } from '../credit-line.ts';
import { isDateLine } from '../date-line.ts';
import { isLoneName, isSignature } from '../person.ts';
import type { RemovalRule, Suspect } from './removal-rule.ts';

/** Bylines and credits stand among the first or the last blocks. */
const HEAD = 6;
const TAIL = 5;

/** A name alone is the writer's as one of the very first blocks or the last one. */
const FIRST = 3;
const LAST = 1;

/** A byline, a credit or a date line at the head or the tail of the text. */
export const creditReason: RemovalRule = (suspect) => {
  const { facts, block, position, count } = suspect;
  if (isSourceLine(block.text)) return 'the source';
  if (position >= HEAD && position < count - TAIL) return undefined;
  // A number alone in a cell or a list is of a table.
  const isFigure = /^(?:li|t[dh])$/.test(block.tag) && /^\d+$/.test(block.text);
  if (!isFigure && isCreditLine(block.text, facts.siteNames)) return 'a credit line';
  if (position < HEAD && block.kind !== 'heading' && isDateLine(block.text)) return 'a date line';
  // `كتب تعار بلا بطاقة` as a sub-head speaks of books.
  if (block.kind === 'heading')
    return isBelowHeadline(suspect) && isLoneName(block.text, facts.siteNames)
      ? 'a name alone'
      : undefined;
  if (isBylineText(block.text, facts.siteNames)) return 'a byline';
  const edge = position < FIRST || position >= count - LAST || isAboveLabels(suspect);
  if (!edge || block.tag === 'li') return undefined;
  if (isRoleLine(block.text)) return 'a byline that names nobody';
  if (isLoneName(block.text, facts.siteNames)) return 'a name alone';
  return position >= count - LAST && isSignature(block, facts.siteNames)
    ? 'a name alone'
    : undefined;
};

/** True for the line right below the headline: papers set the writer's name as a small heading. */
const isBelowHeadline = ({ block, headline, position }: Suspect): boolean =>
  position === 0 || block.index - 1 === headline;

/** Shortest paragraph, in words: what is shorter behind the text are lines of the desk. */
const PARAGRAPH_WORDS = 10;

/** True among the last lines, where no paragraph follows: editors and channels stand below a name. */
function isAboveLabels({ facts, block, position, count }: Suspect): boolean {
  if (position < count - TAIL) return false;
  const behind = facts.document.blocks.slice(block.index + 1, block.index + count - position);
  return behind.every(
    ({ words, kind }) => words < PARAGRAPH_WORDS && (kind === 'paragraph' || kind === 'quote'),
  );
}
