import type { DateToken } from './date-token.ts';
import type { CalendarDay } from './hijri.ts';
import { findNumberWord } from './number-words.ts';
import { findWeekday, weekdayOf } from './weekdays.ts';

/** How long ago a text says that something was. */
export type RelativeTime =
  | { readonly unit: 'minute'; readonly minutes: number }
  | { readonly unit: 'day'; readonly days: number };

const MINUTE = 1;
const HOUR = 60;
const DAY = 1440;
const WEEK = 7 * DAY;

/** Units, folded: singular and plural, and the dual, which says two by itself; in minutes. */
const UNITS: readonly (readonly [string, string, number])[] = [
  ['ثانيه|ثواني|ثوان|seconds|second|secondes|seconde|sec', 'ثانيتين|ثانيتان', 0],
  ['دقيقه|دقايق|دقائق|minutes|minute|mins|min', 'دقيقتين|دقيقتان', MINUTE],
  ['ساعه|ساعات|hours|hour|heures|heure|hrs|hr|h', 'ساعتين|ساعتان', HOUR],
  ['يوم|ايام|يوما|days|day|jours|jour', 'يومين|يومان', DAY],
  ['اسبوع|اسابيع|اسبوعا|weeks|week|semaines|semaine', 'اسبوعين|اسبوعان', WEEK],
];

interface Unit {
  readonly minutes: number;
  readonly isDual: boolean;
}

const UNIT_OF: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap(([names, duals, minutes]) => [
    ...names.split('|').map((name): [string, Unit] => [name, { minutes, isDual: false }]),
    ...duals.split('|').map((name): [string, Unit] => [name, { minutes, isDual: true }]),
  ]),
);

/** More weeks than that are not told to the day by anyone. */
const MOST_DAYS = 31;

const text = (token: DateToken | undefined): string =>
  token === undefined || token.kind === 'number' ? '' : token.text;

/**
 * Reads `منذ ساعتين`, `قبل ثلاثة أيام`, `منذ 3 ساعات و20 دقيقة`, `أمس`, `اليوم الأربعاء`,
 * `2 hours ago`, `il y a 3 jours`. Months and years ago are no day, `قبل قليل` is no time.
 */
export function findRelative(
  tokens: readonly DateToken[],
  today: () => CalendarDay,
): RelativeTime | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    const found = readAgo(tokens, at) ?? readDayWord(tokens, at, today);
    if (found) return found;
  }
  return undefined;
}

function readAgo(tokens: readonly DateToken[], at: number): RelativeTime | undefined {
  const word = text(tokens[at]);
  const isFrench = word === 'il' && text(tokens[at + 1]) === 'y';
  if (word === 'منذ' || word === 'قبل' || isFrench)
    return amount(tokens, isFrench ? at + 3 : at + 1);
  if (tokens[at]?.kind !== 'number' && word !== 'an' && word !== 'a') return undefined;
  const isAgo = text(tokens[at + 2]) === 'ago';
  return isAgo ? amount(tokens, at) : undefined;
}

/** One amount, and a smaller one joined by `و`. */
function amount(tokens: readonly DateToken[], at: number): RelativeTime | undefined {
  const first = oneAmount(tokens, at);
  if (!first) return undefined;
  const joined = text(tokens[first.to]) === 'و' ? oneAmount(tokens, first.to + 1) : undefined;
  const minutes = first.minutes + (joined?.minutes ?? halfOf(tokens, first));
  if (first.unit < DAY) return { unit: 'minute', minutes: Math.floor(minutes) };
  const days = Math.floor(minutes / DAY);
  return days <= MOST_DAYS ? { unit: 'day', days } : undefined;
}

function halfOf(tokens: readonly DateToken[], { to, unit }: { to: number; unit: number }): number {
  return text(tokens[to]) === 'ونصف' || text(tokens[to]) === 'والنصف' ? unit / 2 : 0;
}

/** `3 ساعات`, `ثلاث ساعات`, `ساعتين`, `ساعة`, `حوالي 3 ساعات`. */
function oneAmount(
  tokens: readonly DateToken[],
  from: number,
): { minutes: number; unit: number; to: number } | undefined {
  const at = ABOUT.has(text(tokens[from])) ? from + 1 : from;
  const token = tokens[at];
  const alone = UNIT_OF.get(text(token));
  if (alone)
    return { minutes: alone.minutes * (alone.isDual ? 2 : 1), unit: alone.minutes, to: at + 1 };
  const word = text(token);
  const count =
    token?.kind === 'number'
      ? token.value
      : word === 'an' || word === 'a'
        ? 1
        : findNumberWord(word);
  const unit = UNIT_OF.get(text(tokens[at + 1]));
  if (count === undefined || !unit || count > MOST_COUNT) return undefined;
  return { minutes: count * unit.minutes, unit: unit.minutes, to: at + 2 };
}

const ABOUT = new Set(['حوالي', 'نحو', 'اكثر', 'about']);

/** `منذ 500 دقيقة` is seen, larger counts are not of this kind. */
const MOST_COUNT = 1000;

/** `أمس`, `أول أمس`, `اليوم` with its weekday or a time beside it. */
function readDayWord(
  tokens: readonly DateToken[],
  at: number,
  today: () => CalendarDay,
): RelativeTime | undefined {
  const word = text(tokens[at]);
  const next = text(tokens[at + 1]);
  if (word === 'امس' && (next === 'الاول' || next === 'اول')) return { unit: 'day', days: 2 };
  if (word === 'اول' && (next === 'امس' || next === 'البارحه')) return { unit: 'day', days: 2 };
  if (YESTERDAY.has(word)) return checkWeekday(tokens, at, { today, days: 1 });
  if (!TODAY.has(word)) return undefined;
  // «اليوم السابع» and «المصري اليوم» are newspapers.
  const isAlone = tokens.length === 1;
  const hasTime =
    next === 'الساعه' || tokens[at + 1]?.kind === 'number' || tokens[at + 2]?.kind === 'number';
  const hasWeekday = findWeekday(next) !== undefined;
  return isAlone || hasTime || hasWeekday
    ? checkWeekday(tokens, at, { today, days: 0 })
    : undefined;
}

const YESTERDAY = new Set(['امس', 'البارحه', 'yesterday', 'hier']);
const TODAY = new Set(['اليوم', 'today', 'aujourd']);

/** A weekday beside the word must be that day's. */
function checkWeekday(
  tokens: readonly DateToken[],
  at: number,
  { today, days }: { today: () => CalendarDay; days: number },
): RelativeTime | undefined {
  const weekday = findWeekday(text(tokens[at + 1])) ?? findWeekday(text(tokens[at - 1]));
  const isRight = weekday === undefined || weekday === (weekdayOf(today()) - days + 7) % 7;
  return isRight ? { unit: 'day', days } : undefined;
}
