import type { DateToken } from './date-token.ts';
import { addDays, type CalendarDay, fromHijri, HIJRI_YEARS, isCalendarDay } from './hijri.ts';
import {
  type CalendarName,
  FIRST_WORDS,
  findMonth,
  type MonthName,
  type MonthTable,
} from './months.ts';
import { findWeekday, weekdayOf } from './weekdays.ts';

/** A day that a text states. */
export interface CalendarDate {
  readonly day: CalendarDay;
  readonly calendar: CalendarName;
  readonly rule: string;
  /** Tokens that it stands in: from, and behind the last. */
  readonly from: number;
  readonly to: number;
}

/** What a date without a year is completed by. */
export interface DayContext {
  /** The day of the reading, in the site's zone; asked for only where a year is missing. */
  readonly today?: () => CalendarDay;
  readonly months?: MonthTable;
}

/** Numbers and month as they stand, before the calendar is asked. */
interface Stated {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly calendar?: CalendarName;
  readonly rule: string;
  readonly to: number;
}

/** News on the web began in the nineties; archives that newspapers scanned reach further back. */
const YEARS = { first: 1950, last: 2100 } as const;

/** All days that a text states, in their order. */
export function findDates(tokens: readonly DateToken[], context: DayContext): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const stated = readStated(tokens, at, context);
    if (!stated) continue;
    const date = isRange(tokens, at) ? undefined : judge(stated, tokens, at);
    if (date) dates.push(date);
    at = stated.to - 1;
  }
  return dates;
}

function readStated(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): Stated | undefined {
  const token = tokens[at];
  if (token?.kind === 'number') {
    return (
      readNumeric(tokens, at) ??
      readDayMonth(tokens, at, context) ??
      readYearMonth(tokens, at, context) ??
      readCompact(tokens, at)
    );
  }
  return token?.kind === 'word' ? readMonthDay(tokens, at, context) : undefined;
}

const number = (token: DateToken | undefined): { value: number; digits: number } | undefined =>
  token?.kind === 'number' ? token : undefined;
const text = (token: DateToken | undefined): string =>
  token === undefined || token.kind === 'number' ? '' : token.text;

const SEPARATORS = new Set(['/', '-', '.', '\\']);

/** `12/11/2026`, `2026-11-12`, `12.11.26`: day first, year first where it shows. */
function readNumeric(tokens: readonly DateToken[], at: number): Stated | undefined {
  const [a, b, c] = [number(tokens[at]), number(tokens[at + 2]), number(tokens[at + 4])];
  const mark = text(tokens[at + 1]);
  if (!a || !b || !c || !SEPARATORS.has(mark) || text(tokens[at + 3]) !== mark) return undefined;
  if (isLongerChain(tokens, at, mark)) return undefined;
  const to = eraEnd(tokens, at + 5);
  const calendar = eraAt(tokens, at + 5);
  const era = calendar ? { calendar } : {};
  if (a.digits === 4 && b.digits <= 2 && c.digits <= 2) {
    return { year: a.value, month: b.value, day: c.value, ...era, rule: 'year-month-day', to };
  }
  if (a.digits > 2 || b.digits > 2 || (c.digits !== 4 && !(c.digits === 2 && mark === '/')))
    return undefined;
  const year = c.digits === 4 ? c.value : 2000 + c.value;
  // A second number above twelve can only be the day.
  if (b.value > 12)
    return { year, month: a.value, day: b.value, ...era, rule: 'month-day-year', to };
  return { year, month: b.value, day: a.value, ...era, rule: 'day-month-year', to };
}

