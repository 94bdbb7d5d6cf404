import { LATIN_WORDS, SCRIPT_LANGUAGES, SIGNS } from './language-signs.ts';

/** A language told from a text. */
export interface TextLanguage {
  /** BCP 47. */
  readonly tag: string;
  readonly confidence: number;
}

/** Some 330 words, enough to tell a language by its commonest words; in UTF-16 units. */
const LONGEST = 2000;

/** Fewer letters tell nothing. */
const FEWEST_LETTERS = 6;

/** Where nothing speaks for another language, letters of the Arabic script are Arabic. */
const ARABIC_PRIOR = 0.5;

/** A script's share of the letters from which the text is taken to be written in it. */
const MOST = 0.5;

/** The language of a text by its letters and commonest words; undefined where too little says so. */
export function findLanguage(text: string): TextLanguage | undefined {
  const part = text.slice(0, LONGEST);
  if (isPlainlyArabic(part)) return amongArabicScript(part);
  const letters = part.replace(/\P{L}+/gu, '');
  if (letters.length < FEWEST_LETTERS) return undefined;
  const most = letters.length * MOST;
  if (letters.replace(/\P{Script=Arabic}+/gu, '').length > most) return amongArabicScript(part);
  if (letters.replace(/\P{Script=Latin}+/gu, '').length > most) return amongLatinScript(part);
  // Japanese is written with Chinese characters too: its own come first.
  const other = SCRIPT_LANGUAGES.find(
    ([, script]) => count(part, script) > letters.length * shareOf(script),
  );
  return other && { tag: other[0], confidence: 0.9 };
}

/** Share of all UTF-16 units, spaces among them, from which the script needs no closer look. */
const PLAINLY = 0.6;

/** True where most units lie in the blocks Arabic and Arabic Supplement (Unicode). */
function isPlainlyArabic(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x620 && unit <= 0x77f) count += 1;
  }
  return count > FEWEST_LETTERS && count > text.length * PLAINLY;
}

/** A third of a Japanese text is in its own letters at least. */
const shareOf = (script: RegExp): number => (script.source.includes('Hiragana') ? 0.2 : MOST);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The article, which opens every fourth word of Arabic and hardly one of its neighbours'. */
const ARTICLE = /^(?:[وفبك]|وب)?ال\p{L}{2,}|^(?:ول|ل)ل\p{L}{2,}/u;

/** The end of the blocks Arabic and Arabic Supplement (Unicode), in which all letters of the signs lie. */
const ARABIC_END = 0x780;

/** The languages that a word, and a letter by its UTF-16 unit, is a sign of; so a text is gone through once. */
const BY_WORD = new Map<string, number[]>();
const BY_LETTER = Array.from(
  // Made in full: where an array has its first element at 1,600, V8 looks up each by its hash.
  { length: ARABIC_END },
  (): { readonly sign: number; readonly weight: number }[] => [],
);
for (const [sign, { words, letters }] of SIGNS.entries()) {
  for (const word of words) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), sign]);
  for (const [letter, weight] of Object.entries(letters)) {
    const unit = letter.charCodeAt(0);
    BY_LETTER[unit]?.push({ sign, weight });
  }
}

/** A common word is as good a sign as two letters of a language's own. */
const WORD_WEIGHT = 2;

function amongArabicScript(text: string): TextLanguage {
  const scores = SIGNS.map(({ tag }) => ({ tag, score: tag === 'ar' ? ARABIC_PRIOR : 0 }));
  const add = (sign: number, weight: number): void => {
    const one = scores[sign];
    if (one) one.score += weight;
  };
  for (const word of text.match(/[\p{L}\p{M}\u200c]+/gu) ?? []) {
    if (ARTICLE.test(word)) add(ARABIC, 1);
    for (const sign of BY_WORD.get(word) ?? []) add(sign, WORD_WEIGHT);
  }
  for (let at = 0; at < text.length; at += 1) {
    const signs = BY_LETTER[text.charCodeAt(at)];
    if (signs) for (const { sign, weight } of signs) add(sign, weight);
  }
  return surest(scores);
}

const ARABIC = SIGNS.findIndex(({ tag }) => tag === 'ar');

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
