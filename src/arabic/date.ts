import { extendBasic } from './basic-format.ts';
import { findDates } from './calendar-date.ts';
import { findTime } from './clock-time.ts';
import { chooseLabelled, type DateRole, findLabelBefore } from './date-role.ts';
import { type DateToken, dateTokens } from './date-token.ts';
import { addDays, type CalendarDay } from './hijri.ts';
import { wallClock } from './instant.ts';
import type { CalendarName, MonthTable } from './months.ts';
import { isPageClock } from './other-event.ts';
import { findRelative } from './relative.ts';
import type { ClockTime } from './stated-time.ts';
import { findTimeBeside } from './time-beside.ts';

/** A date as a text states it. */
export interface ParsedDate {
  /** Wall clock as written: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or with seconds. */
  readonly date: string;
  readonly precision: 'second' | 'minute' | 'day';
  /** The calendar that it was written in; `date` is Gregorian always. */
  readonly calendar: CalendarName;
  /** The zone that the text itself states: an offset or an IANA name. */
  readonly zone?: string;
  /** True where the text names a zone that is not known: its time is of no clock, its day counts. */
  readonly isZoneUnknown?: true;
  /** What the label beside the date says that it is of. */
  readonly role: DateRole;
  /** The role where a label beside the date says it. */
  readonly label?: DateRole;
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
  /** Whether `30.10.23` is a date: only where the place of the text says that it holds one. */
  readonly hasShortYears?: boolean;
}

/** Longest text that is read, in UTF-16 units: a date line of a page is far shorter. */
const LONGEST = 300;

/**
 * Reads the date that a text states, in the forms of the Arab press: Arabic, English and French
 * months, digits of any script, Gregorian, Hijri (Umm al-Qura) and Persian calendars, relative forms.
 * Several dates: the one labelled as publication, else the first that no label calls an update; a
 * Gregorian one goes before the Hijri one of the same day. Refuses a bare year or time, a span of
 * days, a date whose weekday is wrong, a page's own clock, and numbers that are no date. Weeks ago
 * count as sevens of days; months and years ago are no day.
 */
export function parseDate(text: string, context: DateContext = {}): ParsedDate | undefined {
  const line = extendBasic(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  const tokens = dateTokens(line);
  if (tokens.length === 0 || isPageClock(tokens)) return undefined;
  const { now, zone, months, hasShortYears } = context;
  const today = now && ((): CalendarDay => todayOf(now, zone));
  const dates = findDates(tokens, {
    ...(today ? { today } : {}),
    ...(months ? { months } : {}),
    ...(hasShortYears ? { hasShortYears } : {}),
    ...(/[۰-۹]/.test(line) ? { isPersian: true } : {}),
  });
  const chosen = chooseLabelled(dates, tokens);
  if (!chosen) return today ? relative(tokens, today, context) : undefined;
  const { date, role, label } = chosen;
  const { calendar, rule } = date;
  const about = { calendar, role, ...(label ? { label } : {}), rule };
  return { ...written(date.day, findTimeBeside(date, dates, tokens)), ...about };
}

/** The day that the site's clock shows. */
function todayOf(now: Date, zone = 'UTC'): CalendarDay {
  const [year = 0, month = 0, day = 0] = wallClock(now, zone).slice(0, 10).split('-').map(Number);
  return { year, month, day };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Day and time in their written form, and how exact that is. */
function written(
  { year, month, day }: CalendarDay,
  time: ClockTime | undefined,
): Pick<ParsedDate, 'date' | 'precision' | 'zone' | 'isZoneUnknown'> {
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!time) return { date, precision: 'day' };
  if (time.isZoneUnknown) return { date, precision: 'day', isZoneUnknown: true };
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
  const time = findTime(tokens, { from: 0, to: tokens.length, taken: [] });
  const found = findRelative(tokens, { today, hasTime: () => time !== undefined });
  if (!found) return undefined;
  const role = findLabelBefore(tokens, { from: tokens.length, after: 0 }) ?? 'published';
  const about = { calendar: 'gregory', role, rule: 'relative' } as const;
  if (found.unit === 'minute') {
    const at = new Date(now.getTime() - found.minutes * MINUTE_MS);
    return { date: wallClock(at, zone).slice(0, 16), precision: 'minute', ...about };
  }
  return { ...written(addDays(today(), -found.days), time), ...about };
}
