import { expect, it } from 'vitest';
import { pauseMs } from '../../../src/line/fetch/pause.ts';

it.each([
  ['our own where the site asks for none', 5000, undefined, 5000],
  ['our own where the site asks for less', 5000, 500, 5000],
  ['the site’s where it asks for more', 5000, 30_000, 30_000],
  ['the site’s, up to two minutes', 5000, 86_400_000, 120_000],
  ['our own above two minutes', 300_000, 86_400_000, 300_000],
  ['the site’s though we want none', 0, 1000, 1000],
])('%s', (_, delayMs, crawlDelayMs, expected) => {
  expect(pauseMs(delayMs, crawlDelayMs)).toBe(expected);
});
