/** Letters that newsrooms write in several ways, and those of other keyboards, folded to one. */
const FOLDED: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ک: 'ك',
  // Urdu and Kurdish keyboards: heh goal, heh doachashmee, ae, and the swash kaf of old fonts.
  ہ: 'ه',
  ۂ: 'ه',
  ۀ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۃ: 'ه',
  ڪ: 'ك',
};

const TATWEEL = 'ـ';

/**
 * What a character becomes in a key: letters and digits, a space for what parts words, or nothing.
 * What it becomes stays as it is when folded again.
 */
export function foldCharacter(character: string): string {
  const folded = foldOnce(character);
  return folded === character ? folded : [...folded].map(foldOnce).join('');
}

function foldOnce(character: string): string {
  return [...plainForm(character)].map(foldPlain).join('').replace(/ +/gu, ' ');
}

/** Compatibility form in lower case; the form of a lone Arabic mark comes on a space or tatweel. */
function plainForm(character: string): string {
  const plain = character.normalize('NFKC');
  const isArabicForm = character >= '\ufb50' && character <= '\ufefc';
  const letters = isArabicForm ? plain.replace(/^ (?=\p{M})/u, '') : plain;
  return letters.toLowerCase().normalize('NFKC');
}

function foldPlain(character: string): string {
  if (character === TATWEEL || /[\p{M}\p{Cf}]/u.test(character)) return '';
  const letter = FOLDED[character];
  if (letter !== undefined) return letter;
  if (/\p{Nd}/u.test(character)) return String(digitOf(character));
  return /[\p{L}\p{N}]/u.test(character) ? character : ' ';
}

/** Decimal digits stand in runs of ten that begin with zero (Unicode, 4.6). */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** True for a mark that NFKC may join to the letter before it; Arabic marks are dropped either way. */
export function isComposing(character: string): boolean {
  const isMark = /\p{M}/u.test(character);
  return isMark && !/[\p{Script=Arabic}\u064b-\u0655\u0670\p{Variation_Selector}]/u.test(character);
}
