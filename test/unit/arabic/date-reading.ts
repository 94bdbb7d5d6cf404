import { parseDate } from '../../../src/arabic/date.ts';

/** A text, the wall clock that a reader sees in it, and the zone that it states. */
export type DateCase = readonly [text: string, date: string, zone?: string];

/** Monday, 23 November 2026, 15:30 in Riyadh. */
const NOW = new Date('2026-11-23T12:30:00Z');

/** What is read at that moment, in the form of a case. */
export function readCase(text: string): readonly (string | undefined)[] {
  const parsed = parseDate(text, { now: NOW, zone: 'Asia/Riyadh' });
  return parsed?.zone === undefined ? [text, parsed?.date] : [text, parsed.date, parsed.zone];
}
