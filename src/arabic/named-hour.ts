import type { DateToken } from './date-token.ts';
import { findHalf, hourOfDay } from './day-half.ts';
import { findCount } from './number-words.ts';
import { textOf } from './stated-date.ts';
import type { ClockTime } from './stated-time.ts';

const HOUR_NOUNS = new Set(['الساعه', 'ساعه', 'س']);

/** Halves of one letter, which without the noun are too short to be sure of. */
const LETTERS = new Set(['م', 'ص']);

/** An hour from here on says its half by itself. */
const SECOND_HALF = 13;

/**
 * `الساعة 5 مساء`, `الساعة الخامسة والنصف مساء`, `5 مساء`, `الساعة 17`: an hour without minutes
 * must say its half, unless only one of the two has it.
 */
export function readNamedHour(tokens: readonly DateToken[], at: number): ClockTime | undefined {
  const isNamed = HOUR_NOUNS.has(textOf(tokens[at]));
  const first = isNamed && textOf(tokens[at + 1]) === ':' ? at + 2 : at + Number(isNamed);
  const hour = hourAt(tokens, first, isNamed);
  if (!hour || isWrittenOut(tokens, hour.to)) return undefined;
  const { minute, to } = spokenMinutes(tokens, hour.to);
  const half = findHalf(tokens, to);
  // «5 م» alone may be five metres.
  const isMetre = half !== undefined && !isNamed && LETTERS.has(textOf(tokens[half.to - 1]));
  if (isMetre || (!half && (!isNamed || hour.value < SECOND_HALF))) return undefined;
  const full = hourOfDay(hour.value, half?.half);
  if (full === undefined) return undefined;
  const total = (full * 60 + minute + 1440) % 1440;
  return { hour: Math.floor(total / 60), minute: total % 60, from: at, to: half?.to ?? to };
}

/** Marks and letters that minutes in digits follow: such a time is no bare hour. */
const MINUTE_SIGNS = new Set([':', '.', 'س', 'سا', 'h']);

const isWrittenOut = (tokens: readonly DateToken[], at: number): boolean =>
  MINUTE_SIGNS.has(textOf(tokens[at])) && tokens[at + 1]?.kind === 'number';

/** The hour in digits or in words; without the noun only as an ordinal: `الخامسة مساء`. */
function hourAt(
  tokens: readonly DateToken[],
  at: number,
  isNamed: boolean,
): { value: number; to: number } | undefined {
  const token = tokens[at];
  if (token?.kind === 'number') {
    return token.digits <= 2 && token.value < 24 ? { value: token.value, to: at + 1 } : undefined;
  }
  const isOrdinal = isNamed || textOf(token).startsWith('ال');
  const spelt = isOrdinal ? findCount(tokens, at) : undefined;
  return spelt && spelt.value <= 12 ? spelt : undefined;
}

/** Parts of an hour in words, folded, in minutes. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['والنصف', 30],
  ['ونصف', 30],
  ['والربع', 15],
  ['وربع', 15],
  ['والثلث', 20],
  ['وثلث', 20],
]);

/** Parts that are wanting to an hour: `إلا ربعا`, `إلا ثلثا`. */
const WANTING: ReadonlyMap<string, number> = new Map([
  ['ربعا', -15],
  ['ربع', -15],
  ['الربع', -15],
  ['ثلثا', -20],
  ['ثلث', -20],
  ['الثلث', -20],
]);

/** `والنصف`, `والربع`, `إلا ربعا`, `و20 دقيقة`, `و15 د` behind an hour. */
function spokenMinutes(tokens: readonly DateToken[], at: number): { minute: number; to: number } {
  const word = textOf(tokens[at]);
  const part = PARTS.get(word);
  if (part !== undefined) return { minute: part, to: at + 1 };
  const wanting = word === 'الا' ? WANTING.get(textOf(tokens[at + 1])) : undefined;
  if (wanting !== undefined) return { minute: wanting, to: at + 2 };
  const token = word === 'و' ? tokens[at + 1] : undefined;
  if (token?.kind !== 'number' || token.digits > 2 || token.value > 59)
    return { minute: 0, to: at };
  const unit = textOf(tokens[at + 2]);
  return { minute: token.value, to: unit === 'د' || unit.startsWith('دق') ? at + 3 : at + 2 };
}
