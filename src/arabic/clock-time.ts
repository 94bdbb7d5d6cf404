import type { DateToken } from './date-token.ts';
import { findNumberWord } from './number-words.ts';
import { findPlaceZone, findZoneAbbreviation } from './zones.ts';

/** A time of day as a text states it. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** The zone that the text states beside it: an offset or an IANA name. */
  readonly zone?: string;
  /** Tokens that it stands in: from, and behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Words for the half of the day, folded. `ليلا` is the evening from six on, else the night. */
const MORNING = new Set([
  'ص',
  'صباحا',
  'صباح',
  'الصباح',
  'فجرا',
  'فجر',
  'الفجر',
  'am',
  'ضحي',
  'مح',
]);
const AFTERNOON = new Set(['م', 'مساء', 'مسا', 'المساء', 'عصرا', 'العصر', 'pm', 'مغربا', 'عشاء']);
const NOON = new Set(['ظهرا', 'الظهر', 'ظهر']);
const NIGHT = new Set(['ليلا', 'الليل', 'ليل']);

/** Finds the time in a date line: `14:05`, `8:42 م`, `الساعة 5 مساء`, `14h05`. */
export function findTime(
  tokens: readonly DateToken[],
  skip: ReadonlySet<number>,
): ClockTime | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    if (skip.has(at)) continue;
    const time = readColonTime(tokens, at) ?? readHour(tokens, at);
    if (time) return withZone(time, tokens);
  }
  return undefined;
}

const isMark = (token: DateToken | undefined, text: string): boolean =>
  token?.kind === 'mark' && token.text === text;
const isWord = (token: DateToken | undefined, text: string): boolean =>
  token?.kind === 'word' && token.text === text;
const numberAt = (tokens: readonly DateToken[], at: number, most: number): number | undefined => {
  const token = tokens[at];
  return token?.kind === 'number' && token.digits <= 2 && token.value <= most
    ? token.value
    : undefined;
};

/** `14:05`, `14:05:10`, `14h05`, with the half of the day behind or before it. */
function readColonTime(tokens: readonly DateToken[], at: number): ClockTime | undefined {
  const hour = numberAt(tokens, at, 24);
  const minuteToken = tokens[at + 2];
  const isColon =
    isMark(tokens[at + 1], ':') || isWord(tokens[at + 1], 'h') || isMark(tokens[at + 1], '٫');
  const minute = numberAt(tokens, at + 2, 59);
  if (hour === undefined || minute === undefined || !isColon) return undefined;
  if (minuteToken?.kind !== 'number' || minuteToken.digits !== 2) return undefined;
  const second = isMark(tokens[at + 3], ':') ? numberAt(tokens, at + 4, 60) : undefined;
  const end = second === undefined ? at + 3 : at + 5;
  const half = halfAt(tokens, end) ?? halfBefore(tokens, at);
  const full = applyHalf(hour, half?.half);
  if (full === undefined) return undefined;
  const to = half && half.to > end ? half.to : end;
  return {
    hour: full,
    minute,
    ...(second === undefined ? {} : { second: Math.min(second, 59) }),
    from: at,
    to,
  };
}

type Half = 'morning' | 'afternoon' | 'noon' | 'night';

