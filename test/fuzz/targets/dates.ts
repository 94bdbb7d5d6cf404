import { parseDate } from '../../../src/arabic/date.ts';
import { fieldInstant } from '../../../src/arabic/field-date.ts';
import { DATE_FORMS, NO_DATES } from '../../unit/arabic/date-forms.ts';
import type { FuzzTarget } from '../target.ts';

const now = new Date('2026-11-22T12:00:00Z');

/** Zeros of the scripts that the region writes numbers in: a number is of one script. */
const ZEROS = [0x30, 0x660, 0x6f0];

/** What no reader sees, also within a number: marks of direction, vowels, tatweel. */
const UNSEEN = /[\p{Cf}\u064b-\u065f\u0640\u0670]/gu;

/** The numbers of a text, each of one script, in ASCII. */
const numbersOf = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .replace(UNSEEN, '')
      .match(/[0-9]+|[\u0660-\u0669]+|[\u06f0-\u06f9]+/gu) ?? []
  ).map((number) =>
    [...number]
      .map((digit) => {
        const code = digit.charCodeAt(0);
        return code - (ZEROS.findLast((zero) => zero <= code) ?? code);
      })
      .join(''),
  );

/** Digits of other scripts are numbers too; the texts that have them are left to the other rules. */
const OTHER_DIGITS = /(?![0-9\u0660-\u0669\u06f0-\u06f9])\p{Nd}/u;

/** `parseDate`: never throws, never gives more than stands there, always a day of the calendar. */
export const target: FuzzTarget = {
  extension: 'txt',
  corpus: () => [
    ...Object.values(DATE_FORMS).flatMap((forms) => forms.map(([text]) => text)),
    ...NO_DATES,
  ],
  token: /[\p{L}\p{M}]+|\p{Nd}+|[^\p{L}\p{M}\p{Nd}\s]/gu,
  pieces: [
    ...[
      'نوفمبر',
      'آب',
      'محرم',
      'هـ',
      'م',
      'ص',
      'أمس',
      'منذ',
      'اليوم',
      'الأحد',
      'الساعة',
      'والنصف',
      'مساء',
    ],
    ...[
      'GMT',
      '+3',
      '+99:99',
      'UTC',
      'Asia/Beirut',
      'EET',
      'T',
      'Z',
      '-',
      ':',
      '.',
      '،',
      '|',
      'تحديث:',
      'نشر:',
    ],
    ...[
      '2026',
      '٢٠٢٦',
      '۲۰۲۶',
      '1448',
      '31',
      '29',
      '0',
      '12:60',
      '24:00',
      '20261112T140533Z',
      'janvier',
      'Nov',
    ],
  ],
  isEncoded: false,
  msPerKilobyte: 10,
  check(input) {
    const text = input.toString();
    const instant = fieldInstant(text);
    if (!Number.isNaN(instant) && Math.abs(instant) > 8.64e15) return `no instant: ${instant}`;
    for (const context of [{ now, zone: 'Asia/Amman' }, { hasShortYears: true }]) {
      const read = parseDate(text, context);
      const fault = read && faultOf(text, read, 'now' in context);
      if (fault) return fault;
    }
    return undefined;
  },
};

function faultOf(
  text: string,
  read: NonNullable<ReturnType<typeof parseDate>>,
  hasToday: boolean,
): string | undefined {
  const { date, precision, rule } = read;
  const day = date.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) {
    return `no day of the calendar: ${date}`;
  }
  const length = { day: 10, minute: 16, second: 19 }[precision];
  if (date.length !== length) return `not of its precision: ${date} ${precision}`;
  if (OTHER_DIGITS.test(text.normalize('NFKC'))) return undefined;
  const numbers = numbersOf(text);
  const digits = numbers.join('').length;
  // Seconds are digits always; a minute may be said in words.
  if (precision === 'second' && numbers.length < 3 && digits < 10)
    return `seconds of no text: ${date}`;
  // Against a known day the nearest year is meant.
  if (hasToday || rule === 'relative' || read.calendar !== 'gregory') return undefined;
  const year = Number(day.slice(0, 4));
  const isYear = numbers.some(
    (number) => [year, year % 100].includes(Number(number)) || number.includes(String(year)),
  );
  return isYear ? undefined : `a year of no text: ${date}`;
}
