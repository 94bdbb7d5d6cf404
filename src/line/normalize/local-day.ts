import { wallClock } from '../../arabic/instant.ts';

/** The calendar day of an instant on a zone's clock, `YYYY-MM-DD`. */
export function localDay(instant: Date, zone: string): string {
  return wallClock(instant, zone).slice(0, 10);
}

/** True where the zone's clock shows 00:00:00. */
export function isMidnight(instant: Date, zone: string): boolean {
  return wallClock(instant, zone).endsWith('T00:00:00');
}
