import { SelectorCostError } from '../../errors.ts';
import { articleSelectors, type SelectorMatches } from '../../record/named-selectors.ts';
import type { ArticleRules } from '../../record/source-rules.ts';
import type { Document } from './document.ts';
import { selectElements } from './given.ts';

/**
 * Which selectors of a source's file find something on a page. Where they find nothing the reader goes
 * on by itself, so that the reading alone does not show it. Those too costly to tell are left out.
 */
export function ruleMatches(
  { root }: Pick<Document, 'root'>,
  rules: Partial<ArticleRules>,
): SelectorMatches {
  const found = articleSelectors(rules).flatMap(({ name, selectors }) => {
    try {
      return [[name, selectors.some((one) => selectElements(root, one).length > 0)] as const];
    } catch (error) {
      if (error instanceof SelectorCostError) return [];
      throw error;
    }
  });
  return Object.fromEntries(found);
}
