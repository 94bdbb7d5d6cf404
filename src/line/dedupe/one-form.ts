import type { Overlap } from './overlap.ts';
import { RULE } from './story-rule.ts';
import { subjectOf } from './subject.ts';

/** Texts by one form that share neither most runs, nor most words, nor a whole subject. */
export function isHardlyOneForm(overlap: Overlap): boolean {
  const { ofA, ofB, wordsOfA, wordsOfB, subjectOfA, subjectOfB } = overlap;
  if (Math.max(ofA, ofB) >= RULE.unknown || Math.max(wordsOfA, wordsOfB) >= RULE.formWords)
    return false;
  const isMet = subjectOf(overlap).kind === 'met';
  return !isMet || Math.max(subjectOfA, subjectOfB) <= RULE.newHeadline;
}

/**
 * Whether the texts differ by names all over the text, as texts of one form do, and not by a lead
 * of their own: fewer words differ than a lead has, or single words. Texts that share four numbers
 * in the same places, and long texts, are not taken for a form.
 */
export function isOfOneForm(overlap: Overlap): boolean {
  const { sameNumbers, otherNumbers, shorter } = overlap;
  const share = Math.max(overlap.ofA, overlap.ofB);
  const isLead = overlap.lost >= RULE.lead;
  if (isLead && sameNumbers >= RULE.unknownNumbers && otherNumbers === 0) return false;
  if (shorter >= RULE.longWords && share >= RULE.carried) return false;
  return !isLead || isScattered(overlap);
}

/** Words of the subject and a number were exchanged, and beside them single words at most. */
export const isNumberExchanged = (overlap: Overlap): boolean =>
  overlap.ownNumbers > 0 &&
  (overlap.lost < RULE.lead || (overlap.sameNumbers === 0 && isScattered(overlap)));

const isKnownByNumbers = ({ sameNumbers, ownNumbers }: Overlap): boolean =>
  sameNumbers > ownNumbers;

/** Single words were exchanged all over the text, as the names are in texts of one form. */
function isScattered(overlap: Overlap): boolean {
  const runs = 1 - Math.max(overlap.ofA, overlap.ofB);
  const words = 1 - Math.max(overlap.wordsOfA, overlap.wordsOfB);
  return runs > words * (isKnownByNumbers(overlap) ? RULE.scattered : RULE.scatteredBare);
}
