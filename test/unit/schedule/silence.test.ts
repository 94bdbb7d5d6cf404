import { expect, it } from 'vitest';
import { emptyRhythm, learnRhythm } from '../../../src/line/schedule/rhythm.ts';
import { findUnusual } from '../../../src/line/schedule/silence.ts';
import type { VisitHistory } from '../../../src/line/schedule/visit-history.ts';

const HOUR = 3_600_000;
const zone = 'Asia/Riyadh';

/** A newsroom that writes two articles an hour from 8 to 22, none at night, one in all on a Friday. */
function learnt(until: number): VisitHistory {
  const from = until - 28 * 24 * HOUR;
  let rhythm = emptyRhythm(from);
  for (let at = from; at < until; at += HOUR) {
    const hour = (new Date(at).getUTCHours() + 3) % 24;
    const isFriday = new Date(at + 3 * HOUR).getUTCDay() === 5;
    const isOpen = hour >= 8 && hour < 22 && (!isFriday || hour === 20);
    const times = isOpen ? [at + HOUR / 3, ...(isFriday ? [] : [at + HOUR / 2])] : [];
    rhythm = learnRhythm(rhythm, { from: at, to: at + HOUR, zone, times });
  }
  const known = { visits: 900, lastAt: until, failureScore: 0, windowSize: 20, overlap: 0.9 };
  return { version: 1, ...known, peakRate: 3, watchedHours: 28 * 24, rhythm };
}

it.each([
  [
    'a working day without a word',
    '2026-11-25T18:00:00+03:00',
    '2026-11-25T09:00:00+03:00',
    'silent',
  ],
  ['a night', '2026-11-25T07:30:00+03:00', '2026-11-24T21:45:00+03:00', undefined],
  ['a lunch', '2026-11-25T14:00:00+03:00', '2026-11-25T11:30:00+03:00', undefined],
  ['a Friday', '2026-11-27T19:00:00+03:00', '2026-11-26T21:45:00+03:00', undefined],
  [
    'a Saturday after it without a word',
    '2026-11-28T14:00:00+03:00',
    '2026-11-26T21:45:00+03:00',
    'silent',
  ],
  // 1 Shawwal 1447 is 20 March 2026, 1 Ramadan 18 February (Umm al-Qura).
  [
    'the first day of the feast',
    '2026-03-21T17:00:00+03:00',
    '2026-03-21T08:30:00+03:00',
    undefined,
  ],
  ['a morning in Ramadan', '2026-02-25T14:00:00+03:00', '2026-02-25T08:30:00+03:00', undefined],
  ['a whole day of Ramadan', '2026-02-25T21:00:00+03:00', '2026-02-24T21:45:00+03:00', 'silent'],
])('%s', (_name, now, lastArticle, kind) => {
  const at = Date.parse(now);
  const published = { now: at, zone, lastArticle: Date.parse(lastArticle), lastDay: 3 };
  expect(findUnusual(learnt(at), published)?.kind).toBe(kind);
});

it('calls five times the usual a flood, and knows nothing of a source that is new', () => {
  const now = Date.parse('2026-11-25T18:00:00+03:00');
  const published = { now, zone, lastArticle: now, lastDay: 400 };
  expect(findUnusual(learnt(now), published)).toMatchObject({ kind: 'flooding' });
  expect(findUnusual({ ...learnt(now), watchedHours: 10 }, published)).toBeUndefined();
});
