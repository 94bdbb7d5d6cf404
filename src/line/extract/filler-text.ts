import { matchKey } from '../../arabic/key.ts';
import { countWords } from './word-count.ts';

/** What designers fill a template with, by key. */
const FILLER =
  /(?:^| )(?:هذا (?:ال)?نص (?:هو )?(?:مثال|مجرد مثال|بديل|تجريبي|افتراضي|شكلي)|(?:ال)?نص (?:ال)?(?:تجريبي|شكلي|افتراضي|بديل) |مولد النص العربي|يستبدل في نفس المساحه|لوريم (?:ايبسوم|اي?بسم)|لوريم|هنا (?:يوضع|يكتب|تكتب|يضاف) (?:ال)?(?:عنوان|نص|تعليق|محتوي)|(?:اكتب|ضع|ادخل) (?:هنا )?(?:ال)?(?:عنوان|نص|محتوي) هنا|عنوان (?:فرعي )?تجريبي|هناك حقيقه مثبته منذ زمن طويل)/u;

/** The same in Latin: whole pages of others' tests are made of it, so that it tells only on an Arabic page. */
const LATIN = /lorem ipsum|dolor sit amet|consectetu?er adipiscing|your (?:text|title) here/;

/** Words of a line from which one word over and over is no sentence, and the different ones it has. */
const LEAST_REPEATED = 8;
const MOST_DIFFERENT = 2;

/** Share of the text that is filler, in words: a story about such texts quotes a line of it. */
const MOST = 0.5;

/** True where the text is what a designer filled a template with, and no editor replaced. */
export function isFiller(headline: string, paragraphs: readonly string[]): boolean {
  const isArabic = /\p{Script=Arabic}/u.test(headline);
  const words = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + countWords(text), 0);
  const filler = paragraphs.filter((text) => isFillerLine(text, isArabic));
  return filler.length > 0 && words(filler) >= MOST * words(paragraphs);
}

function isFillerLine(text: string, isArabic: boolean): boolean {
  const key = matchKey(text);
  const words = key.split(' ');
  if (words.length >= LEAST_REPEATED && new Set(words).size <= MOST_DIFFERENT) return true;
  return FILLER.test(`${key} `) || (isArabic && LATIN.test(key));
}
