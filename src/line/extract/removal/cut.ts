import type { Clues } from '../clues.ts';
import { selectElements, toList } from '../given.ts';

/** Blocks inside what the source file or the crawler cuts out of the text: reason by block. */
export function cutBlocks(clues: Clues): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  const selectors = [
    ...toList(clues.context.source?.article?.remove),
    ...(clues.crawler?.article?.remove ?? []),
  ];
  if (selectors.length === 0) return reasons;
  const cut = new Map(
    selectors.flatMap((selector) =>
      selectElements(clues.document.query(), selector).map(
        (element) => [element, selector] as const,
      ),
    ),
  );
  for (const { element, from, to } of clues.document.regions) {
    const selector = cut.get(element);
    if (selector === undefined) continue;
    for (let index = from; index < to; index += 1) reasons.set(index, `cut by ${selector}`);
  }
  return reasons;
}
