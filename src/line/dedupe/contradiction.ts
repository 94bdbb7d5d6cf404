import { isHardlyOneForm, isNumberExchanged, isOfOneForm } from './one-form.ts';
import type { Overlap } from './overlap.ts';
import { isOwnPackage } from './own-package.ts';
import { RULE } from './story-rule.ts';
import { subjectOf } from './subject.ts';

/** Whether numbers, the subject or the length speak against one story. */
export function isContradicted(overlap: Overlap): boolean {
  if (isOtherNumbers(overlap) || isQuotation(overlap)) return true;
  if (overlap.isForm && isHardlyOneForm(overlap)) return true;
  if (isOwnPackage(overlap)) return false;
  const { kind, missing } = subjectOf(overlap);
  if (kind === 'met') return isMetByChance(overlap);
  if (kind === 'unknown') return isUnlike(overlap);
  if (kind === 'exchanged') return isAboutTwo(overlap, missing);
  return isAboutOther(overlap, missing);
}

/** Any text has a few words of a subject: that a short text has three of them proves nothing. */
function isMetByChance(overlap: Overlap): boolean {
  if (Math.max(overlap.subjectOfA, overlap.subjectOfB) > RULE.newHeadline) return false;
  return overlap.shorter < RULE.shortWords && Math.max(overlap.ofA, overlap.ofB) < RULE.unknown;
}

/** The same words with other numbers between them: rates of another day, another case. */
function isOtherNumbers(overlap: Overlap): boolean {
  const { sameNumbers, otherNumbers, knownNumbers, ownNumbers } = overlap;
  const known = knownNumbers / Math.max(knownNumbers + ownNumbers, 1);
  if (ownNumbers >= RULE.table && known < RULE.tableAgrees) return true;
  if (overlap.isForm && ownNumbers >= RULE.knownNumbers && known < RULE.numbersAgree) return true;
  if (ownNumbers >= RULE.fewNumbers && sameNumbers < RULE.knownNumbers && known < RULE.numbersAgree)
    return true;
  return otherNumbers > 0 && sameNumbers / (sameNumbers + otherNumbers) < RULE.numbersAgree;
}

/** Texts that state no subject by which a form could be told from a copy. */
function isUnlike(overlap: Overlap): boolean {
  const { ofA, ofB, wordsOfA, wordsOfB } = overlap;
  if (Math.max(ofA, ofB) >= RULE.whole) return false;
  if (overlap.shorter < RULE.shortWords) return true;
  if (overlap.sameNumbers >= RULE.unknownNumbers) return false;
  if (overlap.isForm && Math.max(ofA, ofB) < RULE.formUnknown) return true;
  return Math.max(ofA, ofB) < RULE.unknown || Math.max(wordsOfA, wordsOfB) < RULE.unknownWords;
}

/** Each text lacks words of the other's subject: two events, unless the rest is the same. */
function isAboutTwo(overlap: Overlap, missing: number): boolean {
  if (overlap.isForm || overlap.shorter < RULE.shortWords) return true;
  if (isNumberExchanged(overlap) || isOfOneForm(overlap)) return true;
  if (missing >= RULE.missing) return !hasOwnOpening(overlap);
  const { ofA, ofB, sameNumbers } = overlap;
  const isBare = sameNumbers === 0 || isFullyOther(overlap);
  if (sameNumbers >= RULE.knownNumbers && !isBare && ofA + ofB >= RULE.carriedBoth) return false;
  return Math.max(ofA, ofB) < (isBare ? RULE.carriedBare : RULE.carried);
}

/** Both headlines say what their text is about, and of one of them the other text has hardly a word. */
const isFullyOther = ({ subjectOfA, subjectOfB, missA, missB }: Overlap): boolean =>
  Math.min(subjectOfA, subjectOfB) > RULE.newHeadline && Math.max(missA, missB) >= RULE.newMissing;

/** One text has its own headline and lead, in one piece; the rest and its numbers are shared. */
function hasOwnOpening(overlap: Overlap): boolean {
  const { ofA, ofB, sameNumbers, ownNumbers, subjectOfA, subjectOfB } = overlap;
  // Both state a subject, and not the same one: two people in texts of one form.
  if (Math.min(subjectOfA, subjectOfB) > RULE.newHeadline) return false;
  return ownNumbers === 0 && sameNumbers > 0 && ofA + ofB >= RULE.openingBoth;
}

/** One text lacks words of the other's subject. */
function isAboutOther(overlap: Overlap, missing: number): boolean {
  if (hasAllOfContained(overlap)) return false;
  if (overlap.shorter < RULE.shortWords) return true;
  const share = Math.max(overlap.ofA, overlap.ofB);
  if (missing <= RULE.oneMissing) {
    const isLong = overlap.lost > RULE.longestLead && !hasMostWords(overlap);
    return isNumberExchanged(overlap) || share < (isLong ? RULE.carried : RULE.oneCarried);
  }
  if (overlap.isForm || isOfOneForm(overlap)) return true;
  return share < carriedShare(overlap);
}

/** Single words were exchanged rather than passages. */
const hasMostWords = ({ wordsOfA, wordsOfB }: Overlap): boolean =>
  Math.max(wordsOfA, wordsOfB) >= RULE.exchangedWords;

/** How much must be shared with a text that lacks the subject: more where more than a lead is missing. */
const carriedShare = ({ lost, sameNumbers }: Overlap): number => {
  if (lost > RULE.longestLead) return RULE.carried;
  return sameNumbers > 0 ? RULE.leadCarried : RULE.package;
};

/** One text contains the whole of the other, its subject included. */
function hasAllOfContained(overlap: Overlap): boolean {
  const isAContained = overlap.ofA >= overlap.ofB;
  const missing = isAContained ? overlap.missA : overlap.missB;
  const subject = isAContained ? overlap.subjectOfA : overlap.subjectOfB;
  const isKnown = subject >= RULE.subject || overlap.sameNumbers >= RULE.unknownNumbers;
  if (overlap.isForm && !isKnown) return false;
  return missing === 0 && Math.max(overlap.ofA, overlap.ofB) >= RULE.whole;
}

/** One text is a small part of the other, and the subjects differ. */
function isQuotation(overlap: Overlap): boolean {
  if (overlap.shorter >= overlap.longer * RULE.quoted) return false;
  const isAShorter = overlap.ofA >= overlap.ofB;
  const subject = isAShorter ? overlap.subjectOfB : overlap.subjectOfA;
  const missing = isAShorter ? overlap.missB : overlap.missA;
  return subject < RULE.subject || missing > RULE.quotedMissing;
}
