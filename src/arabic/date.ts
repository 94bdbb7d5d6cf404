import { type CalendarDate, findDates } from './calendar-date.ts';
import { type ClockTime, findTime } from './clock-time.ts';
import { type DateToken, dateTokens } from './date-token.ts';
import { addDays, type CalendarDay } from './hijri.ts';
import { wallClock } from './instant.ts';
import type { CalendarName, MonthTable } from './months.ts';
import { findRelative } from './relative.ts';

/** A date as a text states it. */
export interface ParsedDate {
  /** Wall clock as written: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or with seconds. */
  readonly date: string;
  readonly precision: 'second' | 'minute' | 'day';
  /** The calendar that it was written in; `date` is Gregorian always. */
  readonly calendar: CalendarName;
  /** The zone that the text itself states: an offset or an IANA name. */
  readonly zone?: string;
  /** What the label beside the date says that it is of. */
  readonly role: 'published' | 'modified';
  /** Name of the rule that read it. */
  readonly rule: string;
}

/** What a date is read against. */
export interface DateContext {
  /** The moment of the reading: without it "two hours ago" is not read. */
  readonly now?: Date;
  /** IANA zone of the site: its wall clock is what relative forms count on. UTC where absent. */
  readonly zone?: string;
  /** A country's own month table. */
  readonly months?: MonthTable;
}

/** Longest text that is read, in UTF-16 units: a date line of a page is far shorter. */
const LONGEST = 300;

/**
 * Reads the date that a text states, in the forms of the Arab press: Arabic, English and French
 * months, digits of any script, Gregorian and Hijri (Umm al-Qura) calendars, relative forms.
 * Several dates: the one labelled as publication, else the first that no label calls an update; a
 * Gregorian one goes before the Hijri one of the same day. Refuses a bare year or time, a span of
 * days, a date whose weekday is wrong, and numbers that are no date.
 */
