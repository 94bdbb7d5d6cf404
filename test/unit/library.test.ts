import { expect, it } from 'vitest';
import * as marsad from '../../src/index.ts';

it('offers what the commands do', () => {
  expect(Object.keys(marsad)).toEqual(
    expect.arrayContaining([
      'readArticle',
      'parseFeed',
      'parseDate',
      'displayText',
      'matchKey',
      'canonicalUrl',
      'StoryIndex',
      'defineCrawler',
      'consume',
      'ArticleRecord',
    ]),
  );
});

it("reads an article in the record's form, and says why a page holds none", () => {
  const text =
    'دشنت بلدية الميناء أمس حديقة الأرصفة القديمة بعد ثلاث سنوات من العمل في ترميم جدرانها وأشجارها.';
  const html = `<html><head><title>افتتاح حديقة الأرصفة</title></head><body><h1>افتتاح حديقة الأرصفة</h1><p class="date">12 تشرين الثاني 2026 - 14:05</p><div>${`<p>${text}</p>`.repeat(3)}</div></body></html>`;
  const article = marsad.readArticle(html, { url: 'https://almina.test/1', zone: 'Asia/Beirut' });
  expect(article).toMatchObject({
    headline: 'افتتاح حديقة الأرصفة',
    datePublished: '2026-11-12T14:05:00+02:00',
    url: 'https://almina.test/1',
  });
  expect(marsad.readArticle('', { url: 'https://almina.test/2' })).toMatchObject({ kind: 'empty' });
});
