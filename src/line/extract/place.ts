import { matchKey } from '../../arabic/key.ts';

/** Words that open a text before a dash and are no place: labels, forms, verbs of saying. */
const NO_PLACE: ReadonlySet<string> = new Set(
  (
    'عاجل خاص حصري حصريا فيديو صور بالفيديو بالصور بالصورة محدث تقرير تحليل متابعات متابعة عواصم تحديث شاهد رأي ' +
    'حوار وكالات ملخص تحقيق مباشر كتب كتبت بقلم إعداد سؤال جواب س ج أولا ثانيا ثالثا رابعا خامسا ملاحظة قال قالت أكد ' +
    'أعلن أعلنت كشف كشفت اليوم أمس غدا هنا هناك هذا هذه في من على إلى عن بعد قبل مع منذ حول خلال كل كان كانت لا لم ' +
    'الأول الثاني الثالث الرابع السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة'
  )
    .split(' ')
    .map(matchKey),
);

/** Longest place, in UTF-16 units and words: `سيدي علي بن عون` is among the longest. */
const MAX_LENGTH = 28;
const MAX_WORDS = 3;

/** True for one to three words of Arabic letters that are no label and no verb of saying. */
export function isPlaceLike(text: string): boolean {
  const words = text.split(' ');
  if (words.length > MAX_WORDS || text.length > MAX_LENGTH) return false;
  if (words.some((word) => NO_PLACE.has(matchKey(word)))) return false;
  return words.every((word) => /^[\u0621-\u064A\u064B-\u0652]{2,}$/.test(word));
}
