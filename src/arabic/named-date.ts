import type { DateToken } from './date-token.ts';
import { isCalendarDay } from './hijri.ts';
import { monthNameAt } from './month-at.ts';
import type { CalendarName } from './months.ts';
import {
  type DayContext,
  eraAt,
  eraEnd,
  numberOf,
  type StatedDate,
  skipWords,
  textOf,
  yearOf,
} from './stated-date.ts';
import { weekdayBefore } from './weekday-beside.ts';
import { weekdayOf } from './weekdays.ts';

/** What may stand between a day and its month, and between the month and its year. */
const BEFORE_MONTH = new Set(['من', 'شهر', '/', '-', ',', '.', 'st', 'nd', 'rd', 'th', 'er', '\\']);
const BEFORE_YEAR = new Set([
  'من',
  'عام',
  'سنه',
  'لعام',
  'لسنه',
  'العام',
  'للعام',
  ',',
  '-',
  '/',
  '.',
  'de',
  '\\',
  "'",
  '’',
  ')',
  '(',
]);

/** `12 نوفمبر 2026`, `12 تشرين الثاني/نوفمبر 2026`, `12 من شهر نوفمبر عام 2026`, `12 Nov. 2026`. */
export function readDayMonth(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): StatedDate | undefined {
  const day = numberOf(tokens[at]);
  if (!day || day.digits > 2 || day.value > 31) return undefined;
  const monthAt = skipWords(tokens, at + 1, BEFORE_MONTH, 2);
  const found = monthNameAt(tokens, monthAt, context);
  if (!found) return undefined;
  const yearAt = skipWords(tokens, found.to, BEFORE_YEAR, 3);
  const year = yearOf(tokens, yearAt);
  const { month, calendar } = found.name;
  if (year === undefined)
    return withoutYear({ day: day.value, month, calendar, at, to: found.to }, tokens, context);
  const era = eraAt(tokens, yearAt + 1);
  if (era && era !== calendar) return undefined;
  return {
    year,
    month,
    day: day.value,
    calendar,
    rule: 'day-month-year',
    to: eraEnd(tokens, yearAt + 1),
  };
}

/** `نوفمبر 12, 2026`, `Nov 12, 2026`, `Thu Nov 12 14:05:00 2026`. */
export function readMonthDay(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): StatedDate | undefined {
  const found = monthNameAt(tokens, at, context);
  const dayAt = found ? skipWords(tokens, found.to, BEFORE_MONTH, 1) : 0;
  const day = found ? numberOf(tokens[dayAt]) : undefined;
  if (!found || !day || day.digits > 2 || day.value > 31) return undefined;
  let yearAt = skipWords(tokens, dayAt + 1, new Set([...BEFORE_MONTH, ...BEFORE_YEAR]), 2);
  // The C library's asctime puts the time before the year.
  if (textOf(tokens[yearAt + 1]) === ':' && textOf(tokens[yearAt + 3]) === ':') yearAt += 5;
  const year = yearOf(tokens, yearAt);
  if (year === undefined || textOf(tokens[yearAt + 1]) === ':') return undefined;
  const { month, calendar } = found.name;
  const end = yearAt - dayAt > 4 ? dayAt + 1 : eraEnd(tokens, yearAt + 1);
  return { year, month, day: day.value, calendar, rule: 'month-day-year', to: end };
}

/** `2026 نوفمبر 12`. */
export function readYearMonth(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): StatedDate | undefined {
  const year = yearOf(tokens, at);
  if (year === undefined) return undefined;
  const found = monthNameAt(tokens, skipWords(tokens, at + 1, BEFORE_MONTH, 1), context);
  if (!found) return undefined;
  const dayAt = skipWords(tokens, found.to, BEFORE_MONTH, 1);
  const day = numberOf(tokens[dayAt]);
  // `… 2026 نوفمبر 12 2027` would be two dates.
  if (!day || day.digits > 2 || yearOf(tokens, dayAt + 1) !== undefined) return undefined;
  const { month, calendar } = found.name;
  return { year, month, day: day.value, calendar, rule: 'year-month-day', to: dayAt + 1 };
}

/** A day and month with a weekday that agrees: the newest such day up to today. */
function withoutYear(
  {
    day,
    month,
    calendar,
    at,
    to,
  }: { day: number; month: number; calendar: CalendarName; at: number; to: number },
  tokens: readonly DateToken[],
  { today: todayOf }: DayContext,
): StatedDate | undefined {
  const weekday = weekdayBefore(tokens, at);
  if (!todayOf || weekday === undefined || calendar !== 'gregory') return undefined;
  const today = todayOf();
  for (const year of [today.year, today.year - 1]) {
    const stated = { year, month, day };
    const isPast =
      Date.UTC(year, month - 1, day) <= Date.UTC(today.year, today.month - 1, today.day);
    if (isPast && isCalendarDay(stated)) {
      return weekdayOf(stated) === weekday
        ? { ...stated, calendar, rule: 'weekday-day-month', to }
        : undefined;
    }
  }
  return undefined;
}
