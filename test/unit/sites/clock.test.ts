import { describe, expect, it } from 'vitest';
import {
  arabicIndic,
  offsetIso,
  readClock,
  rssDate,
  twelveHour,
  zoneOffset,
} from '../../sites/clock.ts';

describe('a zone’s clock', () => {
  it.each([
    [
      'Africa/Cairo before summer time',
      '2026-04-13T04:00:00Z',
      'Africa/Cairo',
      '2026-04-13T06:00:00+02:00',
    ],
    [
      'Africa/Cairo in summer time',
      '2026-08-02T09:15:00Z',
      'Africa/Cairo',
      '2026-08-02T12:15:00+03:00',
    ],
    ['Asia/Dubai', '2026-11-12T20:30:05Z', 'Asia/Dubai', '2026-11-13T00:30:05+04:00'],
    ['UTC', '2026-11-12T20:30:05Z', 'UTC', '2026-11-12T20:30:05+00:00'],
  ])('%s', (_name, instant, zone, shown) => {
    expect(offsetIso(instant, zone)).toBe(shown);
  });

  it('west of Greenwich the offset is negative', () => {
    expect(zoneOffset('2026-11-12T20:30:05Z', 'America/St_Johns')).toBe('-03:30');
  });

  it('RSS dates carry the weekday and the offset without a colon', () => {
    expect(rssDate('2026-11-12T13:20:41Z', 'Asia/Beirut')).toBe('Thu, 12 Nov 2026 15:20:41 +0200');
  });

  it.each([
    ['2026-11-12T00:05:00Z', '12:05 ص'],
    ['2026-11-12T12:05:00Z', '12:05 م'],
    ['2026-11-12T20:42:00Z', '8:42 م'],
  ])('%s in twelve hours', (instant, shown) => {
    expect(twelveHour(readClock(instant, 'UTC'))).toBe(shown);
  });

  it('writes Arabic-Indic digits', () => {
    expect(arabicIndic('2026 - 8:42')).toBe('٢٠٢٦ - ٨:٤٢');
  });
});
