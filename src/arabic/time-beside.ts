import type { CalendarDate } from './calendar-date.ts';
import { findTime } from './clock-time.ts';
import { isUpdateLabel } from './date-role.ts';
import type { DateToken } from './date-token.ts';
import type { CalendarDay } from './hijri.ts';
import { textOf } from './stated-date.ts';
import type { ClockTime } from './stated-time.ts';

/**
 * The time that belongs to a date: the one behind it up to the next date or the label of an
 * update, else the one before it down to the date before.
 */
export function findTimeBeside(
  date: CalendarDate,
  dates: readonly CalendarDate[],
  tokens: readonly DateToken[],
): ClockTime | undefined {
  const others = dates.filter(({ day }) => !isSame(day, date.day));
  const next = others.find(({ from }) => from >= date.to)?.from ?? tokens.length;
  const end = Math.min(next, labelFrom(tokens, date.to));
  const behind = findTime(tokens, { from: date.to, to: end, taken: dates });
  if (behind) return behind;
  const start = others.findLast(({ to }) => to <= date.from)?.to ?? 0;
  return findTime(tokens, { from: start, to: date.from, taken: dates });
}

const isSame = (a: CalendarDay, b: CalendarDay): boolean =>
  a.year === b.year && a.month === b.month && a.day === b.day;

/** Where the label of an update begins: the time behind it is not of the publication. */
function labelFrom(tokens: readonly DateToken[], from: number): number {
  let at = from;
  while (at < tokens.length && !(tokens[at]?.kind === 'word' && isUpdateLabel(textOf(tokens[at]))))
    at += 1;
  return at;
}
