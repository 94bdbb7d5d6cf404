import type { StoryRole } from '../../record/story.ts';
import { isContradicted } from './contradiction.ts';
import type { Overlap } from './overlap.ts';
import { RULE } from './rule.ts';

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
