import type { Element } from 'domhandler';
import { matchKey } from '../../arabic/key.ts';
import { countAround } from './main-element.ts';
import { innerText } from './metadata.ts';
import type { PageView } from './page-view.ts';
import type { Block } from './region.ts';

/*
 * What a page has that sells, lets, teaches or hires one thing. A story may name a price; it has no line
 * with the price alone, no number to call and no button to buy.
 */

/** Longest line of one datum, in words: `الثمن: 42000 دج في الشهر`. */
const LINE_WORDS = 9;

const CURRENCY =
  '(?:دينار\\p{L}*|دنانير|جنيه\\p{L}*|ريال\\p{L}*|درهم\\p{L}*|دراهم|ليره|ليرات|دولار\\p{L}*|يورو|فرنك|شيكل|دج|دت|درهما|د م|د ج|د ت|د ا|ر س|ج م|egp|sar|aed|jod|mad|dzd|tnd|usd|eur|lbp|kwd|qar|omr|bhd|iqd)';

/** `18.50 دينار`, `السعر: 450 ألف ريال`, by key. */
const PRICE = new RegExp(
  `^(?:${CURRENCY} )?\\d[\\d ]*(?:الف |مليون |الاف )?${CURRENCY}(?: |$)|^(?:ال)?(?:سعر|ثمن|رسوم|كلفه|تكلفه|ايجار|الايجار الشهري|رسم|price|prix|tarif|loyer|frais|fee)(?: \\p{L}+){0,2} \\d`,
  'u',
);

/** `الهاتف: 0550 00 00 00`, by key. */
const PHONE =
  /^(?:(?:ال)?(?:هاتف|جوال|موبايل|محمول|تلفون|واتساب|نقال|خلوي|اتصال)|للاتصال|للتواصل|للحجز|للاستفسار|رقم (?:ال)?(?:هاتف|جوال|معلن|تواصل)|اتصل(?:وا)? (?:علي|ب)\p{L}*|tel|phone|telephone|mobile|call|appelez)(?: \p{L}+){0,3} (?:00)?\d[\d ]{5,}/u;

/** Labels of what one thing on offer is like, by key. */
const FIELD =
  /^(?:ال)?(?:سعر|ثمن|مساحه|عدد الغرف|غرف|طابق|موديل|سنه الصنع|عداد|ماركه|حاله|لون|مقاس\p{L}*|وزن|مده|مده الدوره|رسوم|مدرب|مدربه|مكان|مكان الانعقاد|موعد البدء|لغه|مستوي|هاتف|جوال|واتساب|عنوان|ناشر|دار النشر|عدد الصفحات|صفحات|غلاف|طبعه|isbn|توفر|ضمان|شحن|راتب|خبره|مؤهل|موهل|دوام|نوع العقد|جهه|مدينه|تامين|اخر موعد|رقم (?:ال)?(?:اعلان|مناقصه|منتج))(?: \p{L}+)?$/u;

/** Headings of what is offered, by key. */
const HEADING =
  /^(?:ماذا (?:س)?(?:تتعلم|يتعلم|ستتعلمون|تحصل|يشمل|تشمل)|لمن (?:هذه|هذا|الدوره)|محاور (?:ال)?(?:دوره|برنامج)|محتوي (?:ال)?(?:دوره|برنامج)|اهداف (?:ال)?(?:دوره|برنامج)|(?:ال)?(?:مدرب|مدربه|مدربون|محاضر|محاضرون)|(?:ال)?رسوم(?: و(?:ال)?\p{L}+)?|(?:ال)?مواصفات(?: \p{L}+)?|عن (?:ال)?(?:منتج|كتاب|دوره|وظيفه)|وصف (?:ال)?(?:منتج|وظيفه)|(?:ال)?وصف|(?:ال)?(?:شحن|توصيل)(?: و(?:ال)?\p{L}+)?|اراء (?:ال)?(?:مشترين|عملاء|زباين|متدربين)|تقييمات(?: \p{L}+)?|(?:ال)?مهام(?: \p{L}+)?|(?:ال)?(?:موهلات|متطلبات|شروط)(?: (?:ال)?(?:مطلوبه|وظيفه|تقديم|تسجيل|قبول|التحاق))?|كيفيه (?:ال)?(?:تقديم|تسجيل)|طريقه (?:ال)?(?:تقديم|تسجيل|دفع)|ماذا نقدم(?: لك)?|what you will learn|requirements|specifications|about this (?:item|course|product)|customer reviews|instructor|au programme|prerequis|le formateur|tarifs?|caracteristiques)$/u;

