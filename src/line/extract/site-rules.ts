import { matchKey } from '../../arabic/key.ts';
import type { Block } from './region.ts';

/** What others say of rules stands in quotes. */
const QUOTED = /[«"“][^»"”]{0,400}[»"”]/gu;

/** How rules of an offer, a contest or a site speak, by key; each tells once. */
const TERMS: readonly RegExp[] = [
  /(?:يقبل|القبول|موافق\p{L}*|يوافق|يقر|توافق) .{0,40}(?:(?:ب|علي )?(?:هذه |كامل )?(?:ال)?(?:شروط|احكام|قواعد))|دون تحفظ|accept(?:s|ance)? .{0,30}terms|accepte .{0,30}conditions/u,
  /(?:ي|ت|ن)حتفظ .{0,40}(?:بحق|بالحق)|يحق ل(?:ل\S+|ادار\S+|نا) .{0,30}(?:تعديل|الغاء|تغيير|رفض|انهاء)|reserves? the right|se reserve le droit/u,
  /قرار\p{L}* .{0,20}نهايي\p{L}*|غير قابل\p{L}* للطعن|لا يقبل الطعن|decisions? .{0,20}final|sans appel/u,
  /(?:دون|بلا|بدون) مقابل|(?:تنازل|يمنح|تمنح|تمنحنا|يتنازل) .{0,40}(?:حق|حقوق|ترخيص)|royalty free|droits d exploitation/u,
  /باستثناء .{0,30}(?:اعوان|موظف|العاملين)|لا يحق ل(?:موظف|لموظف|لعاملين|لعامل)|(?:المشاركه|تفتح|مفتوحه) .{0,20}لكل (?:شخص|من)|(?:ي|ت)?شترط (?:في|ان)|open to residents/u,
  /يسقط .{0,20}(?:حق|الحق)|يستبعد (?:كل|اي)|(?:تلغي|يلغي) .{0,20}(?:المشاركه|الحساب|الطلب)|(?:غير|لا) (?:قابل\p{L}*|يجوز|ترد|يرد) (?:للاسترداد|لل?تحويل|استرداد)/u,
  /(?:معطيات|بيانات|معلومات)\p{L}* (?:ال)?شخصيه|personal data|donnees personnelles/u,
  /لا (?:ت|ي|ن)تحمل .{0,40}مسووليه|غير مسوول\p{L}* عن|اخلاء (?:ال)?مسووليه|not (?:be )?liable|decline toute responsabilite/u,
  /(?:باستخدام\p{L}*|استخدامك\p{L}*|بتسجيل\p{L}*|باشتراك\p{L}*|بمشاركت\p{L}*) .{0,40}(?:تقر|توافق|فان|يعني|تقرون|توافقون)|by (?:using|entering|accessing)/u,
  /اخر (?:تحديث|تحيين|مراجعه|تعديل)|last updated|derniere mise a jour/u,
  /(?:يخضع|تخضع) .{0,40}(?:للقانون|لقانون|لقوانين|لاختصاص)|(?:المحاكم|محاكم) المختصه|governed by|droit applicable/u,
  /(?:المشارك|المستخدم|المشترك|المتسابق|الفايز|المشتري)\p{L}* (?:ان |ب|وحده|الكامل)|(?:يرسل|يلتزم|يتعهد|يقدم|يتحمل) (?:المشارك|المستخدم|المشترك|المتسابق)/u,
];

/** How a newsroom speaks of the rules it has for itself, by key. */
const CHARTER: readonly RegExp[] = [
  /هييه (?:ال)?تحرير|غرفه (?:ال)?اخبار|غرفه (?:ال)?تحرير|محررينا|محررونا|صحافيينا|صحفيونا|صحفيينا|مجلس (?:ال)?تحرير|newsroom|redaction/u,
  /(?:هذه|ب|تلك) ?(?:ال)?(?:قواعد|مبادي|معايير|ضوابط|السياسه)|القواعد (?:الاتيه|التاليه)|هذا (?:الميثاق|الدليل|الموقف)|هذه المدونه|these (?:rules|standards|principles)/u,
  /(?:يجوز|ينبغي|يحظر|لا يجوز|يسمح) (?:ل|علي ?)\p{L}*(?:صحفي|صحافي|محرر|مراسل)|علي (?:ال)?(?:صحفي|صحافي|محرر|مراسل)|يلتزم (?:ال)?(?:صحفي|صحافي|محرر|مراسل|عاملون)/u,
  /اخر (?:مراجعه|تحديث|تحيين|تعديل)|تراجع كل|يراجع كل|صادق\p{L}* علي\p{L}* مجلس|نراجع\p{L}* (?:هذه|هذا|القواعد|كل)/u,
  /لملاحظات\p{L}*|للشكاوي|لشكاوا\p{L}*|راسلونا|نجيب خلال|نرد خلال|نعد (?:ب\p{L}*|القاري|قراء)|قراينا|قراونا|ما (?:نسمح|نمنع|نعد|نلتزم)/u,
];

/** In its own voice: a story on such rules tells of others. */
const OWN =
  /(?:^| )(?:و|ف)?(?:لا |لن )?(?:ننشر|نستعمل|نستخدم|نقبل|نصحح|نلتزم|نمتنع|نفصل|نحذف|نوضح|ندخل|نعتمد|نتحقق|نذكر|نضع|نسمي|نفصح|نحمي|نعتذر|we (?:do not |never |always )?(?:publish|use|correct|accept|name|label|verify)|nous (?:ne )?(?:publions|utilisons|corrigeons))(?: |$)/u;

/** Kinds of such phrases from which a text is rules, with a headline of rules or without. */
const LEAST = { named: 3, unnamed: 5, charter: 3 } as const;

/** How headlines of such pages begin, by key. */
const NAMED =
  /^(?:ال)?(?:شروط|احكام|قواعد|ضوابط|لايحه|قانون|اتفاقيه|بنود|نظام) (?:و ?(?:ال)?\p{L}+ )?(?:ال)?(?:مشارك\p{L}*|مسابق\p{L}*|سحب|اشتراك\p{L}*|استخدام|استعمال|عرض|بيع|خدم\p{L}*|عضوي\p{L}*|منتدي|حمل\p{L}*|جايز\p{L}*|مسابقات|بطاق\p{L}*)|^(?:(?:contest|competition|official) rules|terms|reglement du|conditions)(?: |$)/u;

/** How a story tells of rules that somebody gave. */
const REPORTED =
  /(?:^| )(?:و|ف)?(?:قال|قالت|اعلن|اعلنت|اوضح|اوضحت|اكد|اكدت|اضاف|اضافت|كشف|كشفت|اشار|اشارت|ذكر|ذكرت|صرح|حددت|اصدر|اصدرت|افاد|افادت|نشرت|said|announced|a annonce)(?: |$)/u;

/**
 * What a text is that sets rules: `terms` of an offer, a contest or a site, `charter` of a newsroom for itself;
 * undefined where it tells of rules, or has none.
 */
export function findRules(
  headline: string,
  kept: readonly Block[],
): 'terms' | 'charter' | undefined {
  const keys = kept.map(({ text }) => matchKey(text.replace(QUOTED, ' ')));
  if (keys.some((key) => REPORTED.test(key))) return undefined;
  const count = (groups: readonly RegExp[]): number =>
    groups.filter((group) => keys.some((key) => group.test(key))).length;
  if (count(TERMS) >= (NAMED.test(matchKey(headline)) ? LEAST.named : LEAST.unnamed))
    return 'terms';
  return count(CHARTER) >= LEAST.charter && keys.some((key) => OWN.test(key))
    ? 'charter'
    : undefined;
}
