/** Letters that newsrooms write in several ways, folded to one. */
const FOLDED: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ؤ: 'و',
  ئ: 'ي',
};

/** The form in which two spellings of one text are equal: for comparing, never for showing. */
export function matchKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{M}\p{Cf}ـ]/gu, '')
    .replace(/[أإآٱىیةکؤئ]/gu, (letter) => FOLDED[letter] ?? letter)
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** The words of a key. */
export function keyTokens(key: string): string[] {
  return key === '' ? [] : key.split(' ');
}
