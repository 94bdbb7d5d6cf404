import type { Document } from '../document.ts';
import type { Block } from '../region.ts';
import type { RemovalRule } from './removal-rule.ts';

/** Blocks of a card at most: section, title, teaser, date. */
const CARD_BLOCKS = 4;

/** Longest teaser, in words. */
const MAX_WORDS = 45;

/** What a card says of another article, behind its linked title. */
export const teaserReason: RemovalRule = ({ block, facts: { document } }) => {
  const title = document.blocks[block.index - 1];
  if (title?.kind !== 'heading' || title.tag === 'h1') return undefined;
  return isCardText(document, block) ? 'the teaser of another article' : undefined;
};

/** True right behind the linked title of another article, in one small box with it. */
export function isCardText({ blocks, regions }: Document, block: Block): boolean {
  const title = blocks[block.index - 1];
  if (!title || block.words > MAX_WORDS || title.linkShare < 0.8 || title.words < 4) return false;
  const own = regions[title.region];
  // A link is no region: its box may hold the title directly.
  const card = own && own.to - own.from > 1 ? own : regions[own?.parent ?? -1];
  return card !== undefined && card.to - card.from <= CARD_BLOCKS && block.index < card.to;
}
