import { readSitemap } from '../../../src/line/discover/news-sitemap.ts';
import { decodeBytes } from '../../../src/line/fetch/charset.ts';
import { orRefusal } from '../refusal.ts';
import { siteDocuments } from '../site-documents.ts';
import { addressJudge } from '../stated.ts';
import type { FuzzTarget } from '../target.ts';

const url = 'https://akhbar.test/maps/news.xml';

const NEWS = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://akhbar.test/7?a=1&amp;b=2</loc><lastmod>2026-11-20</lastmod><news:news><news:publication><news:name>أخبار</news:name><news:language>ar</news:language></news:publication><news:publication_date>2026-11-20T08:00:00+02:00</news:publication_date><news:title>عودة القطار</news:title><news:keywords>قطار, تل</news:keywords></news:news><image:image><image:loc>/7.jpg</image:loc></image:image></url></urlset>`;

const INDEX = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://akhbar.test/maps/2026-11.xml.gz</loc><lastmod>2026-11-20T08:00:00Z</lastmod></sitemap><sitemap><loc>/maps/2026-10.xml</loc></sitemap></sitemapindex>`;

/** `readSitemap`, of XML, an index, or a text. */
export const target: FuzzTarget = {
  extension: 'xml',
  corpus: async () => [
    ...(await siteDocuments(/^\s*<\?xml[^>]*\?>\s*<(?:urlset|sitemapindex)/u)),
    ...[NEWS, INDEX, 'https://akhbar.test/1\nhttps://akhbar.test/2\r\n\nhttps://akhbar.test/خبر\n'],
  ],
  token: /<!\[CDATA\[|\]\]>|<[^<>]{0,300}>|[^<>\n]{1,80}\n|&[#\w]{1,10};/gu,
  pieces: [
    ...[
      '<url>',
      '</url>',
      '<loc>',
      '</loc>',
      '<urlset>',
      '<sitemapindex>',
      '<sitemap>',
      '<![CDATA[',
    ],
    ...[']]>', '<!--', '-->', '&#x110000;', '<!DOCTYPE a [<!ENTITY a "&a;">]>', '&a;', '<n:news>'],
    ...[
      ' xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"',
      '<loc>//b.test/1</loc>',
      '<loc/>',
    ],
    ...['<lastmod>2026-13-45</lastmod>', '<loc>https://[::1]/</loc>', 'https://akhbar.test/9\n'],
  ],
  isEncoded: true,
  msPerKilobyte: 2,
  check(input) {
    const { text } = decodeBytes(input);
    const sitemap = orRefusal(() => readSitemap(text, { url }));
    if (!sitemap) return undefined;
    const isStated = addressJudge(text, url);
    const addresses = [...sitemap.entries, ...sitemap.sitemaps].map((entry) => entry.url);
    const invented = addresses.find((one) => !isStated(one));
    return invented === undefined ? undefined : `an invented address: ${invented}`;
  },
};
