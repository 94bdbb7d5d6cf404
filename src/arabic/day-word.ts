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
  if (YESTERDAY.has(word)) {
    const isFirst = FIRST.has(textOf(tokens[at + 1]));
    return isFirst ? 2 : agreeing(tokens, at, { ...context, days: 1 });
  }
  if (!TODAY.has(word) || !isToday(tokens, at, context)) return undefined;
  return agreeing(tokens, at, { ...context, days: 0 });
}

const FIRST = new Set(['الاول', 'اول']);

/** `أول أمس`, `أول من أمس`, `أول البارحة`. */
function dayBeforeYesterday(tokens: readonly DateToken[], at: number): number | undefined {
  const last = textOf(tokens[at + 1]) === 'من' ? at + 2 : at + 1;
  return YESTERDAY.has(textOf(tokens[last])) ? 2 : undefined;
}

/** Words that go before `اليوم` in a date line; «المصري اليوم» and «روسيا اليوم» are newsrooms. */
const BEFORE_TODAY = new Set([
  ...['نشر', 'النشر', 'نشرت', 'كتب', 'في', 'تحديث', 'التحديث', 'محدث', 'حدث', 'اضيف', 'بتاريخ'],
  ...['صباح', 'مساء', 'ظهر', 'عصر', 'فجر', 'ليل', 'published', 'updated', 'posted'],
]);

/** Words that go behind it; «اليوم السابع» is a newspaper. */
const BEHIND_TODAY = new Set([
  ...['الساعه', 'في', 'عند', 'علي', 'بتوقيت', 'at', 'a', 'تمام', 'صباحا', 'مساء', 'ظهرا'],
]);

/** `اليوم` stands for a day where it is alone, or beside its weekday or a time. */
function isToday(tokens: readonly DateToken[], at: number, { hasTime }: DayWordContext): boolean {
  const before = tokens[at - 1];
  if (before?.kind === 'number') return false;
  if (before?.kind === 'word' && !BEFORE_TODAY.has(before.text)) return false;
  const next = tokens[at + 1];
  if (next?.kind !== 'word') return tokens.length === 1 || hasTime();
  if (findWeekday(next.text) !== undefined) return true;
  return BEHIND_TODAY.has(next.text) && hasTime();
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
