import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/arabic/date.ts';
import { fromPersian } from '../../../src/arabic/persian.ts';

describe('dates of the Persian calendar', () => {
  it.each([
    ['پنجشنبه ۲۱ اسفند ۱۴۰۴ - ۱۰:۲۲', '2026-03-12T10:22'],
    ['۲۸ شهریور ۱۴۰۵', '2026-09-19'],
    ['تاریخ انتشار: ۲۸ شهریور ۱۴۰۵ ساعت ۱۴:۲۰', '2026-09-19T14:20'],
    ['1 فروردین 1405', '2026-03-21'],
    ['۳۰ اسفند ۱۴۰۳', '2025-03-20'],
    ['۱۴۰۴/۱۲/۲۱', '2026-03-12'],
    ['۱۴۰۴-۱۲-۲۱ ۱۰:۲۲', '2026-03-12T10:22'],
  ])('%s', (text, date) => {
    expect(parseDate(text)).toMatchObject({ date, calendar: 'persian' });
  });

  it.each([
    ['a day that the year has not', '۳۰ اسفند ۱۴۰۴'],
    ['a weekday that is another', 'جمعه ۲۱ اسفند ۱۴۰۴'],
    ['a year of another calendar', '۲۱ اسفند ۲۰۲۶'],
    ['digits that are not of Persian, which may be of a Hijri year', '1404/12/21'],
    ['the same in the digits of Arabic', '١٤٠٤/١٢/٢١'],
  ])('refuses %s', (_name, text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it.each([
    ['۱۲ مارس ۲۰۲۶', 'gregory'],
    ['۲۳ رمضان ۱۴۴۷', 'islamic-umalqura'],
    ['۱۲ مارس ۲۰۲۶ به وقت دبی', 'gregory'],
    ['۱۴۴۷/۰۹/۲۳', 'islamic-umalqura'],
  ])('leaves %s to its calendar', (text, calendar) => {
    expect(parseDate(text)).toMatchObject({ date: '2026-03-12', calendar });
  });
});

it.each([
  ['۲۶ نوامبر ۲۰۲۶', '2026-11-26'],
  ['۳ ژوئیه ۲۰۲۶', '2026-07-03'],
  ['۹ مه ۲۰۲۶', '2026-05-09'],
  ['۱۰ آوریل ۲۰۲۶', '2026-04-10'],
])('reads Gregorian months in Persian: %s', (text, date) => {
  expect(parseDate(text)).toMatchObject({ date, calendar: 'gregory' });
});

/** Intl turns days into the calendar, the reader turns them back: every day of ninety years. */
it('agrees with the calendar of Intl', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const partOf = (parts: Intl.DateTimeFormatPart[], type: string): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const wrong: string[] = [];
  for (let ms = Date.UTC(1975, 0, 1); ms < Date.UTC(2065, 0, 1); ms += 86_400_000) {
    const parts = format.formatToParts(ms);
    const [year, month, day] = ['year', 'month', 'day'].map((type) => partOf(parts, type));
    const found = fromPersian({ year: year ?? 0, month: month ?? 0, day: day ?? 0 });
    const at = found ? Date.UTC(found.year, found.month - 1, found.day) : 0;
    if (at !== ms) wrong.push(new Date(ms).toISOString());
  }
  expect(wrong).toEqual([]);
});
