import { expect, it } from 'vitest';
import { retryAt } from '../../../src/line/fetch/retry-after.ts';

const NOW = Date.UTC(2026, 10, 2, 8);

it.each([
  ['seconds', '120', 0.5, 120_000],
  ['seconds with space', ' 7 ', 0.5, 7000],
  ['zero', '0', 0.5, 0],
  ['a date', 'Mon, 02 Nov 2026 08:10:00 GMT', 0.5, 600_000],
  ['a date gone by', 'Mon, 02 Nov 2026 07:00:00 GMT', 0.5, 0],
  ['88 hours', '316800', 0.5, 86_400_000],
  ['a date in ten years', 'Sun, 02 Nov 2036 08:00:00 GMT', 0.5, 86_400_000],
  ['absent', undefined, 0, 60_000],
  ['absent, at most', undefined, 1, 300_000],
  ['words', 'soon', 0.5, 180_000],
  ['negative', '-5', 0.5, 180_000],
  ['a year alone', '2026', 0.5, 2_026_000],
])('%s', (_, field, random, waitMs) => {
  expect(retryAt(field, { now: NOW, random }) - NOW).toBe(waitMs);
});
