import type { Overlap } from './overlap.ts';
import { RULE } from './story-rule.ts';
import { subjectOf } from './subject.ts';

/** Whether numbers, the subject or the length speak against one story. */
export function isContradicted(overlap: Overlap): boolean {
  if (isOtherNumbers(overlap) || isQuotation(overlap)) return true;
  const { kind, missing } = subjectOf(overlap);
  if (kind === 'met') return false;
  if (kind === 'unknown') return isUnlike(overlap);
  if (kind === 'exchanged') return isAboutTwo(overlap, missing);
  return isAboutOther(overlap, missing);
}

/** The same words with other numbers between them: another day's rates, another case. */
function isOtherNumbers(overlap: Overlap): boolean {
  const { sameNumbers, otherNumbers, knownNumbers, ownNumbers } = overlap;
  const known = knownNumbers / Math.max(knownNumbers + ownNumbers, 1);
  if (ownNumbers >= RULE.table && known < RULE.tableAgrees) return true;
  if (ownNumbers >= RULE.fewNumbers && sameNumbers < RULE.knownNumbers && known < RULE.numbersAgree)
    return true;
  return otherNumbers > 0 && sameNumbers / (sameNumbers + otherNumbers) < RULE.numbersAgree;
}

/** Texts that state no subject by which a form could be told from a copy. */
function isUnlike(overlap: Overlap): boolean {
  const { ofA, ofB, wordsOfA, wordsOfB } = overlap;
  if (overlap.shorter < RULE.shortWords) return Math.max(ofA, ofB) < RULE.whole;
  if (overlap.sameNumbers >= RULE.unknownNumbers) return false;
  return Math.max(ofA, ofB) < RULE.unknown || Math.max(wordsOfA, wordsOfB) < RULE.unknownWords;
}

/** Each text lacks words of the other's subject: two events, unless the rest is the same. */
function isAboutTwo(overlap: Overlap, missing: number): boolean {
  if (overlap.isForm || overlap.shorter < RULE.shortWords) return true;
  if (isNumberExchanged(overlap) || isOfOneForm(overlap)) return true;
  if (missing >= RULE.missing) return !hasOwnOpening(overlap);
  const { ofA, ofB } = overlap;
  if (overlap.sameNumbers >= RULE.knownNumbers && ofA + ofB >= RULE.carriedBoth) return false;
  return Math.max(ofA, ofB) < RULE.carried;
}

/** One text has its own headline and lead, in one piece; the rest and its numbers are shared. */
function hasOwnOpening(overlap: Overlap): boolean {
  const { ofA, ofB, sameNumbers, ownNumbers, subjectOfA, subjectOfB } = overlap;
  // Both name whom and what they are about, and it is not the same: two people by one form.
  if (Math.min(subjectOfA, subjectOfB) > RULE.newHeadline) return false;
  return ownNumbers === 0 && sameNumbers > 0 && ofA + ofB >= RULE.openingBoth;
}

/** One text lacks words of the other's subject. */
function isAboutOther(overlap: Overlap, missing: number): boolean {
  if (hasAllOfContained(overlap)) return false;
  if (overlap.shorter < RULE.shortWords) return true;
  const share = Math.max(overlap.ofA, overlap.ofB);
  if (missing <= RULE.oneMissing) return isNumberExchanged(overlap) || share < RULE.oneCarried;
  if (overlap.isForm || isOfOneForm(overlap)) return true;
  return share < carriedShare(overlap);
}

/** How much of a text is in the other one that lacks its subject: more where more than a lead is lost. */
const carriedShare = ({ lost }: Overlap): number =>
  lost > RULE.longestLead ? RULE.carried : RULE.leadCarried;

/**
 * Whether the texts differ by names all over the text, as texts of one form do, and not by a lead
 * of their own: fewer words differ than a lead has, or single words. Texts that share four numbers
 * in the same places, and long texts, are not taken for a form.
 */
function isOfOneForm(overlap: Overlap): boolean {
  const { sameNumbers, otherNumbers, shorter } = overlap;
  const share = Math.max(overlap.ofA, overlap.ofB);
  const isLead = overlap.lost >= RULE.lead;
  if (isLead && sameNumbers >= RULE.unknownNumbers && otherNumbers === 0) return false;
  if (shorter >= RULE.longWords && share >= RULE.carried) return false;
  return !isLead || isScattered(overlap);
}

/** Words of the subject and a number were exchanged, and beside them single words at most. */
const isNumberExchanged = (overlap: Overlap): boolean =>
  overlap.ownNumbers > 0 &&
  (overlap.lost < RULE.lead || (overlap.sameNumbers === 0 && isScattered(overlap)));

const isKnownByNumbers = ({ sameNumbers, ownNumbers }: Overlap): boolean =>
  sameNumbers > ownNumbers;

/** One text contains the whole of the other, its subject included. */
function hasAllOfContained(overlap: Overlap): boolean {
  const isAContained = overlap.ofA >= overlap.ofB;
  const missing = isAContained ? overlap.missA : overlap.missB;
  return missing === 0 && Math.max(overlap.ofA, overlap.ofB) >= RULE.whole;
}

/** Single words were exchanged all over the text, as the names are in texts of one form. */
function isScattered(overlap: Overlap): boolean {
  const runs = 1 - Math.max(overlap.ofA, overlap.ofB);
  const words = 1 - Math.max(overlap.wordsOfA, overlap.wordsOfB);
  return runs > words * (isKnownByNumbers(overlap) ? RULE.scattered : RULE.scatteredBare);
}

/** One text is a small part of the other, and the subjects differ. */
function isQuotation(overlap: Overlap): boolean {
  if (overlap.shorter >= overlap.longer * RULE.quoted) return false;
  const isAShorter = overlap.ofA >= overlap.ofB;
  const subject = isAShorter ? overlap.subjectOfB : overlap.subjectOfA;
  const missing = isAShorter ? overlap.missB : overlap.missA;
  return subject < RULE.subject || missing > RULE.quotedMissing;
}
