/** The encodings of one byte a character that Arabic news pages are met in, and their neighbours. */
const SINGLE_BYTE = ['windows-1256', 'iso-8859-6', 'windows-1252', 'windows-1254'] as const;

/**
 * How much a letter speaks for Arabic prose: about log2 of how often it stands there against a
 * letter that occurs once in 400. Only the order matters: the wrong encoding puts rare letters and
 * signs where alef and lam should be.
 */
const ARABIC_WEIGHTS: readonly [string, number][] = [
  ['ال', 5.7],
  ['يمنروت', 4.5],
  ['ةعبدسفأ', 3.7],
  ['هقكح', 3.2],
  ['ىإجشصط،', 2.2],
  ['خضذثزغئ', 1.3],
  ['ءظؤآ؛؟ـ', 0],
];

/** What a byte may be in one encoding. */
type Kind = 'arabic' | 'latin' | 'other' | 'sign' | 'none';

interface Cell {
  readonly kind: Kind;
  readonly weight: number;
}

/** Letters of other alphabets that windows-1256 holds beside Arabic (French, Persian, Urdu). */
const LATIN = /\p{sc=Latn}/u;
const ARABIC = /\p{sc=Arab}/u;
const LETTER = /\p{L}/u;

/** Signs of running text: quotation marks, dashes, the no-break space, joiners. */
const SIGN = /[\u00a0«»“”‘’–—…•©®°·\u200c-\u200f،؛؟]/u;

const tables = new Map<string, readonly Cell[]>();

function tableOf(charset: string): readonly Cell[] {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset);
  const table = Array.from({ length: 128 }, (_, index) =>
    cellOf(decoder.decode(Uint8Array.of(index + 128))),
  );
  tables.set(charset, table);
  return table;
}

function cellOf(letter: string): Cell {
  const row = ARABIC_WEIGHTS.find(([letters]) => letters.includes(letter));
  if (row) return { kind: 'arabic', weight: row[1] };
  // Persian and Urdu letters and vowel signs: possible, rare.
  if (ARABIC.test(letter)) return { kind: 'arabic', weight: -1 };
  if (LATIN.test(letter)) return { kind: 'latin', weight: 2 };
  if (SIGN.test(letter)) return { kind: 'sign', weight: 0.5 };
  // Hebrew, Greek, Cyrillic: only where such an encoding is declared.
  if (LETTER.test(letter)) return { kind: 'other', weight: 2 };
  // Controls of C1, unassigned bytes, mathematical and box signs hardly occur in prose.
  return { kind: 'none', weight: letter === '\ufffd' || letter < '\u00a0' ? -8 : -3 };
}

/** Two letters that do not stand side by side in a word cost more than a frequent letter gives. */
const CLASH = 6;

/** Enough letters to tell; the rest of a long page adds nothing. */
const ENOUGH_LETTERS = 20_000;

/** What speaks for `charset`, for each high byte: positive where the text reads like prose. */
function scoreCharset(bytes: Uint8Array, charset: string): number {
  const table = tableOf(charset);
  let score = 0;
  let letters = 0;
  let before: Kind = 'none';
  for (let at = 0; at < bytes.length && letters < ENOUGH_LETTERS; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 128) {
      const kind = isAsciiLetter(byte) ? 'latin' : 'none';
      if (kind === 'latin' && before !== kind && isLetter(before) && isHigh(bytes[at - 1]))
        score -= CLASH;
      before = kind;
      continue;
    }
    const cell = table[byte - 128] ?? { kind: 'none', weight: 0 };
    letters += 1;
    score += cell.weight + joinOf(before, cell.kind, isHigh(bytes[at - 1]));
    before = cell.kind;
  }
  return letters === 0 ? 0 : score / letters;
}

/** Accented Latin letters in a row are Arabic in the wrong encoding; French has one at a time. */
function joinOf(before: Kind, kind: Kind, afterHigh: boolean): number {
  if (isLetter(kind) && isLetter(before) && kind !== before) return -CLASH;
  return kind === 'latin' && before === 'latin' && afterHigh ? -CLASH : 0;
}

function isLetter(kind: Kind): boolean {
  return kind === 'arabic' || kind === 'latin' || kind === 'other';
}

function isAsciiLetter(byte: number): boolean {
  return (byte > 64 && byte < 91) || (byte > 96 && byte < 123);
}

function isHigh(byte: number | undefined): boolean {
  return (byte ?? 0) > 127;
}

/** The best of the single-byte encodings; a declared one wins where it is nearly as good. */
export function chooseSingleByte(bytes: Uint8Array, declared: readonly string[]): string {
  const names = [...new Set([...declared.filter(isSingleByte), ...SINGLE_BYTE])];
  const scores = names.map((name) => ({
    name,
    // A declaration is right more often than not, and two near encodings may differ in few bytes.
    score: scoreCharset(bytes, name) + (declared.includes(name) ? 0.4 : 0),
  }));
  scores.sort((one, other) => other.score - one.score);
  return scores[0]?.name ?? 'windows-1256';
}

function isSingleByte(charset: string): boolean {
  return /^(?:windows-125\d|windows-874|iso-8859-\d+|koi8-[ru]|ibm866|macintosh|x-mac-cyrillic)$/u.test(
    charset,
  );
}
