import { ARTICLE_WORDS } from './article-words.ts';
import { FRAME_WORDS } from './frame-words.ts';
import { SOURCE_WORDS } from './source-words.ts';
import { WORK_WORDS } from './work-words.ts';

/** Every word of the console, each in Arabic and in English: without one of the two it is no word. */
const WORDS = { ...FRAME_WORDS, ...SOURCE_WORDS, ...ARTICLE_WORDS, ...WORK_WORDS };

/** The languages of the console (BCP 47). */
export const LANGUAGES = ['ar', 'en'] as const;
/** A language of the console. */
export type Language = (typeof LANGUAGES)[number];

/** The name of a word. */
export type Word = keyof typeof WORDS;

/** Says a word in one language. */
export type Say = (word: Word) => string;

/** The words of one language. */
export function wordsOf(language: Language): Say {
  const at = LANGUAGES.indexOf(language);
  return (word) => WORDS[word][at] ?? word;
}

/** True for the name of a word: what stands in an address may be any text. */
export function isWord(name: string): name is Word {
  return Object.hasOwn(WORDS, name);
}
