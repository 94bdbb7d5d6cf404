import type { DateToken } from './date-token.ts';
import { isCalendarDay } from './hijri.ts';
import { monthNameAt, type NamedMonth } from './month-at.ts';
import { findOrdinalDay } from './ordinal-day.ts';
import {
  type DayContext,
  eraAt,
  eraEnd,
  numberOf,
  type StatedDate,
  shortYear,
  skipWords,
  textOf,
  yearOf,
} from './stated-date.ts';
import { weekdayBefore } from './weekday-beside.ts';
import { weekdayOf } from './weekdays.ts';
import { findZoneAbbreviation } from './zones.ts';

/** What may stand between a day and its month. */
const BEFORE_MONTH = new Set(
  [
    'من',
    'شهر',
    // `٢٦ی تشرینی دووەم`: Sorani binds the month to its day.
    'ي',
    '/',
    '-',
    ',',
    '.',
    ':',
    '(',
    '[',
    'st',
    'nd',
    'rd',
    'th',
    'er',
    'of',
    'de',
    'di',
    'º',
  ], //
);

/** What may stand between a month and its year. */
const BEFORE_YEAR = new Set([
  ...['من', 'عام', 'سنه', 'لعام', 'لسنه', 'العام', 'للعام', 'de', 'del'],
  ...[',', '-', '/', '.', ':', "'", '’', ')', '(', ']'],
]);

const BEFORE_YEAR_OF_DAY = new Set([...BEFORE_MONTH, ...BEFORE_YEAR]);

/** A day with its month, and where they stand. */
interface DayOfMonth {
  readonly day: number;
  readonly month: NamedMonth;
  /** The first token of the day. */
  readonly at: number;
}

/**
 * `12 نوفمبر 2026`, `12 تشرين الثاني/نوفمبر 2026`, `12 من شهر نوفمبر عام 2026`, `12 Nov. 2026`,
 * `الثاني عشر من نوفمبر 2026`.
 */
export function readDayMonth(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): StatedDate | undefined {
  const spelt = tokens[at]?.kind === 'word' ? findOrdinalDay(tokens, at) : undefined;
  const day = spelt?.day ?? dayOf(tokens[at]);
  if (day === undefined) return undefined;
  const monthAt = skipWords(tokens, spelt?.to ?? at + 1, BEFORE_MONTH, 2);
  const month = monthNameAt(tokens, monthAt, context);
  return (
    month &&
    (withYear({ day, month, at }, tokens) ?? withoutYear({ day, month, at }, { tokens, context }))
  );
}

function dayOf(token: DateToken | undefined): number | undefined {
  const number = numberOf(token);
  return number && number.digits <= 2 && number.value <= 31 ? number.value : undefined;
}

function withYear(found: DayOfMonth, tokens: readonly DateToken[]): StatedDate | undefined {
  const { day, month } = found;
  const yearAt = skipWords(tokens, month.to, BEFORE_YEAR, 3);
  const year = yearOf(tokens, yearAt) ?? shortYearAt(found, tokens, yearAt);
  if (year === undefined) return undefined;
  const era = eraAt(tokens, yearAt + 1);
  if (era && era !== month.name.calendar) return undefined;
  const to = eraEnd(tokens, yearAt + 1);
  return { year, ...month.name, day, rule: 'day-month-year', to };
}

/** A number that a sign joins to the next one is a part of something else, unless that is a time. */
function goesOn(tokens: readonly DateToken[], at: number): boolean {
  const sign = textOf(tokens[at]);
  if (sign === ':') return true;
  if (sign === undefined || !'-/.'.includes(sign)) return false;
  return numberOf(tokens[at + 1]) !== undefined && textOf(tokens[at + 2]) !== ':';
}

/** Two digits are a year where a time follows (RFC 822, 5.1), or a weekday that agrees is before. */
function shortYearAt(
  { day, month, at }: DayOfMonth,
  tokens: readonly DateToken[],
  yearAt: number,
): number | undefined {
  const year = shortYear(tokens[yearAt]);
  if (year === undefined || goesOn(tokens, yearAt + 1)) return undefined;
  const hasTime = numberOf(tokens[yearAt + 1]) && textOf(tokens[yearAt + 2]) === ':';
  const weekday = weekdayBefore(tokens, at);
  const agrees = weekday === weekdayOf({ year, month: month.name.month, day });
  return hasTime || agrees ? year : undefined;
}

/** A day and month with a weekday that agrees: the newest such day up to today. */
function withoutYear(
  { day, month: { name, to }, at }: DayOfMonth,
  { tokens, context }: { tokens: readonly DateToken[]; context: DayContext },
): StatedDate | undefined {
  const weekday = weekdayBefore(tokens, at);
  if (!context.today || weekday === undefined || name.calendar !== 'gregory') return undefined;
  const today = context.today();
  const ms = Date.UTC(today.year, today.month - 1, today.day);
  for (const year of [today.year, today.year - 1]) {
    const stated = { year, month: name.month, day };
    if (!isCalendarDay(stated) || Date.UTC(year, name.month - 1, day) > ms) continue;
    const agrees = weekdayOf(stated) === weekday;
    return agrees
      ? { ...stated, calendar: name.calendar, rule: 'weekday-day-month', to }
      : undefined;
  }
  return undefined;
}

/** `نوفمبر 12, 2026`, `Nov 12, 2026`, `Thu Nov 12 14:05:00 2026`. */
export function readMonthDay(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): StatedDate | undefined {
  const month = monthNameAt(tokens, at, context);
  if (!month) return undefined;
  const dayAt = skipWords(tokens, month.to, BEFORE_MONTH, 1);
  const day = dayOf(tokens[dayAt]);
  if (day === undefined) return undefined;
  const time = timeEnd(tokens, dayAt + 1);
  const yearAt = time ?? skipWords(tokens, dayAt + 1, BEFORE_YEAR_OF_DAY, 2);
  const year = yearOf(tokens, yearAt);
  if (year === undefined) return undefined;
  const to = time === undefined ? eraEnd(tokens, yearAt + 1) : dayAt + 1;
  return { year, ...month.name, day, rule: 'month-day-year', to };
}

/** The C library's asctime, and `date` of Unix with its zone, put the time before the year. */
function timeEnd(tokens: readonly DateToken[], at: number): number | undefined {
  if (textOf(tokens[at + 1]) !== ':' || textOf(tokens[at + 3]) !== ':') return undefined;
  const zone = textOf(tokens[at + 5]);
  // `+0300` before the year, as Twitter prints it.
  if ((zone === '+' || zone === '-') && yearOf(tokens, at + 7) !== undefined) return at + 7;
  return findZoneAbbreviation(zone) === undefined ? at + 5 : at + 6;
}

/** `2026 نوفمبر 12`. */
export function readYearMonth(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): StatedDate | undefined {
  const year = yearOf(tokens, at);
  if (year === undefined) return undefined;
  const month = monthNameAt(tokens, skipWords(tokens, at + 1, BEFORE_MONTH, 1), context);
  if (!month) return undefined;
  const dayAt = skipWords(tokens, month.to, BEFORE_MONTH, 1);
  const day = dayOf(tokens[dayAt]);
  // `… 2026 نوفمبر 12 2027` would be two dates.
  if (day === undefined || yearOf(tokens, dayAt + 1) !== undefined) return undefined;
  return { year, ...month.name, day, rule: 'year-month-day', to: dayAt + 1 };
}
