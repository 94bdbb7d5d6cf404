/** How far bytes are UTF-8 (RFC 3629). */
export interface Utf8Count {
  /** Characters of two bytes and more. */
  readonly multibyte: number;
  /** Bytes that belong to no character. */
  readonly stray: number;
}

/** Counts over all of `bytes`, in one pass. */
export function countUtf8(bytes: Uint8Array): Utf8Count {
  let multibyte = 0;
  let stray = 0;
  for (let at = 0; at < bytes.length; ) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1;
      continue;
    }
    const length = characterLength(bytes, at);
    if (length === 0) {
      stray += 1;
      at += 1;
    } else {
      multibyte += 1;
      at += length;
    }
  }
  return { multibyte, stray };
}

/** Well-formed sequences by their first byte, and the range of the second (Unicode, table 3-7). */
const FORMS: readonly { first: [number, number]; second: [number, number]; length: number }[] = [
  { first: [0xc2, 0xdf], second: [0x80, 0xbf], length: 2 },
  // Overlong forms and surrogates are no characters: hence the narrower ranges.
  { first: [0xe0, 0xe0], second: [0xa0, 0xbf], length: 3 },
  { first: [0xed, 0xed], second: [0x80, 0x9f], length: 3 },
  { first: [0xe1, 0xef], second: [0x80, 0xbf], length: 3 },
  { first: [0xf0, 0xf0], second: [0x90, 0xbf], length: 4 },
  { first: [0xf4, 0xf4], second: [0x80, 0x8f], length: 4 },
  { first: [0xf1, 0xf3], second: [0x80, 0xbf], length: 4 },
];

/** Bytes of the character that begins at `at`, or 0 where none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const form = FORMS.find((one) => first >= one.first[0] && first <= one.first[1]);
  const second = bytes[at + 1] ?? 0;
  if (!form || second < form.second[0] || second > form.second[1]) return 0;
  return isContinued(bytes, at, form.length) ? form.length : 0;
}

function isContinued(bytes: Uint8Array, at: number, length: number): boolean {
  for (let next = at + 1; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
  }
  return true;
}
