import type { Overlap } from './overlap.ts';
import { RULE } from './rule.ts';

/** Whether numbers, their order, subject or length speak against one story. */
export function isContradicted(overlap: Overlap, share: number): boolean {
  if (isAboutOther(overlap, share)) return true;
  return isOtherNumbers(overlap, share) || isOtherOrder(overlap, share) || isQuotation(overlap);
}

/** A short subject says little: it can contradict only where little else agrees. */
function isAboutOther(overlap: Overlap, share: number): boolean {
  if (hasKnownNumbers(overlap, share)) return false;
  if (share < RULE.ownShare && lacksSubject(overlap)) return true;
  if (overlap.missFirst === 0 || overlap.missNew === 0) return false;
  if (Math.max(overlap.missFirst, overlap.missNew) < RULE.missing) return false;
  const words = Math.min(overlap.subjectOfFirst, overlap.subjectOfNew);
  return words >= RULE.subject || share < RULE.contained;
}

/** One lacks half of the other's subject, or each lacks all of the other's. */
function lacksSubject(overlap: Overlap): boolean {
  const { missFirst, missNew, subjectOfFirst, subjectOfNew } = overlap;
  if (missFirst === 1000 && missNew === 1000) return true;
  if (subjectOfFirst >= RULE.subject && missFirst >= RULE.ownSubject) return true;
  return subjectOfNew >= RULE.subject && missNew >= RULE.ownSubject;
}

function hasKnownNumbers(overlap: Overlap, share: number): boolean {
  if (share < RULE.knownShare || overlap.numbersFewer < RULE.knownNumbers) return false;
  return Math.min(overlap.numbersOfFirst, overlap.numbersOfNew) >= RULE.ofKnownNumbers;
}

function isOtherNumbers(overlap: Overlap, share: number): boolean {
  if (overlap.numbersFewer === 1 && share >= RULE.loneNumber) return false;
  const agreed = Math.max(overlap.numbersOfFirst, overlap.numbersOfNew);
  if (overlap.numbersFewer < RULE.fewNumbers) return agreed < RULE.ofFewNumbers;
  return agreed < (overlap.numbersFewer < RULE.manyNumbers ? RULE.numbers : RULE.ofManyNumbers);
}

/** A table with the same numbers in other places is another day's or another city's. */
function isOtherOrder(overlap: Overlap, share: number): boolean {
  if (share >= RULE.whole || overlap.numbersFewer < RULE.pairsFrom) return false;
  return overlap.pairs < RULE.pairs;
}

/** One is a small part of the other, or shares with it what both took from elsewhere. */
function isQuotation(overlap: Overlap): boolean {
  const { ratio } = overlap;
  if (ratio < RULE.part) {
    const subject = { words: overlap.subjectOfFirst, missing: overlap.missFirst };
    return isLoosePart({ ratio, share: overlap.ofNew, subject });
  }
  if (ratio <= 1_000_000 / RULE.part) return false;
  const subject = { words: overlap.subjectOfNew, missing: overlap.missNew };
  return isLoosePart({ ratio: 1_000_000 / ratio, share: overlap.ofFirst, subject });
}

/** `share` is of the shorter text, `subject` that of the longer one. */
function isLoosePart(part: {
  ratio: number;
  share: number;
  subject: { words: number; missing: number };
}): boolean {
  if (part.share < RULE.partShare || part.subject.words === 0) return true;
  if (part.ratio >= RULE.quoted) return false;
  return part.share < RULE.quotedShare || part.subject.missing >= RULE.missing;
}
