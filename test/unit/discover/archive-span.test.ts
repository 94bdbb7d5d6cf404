import { describe, expect, it } from 'vitest';
import {
  isBefore,
  linksSince,
  linksWithin,
  sitemapsWithin,
} from '../../../src/line/discover/archive-span.ts';

const span = (since: string, until: string) => ({
  since: Date.parse(since),
  until: Date.parse(until),
});
const spring = span('2024-04-01T00:00:00Z', '2024-06-01T00:00:00Z');
const at = (path: string): string => `https://almina.test${path}`;

it.each([
  ['published in it', { url: at('/a'), published: '2024-05-03T10:00:00Z' }, true],
  ['published in it, RFC 822', { url: at('/a'), published: 'Fri, 03 May 2024 10:00:00 GMT' }, true],
  ['published before', { url: at('/a'), published: '2024-03-03T10:00:00Z' }, false],
  ['published at its end', { url: at('/a'), published: '2024-06-01T00:00:00Z' }, false],
  // Read the American way it were the fifth of December.
  ['the day first', { url: at('/a'), published: 'السبت 12/5/2024' }, true],
  ['published says more than the path', { url: at('/2020/01/a'), published: '2024-05-03' }, true],
  ['a dated path in it', { url: at('/2024/05/12/a') }, true],
  ['a dated path before', { url: at('/2023/05/12/a'), updated: '2024-05-03' }, false],
  ['a day of another zone', { url: at('/2024/03/31/a') }, true],
  ['the year of a headline', { url: at('/رؤية-2030-للموانئ') }, true],
  ['changed in it', { url: at('/a'), updated: '2024-05-03T10:00:00Z' }, true],
  ['corrected a week after', { url: at('/a'), updated: '2024-06-08T10:00:00Z' }, true],
  ['changed two years after', { url: at('/a'), updated: '2026-05-03T10:00:00Z' }, false],
  ['last changed before it', { url: at('/a'), updated: '2022-05-03T10:00:00Z' }, false],
  ['nothing is said', { url: at('/a') }, true],
])('%s', (_, link, expected) => {
  expect(linksWithin([link], spring)).toEqual(expected ? [link] : []);
});

it('does not believe changes that a move of the whole site has made', () => {
  const moved = Array.from({ length: 30 }, (_, index) => ({
    url: at(`/${index}`),
    updated: `2026-02-03T10:${10 + index}:00Z`,
  }));
  expect(linksWithin(moved, spring)).toHaveLength(30);
  expect(linksSince(moved, Date.parse('2026-02-03T00:00:00Z'))).toEqual([]);
  const other = { url: at('/other'), updated: '2025-01-01T00:00:00Z' };
  expect(linksWithin([...moved, other], spring)).toEqual([]);
});

it.each([
  ['published since', { url: at('/a'), published: '2026-11-20T10:00:00Z' }, 1],
  ['published before', { url: at('/a'), published: '2026-11-18T10:00:00Z' }, 0],
  ['published before, corrected since', { url: at('/2024/05/12/a'), updated: '2026-11-20' }, 0],
  ['changed since', { url: at('/a'), updated: '2026-11-20T10:00:00Z' }, 1],
  ['nothing is said', { url: at('/a') }, 0],
])('knows news: %s', (_, link, count) => {
  expect(linksSince([link], Date.parse('2026-11-19T00:00:00Z'))).toHaveLength(count);
});

describe('whether a listing has come to older articles than those of the span', () => {
  const old = [{ url: at('/2024/01/12/a') }, { url: at('/2024/02/12/b') }];
  it.each([
    ['all are older', old, true],
    ['one is of it', [...old, { url: at('/2024/04/12/c') }], false],
    ['one is newer, as in a box of favourites', [...old, { url: at('/2026/04/12/c') }], false],
    ['few have dates', [...old, ...['/c', '/d', '/e'].map((path) => ({ url: at(path) }))], false],
    ['none has', [{ url: at('/c') }], false],
    ['there are none', [], false],
  ])('%s', (_, links, expected) => {
    expect(isBefore(links, spring)).toBe(expected);
  });
});

describe('the sitemaps of an index that are asked for', () => {
  const paths = (urls: readonly string[]): string[] => {
    const sitemaps = urls.map((path) => ({ url: at(path), lastModified: '2026-11-01' }));
    return sitemapsWithin(sitemaps, spring).map(({ url }) => url.slice(at('').length));
  };

  it('are those whose name tells days of the span, in any zone', () => {
    const months = ['2024-02', '2024-03', '2024-04', '2024-05', '2024-06', '2024-07', '2023-05'];
    expect(paths(months.map((month) => `/sitemap-${month}.xml`))).toEqual(
      ['03', '04', '05', '06'].map((month) => `/sitemap-2024-${month}.xml`),
    );
  });

  it('are all parts of a year where numbers may be parts', () => {
    const parts = [1, 2, 9, 10, 11, 12, 13].map((part) => `/sitemap-2024-${part}.xml`);
    expect(paths([...parts, '/sitemap-2023-10.xml'])).toEqual(parts);
  });

  it('are those that changed since, where no name tells', () => {
    const others = [
      { url: at('/post-sitemap3.xml'), lastModified: '2021-02-01' },
      { url: at('/post-sitemap4.xml'), lastModified: '2025-02-01' },
      { url: at('/pages.xml') },
    ];
    expect(sitemapsWithin(others, spring)).toEqual(others.slice(1));
  });
});
