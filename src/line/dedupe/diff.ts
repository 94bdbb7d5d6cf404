import { diffArrays } from 'diff';

/** A run of words that both texts have, or that only the later or only the earlier one has. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * Words that are compared before the rest of both texts is taken as replaced: Myers' algorithm
 * grows with words times differences, and two texts that differ in more share little to show.
 */
const MOST_EDITS = 2000;

/** The word-level difference of two texts, in order; white space as in the text it stands in. */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return replaced(before, after);
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** Each word with the white space after it, so that the parts joined are the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+\s*/gu) ?? [];
}

function replaced(before: string, after: string): DiffPart[] {
  const removed: DiffPart = { kind: 'removed', text: before };
  const added: DiffPart = { kind: 'added', text: after };
  return [removed, added].filter(({ text }) => text !== '');
}
