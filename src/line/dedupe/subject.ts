import type { Overlap } from './overlap.ts';
import { RULE } from './story-rule.ts';

/**
 * How two texts agree in what they are about: `met`, each has all of the other's subject; `exchanged`,
 * each lacks some of it; `one-sided`, one lacks some; `unknown`, neither states one. `missing` is the
 * share that is lacked: the greater one, the lesser one where both are.
 */
export interface SubjectMatch {
  readonly kind: 'met' | 'exchanged' | 'one-sided' | 'unknown';
  readonly missing: number;
}

/** Matches the subjects; one of a single word is chance and stands for none. */
export function subjectOf(overlap: Overlap): SubjectMatch {
  const { subjectOfA, subjectOfB } = overlap;
  const isStatedA = isStated(subjectOfA, overlap.missA, subjectOfB);
  const isStatedB = isStated(subjectOfB, overlap.missB, subjectOfA);
  const missA = isStatedA ? overlap.missA : 0;
  const missB = isStatedB ? overlap.missB : 0;
  if (!isStatedA && !isStatedB) return { kind: 'unknown', missing: 0 };
  if (missA > 0 && missB > 0) return { kind: 'exchanged', missing: Math.min(missA, missB) };
  if (missA + missB === 0) {
    const words = Math.max(isStatedA ? overlap.subjectOfA : 0, isStatedB ? overlap.subjectOfB : 0);
    const isLone = isStatedA !== isStatedB && words < RULE.loneSubject;
    return { kind: isLone ? 'unknown' : 'met', missing: 0 };
  }
  return { kind: 'one-sided', missing: Math.max(missA, missB) };
}

/**
 * Whether a subject of so many words counts. A new headline shares two or three words with any body:
 * beside a full subject that is none, unless the other text has hardly one of them.
 */
function isStated(words: number, missing: number, others: number): boolean {
  if (words < RULE.subject) return false;
  return words > RULE.newHeadline || others <= RULE.newHeadline || missing > RULE.newMissing;
}
