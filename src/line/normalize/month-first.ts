import type { DateText } from '../../record/reading.ts';
import { type Candidate, type DateContext, readCandidate } from './date-candidate.ts';

/** Numbers that may be read day first or month first: `11/01/2023`. */
const AMBIGUOUS = /^\s*(0?[1-9]|1[0-2])([/.-])(0?[1-9]|1[0-2])\2(\d{4})/u;

/**
 * Reads numbers month first where another place of the page tells that day: American systems write
 * `11/01/2023 12:43` for a page that shows 1 November.
 */
export function readMonthFirst(
  candidates: readonly Candidate[],
  context: DateContext,
): readonly Candidate[] {
  return candidates.map((candidate) => {
    const swapped = swap(candidate, context);
    if (!swapped) return candidate;
    const others = candidates.filter(
      ({ family, text }) => family !== candidate.family && !AMBIGUOUS.test(text),
    );
    const isUpheld = (one: Candidate): boolean =>
      others.some(({ days }) => days.some((day) => one.days.includes(day)));
    return isUpheld(swapped) && !isUpheld(candidate) ? swapped : candidate;
  });
}

function swap(candidate: Candidate, context: DateContext): Candidate | undefined {
  const { role, from, text, confidence } = candidate;
  if (!AMBIGUOUS.test(text)) return undefined;
  const turned: DateText = { role, from, confidence, text: text.replace(AMBIGUOUS, '$3$2$1$2$4') };
  const read = readCandidate(turned, context);
  return read && { ...read, role, text, note: 'read month first, as another place tells' };
}
