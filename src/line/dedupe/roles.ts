import type { StoryMember } from '../../record/sketch.ts';
import type { StoryRole } from '../../record/story.ts';
import type { Overlap } from './overlap.ts';
import { RULE } from './story-rule.ts';

/**
 * The member from which the story's text comes: that of a news agency, else one that others credit,
 * else the earliest. Where their times are known, the order in which they were met does not matter.
 */
export function originOf(members: readonly StoryMember[]): StoryMember | undefined {
  const agencies = members.filter(({ isAgency }) => isAgency);
  const credits = new Set(members.map(({ credit }) => credit).filter((credit) => credit !== 0));
  const credited = members.filter(({ byline }) => credits.has(byline));
  const group = [agencies, credited, members].find(({ length }) => length > 0) ?? [];
  return group.reduce<StoryMember | undefined>(
    (best, member) => (isEarlier(member, best) ? member : best),
    undefined,
  );
}

/** By time, unknown times last; within one second by id, so that no order of arrival matters. */
function isEarlier(a: StoryMember, b: StoryMember | undefined): boolean {
  if (b === undefined) return true;
  if (a.time === 0 || b.time === 0) return a.time !== 0 && b.time === 0;
  return a.time === b.time ? a.id < b.id : a.time < b.time;
}

/** The role of text `b` towards the original `a`, by how much each contains of the other. */
export function roleOf({ ofA, ofB, wordsA, wordsB }: Overlap): Exclude<StoryRole, 'original'> {
  const ratio = wordsB / Math.max(wordsA, 1);
  // The original contains all of it and has more words: the text was abridged.
  if (ratio < RULE.abridged || (ratio < RULE.onlyAbridged && ofB >= RULE.whole)) return 'abridged';
  const isMuch = wordsB - wordsA >= RULE.expandedWords || ratio > RULE.muchExpanded;
  return ratio > RULE.expanded && isMuch && ofA > ofB ? 'expanded' : 'copy';
}

/** The share of the one text that the other has, whichever is greater, two decimals. */
export function similarityOf(overlap: Overlap): number {
  if (overlap.isIdentical) return 1;
  return Math.floor(Math.max(overlap.ofA, overlap.ofB) * 100) / 100;
}
