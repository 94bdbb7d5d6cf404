import type { DateToken } from './date-token.ts';
import {
  type DayContext,
  eraAt,
  eraEnd,
  numberOf,
  type StatedDate,
  shortYear,
  textOf,
} from './stated-date.ts';
import { weekdayAfter, weekdayBefore } from './weekday-beside.ts';

const SEPARATORS = new Set(['/', '-', '.']);

/** `12/11/2026`, `2026-11-12`, `12/11/26`: day first, year first where it shows. */
export function readNumeric(
  tokens: readonly DateToken[],
  at: number,
  { hasShortYears = false }: DayContext,
): StatedDate | undefined {
  const [a, b, c] = [numberOf(tokens[at]), numberOf(tokens[at + 2]), numberOf(tokens[at + 4])];
  const mark = textOf(tokens[at + 1]);
  if (!a || !b || !c || !(SEPARATORS.has(mark) || isColonDate(tokens, at))) return undefined;
  // `2026. 11. 12.` and `12 / 11 / 2026` keep one mark throughout.
  if (textOf(tokens[at + 3]) !== mark || isLongerChain(tokens, at, mark)) return undefined;
  const to = eraEnd(tokens, at + 5);
  const calendar = eraAt(tokens, at + 5);
  const about = calendar ? { to, calendar } : { to };
  if (a.digits === 4 && b.digits <= 2 && c.digits <= 2) {
    return { year: a.value, month: b.value, day: c.value, rule: 'year-month-day', ...about };
  }
  const year = c.digits === 4 ? c.value : shortYearAt(tokens, at, hasShortYears);
  if (a.digits > 2 || b.digits > 2 || year === undefined) return undefined;
  // A second number above twelve can only be the day.
  return b.value > 12
    ? { year, month: a.value, day: b.value, rule: 'month-day-year', ...about }
    : { year, month: b.value, day: a.value, rule: 'day-month-year', ...about };
}

/** `2026:11:12`: Exif's form, and a Chinese agency's; no time has four digits first. */
function isColonDate(tokens: readonly DateToken[], at: number): boolean {
  const [year, month, day] = [tokens[at], tokens[at + 2], tokens[at + 4]].map(numberOf);
  const isDate = year?.digits === 4 && month?.digits === 2 && day?.digits === 2;
  return isDate && textOf(tokens[at + 1]) === ':';
}

/** `12/11/26`; with other marks, which scores and codes have too, only beside a weekday. */
function shortYearAt(
  tokens: readonly DateToken[],
  at: number,
  hasShortYears: boolean,
): number | undefined {
  if (isTornYear(tokens, at + 5)) return undefined;
  const isSure =
    hasShortYears ||
    textOf(tokens[at + 1]) === '/' ||
    weekdayBefore(tokens, at) !== undefined ||
    weekdayAfter(tokens, at + 5) !== undefined;
  return isSure ? shortYear(tokens[at + 4]) : undefined;
}

/** `2/1/20ـ6`: a dash that runs into a number, and no time, has torn the year's digits apart. */
function isTornYear(tokens: readonly DateToken[], at: number): boolean {
  const mark = tokens[at];
  const isTight = mark?.kind === 'mark' && mark.text === '-' && mark.isSign === true;
  return isTight && numberOf(tokens[at + 1])?.digits === 1 && textOf(tokens[at + 2]) !== ':';
}

/** Four or more numbers in a chain are a phone number, an address or a version. */
function isLongerChain(tokens: readonly DateToken[], at: number, mark: string): boolean {
  if (textOf(tokens[at - 1]) === mark && numberOf(tokens[at - 2])) return true;
  const isTime = textOf(tokens[at + 7]) === ':';
  return textOf(tokens[at + 5]) === mark && numberOf(tokens[at + 6]) !== undefined && !isTime;
}

/** `20261112`, alone: a longer text with such a number speaks of something else. */
export function readCompact(tokens: readonly DateToken[], at: number): StatedDate | undefined {
  const all = numberOf(tokens[at]);
  if (all?.digits !== 8 || tokens.length > 1) return undefined;
  const year = Math.floor(all.value / 10_000);
  const month = Math.floor(all.value / 100) % 100;
  return { year, month, day: all.value % 100, rule: 'basic', to: at + 1 };
}
