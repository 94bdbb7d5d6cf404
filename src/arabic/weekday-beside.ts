import type { DateToken } from './date-token.ts';
import { textOf } from './stated-date.ts';
import { findWeekday } from './weekdays.ts';

/** The weekday right before a date, 0 for Sunday. */
export function weekdayBefore(tokens: readonly DateToken[], from: number): number | undefined {
  const at = tokens[from - 1]?.kind === 'mark' ? from - 2 : from - 1;
  const token = tokens[at];
  return token?.kind === 'word' ? findWeekday(token.text) : undefined;
}

/** The weekday right behind a date, 0 for Sunday; not where it belongs to a date that follows. */
export function weekdayAfter(tokens: readonly DateToken[], to: number): number | undefined {
  const at = tokens[to]?.kind === 'mark' ? to + 1 : to;
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text.length < 4) return undefined;
  const next = tokens[at + 1]?.kind === 'mark' ? at + 2 : at + 1;
  const isOfNext = tokens[next]?.kind === 'number' && textOf(tokens[next + 1]) !== ':';
  return isOfNext ? undefined : findWeekday(token.text);
}
