import type { ParsedDate } from './date.ts';

/** The instant of a wall clock in a zone; of a time that the clock shows twice, the earlier. */
export function instantOf(
  { date, zone: stated }: Pick<ParsedDate, 'date' | 'zone'>,
  zone: string,
): Date {
  const wall = Date.parse(date.length === 10 ? `${date}T00:00:00Z` : `${date}Z`);
  const place = stated ?? zone;
  const fixed = /^([+-])(\d{2}):?(\d{2})$/u.exec(place);
  if (fixed) {
    const minutes = (Number(fixed[2]) * 60 + Number(fixed[3])) * (fixed[1] === '-' ? -1 : 1);
    return new Date(wall - minutes * 60_000);
  }
  const first = wall - offsetMs(new Date(wall), place);
  return new Date(wall - offsetMs(new Date(first), place));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a zone's clock is ahead of UTC at an instant, ms. */
function offsetMs(at: Date, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year < 100 ? 2000 + year : year, month - 1, day, hour, minute, second);
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
