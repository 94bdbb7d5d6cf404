import { describe, expect, it } from 'vitest';
import { daysOfArticle, daysOfSitemap } from '../../../src/line/discover/path-days.ts';

const span = (since: string, until: string) => ({
  since: Date.parse(since),
  until: Date.parse(until),
});
const at = (path: string): string => `https://almina.test${path}`;

describe('the days that the name of a sitemap tells', () => {
  it.each([
    ['/sitemap-2024-05.xml', '2024-05-01', '2024-06-01'],
    ['/sitemaps/2024/05/index.xml', '2024-05-01', '2024-06-01'],
    ['/sitemap-pt-post-2024-12.xml', '2024-12-01', '2025-01-01'],
    ['/sitemap-pt-post-p1-2024-02.xml', '2024-02-01', '2024-03-01'],
    ['/news/20240512.xml', '2024-05-12', '2024-05-13'],
    ['/sitemap_2023.xml.gz', '2023-01-01', '2024-01-01'],
    ['/sitemap.xml?yyyy=2024&mm=05&dd=12', '2024-05-12', '2024-05-13'],
    ['/sitemap.xml?year=2024&month=5', '2024-05-01', '2024-06-01'],
    ['/sitemap.php?date=2024-05', '2024-05-01', '2024-06-01'],
    // Whether 5 is a month or the fifth part of the year is not told: the year is sure.
    ['/sitemap-2024-5.xml', '2024-01-01', '2025-01-01'],
  ])('%s', (path, since, until) => {
    expect(daysOfSitemap(at(path))).toEqual(span(since, until));
  });

  it.each(['/sitemap.xml', '/post-sitemap12.xml', '/sitemap.xml?page=3', '/sitemap-12024.xml'])(
    '%s tells none',
    (path) => {
      expect(daysOfSitemap(at(path))).toBeUndefined();
    },
  );
});

describe('the days under which an article lies', () => {
  it.each([
    ['/2024/05/12/خبر', '2024-05-12', '2024-05-13'],
    ['/ar/2024/5/2/some-title', '2024-05-02', '2024-05-03'],
    ['/2024/05/title.html', '2024-05-01', '2024-06-01'],
    ['/news/2024-05-12', '2024-05-12', '2024-05-13'],
    ['/news/20240512/88', '2024-05-12', '2024-05-13'],
  ])('%s', (path, since, until) => {
    expect(daysOfArticle(at(path))).toEqual(span(since, until));
  });

  it.each([
    // Years and numbers of headlines and ids, which say nothing of when they were published.
    '/رؤية-2030-للموانئ',
    '/article/201912',
    '/node/2024',
    '/story/20240512',
    '/2024/1186401',
    '/league/2023-2024/table',
    '/budget-2024-05-12-review',
    'no address',
  ])('%s tells none', (path) => {
    expect(daysOfArticle(path.startsWith('/') ? at(path) : path)).toBeUndefined();
  });
});
