import type { DateToken } from './date-token.ts';
import { textOf } from './stated-date.ts';

/** Numbers in words, folded, with the forms that hours and counts take. */
const UNITS: readonly (readonly [string, number])[] = [
  ['واحد|واحده|الواحده|الاولي|الحاديه|احدي|احد|une|un|an|a', 1],
  ['اثنين|اثنان|اثنتين|اثنتان|الثانيه|اثنتا|اثنتي|اثنا|اثني', 2],
  ['ثلاث|ثلاثه|الثالثه', 3],
  ['اربع|اربعه|الرابعه', 4],
  ['خمس|خمسه|الخامسه', 5],
  ['ست|سته|السادسه', 6],
  ['سبع|سبعه|السابعه', 7],
  ['ثمان|ثماني|ثمانيه|الثامنه', 8],
  ['تسع|تسعه|التاسعه', 9],
  ['عشر|عشره|العاشره', 10],
];

/** Tens, alone or joined to a unit by `و`: `عشرين`, `خمس وعشرين`. */
const TENS: readonly (readonly [string, number])[] = [
  ['عشرين|عشرون|وعشرين|وعشرون', 20],
  ['ثلاثين|ثلاثون|وثلاثين|وثلاثون', 30],
  ['اربعين|اربعون|واربعين|واربعون', 40],
  ['خمسين|خمسون|وخمسين|وخمسون', 50],
];

const valuesOf = (rows: typeof UNITS): ReadonlyMap<string, number> =>
  new Map(
    rows.flatMap(([names, value]) =>
      names.split('|').map((name): [string, number] => [name, value]),
    ),
  );

const UNIT_VALUES = valuesOf(UNITS);
const TEN_VALUES = valuesOf(TENS);

/** The number that words say from a token on, one to 59, and where the tokens go on behind it. */
export function findCount(
  tokens: readonly DateToken[],
  at: number,
): { value: number; to: number } | undefined {
  const word = textOf(tokens[at]);
  const next = textOf(tokens[at + 1]);
  const unit = UNIT_VALUES.get(word);
  if (unit === undefined) {
    const ten = TEN_VALUES.get(word);
    return ten === undefined ? undefined : { value: ten, to: at + 1 };
  }
  // `إحدى عشرة`, `خمس عشرة`: the teens; `خمس وعشرين`: what joins begins with its «و».
  if (unit < 10 && (next === 'عشره' || next === 'عشر')) return { value: unit + 10, to: at + 2 };
  const ten = next.startsWith('و') ? TEN_VALUES.get(next) : undefined;
  return ten === undefined ? { value: unit, to: at + 1 } : { value: unit + ten, to: at + 2 };
}
