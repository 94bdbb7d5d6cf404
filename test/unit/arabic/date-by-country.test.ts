import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/arabic/date.ts';
import { DATE_FORMS, NO_DATES } from './date-forms.ts';

describe.each(Object.entries(DATE_FORMS))('%s', (_country, cases) => {
  it.each(cases)('%s', (text, date) => {
    expect(parseDate(text)?.date).toBe(date);
  });
});

describe('numbers and words that are no date', () => {
  it.each([...NO_DATES])('%s', (text) => {
    expect(parseDate(text, { now: new Date('2026-11-22T12:00:00Z') })).toBeUndefined();
  });
});
