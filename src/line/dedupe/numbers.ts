import { matchKey } from '../../arabic/key.ts';

/** A number as printed: 1,250.5 · 04:55 · 2023/9/20 · 3-1, in any of the three digit sets. */
const DIGITS = '[0-9٠-٩۰-۹]{1,15}(?:[.,:/٫٬-][0-9٠-٩۰-۹]{1,15}){0,4}';

const ONES: readonly (readonly [string, number])[] = [
  ['واحد|واحدة', 1],
  ['اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي', 2],
  ['ثلاثة|ثلاث', 3],
  ['أربعة|أربع', 4],
  ['خمسة|خمس', 5],
  ['ستة|ست', 6],
  ['سبعة|سبع', 7],
  ['ثمانية|ثماني|ثمان', 8],
  ['تسعة|تسع', 9],
  ['عشرة|عشر', 10],
];
const TENS = ['عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];
const HUNDREDS = ['ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'ثماني', 'تسع'];
const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['ألف|ألفا|آلاف', 1000],
  ['مليون|مليونا|ملايين', 1_000_000],
  ['مليار|مليارا|مليارات', 1_000_000_000],
];

/** Letters that newsrooms write in two ways, in number words. */
const folded = (word: string): string =>
  foldHundred(word.replace(/[أإآ]/gu, 'ا').replace(/ة/gu, 'ه').replace(/ئ/gu, 'ي'));

/** `مائة` is written for `مئة`. */
const foldHundred = (word: string): string =>
  word.includes('ماي') ? word.replace(/^(.*)ماي/u, '$1مي') : word;

const rows = (table: typeof ONES): [string, number][] =>
  table.flatMap(([words, value]) =>
    words.split('|').map((word): [string, number] => [folded(word), value]),
  );

const WORDS = new Map<string, number>([
  ...rows(ONES),
  ['احد', 1],
  ['احدي', 1],
  ['احدى', 1],
  ...TENS.flatMap((stem, at): [string, number][] =>
    ['ون', 'ين'].map((end) => [folded(stem + end), (at + 2) * 10]),
  ),
  ...rows([
    ['مئة', 100],
    ['مئتان|مئتين|مئتا|مئتي', 200],
    ['ألفان|ألفين', 2000],
  ]),
  ...HUNDREDS.map((stem): [string, number] => [
    folded(`${stem}مئة`),
    (ONES.findIndex(([words]) => words.split('|').includes(stem)) + 1) * 100,
  ]),
]);
const FACTORS = new Map(rows(MULTIPLIERS));

/** Whether a word of the match key is part of a number in words: «خمسه», «وعشرون», «الاف». */
export function isNumberWord(word: string): boolean {
  // A key's letters are folded: three patterns a word of the text were a hundredth of a page's time.
  const bare = foldHundred(word);
  return isOne(bare) || (bare.startsWith('و') && isOne(bare.slice(1)));
}

const isOne = (word: string): boolean => WORDS.has(word) || FACTORS.has(word);

/**
 * How a number word can begin: the first two letters rule out nearly every other word. A run of such
 * words follows, each of which is looked up; the longest number has some ten words.
 */
const NUMBER = new RegExp(
  `${DIGITS}(?:\\s{1,2}(?:[أا]لفا?|[آا]لاف|مليونا?|ملايين|مليارا?|مليارات)(?!\\p{L}))?` +
    '|(?<!\\p{L})و?(?:وا|[أا]ح|[إا]ث|ثلا|[أا]رب|خم|ست|سب|ثما|تس|عش|م[ئا]|[أا]لف)\\p{L}{0,9}(?:\\s{1,2}\\p{L}{2,10}){0,9}',
  'gu',
);

/** Most numbers read off one text: a table of rates has some hundred. */
const MOST = 400;

/** A number of a text, and the words beside it, by which its place is found in another text. */
export interface FoundNumber {
  readonly value: string;
  /** The word before it and the one after; `#` where another number stands there. */
  readonly before: string;
  readonly after: string;
}

/**
 * The numbers of a text in order, in ASCII digits, thousands marks taken out; those written as words
 * among them, from one on: «ثلاثة وعشرون» is 23, «900 ألف» is 900000.
 */
export function numbersOf(text: string): FoundNumber[] {
  const numbers: FoundNumber[] = [];
  NUMBER.lastIndex = 0;
  for (let found = NUMBER.exec(text); found !== null; found = NUMBER.exec(text)) {
    const [run] = found;
    const digits = /^[0-9٠-٩۰-۹]/u.test(run);
    const read = digits ? { value: printed(run), length: run.length } : written(run);
    if (read.value !== undefined) {
      const end = found.index + read.length;
      numbers.push({ value: read.value, ...besides(text, found.index, end) });
    }
    if (numbers.length === MOST) break;
    NUMBER.lastIndex = found.index + read.length;
  }
  return numbers;
}

/** How far from a number its neighbours are looked for, in UTF-16 units: the longest word and its marks. */
const REACH = 32;

function besides(text: string, from: number, to: number): { before: string; after: string } {
  const before = /([\p{L}\p{M}]+|[0-9٠-٩۰-۹])[^\p{L}\p{M}0-9٠-٩۰-۹]*$/u.exec(
    text.slice(Math.max(0, from - REACH), from),
  );
  const after = /^[^\p{L}\p{M}0-9٠-٩۰-۹]*([\p{L}\p{M}]+|[0-9٠-٩۰-۹])/u.exec(
    text.slice(to, to + REACH),
  );
  const word = (found: string | undefined): string =>
    found === undefined ? '' : /[\p{L}\p{M}]/u.test(found) ? matchKey(found) : '#';
  return { before: word(before?.[1]), after: word(after?.[1]) };
}

/** A number in digits, with the word that multiplies it. */
function printed(run: string): string {
  const [number = '', factor] = run.split(/\s+/u);
  const plain = asciiDigits(number).replace(/[,٬](?=\d{3})/gu, '');
  const times = factor === undefined ? undefined : FACTORS.get(folded(factor));
  if (times === undefined || !/^\d{1,6}(?:\.\d{1,3})?$/u.test(plain)) return plain;
  return String(Math.round(Number(plain) * times));
}

/** The number that the first words of a run say; where they say none, the first word is passed over. */
function written(run: string): { value?: string; length: number } {
  const words = run.split(/\s+/u);
  let [sum, part, taken] = [0, 0, 0];
  for (const [at, word] of words.entries()) {
    const isJoined = word.startsWith('و') && (at > 0 || !WORDS.has(folded(word)));
    const bare = folded(isJoined ? word.slice(1) : word);
    const value = WORDS.get(bare);
    const factor = FACTORS.get(bare);
    if (value === undefined && factor === undefined) break;
    if (value !== undefined && at > 0 && !fits({ part, value, isJoined })) break;
    if (value === undefined) [sum, part] = [sum + Math.max(part, 1) * (factor ?? 1), 0];
    else part += value;
    taken = at + 1;
  }
  const length = words.slice(0, Math.max(taken, 1)).join(' ').length;
  return taken === 0 ? { length } : { value: String(sum + part), length };
}

/** Whether a word goes on with a number: «ثلاثة وعشرون», «خمسة عشر», not «ستة وسبعة». */
function fits({
  part,
  value,
  isJoined,
}: {
  part: number;
  value: number;
  isJoined: boolean;
}): boolean {
  const below = part % 100;
  if (!isJoined) return value === 10 && below > 0 && below < 10;
  if (value >= 100) return part === 0;
  return value < 10 ? below === 0 : below < 10;
}

/** Arabic-Indic (U+0660) and Extended Arabic-Indic (U+06F0) digits by their value. */
function asciiDigits(number: string): string {
  return number.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );
}
