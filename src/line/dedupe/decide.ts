import { isContradicted } from './contradiction.ts';
import { type Overlap, overlapOf, sharedRuns } from './overlap.ts';
import type { SlotText } from './sketch-layout.ts';
import { RULE } from './story-rule.ts';
import { subjectOf } from './subject.ts';

/** Whether two texts tell one story. The same in either order of the texts. */
function isOneStory(overlap: Overlap): boolean {
  if (overlap.days > RULE.days) return false;
  if (overlap.isRoundUp) return Math.min(overlap.ofA, overlap.ofB) >= RULE.collected;
  return isAlike(overlap) && !isContradicted(overlap);
}

/**
 * How far two texts agree where they tell one story; undefined where they tell two. Most candidates
 * share so little in a row that nothing else of them is compared: every way to be alike asks for more.
 */
export function sameStoryOverlap(a: SlotText, b: SlotText): Overlap | undefined {
  if (sharedRuns(a, b) < RULE.exchanged) return undefined;
  const overlap = overlapOf(a, b);
  return isOneStory(overlap) ? overlap : undefined;
}

/** Whether enough is shared, whatever speaks against it. */
function isAlike(overlap: Overlap): boolean {
  const share = Math.max(overlap.ofA, overlap.ofB);
  const ratio = overlap.longer === 0 ? 1 : overlap.shorter / overlap.longer;
  if (ratio < RULE.quoted) return share >= RULE.quotedShare;
  if (ratio < RULE.part) return share >= RULE.partShare;
  if (share >= RULE.contained) return true;
  if (share >= RULE.containedKnown && isKnown(overlap)) return true;
  const words = Math.max(overlap.wordsOfA, overlap.wordsOfB);
  return share >= RULE.exchanged && words >= RULE.exchangedWords;
}

/** Numbers in their places, or a subject that is met, of more words than any two texts share. */
const isKnown = (overlap: Overlap): boolean =>
  overlap.sameNumbers >= RULE.knownNumbers ||
  (Math.max(overlap.subjectOfA, overlap.subjectOfB) > RULE.newHeadline &&
    subjectOf(overlap).kind === 'met');
