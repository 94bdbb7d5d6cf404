import { AGAINST, WEAK } from '../body/mass.ts';
import { BIT } from '../signal.ts';
import type { Signal } from '../signal-words.ts';
import type { RemovalRule } from './removal-rule.ts';

/** From this mass a block is a paragraph that a weak signal does not take away. */
const PARAGRAPH_MASS = 250;

/**
 * What class, id, tag or role of a region around the block say. Page builders call every part of the
 * text a widget: that alone takes no unlinked text away.
 */
export const signalReason: RemovalRule = ({ signals, block, isLead }) => {
  const against = signals & AGAINST;
  if (against === 0) return undefined;
  if ((against & ~WEAK) === 0 && (block.mass > PARAGRAPH_MASS || isLead)) return undefined;
  if (against === BIT.sidebar && block.linkShare === 0) return undefined;
  return `inside ${namesOf(against)}`;
};

function namesOf(mask: number): string {
  const names = Object.keys(BIT) as Signal[];
  return names.filter((name) => mask & BIT[name]).join(', ');
}
