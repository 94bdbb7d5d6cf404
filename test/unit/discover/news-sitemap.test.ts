import { describe, expect, it } from 'vitest';
import { NotAFeedError } from '../../../src/errors.ts';
import { readSitemap } from '../../../src/line/discover/news-sitemap.ts';

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
      mended: {},
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

describe('a sitemap that is too much', () => {
  it.each([
    ['60,000 entries', '<url><loc>/1</loc></url>'.repeat(60_000), 50_000],
    ['60,000 entries left open', '<url><loc>/1</loc>'.repeat(60_000), 50_000],
    ['60,000 addresses in one entry', `<url>${'<loc>/1</loc>'.repeat(60_000)}`, 50_000],
    ['60,000 lines', undefined, 50_000],
    ['200,000 open tags', `<url><loc>/1</loc>${'<b>'.repeat(200_000)}`, 0],
    ['200,000 prefixes', `<url ${'xmlns:a="b" '.repeat(200_000)}><loc>/1</loc></url>`, 1],
  ])('by %s is read to its bound', (_, items, count) => {
    const text = items === undefined ? `${url}\n`.repeat(60_000) : `<urlset>${items}</urlset>`;
    expect(readSitemap(text, { url }).entries).toHaveLength(count);
  });
});

const NEWS = 'xmlns:gn="http://www.google.com/schemas/sitemap-news/0.9"';
const OWN = 'xmlns:ns0="http://www.sitemaps.org/schemas/sitemap/0.9"';
const at = (path: string) => `https://akhbar.test/${path}`;

describe('a sitemap as sites write it', () => {
  it.each([
    [
      'with prefixes of Python',
      `<ns0:urlset ${OWN}><ns0:url><ns0:loc>${at('1')}</ns0:loc></ns0:url></ns0:urlset>`,
      ['1'],
      {},
    ],
    ['in capitals', `<URLSET><URL><LOC>${at('1')}</LOC></URL></URLSET>`, ['1'], {}],
    [
      'with entries left open',
      `<urlset><url><loc>${at('1')}</loc><url><loc>${at('2')}</loc></urlset>`,
      ['1', '2'],
      { unclosed: 1 },
    ],
    [
      'with addresses left open',
      `<urlset><url><loc>${at('1')}<lastmod>2026-11-28</lastmod></url><url><loc>${at('2')}</url></urlset>`,
      ['1', '2'],
      { unclosed: 1 },
    ],
    [
      'with several addresses in an entry',
      `<urlset><url><loc>${at('1')}</loc><loc>${at('2')}</loc></url></urlset>`,
      ['1', '2'],
      { 'several-addresses': 1 },
    ],
    ['with a bare address', `<urlset><url>${at('1')}</url></urlset>`, ['1'], { 'bare-address': 1 }],
    [
      'with an entry that says nothing',
      `<urlset><url></url><url><loc>${at('1')}</loc></url></urlset>`,
      ['1'],
      { 'no-address': 1 },
    ],
    [
      'with a picture whose prefix is not written',
      `<urlset><url><loc>${at('1')}</loc><image><loc>${at('p.jpg')}</loc></image></url></urlset>`,
      ['1'],
      {},
    ],
    [
      'with the picture first',
      `<urlset><url><image:image><image:loc>${at('p.jpg')}</image:loc></image:image><loc>${at('1')}</loc></url></urlset>`,
      ['1'],
      {},
    ],
    [
      'with a stray ampersand',
      `<urlset><url><loc>${at('?a=1&b=2')}</loc></url></urlset>`,
      ['?a=1&b=2'],
      {},
    ],
    [
      'cut in an address',
      `<urlset><url><loc>${at('1001')}</loc></url><url><loc>${at('10')}`,
      ['1001'],
      { cut: 1 },
    ],
    ['cut in a tag', `<urlset><url><loc>${at('1')}</loc></url><url><lo`, ['1'], {}],
    [
      'cut behind an address',
      `<urlset><url><loc>${at('1')}</loc><lastmod>2026-1`,
      ['1'],
      { cut: 1 },
    ],
    ['as a text', `\ufeff${at('1')}\r\n\r\n${at('2')}\r\n`, ['1', '2'], { 'plain-text': 1 }],
  ])('%s loses and invents no address', (_, text, paths, mended) => {
    const sitemap = readSitemap(text, { url });
    expect(sitemap.entries.map((entry) => entry.url)).toEqual(paths.map(at));
    expect(sitemap.mended).toEqual(mended);
  });

  it('says of each entry what stands in it, whatever the prefix of the news extension', () => {
    const text = `<urlset ${NEWS}><url><loc>/1</loc><lastmod>2026-11-28</lastmod><gn:news><gn:title>ميناء&nbsp;جديد</gn:title>
      <gn:publication_date>2026-11-28T10:00:00+03:00</gn:publication_date></gn:news>
      <url><loc>/2</loc></url></urlset>`;
    expect(readSitemap(text, { url }).entries).toEqual([
      {
        url: at('1'),
        lastModified: '2026-11-28',
        title: 'ميناء\u00a0جديد',
        published: '2026-11-28T10:00:00+03:00',
      },
      { url: at('2') },
    ]);
  });

  it.each([
    [
      `<x:sitemapindex xmlns:x="http://www.sitemaps.org/schemas/sitemap/0.9"><x:sitemap><x:loc>/a.xml</x:loc></x:sitemap></x:sitemapindex>`,
    ],
    [`<sitemapindex><sitemap>${at('a.xml')}</sitemap></sitemapindex>`],
    [`<sitemapindex><sitemap><loc>${at('a.xml')}</loc><sitemap><loc>${at('b.x')}`],
  ])('as an index names its sitemaps: %s', (text) => {
    expect(readSitemap(text, { url }).sitemaps).toEqual([{ url: at('a.xml') }]);
  });

  it.each([
    '<constructor><url><loc>/1</loc></url></constructor>',
    'تم إيقاف الخدمة',
    '',
    `نص\nعن\n${at('1')}`,
  ])('is refused for %j', (text) => {
    expect(() => readSitemap(text, { url })).toThrow(NotAFeedError);
  });
});
