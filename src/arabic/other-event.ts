import type { DateToken } from './date-token.ts';
import { findWeekday } from './weekdays.ts';

/**
 * Words, folded, that right before numbers or a day say that they are of something else than the
 * article: a telephone, a birth, a closing day, a membership, a street or revolution named by a day.
 */
const OTHER = new Set([
  ...['هاتف', 'الهاتف', 'تلفون', 'جوال', 'الجوال', 'فاكس', 'رقم', 'tel', 'phone', 'fax'],
  ...['الميلاد', 'ميلاد', 'ميلاده', 'ميلادها', 'مواليد', 'المولود', 'المولوده', 'born'],
  ...['وفاه', 'الوفاه', 'وفاته', 'وفاتها', 'توفي', 'توفيت', 'died'],
  ...['ينتهي', 'تنتهي', 'الانتهاء', 'انتهاء', 'صلاحيه', 'expires', 'موعد', 'الموعد'],
  ...['منذ', 'since', 'انضم', 'الانضمام', 'انضمام', 'التسجيل', 'عضو', 'joined', 'registered'],
  ...['تاسس', 'تاسست', 'التاسيس', 'تاسيس', 'founded', 'ذكري', 'شارع', 'ثوره', 'انتفاضه', 'ميدان'],
  ...['كوبري', 'جسر', 'سجل', 'السجل', 'زياره', 'زيارتك'],
]);

/** Words and marks that stand between such a word and the day. */
const BETWEEN = new Set([':', 'في', 'بتاريخ', 'تاريخ', 'يوم', 'on']);

/** Tokens looked back over: a preposition, a weekday, a colon. */
const REACH = 4;

/** True where the words before a day say that it is not the article's. */
export function isOfOtherEvent(tokens: readonly DateToken[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'number') return false;
    if (OTHER.has(token.text)) return true;
    if (!BETWEEN.has(token.text) && findWeekday(token.text) === undefined) return false;
  }
  return false;
}

/** How pages announce their own clock, of two folded words. */
const CLOCKS = new Set([
  ...['الساعه الان', 'الوقت الان', 'التوقيت الان', 'الساعه الحاليه', 'الوقت الحالي'],
  ...['التوقيت الحالي', 'التاريخ الحالي', 'تاريخ اليوم', 'التاريخ اليوم', 'current time'],
]);

/** True for a page's own clock: `الساعة الآن 14:05`, `الوقت الحالي`, `تاريخ اليوم`. */
export function isPageClock(tokens: readonly DateToken[]): boolean {
  return tokens.some((token, at) => {
    const next = tokens[at + 1];
    const areWords = token.kind === 'word' && next?.kind === 'word';
    return areWords && CLOCKS.has(`${token.text} ${next.text}`);
  });
}
