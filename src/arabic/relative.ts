import type { DateToken } from './date-token.ts';
import { type DayWordContext, findDayWord } from './day-word.ts';
import { findCount } from './number-words.ts';
import { textOf } from './stated-date.ts';

/** How long ago a text says that something was. */
export type RelativeTime =
  | { readonly unit: 'minute'; readonly minutes: number }
  | { readonly unit: 'day'; readonly days: number };

const MINUTE = 1;
const HOUR = 60;
const DAY = 1440;
const WEEK = 7 * DAY;

/** A unit of time, folded: what stands for one or behind a count, for two, for many; in minutes. */
interface UnitNames {
  readonly one: string;
  readonly two: string;
  readonly many: string;
  readonly minutes: number;
}

const UNITS: readonly UnitNames[] = [
  {
    one: 'ثانيه|second|sec|seconde|ث',
    two: 'ثانيتين|ثانيتان',
    many: 'ثواني|ثوان|seconds|secs|secondes',
    minutes: 0,
  },
  {
    one: 'دقيقه|minute|min|د|mn',
    two: 'دقيقتين|دقيقتان',
    many: 'دقايق|minutes|mins',
    minutes: MINUTE,
  },
  {
    one: 'ساعه|hour|hr|heure|h|س',
    two: 'ساعتين|ساعتان',
    many: 'ساعات|hours|hrs|heures',
    minutes: HOUR,
  },
  {
    one: 'يوم|يوما|day|jour',
    two: 'يومين|يومان',
    many: 'ايام|days|jours',
    minutes: DAY,
  },
  {
    one: 'اسبوع|اسبوعا|week|semaine',
    two: 'اسبوعين|اسبوعان',
    many: 'اسابيع|weeks|semaines',
    minutes: WEEK,
  },
];

interface Unit {
  readonly minutes: number;
  /** How many it says by itself: `ساعة` one, `ساعتين` two, `ساعات` nothing. */
  readonly count: number | undefined;
}

const UNIT_OF: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap(({ one, two, many, minutes }) =>
    [one, two, many].flatMap((names, index) =>
      names
        .split('|')
        .map((name): [string, Unit] => [name, { minutes, count: [1, 2, undefined][index] }]),
    ),
  ),
);

/** More days than that are not told to the day by anyone. */
const MOST_DAYS = 31;

/** `منذ 500 دقيقة` is seen, larger counts are not of this kind. */
const MOST_COUNT = 1000;

/**
 * Reads `منذ ساعتين`, `قبل ثلاثة أيام`, `منذ 3 ساعات و20 دقيقة`, `3 أيام مضت`, `أمس`,
 * `اليوم الأربعاء`, `2 hours ago`, `il y a 3 jours`. Months and years ago are no day, `قبل قليل`
 * and `منذ ساعات` are no time.
 */
export function findRelative(
  tokens: readonly DateToken[],
  context: DayWordContext,
): RelativeTime | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    const ago = readAgo(tokens, at);
    if (ago) return ago;
    const days = findDayWord(tokens, at, context);
    if (days !== undefined) return { unit: 'day', days };
  }
  return undefined;
}

const BEFORE_AMOUNT = new Set(['منذ', 'قبل', 'مضي', 'مضت']);
const BEHIND_AMOUNT = new Set(['ago', 'مضت', 'مضي', 'خلت']);

function readAgo(tokens: readonly DateToken[], at: number): RelativeTime | undefined {
  const word = textOf(tokens[at]);
  const isFrench = word === 'il' && textOf(tokens[at + 1]) === 'y';
  if (isFrench) return timeOf(amountAt(tokens, at + 3));
  if (BEFORE_AMOUNT.has(word)) return timeOf(notFromElsewhere(tokens, amountAt(tokens, at + 1)));
  const amount = amountAt(tokens, at);
  return amount && BEHIND_AMOUNT.has(textOf(tokens[amount.to])) ? timeOf(amount) : undefined;
}

/** `قبل يومين من الافتتاح`, `مضى يومان على الحادث`: counted from something else than now. */
const FROM_ELSEWHERE = new Set(['من', 'علي', 'عن']);

function notFromElsewhere(
  tokens: readonly DateToken[],
  amount: Amount | undefined,
): Amount | undefined {
  return amount && !FROM_ELSEWHERE.has(textOf(tokens[amount.to])) ? amount : undefined;
}

interface Amount {
  readonly minutes: number;
  /** Its larger unit, in minutes: what it is exact to. */
  readonly unit: number;
  readonly to: number;
}

function timeOf(amount: Amount | undefined): RelativeTime | undefined {
  if (!amount) return undefined;
  if (amount.unit < DAY) return { unit: 'minute', minutes: Math.floor(amount.minutes) };
  const days = Math.floor(amount.minutes / DAY);
  return days <= MOST_DAYS ? { unit: 'day', days } : undefined;
}

/** Words between the preposition and its amount: `منذ حوالي ساعة`. */
const ABOUT = new Set(['حوالي', 'نحو', 'about']);

/** One amount, and a smaller one joined by `و`: `ساعة ونصف`, `3 ساعات و20 دقيقة`. */
function amountAt(tokens: readonly DateToken[], from: number): Amount | undefined {
  const first = oneAmount(tokens, ABOUT.has(textOf(tokens[from])) ? from + 1 : from);
  if (!first) return undefined;
  const word = textOf(tokens[first.to]);
  if (word === 'ونصف' || word === 'والنصف') {
    return { ...first, minutes: first.minutes + first.unit / 2, to: first.to + 1 };
  }
  const joined = word === 'و' ? oneAmount(tokens, first.to + 1) : undefined;
  return joined ? { ...first, minutes: first.minutes + joined.minutes, to: joined.to } : first;
}

/** Parts of an hour: `نصف ساعة`, `ربع ساعة`. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['نصف', 1 / 2],
  ['ربع', 1 / 4],
  ['ثلث', 1 / 3],
]);

/** `3 ساعات`, `ثلاث ساعات`, `خمس عشرة دقيقة`, `ساعتين`, `ساعة واحدة`, `نصف ساعة`. */
function oneAmount(tokens: readonly DateToken[], at: number): Amount | undefined {
  const token = tokens[at];
  if (!token || token.kind === 'mark') return undefined;
  const alone = UNIT_OF.get(textOf(token));
  if (alone) return aloneAmount(tokens, at, alone);
  const part = PARTS.get(textOf(token));
  const counted =
    token.kind === 'number' ? { value: token.value, to: at + 1 } : findCount(tokens, at);
  const { value = part, to = at + 1 } = counted ?? {};
  const unit = UNIT_OF.get(textOf(tokens[to]));
  if (value === undefined || !unit || value > MOST_COUNT) return undefined;
  if (part !== undefined && unit.minutes !== HOUR) return undefined;
  return { minutes: value * unit.minutes, unit: unit.minutes, to: to + 1 };
}

/** A unit that says its count by itself; `ساعات` alone says none. */
function aloneAmount(
  tokens: readonly DateToken[],
  at: number,
  { minutes, count }: Unit,
): Amount | undefined {
  // One letter is a unit only behind a number.
  if (count === undefined || textOf(tokens[at]).length < 2) return undefined;
  const behind = textOf(tokens[at + 1]);
  const to = behind === 'واحده' || behind === 'واحد' ? at + 2 : at + 1;
  return { minutes: minutes * count, unit: minutes, to };
}
