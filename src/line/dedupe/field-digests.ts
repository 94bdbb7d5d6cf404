import { matchKey } from '../../arabic/key.ts';
import type { ArticleDraft } from '../../record/article.ts';
import { comparableOf, NEWS_FIELDS } from '../../record/fields.ts';
import { digest } from './digest.ts';
import { withoutFleeting } from './fleeting.ts';

/** The form of a text that is compared; a caller that has keys already hands them in. */
export type Key = (text: string) => string;

/** A digest for each compared field that the draft has, by `comparable` of the table of fields. */
export function fieldDigests(draft: ArticleDraft, key: Key = matchKey): Record<string, string> {
  // Spelling and punctuation that the match key folds is no correction; words and digits are.
  const settle = (text: string): string => key(withoutFleeting(text));
  const digests: Record<string, string> = {};
  for (const name of NEWS_FIELDS) {
    const value = comparableOf(draft, name, settle);
    if (value !== undefined && value !== '') digests[name] = digest(value);
  }
  return digests;
}
