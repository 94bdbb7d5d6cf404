/** A language told from a text. */
export interface TextLanguage {
  /** BCP 47. */
  readonly tag: string;
  readonly confidence: number;
}

/** Letters that stand in one language of the Arabic script and not in Arabic (CLDR exemplar sets). */
const LETTERS: Readonly<Record<string, RegExp>> = {
  ur: /[ٹڈڑںےہھ]/gu,
  ps: /[ټډړښځڅڼۍېګ]/gu,
  ckb: /[ەێۆڵڕڤ]/gu,
  ug: /[ۇۈۋېەڭھ]/gu,
  fa: /[پچژگیک]/gu,
};

/** Words that Persian and Arabic texts cannot do without: a Persian keyboard alone is no Persian. */
const PERSIAN_WORDS = /(?<!\p{L})(?:است|این|که|از|را|های|می|شد|برای|با)(?!\p{L})/gu;
const ARABIC_WORDS = /(?<!\p{L})(?:في|من|على|إلى|الى|أن|ان|التي|الذي|عن|هذا|هذه|مع|فى)(?!\p{L})/gu;

/** Other scripts, each with the language it is taken for on a news page. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['he', /\p{Script=Hebrew}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
];

/** Fewer letters tell nothing. */
const LETTERS_LEAST = 20;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language of a text by its letters and commonest words; undefined where too little says so. */
export function findLanguage(text: string): TextLanguage | undefined {
  const letters = count(text, /\p{L}/gu);
  if (letters < LETTERS_LEAST) return undefined;
  const arabic = count(text, /\p{Script=Arabic}/gu);
  if (arabic > letters / 2) return amongArabicScript(text, arabic);
  const other = SCRIPTS.find(([, pattern]) => count(text, pattern) > letters / 2);
  if (other) return { tag: other[0], confidence: 0.9 };
  return latinLanguage(text, letters);
}

function amongArabicScript(text: string, letters: number): TextLanguage {
  if (count(text, ARABIC_WORDS) > count(text, PERSIAN_WORDS) * 2)
    return { tag: 'ar', confidence: 0.98 };
  const shares = Object.entries(LETTERS).map(([tag, pattern]) => ({
    tag,
    share: count(text, pattern) / letters,
  }));
  const best = shares.toSorted((a, b) => b.share - a.share)[0];
  // One letter in thirty: below that they are names in an Arabic text.
  if (best && best.share > 1 / 30) return { tag: best.tag, confidence: 0.9 };
  return { tag: 'ar', confidence: 0.9 };
}

/** The commonest words of the Latin-script languages that Arab sites also publish in. */
const LATIN_WORDS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|of|to|in|that|for)\b/giu,
  fr: /\b(?:le|la|les|des|et|une?|du|dans)\b/giu,
  tr: /\b(?:ve|bir|bu|için|ile|da|de)\b/giu,
  es: /\b(?:el|los|las|que|una?|por|con)\b/giu,
};

function latinLanguage(text: string, letters: number): TextLanguage | undefined {
  if (count(text, /\p{Script=Latin}/gu) <= letters / 2) return undefined;
  const counts = Object.entries(LATIN_WORDS).map(([tag, words]) => ({
    tag,
    hits: count(text, words),
  }));
  const best = counts.toSorted((a, b) => b.hits - a.hits)[0];
  return best && best.hits > 0 ? { tag: best.tag, confidence: 0.8 } : undefined;
}
