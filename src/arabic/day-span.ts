import type { DateToken } from './date-token.ts';
import { findMonth } from './months.ts';
import { numberOf, textOf } from './stated-date.ts';

/** Words and marks between the first day of a span and its last. */
const JOINS = new Set(['الي', 'حتي', '-', 'و', 'to', 'till', 'until', 'au']);

/** Words that say a day is where a span begins or ends, not a moment. */
const BOUNDS = new Set(['الي', 'حتي', 'لغايه', 'to', 'till', 'until', 'jusqu']);
const STARTS = new Set(['من', 'from', 'du']);

/**
 * True where a day is a bound of a span: `من 12 إلى 15 نوفمبر`, `12 - 15 نوفمبر`,
 * `30 أكتوبر - 2 نوفمبر`, `من 1/11/2026 إلى 5/11/2026`. A span of days is not a publication.
 */
export function isSpan(
  tokens: readonly DateToken[],
  from: number,
  { to, day }: { readonly to: number; readonly day: number },
): boolean {
  const before = textOf(tokens[from - 1]);
  if (before !== '' && (STARTS.has(before) || BOUNDS.has(before))) return true;
  if (BOUNDS.has(textOf(tokens[to])) && numberOf(tokens[to + 1])) return true;
  return JOINS.has(before) && isEarlierDay(tokens, from - 2, day);
}

/** A number that can be the first day of the span, with or without its own month. */
function isEarlierDay(tokens: readonly DateToken[], at: number, day: number): boolean {
  const month = findMonth(textOf(tokens[at]));
  const first = numberOf(tokens[month ? at - 1 : at]);
  if (!first || first.digits > 2 || first.value > 31 || first.value === 0) return false;
  // `12 جمادى الآخرة - 22 نوفمبر` is one day by two calendars.
  if (month) return month.calendar === 'gregory';
  // The minutes of a time, and an hour that is named, are no day.
  const before = textOf(tokens[at - 1]);
  return first.value < day && before !== ':' && before !== 'الساعه';
}
