/** A piece of a date text: a number, a word in its folded form, or one mark. */
export type DateToken =
  | { readonly kind: 'number'; readonly value: number; readonly digits: number }
  | {
      readonly kind: 'word';
      readonly text: string;
      /** Written in Latin capitals alone, two at least: `GMT`, `ET`. */
      readonly isCapitals?: boolean;
    }
  | {
      readonly kind: 'mark';
      readonly text: string;
      /** A plus or minus with a number right behind it. */
      readonly isSign?: boolean;
    };

/** Letters that are written in several ways, by code: hamza forms, ى, ة, ؤ, ئ, Persian ی and ک, Sorani ە. */
const FOLDED: ReadonlyMap<number, string> = new Map([
  [0x622, 'ا'],
  [0x623, 'ا'],
  [0x625, 'ا'],
  [0x671, 'ا'],
  [0x649, 'ي'],
  [0x6cc, 'ي'],
  [0x629, 'ه'],
  [0x624, 'و'],
  [0x626, 'ي'],
  [0x6a9, 'ك'],
  [0x6d5, 'ه'],
  // Latin accents, so that "août" and "aout", "März" and "Marz" are one word each.
  ...[...'àáâäãåèéêëìíîïòóôöõùúûüçñşğ'].map((letter): [number, string] => [
    letter.charCodeAt(0),
    letter.normalize('NFD').charAt(0),
  ]),
  [0x131, 'i'],
  // The same as capitals.
  ...[...'ÀÁÂÄÃÅÈÉÊËÌÍÎÏÒÓÔÖÕÙÚÛÜÇÑŞĞİ'].map((letter): [number, string] => [
    letter.charCodeAt(0),
    letter.normalize('NFD').charAt(0).toLowerCase(),
  ]),
]);

/** First codes of the decimal digits that Arab sites print: Arabic-Indic and extended. */
const DIGIT_ZEROS = [0x30, 0x660, 0x6f0] as const;

/** More pieces than that are prose, not a date line. */
const MOST_TOKENS = 80;

/** A run of digits that is longer is no part of a date. */
const LONGEST_NUMBER = 14;

/**
 * Splits a text into tokens; spaces part them and are not kept, marks and tatweel are dropped.
 * Presentation forms, wide digits, decomposed letters and digits of other scripts are read as what
 * they stand for.
 */
export function dateTokens(written: string): DateToken[] {
  const text = RARE.test(written) ? plainText(written) : written;
  const tokens: DateToken[] = [];
  let at = 0;
  while (at < text.length && tokens.length < MOST_TOKENS) {
    const code = text.charCodeAt(at);
    if (digitOf(code) >= 0) at = readNumber(text, at, tokens);
    else if (code === TATWEEL) at = readTatweel(text, at, tokens);
    else if (isLetter(code)) at = readWord(text, at, tokens);
    else {
      if (code > 0x20 && code !== 0xa0 && !isSilent(code)) tokens.push(markOf(text, at));
      at += 1;
    }
  }
  return tokens;
}

const TATWEEL = 0x640;

/** A tatweel that stretches no word is typed for a dash: `20 ـ 9 ـ 2021`, `20ـ9ـ2021`. */
function readTatweel(text: string, from: number, tokens: DateToken[]): number {
  let at = from;
  while (text.charCodeAt(at) === TATWEEL) at += 1;
  const next = text.charCodeAt(at);
  if (!isLetter(next)) tokens.push({ kind: 'mark', text: '-', isSign: digitOf(next) >= 0 });
  return at;
}

/** What only NFKC brings to the letters, digits and spaces that the loop knows; few texts have any. */
const RARE = /[\u0300-\u036f\u0700-\u1fff\u2000-\u200a\u202f\u3000-\uffff]/u;

/** NFKC, and decimal digits of any script as ASCII: Unicode lays each script's ten in one run. */
function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
      zero -= 1;
      value += 1;
    }
    return String(value);
  });
}

function readNumber(text: string, from: number, tokens: DateToken[]): number {
  let at = from;
  let value = 0;
  let digits = 0;
  const zero = text.charCodeAt(from) - digitOf(text.charCodeAt(from));
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSilent(code) && code !== TATWEEL) continue;
    // Digits of another script begin another number: some sites print a date twice, unparted.
    if (code < zero || code > zero + 9) break;
    value = value * 10 + code - zero;
    digits += 1;
  }
  if (digits > LONGEST_NUMBER) tokens.push({ kind: 'word', text: '#' });
  else if (text[at] === ':' && isYearWithHour(digits)) pushYearAndHour(value, digits, tokens);
  else tokens.push({ kind: 'number', value, digits });
  return at;
}

/** `12/11/202614:05`: a year and an hour whose markup alone parted them. */
const isYearWithHour = (digits: number): boolean => digits === 5 || digits === 6;

function pushYearAndHour(value: number, digits: number, tokens: DateToken[]): void {
  const hourDigits = digits - 4;
  const scale = 10 ** hourDigits;
  tokens.push(
    { kind: 'number', value: Math.floor(value / scale), digits: 4 },
    { kind: 'number', value: value % scale, digits: hourDigits },
  );
}

function readWord(text: string, from: number, tokens: DateToken[]): number {
  let at = from;
  let word = '';
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSilent(code)) continue;
    if (!isLetter(code)) break;
    word += FOLDED.get(code) ?? (code < 0x250 ? (text[at] ?? '').toLowerCase() : text[at]);
  }
  const first = text.charCodeAt(from);
  const isCapitals = first >= 0x41 && first <= 0x5a && CAPITALS.test(text.slice(from, at));
  if (word !== '') tokens.push({ kind: 'word', text: word, ...(isCapitals ? { isCapitals } : {}) });
  return at;
}

/** A zone's abbreviation has two to five letters. */
const CAPITALS = /^[A-Z]{2,5}$/u;

/** The value of a decimal digit, -1 for anything else. */
function digitOf(code: number): number {
  for (const zero of DIGIT_ZEROS) if (code >= zero && code <= zero + 9) return code - zero;
  return -1;
}

/** Latin, Arabic and Arabic supplement letters. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code < 0x250) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  return (code >= 0x620 && code <= 0x64a) || (code >= 0x671 && code <= 0x6d5 && code !== 0x6d4);
}

/** Tashkeel, tatweel, soft hyphens, zero-width and bidirectional characters: seen by no reader. */
function isSilent(code: number): boolean {
  if (code === 0xad) return true;
  if (code >= 0x64b && code <= 0x65f) return true;
  if (code === 0x640 || code === 0x670 || code === 0x61c || code === 0xfeff) return true;
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

/** Marks that are another mark to a reader: the Arabic comma, dashes, slashes, the ratio. */
const SAME_MARKS: ReadonlyMap<number, string> = new Map([
  [0x60c, ','],
  [0x61b, ','],
  [0x60d, '/'],
  [0x2044, '/'],
  [0x2215, '/'],
  [0x5c, '/'],
  [0x2212, '-'],
  [0x2236, ':'],
  [0x5f, '-'],
]);

/** Dashes, commas and slashes of all kinds become one of each. */
function markOf(text: string, at: number): DateToken {
  const code = text.charCodeAt(at);
  const isDash = code >= 0x2010 && code <= 0x2015;
  const mark = isDash ? '-' : (SAME_MARKS.get(code) ?? String.fromCharCode(code));
  if (mark !== '-' && mark !== '+') return { kind: 'mark', text: mark };
  return { kind: 'mark', text: mark, isSign: digitOf(text.charCodeAt(at + 1)) >= 0 };
}
