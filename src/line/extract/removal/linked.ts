import type { Document } from '../document.ts';
import type { Block, Region } from '../region.ts';

/** Share of link text from which a region is a list of links. */
const LINKED = 0.6;

/** Most words of a teaser beside the links of its box: a date, a section, a count. */
const TEASER_WORDS = 12;

/** Regions among the given blocks that are lists of links: reason by block. */
export function linkedRegions(
  document: Document,
  place: readonly number[],
): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  const inPlace = new Set(place);
  const most = place.length * 0.5;
  for (const region of document.regions) {
    if (!inPlace.has(region.from) || region.to === region.from) continue;
    const blocks = document.blocks.slice(region.from, region.to);
    if (blocks.length > Math.max(2, most) || !isLinked(region, blocks)) continue;
    for (const block of blocks) reasons.set(block.index, 'a list of links');
  }
  return reasons;
}

function isLinked(region: Region, blocks: readonly Block[]): boolean {
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const linked = blocks.reduce((sum, { text, linkShare }) => sum + text.length * linkShare, 0);
  if (linked / length < LINKED) return false;
  const [only] = blocks;
  // A sentence that someone linked as a whole is text.
  if (blocks.length === 1 && only && only.words > 8 && only.endsSentence) return false;
  return (
    blocks.every(({ linkShare, words }) => linkShare > 0.5 || words <= TEASER_WORDS) ||
    region.depth < 0
  );
}
