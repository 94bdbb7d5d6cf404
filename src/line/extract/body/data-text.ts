import { textsIn } from '../json-ld.ts';
import { parseMarkup } from '../markup-text.ts';
import type { PageFacts } from '../page-facts.ts';

/** The page's own text is replaced where it is shorter than this share of the one in the data. */
const SHARE = 0.5;

/** Shortest text in the data that replaces, in UTF-16 units: below stands a description. */
const LEAST = 120;

/**
 * The text that structured data or the page's state carry, where the page itself shows less than
 * half of it. Not on a page that says it is not free: what it hides stays hidden.
 */
export function findDataText(facts: PageFacts, shown: number): readonly string[] | undefined {
  const free = facts.article?.isAccessibleForFree;
  if (free === false || /^false$/i.test(String(free))) return undefined;
  const paragraphs = textsIn(facts.article?.articleBody).flatMap(parseMarkup);
  const length = paragraphs.join('').length;
  return length >= LEAST && shown < length * SHARE ? paragraphs : undefined;
}
