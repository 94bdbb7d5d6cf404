/** A wall clock as a text states it. */
export interface WallClock {
  /** `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or with seconds. */
  readonly date: string;
  /** The zone that the text itself states: an offset or an IANA name. */
  readonly zone?: string;
}

const MINUTE_MS = 60_000;

/**
 * The instant of a wall clock: in the zone that the date itself states, else in `zone` (an IANA
 * name or an offset). Of a time that the clock shows twice in autumn the earlier is meant; a time
 * that it skips in spring counts on as if it had not.
 */
export function instantOf({ date, zone: stated }: WallClock, zone: string): Date {
  const wall = Date.parse(date.length === 10 ? `${date}T00:00:00Z` : `${date}Z`);
  const place = stated ?? zone;
  const fixed = fixedOffsetMs(place);
  if (fixed !== undefined) return new Date(wall - fixed);
  const before = offsetMs(wall - DAY_MS, place);
  const first = wall - before;
  // Right where no change of clocks lies between; else the offset that then holds is tried.
  if (offsetMs(first, place) === before) return new Date(first);
  const after = offsetMs(wall + DAY_MS, place);
  const second = wall - after;
  // A clock that the spring skips: in Cairo and Beirut the midnight of that day.
  return new Date(offsetMs(second, place) === after ? second : first);
}

const DAY_MS = 86_400_000;

/** What a zone's clock shows at an instant: `YYYY-MM-DDTHH:MM:SS`. */
export function wallClock(at: Date, zone: string): string {
  const offset = fixedOffsetMs(zone) ?? offsetMs(at.getTime(), zone);
  return new Date(at.getTime() + offset).toISOString().slice(0, 19);
}

/**
 * An instant in RFC 3339 as a zone's clock shows it, to the second, with the offset that holds then:
 * `2026-11-20T14:05:00+03:00`; `Z` where that is the one of UTC.
 */
export function rfc3339(at: Date, zone: string): string {
  const offset = fixedOffsetMs(zone) ?? offsetMs(at.getTime(), zone);
  const wall = new Date(at.getTime() + offset).toISOString().slice(0, 19);
  // Before zones had whole minutes (local mean time) the form cannot say the offset.
  const minutes = Math.round(Math.abs(offset) / MINUTE_MS);
  if (minutes === 0) return `${wall}Z`;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The offset of `+03:00`, `-0500`, `Z` or `UTC` in ms; undefined for a name. */
function fixedOffsetMs(zone: string): number | undefined {
  if (zone === 'UTC' || zone === 'Z') return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return minutes * MINUTE_MS * (match[1] === '-' ? -1 : 1);
}

/** Formats by zone: making one costs some 50 µs, and there are as many as countries. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** Clocks change at whole minutes since the last zone gave up its local mean time (Liberia, 1972). */
const WHOLE_SINCE = Date.UTC(1973, 0);

/** Offsets by zone and minute: asking `Intl` takes 10 µs, and a page's few dates ask some thirty times. */
const offsets = new Map<string, number>();
const MOST_OFFSETS = 10_000;

/** What a zone's clock is ahead of UTC at an instant (Unix ms), in ms. */
function offsetMs(at: number, zone: string): number {
  if (!(at >= WHOLE_SINCE)) return askOffsetMs(at, zone);
  const minute = `${Math.floor(at / MINUTE_MS)} ${zone}`;
  const known = offsets.get(minute);
  if (known !== undefined) return known;
  const offset = askOffsetMs(at, zone);
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(minute, offset);
  return offset;
}

function askOffsetMs(at: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
