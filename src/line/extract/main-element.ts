import { type Element, isTag, type ParentNode } from 'domhandler';
import type { PageView } from './page-view.ts';

/** Most elements that are looked at around headline and text. */
const MOST_ELEMENTS = 3_000;

/** Deepest nesting that is followed: pages are bounded so, too. */
const MAX_DEPTH = 250;

/** How many elements around headline and text are of a kind, buttons and answers among them, which are no blocks. */
export function countAround(
  { facts: { document }, headlineBlock, kept }: PageView,
  isOfKind: (element: Element) => boolean,
): number {
  const last = kept.at(-1)?.index ?? 0;
  const first = Math.min(headlineBlock ?? last, kept[0]?.index ?? 0);
  let region = document.regions[document.blocks[first]?.region ?? -1];
  while (region && region.to <= last) region = document.regions[region.parent];
  let left = MOST_ELEMENTS;
  const countIn = (parent: ParentNode, depth: number): number => {
    let count = 0;
    for (const child of parent.children) {
      if (!isTag(child) || left <= 0 || depth > MAX_DEPTH) continue;
      left -= 1;
      count += Number(isOfKind(child)) + countIn(child, depth + 1);
    }
    return count;
  };
  return region ? countIn(region.element, 0) : 0;
}
