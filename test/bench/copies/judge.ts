import type { Labelled } from './newsday.ts';

/** How a method did on one kind of text. */
export interface Score {
  readonly pairs: number;
  readonly found: number;
  readonly texts: number;
  readonly falseJoins: number;
  readonly roles: number;
  readonly rolesRight: number;
}

/** What a method says of one text: the story, and the role where it knows one. */
export interface Verdict {
  readonly story: string;
  readonly role?: string;
}

/**
 * Scores a kind. A pair is a copy and its group's first text. A false join is a text that sits
 * with a text of another group: counted once, for the kind of the later one.
 */
export function judge(set: readonly Labelled[], verdicts: readonly Verdict[]): Map<string, Score> {
  const firsts = new Map<number, number>();
  const owners = new Map<string, Set<number>>();
  const scores = new Map<string, Score>();
  set.forEach(({ group, kind, role }, index) => {
    const verdict = verdicts[index];
    if (!verdict) return;
    const first = firsts.get(group);
    if (first === undefined) firsts.set(group, index);
    const groups = owners.get(verdict.story) ?? new Set();
    const isFalse = [...groups].some((other) => other !== group) ? 1 : 0;
    owners.set(verdict.story, groups.add(group));
    const isFound = first !== undefined && verdicts[first]?.story === verdict.story;
    const judged = role !== 'any' && verdict.role !== undefined && (first === undefined || isFound);
    const old = scores.get(kind) ?? NOTHING;
    scores.set(kind, {
      pairs: old.pairs + (first === undefined ? 0 : 1),
      found: old.found + (isFound ? 1 : 0),
      texts: old.texts + 1,
      falseJoins: old.falseJoins + isFalse,
      roles: old.roles + (judged ? 1 : 0),
      rolesRight: old.rolesRight + (judged && verdict.role === role ? 1 : 0),
    });
  });
  return scores;
}

const NOTHING: Score = { pairs: 0, found: 0, texts: 0, falseJoins: 0, roles: 0, rolesRight: 0 };

/**
 * Pairs of texts of one kind that tell two stories, as two texts by one form or two that quote the
 * same do, and how many of them a method joins.
 */
export function hardNegatives(
  set: readonly Labelled[],
  verdicts: readonly Verdict[],
): { pairs: number; joined: number } {
  const kinds = new Map<string, { group: number; story: string }[]>();
  set.forEach(({ group, kind }, index) => {
    const story = verdicts[index]?.story ?? '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), { group, story }]);
  });
  let [pairs, joined] = [0, 0];
  for (const texts of kinds.values()) {
    for (const [at, one] of texts.entries()) {
      for (const other of texts.slice(at + 1)) {
        if (one.group === other.group) continue;
        pairs += 1;
        if (one.story === other.story) joined += 1;
      }
    }
  }
  return { pairs, joined };
}

/** Of all pairs that a method puts together, the share that belongs together. */
export function pairPrecision(set: readonly Labelled[], verdicts: readonly Verdict[]): number {
  const stories = new Map<string, number[]>();
  set.forEach(({ group }, index) => {
    const story = verdicts[index]?.story ?? '';
    stories.set(story, [...(stories.get(story) ?? []), group]);
  });
  let right = 0;
  let all = 0;
  for (const groups of stories.values()) {
    all += (groups.length * (groups.length - 1)) / 2;
    const sizes = new Map<number, number>();
    for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    for (const size of sizes.values()) right += (size * (size - 1)) / 2;
  }
  return all === 0 ? 1 : right / all;
}
