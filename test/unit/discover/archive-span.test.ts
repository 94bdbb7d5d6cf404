import { describe, expect, it } from 'vitest';
import {
  type ArchiveSpan,
  datedArchives,
  daysOfPath,
  mayLieWithin,
  postsAddress,
  sitemapsWithin,
} from '../../../src/line/discover/archive-span.ts';

const span = (since: string, until: string): ArchiveSpan => ({
  since: Date.parse(since),
  until: Date.parse(until),
});
const spring = span('2024-04-01T00:00:00Z', '2024-06-01T00:00:00Z');
const at = (path: string): string => `https://almina.test${path}`;

describe('the days that a path names', () => {
  it.each([
    ['/sitemap-2024-05.xml', '2024-05-01', '2024-06-01'],
    ['/sitemaps/2024/05/index.xml', '2024-05-01', '2024-06-01'],
    ['/sitemap-pt-post-2024-12.xml', '2024-12-01', '2025-01-01'],
    ['/news/20240512.xml', '2024-05-12', '2024-05-13'],
    ['/2024/05/12/خبر', '2024-05-12', '2024-05-13'],
    ['/sitemap_2023.xml.gz', '2023-01-01', '2024-01-01'],
  ])('%s', (path, since, until) => {
    expect(daysOfPath(at(path))).toEqual(span(since, until));
  });

  it.each([
    '/sitemap.xml',
    '/post-sitemap12.xml',
    '/article/1186401',
    '/خبر-20249912',
    '/news/12024',
  ])('%s names none', (path) => {
    expect(daysOfPath(at(path))).toBeUndefined();
  });
});

it.each([
  ['published in it', { url: at('/a'), published: '2024-05-03T10:00:00Z' }, true],
  ['published before', { url: at('/a'), published: '2024-03-03T10:00:00Z' }, false],
  ['published at its end', { url: at('/a'), published: '2024-06-01T00:00:00Z' }, false],
  ['published says more than the path', { url: at('/2020/01/a'), published: '2024-05-03' }, true],
  ['a dated path in it', { url: at('/2024/05/12/a') }, true],
  ['a dated path before', { url: at('/2023/05/12/a'), updated: '2024-05-03' }, false],
  ['a day of another zone', { url: at('/2024/03/31/a') }, true],
  ['changed in it', { url: at('/a'), updated: '2024-05-03T10:00:00Z' }, true],
  ['changed since, so perhaps of it', { url: at('/a'), updated: '2026-05-03T10:00:00Z' }, true],
  ['last changed before it', { url: at('/a'), updated: '2022-05-03T10:00:00Z' }, false],
  ['nothing is said', { url: at('/a') }, true],
])('%s', (_, link, expected) => {
  expect(mayLieWithin(link, spring)).toBe(expected);
});

it('asks only for the sitemaps that may name articles of the span', () => {
  const named = ['2024-03', '2024-04', '2024-05', '2024-06', '2023-05'].map((month) => ({
    url: at(`/sitemap-${month}.xml`),
    lastModified: '2026-11-01',
  }));
  const others = [
    { url: at('/post-sitemap3.xml'), lastModified: '2021-02-01' },
    { url: at('/post-sitemap4.xml'), lastModified: '2025-02-01' },
    { url: at('/pages.xml') },
  ];
  const urls = sitemapsWithin([...named, ...others], spring).map(
    ({ url }) => new URL(url).pathname,
  );
  // The first of June in Doha is still May in UTC: the neighbours' first and last days count.
  expect(urls).toEqual([
    '/sitemap-2024-03.xml',
    '/sitemap-2024-04.xml',
    '/sitemap-2024-05.xml',
    '/sitemap-2024-06.xml',
    '/post-sitemap4.xml',
    '/pages.xml',
  ]);
});

it('pages through the posts of an API by their dates', () => {
  const url = new URL(postsAddress(at('/wp-json/wp/v2/posts?_embed=1&page=9'), spring, 2));
  expect(Object.fromEntries(url.searchParams)).toEqual({
    _embed: '1',
    after: '2024-04-01T00:00:00.000Z',
    before: '2024-06-01T00:00:00.000Z',
    per_page: '100',
    orderby: 'date',
    page: '2',
  });
});

it('knows the archives of a site whose articles lie under their dates', () => {
  const links = ['/ar/2026/11/12/أ', '/ar/2026/11/11/ب', '/ar/2026/10/30/ج', '/about'].map(
    (path) => ({
      url: at(path),
    }),
  );
  const months = datedArchives(links, span('2023-12-15', '2024-02-10'));
  expect(months).toEqual([at('/ar/2024/02/'), at('/ar/2024/01/'), at('/ar/2023/12/')]);
  expect(
    datedArchives(
      [{ url: at('/news/1') }, { url: at('/2026/11/a') }, { url: at('/news/2') }],
      spring,
    ),
  ).toEqual([]);
  expect(datedArchives(links, span('1990-01-01', '2024-02-10'))).toHaveLength(120);
});
