import type { DateToken } from './date-token.ts';
import { FIRST_WORDS, findMonth, type MonthName } from './months.ts';
import { type DayContext, skipWords, textOf } from './stated-date.ts';

/** A month's name and where the tokens go on behind it. */
export interface NamedMonth {
  readonly name: MonthName;
  readonly to: number;
}

/** What stands between the two names of a month: `آب/أغسطس`, `أيلول (سبتمبر)`. */
const BETWEEN_NAMES = new Set(['/', '(', ')', '[', ']', '-', ',', '"', '«', '=', 'اي', 'او', '|']);

/** What closes the bracket or quotes around a second name. */
const CLOSING = new Set([')', ']', '"', '»']);

/** A month's name of one or two words, and the second name of double forms: `آب/أغسطس`. */
export function monthNameAt(
  tokens: readonly DateToken[],
  at: number,
  context: DayContext,
): NamedMonth | undefined {
  const first = oneMonthAt(tokens, at, context);
  if (!first) return undefined;
  const next = skipWords(tokens, first.to, BETWEEN_NAMES, 2);
  const second = oneMonthAt(tokens, next, context);
  if (!second) return first;
  if (second.name.month !== first.name.month || second.name.calendar !== first.name.calendar)
    return undefined;
  return {
    name: first.name,
    to: CLOSING.has(textOf(tokens[second.to])) ? second.to + 1 : second.to,
  };
}

function oneMonthAt(
  tokens: readonly DateToken[],
  at: number,
  { months }: DayContext,
): NamedMonth | undefined {
  const word = tokens[at]?.kind === 'word' ? textOf(tokens[at]) : '';
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
  return { name: one, to: textOf(next) === '.' && /^[a-z]/u.test(word) ? at + 2 : at + 1 };
}
