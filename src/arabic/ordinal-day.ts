import type { DateToken } from './date-token.ts';
import { eraAt, textOf } from './stated-date.ts';

/** Ordinals of one to nine as they stand before a ten, folded. */
const UNITS: readonly (readonly [string, number])[] = [
  ['الاول|الحادي|الواحد', 1],
  ['الثاني', 2],
  ['الثالث', 3],
  ['الرابع', 4],
  ['الخامس', 5],
  ['السادس', 6],
  ['السابع', 7],
  ['الثامن', 8],
  ['التاسع', 9],
];

/** What stands alone or behind a unit: `العاشر`, `الثاني عشر`, `الحادي والعشرين`. */
const TENS: readonly (readonly [string, number])[] = [
  ['العاشر|عشر', 10],
  ['العشرين|العشرون|والعشرين|والعشرون', 20],
  ['الثلاثين|الثلاثون|والثلاثين|والثلاثون', 30],
];

const valuesOf = (rows: typeof UNITS): ReadonlyMap<string, number> =>
  new Map(
    rows.flatMap(([names, value]) =>
      names.split('|').map((name): [string, number] => [name, value]),
    ),
  );

const UNIT_VALUES = valuesOf(UNITS);
const TEN_VALUES = valuesOf(TENS);

/** Words whose ordinal is a part of the month's name: `تشرين الثاني`, `ربيع الأول`. */
const MONTH_NOUNS = new Set(['تشرين', 'كانون', 'ربيع', 'جمادي', 'جماد']);

/** The first of a month, as Algeria writes its holiday: `الفاتح من نوفمبر`, `أول نوفمبر`. */
const FIRST = new Set(['الفاتح', 'اول']);

/** `غرة رمضان 1447 هـ`; without the era the word means any beginning. */
function isFirstOfHijri(tokens: readonly DateToken[], at: number): boolean {
  if (textOf(tokens[at]) !== 'غره') return false;
  return tokens
    .slice(at, at + ERA_REACH)
    .some((_, index) => eraAt(tokens, at + index) === 'islamic-umalqura');
}

/** Month of two words, `شهر`, `عام`, year and era. */
const ERA_REACH = 8;

function firstOfMonth(tokens: readonly DateToken[], at: number): { day: number; to: number } {
  const next = textOf(tokens[at + 1]);
  return { day: 1, to: next === 'من' || next === 'شهر' ? at + 2 : at + 1 };
}

/**
 * The day of a month in words, as solemn texts and agencies write it: `الثاني عشر من نوفمبر`. Only
 * with `من` or `شهر` behind it, as the same words number months, pages and sessions.
 */
export function findOrdinalDay(
  tokens: readonly DateToken[],
  at: number,
): { day: number; to: number } | undefined {
  const word = textOf(tokens[at]);
  if (FIRST.has(word) || isFirstOfHijri(tokens, at)) return firstOfMonth(tokens, at);
  const unit = UNIT_VALUES.get(word);
  const ten = TEN_VALUES.get(unit === undefined ? word : textOf(tokens[at + 1]));
  const day = (unit ?? 0) + (ten ?? 0);
  if (day === 0 || day > 31 || MONTH_NOUNS.has(textOf(tokens[at - 1]))) return undefined;
  const to = at + (unit === undefined || ten === undefined ? 1 : 2);
  const next = textOf(tokens[to]);
  return next === 'من' || next === 'شهر' ? { day, to } : undefined;
}
