import { foldCharacter, isComposing } from './fold.ts';

/** What a UTF-16 unit becomes: one of these, or the unit that stands for it in a key; 0 unknown. */
const DROPPED = 1;
/** A surrogate, what becomes several units, or a mark that may compose with what is before it. */
const SPECIAL = 2;
const SPACE = 0x20;

/** Each unit's fate, found out when it is first met: 128 KB instead of several passes a text. */
const FATES = new Uint16Array(0x1_0000);

/** Units gathered before they become a string, and their bytes. */
const units = new Uint16Array(4096);
const bytes = Buffer.from(units.buffer);

/** Room stays for a letter and the space before it. */
const MOST_UNITS = units.length - 2;

/**
 * The form in which two spellings of one text are equal: for comparing, never for showing. NFKC
 * without marks, tatweel and format characters, letters that newsrooms write in several ways folded
 * to one, digits in ASCII, punctuation as one space, lower case. Idempotent.
 */
export function matchKey(text: string): string {
  return foldUnits(text) ?? foldUnits(foldSpecials(text.normalize('NFC'))) ?? '';
}

/** One pass over the units; undefined where one of them does not fold by itself. */
function foldUnits(text: string): string | undefined {
  let key = '';
  let length = 0;
  let isParted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const fate = FATES[unit] || learnFate(unit);
    if (fate === SPACE) isParted = true;
    else if (fate === SPECIAL) return undefined;
    else if (fate !== DROPPED) {
      if (length >= MOST_UNITS) {
        key += takeUnits(length);
        length = 0;
      }
      if (isParted && (length > 0 || key !== '')) units[length++] = SPACE;
      isParted = false;
      units[length++] = fate;
    }
  }
  return key + takeUnits(length);
}

/** By their bytes: as arguments of `String.fromCharCode` they take two to nine times as long. */
function takeUnits(length: number): string {
  return bytes.toString('utf16le', 0, length * units.BYTES_PER_ELEMENT);
}

/** Folds what does not fold by its units: emoji, ligatures, marks that have been composed by now. */
function foldSpecials(text: string): string {
  let simple = '';
  for (const character of text) {
    const unit = character.charCodeAt(0);
    const isSpecial = (FATES[unit] || learnFate(unit)) === SPECIAL;
    simple += isSpecial ? foldSpecial(character) : character;
  }
  return simple;
}

function learnFate(unit: number): number {
  const fate = fateOf(unit);
  FATES[unit] = fate;
  return fate;
}

function fateOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SPECIAL;
  const character = String.fromCharCode(unit);
  if (isComposing(character)) return SPECIAL;
  const folded = foldCharacter(character);
  if (folded === '') return DROPPED;
  return folded.length === 1 ? folded.charCodeAt(0) : SPECIAL;
}

/** Characters of two units and more remembered: emoji, ligatures; the rest is folded each time. */
const MOST_SPECIAL = 4096;
const specials = new Map<string, string>();

function foldSpecial(character: string): string {
  const known = specials.get(character);
  if (known !== undefined) return known;
  const folded = foldCharacter(character);
  if (specials.size < MOST_SPECIAL) specials.set(character, folded);
  return folded;
}

/** The words of a key. */
export function keyTokens(key: string): string[] {
  return key === '' ? [] : key.split(' ');
}
