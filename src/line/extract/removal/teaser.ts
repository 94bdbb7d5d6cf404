import type { RemovalRule } from './rule.ts';

/** Blocks of a card at most: section, title, teaser, date. */
const CARD_BLOCKS = 4;

/** Longest teaser, in words. */
const MAX_WORDS = 45;

/** What a card says of another article, behind its linked title. */
export const teaserReason: RemovalRule = ({ block, clues: { document } }) => {
  const title = document.blocks[block.index - 1];
  if (!title || block.words > MAX_WORDS || title.linkShare < 0.8 || title.words < 4)
    return undefined;
  if (!/^h[2-6]$/.test(title.tag)) return undefined;
  const card = document.regions[document.regions[title.region]?.parent ?? -1];
  if (!card || card.to - card.from > CARD_BLOCKS || block.index >= card.to) return undefined;
  return 'the teaser of another article';
};
