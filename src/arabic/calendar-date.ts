import type { DateToken } from './date-token.ts';
import { isSpan } from './day-span.ts';
import { addDays, type CalendarDay, fromHijri, HIJRI_YEARS, isCalendarDay } from './hijri.ts';
import type { CalendarName } from './months.ts';
import { readDayMonth, readMonthDay, readYearMonth } from './named-date.ts';
import { readCompact, readNumeric } from './numeric-date.ts';
import { isOfOtherEvent } from './other-event.ts';
import { fromPersian } from './persian.ts';
import type { DayContext, StatedDate } from './stated-date.ts';
import { weekdayAfter, weekdayBefore } from './weekday-beside.ts';
import { weekdayOf } from './weekdays.ts';

/** A day that a text states. */
export interface CalendarDate {
  readonly day: CalendarDay;
  readonly calendar: CalendarName;
  readonly rule: string;
  /** Tokens that it stands in: from, and behind the last. */
  readonly from: number;
  readonly to: number;
}

/** News on the web began in the nineties; archives that newspapers scanned reach further back. */
const YEARS = { first: 1950, last: 2100 } as const;

/** All days that a text states, in their order. */
export function findDates(tokens: readonly DateToken[], context: DayContext): CalendarDate[] {
  const dates: CalendarDate[] = [];
  const { isPersian = false } = context;
  for (let at = 0; at < tokens.length; at += 1) {
    const stated = readStated(tokens, at, context);
    if (!stated) continue;
    const isOther = isSpan(tokens, at, stated) || isOfOtherEvent(tokens, at);
    const date = isOther ? undefined : judge(stated, tokens, { from: at, isPersian });
    if (date) dates.push(date);
    at = stated.to - 1;
  }
  return dates;
}

function readStated(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): StatedDate | undefined {
  const token = tokens[at];
  if (token?.kind === 'number') {
    return (
      readNumeric(tokens, at, context) ??
      readDayMonth(tokens, at, context) ??
      readYearMonth(tokens, at, context) ??
      readCompact(tokens, at)
    );
  }
  if (token?.kind !== 'word') return undefined;
  return readMonthDay(tokens, at, context) ?? readDayMonth(tokens, at, context);
}

/** Asks the calendar and the weekday beside the date whether there is such a day. */
function judge(
  stated: StatedDate,
  tokens: readonly DateToken[],
  { from, isPersian }: { readonly from: number; readonly isPersian: boolean },
): CalendarDate | undefined {
  const { to, rule } = stated;
  const calendar = stated.calendar ?? guessCalendar(stated.year, isPersian);
  if (calendar === undefined) return undefined;
  const weekday = weekdayBefore(tokens, from) ?? weekdayAfter(tokens, to);
  const day = DAY_OF[calendar](stated, weekday);
  return day && { day, calendar, rule, from, to };
}

/** The Gregorian day of a day of each calendar, on that weekday where one stands beside it. */
const DAY_OF: Readonly<
  Record<CalendarName, (stated: StatedDate, weekday?: number) => CalendarDay | undefined>
> = {
  gregory: gregorianDay,
  'islamic-umalqura': hijriDay,
  persian: persianDay,
};

function persianDay(stated: StatedDate, weekday?: number): CalendarDay | undefined {
  const day = fromPersian(stated);
  return day && isDayOf(day, weekday) ? day : undefined;
}

/**
 * The first Hijri year (1989) that numbers without an era may be of: no news site is older, and
 * `1402/06/29` is of the Persian calendar more likely: it is where its digits are that language's.
 */
const FIRST_BARE_HIJRI = 1410;

/** The first Persian year (2001) that such numbers may be of. */
const FIRST_BARE_PERSIAN = 1380;

/** The calendar of a year in numbers; undefined where it is no year of an article in any. */
function guessCalendar(year: number, isPersian: boolean): CalendarName | undefined {
  if (isPersian && year >= FIRST_BARE_PERSIAN && year < FIRST_BARE_HIJRI) return 'persian';
  if (year >= FIRST_BARE_HIJRI && year <= HIJRI_YEARS.last) return 'islamic-umalqura';
  return year >= YEARS.first ? 'gregory' : undefined;
}

/** The day as stated; 1 January 1970 is what systems print for a moment that was never set. */
function gregorianDay(stated: StatedDate, weekday: number | undefined): CalendarDay | undefined {
  const { year, month, day, rule } = stated;
  if (year < YEARS.first || year > YEARS.last) return undefined;
  if (year === 1970 && month === 1 && day === 1) return undefined;
  const asStated = { year, month, day };
  if (isDayOf(asStated, weekday)) return asStated;
  // A weekday that fits only month first tells an American order in numbers.
  const isFixed = stated.calendar !== undefined || rule === 'basic' || weekday === undefined;
  const swapped = { year, month: day, day: month };
  return !isFixed && isDayOf(swapped, weekday) ? swapped : undefined;
}

/** True for a day that the calendar has, on that weekday where one is known. */
const isDayOf = (day: CalendarDay, weekday: number | undefined): boolean =>
  isCalendarDay(day) && (weekday === undefined || weekdayOf(day) === weekday);

/** Months begin by sighting: a weekday may show that the printed day is one off the table's. */
function hijriDay(stated: StatedDate, weekday: number | undefined): CalendarDay | undefined {
  const day = fromHijri(stated);
  if (!day || weekday === undefined) return day;
  return [0, 1, -1].map((shift) => addDays(day, shift)).find((one) => weekdayOf(one) === weekday);
}
