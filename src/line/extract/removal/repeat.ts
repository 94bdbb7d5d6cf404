import { matchKey } from '../../../arabic/key.ts';
import { isFurniture } from '../furniture.ts';
import type { RemovalRule } from './rule.ts';

/** The headline again, and what the site's other articles hold too. */
export const repeatReason: RemovalRule = ({ clues, block, key, headline }) => {
  if (block.index === headline) return 'the headline';
  if (headline !== undefined && block.index < headline) return 'above the headline';
  if (isFurniture(clues.context.furniture, block.text)) return 'recurs on the site';
  const own = headline === undefined ? undefined : clues.document.blocks[headline];
  if (own && block.text.length < own.text.length * 1.2 && key() === matchKey(own.text))
    return 'repeats the headline';
  return undefined;
};
