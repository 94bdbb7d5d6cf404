import type { StoryMember } from '../../record/sketch.ts';
import type { StoryRole } from '../../record/story.ts';
import type { Overlap } from './overlap.ts';
import { RULE } from './story-rule.ts';

/**
 * The member that the story's text comes from: a news agency's own, else one that others credit, else
 * the earliest. The same for any order in which they were met, where their times are known.
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

/** By time, the unknown last; of one second the lower id, so that no order of arrival decides. */
function isEarlier(a: StoryMember, b: StoryMember | undefined): boolean {
  if (b === undefined) return true;
  if (a.time === 0 || b.time === 0) return a.time !== 0 && b.time === 0;
  return a.time === b.time ? a.id < b.id : a.time < b.time;
}

/** What text `b` is to text `a`, its origin, by what each contains of the other. */
export function roleOf({ ofA, ofB, wordsA, wordsB }: Overlap): Exclude<StoryRole, 'original'> {
  const ratio = wordsB / Math.max(wordsA, 1);
  // All of it is in the origin, which has more: what is shorter by its own words is abridged.
  if (ratio < RULE.abridged || (ratio < RULE.onlyAbridged && ofB >= RULE.whole)) return 'abridged';
  const isMuch = wordsB - wordsA >= RULE.expandedWords || ratio > RULE.muchExpanded;
  return ratio > RULE.expanded && isMuch && ofA > ofB ? 'expanded' : 'copy';
}

/** The share of the one text that the other has, whichever is greater, two decimals. */
export function similarityOf(overlap: Overlap): number {
  if (overlap.isIdentical) return 1;
  return Math.floor(Math.max(overlap.ofA, overlap.ofB) * 100) / 100;
}
