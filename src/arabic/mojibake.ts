/** A text as it was meant, where it had been read in a wrong encoding. */
export interface RepairedText {
  readonly text: string;
  readonly isRepaired: boolean;
}

/** An encoding that the bytes had been taken for, and the one that they are in. */
interface Mistake {
  readonly taken: string;
  readonly meant: string;
  /** What such a text is full of. */
  readonly trace: RegExp;
}

/** UTF-8 taken for a single-byte encoding: the two bytes of each letter begin with D8 or D9. */
const DOUBLED: readonly Mistake[] = [
  {
    taken: 'windows-1252',
    meant: 'utf-8',
    trace: /[ØÙ][\u0080-\u00ff\u0152-\u0178\u02c6\u02dc\u2013-\u2122]/gu,
  },
  { taken: 'windows-1256', meant: 'utf-8', trace: /[طظ][^\p{L}\s]|[طظ][ھپچژڈگکٹںہے]/gu },
];

const ACCENTED = /[\u00c0-\u00ff]/gu;

/** Arabic single-byte encodings taken for the Western one: each letter is an accented one. */
const WESTERN: readonly Mistake[] = ['windows-1256', 'iso-8859-6'].map((meant) => ({
  taken: 'windows-1252',
  meant,
  trace: ACCENTED,
}));

/** So many letters do not come out right by chance. */
const FEWEST_DOUBLED = 3;
const FEWEST_WESTERN = 8;

/** Of a Western text one letter in eight is accented at most (Vietnamese is not in that encoding). */
const WESTERN_SHARE = 0.7;

/** In a long text some bytes are lost on the way; more than that, and it is something else. */
const MOST_DAMAGE = 0.02;

const ARABIC_LETTER = /[\u0621-\u063a\u0641-\u064a]/gu;

/** Words without which no Arabic text of some lines is written, and the article. */
const COMMON = /(?<!\p{L})(?:ال\p{L}{2,}|في|من|على|عن|أن|إن|إلى|مع|هذا|هذه|بعد|قبل)(?!\p{L})/gu;

/** Share of the words that are common ones, in any Arabic text: about half; a third for headlines. */
const COMMON_SHARE = 0.2;

/**
 * Mends a text of windows-1256 or UTF-8 that was read as the other or as Western (`Ø§Ù„`, `ط§ظ„`,
 * `Çá`), where it is certain: nearly all of it comes out as Arabic. Else the text stays as it is.
 */
export function repairMojibake(text: string): RepairedText {
  const meant = findDoubled(text) ?? findWestern(text);
  return meant === undefined ? { text, isRepaired: false } : { text: meant, isRepaired: true };
}

/**
 * Whether a text has the traces without which nothing is mended, counted chunk by chunk: few have,
 * and the others need not be made one long string for it.
 */
export function hasMojibakeTraces(chunks: readonly string[]): boolean {
  const counted = (pattern: RegExp): number =>
    chunks.reduce((sum, chunk) => sum + count(chunk, pattern), 0);
  return (
    DOUBLED.some(({ trace }) => counted(trace) >= FEWEST_DOUBLED) ||
    counted(ACCENTED) >= FEWEST_WESTERN
  );
}

function findDoubled(text: string): string | undefined {
  for (const mistake of DOUBLED) {
    const traces = count(text, mistake.trace);
    if (traces < FEWEST_DOUBLED) continue;
    const restored = restore(text, mistake);
    if (restored !== undefined && count(restored, ARABIC_LETTER) > traces / 2) return restored;
  }
  return undefined;
}

function findWestern(text: string): string | undefined {
  if (!isFullOfAccents(text)) return undefined;
  const texts = WESTERN.flatMap((mistake) => restore(text, mistake) ?? []);
  const likeness = (one: string): number => count(one, COMMON) / count(one, /\p{L}+/gu);
  const best = texts.toSorted((a, b) => likeness(b) - likeness(a))[0];
  return best !== undefined && likeness(best) >= COMMON_SHARE ? best : undefined;
}

/**
 * Counted by units first: a match for each letter of a page takes longer than its parse. Most pages
 * have none or a few, which a pattern finds in a tenth of the time of the units.
 */
function isFullOfAccents(text: string): boolean {
  if (count(text, ACCENTED) < FEWEST_WESTERN) return false;
  let [accented, plain] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xc0 && unit <= 0xff) accented += 1;
    else if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) plain += 1;
  }
  if (accented < FEWEST_WESTERN || accented < plain * WESTERN_SHARE) return false;
  return accented >= count(text, /\p{L}/gu) * WESTERN_SHARE;
}

/**
 * The bytes of the text by the encoding that they were taken for, read by the one they are in. In parts:
 * an Arabic text as it should be, which now and then has a trace too, is given up after its first lines.
 */
function restore(text: string, { taken, meant }: Mistake): string | undefined {
  const decoder = new TextDecoder(meant);
  // Of a page most is markup in ASCII, which comes out right whatever it is taken for.
  const most = countSigns(text) * MOST_DAMAGE;
  let [restored, damaged] = ['', 0];
  for (let [from, to] = [0, 0]; from < text.length; from = to) {
    to = partEnd(text, from);
    const { bytes, lost } = encode(text.slice(from, to), taken);
    const part = decoder.decode(bytes, { stream: to < text.length });
    damaged += lost + count(part, /\ufffd/gu);
    if (damaged > most) return undefined;
    restored += part;
  }
  return restored;
}

/** Length of a part, in UTF-16 units: some lines. */
const PART_LENGTH = 2_048;

/** Where a part ends: not within a surrogate pair. */
function partEnd(text: string, from: number): number {
  const to = from + PART_LENGTH;
  return (text.codePointAt(to - 1) ?? 0) > 0xffff ? to + 1 : to;
}

function encode(text: string, charset: string): { bytes: Uint8Array; lost: number } {
  const table = bytesOf(charset);
  const bytes = new Uint8Array(text.length);
  let [lost, length] = [0, 0];
  for (const character of text) {
    const byte = character < '\u0080' ? character.charCodeAt(0) : table.get(character);
    if (byte === undefined) lost += 1;
    bytes[length] = byte ?? 0x3f;
    length += 1;
  }
  return { bytes: bytes.subarray(0, length), lost };
}

/** Signs beside those of ASCII and white space, one by one: a match for each takes ten times as long. */
function countSigns(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.codePointAt(at) ?? 0;
    if (sign > 0xffff) at += 1;
    const isPlain = sign >= 0x20 && sign <= 0x7e;
    if (!isPlain && !isSpace(sign)) signs += 1;
  }
  return signs;
}

/** White space as `\s` has it. */
const isSpace = (sign: number): boolean =>
  sign <= 0xa0
    ? (sign >= 0x09 && sign <= 0x0d) || sign === 0xa0
    : sign >= 0x1680 && /\s/u.test(String.fromCodePoint(sign));

const tables = new Map<string, ReadonlyMap<string, number>>();

/** The bytes 80 to 9F of windows-1252 (WHATWG Encoding); Node 20 decodes them as ISO-8859-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The bytes above ASCII by their characters. */
function bytesOf(charset: string): ReadonlyMap<string, number> {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset);
  const high = Array.from({ length: 128 }, (_, index) => index + 128);
  const table = new Map(high.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  if (charset === 'windows-1252') {
    for (const [at, character] of [...WINDOWS_1252].entries()) table.set(character, 0x80 + at);
  }
  tables.set(charset, table);
  return table;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
