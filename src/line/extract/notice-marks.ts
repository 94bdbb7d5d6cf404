import { matchKey } from '../../arabic/key.ts';
import { isDateLine } from './date-line.ts';
import type { Block } from './region.ts';

/*
 * Notices that somebody paid for: of courts, registers, companies and lost papers, and calls for tenders. A
 * story may tell of one; it does not set one below the other, and does not tell how to hand in an offer.
 */

/** How a notice begins, by key. */
const OPENING =
  /^(?:(?:تعلن|يعلن|تدعو|يدعو|تنوي|ينوي|ترغب|يرغب) (?:ال)?\p{L}+|فقد(?:ت)? (?:السيد|السيده|مني|المواطن|الطالب|شيك|جواز)|اعلان (?:ب|عن|صادر|قضايي|رسمي|تبليغ|بيع|مزاد|فقدان|تغيير)\p{L}*|تبليغ(?: \p{L}+)?|اخطار|اشعار|انذار|مذكره (?:تبليغ|حضور)|علي المدعي|الي المدعي|الي السيد|بناء علي (?:طلب|حكم|قرار)|قررت (?:ال)?محكمه|حكمت (?:ال)?محكمه|تقدم (?:المواطن|السيد|ه)|تقدمت (?:المواطنه|السيده)|مزاد علني|حصر ارث|شهاده (?:حصر|ورثه)|يباع بالمزاد|استدعاء|legal notice|public notice|notice is hereby|avis (?:de|d|au)|lost)(?: |$)/u;

/** What notices ask of whom they concern, by key. */
const CALL =
  /(?:^| )(?:علي (?:من|كل من|الراغبين|المدعي|المستدعي|السيد|الورثه|الداينين)|لمن (?:له|يهمه|يجده)|من له (?:اعتراض|حق)|يجده|مراجعه (?:ال)?(?:محكمه|اداره|مكتب|لجنه|دايره|قسم)|(?:في|ب)الدعوي رقم|دعوي رقم|قضيه رقم|رقم الدعوي|خلال \p{L}+ (?:عشر )?(?:يوما|ايام)|الجمعيه العامه|كراسه (?:ال)?شروط|بالمزاد|ثمن اساسي|فاعتبر(?:وه|وها)? (?:لاغي|ملغي)|يعتبر لاغيا|والا|جواز سفر|وله مكافاه)(?: |$)/u;

/** Notices from which a page is a board of them, their share of the texts, and of those that call. */
const LEAST_NOTICES = 4;
const MOST = 0.75;

/** Longest headline of such a board, in words. */
const LABEL_WORDS = 4;

/** Shortest notice, in words. */
const NOTICE_WORDS = 10;

/** True for notices one below the other under a label. */
export function listsNotices(headline: string, kept: readonly Block[]): boolean {
  if (matchKey(headline).split(' ').length > LABEL_WORDS) return false;
  const texts = kept.filter(({ words, kind }) => words >= NOTICE_WORDS && kind !== 'heading');
  const keys = texts.map(({ text }) => matchKey(text));
  const opened = keys.filter((key) => OPENING.test(key));
  const called = keys.filter((key) => OPENING.test(key) || CALL.test(key));
  return opened.length >= LEAST_NOTICES && called.length >= MOST * keys.length;
}

/** How a call for tenders is headed, by key. */
const TENDER =
  /^(?:(?:اعلان|نص|اعاده|تمديد|تذكير) )*(?:ب|عن )?(?:طرح )?(?:ال)?(?:مناقصه|مزايده|ممارسه|عطاء|استدراج (?:ال)?عروض|طلب (?:تقديم )?(?:ال)?عروض|دعوه (?:عامه )?(?:لتقديم|الي تقديم|لاستدراج|للمنافسه)|منافسه|استشاره|صفقه)(?: |$)|^(?:invitation to (?:bid|tender)|tender|request for proposals|call for tenders|avis d appel d offres|appel d offres)(?: |$)/u;

