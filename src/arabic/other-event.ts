import { type DateToken, dateTokens } from './date-token.ts';
import { textOf } from './stated-date.ts';
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
  ...['حتي', 'لغايه', 'until', 'till', 'bis'],
  ...['منذ', 'since', 'انضم', 'الانضمام', 'انضمام', 'التسجيل', 'عضو', 'joined', 'registered'],
  ...['تاسس', 'تاسست', 'التاسيس', 'تاسيس', 'founded', 'ذكري', 'شارع', 'ثوره', 'انتفاضه', 'ميدان'],
  // The day that a source was looked up or kept, a mistake was mended, an offer or a law begins.
  ...['اطلع', 'الاطلاع', 'اطلاع', 'مورشف', 'مورشفه', 'ارشف', 'الارشفه', 'استرجع', 'شوهد', 'محفوظه'],
  ...[
    'retrieved',
    'accessed',
    'archived',
    'consulte',
    'abgerufen',
    'gultig',
    'seit',
    'valid',
    'effective',
    'beginning',
    'received',
    'accepted',
  ],
  ...[
    'تصويب',
    'تصحيح',
    'صحح',
    'اضافه',
    'استدراك',
    'تنويه',
    'correction',
    'corrected',
    'berichtigung',
  ],
  ...['اصلا', 'originally', 'ursprunglich', 'initialement'],
  ...['كوبري', 'جسر', 'سجل', 'السجل', 'زياره', 'زيارتك', 'v', 'version', 'الاصدار', 'اصدار'],
]);

/** Words and marks that stand between such a word and the day. */
const BETWEEN = new Set([
  ...[
    ':',
    '.',
    '(',
    'في',
    'بتاريخ',
    'تاريخ',
    'يوم',
    'on',
    'من',
    'الاصل',
    'عليه',
    'from',
    'le',
    'am',
    'der',
    'the',
  ],
  'original',
]);

/** Tokens looked back over: a preposition, a weekday, a colon. */
const REACH = 5;

/** True where the words before a day say that it is not the article's. */
export function isOfOtherEvent(tokens: readonly DateToken[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'number') return false;
    // `منذ: 2018-10-13 11:28` is the label of a system; «عضو منذ 2018» is not.
    if (token.text === 'منذ' && textOf(tokens[at + 1]) === ':') return false;
    if (OTHER.has(token.text)) return true;
    if (!BETWEEN.has(token.text) && findWeekday(token.text) === undefined) return false;
  }
  return false;
}

/** True for the label of such a day, which stands in an element of its own: `متاح حتى:`. */
export function namesOtherEvent(label: string): boolean {
  const tokens = dateTokens(label);
  return isOfOtherEvent(tokens, tokens.length);
}

const CLOCK_NOUNS = new Set(['الساعه', 'الوقت', 'التوقيت', 'التاريخ', 'تاريخ', 'current']);
const CLOCK_SIGNS = new Set(['الان', 'الحالي', 'الحاليه', 'time']);

/** True for a page's own clock: `الساعة الآن 14:05`, `الوقت الحالي`, `تاريخ اليوم`. */
export function isPageClock(tokens: readonly DateToken[]): boolean {
  return tokens.some((token, at) => {
    if (token.kind !== 'word' || !CLOCK_NOUNS.has(token.text)) return false;
    const next = textOf(tokens[at + 1]);
    return CLOCK_SIGNS.has(next) || (next === 'اليوم' && token.text.endsWith('تاريخ'));
  });
}
