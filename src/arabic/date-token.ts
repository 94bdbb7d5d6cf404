/** A piece of a date text: a number, a word in its folded form, or one mark. */
export type DateToken =
  | { readonly kind: 'number'; readonly value: number; readonly digits: number }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string };

/** Letters that are written in several ways, by code: hamza forms, ى, ة, ؤ, ئ, Persian ی and ک. */
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
  // French accents, so that "août" and "aout" are one word.
  [0xe0, 'a'],
  [0xe2, 'a'],
  [0xe8, 'e'],
  [0xe9, 'e'],
  [0xea, 'e'],
  [0xf4, 'o'],
  [0xfb, 'u'],
]);

/** First codes of the decimal digits that Arab sites print: Arabic-Indic and extended. */
const DIGIT_ZEROS = [0x30, 0x660, 0x6f0] as const;

/** More pieces than that are prose, not a date line. */
const MOST_TOKENS = 80;

/** A run of digits that is longer is no part of a date. */
const LONGEST_NUMBER = 14;

/** Splits a text into tokens; spaces part them and are not kept, marks and tatweel are dropped. */
export function dateTokens(text: string): DateToken[] {
  const tokens: DateToken[] = [];
  let at = 0;
  while (at < text.length && tokens.length < MOST_TOKENS) {
    const code = text.charCodeAt(at);
    if (digitOf(code) >= 0) at = readNumber(text, at, tokens);
    else if (isLetter(code)) at = readWord(text, at, tokens);
    else {
      if (code > 0x20 && code !== 0xa0 && !isSilent(code)) tokens.push(markOf(code));
      at += 1;
    }
  }
  return tokens;
}

function readNumber(text: string, from: number, tokens: DateToken[]): number {
  let at = from;
  let value = 0;
  let digits = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = digitOf(code);
    if (digit < 0 && !isSilent(code)) break;
    if (digit < 0) continue;
    value = value * 10 + digit;
    digits += 1;
  }
  tokens.push(
    digits > LONGEST_NUMBER ? { kind: 'word', text: '#' } : { kind: 'number', value, digits },
  );
  return at;
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
  if (word !== '') tokens.push({ kind: 'word', text: word });
  return at;
}

/** The value of a decimal digit, -1 for anything else. */
function digitOf(code: number): number {
  for (const zero of DIGIT_ZEROS) if (code >= zero && code <= zero + 9) return code - zero;
  return -1;
}

/** Latin, Arabic and Arabic supplement letters. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code < 0x250) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  return (code >= 0x620 && code <= 0x64a) || (code >= 0x671 && code <= 0x6d3);
}

/** Tashkeel, tatweel, zero-width and bidirectional characters: seen by no reader. */
function isSilent(code: number): boolean {
  if (code >= 0x64b && code <= 0x65f) return true;
  if (code === 0x640 || code === 0x670 || code === 0x61c || code === 0xfeff) return true;
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

/** Dashes, commas and quotation marks of all kinds become one of each. */
function markOf(code: number): DateToken {
  if (code === 0x60c || code === 0x61b) return { kind: 'mark', text: ',' };
  if (code >= 0x2010 && code <= 0x2015) return { kind: 'mark', text: '-' };
  if (code === 0x2212) return { kind: 'mark', text: '-' };
  return { kind: 'mark', text: String.fromCharCode(code) };
}
