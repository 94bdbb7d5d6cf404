import { describe, expect, it } from 'vitest';
import { NotAFeedError } from '../../../src/errors.ts';
import { readSitemap } from '../../../src/line/discover/news-sitemap.ts';
import { sitemapReader } from '../../../src/line/discover/sitemap/reader.ts';

const url = 'https://akhbar.test/sitemap.xml';

describe('a news sitemap', () => {
  it('gives all that the news extension says', () => {
    const text = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/2026/11/jisr</loc>
      <lastmod>2026-11-23T09:00:00Z</lastmod><news:news><news:publication><news:name>الميناء</news:name>
      <news:language>ar</news:language></news:publication><news:title>جسر جديد فوق الوادي</news:title>
      <news:publication_date>2026-11-23T08:30:00+03:00</news:publication_date>
      <news:keywords>جسور، نقل</news:keywords><news:genres>PressRelease, Blog</news:genres>
      <news:access>Subscription</news:access><news:stock_tickers>EGX:ABC</news:stock_tickers></news:news>
      <image:image><image:loc>https://akhbar.test/j.jpg</image:loc></image:image></url></urlset>`;
    expect(readSitemap(text, { url })).toEqual({
      kind: 'urlset',
      sitemaps: [],
      entries: [
        {
          url: 'https://akhbar.test/2026/11/jisr',
          lastModified: '2026-11-23T09:00:00Z',
          title: 'جسر جديد فوق الوادي',
          published: '2026-11-23T08:30:00+03:00',
          publication: 'الميناء',
          language: 'ar',
          keywords: ['جسور', 'نقل'],
          genres: ['PressRelease', 'Blog'],
          access: 'Subscription',
          stockTickers: ['EGX:ABC'],
          image: 'https://akhbar.test/j.jpg',
        },
      ],
    });
  });

  it('is refused where it is a page', () => {
    expect(() => readSitemap('<html><body>غير موجود</body></html>', { url })).toThrow(
      NotAFeedError,
    );
  });
});

describe('an index of sitemaps', () => {
  it.each([
    [
      ['a-2024.xml', 'a-2026.xml', 'a-2025.xml'],
      ['a-2026.xml', 'a-2025.xml', 'a-2024.xml'],
    ],
    [
      ['p-9.xml', 'p-10.xml', 'news.xml'],
      ['news.xml', 'p-10.xml', 'p-9.xml'],
    ],
  ])('names the newest of %j first', (names, order) => {
    const items = names.map((name) => `<sitemap><loc>https://akhbar.test/${name}</loc></sitemap>`);
    const index = readSitemap(`<sitemapindex>${items.join('')}</sitemapindex>`, { url });
    expect(index.sitemaps.map((sitemap) => sitemap.url.slice(20))).toEqual(order);
  });

  it('goes by lastmod where it is stated, and is bounded', () => {
    const items = Array.from(
      { length: 300 },
      (_, day) =>
        `<sitemap><loc>/s${day}</loc><lastmod>${new Date(day * 86_400_000).toISOString()}</lastmod></sitemap>`,
    );
    const index = readSitemap(`<sitemapindex>${items.join('')}</sitemapindex>`, { url });
    expect(index.sitemaps).toHaveLength(50);
    expect(index.sitemaps[0]?.url).toBe('https://akhbar.test/s299');
  });
});

describe('a sitemap that comes in pieces', () => {
  it('gives its entries as they come, to 50,000', () => {
    let count = 0;
    const reader = sitemapReader({
      url,
      onEntry: () => {
        count += 1;
      },
    });
    reader.write('<urlset><url><lo');
    reader.write('c>/0</loc></url>');
    expect(count).toBe(1);
    for (let at = 1; at < 60_000; at += 1) reader.write(`<url><loc>/${at}</loc></url>`);
    expect(reader.end().kind).toBe('urlset');
    expect(count).toBe(50_000);
  });
});
