import type { Document } from './document.ts';
import { inPageBlocks } from './in-page-link.ts';
import { isTitle } from './linked-title.ts';
import type { Region } from './region.ts';

/** Posts in full from which a page is an index of them, and the share of its text that they hold. */
const LEAST_POSTS = 3;
const POSTS_SHARE = 0.6;

/** Running text of a post, in UTF-16 units: an item of a list holds less. */
const POST_LENGTH = 150;

/** True for whole posts one after the other, each under its linked title in an element of its own. */
export function isPostIndex(document: Document): boolean {
  const inPage = inPageBlocks(document);
  const total = document.textBefore.at(-1) ?? 0;
  const byMake = new Map<string, Region[]>();
  for (const region of document.regions) {
    if (inPage.has(region.from) || !isPost(document, region)) continue;
    const make = `${region.parent} ${region.element.name} ${region.element.attribs.class ?? ''}`;
    byMake.set(make, [...(byMake.get(make) ?? []), region]);
  }
  return [...byMake.values()].some((posts) => {
    const own = posts.reduce((sum, post) => sum + lengthOf(document, post), 0);
    return posts.length >= LEAST_POSTS && own >= POSTS_SHARE * total;
  });
}

const lengthOf = ({ textBefore }: Document, { from, to }: Region): number =>
  (textBefore[to] ?? 0) - (textBefore[from] ?? 0);

/** An element that begins with a linked title and goes on with text. */
function isPost(document: Document, region: Region): boolean {
  const { blocks } = document;
  const first = blocks[region.from];
  if (!first || region.to - region.from < 2 || first.linkShare < 0.8) return false;
  return isTitle(first) && lengthOf(document, region) >= POST_LENGTH;
}
