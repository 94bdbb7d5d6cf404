import { instantOf, zoneOffsetMin } from './date-zone.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Years of two digits from here on are of the last century: RSS began in 1999. */
const CENTURY_TURN = 90;

/** A time of day, with the half of the day where a writer gives one. */
const TIME = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.\d{1,9})?(?:\s?([ap])\.?m\.?)?/iu;

/** `+0300`, `GMT+3`, `EST`: a word with letters or a sign. */
const ZONE = /^(?:[a-z/]{1,12}(?:[+-]\d{1,2}:?(?:\d{2})?)?|[+-]\d{1,2}:?(?:\d{2})?)$/iu;

/**
 * Unix ms of a date of RFC 822 (5) or asctime without its weekday, as feeds write and misspell it:
 * year of two digits, month and day changed about, month in full, no seconds, zone by name.
 */
export function parseRfc822Text(text: string): number | undefined {
  const spaced = text.replace(/(\d)(?:st|nd|rd|th)\b|,/giu, '$1 ').trim();
  const tokens = spaced.replace(/^(\d{1,2})-([a-z]{3,9})-(\d{2,4})/iu, '$1 $2 $3').split(/\s+/u);
  const month = Math.max(monthOf(tokens[0]), monthOf(tokens[1]));
  const day = Number(monthOf(tokens[0]) > 0 ? tokens[1] : tokens[0]);
  const rest = tokens.slice(2);
  const timeAt = rest.findIndex((token) => TIME.test(token));
  const others = rest.filter((_, index) => index !== timeAt);
  const year = yearOf(others.find((token) => /^\d{2}(?:\d{2})?$/u.test(token)));
  if (month === 0 || year === undefined || !Number.isInteger(day)) return undefined;
  const time = timeOf(timeAt < 0 ? '' : rest.slice(timeAt, timeAt + 2).join(' '));
  const zone = others.find((token) => ZONE.test(token) && !/^[ap]\.?m\.?$/iu.test(token));
  return instantOf({ year, month, day, ...time }, zoneOffsetMin(zone ?? 'Z'));
}

const monthOf = (token = ''): number =>
  /^[a-z]{3,9}\.?$/iu.test(token) ? MONTHS.indexOf(token.slice(0, 3).toLowerCase()) + 1 : 0;

function yearOf(token: string | undefined): number | undefined {
  if (token === undefined) return undefined;
  const year = Number(token);
  if (token.length > 2) return year;
  return year + (year < CENTURY_TURN ? 2000 : 1900);
}

function timeOf(text: string): { hour: number; minute: number; second: number } {
  const [, hour = '0', minute = '0', second = '0', half] = TIME.exec(text) ?? [];
  const base = half ? Number(hour) % 12 : Number(hour);
  const isAfternoon = half?.toLowerCase() === 'p';
  return { hour: base + (isAfternoon ? 12 : 0), minute: Number(minute), second: Number(second) };
}
