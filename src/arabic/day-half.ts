import type { DateToken } from './date-token.ts';
import { textOf } from './stated-date.ts';

/** A half of the day as the press names it; noon and night tell the half by the hour. */
export type DayHalf = 'morning' | 'afternoon' | 'noon' | 'night' | 'midnight';

/** A half of the day and where the tokens go on behind it. */
export interface HalfAt {
  readonly half: DayHalf;
  readonly to: number;
}

/** Words of each half, folded, with the spellings of careless typing (`مساءا` for `مساءً`). */
const WORDS: Readonly<Record<Exclude<DayHalf, 'midnight'>, string>> = {
  morning: 'ص|صباحا|صباح|الصباح|صباحاا|صبحا|صبح|الصبح|ضحي|الضحي|مح|فجرا|فجر|الفجر|سحرا|am',
  afternoon:
    'م|مساء|مسا|المساء|مساءا|مساءاا|مساا|مساي|عصرا|العصر|عصر|مغربا|المغرب|عشاء|العشاء|عشيه|pm',
  noon: 'ظهرا|الظهر|ظهر|الظهيره|ظهيره|noon',
  night: 'ليلا|الليل|ليل',
};

const halvesOf = (half: keyof typeof WORDS): [string, DayHalf][] =>
  WORDS[half].split('|').map((word): [string, DayHalf] => [word, half]);

const HALVES: ReadonlyMap<string, DayHalf> = new Map([
  ...halvesOf('morning'),
  ...halvesOf('afternoon'),
  ...halvesOf('noon'),
  ...halvesOf('night'),
]);

/** Marks between a time and its half. */
const BEFORE_HALF = new Set(['(', ',', '-', '|', '.']);

/** The half of the day behind a time, also in brackets or after a comma. */
export function findHalf(tokens: readonly DateToken[], from: number): HalfAt | undefined {
  const at = BEFORE_HALF.has(textOf(tokens[from])) ? from + 1 : from;
  const word = textOf(tokens[at]);
  if (word === '') return undefined;
  const next = textOf(tokens[at + 1]);
  if (word === 'بعد' || word === 'قبل') return besideNoon(tokens, at);
  if (word === 'منتصف' && next === 'الليل') return { half: 'midnight', to: at + 2 };
  const dotted = next === '.' ? dottedHalf(word, textOf(tokens[at + 2])) : undefined;
  if (dotted) return { half: dotted, to: textOf(tokens[at + 3]) === '.' ? at + 4 : at + 3 };
  const half = HALVES.get(word);
  return half ? { half, to: at + 1 } : undefined;
}

/** `بعد الظهر`, `قبل الظهر`, `بعد منتصف الليل`. */
function besideNoon(tokens: readonly DateToken[], at: number): HalfAt | undefined {
  const isAfter = textOf(tokens[at]) === 'بعد';
  const next = textOf(tokens[at + 1]);
  if (HALVES.get(next) === 'noon') return { half: isAfter ? 'afternoon' : 'morning', to: at + 2 };
  if (next !== 'منتصف' || textOf(tokens[at + 2]) !== 'الليل') return undefined;
  return { half: isAfter ? 'morning' : 'night', to: at + 3 };
}

/** `p.m.`, and `ق.ظ` and `ب.ظ` for before and after noon. */
function dottedHalf(first: string, second: string): DayHalf | undefined {
  if (second === 'm' && (first === 'a' || first === 'p')) {
    return first === 'a' ? 'morning' : 'afternoon';
  }
  if (second !== 'ظ') return undefined;
  return first === 'ق' ? 'morning' : first === 'ب' ? 'afternoon' : undefined;
}

/** `مساء 8:42`: some sites print the half first. */
export function findHalfBefore(tokens: readonly DateToken[], at: number): DayHalf | undefined {
  const word = textOf(tokens[at - 1]);
  // Behind a number «م» is the era of its year.
  if (word === 'م' && tokens[at - 2]?.kind === 'number') return undefined;
  return HALVES.get(word);
}

/** The hour of 24; undefined where hour and half contradict each other. */
export function hourOfDay(hour: number, half: DayHalf | undefined): number | undefined {
  if (half === undefined) return hour === 24 ? undefined : hour;
  // `14:05 م` says the half twice.
  if (hour > 12) return half === 'morning' || hour === 24 ? undefined : hour;
  if (half === 'morning' || half === 'midnight') return hour % 12;
  if (half === 'afternoon') return (hour % 12) + 12;
  // `10:50 ظهرا` is before noon, `1:15 ظهرا` behind it.
  if (half === 'noon') return hour >= 10 ? hour : hour + 12;
  return hour === 12 ? 0 : hour >= 6 ? hour + 12 : hour;
}