/** What such a button says, by key. */
const ACTION =
  /^(?:اضف (?:الي )?(?:ال)?(?:سله|عربه)|اضافه (?:الي )?(?:ال)?(?:سله|عربه)|اشتر(?:ي)?(?: الان)?|شراء(?: الان)?|اطلب(?: الان|ه الان)?|احجز(?: الان| مقعدك| مكانك)?|سجل (?:الان|في الدوره|معنا)|التسجيل(?: الان| في الدوره)?|التحق(?: الان| بالدوره)?|قدم (?:الان|علي الوظيفه|طلبك)|تقدم (?:الان|للوظيفه)|تواصل مع (?:البايع|المعلن)|اظهر (?:ال)?(?:رقم|هاتف)|اظهار (?:ال)?(?:رقم|هاتف)|add to (?:cart|basket|bag)|buy(?: now)?|order now|enrol?l(?: now)?|register now|apply(?: now)?|book now|ajouter au panier|acheter|s inscrire|postuler|reserver)$/u;

const HEADLINE =
  /(?:^| )(?:للبيع|للكراء|للايجار|للتنازل|للمبادله|مطلوب (?:للعمل|موظف\p{L}*|شقه|سياره)|for sale|for rent|to let|a vendre|a louer)(?: |$)/u;

/** Most lines with a price of one offer, the old price and the new one; a story has a table of them. */
const MOST_PRICES = 3;

/** True where one thing has its price in a line of its own. */
export function hasOnePrice(span: readonly Block[]): boolean {
  const prices = span.filter(
    ({ words, text }) => words <= LINE_WORDS && PRICE.test(matchKey(text)),
  );
  return prices.length > 0 && prices.length <= MOST_PRICES;
}

/** True where a line of its own is a number to call. */
export const isPhone = ({ words, text }: Block): boolean =>
  words <= LINE_WORDS && PHONE.test(matchKey(text));

/** True for a headline that sells, lets or seeks: `شقة للإيجار في حي النخيل`. */
export const sells = (headline: string): boolean => HEADLINE.test(matchKey(headline));

/** How many lines tell, with their label, what one thing on offer is like. */
export function countOfferFields(span: readonly Block[]): number {
  const labels = span
    .filter(({ words }) => words <= LINE_WORDS)
    .map(({ text }, at) => matchKey(/^([^:：]{2,30})[:：]/u.exec(text)?.[1] ?? cellOf(span, at)));
  return new Set(labels.filter((label) => FIELD.test(label))).size;
}

/** A label in a cell or a term of its own. */
const cellOf = (span: readonly Block[], at: number): string => {
  const block = span[at];
  const isLabel = block && /^(?:t[dh]|d[td])$/.test(block.tag) && block.words <= 3;
  return isLabel ? block.text : '';
};

/** How many headings are those of an offer. */
export const countOfferHeadings = (kept: readonly Block[]): number =>
  kept.filter(
    ({ kind, words, boldShare, text }) =>
      words <= 6 && (kind === 'heading' || boldShare > 0.9) && HEADING.test(matchKey(text)),
  ).length;

/** True for a button to buy, to register or to apply around headline and text. */
export const hasOfferButton = (view: PageView): boolean => countAround(view, isOfferButton) > 0;

function isOfferButton(element: Element): boolean {
  const { name, attribs } = element;
  if (name === 'input')
    return (
      /^(?:submit|button)$/.test(attribs.type ?? '') && ACTION.test(matchKey(attribs.value ?? ''))
    );
  return (name === 'button' || name === 'a') && ACTION.test(matchKey(innerText(element)));
}
