import { type DateContext, type ParsedDate, parseDate } from './date.ts';
import { instantOf } from './instant.ts';

/** Longer texts are no dates. */
const LONGEST = 100;

/** A weekday before the date adds nothing, and programs often have it wrong; also `mar.` for mardi. */
const FIRST_WORD = /^\p{L}{2,12}\.?,?\s*(?=\S)/u;

/** `2026-327`: a day of the year (ISO 8601, 5.2.2). */
const ORDINAL = /^(\d{4})-?(\d{3})$/u;

/** `26-11-23`: year, month and day with two digits each, as ISO 8601 once allowed. */
const SHORT = /^(\d{2})-(\d{2})-(\d{2})$/u;

/** `23 Nov 26`: a year of two digits (RFC 822, 5.1); a time has its colon behind. */
const SHORT_YEAR = /^(\d{1,2}[\s-]\p{L}{3,12}\.?,?[\s-])(\d{2})(?![\d:])/u;

/** Years of two digits from here on are of the last century: RSS began in 1999. */
const CENTURY_TURN = 90;

/** `10:14-08`: an offset of hours alone (ISO 8601), which in prose is a span. */
const HOURS_OFFSET = /(\d:\d{2}(?:\.\d+)?\s?-\d{2})$/u;

/** Military letters as RFC 822 (5.1) printed them, with their signs reversed; feeds follow the letter. */
const MILITARY: Readonly<Record<string, string>> = {
  A: '-0100',
  M: '-1200',
  N: '+0100',
  Y: '+1200',
};

/**
 * Reads the value of a field that holds a date and nothing else: of a feed, a sitemap, a header, a
 * meta element, `datetime`. By the grammar of {@link parseDate}; beyond it such a field says by
 * itself that its numbers are a date, so that short years, days of the year and a wrong weekday are
 * read, and a time that cannot be makes the whole no date.
 */
export function parseFieldDate(text: string, context: DateContext = {}): ParsedDate | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  const line = inFull(trimmed);
  const bare = line.replace(FIRST_WORD, '');
  const parsed = readWhole(bare, context) ?? readWhole(line, context);
  return parsed?.rule === 'relative' ? parseDate(trimmed, context) : parsed;
}

/** W3CDTF's year, or year and month, alone: what a feed dates by it is sorted by its first day. */
const REDUCED = /^(\d{4})(?:-(\d{2}))?$/u;

/**
 * The instant of such a field, Unix ms, as feeds and sitemaps are read: a text without a zone is in
 * UTC, as their formats say; one whose zone is not known gives its day. NaN where there is none.
 */
export function fieldInstant(text = ''): number {
  const [, year, month = '01'] = REDUCED.exec(text.trim()) ?? [];
  const parsed = parseFieldDate(year === undefined ? text : `${year}-${month}-01`);
  return parsed ? instantOf(parsed, 'UTC').getTime() : Number.NaN;
}

/** The short forms in full, in which the grammar reads them. */
function inFull(text: string): string {
  const letter = /\d\s?([AMNY])$/u.exec(text)?.[1];
  if (letter) return `${text.slice(0, -1)}${MILITARY[letter]}`;
  return (ordinalDay(text) ?? text)
    .replace(SHORT, (_all, year, month, day) => `${century(year)}-${month}-${day}`)
    .replace(HOURS_OFFSET, '$1:00');
}

function ordinalDay(text: string): string | undefined {
  const [, year, day] = ORDINAL.exec(text) ?? [];
  if (!year || Number(day) < 1 || Number(day) > 366) return undefined;
  return new Date(Date.UTC(Number(year), 0, Number(day))).toISOString().slice(0, 10);
}

const century = (year: string): number =>
  Number(year) + (Number(year) < CENTURY_TURN ? 2000 : 1900);

/** A midnight that ends its day (ISO 8601 of 2004). */
const DAY_END = /(^|[T\s])24:00(:00)?/u;

const DAY_MS = 86_400_000;

function readWhole(text: string, context: DateContext): ParsedDate | undefined {
  const isDayEnd = DAY_END.test(text);
  const line = text
    .replace(SHORT_YEAR, (_all, before: string, year: string) => `${before}${century(year)}`)
    .replace(DAY_END, '$100:00$2');
  const parsed = parseDate(line, context);
  if (!parsed || isBroken(parsed, line)) return undefined;
  const whole = isDayEnd ? { ...parsed, date: dayAfter(parsed.date) } : parsed;
  return parsed.zone === undefined && isZoneUnknown(line) ? dayOnly(whole) : whole;
}

/** What a field ends with behind its time, where that is no zone: halves of the day, `14:05 Uhr`. */
const ZONE_WORD =
  /\d:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*[([]?([a-z][a-z/_ -]*)[)\]]?$/iu;
const NO_ZONE = /^(?:[ap]\.?m?|uhr|h|hrs?)$/iu;

/** In such a field a word behind the time can only be a zone; one that is not known is of no clock. */
function isZoneUnknown(text: string): boolean {
  const word = ZONE_WORD.exec(text)?.[1]?.trim();
  return word !== undefined && !NO_ZONE.test(word);
}

function dayOnly({ date, calendar, role, rule }: ParsedDate): ParsedDate {
  const day = date.slice(0, 10);
  return { date: day, precision: 'day', isZoneUnknown: true, calendar, role, rule };
}

/** A time stands there and is none. */
function isBroken({ precision, isZoneUnknown }: ParsedDate, text: string): boolean {
  return precision === 'day' && !isZoneUnknown && /\d:\d/u.test(text);
}

function dayAfter(date: string): string {
  const next = new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + DAY_MS);
  return `${next.toISOString().slice(0, 10)}${date.slice(10)}`;
}
