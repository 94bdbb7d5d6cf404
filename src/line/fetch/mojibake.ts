/** UTF-8 that was taken for a single-byte encoding and encoded as UTF-8 once more. */
const MISTAKEN = ['windows-1252', 'windows-1256'] as const;

/** Arabic letters begin with these two bytes in UTF-8; read singly they look like this. */
const TRACE = /[ØÙ][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2122€]|[طظ][§„±…ط¨†‡ˆ¯³¹]/gu;

/** Fewer traces are a quotation or a name, not a whole text. */
const FEWEST_TRACES = 20;

/** More of the text than that is already damaged: repair only where it is nearly all. */
const MOST_DAMAGE = 0.02;

const ARABIC = /[\u0621-\u064a]/gu;

/** The text before it was encoded twice, or undefined where it was not (or cannot be restored). */
export function repairMojibake(text: string): string | undefined {
  const traces = count(text, TRACE);
  if (traces < FEWEST_TRACES) return undefined;
  return MISTAKEN.map((charset) => restore(text, charset)).find(
    (restored) => restored !== undefined && count(restored, ARABIC) > traces / 2,
  );
}

function restore(text: string, charset: string): string | undefined {
  const table = bytesOf(charset);
  const bytes = new Uint8Array(text.length);
  let damaged = 0;
  let length = 0;
  for (const letter of text) {
    const byte = letter < '\u0080' ? letter.charCodeAt(0) : table.get(letter);
    if (byte === undefined) damaged += 1;
    bytes[length] = byte ?? 0x3f;
    length += 1;
  }
  const restored = new TextDecoder('utf-8').decode(bytes.subarray(0, length));
  damaged += count(restored, /\ufffd/gu);
  return damaged <= restored.length * MOST_DAMAGE ? restored : undefined;
}

const encoders = new Map<string, ReadonlyMap<string, number>>();

function bytesOf(charset: string): ReadonlyMap<string, number> {
  const known = encoders.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset);
  const high = Array.from({ length: 128 }, (_, index) => index + 128);
  const table = new Map(high.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  encoders.set(charset, table);
  return table;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
