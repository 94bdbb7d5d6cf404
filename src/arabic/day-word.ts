import type { DateToken } from './date-token.ts';
import type { CalendarDay } from './hijri.ts';
import { textOf } from './stated-date.ts';
import { findWeekday, weekdayOf } from './weekdays.ts';

/** What a day that is told from today is counted on. */
export interface DayWordContext {
  /** The day that the site's clock shows; asked for only where a word needs it. */
  readonly today: () => CalendarDay;
  /** Whether the text states a time of day. */
  readonly hasTime: () => boolean;
}

/** Words for yesterday, folded. */
const YESTERDAY = new Set(['امس', 'الامس', 'بالامس', 'البارحه', 'yesterday', 'hier']);
const TODAY = new Set(['اليوم', 'today', 'aujourd']);

/** How many days ago `أمس`, `أول من أمس`, `اليوم الأربعاء` or `اليوم 14:05` is. */
export function findDayWord(
  tokens: readonly DateToken[],
  at: number,
  context: DayWordContext,
): number | undefined {
  const word = textOf(tokens[at]);
  if (word === 'اول') return dayBeforeYesterday(tokens, at);
  const isYesterday = YESTERDAY.has(word);
  if (!isYesterday && !TODAY.has(word)) return undefined;
  if (isYesterday && FIRST.has(textOf(tokens[at + 1]))) return 2;
  if (!isOfDateLine(tokens, at) || !(isYesterday || isToday(tokens, at, context))) return undefined;
  return agreeing(tokens, at, { ...context, days: isYesterday ? 1 : 0 });
}

const FIRST = new Set(['الاول', 'اول']);

/** `أول أمس`, `أول من أمس`, `أول البارحة`. */
function dayBeforeYesterday(tokens: readonly DateToken[], at: number): number | undefined {
  const last = textOf(tokens[at + 1]) === 'من' ? at + 2 : at + 1;
  return YESTERDAY.has(textOf(tokens[last])) ? 2 : undefined;
}

/** Words that go before such a day in a date line; «المصري اليوم» and «روسيا اليوم» are newsrooms. */
const BEFORE_DAY = new Set([
  ...['نشر', 'النشر', 'نشرت', 'كتب', 'في', 'تحديث', 'التحديث', 'محدث', 'حدث', 'اضيف', 'بتاريخ'],
  ...['صباح', 'مساء', 'ظهر', 'عصر', 'فجر', 'ليل', 'ليله', 'يوم', 'published', 'updated', 'posted'],
]);

/** Words that go behind it; «اليوم السابع» is a newspaper, and prose goes on with other words. */
const BEHIND_DAY = new Set([
  ...['الساعه', 'في', 'عند', 'علي', 'بتوقيت', 'at', 'a', 'تمام', 'صباحا', 'مساء', 'ظهرا', 'ليلا'],
]);

/** True where neither neighbour says that the word is of a name or of prose. */
function isOfDateLine(tokens: readonly DateToken[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before?.kind === 'number') return false;
  if (before?.kind === 'word' && !isDayNeighbour(before.text, BEFORE_DAY)) return false;
  return next?.kind !== 'word' || isDayNeighbour(next.text, BEHIND_DAY);
}

const isDayNeighbour = (word: string, words: ReadonlySet<string>): boolean =>
  words.has(word) || findWeekday(word) !== undefined;

/** `اليوم` stands for a day where it is alone, or beside its weekday or a time. */
function isToday(tokens: readonly DateToken[], at: number, { hasTime }: DayWordContext): boolean {
  return tokens.length === 1 || findWeekday(textOf(tokens[at + 1])) !== undefined || hasTime();
}

/** The count, where a weekday beside the word is that day's or none is. */
function agreeing(
  tokens: readonly DateToken[],
  at: number,
  { today, days }: DayWordContext & { readonly days: number },
): number | undefined {
  const weekday = findWeekday(textOf(tokens[at + 1])) ?? findWeekday(textOf(tokens[at - 1]));
  if (weekday === undefined) return days;
  return weekday === (weekdayOf(today()) - days + 7) % 7 ? days : undefined;
}
