import type { DateToken } from './date-token.ts';
import type { CalendarDay } from './hijri.ts';
import type { CalendarName, MonthTable } from './months.ts';

/** What a date without a year is completed by. */
export interface DayContext {
  /** The day of the reading, in the site's zone; asked for only where a year is missing. */
  readonly today?: () => CalendarDay;
  readonly months?: MonthTable;
  /** Whether two digits behind a full stop or hyphen are a year. */
  readonly hasShortYears?: boolean;
  /** Whether its digits are those of Persian: `۱۴۰۴/۱۲/۲۱` is of that calendar. */
  readonly isPersian?: boolean;
}

/** Numbers and month as they stand, before the calendar is asked. */
export interface StatedDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly calendar?: CalendarName;
  readonly rule: string;
  readonly to: number;
}

/** A token as a number; undefined for a word or mark. */
export const numberOf = (
  token: DateToken | undefined,
): { value: number; digits: number } | undefined => (token?.kind === 'number' ? token : undefined);

/** A token's word or mark; empty for a number. */
export const textOf = (token: DateToken | undefined): string =>
  token === undefined || token.kind === 'number' ? '' : token.text;

/** Where reading goes on after at most `most` of these words. */
export function skipWords(
  tokens: readonly DateToken[],
  from: number,
  words: ReadonlySet<string>,
  most: number,
): number {
  let at = from;
  for (; at - from < most; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'number' || !words.has(token.text)) break;
  }
  return at;
}

/** A year of four digits. */
export function yearOf(tokens: readonly DateToken[], at: number): number | undefined {
  const token = numberOf(tokens[at]);
  return token?.digits === 4 ? token.value : undefined;
}

/** Two digits from here on are of the nineties, when news came to the web, below of this century. */
const NINETIES = 90;

/** Two digits from here on up to the nineties are no year that a news site has. */
const LAST_SHORT = 50;

/** The year that two digits mean; undefined where they mean none. */
export function shortYear(token: DateToken | undefined): number | undefined {
  const number = numberOf(token);
  if (number?.digits !== 2) return undefined;
  if (number.value >= NINETIES) return 1900 + number.value;
  return number.value < LAST_SHORT ? 2000 + number.value : undefined;
}

const HIJRI_ERA = new Set(['ه', 'هجري', 'هجريه', 'للهجره', 'ah']);
const GREGORIAN_ERA = new Set(['م', 'ميلادي', 'ميلاديه', 'للميلاد', 'ad']);

/** The calendar that the word behind a year names. */
export function eraAt(tokens: readonly DateToken[], at: number): CalendarName | undefined {
  const word = textOf(tokens[at]);
  if (HIJRI_ERA.has(word)) return 'islamic-umalqura';
  return GREGORIAN_ERA.has(word) ? 'gregory' : undefined;
}

/** Behind that word, where there is one. */
export const eraEnd = (tokens: readonly DateToken[], at: number): number =>
  eraAt(tokens, at) ? at + 1 : at;
