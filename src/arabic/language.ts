import { LATIN_WORDS, SCRIPT_LANGUAGES, SIGNS } from './language-signs.ts';

/** A language told from a text. */
export interface TextLanguage {
  /** BCP 47. */
  readonly tag: string;
  readonly confidence: number;
}

/** Enough of a text to tell its language, in UTF-16 units. */
const LONGEST = 4000;

/** Fewer letters tell nothing. */
const FEWEST_LETTERS = 6;

/** Where nothing speaks for another language, letters of the Arabic script are Arabic. */
const ARABIC_PRIOR = 0.5;

/** A script's share of the letters from which the text is taken to be written in it. */
const MOST = 0.5;

/** The language of a text by its letters and commonest words; undefined where too little says so. */
export function findLanguage(text: string): TextLanguage | undefined {
  const part = text.slice(0, LONGEST);
  const letters = count(part, /\p{L}/gu);
  if (letters < FEWEST_LETTERS) return undefined;
  if (count(part, ARABIC_LETTER) > letters * MOST) return amongArabicScript(part);
  if (count(part, /\p{Script=Latin}/gu) > letters * MOST) return amongLatinScript(part);
  // Japanese is written with Chinese characters too: its own come first.
  const other = SCRIPT_LANGUAGES.find(
    ([, script]) => count(part, script) > letters * shareOf(script),
  );
  return other && { tag: other[0], confidence: 0.9 };
}

/** Tatweel and marks belong to every script, so that letters alone are counted. */
const ARABIC_LETTER = /(?=\p{L})\p{Script=Arabic}/gu;

/** A third of a Japanese text is in its own letters at least. */
const shareOf = (script: RegExp): number => (script.source.includes('Hiragana') ? 0.2 : MOST);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The article, which opens every fourth word of Arabic and hardly one of its neighbours'. */
const ARTICLE = /^(?:[وفبك]|وب)?ال\p{L}{2,}|^(?:ول|ل)ل\p{L}{2,}/u;

function amongArabicScript(text: string): TextLanguage {
  const words = text.match(/[\p{L}\p{M}\u200c]+/gu) ?? [];
  const article = words.filter((word) => ARTICLE.test(word)).length;
  const frequencies = frequenciesOf(text);
  const scores = SIGNS.map(({ tag, letters, words: common }) => {
    const byWords = words.filter((word) => common.has(word)).length;
    const byLetters = Object.entries(letters).reduce(
      (sum, [letter, weight]) => sum + weight * (frequencies.get(letter) ?? 0),
      0,
    );
    const own = tag === 'ar' ? article + ARABIC_PRIOR : 0;
    return { tag, score: byWords * 2 + byLetters + own };
  });
  return surest(scores);
}

function frequenciesOf(text: string): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  for (const letter of text) frequencies.set(letter, (frequencies.get(letter) ?? 0) + 1);
  return frequencies;
}

function amongLatinScript(text: string): TextLanguage | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = Object.entries(LATIN_WORDS).map(([tag, common]) => ({
    tag,
    score: words.filter((word) => common.has(word)).length,
  }));
  const best = surest(scores);
  return scores.some(({ score }) => score > 0) ? best : undefined;
}

/** What counts as one sign more for everybody: a lead of one sign in a short text is no certainty. */
const DOUBT = 0.5;

function surest(scores: readonly { readonly tag: string; readonly score: number }[]): TextLanguage {
  const [best, second] = scores.toSorted((a, b) => b.score - a.score);
  const [most, next] = [best?.score ?? 0, second?.score ?? 0];
  const confidence = Math.min(0.99, (most + DOUBT) / (most + next + 2 * DOUBT));
  return { tag: best?.tag ?? 'ar', confidence: Math.round(confidence * 100) / 100 };
}
