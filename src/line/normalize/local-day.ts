const formats = new Map<string, Intl.DateTimeFormat>();

/** Most zones remembered: the world has fewer than 500, so a larger table would be a fault. */
const MOST_ZONES = 500;

/** The calendar day of an instant on a zone's clock, `YYYY-MM-DD`. */
export function localDay(instant: Date, zone: string): string {
  const { year, month, day } = partsOf(instant, zone);
  return `${year}-${month}-${day}`;
}

/** True where the zone's clock shows 00:00:00. */
export function isMidnight(instant: Date, zone: string): boolean {
  const { hour, minute, second } = partsOf(instant, zone);
  return hour === '00' && minute === '00' && second === '00';
}

function partsOf(instant: Date, zone: string): Record<string, string> {
  const parts = formatOf(zone).formatToParts(instant);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  if (formats.size < MOST_ZONES) formats.set(zone, format);
  return format;
}
