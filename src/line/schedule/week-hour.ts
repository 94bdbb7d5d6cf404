/** Hours of the week by zone and half-hour: asking `Intl` costs 3 µs, and a plan asks 20 times. */
const known = new Map<string, Map<number, number>>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Zones change their offset on the half-hour at most (IANA tz database, since 1972). */
const HALF_HOUR_MS = 1_800_000;

/** Half-hours that are kept a zone: some 40 days of them. */
const MOST_KEPT = 2000;

/** More zones than the world has are somebody's mistake. */
const MOST_ZONES = 600;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * The hour of the week, 0 to 167 from Monday 0 h, that a clock in the zone shows.
 * @param at Unix ms
 */
export function hourOfWeek(at: number, zone: string): number {
  const half = Math.floor(at / HALF_HOUR_MS);
  const hours = hoursOf(zone);
  const cached = hours.get(half);
  if (cached !== undefined) return cached;
  const hour = askHour(at, zone);
  if (hours.size >= MOST_KEPT) hours.clear();
  hours.set(half, hour);
  return hour;
}

function hoursOf(zone: string): Map<number, number> {
  const hours = known.get(zone) ?? new Map<number, number>();
  if (known.size >= MOST_ZONES) known.clear();
  known.set(zone, hours);
  return hours;
}

function askHour(at: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(at);
  const weekday = parts.find(({ type }) => type === 'weekday')?.value ?? 'Mon';
  const hour = Number(parts.find(({ type }) => type === 'hour')?.value ?? 0);
  return Math.max(0, WEEKDAYS.indexOf(weekday)) * 24 + (hour % 24);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const cached = formats.get(zone);
  if (cached) return cached;
  if (formats.size >= MOST_ZONES) formats.clear();
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, format);
  return format;
}
