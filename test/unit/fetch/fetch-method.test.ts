import { expect, it } from 'vitest';
import { chooseMethods, learnMethod, NO_HISTORY } from '../../../src/line/fetch/fetch-method.ts';
import type { FetchMethod } from '../../../src/record/page.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 2);
const all = { setting: 'auto', hasAmp: true, hasFeedText: true, now: NOW } as const;
const since = (works: FetchMethod, days: number, misses = 0) => ({
  works,
  triedAt: NOW - days * DAY,
  misses,
});

it.each<
  [
    string,
    Parameters<typeof chooseMethods>[0],
    Partial<Parameters<typeof chooseMethods>[1]>,
    FetchMethod[],
  ]
>([
  ['nothing known: the cheap ways first', NO_HISTORY, {}, ['http', 'amp', 'feed', 'browser']],
  ['no twin', NO_HISTORY, { hasAmp: false }, ['http', 'feed', 'browser']],
  [
    'neither twin nor text in the feed',
    NO_HISTORY,
    { hasAmp: false, hasFeedText: false },
    ['http', 'browser'],
  ],
  ['the file says http', NO_HISTORY, { setting: 'http' }, ['http']],
  ['the file says browser', since('http', 1), { setting: 'browser' }, ['browser']],
  ['HTTP works', since('http', 1), {}, ['http', 'amp', 'feed', 'browser']],
  ['only the browser works', since('browser', 1), {}, ['browser']],
  ['the twin works', since('amp', 1), {}, ['amp', 'feed', 'browser']],
  [
    'the twin works, this page has none',
    since('amp', 1),
    { hasAmp: false },
    ['http', 'feed', 'browser'],
  ],
  [
    'the browser works, time for a trial',
    since('browser', 3),
    {},
    ['http', 'amp', 'feed', 'browser'],
  ],
  ['the way stopped working', since('amp', 1, 3), {}, ['http', 'amp', 'feed', 'browser']],
])('%s', (_, history, options, expected) => {
  expect(chooseMethods(history, { ...all, ...options })).toEqual(expected);
});

it('remembers what worked and when the cheap ways were tried', () => {
  const first = learnMethod(NO_HISTORY, ['http', 'browser'], { worked: 'browser', now: NOW });
  expect(first).toEqual({ works: 'browser', triedAt: NOW, misses: 0 });
  const second = learnMethod(first, ['browser'], { worked: 'browser', now: NOW + DAY });
  expect(second).toEqual({ works: 'browser', triedAt: NOW, misses: 0 });
  const missed = learnMethod(second, ['browser'], { worked: undefined, now: NOW + DAY });
  expect(missed).toEqual({ works: 'browser', triedAt: NOW, misses: 1 });
});
