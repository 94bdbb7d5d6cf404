/** Offsets of the zones that RFC 822 (5.1) names and of those that feeds add, in minutes. */
const OFFSET_MIN: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  ast: -240,
  adt: -180,
  at: -240,
  // Military letters as RFC 822 printed them, with their signs reversed; feeds follow the letter.
  a: -60,
  n: 60,
  m: -720,
  y: 720,
  bst: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
};

/**
 * Offset from UTC of a zone as a date states it: `+0300`, `+03:00`, `GMT+3`, `EST`, `Etc/GMT`.
 * @returns minutes east of UTC; 0 for a name that is not known, as without a zone
 */
export function zoneOffsetMin(zone: string): number {
  const text = zone
    .trim()
    .toLowerCase()
    .replace(/^etc\//u, '');
  const numeric = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/u.exec(text);
  if (!numeric) return OFFSET_MIN[text] ?? 0;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return numeric[1] === '-' ? -minutes : minutes;
}

/** A wall clock's parts; month 1 to 12. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

/** Unix ms of a wall clock in a zone, or undefined where the calendar has no such day or time. */
export function instantOf(clock: WallClock, offsetMin: number): number | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = clock;
  const isTime = hour <= 24 && minute < 60 && second <= 60;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isTime || !isDay) return undefined;
  date.setUTCHours(hour, minute - offsetMin, second);
  return date.getTime();
}
