import type { SiteArticle } from './site.ts';

/** A wall clock reading. */
export interface Clock {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 is Sunday. */
  weekday: number;
}

/** Arabic weekday names from Sunday. */
export const WEEKDAYS = ['الأحد', 'الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];

const ENGLISH_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const ENGLISH_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The formatter of each zone so far: to make one takes longer than to use it a hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** What the clocks of an IANA zone show at an ISO instant. */
export function readClock(instant: string, zone: string): Clock {
  const parts = formatterOf(zone).formatToParts(new Date(instant));
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  const [year, month, day] = [part('year'), part('month'), part('day')];
  return {
    year,
    month,
    day,
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
  };
}

/** A number with two digits at least. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2026-04-13T06:00:00`, the local date-time of ISO 8601 without an offset. */
export function localIso(instant: string, zone: string): string {
  const clock = readClock(instant, zone);
  const date = `${clock.year}-${twoDigits(clock.month)}-${twoDigits(clock.day)}`;
  return `${date}T${[clock.hour, clock.minute, clock.second].map(twoDigits).join(':')}`;
}

/** Offset of a zone at an instant, `+03:00`. */
export function zoneOffset(instant: string, zone: string): string {
  const local = Date.parse(`${localIso(instant, zone)}Z`);
  const minutes = Math.round((local - Date.parse(instant)) / 60_000);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** `2026-04-13T06:00:00+02:00`. */
export function offsetIso(instant: string, zone: string): string {
  return localIso(instant, zone) + zoneOffset(instant, zone);
}

/** The date form of RSS 2.0 (RFC 822 with a four-digit year) in a zone. */
export function rssDate(instant: string, zone = 'UTC'): string {
  const clock = readClock(instant, zone);
  const day = `${ENGLISH_WEEKDAYS[clock.weekday]}, ${twoDigits(clock.day)}`;
  const date = `${day} ${ENGLISH_MONTHS[clock.month - 1]} ${clock.year}`;
  const time = [clock.hour, clock.minute, clock.second].map(twoDigits).join(':');
  return `${date} ${time} ${zoneOffset(instant, zone).replace(':', '')}`;
}

/** Western digits of a text written as Arabic-Indic ones. */
export function arabicIndic(text: string): string {
  return text.replace(/\d/gu, (digit) => String.fromCodePoint(0x0660 + Number(digit)));
}

/** Twelve-hour time with the Arabic marks of morning and evening: `8:42 م`. */
export function twelveHour(clock: Clock, padded = false): string {
  const hour = clock.hour % 12 || 12;
  const shown = padded ? twoDigits(hour) : String(hour);
  return `${shown}:${twoDigits(clock.minute)} ${clock.hour < 12 ? 'ص' : 'م'}`;
}

/** The instant an article shows as its last change: modified, else published. */
export function lastChange(article: SiteArticle): string {
  return article.dateModified ?? article.datePublished ?? '2026-03-01T00:00:00Z';
}