/** Four or more numbers in a chain are a phone number, an address or a version. */
function isLongerChain(tokens: readonly DateToken[], at: number, mark: string): boolean {
  if (text(tokens[at - 1]) === mark && number(tokens[at - 2])) return true;
  const isTime = text(tokens[at + 7]) === ':';
  return text(tokens[at + 5]) === mark && number(tokens[at + 6]) !== undefined && !isTime;
}

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
function readDayMonth(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): Stated | undefined {
  const day = number(tokens[at]);
  if (!day || day.digits > 2 || day.value > 31) return undefined;
  const monthAt = skip(tokens, at + 1, BEFORE_MONTH, 2);
  const found = monthNameAt(tokens, monthAt, context);
  if (!found) return undefined;
  const yearAt = skip(tokens, found.to, BEFORE_YEAR, 3);
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
function readMonthDay(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): Stated | undefined {
  const found = monthNameAt(tokens, at, context);
  const dayAt = found ? skip(tokens, found.to, BEFORE_MONTH, 1) : 0;
  const day = found ? number(tokens[dayAt]) : undefined;
  if (!found || !day || day.digits > 2 || day.value > 31) return undefined;
  let yearAt = skip(tokens, dayAt + 1, new Set([...BEFORE_MONTH, ...BEFORE_YEAR]), 2);
  // The C library's asctime puts the time before the year.
  if (text(tokens[yearAt + 1]) === ':' && text(tokens[yearAt + 3]) === ':') yearAt += 5;
  const year = yearOf(tokens, yearAt);
  if (year === undefined || text(tokens[yearAt + 1]) === ':') return undefined;
  const { month, calendar } = found.name;
  const end = yearAt - dayAt > 4 ? dayAt + 1 : eraEnd(tokens, yearAt + 1);
  return { year, month, day: day.value, calendar, rule: 'month-day-year', to: end };
}

/** `2026 نوفمبر 12`. */
function readYearMonth(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): Stated | undefined {
  const year = yearOf(tokens, at);
  if (year === undefined) return undefined;
  const found = monthNameAt(tokens, skip(tokens, at + 1, BEFORE_MONTH, 1), context);
  if (!found) return undefined;
  const dayAt = skip(tokens, found.to, BEFORE_MONTH, 1);
  const day = number(tokens[dayAt]);
  // `… 2026 نوفمبر 12 2027` would be two dates.
  if (!day || day.digits > 2 || yearOf(tokens, dayAt + 1) !== undefined) return undefined;
  const { month, calendar } = found.name;
  return { year, month, day: day.value, calendar, rule: 'year-month-day', to: dayAt + 1 };
}

/** `20261112`, alone or with its time behind a T (ISO 8601, basic format). */
function readCompact(tokens: readonly DateToken[], at: number): Stated | undefined {
  const all = number(tokens[at]);
  if (all?.digits !== 8 || at > 0 || (tokens.length > 1 && text(tokens[1]) !== 't'))
    return undefined;
  const year = Math.floor(all.value / 10_000);
  return {
    year,
    month: Math.floor(all.value / 100) % 100,
    day: all.value % 100,
    rule: 'basic',
    to: at + 1,
  };
}

function skip(
  tokens: readonly DateToken[],
  from: number,
  words: ReadonlySet<string>,
  most: number,
): number {
  let at = from;
  while (at - from < most && words.has(text(tokens[at]))) at += 1;
  return at;
}

function yearOf(tokens: readonly DateToken[], at: number): number | undefined {
  const token = number(tokens[at]);
  return token?.digits === 4 && text(tokens[at + 1]) !== ':' ? token.value : undefined;
}

interface NamedMonth {
  readonly name: MonthName;
  readonly to: number;
}

/** A month's name of one or two words, and the second name of double forms: `آب/أغسطس`. */
function monthNameAt(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): NamedMonth | undefined {
  const first = oneMonthAt(tokens, at, context);
  if (!first) return undefined;
  const next = skip(tokens, first.to, new Set(['/', '(', '-', ',', 'اي', 'او', '|']), 2);
  const second = oneMonthAt(tokens, next, context);
  if (!second) return first;
  if (second.name.month !== first.name.month || second.name.calendar !== first.name.calendar)
    return undefined;
  return { name: first.name, to: text(tokens[second.to]) === ')' ? second.to + 1 : second.to };
}

function oneMonthAt(
  tokens: readonly DateToken[],
  at: number,
  { months }: DayContext,
): NamedMonth | undefined {
  const word = tokens[at]?.kind === 'word' ? text(tokens[at]) : '';
  if (word === '') return undefined;
  const next = tokens[at + 1];
  if (FIRST_WORDS.has(word) && next?.kind === 'word') {
    const two = findMonth(`${word} ${next.text}`, months);
    if (two) return { name: two, to: at + 2 };
  }
  // `كانون 2`, `تشرين 1`, `ت2`: the number belongs to the name.
  const numbered =
    next?.kind === 'number' && next.digits === 1 ? findMonth(word + next.value, months) : undefined;
  if (numbered) return { name: numbered, to: at + 2 };
  const one = findMonth(word, months);
  if (!one) return undefined;
  // An abbreviation's full stop is part of it.
  return { name: one, to: text(next) === '.' && /^[a-z]/u.test(word) ? at + 2 : at + 1 };
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
): Stated | undefined {
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

const HIJRI_ERA = new Set(['ه', 'هجري', 'هجريه', 'للهجره', 'ah']);
const GREGORIAN_ERA = new Set(['م', 'ميلادي', 'ميلاديه', 'للميلاد', 'ad']);

function eraAt(tokens: readonly DateToken[], at: number): CalendarName | undefined {
  const word = text(tokens[at]);
  if (HIJRI_ERA.has(word)) return 'islamic-umalqura';
  return GREGORIAN_ERA.has(word) ? 'gregory' : undefined;
}

const eraEnd = (tokens: readonly DateToken[], at: number): number =>
  eraAt(tokens, at) ? at + 1 : at;

/** `من 12 إلى 15 نوفمبر`, `12 - 15 نوفمبر`: a span of days is not the day of publication. */
function isRange(tokens: readonly DateToken[], at: number): boolean {
  const before = text(tokens[at - 1]);
  const first = number(tokens[at - 2]);
  const joins =
    before === 'الي' || before === 'حتي' || before === '-' || before === 'و' || before === 'to';
  return (
    joins &&
    first !== undefined &&
    first.digits <= 2 &&
    first.value <= 31 &&
    text(tokens[at - 3]) !== ':'
  );
}

/** Asks the calendar and the weekday beside the date whether there is such a day. */
function judge(
  stated: Stated,
  tokens: readonly DateToken[],
  from: number,
): CalendarDate | undefined {
  const { to, rule } = stated;
  const isHijri = (stated.calendar ?? guessCalendar(stated.year)) === 'islamic-umalqura';
  const weekday = weekdayBefore(tokens, from) ?? weekdayAfter(tokens, to);
  const day = isHijri ? hijriDay(stated, weekday) : gregorianDay(stated, weekday);
  if (!day) return undefined;
  return { day, calendar: isHijri ? 'islamic-umalqura' : 'gregory', rule, from, to };
}

/** A year of the 14th or 15th century in numbers is Hijri: the Gregorian calendar had no web then. */
function guessCalendar(year: number): CalendarName {
  return year >= HIJRI_YEARS.first && year <= HIJRI_YEARS.last ? 'islamic-umalqura' : 'gregory';
}

function gregorianDay(stated: Stated, weekday: number | undefined): CalendarDay | undefined {
  const { year, month, day, rule } = stated;
  if (year < YEARS.first || year > YEARS.last) return undefined;
  const asStated = { year, month, day };
  const fits = (one: CalendarDay): boolean =>
    isCalendarDay(one) && (weekday === undefined || weekdayOf(one) === weekday);
  if (fits(asStated)) return asStated;
  // A weekday that fits only month first tells an American order in numbers.
  const swapped = { year, month: day, day: month };
  return stated.calendar === undefined && rule !== 'basic' && weekday !== undefined && fits(swapped)
    ? swapped
    : undefined;
}

/** Months begin by sighting: a weekday may show that the printed day is one off the table's. */
function hijriDay(stated: Stated, weekday: number | undefined): CalendarDay | undefined {
  const day = fromHijri(stated);
  if (!day || weekday === undefined) return day;
  return [0, 1, -1].map((shift) => addDays(day, shift)).find((one) => weekdayOf(one) === weekday);
}

function weekdayBefore(tokens: readonly DateToken[], from: number): number | undefined {
  const at = tokens[from - 1]?.kind === 'mark' ? from - 2 : from - 1;
  const token = tokens[at];
  return token?.kind === 'word' ? findWeekday(token.text) : undefined;
}

function weekdayAfter(tokens: readonly DateToken[], to: number): number | undefined {
  const at = tokens[to]?.kind === 'mark' ? to + 1 : to;
  const token = tokens[at];
  return token?.kind === 'word' && token.text.length > 3 ? findWeekday(token.text) : undefined;
}
