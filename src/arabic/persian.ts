import { addDays, type CalendarDay } from './hijri.ts';

/** Years of the Persian calendar (Solar Hijri) that are read: 1971 to 2071, those of the press on the web. */
const PERSIAN_YEARS = { first: 1350, last: 1449 } as const;

/** What a Persian year is behind the Gregorian one that it begins in. */
const BEHIND = 621;

/** The year begins at the spring equinox: on one of these days of March (1 Farvardin). */
const FIRST_DAYS = [20, 21, 22, 19] as const;

let format: Intl.DateTimeFormat | undefined;

/** 1 Farvardin as a Gregorian day, by the calendar of Iran that `Intl` knows. */
function newYear(year: number): CalendarDay | undefined {
  format ??= new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    day: 'numeric',
    month: 'numeric',
    timeZone: 'UTC',
  });
  const isFirst = (day: number): boolean =>
    format?.format(Date.UTC(year + BEHIND, 2, day)) === '1/1';
  const day = FIRST_DAYS.find(isFirst);
  return day === undefined ? undefined : { year: year + BEHIND, month: 3, day };
}

/** Six months of 31 days, five of 30, and one of 29, which has 30 in a leap year. */
const LONG_MONTHS = 6;

const daysOf = (month: number): number => (month <= LONG_MONTHS ? 31 : 30);

/** The Gregorian day of a day of the Persian calendar; undefined where there is no such day. */
export function fromPersian({ year, month, day }: CalendarDay): CalendarDay | undefined {
  if (year < PERSIAN_YEARS.first || year > PERSIAN_YEARS.last) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysOf(month)) return undefined;
  const first = newYear(year);
  const next = newYear(year + 1);
  if (!first || !next) return undefined;
  const before = Math.min(month - 1, LONG_MONTHS) * 31 + Math.max(0, month - 1 - LONG_MONTHS) * 30;
  const found = addDays(first, before + day - 1);
  // 30 Esfand is the next year's first day where the year has no leap day.
  return found.month === next.month && found.day >= next.day && month === 12 ? undefined : found;
}