/** The half of the day behind a time, also in brackets or after a comma. */
function halfAt(
  tokens: readonly DateToken[],
  from: number,
): { half: Half; to: number } | undefined {
  let at = from;
  if (tokens[at]?.kind === 'mark' && /[(,-]/u.test(wordOf(tokens[at]))) at += 1;
  const word = wordOf(tokens[at]);
  const next = wordOf(tokens[at + 1]);
  if (word === 'بعد' && NOON.has(next)) return { half: 'afternoon', to: at + 2 };
  if (word === 'قبل' && NOON.has(next)) return { half: 'morning', to: at + 2 };
  if ((word === 'a' || word === 'p') && (next === 'm' || next === '.')) {
    return { half: word === 'a' ? 'morning' : 'afternoon', to: at + (next === '.' ? 4 : 2) };
  }
  const half = halfOf(word);
  return half ? { half, to: at + 1 } : undefined;
}

/** `مساء 8:42`: some sites print the half first. */
function halfBefore(
  tokens: readonly DateToken[],
  at: number,
): { half: Half; to: number } | undefined {
  const word = wordOf(tokens[at - 1]);
  const half = word.length > 1 || word === 'ص' ? halfOf(word) : undefined;
  return half ? { half, to: at } : undefined;
}

function halfOf(word: string): Half | undefined {
  if (MORNING.has(word)) return 'morning';
  if (AFTERNOON.has(word)) return 'afternoon';
  if (NOON.has(word)) return 'noon';
  return NIGHT.has(word) ? 'night' : undefined;
}

const wordOf = (token: DateToken | undefined): string =>
  token === undefined || token.kind === 'number' ? '' : token.text;

/** The hour of 24; undefined where hour and half contradict each other. */
function applyHalf(hour: number, half: Half | undefined): number | undefined {
  if (half === undefined) return hour === 24 ? undefined : hour;
  // `14:05 م` says the half twice.
  if (hour > 12) return half === 'morning' ? undefined : hour;
  if (half === 'morning') return hour % 12;
  if (half === 'afternoon') return (hour % 12) + 12;
  if (half === 'noon') return hour >= 10 ? hour : hour + 12;
  return hour === 12 ? 0 : hour >= 6 ? hour + 12 : hour;
}

/** `الساعة 5 مساء`, `الساعة الخامسة والنصف مساء`, `5 مساء`: without minutes a half must be said. */
function readHour(tokens: readonly DateToken[], at: number): ClockTime | undefined {
  const named = wordOf(tokens[at]) === 'الساعه' || wordOf(tokens[at]) === 'ساعه';
  const from = named ? at + 1 : at;
  const token = tokens[from];
  const isSpelt = named && token?.kind === 'word';
  let hour = isSpelt ? findNumberWord(token.text) : numberAt(tokens, from, 24);
  if (hour === undefined || isMark(tokens[from + 1], ':')) return undefined;
  let to = from + 1;
  if (isSpelt && wordOf(tokens[to]) === 'عشره') {
    hour += 10;
    to += 1;
  }
  const { minute, to: end } = spokenMinutes(tokens, to);
  const half = halfAt(tokens, end);
  // «5 م» alone may be five metres, and «الساعة 5» may be either.
  if (!half || (!named && wordOf(tokens[end]).length < 3)) return undefined;
  const full = applyHalf(hour, half.half);
  if (full === undefined) return undefined;
  const total = (full * 60 + minute + 1440) % 1440;
  return { hour: Math.floor(total / 60), minute: total % 60, from: at, to: half.to };
}

/** `والنصف`, `والربع`, `إلا ربعا`, `و20 دقيقة` behind an hour. */
function spokenMinutes(tokens: readonly DateToken[], at: number): { minute: number; to: number } {
  const word = wordOf(tokens[at]);
  if (word === 'والنصف' || word === 'ونصف') return { minute: 30, to: at + 1 };
  if (word === 'والربع' || word === 'وربع') return { minute: 15, to: at + 1 };
  if (word === 'والثلث') return { minute: 20, to: at + 1 };
  const next = wordOf(tokens[at + 1]);
  if (word === 'الا' && (next === 'ربعا' || next === 'ربع' || next === 'الربع')) {
    return { minute: -15, to: at + 2 };
  }
  const minutes = word === 'و' ? numberAt(tokens, at + 1, 59) : undefined;
  if (minutes === undefined) return { minute: 0, to: at };
  return { minute: minutes, to: wordOf(tokens[at + 2]).startsWith('دقي') ? at + 3 : at + 2 };
}

/** The zone behind a time: `GMT`, `GMT+3`, `+0300`, `بتوقيت مكة المكرمة`, `ت.غ`. */
function withZone(time: ClockTime, tokens: readonly DateToken[]): ClockTime {
  for (let at = time.to; at < Math.min(tokens.length, time.to + ZONE_REACH); at += 1) {
    const zone = zoneAt(tokens, at);
    if (zone) return { ...time, zone: zone.zone, to: zone.to };
  }
  return time;
}

/** Tokens between a time and its zone: a comma, a bracket, `حسب`. */
const ZONE_REACH = 4;

function zoneAt(
  tokens: readonly DateToken[],
  at: number,
): { zone: string; to: number } | undefined {
  const word = wordOf(tokens[at]);
  const offset = offsetAt(tokens, at);
  if (offset) return offset;
  if (word === 'بتوقيت' || word === 'توقيت' || word === 'بالتوقيت') {
    const next = wordOf(tokens[at + 1]);
    const place = findPlaceZone(next) ?? findPlaceZone(next.replace(/^(?:ال|ل)/u, ''));
    return place ? { zone: place, to: at + 2 } : undefined;
  }
  if (word === 'تغ' || (word === 'ت' && wordOf(tokens[at + 2]) === 'غ'))
    return { zone: '+00:00', to: at + 3 };
  const short = findZoneAbbreviation(word);
  if (!short) return undefined;
  // GMT+3 states an offset; GMT alone is UTC.
  return offsetAt(tokens, at + 1) ?? { zone: short, to: at + 1 };
}

/** `+0300`, `+03:00`, `+3`. */
function offsetAt(
  tokens: readonly DateToken[],
  at: number,
): { zone: string; to: number } | undefined {
  const sign = wordOf(tokens[at]);
  const token = tokens[at + 1];
  if ((sign !== '+' && sign !== '-') || token?.kind !== 'number') return undefined;
  if (sign === '-' && token.digits !== 4 && !isMark(tokens[at + 2], ':')) return undefined;
  const isFour = token.digits === 4;
  const hours = isFour ? Math.floor(token.value / 100) : token.value;
  const minutes = isFour
    ? token.value % 100
    : isMark(tokens[at + 2], ':')
      ? numberAt(tokens, at + 3, 59)
      : 0;
  // The zones of the world reach from -12 to +14.
  if (hours > 14 || minutes === undefined || minutes > 59) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  const to = !isFour && isMark(tokens[at + 2], ':') ? at + 4 : at + 2;
  return { zone: `${sign}${two(hours)}:${two(minutes)}`, to };
}
