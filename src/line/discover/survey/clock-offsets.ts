import { parseDate } from '../../../arabic/date.ts';
import { instantOf, wallClock } from '../../../arabic/instant.ts';
import type { DateText } from '../../../record/reading.ts';
import { NEWS_ZONES } from './country.ts';

/** How far a site's clock was from UTC at some time, ms. */
export interface ClockOffset {
  readonly at: number;
  readonly offsetMs: number;
}

/** Clocks of the world differ from UTC by whole quarters of an hour. */
const QUARTER_MS = 15 * 60_000;

/** Two places that state one moment differ by the seconds that one leaves out, and a little. */
const SAME_MS = 90_000;

/** A difference that no clock of the region has means that the two are different moments. */
const MOST_MS = 5 * 3_600_000;

interface Moment {
  readonly instant?: number;
  readonly wall: number;
}

/**
 * How far the clock of a site is from UTC by the dates of one article: an offset that it states,
 * or a byline's clock beside an instant. UTC itself tells nothing: it is what systems state that
 * know no zone.
 */
export function clockOffsets(dates: readonly DateText[], now: Date): ClockOffset[] {
  const moments = dates
    .filter(({ role }) => role === 'published')
    .flatMap((date) => momentOf(date, now));
  const walls = moments.filter(({ instant }) => instant === undefined);
  const stated = moments.flatMap(({ instant, wall }) =>
    instant === undefined ? [] : [{ at: instant, wall }],
  );
  const own = stated.map(({ at, wall }) => ({ at, offsetMs: wall - at }));
  const beside = stated.flatMap(({ at }) =>
    walls.map(({ wall }) => ({ at, offsetMs: rounded(wall - at) })),
  );
  return [...own, ...beside].filter(
    ({ offsetMs }) => offsetMs !== 0 && Math.abs(offsetMs) <= MOST_MS,
  );
}

/** Rounded to quarters of an hour; 0, which tells nothing, where the difference is no such number. */
function rounded(ms: number): number {
  const quarters = Math.round(ms / QUARTER_MS) * QUARTER_MS;
  return Math.abs(ms - quarters) <= SAME_MS ? quarters : 0;
}

function momentOf({ text }: DateText, now: Date): Moment[] {
  const parsed = parseDate(text, { now });
  if (!parsed || parsed.precision === 'day' || parsed.rule.includes('relative')) return [];
  const { zone, ...clock } = parsed;
  const wall = instantOf(clock, 'UTC').getTime();
  return [zone ? { wall, instant: instantOf(parsed, 'UTC').getTime() } : { wall }];
}

/** The zones of the region whose clocks were that far off, each at its time. */
export function zonesOf(offsets: readonly ClockOffset[]): string[] {
  const zones = offsets.length === 0 ? [] : [...new Set(NEWS_ZONES)];
  return zones.filter((zone) => offsets.every((offset) => isOfZone(offset, zone)));
}

/** Whether a zone's clock is off by that much at that time. */
function isOfZone({ at, offsetMs }: ClockOffset, zone: string): boolean {
  return (
    Date.parse(`${wallClock(new Date(at), zone)}Z`) - Math.floor(at / 1000) * 1000 === offsetMs
  );
}

/** Months in which zones differ that agree today: winter, summer, and Ramadan of 2027 in Morocco. */
const TELLING = ['2027-01-15', '2027-02-20', '2027-04-20', '2027-07-15', '2027-10-29'];

/** Whether clocks of the zones show the same all year, so that any of them reads a site's times. */
export function areAlike(zones: readonly string[]): boolean {
  return TELLING.every((day) => {
    const at = new Date(`${day}T12:00:00Z`);
    return new Set(zones.map((zone) => wallClock(at, zone))).size === 1;
  });
}
