import { describe, expect, it } from 'vitest';
import { defineCrawler } from '../../../src/crawler.ts';
import { findNextPage } from '../../../src/line/discover/section/next-page.ts';
import { readSection } from '../../../src/line/discover/section.ts';

const url = 'https://akhbar.test/world/';

const card = (id: number, title: string): string =>
  `<article class="post post-${id}"><a href="/2026/11/${id}"><img alt=""></a>
   <h3><a href="/2026/11/${id}">${title}</a></h3><a href="/category/world">عالم</a></article>`;

const page = `<nav><a href="/2026/11/99">أهم ما في هذا الأسبوع كله</a></nav>
  ${card(1, 'البلدية تعيد فتح الطريق الساحلي')}${card(2, 'وفد تجاري يزور المدينة الصناعية')}
  ${card(3, 'طلاب يبتكرون جهازا لقياس الرطوبة')}
  <a href="https://ads.test/2026/11/5">عرض خاص لا يفوت هذا الشهر</a>
  <div class="pages"><a class="next" href="/world/page/2/">التالي</a></div>`;

describe('a listing', () => {
  it('gives the headlines of the card that repeats', () => {
    expect(readSection(page, { url })).toEqual([
      { url: 'https://akhbar.test/2026/11/1', title: 'البلدية تعيد فتح الطريق الساحلي' },
      { url: 'https://akhbar.test/2026/11/2', title: 'وفد تجاري يزور المدينة الصناعية' },
      { url: 'https://akhbar.test/2026/11/3', title: 'طلاب يبتكرون جهازا لقياس الرطوبة' },
    ]);
  });

  it.each(['h3 a', 'h3', 'article h3 > a'])('obeys the selector %s', (selector) => {
    const links = readSection(page, { url, selector });
    expect(links.map((link) => link.url.at(-1))).toEqual(['1', '2', '3']);
  });

  it('obeys a crawler', () => {
    const bySelector = defineCrawler({ name: 'by-selector', discover: 'nav a' });
    const byCode = defineCrawler({ name: 'by-code', discover: () => ['/x', 'javascript:0'] });
    expect(readSection(page, { url, crawler: bySelector })).toHaveLength(1);
    expect(readSection(page, { url, crawler: byCode })).toEqual([{ url: 'https://akhbar.test/x' }]);
  });
});

describe('the next page', () => {
  it.each([
    [page, 'https://akhbar.test/world/page/2/'],
    ['<link rel="next" href="?p=2">', 'https://akhbar.test/world/?p=2'],
    ['<a href="/world/page/3/">الأقدم</a>', 'https://akhbar.test/world/page/3/'],
    ['<a rel="next" href="https://other.test/2">التالي</a>', undefined],
    ['<a class="next" href="#">التالي</a>', undefined],
    ['<p>لا شيء</p>', undefined],
  ])('of %s', (html, next) => {
    expect(findNextPage(html, { url })).toBe(next);
  });
});
