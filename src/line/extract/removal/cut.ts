import { selectElements, toList } from '../given.ts';
import type { PageFacts } from '../page-facts.ts';

/** Blocks inside what the source file or the crawler cuts out of the text: reason by block. */
export function cutBlocks(facts: PageFacts): ReadonlyMap<number, string> {
  const { document, crawler, context } = facts;
  const places: readonly (readonly [string, readonly string[]])[] = [
    ['cut by the source', toList(context.source?.article?.remove)],
    [`cut by ${crawler?.name ?? ''}`, crawler?.article?.remove ?? []],
  ];
  const cut = new Map(
    places.flatMap(([reason, selectors]) =>
      // One selector for all: each one asked costs a walk over the page.
      (selectors.length > 0 ? selectElements(document.root, selectors.join(', ')) : []).map(
        (element) => [element, reason] as const,
      ),
    ),
  );
  const reasons = new Map<number, string>();
  if (cut.size === 0) return reasons;
  for (const { element, from, to } of document.regions) {
    const reason = cut.get(element);
    if (reason === undefined) continue;
    for (let index = from; index < to; index += 1) reasons.set(index, reason);
  }
  return reasons;
}
