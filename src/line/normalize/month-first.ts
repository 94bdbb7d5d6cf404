import {
  type Candidate,
  type DateContext,
  readCandidate,
  type StatedDate,
} from './date-candidate.ts';

/** Numbers that may be read day first or month first: `11/01/2023`; with full stops nobody has the month first. */
const AMBIGUOUS = /(?<![\d/.-])(0?[1-9]|1[0-2])([/-])(0?[1-9]|1[0-2])\2(\d{4})(?![\d/.-])/u;

/** What systems print that were left in American English: `1/12/2026 2:05:00 PM`. */
const AMERICAN = /\d\/\d{4} \d{1,2}:\d{2}:\d{2} [AP]M\b/u;

/**
 * Reads numbers month first where another place of the page tells that day, or where day first they
 * are a day to come: American systems write `11/01/2023 12:43` for a page that shows 1 November. A weekday
 * beside them has been used before this; where nothing decides, the day comes first, as in the region.
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
    if (isUpheld(candidate)) return candidate;
    if (isUpheld(swapped)) return { ...swapped, note: 'read month first, as another place tells' };
    if (AMERICAN.test(candidate.text))
      return { ...swapped, note: 'read month first: with AM or PM' };
    return isLater(candidate, context) && !isLater(swapped, context)
      ? { ...swapped, note: 'read month first: day first it is later than the visit' }
      : candidate;
  });
}

/** The confidence from which a date's place or label calls it the publication's. */
const CALLED = 0.85;

const DAY_MS = 86_400_000;

/** True for a day to come, of a place that states no other day than that of publication. */
const isLater = ({ instant, confidence }: Candidate, { now }: DateContext): boolean =>
  confidence >= CALLED && instant.getTime() > now.getTime() + DAY_MS;

function swap(candidate: Candidate, context: DateContext): Candidate | undefined {
  const { role, from, text, confidence, route } = candidate;
  if (!AMBIGUOUS.test(text)) return undefined;
  const place = { role, from, confidence, ...(route ? { route } : {}) };
  const turned: StatedDate = { ...place, text: text.replace(AMBIGUOUS, '$3$2$1$2$4') };
  const read = readCandidate(turned, context);
  return read && { ...read, role, text };
}
