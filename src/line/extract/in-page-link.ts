import type { Document } from './document.ts';

/** Indices of the blocks whose links lead to a place on the page itself: they name no other article. */
export function inPageBlocks({ links }: Document): ReadonlySet<number> {
  const inPage = links.filter(({ element }) => element.attribs.href?.startsWith('#'));
  return new Set(inPage.map(({ block }) => block));
}
