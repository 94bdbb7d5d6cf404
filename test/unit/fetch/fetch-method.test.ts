import { describe, expect, it } from 'vitest';
import { addressKind } from '../../../src/line/fetch/address-kind.ts';
import {
  chooseMethods,
  learnMethod,
  type MethodHistory,
  type MethodOptions,
  NO_HISTORY,
} from '../../../src/line/fetch/fetch-method.ts';
import type { FetchMethod } from '../../../src/record/fetched-page.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 2);
const NEWS = 'https://sahifa.example/news/1/a-b';
const VIDEO = 'https://sahifa.example/video/7';
const OTHER = 'https://sahifa.example/opinion/3/x-y';

const page: MethodOptions = {
  url: NEWS,
  setting: 'auto',
  hasAmp: true,
  hasFeedText: true,
  now: NOW,
};
const EVERY: FetchMethod[] = ['http', 'amp', 'feed', 'browser'];

/** Tries pages as a worker does: `needs` names for each what alone gives its article. */
function crawl(
  needs: readonly (FetchMethod | 'none')[],
  { url = NEWS, history = NO_HISTORY, now = NOW } = {},
): { history: MethodHistory; asked: FetchMethod[] } {
  const asked: FetchMethod[] = [];
  let learnt = history;
  for (const need of needs) {
    const tried: FetchMethod[] = [];
    for (const via of chooseMethods(learnt, { ...page, url, now })) {
      tried.push(via);
      if (via === need) break;
    }
    asked.push(...tried);
    const worked = need !== 'none' && tried.includes(need) ? need : undefined;
    learnt = learnMethod(learnt, { url, tried, worked, now });
  }
  return { history: learnt, asked };
}

const times = (count: number, method: FetchMethod | 'none'): (FetchMethod | 'none')[] =>
  Array.from({ length: count }, () => method);

describe('the methods for a page', () => {
  it.each<[string, (FetchMethod | 'none')[], Partial<MethodOptions>, FetchMethod[]]>([
    ['nothing known: the cheap ones first', [], {}, EVERY],
    ['no twin', [], { hasAmp: false }, ['http', 'feed', 'browser']],
    ['neither twin nor text', [], { hasAmp: false, hasFeedText: false }, ['http', 'browser']],
    ['the file says http', [], { setting: 'http' }, ['http']],
    ['the file says browser', times(9, 'http'), { setting: 'browser' }, ['browser']],
    ['HTTP works', times(9, 'http'), {}, EVERY],
    ['one page needed the browser', ['browser'], {}, EVERY],
    ['one in ten needed it', [...times(9, 'http'), 'browser'], {}, EVERY],
    ['half needed it', ['http', 'browser', 'http', 'browser', 'http', 'browser'], {}, EVERY],
    ['three in a row needed it', times(3, 'browser'), {}, ['browser']],
    ['the last three of ten needed it', [...times(7, 'http'), ...times(3, 'browser')], {}, EVERY],
    ['all but one needed it', ['http', ...times(9, 'browser')], {}, ['browser']],
    ['the twin works', times(4, 'amp'), {}, ['amp', 'feed', 'browser']],
    [
      'the twin works, this page has none',
      times(4, 'amp'),
      { hasAmp: false },
      ['http', 'feed', 'browser'],
    ],
    ['the feed’s text works', times(4, 'feed'), {}, ['feed', 'browser']],
    ['time for a trial', times(5, 'browser'), { now: NOW + 3 * DAY }, EVERY],
    ['pages for a trial', times(53, 'browser'), {}, EVERY],
    ['the browser stopped working', [...times(3, 'browser'), ...times(3, 'none')], {}, EVERY],
    ['nothing helps', times(5, 'none'), {}, ['http', 'amp', 'feed']],
    ['nothing helped for long', times(55, 'none'), {}, EVERY],
    ['nothing helped, then HTTP did', [...times(5, 'none'), 'http'], {}, EVERY],
  ])('%s', (_, needs, options, expected) => {
    const { history } = crawl(needs);
    expect(chooseMethods(history, { ...page, ...options })).toEqual(expected);
  });

  it('are chosen for each kind of address apart', () => {
    const articles = crawl(times(10, 'http')).history;
    const { history } = crawl(times(4, 'browser'), { url: VIDEO, history: articles });
    expect(chooseMethods(history, { ...page, url: VIDEO })).toEqual(['browser']);
    expect(chooseMethods(history, page)).toEqual(EVERY);
  });

  it('are chosen by all pages of a source while those of a kind are few', () => {
    const { history } = crawl(times(4, 'browser'));
    expect(chooseMethods(history, { ...page, url: OTHER })).toEqual(['browser']);
  });

  it('cost a site that needs no browser one for each page that does', () => {
    const needs = Array.from({ length: 10 }, () => [
      'browser' as const,
      ...times(9, 'http'),
    ]).flat();
    const { asked } = crawl(needs);
    expect(asked.filter((via) => via === 'browser')).toHaveLength(10);
  });

  it('come back to HTTP with the first page of a trial that it reads', () => {
    const { history } = crawl(times(10, 'browser'));
    const later = crawl(times(3, 'http'), { history, now: NOW + 3 * DAY });
    expect(later.asked).toEqual(['http', 'http', 'http']);
  });
});

describe('what is remembered', () => {
  it('is the same object where a page taught nothing', () => {
    const { history } = crawl(times(12, 'http'));
    expect(crawl(['http'], { history }).history).toBe(history);
  });

  it('is bounded', () => {
    let history = NO_HISTORY;
    for (let kind = 0; kind < 100; kind += 1) {
      const url = `https://sahifa.example/${'abcdefghij'[kind % 10]}${'klmnopqrst'[Math.floor(kind / 10)]}/1`;
      history = crawl(times(12, 'browser'), { url, history }).history;
    }
    expect(Object.keys(history.kinds)).toHaveLength(30);
    expect(JSON.stringify(history).length).toBeLessThan(8000);
  });
});

it.each([
  ['https://a.example/news/123', '/news/0'],
  ['https://a.example/news/124?utm_source=x&id=7', '/news/0?id&utm_source'],
  ['https://a.example/2026/11/02/%D8%AE%D8%A8%D8%B1/', '/0/0/0/*'],
  ['https://a.example/ar/video/some-slug-here', '/ar/video/*'],
  ['https://a.example/article.aspx?id=3', '/*.aspx?id'],
  ['https://a.example/', '/'],
  ['no address', ''],
])('the kind of %s is %s', (url, kind) => {
  expect(addressKind(url)).toBe(kind);
});
