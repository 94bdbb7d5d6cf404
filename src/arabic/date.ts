import { matchKey } from './key.ts';

/** A date as a text states it. */
export interface ParsedDate {
  /** Wall clock as written: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or with seconds. */
  readonly date: string;
  readonly precision: 'second' | 'minute' | 'day';
  readonly calendar: 'gregory' | 'islamic-umalqura';
  /** The zone that the text itself states: an offset or an IANA name. */
  readonly zone?: string;
  readonly role: 'published' | 'modified';
  /** Name of the rule that read it. */
  readonly rule: string;
}

/** What a date is read against. */
export interface DateContext {
  readonly now?: Date;
  readonly zone?: string;
}

const MONTHS: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'كانون ثاني', 'جانفي', 'january', 'janvier', 'jan'],
  ['فبراير', 'شباط', 'فيفري', 'february', 'février', 'feb'],
  ['مارس', 'آذار', 'march', 'mars', 'mar'],
  ['أبريل', 'ابريل', 'نيسان', 'أفريل', 'april', 'avril', 'apr'],
  ['مايو', 'أيار', 'ماي', 'may', 'mai'],
  ['يونيو', 'يونيه', 'حزيران', 'جوان', 'june', 'juin', 'jun'],
  ['يوليو', 'يوليه', 'تموز', 'جويلية', 'يوليوز', 'july', 'juillet', 'jul'],
  ['أغسطس', 'آب', 'أوت', 'غشت', 'august', 'août', 'aug'],
  ['سبتمبر', 'أيلول', 'شتنبر', 'september', 'septembre', 'sep'],
  ['أكتوبر', 'تشرين الأول', 'تشرين أول', 'october', 'octobre', 'oct'],
  ['نوفمبر', 'تشرين الثاني', 'تشرين ثاني', 'نونبر', 'november', 'novembre', 'nov'],
  ['ديسمبر', 'كانون الأول', 'كانون أول', 'دجنبر', 'december', 'décembre', 'dec'],
];

const MONTH_OF = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [matchKey(name), index + 1] as const)),
);

const MONTH_PATTERN = [...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join('|');
const NAMED = new RegExp(
  `(?:^|\\D)(\\d{1,2}) (${MONTH_PATTERN})(?: (?:${MONTH_PATTERN}))?(?: من)? (\\d{4})(?!\\d)`,
  'u',
);
const ISO =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/u;
const NUMERIC = /(?:^|[^\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/u;
const CLOCK = /(?:^|\D)(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(ص|م|am|pm)?/iu;

/** Longest text that is read, in UTF-16 units: a date line of a page is far shorter. */
const LONGEST = 300;

/** Reads the date that a text states; undefined where nothing certain is said. */
export function parseDate(text: string, _context: DateContext = {}): ParsedDate | undefined {
  const short = text.slice(0, LONGEST);
  return parseIso(short) ?? parseRfc822(short) ?? parseWords(short);
}

function parseIso(text: string): ParsedDate | undefined {
  const [, year, month, day, hour, minute, second, offset] = ISO.exec(digits(text)) ?? [];
  if (!year || !month || !day || !isDay(Number(year), Number(month), Number(day))) return undefined;
  const date = `${year}-${month}-${day}`;
  const about = { calendar: 'gregory', role: 'published', rule: 'iso' } as const;
  if (!hour) return { date, precision: 'day', ...about };
  const zone = offset ? { zone: offset === 'Z' ? '+00:00' : offset } : {};
  if (!second) return { date: `${date}T${hour}:${minute}`, precision: 'minute', ...zone, ...about };
  return { date: `${date}T${hour}:${minute}:${second}`, precision: 'second', ...zone, ...about };
}

/** `Wed, 20 Sep 2023 17:42:10 +0000` (RFC 5322, 3.3), as feeds state it. */
const RFC822 =
  /^\s*(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3,9})\.?\s+(\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s*(GMT|UTC?|Z|[+-]\d{4})\s*$/u;

function parseRfc822(text: string): ParsedDate | undefined {
  const [, day, name, year, hour, minute, second, zone] = RFC822.exec(text) ?? [];
  const month = MONTH_OF.get((name ?? '').toLowerCase());
  if (!day || !month || !year || !isDay(Number(year), month, Number(day))) return undefined;
  const date = `${year}-${two(month)}-${two(Number(day))}T${hour}:${minute}`;
  const offset = zone && /^[+-]/u.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : '+00:00';
  const about = { calendar: 'gregory', role: 'published', rule: 'rfc822', zone: offset } as const;
  return second
    ? { date: `${date}:${second}`, precision: 'second', ...about }
    : { date, precision: 'minute', ...about };
}

function parseWords(text: string): ParsedDate | undefined {
  const found = findNamed(text) ?? findNumeric(text);
  if (!found || !isDay(found.year, found.month, found.day)) return undefined;
  const day = `${found.year}-${two(found.month)}-${two(found.day)}`;
  const role = /تحديث|تعديل/u.test(text) ? 'modified' : 'published';
  const about = { calendar: 'gregory', role, rule: found.rule } as const;
  const time = findTime(digits(text));
  return time
    ? { date: `${day}T${time}`, precision: 'minute', ...about }
    : { date: day, precision: 'day', ...about };
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rule: string;
}

function findNamed(text: string): Day | undefined {
  const [, day, name, year] = NAMED.exec(matchKey(text)) ?? [];
  const month = MONTH_OF.get(name ?? '');
  return month
    ? { day: Number(day), month, year: Number(year), rule: 'day-month-year' }
    : undefined;
}

function findNumeric(text: string): Day | undefined {
  const [, day, month, year] = NUMERIC.exec(digits(text)) ?? [];
  return year
    ? { day: Number(day), month: Number(month), year: Number(year), rule: 'numeric' }
    : undefined;
}

function findTime(text: string): string | undefined {
  const [, hour, minute, , half] = CLOCK.exec(text) ?? [];
  if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const isAfternoon = half === 'م' || half?.toLowerCase() === 'pm';
  const base = half ? Number(hour) % 12 : Number(hour);
  return `${two(base + (isAfternoon ? 12 : 0))}:${minute}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

function digits(text: string): string {
  return text
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1990 || year > 2100 || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
