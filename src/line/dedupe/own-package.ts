import type { Overlap } from './overlap.ts';
import { RULE } from './story-rule.ts';

/**
 * A newsroom's own headline, lead and background around what it shares. Its headline says hardly
 * anything of the body, or nothing that the other text lacks, so that no two subjects are against each
 * other. What was lost was lost in one piece; the rest and the numbers in their places carry the join.
 */
export function isOwnPackage(overlap: Overlap): boolean {
  const { isForm, shorter, lost, sameNumbers, ownNumbers } = overlap;
  const isNumbered = sameNumbers >= RULE.unknownNumbers;
  if (isForm || shorter < RULE.shortWords) return false;
  if (lost < (isNumbered && ownNumbers === 0 ? RULE.shortLead : RULE.lead)) return false;
  if (ownNumbers > Math.max(sameNumbers, 1)) return false;
  const share = Math.max(overlap.ofA, overlap.ofB);
  if (hasTwoSubjects(overlap)) return isNumbered && share >= RULE.packageBoth;
  if (lost > RULE.longestLead) return share >= RULE.carried;
  if (sameNumbers === 0 || isOtherHeadline(overlap)) return share >= RULE.package;
  return share >= (ownNumbers === 0 ? RULE.contained : RULE.packageNumbered);
}

/** Both headlines say something of their text, if by a word less than a subject has. */
const isOtherHeadline = ({ subjectOfA, subjectOfB, missA, missB }: Overlap): boolean =>
  Math.min(subjectOfA, subjectOfB) >= RULE.newHeadline && Math.min(missA, missB) > 0;

/** Both headlines say what their text is about, and each text lacks some of the other's. */
const hasTwoSubjects = ({ subjectOfA, subjectOfB, missA, missB }: Overlap): boolean =>
  Math.min(subjectOfA, subjectOfB) > RULE.newHeadline && Math.min(missA, missB) > 0;
