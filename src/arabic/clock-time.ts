import type { DateToken } from './date-token.ts';
import { findHalf, findHalfBefore, hourOfDay } from './day-half.ts';
import { readNamedHour } from './named-hour.ts';
import { textOf } from './stated-date.ts';
import type { ClockTime } from './stated-time.ts';
import { findZoneBeside, isUnknownZone } from './zone-beside.ts';

/** Where a time is looked for, and the tokens that dates have taken. */
export interface TimeReach {
  readonly from: number;
  readonly to: number;
  readonly taken: readonly { readonly from: number; readonly to: number }[];
}

/** Finds the time in a date line: `14:05`, `8:42 م`, `الساعة 5 مساء`, `14h05`, `- 14.05`. */
export function findTime(
  tokens: readonly DateToken[],
  { from, to, taken }: TimeReach,
): ClockTime | undefined {
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind === 'mark' || isTaken(taken, at)) continue;
    const time = readWritten(tokens, at) ?? readNamedHour(tokens, at);
    if (!time) continue;
    const zone = findZoneBeside(tokens, time)?.zone;
    if (zone !== undefined) return { ...time, zone };
    return isUnknownZone(tokens, time.to) ? { ...time, isZoneUnknown: true } : time;
  }
  return undefined;
}

function isTaken(taken: TimeReach['taken'], at: number): boolean {
  for (const { from, to } of taken) if (at >= from && at < to) return true;
  return false;
}

/** Marks and letters between hour and minute: `14:05`, `14h05`, `14س05`, Algeria's `14سا05`. */
const HOUR_SIGNS = new Set([':', 'h', 'س', 'سا', '٫']);

/** `14:05`, `14:05:10`, `14h05`, `14h`, with the half of the day behind or before it. */
function readWritten(tokens: readonly DateToken[], at: number): ClockTime | undefined {
  const hour = partOf(tokens[at], LAST_HOUR);
  // What a colon goes before is a minute, of an hour that is none.
  if (hour === undefined || isMinute(tokens, at)) return undefined;
  const sign = textOf(tokens[at + 1]);
  const isSigned = HOUR_SIGNS.has(sign) || isDotTime(tokens, at);
  const minute = isSigned ? minuteOf(tokens[at + 2]) : undefined;
  if (minute === undefined) return sign === 'h' ? wholeHour(tokens, at, hour) : undefined;
  const second = textOf(tokens[at + 3]) === ':' ? partOf(tokens[at + 4], 60) : undefined;
  const end = second === undefined ? at + 3 : at + 5;
  const behind = findHalf(tokens, end);
  const full = hourOfDay(hour, behind?.half ?? findHalfBefore(tokens, at));
  if (full === undefined) return undefined;
  // A leap second is told as the one before: no clock of a newsroom shows it.
  const seconds = second === undefined ? {} : { second: Math.min(second, 59) };
  return { hour: full, minute, ...seconds, from: at, to: behind?.to ?? end };
}

/** ISO 8601 once wrote the end of a day as 24:00; no hour is later. */
const LAST_HOUR = 24;

/** A number of one or two digits up to a limit. */
function partOf(token: DateToken | undefined, most: number): number | undefined {
  const isPart = token?.kind === 'number' && token.digits <= 2 && token.value <= most;
  return isPart ? token.value : undefined;
}

/** Minutes have two digits always: `3:1` is a score. */
const minuteOf = (token: DateToken | undefined): number | undefined =>
  token?.kind === 'number' && token.digits === 2 ? partOf(token, 59) : undefined;

/** `14h`: the French way to write a whole hour. */
function wholeHour(tokens: readonly DateToken[], at: number, hour: number): ClockTime | undefined {
  const isWhole = tokens[at + 2]?.kind !== 'number' && hour < LAST_HOUR;
  return isWhole ? { hour, minute: 0, from: at, to: at + 2 } : undefined;
}

/** A colon before, with a number before that: `25:05:00` holds no five o'clock. */
function isMinute(tokens: readonly DateToken[], at: number): boolean {
  const before = tokens[at - 2];
  return textOf(tokens[at - 1]) === ':' && before?.kind === 'number' && before.digits <= 2;
}

const BEFORE_DOT_TIME = new Set(['-', '|', ',', 'الساعه', '@', 'في', 'علي', 'at', 'a']);
const BEHIND_DOT_TIME = new Set(['-', '|', ',', ')', '(']);

/** `- 14.05`: a full stop parts hour and minute only where nothing says that it is a sum. */
function isDotTime(tokens: readonly DateToken[], at: number): boolean {
  if (textOf(tokens[at + 1]) !== '.') return false;
  const before = tokens[at - 1];
  const isBehindYear = before?.kind === 'number' && before.digits === 4;
  if (!isBehindYear && !BEFORE_DOT_TIME.has(textOf(before))) return false;
  if (findHalf(tokens, at + 3)) return true;
  const behind = tokens[at + 3];
  return behind === undefined || (behind.kind === 'mark' && BEHIND_DOT_TIME.has(behind.text));
}
