import type { StoryRole } from '../../record/story.ts';
import type { Overlap } from './overlap.ts';
import { SHORT_WORDS } from './story-text.ts';

/**
 * The rule by which a new text joins a story, or opens one. `scripts/decide.lua` states the same
 * rule for the atomic step; a property test holds both together. All shares in thousandths. The
 * numbers were set on generated newsdays (`npm run bench -- copies`) and are checked on others.
 */
const RULE = {
  /** From this share of index entries that six stories have, a text is written by form. */
  templated: 300,
  /** Below this many words form and chance cannot be told apart by shingles. */
  shortWords: SHORT_WORDS,
  /** Texts by form: of nearly one day, nearly identical, every number and the subject agree. */
  formDays: 2,
  formShare: 600,
  formPairs: 800,
  formMissing: 250,
  /** A subject of fewer words is chance: a new headline shares some word with any body. */
  subject: 3,
  /**
   * Other texts: the share of the numbers that must agree. Of few, half may be a lead's; of many,
   * which are a table, some agree by chance (temperatures, minutes).
   */
  fewNumbers: 4,
  ofFewNumbers: 500,
  numbers: 600,
  manyNumbers: 8,
  ofManyNumbers: 750,
  /** Six numbers and more must agree in their order too, unless all else does. */
  pairs: 500,
  pairsFrom: 6,
  /** Both lack some of the other's subject, one of them this share: they are about two things. */
  missing: 400,
  /** Half of a subject missing on one side, where less than this is shared, says the same. */
  ownSubject: 500,
  ownShare: 800,
  /** Four numbers that agree on both sides outweigh another subject: a lead of one's own. */
  knownShare: 700,
  knownNumbers: 4,
  ofKnownNumbers: 600,
  /** Above it one number may be another: that of a lead of one's own. */
  loneNumber: 800,
  /** From this share on the order of numbers cannot contradict: paragraphs were moved. */
  whole: 850,
  /** One text is contained in the other. */
  contained: 600,
  /**
   * Both shares together, for texts of like length: a short text quoted in a later one of its
   * subject has two thirds of it there, but makes up little of the later one.
   */
  bothShares: 1150,
  /** Less is shared in a row, but most single words are: words or sentences were exchanged. */
  exchanged: 220,
  exchangedWords: 660,
  /**
   * A text of fewer words than this for a thousand of the other is a part of it, or made of parts
   * of several: this much of it must be in the other.
   */
  part: 600,
  partShare: 750,
  /** Of fewer still, it is a quotation unless nearly all of it is there and the subject is too. */
  quoted: 400,
  quotedShare: 850,
  /** Made of pieces of several stories: it joins only what is the same collection. */
  collected: 800,
  /** Between these a copy is neither abridged nor expanded. */
  abridged: 820,
  expanded: 1250,
  /** Stories are joined within 30 days. */
  days: 30,
} as const;

/** What is known of a text beside its overlap with a candidate. */
export interface TextForm {
  /** Share of its index entries that six stories or more have. */
  readonly templated: number;
  /** Words of the shorter of both bodies. */
  readonly words: number;
  /** Whether either text is made of pieces of several stories. */
  readonly isRoundUp: boolean;
}

/** The strength with which the new text belongs to the candidate's story; 0 where it does not. */
export function strengthOf(overlap: Overlap, form: TextForm): number {
  if (overlap.days > RULE.days) return 0;
  if (form.isRoundUp) return collectedStrength(overlap);
  if (form.words < RULE.shortWords) return isOneNameOff(overlap) ? 0 : formStrength(overlap);
  if (form.templated < RULE.templated) return freeStrength(overlap);
  return isOtherSubject(overlap) ? 0 : formStrength(overlap);
}

/** In a short text one name exchanged for another makes another story. */
const isOneNameOff = (overlap: Overlap): boolean => overlap.missFirst > 0 && overlap.missNew > 0;

/** By the subject of the text that is contained, or of the other where that one states none. */
function isOtherSubject(overlap: Overlap): boolean {
  if (Math.max(overlap.subjectOfFirst, overlap.subjectOfNew) < RULE.subject) return false;
  const { missFirst, missNew } = overlap;
  if (missFirst > 0 && missNew > 0) return Math.max(missFirst, missNew) >= RULE.formMissing;
  const isFirstContained = overlap.ofFirst >= overlap.ofNew;
  const own = isFirstContained ? overlap.subjectOfFirst : overlap.subjectOfNew;
  const isByFirst = isFirstContained === own >= RULE.subject;
  return (isByFirst ? missFirst : missNew) >= RULE.formMissing;
}

/** Texts by form, and short ones: all numbers of the one that is contained are in the other. */
function formStrength(overlap: Overlap): number {
  const share = Math.max(overlap.ofFirst, overlap.ofNew);
  if (overlap.days > RULE.formDays || share < RULE.formShare) return 0;
  if (overlap.pairs < RULE.formPairs) return 0;
  const isFirstContained = overlap.ofFirst >= overlap.ofNew;
  return (isFirstContained ? overlap.numbersOfFirst : overlap.numbersOfNew) < 1000 ? 0 : share;
}

function collectedStrength(overlap: Overlap): number {
  const share = Math.min(overlap.ofFirst, overlap.ofNew);
  return share >= RULE.collected ? share : 0;
}

function freeStrength(overlap: Overlap): number {
  const share = Math.max(overlap.ofFirst, overlap.ofNew);
  if (isContradicted(overlap, share)) return 0;
  if (isContained(overlap, share)) return share;
  const words = Math.max(overlap.wordsOfFirst, overlap.wordsOfNew);
  return share >= RULE.exchanged && words >= RULE.exchangedWords ? share : 0;
}

function isContained({ ratio, ofFirst, ofNew }: Overlap, share: number): boolean {
  if (share < RULE.contained) return false;
  if (ratio < RULE.part || ratio > 1_000_000 / RULE.part) return true;
  return ofFirst + ofNew >= RULE.bothShares;
}

/** Whether numbers, their order, subject or length speak against one story. */
function isContradicted(overlap: Overlap, share: number): boolean {
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

/** What the new text is to the first text of its story. */
export function roleOf(overlap: Overlap): Exclude<StoryRole, 'original'> {
  if (overlap.ratio < RULE.abridged) return 'abridged';
  return overlap.ratio > RULE.expanded ? 'expanded' : 'copy';
}

/** The share of the shorter text that the longer one has, 0 to 1, two decimals. */
export function similarityOf(overlap: Overlap): number {
  if (overlap.identical) return 1;
  return Math.floor(Math.max(overlap.ofFirst, overlap.ofNew) / 10) / 100;
}