/** How it tells what to hand in, by key; each tells once. */
const HANDING: readonly RegExp[] = [
  /كراسه (?:ال)?شروط|دفتر (?:ال)?(?:شروط|تحملات)|وثايق (?:ال)?(?:مناقصه|عطاء|منافسه|مزايده)|نسخه من (?:ال)?(?:وثايق|شروط)|tender documents|cahier des charges/u,
  /تامين (?:ابتدايي|اولي|نهايي|دخول)|كفاله (?:دخول|مصرفيه|بنكيه|حسن)|ضمان (?:ابتدايي|بنكي|موقت)|خطاب ضمان|bid bond|cautionnement/u,
  /(?:ال)?(?:مظاريف|مظروف|اظرف|ظرف|اظرفه|غلاف|مغلفات|مغلف)(?: |$)|sealed envelope|plis?(?: |$)/u,
  /(?:اخر|حتي) موعد|في موعد (?:اقصاه|لا يتجاوز)|(?:ال)?(?:موعد|اجل) (?:ال)?نهايي|قبل الساعه|deadline|date limite/u,
  /(?:غير|لا) (?:قابل\p{L}* للرد|قابل\p{L}* للاسترداد|ترد|يرد|ترجع)|مقابل (?:مبلغ|دفع|\d)|ثمن النسخه|قيمه (?:ال)?(?:كراسه|نسخه|وثايق)|non.refundable/u,
  /(?:ال)?(?:شركات|موسسات|مقاولين|مقاولون|مناقصين|متنافسين|عارضين|عارض|راغبين|مقاولات)\p{L}* .{0,40}(?:مصنف|مسجل|مرخص|في الاشتراك|بالاشتراك|في المشاركه|مراجعه|التقدم|سحب|ايداع)/u,
  /(?:عرض|عروض|العروض|عروضهم) (?:ال)?(?:فني|مالي|ماليه|فنيه)|(?:ال)?لجنه (?:ال)?(?:عطاءات|مشتريات|مناقصات|فتح|صفقات)|قسم (?:ال)?(?:مشتريات|عقود|عطاءات|لوازم)/u,
  /(?:رقم|عدد) ?(?:ال)?(?:مناقصه|عطاء|مزايده|ممارسه|اعلان)|(?:مناقصه|عطاء|مزايده|ممارسه|منافسه|صفقه|عروض) (?:عامه |علنيه |مفتوحه |وطنيه |دوليه )*(?:رقم|عدد) \d/u,
];

/** Groups of such phrases from which a text is the call itself. */
const LEAST_HANDING = 3;

/** How a story tells of one. */
const TOLD =
  /(?:^| )(?:و|ف)?(?:قال|قالت|اوضح|اوضحت|اكد|اكدت|اضاف|اضافت|اشار|اشارت|صرح|كشفت|كشف)(?: |$)/u;

/** True for one call for tenders with what to hand in. */
export function isTender(headline: string, kept: readonly Block[]): boolean {
  if (!TENDER.test(matchKey(headline))) return false;
  const keys = kept.map(({ text }) => matchKey(text));
  if (keys.some((key) => TOLD.test(key))) return false;
  return HANDING.filter((group) => keys.some((key) => group.test(key))).length >= LEAST_HANDING;
}

/** Longest line of a name and a day, in words, and lines from which each text has its own. */
const SIGNATURE_WORDS = 9;
const LEAST_SIGNED = 4;

/** True where one text after the other has a name and a day of its own below it: a picture a day, letters. */
export function signsEach(span: readonly Block[]): boolean {
  const lines = span.filter(
    ({ words, text }) =>
      words <= SIGNATURE_WORDS && SIGNATURE.test(text) && isDateLine(text.replace(SIGNATURE, '')),
  );
  return new Set(lines.map(({ text }) => text)).size >= LEAST_SIGNED;
}

/** `منى الريامية | 28 نوفمبر 2026` */
const SIGNATURE = /^\p{L}[\p{L} .']{4,40}\s*[|،,/–—-]\s*(?=.*\p{Nd}{4})/u;
