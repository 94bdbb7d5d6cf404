import { instantOf, zoneOffsetMin } from './date-zone.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s*/iu;

/** Years of two digits from here on are of the last century: RSS began in 1999. */
const CENTURY_TURN = 90;

/**
 * Unix ms of a date of RFC 822 (5) or asctime, as feeds write and misspell it: year of two digits,
 * weekday absent or wrong, month and day changed about, month in full, no seconds, zone by name.
 */
export function parseRfc822Text(text: string): number | undefined {
  const parts = text
    .replace(WEEKDAY, '')
    .replace(/(\d)(?:st|nd|rd|th)\b|[,]/giu, '$1 ')
    .trim();
  const tokens = parts.replace(/^(\d{1,2})-([a-z]{3,9})-(\d{2,4})/iu, '$1 $2 $3').split(/\s+/u);
  const named = tokens.findIndex((token) => monthOf(token) > 0);
  if (named < 0 || named > 1) return undefined;
  const month = monthOf(tokens[named] ?? '');
  const day = Number(tokens[1 - named]);
  const rest = tokens.slice(2);
  const time = rest.findIndex((token) => /^\d{1,2}:\d{1,2}(:\d{1,2})?(\.\d+)?$/u.test(token));
  const year = yearOf(
    rest.find((token, index) => index !== time && /^\d{2}(\d{2})?$/u.test(token)),
  );
  if (year === undefined || !Number.isInteger(day)) return undefined;
  const [hour = 0, minute = 0, second = 0] = (rest[time] ?? '0:0').split(':').map(Number);
  const clock = { year, month, day, hour, minute, second: Math.floor(second) };
  return instantOf(clock, zoneOffsetMin(zoneOf(rest)));
}

const monthOf = (token: string): number =>
  /^[a-z]{3,9}\.?$/iu.test(token) ? MONTHS.indexOf(token.slice(0, 3).toLowerCase()) + 1 : 0;

function yearOf(token: string | undefined): number | undefined {
  if (token === undefined) return undefined;
  const year = Number(token);
  if (token.length > 2) return year;
  return year + (year < CENTURY_TURN ? 2000 : 1900);
}

/** The zone: the word with a sign or letters that is neither year nor time. */
function zoneOf(tokens: readonly string[]): string {
  return (
    tokens.find(
      (token) =>
        /^(?:[a-z/]{1,12})?(?:[+-]\d{1,2}:?(?:\d{2})?)?$/iu.test(token) && !/^\d+$/u.test(token),
    ) ?? 'Z'
  );
}
