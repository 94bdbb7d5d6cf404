import { matchKey } from '../../arabic/key.ts';
import type { Block } from './region.ts';

/** What news tells in the past, third person, without ending and particle before it. */
const VERBS: ReadonlySet<string> = new Set(
  (
    'قال أعلن أكد كشف أوضح ذكر أفاد أشار أضاف صرح دعا طالب افتتح نظم عقد استقبل وقع شهد تمكن ضبط أوقف أصيب توفي لقي قتل ' +
    'ارتفع تراجع انخفض سجل فاز خسر تعادل خطف حقق وصل غادر بحث التقى ترأس أطلق دشن وافق أقر أصدر قرر بدأ انتهى اختتم شارك احتفل ' +
    'كرم حذر نفى رفض طلب شدد لفت تابع زار نجح فشل تعرض أدى أدت اندلع سقط انهار أخمد أنقذ اعتقل أحال حكم قضت نقل أعاد ' +
    'أظهر أبرم وقعت تسلم سلم منح عين استقال ودع نعى غيب رحل صدر نشر أدرج أسدل أغلق فتح علق ألغى أجل مدد خفض رفع زاد تسبب ' +
    'هطل ضرب اجتاح تأثر تتأثر تشهد يشهد يعقد تعقد تستضيف يستضيف ينطلق تنطلق تنظم ينظم يبدأ تبدأ تستعد يستعد تعتزم يعتزم تواصل يواصل واصل أجرى عثر شيع ' +
    'ناقش استعرض تفقد اطلع بحثت عبر أعرب أدان استنكر طرح تقدم حصد حصل توج أحرز تصدر شكا شكت احتج تظاهر أضرب عاد عادت اشترك تجمد توقع يتوقع استمر يستمر تستمر تقرر اجتمع يجتمع خلص توصل أكمل أنجز أنهى حضر ساد لقيت'
  )
    .split(' ')
    .map(matchKey),
);

/** Endings of the feminine, the dual and the plural. */
const ENDING = /(?:ت|تا|ا|وا)$/u;

/** True for `وأعلنت`, `فقال`, `ارتفعت`. */
function isNewsVerb(word: string): boolean {
  return [word, word.replace(/^[وف]/u, '')].some(
    (one) => VERBS.has(one) || VERBS.has(one.replace(ENDING, '')),
  );
}

/** The same in English and French, inside a sentence. */
const LATIN =
  /\b(?:said|says|told|announced|reported|confirmed|added|warned|according to|a (?:déclaré|annoncé|indiqué|affirmé|précisé|ajouté|souligné|été)|ont (?:été|annoncé|indiqué)|selon)\b/iu;

/** First words of a paragraph among which its verb stands, behind a place or a day. */
const FIRST_WORDS = 6;

/** True where a paragraph tells what somebody did: its verb leads. */
export function tellsNews({ text, words }: Block): boolean {
  if (words < LEAST_WORDS) return false;
  const first = matchKey(text.slice(0, FIRST_LENGTH)).split(' ').slice(0, FIRST_WORDS);
  return first.some(isNewsVerb) || PAST.test(first[0] ?? '') || LATIN.test(text);
}

/** A verb of the past about a woman, a body or oneself: `تجولت`, `سألت`; nouns in `ات` are none. */
const PAST = /^(?:و|ف)?(?!ال)\p{L}{2,}[^\sا]ت$/u;

/** Start of a paragraph in which its first words stand, in UTF-16 units. */
const FIRST_LENGTH = 90;

/** Shortest paragraph that goes on, in words: a remark below a table is shorter. */
export const LEAST_WORDS = 12;
