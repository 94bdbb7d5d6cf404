import { matchKey } from '../../../../arabic/key.ts';
import { countWords } from '../../word-count.ts';
import type { RemovalRule } from '../removal-rule.ts';
import { holdsWord, PAGE_OBJECTS, PLATFORMS } from './page-words.ts';

/** Longest call to the reader, in words. */
const MAX_WORDS = 35;

/** Longest one that no such word opens, in words. */
const UNOPENED_WORDS = 20;

/** Weight from which a line is taken to speak to the reader: an opening word and one more sign. */
const ENOUGH = 1.5;

const keys = (words: string): readonly string[] => words.split(' ').map(matchKey);
/** Phrases by their first word, so that a line is gone through once. */
function byFirst(...texts: string[]): ReadonlyMap<string, readonly string[]> {
  const phrases = new Map<string, string[]>();
  for (const key of texts.map(matchKey)) {
    const [first = '', ...rest] = key.split(' ');
    phrases.set(first, [...(phrases.get(first) ?? []), rest.join(' ')]);
  }
  return phrases;
}

/** Forms that open a call and hardly a sentence of the news: imperatives to many, `اضغط`. */
const SURE_OPENERS = new Set(
  keys(
    'تابعوا تابعونا تابعنا اشتركوا انضموا شاركونا شاركنا راسلونا راسلنا اضغط اضغطوا انقر انقروا يمكنكم بإمكانكم ' +
      'يمكنك بإمكانك تواصلوا ابقوا أرسلوا كونوا تجدون فعل فعلوا',
  ),
);

/** Forms that a verb of the past or a purpose opens a sentence with, too: they weigh half. */
const OPENERS = new Set(
  keys(
    'تابع متابعة اشترك انضم حمل حملوا نزل سجل سجلوا أرسل اكتب شارك شاركوا شاهد شاهدوا قيم صوت تصفح تصفحوا ابق احصل ساعدنا ' +
      'ادعمنا ادعموا تبرع لمتابعة للمتابعة للاشتراك للانضمام للمزيد لمزيد لقراءة لمشاهدة للاطلاع لتحميل للتواصل ' +
      'لمراسلة للإعلان للاستماع للحصول انشر انشروا إذا هل ما كن',
  ),
);

/** Words that speak to the reader, or of the newsroom's own channels. */
const ADDRESSES = new Set(
  keys(
    'بريدك بريدكم لتصلك لتصلكم ليصلك ليصلكم تصلك تصلكم يصلك يصلكم هاتفك هاتفكم قناتنا صفحتنا صفحاتنا ' +
      'حسابنا حساباتنا موقعنا تطبيقنا نشرتنا نشراتنا أخبارنا قنواتنا معنا إلينا أبلغنا شاركنا شاركونا متابعتنا ' +
      'ادعمنا ادعموا قرائها قرائنا باشتراكك باشتراككم هواتفكم جديدنا أعجبك أصدقائك أصدقائكم وصلتك وصلك',
  ),
);

/** The same in several words. */
const ADDRESS_PHRASES = byFirst(
  'اضغط هنا',
  'انقر هنا',
  'من هنا',
  'الرابط التالي',
  'على الرابط',
  'الفيديو المرفق',
  'الفيديو أدناه',
  'الفيديو التالي',
  'لا تنسوا',
  'أرسل الرقم',
  'أرسل كلمة',
  'خدمة الأخبار',
  'زر الجرس',
  'على اطلاع',
  'آخر التحديثات',
  'لتعم الفائدة',
  'هذه المادة',
  'لحظة بلحظة',
  'أولا بأول',
  'أول بأول',
  'كل جديد',
  'على مدار الساعة',
  'في التعليقات',
  'هذا الخبر',
  'هذا المقال',
  'الصحافة المستقلة',
  'صحافة مستقلة',
  'اشترك الآن',
  'سجل الآن',
  'البريد الإلكتروني',
  'النشرة البريدية',
);

/**
 * A line that speaks to the reader, not of the news: `تابعوا صفحتنا على فيسبوك`, `للمزيد … اضغط
 * هنا`. No one word decides: how it opens, whom it addresses and the channel it names add up, so
 * that `سجل فريق …` and `لمتابعة التنفيذ شكلت …` stay.
 */
export const readerAddressReason: RemovalRule = ({ block, key }) => {
  if (block.words < 3 || block.words > MAX_WORDS || block.tag === 'li') return undefined;
  if (/[«»"“”]/.test(block.text)) return undefined;
  const opening = openingOf(matchKey(block.text.slice(0, block.text.indexOf(' ', 1) >>> 0)));
  if (opening === 0 && block.words > UNOPENED_WORDS) return undefined;
  const words = key().split(' ');
  const address = addressOf(words, opening > 0);
  if (opening === 0 && address < ENOUGH) return undefined;
  const platforms = words.filter((word) => holdsWord(PLATFORMS, word)).length;
  const mail = /@\w|https?:/.test(block.text) ? 0.5 : 0;
  const linked = opening > 0 && block.linkShare > LINKED ? 0.5 : 0;
  const weight = opening + address + Math.min(2, platforms) * 0.5 + mail + linked;
  return weight >= ENOUGH ? 'speaks to the reader' : undefined;
};

/** Share of link text that makes an opening a call: `لقراءة المقال السابق: …`. */
const LINKED = 0.3;

function openingOf(word: string): number {
  if (SURE_OPENERS.has(word)) return 1;
  return OPENERS.has(word) ? 0.5 : 0;
}

function addressOf(words: readonly string[], opened: boolean): number {
  let found = 0;
  for (const [at, word] of words.entries()) {
    if (!(opened && at === 0) && (ADDRESSES.has(word) || isOwn(word))) found += 1;
    const phrases = ADDRESS_PHRASES.get(word);
    if (phrases?.some((rest) => rest === words.slice(at + 1, at + 1 + countWords(rest)).join(' ')))
      found += 1;
  }
  return Math.min(2, found);
}

/** What a page has, and `نا` of its newsroom: `أخبارنا`, `قصصنا`. */
function isOwn(word: string): boolean {
  return word.endsWith('نا') && holdsWord(PAGE_OBJECTS, word.slice(0, -2));
}
