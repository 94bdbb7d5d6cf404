import { type ParsedDate, parseDate } from '../../arabic/date.ts';
import { parseFieldDate } from '../../arabic/field-date.ts';
import { instantOf } from '../../arabic/instant.ts';
import type { MonthTable } from '../../arabic/months.ts';
import type { DatePrecision } from '../../record/article.ts';
import type { DateText } from '../../record/reading.ts';
import type { RouteDates } from '../../record/route.ts';
import type { ClockProfile } from './clock.ts';
import { isMidnight, localDay } from './local-day.ts';

/** What the dates of a page are chosen against. */
export interface DateContext {
  /** The visit. */
  readonly now: Date;
  /** When a visit first met the link; the visit where absent. */
  readonly firstSeen?: Date;
  /** Zone of times that state none. */
  readonly zone: string;
  /** True where nobody gave the zone. */
  readonly isZoneAssumed?: boolean;
  /** True where the offsets that the site states are false: its times are on the zone's clock. */
  readonly distrustZone: boolean;
  readonly clock?: ClockProfile;
  /** The source's own month table, where its file names one. */
  readonly months?: MonthTable;
}

/** A date of the page or of the route to it, which then says how its dates are written. */
export interface StatedDate extends DateText {
  readonly route?: RouteDates;
}

/** A date of the page or its route, parsed, with the ways to read it. */
export interface Candidate {
  readonly role: 'published' | 'modified';
  readonly from: string;
  readonly text: string;
  readonly confidence: number;
  /** Places that one system fills: two of one family are not independent. */
  readonly family: string;
  /** How the route writes its dates that it came by. */
  readonly route?: RouteDates;
  readonly parsed: ParsedDate;
  /** The instant as it is believed. */
  readonly instant: Date;
  readonly precision: DatePrecision;
  /** The same wall clock in the source's zone. */
  readonly local: Date;
  /** The same wall clock in UTC. */
  readonly utc: Date;
  /** The days that it may mean, `YYYY-MM-DD`: as written, and on the zone's clock. */
  readonly days: readonly string[];
  /** What was corrected. */
  readonly note?: string;
}

/** A day in the path was set when the article was made; the extract step cannot judge it better. */
const URL_CONFIDENCE = 0.8;

/** Parses a date of a page; undefined where the text states none that is certain. */
export function readCandidate(given: StatedDate, context: DateContext): Candidate | undefined {
  const { now, zone, months } = context;
  const { route } = given;
  const family = route ? given.from : familyOf(given.from);
  const isProse = route ? route.isProse : family === 'visible';
  const parse = isProse ? parseDate : parseFieldDate;
  const hasShortYears = given.from === SHORT_YEAR;
  const parsed = parse(given.text, { now, zone, hasShortYears, ...(months ? { months } : {}) });
  if (!parsed) return undefined;
  const { zone: stated, ...wall } = parsed;
  const local = instantOf(wall, zone);
  const exact = stated ? instantOf(parsed, zone) : local;
  const isDay = isDayOnly(parsed, { instant: exact, zone });
  const instant = isDay ? startOfDay(parsed, { instant: exact, zone }) : exact;
  const confidence = family === 'url' ? URL_CONFIDENCE : given.confidence;
  return {
    role: parsed.role === 'modified' ? 'modified' : given.role,
    from: given.from,
    text: given.text,
    confidence,
    family,
    ...(route ? { route } : {}),
    parsed,
    instant,
    precision: isDay ? 'day' : parsed.precision,
    local,
    utc: instantOf({ ...wall, zone: '+00:00' }, zone),
    days: daysOf(parsed, { instant, zone }),
  };
}

interface Placed {
  readonly instant: Date;
  readonly zone: string;
}

/** Midnight to the second stands for the day: systems that keep no time write it so. */
function isDayOnly({ date, precision }: ParsedDate, { instant, zone }: Placed): boolean {
  if (precision === 'day') return true;
  return /T00:00(?::00)?$/u.test(date) || isMidnight(instant, zone);
}

/** A day is 00:00:00 of it in the zone, also where a system wrote its midnight as that of UTC. */
function startOfDay({ date }: ParsedDate, { instant, zone }: Placed): Date {
  const isWritten = date.length === DAY_LENGTH || /T00:00(?::00)?$/u.test(date);
  const day = isWritten ? date.slice(0, DAY_LENGTH) : localDay(instant, zone);
  return instantOf({ date: day }, zone);
}

/** `YYYY-MM-DD`. */
const DAY_LENGTH = 10;

function daysOf({ date, precision }: ParsedDate, { instant, zone }: Placed): string[] {
  const written = date.slice(0, 10);
  return precision === 'day' ? [written] : [...new Set([localDay(instant, zone), written])];
}

/** A visible date beside the headline whose year has two digits. */
const SHORT_YEAR = 'visible, short year';

/** The system that fills a place. */
function familyOf(from: string): string {
  if (from.startsWith('jsonld')) return 'jsonld';
  // A rule of a crawler or source picks what the page shows.
  if (from === SHORT_YEAR || from.startsWith('crawler:') || from.startsWith('source'))
    return 'visible';
  return PLACES.has(from) ? from : 'meta';
}

/** Places of a page that are independent of all others; every other name is that of a meta element. */
const PLACES = new Set(['microdata', 'time', 'data-seconds', 'visible', 'url']);

/** True where a person, not a program, reads the place: it shows the zone's own clock. */
export function isShown({ family }: Candidate): boolean {
  return family === 'visible' || family === 'time';
}

/** True for what another system than the page's wrote: the route to the article, by its own clock. */
export const isOfRoute = ({ route }: Candidate): boolean => route?.isOwnClock === true;

/** True where the text states a time of the day. */
export function isExact({ precision }: Candidate): boolean {
  return precision !== 'day';
}

/** True where the text counts back from the visit: right to the hour or day that it names. */
export function isRelative({ parsed }: Candidate): boolean {
  return parsed.rule.includes('relative');
}
