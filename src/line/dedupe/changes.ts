import type { ArticleDraft } from '../../record/article.ts';
import { fieldDigests } from './field-digests.ts';

/**
 * The names of the fields that differ between two observations of an article, in the record's order.
 * Spelling that the match key folds, boilerplate, counters and relative times don't count.
 */
export function changedFields(before: ArticleDraft, after: ArticleDraft): string[] {
  const was = fieldDigests(before);
  const is = fieldDigests(after);
  const fields = new Set([...Object.keys(is), ...Object.keys(was)]);
  return [...fields].filter((field) => was[field] !== is[field]);
}
