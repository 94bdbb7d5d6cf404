import type { Document } from '../document.ts';
import { innerText } from '../metadata.ts';

/** What a link that leads past a box says first. */
const SKIPS = /^\s*(?:تخط[ىي]?|تجاوز|انتقل|skip)(?:\s|$)/i;

/** Longest box that is passed over, in blocks; a link past the whole text leads to the comments. */
const MAX_BLOCKS = 40;

/**
 * Boxes that the page itself leads its readers past (WCAG 2, technique G123): `تخطى قصص مقترحة
 * وواصل القراءة` links to the line behind the box. Reason by block.
 */
export function skippedBlocks(
  { links, regions }: Document,
  place: readonly number[],
): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  const [first = 0, last = -1] = [place[0], place.at(-1)];
  for (const { element, block } of links) {
    const { href = '' } = element.attribs;
    if (!href.startsWith('#') || block < first || block > last) continue;
    if (!SKIPS.test(innerText(element))) continue;
    const target = regions.find((region) => region.element.attribs.id === href.slice(1));
    if (!target || target.from < block || target.to - block > MAX_BLOCKS) continue;
    for (let index = block; index < target.to; index += 1)
      reasons.set(index, 'passed over by a link of the page');
  }
  return reasons;
}
