import { matchKey } from '../../../arabic/key.ts';
import { isBoilerplate } from '../boilerplate.ts';
import type { RemovalRule } from './removal-rule.ts';

/** The headline again, and what the site's other articles hold too. */
export const repeatReason: RemovalRule = ({ facts, block, key, headline }) => {
  if (block.index === headline) return 'the headline';
  if (headline !== undefined && block.index < headline) return 'above the headline';
  if (isBoilerplate(facts.context.boilerplate, block.text)) return 'recurs on the site';
  const own = headline === undefined ? undefined : facts.document.blocks[headline];
  if (own?.tag === 'h1' && block.tag === 'h1' && block.index === own.index + 1)
    return 'the second line of the headline';
  if (own && block.text.length < own.text.length * 1.2 && key() === matchKey(own.text))
    return 'repeats the headline';
  return undefined;
};
