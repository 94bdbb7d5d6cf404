import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/arabic/date.ts';
import { instantOf, wallClock } from '../../../src/arabic/instant.ts';

/** Locales whose month names differ, with the calendars that CLDR has for them. */
const LOCALES = [
  'ar-EG',
  'ar-SY',
  'ar-IQ',
  'ar-TN',
  'ar-DZ',
  'ar-MA',
  'ar-MR',
  'ar-LY',
  'fr-FR',
  'en-GB',
];
const NUMBERING = ['latn', 'arab', 'arabext'];

const day = fc
  .date({
    min: new Date('1990-01-01T00:00:00Z'),
    max: new Date('2090-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const minute = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
const two = (value: number): string => String(value).padStart(2, '0');

const formatted = (date: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(
    new Date(`${date}T00:00:00Z`),
  );

describe('a formatted date is read back', () => {
  it('over all months, month tables, scripts and weekdays', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...LOCALES),
        fc.constantFrom(...NUMBERING),
        fc.boolean(),
        (date, locale, digits, weekday) => {
          const text = formatted(date, `${locale}-u-nu-${digits}-ca-gregory`, {
            day: 'numeric',
            month: 'long',
            year: 'numeric',
            ...(weekday ? { weekday: 'long' } : {}),
          });
          expect([text, parseDate(text)?.date]).toEqual([text, date]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('with a time of 12 or 24 hours, before or behind the day', () => {
    fc.assert(
      fc.property(day, minute, fc.boolean(), fc.boolean(), (date, [hour, min], half, before) => {
        const plain = `${hour}:${two(min)}`;
        const twelve = `${hour % 12 || 12}:${two(min)} ${hour < 12 ? 'ص' : 'م'}`;
        const time = half ? twelve : plain;
        const words = formatted(date, 'ar-EG-u-nu-latn', {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
        });
        const text = before ? `${time} - ${words}` : `${words} - ${time}`;
        expect([text, parseDate(text)?.date]).toEqual([text, `${date}T${two(hour)}:${two(min)}`]);
      }),
      { numRuns: 1000 },
    );
  });

  it('in numbers, day first and year first, with every separator', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('/', '-', '.', ' / ', ' - '),
        fc.boolean(),
        (date, mark, yearFirst) => {
          const [year = '', month = '', date2 = ''] = date.split('-');
          const text = yearFirst
            ? [year, month, date2].join(mark)
            : [date2, month, year].join(mark);
          expect([text, parseDate(text)?.date]).toEqual([text, date]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of the Hijri years 1400 to 1480, with era and digits', () => {
    const hijri = fc
      .date({
        min: new Date('1979-11-21T00:00:00Z'),
        max: new Date('2058-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        hijri,
        fc.constantFrom('latn', 'arab'),
        fc.constantFrom(' هـ', 'هـ', ' هجرية', ''),
        (date, digits, era) => {
          const parts = new Intl.DateTimeFormat(`ar-SA-u-ca-islamic-umalqura-nu-${digits}`, {
            timeZone: 'UTC',
            day: 'numeric',
            month: 'long',
            year: 'numeric',
          }).formatToParts(new Date(`${date}T00:00:00Z`));
          const of = (type: string): string =>
            parts.find((part) => part.type === type)?.value ?? '';
          const text = `${of('day')} ${of('month')} ${of('year')}${era}`;
          expect([text, parseDate(text)?.date]).toEqual([text, date]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('never throws and never gives what the calendar has not, whatever the text', () => {
  const words = fc.constantFrom(
    'نوفمبر',
    'آب',
    '12',
    '٢٠٢٦',
    '/',
    '-',
    ':',
    'م',
    'ص',
    'منذ',
    'أمس',
    'هـ',
    'الأحد',
    'GMT',
    '+3',
    '2026',
    'محرم',
    '،',
  );
  const text = fc.oneof(
    fc.string({ maxLength: 400 }),
    fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
  );
  fc.assert(
    fc.property(text, (one) => {
      const date = parseDate(one, {
        now: new Date('2026-11-22T12:00:00Z'),
        zone: 'Asia/Amman',
      })?.date;
      if (date !== undefined)
        expect(new Date(`${date.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(
          date.slice(0, 10),
        );
    }),
    { numRuns: 5000 },
  );
});

it('turns a wall clock into the instant at which the zone shows it', () => {
  const zones = [
    'Africa/Cairo',
    'Asia/Jerusalem',
    'Asia/Beirut',
    'Africa/Casablanca',
    'Asia/Riyadh',
    'Europe/Paris',
    '+03:00',
    'UTC',
  ];
  const instants = fc.date({
    min: new Date('2005-01-01'),
    max: new Date('2035-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const shown = wallClock(instant, zone);
      expect(wallClock(instantOf({ date: shown }, zone), zone)).toBe(shown);
    }),
    { numRuns: 2000 },
  );
});
