import { instantOf, zoneOffsetMin } from './date-zone.ts';

/** A date and time as W3CDTF and ISO 8601 write it, with a blank or slash where others put one. */
const DATE_TIME =
  /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:[T\s]\s?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,:]\d{1,9})?)?\s?(Z|[A-Z]{1,4}|(?:GMT|UTC)?[+-]\d{1,2}:?(?:\d{2})?)?)?$/iu;

/** The basic form, without hyphens: 20261123, 20261123T101500Z. */
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/iu;

/** A day of the year: 2026-327. */
const ORDINAL = /^(\d{4})-?(\d{3})$/u;

/** A year alone. */
const YEAR = /^(\d{4})$/u;

/** A year of two digits and a month, with or without a day: 26-11-23. */
const SHORT = /^(\d{2})-?(\d{2})-?(\d{2})$/u;

/** Unix ms of a date of the ISO family, or undefined. */
export function parseIsoText(text: string): number | undefined {
  return parseDateTime(DATE_TIME.exec(text) ?? BASIC.exec(text)) ?? parseRare(text);
}

function parseDateTime(match: RegExpExecArray | null): number | undefined {
  if (!match) return undefined;
  const [, year, month, day = '1', hour = '0', minute = '0', second = '0', zone = 'Z'] = match;
  const clock = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  return instantOf(clock, zoneOffsetMin(zone));
}

function parseRare(text: string): number | undefined {
  const year = YEAR.exec(text);
  if (year) return instantOf({ year: Number(year[1]), month: 1, day: 1 }, 0);
  const short = SHORT.exec(text);
  if (short) {
    const [, yy, month, day] = short.map(Number);
    return instantOf({ year: 2000 + (yy ?? 0), month: month ?? 0, day: day ?? 0 }, 0);
  }
  const ordinal = ORDINAL.exec(text);
  if (!ordinal || Number(ordinal[2]) < 1 || Number(ordinal[2]) > 366) return undefined;
  return Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2]));
}
