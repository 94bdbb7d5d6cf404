/**
 * The exam of every crawler, over the replica sites: it recognises at least three pages of its
 * family and reads them as their newsrooms wrote them. Sites that are held out are not looked at.
 */
import { describe, expect, it } from 'vitest';
import { crawlers } from '../../crawlers/index.ts';
import type { Crawler } from '../../src/crawler.ts';
import { readArticle } from '../../src/line/extract/article.ts';
import { type Document, parseDocument } from '../../src/line/extract/document.ts';
import { type ExpectedArticle, loadSites } from '../sites/catalogue.ts';

/** The fewest pages that stand for a family. */
const LEAST_PAGES = 3;

interface ExamPage {
  readonly site: string;
  readonly document: Document;
  readonly expected: ExpectedArticle;
}

const sites = (await loadSites()).filter(({ site }) => !site.heldOut);
const pages: readonly ExamPage[] = sites.flatMap(({ site, articles, expected }) =>
  expected(`https://${site.id}.test`).flatMap((one, index) => {
    const article = articles[index];
    if (!article) return [];
    const document = parseDocument(site.page(article, articles), one.url);
    return [{ site: site.id, document, expected: one }];
  }),
);

function isOf(crawler: Crawler, { document }: ExamPage): boolean {
  return crawler.matches?.(document.query(), document.url) ?? false;
}

/** The page's own crawler: the first in the list that knows it. */
function familyPages(crawler: Crawler): readonly ExamPage[] {
  return pages.filter((page) => crawlers.find((one) => isOf(one, page)) === crawler);
}

const untatweel = (text: string | undefined): string | undefined => text?.replaceAll('ـ', '');

describe.each(crawlers)('crawler $name', (crawler) => {
  const own = familyPages(crawler);

  it(`recognises at least ${LEAST_PAGES} pages of its family`, () => {
    expect(own.length).toBeGreaterThanOrEqual(LEAST_PAGES);
  });

  it.each(own.map((page) => [page.expected.headline, page] as const))(
    'reads: %s',
    (_name, page) => {
      const { document, expected } = page;
      const reading = readArticle(document, { crawlers: [crawler] });
      if (reading.kind !== 'article') return expect(reading).toMatchObject({ kind: 'article' });
      expect(reading.crawler).toBe(crawler.name);
      expect(untatweel(reading.headline?.value)).toBe(untatweel(expected.headline));
      expect(reading.articleBody?.value.join('\n\n')).toBe(expected.articleBody);
      expect(reading.author?.value).toEqual(expected.author?.map(({ name }) => name));
      expect(reading.articleSection?.value.map(untatweel)).toEqual(expected.articleSection);
      expect(reading.dates.some(({ role }) => role === 'published')).toBe(true);
    },
  );
});

describe('the list of crawlers', () => {
  it('holds each name once', () => {
    const names = crawlers.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('knows no page that has none of their marks', () => {
    const document = parseDocument(
      '<html><body><h1>خبر</h1><p>نص الخبر.</p></body></html>',
      'https://a.example/1',
    );
    expect(crawlers.filter(({ matches }) => matches?.(document.query(), document.url))).toEqual([]);
  });
});