export function parseDate(text: string, context: DateContext = {}): ParsedDate | undefined {
  const tokens = dateTokens(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  if (tokens.length === 0) return undefined;
  const { now, zone, months } = context;
  const today = now && ((): CalendarDay => todayOf(now, zone));
  const dates = findDates(tokens, { ...(today ? { today } : {}), ...(months ? { months } : {}) });
  const chosen = chooseDate(dates, tokens);
  if (chosen) return absolute(chosen, dates, tokens);
  return dates.length === 0 && today ? relative(tokens, today, context) : undefined;
}

/** The day that the site's clock shows. */
function todayOf(now: Date, zone = 'UTC'): CalendarDay {
  const [year = 0, month = 0, day = 0] = wallClock(now, zone).slice(0, 10).split('-').map(Number);
  return { year, month, day };
}

type Role = ParsedDate['role'];

/** Words that say which event a date is of, folded. */
const UPDATED = /^(?:ال|ب)?(?:تحديث|تعديل|محدث|حدث|معدل)|^(?:updated?|modified|modifie|mis|maj)$/u;
const PUBLISHED =
  /^(?:ال|و)?(?:نشر|نشرت|منشور|كتب|اضيف|اضيفت)|^(?:published|posted|publie|publication)$/u;

/** What the nearest label before a token says; undefined where none stands there. */
function labelBefore(tokens: readonly DateToken[], from: number, after: number): Role | undefined {
  for (let at = from - 1; at >= after; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (UPDATED.test(token.text)) return 'modified';
    if (PUBLISHED.test(token.text)) return 'published';
  }
  return undefined;
}

interface Chosen {
  readonly date: CalendarDate;
  readonly role: Role;
}

function chooseDate(
  dates: readonly CalendarDate[],
  tokens: readonly DateToken[],
): Chosen | undefined {
  const labelled = dates.map((date, index) => ({
    date,
    label: labelBefore(tokens, date.from, dates[index - 1]?.to ?? 0),
  }));
  const rank = ({ date, label }: (typeof labelled)[number]): number =>
    (label === 'published' ? 0 : label === undefined ? 2 : 4) +
    (date.calendar === 'gregory' ? 0 : 1);
  const best = labelled.toSorted((a, b) => rank(a) - rank(b))[0];
  if (!best) return undefined;
  // The Gregorian half of a double date stands behind the Hijri one, and so behind its label.
  const role = best.label ?? labelled[0]?.label ?? 'published';
  return {
    date: best.date,
    role: best.date.calendar === 'gregory' || best.label ? role : 'published',
  };
}

function absolute(
  { date, role }: Chosen,
  dates: readonly CalendarDate[],
  tokens: readonly DateToken[],
): ParsedDate {
  const { calendar, rule } = date;
  const time = timeOf(date, dates, tokens);
  return { ...written(date.day, time), calendar, role, rule };
}

/** The time beside a date: behind it up to the next label or date, else before it. */
function timeOf(
  date: CalendarDate,
  dates: readonly CalendarDate[],
  tokens: readonly DateToken[],
): ClockTime | undefined {
  const taken = new Set<number>();
  for (const { from, to } of dates) for (let at = from; at < to; at += 1) taken.add(at);
  // A time inside the date, as asctime has it.
  const inside = findTime(tokens.slice(0, date.to + INSIDE), new Set([...Array(date.to).keys()]));
  if (inside && inside.from <= date.to + 1) return inside;
  const next = dates.find(({ from, day }) => from >= date.to && !isSame(day, date.day));
  const label = labelAfter(tokens, date.to);
  const end = Math.min(next?.from ?? tokens.length, label ?? tokens.length);
  const behind = findTime(tokens.slice(0, end), new Set([...taken, ...Array(date.to).keys()]));
  if (behind) return behind;
  const previous = dates.findLast(({ to, day }) => to <= date.from && !isSame(day, date.day));
  const start = previous?.to ?? 0;
  return findTime(tokens.slice(0, date.from), new Set([...taken, ...Array(start).keys()]));
}

/** Tokens of a time and its half: `14 : 05 : 10 pm +0300`. */
const INSIDE = 10;

const isSame = (a: CalendarDay, b: CalendarDay): boolean =>
  a.year === b.year && a.month === b.month && a.day === b.day;

/** Where the label of an update begins: the time behind it is not of the publication. */
function labelAfter(tokens: readonly DateToken[], from: number): number | undefined {
  const at = tokens.findIndex(
    (token, index) => index >= from && token.kind === 'word' && UPDATED.test(token.text),
  );
  return at < 0 ? undefined : at;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Day and time in their written form, and how exact that is. */
function written(
  { year, month, day }: CalendarDay,
  time: ClockTime | undefined,
): Pick<ParsedDate, 'date' | 'precision' | 'zone'> {
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!time) return { date, precision: 'day' };
  const zone = time.zone === undefined ? {} : { zone: time.zone };
  const minute = `${date}T${two(time.hour)}:${two(time.minute)}`;
  if (time.second === undefined) return { date: minute, precision: 'minute', ...zone };
  return { date: `${minute}:${two(time.second)}`, precision: 'second', ...zone };
}

const MINUTE_MS = 60_000;

function relative(
  tokens: readonly DateToken[],
  today: () => CalendarDay,
  { now = new Date(0), zone = 'UTC' }: DateContext,
): ParsedDate | undefined {
  const found = findRelative(tokens, today);
  if (!found) return undefined;
  const role = labelBefore(tokens, tokens.length, 0) ?? 'published';
  const about = { calendar: 'gregory', role, rule: 'relative' } as const;
  if (found.unit === 'minute') {
    const at = new Date(now.getTime() - found.minutes * MINUTE_MS);
    return { date: wallClock(at, zone).slice(0, 16), precision: 'minute', ...about };
  }
  const time = findTime(tokens, new Set());
  return { ...written(addDays(today(), -found.days), time), ...about };
}
