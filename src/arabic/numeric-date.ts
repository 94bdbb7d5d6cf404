import type { DateToken } from './date-token.ts';
import { eraAt, eraEnd, numberOf, type StatedDate, textOf } from './stated-date.ts';

const SEPARATORS = new Set(['/', '-', '.', '\\']);

/** `12/11/2026`, `2026-11-12`, `12.11.26`: day first, year first where it shows. */
export function readNumeric(tokens: readonly DateToken[], at: number): StatedDate | undefined {
  const [a, b, c] = [numberOf(tokens[at]), numberOf(tokens[at + 2]), numberOf(tokens[at + 4])];
  const mark = textOf(tokens[at + 1]);
  if (!a || !b || !c || !SEPARATORS.has(mark) || textOf(tokens[at + 3]) !== mark) return undefined;
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
  if (textOf(tokens[at - 1]) === mark && numberOf(tokens[at - 2])) return true;
  const isTime = textOf(tokens[at + 7]) === ':';
  return textOf(tokens[at + 5]) === mark && numberOf(tokens[at + 6]) !== undefined && !isTime;
}

/** `20261112`, alone or with its time behind a T (ISO 8601, basic format). */
export function readCompact(tokens: readonly DateToken[], at: number): StatedDate | undefined {
  const all = numberOf(tokens[at]);
  if (all?.digits !== 8 || at > 0 || (tokens.length > 1 && textOf(tokens[1]) !== 't'))
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
