/** A day of the Gregorian calendar. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The Hijri years that are read: Umm al-Qura is defined from 1356 to 1500 (1937 to 2077). */
export const HIJRI_YEARS = { first: 1356, last: 1500 } as const;

const DAY_MS = 86_400_000;

/** 1 Muharram 1356 by Umm al-Qura. */
const FIRST_DAY_MS = Date.UTC(1937, 2, 14);

let starts: readonly number[] | undefined;

/** First days of all months, Unix ms, from 1 Muharram 1356; made once from `Intl`, some 10 ms. */
function monthStarts(): readonly number[] {
  if (starts) return starts;
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    day: 'numeric',
    timeZone: 'UTC',
  });
  const isFirst = (ms: number): boolean =>
    format.formatToParts(ms).find(({ type }) => type === 'day')?.value === '1';
  const months: number[] = [];
  const count = (HIJRI_YEARS.last - HIJRI_YEARS.first + 1) * 12 + 1;
  let at = FIRST_DAY_MS;
  for (let index = 0; index < count; index += 1) {
    months.push(at);
    // A month has 29 or 30 days.
    at += isFirst(at + 29 * DAY_MS) ? 29 * DAY_MS : 30 * DAY_MS;
  }
  starts = months;
  return months;
}

/** The Gregorian day of a day of Umm al-Qura's calendar; undefined where there is no such day. */
export function fromHijri({ year, month, day }: CalendarDay): CalendarDay | undefined {
  if (year < HIJRI_YEARS.first || year > HIJRI_YEARS.last || month < 1 || month > 12) {
    return undefined;
  }
  const index = (year - HIJRI_YEARS.first) * 12 + month - 1;
  const start = monthStarts()[index];
  const next = monthStarts()[index + 1];
  // Sighted months may have a thirtieth day that the table has not.
  if (start === undefined || next === undefined || day < 1 || day > 30) return undefined;
  return dayOf(start + (day - 1) * DAY_MS);
}

/** A Gregorian day moved by days. */
export function addDays({ year, month, day }: CalendarDay, days: number): CalendarDay {
  return dayOf(Date.UTC(year, month - 1, day) + days * DAY_MS);
}

function dayOf(ms: number): CalendarDay {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days of the months that have no thirty-first; February's leap day is asked for apart. */
const SHORT_MONTHS: ReadonlyMap<number, number> = new Map([
  [2, 28],
  [4, 30],
  [6, 30],
  [9, 30],
  [11, 30],
]);

/** True where the Gregorian calendar has that day. */
export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (SHORT_MONTHS.get(month) ?? 31) + Number(isLeap);
}
