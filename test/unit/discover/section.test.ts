import { describe, expect, it } from 'vitest';
import { defineCrawler } from '../../../src/crawler.ts';
import { findNextPage } from '../../../src/line/discover/section/next-page.ts';
import { readSection } from '../../../src/line/discover/section.ts';
import { readHome } from '../../../src/line/discover/survey.ts';
import { cpuMs } from '../../cpu.ts';

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

describe('a listing of another make', () => {
  const row = (href: string, title: string) =>
    `<tr><td><a class="l" href="${href}"><b>${title}</b></a><br><font>أمس</font></td></tr>`;

  it.each([
    ['numbered queries', ['/d.php?sid=3048', '/d.php?sid=3033', '/d.php?sid=3017']],
    ['short names', ['/content/مطر', '/content/قطار', '/content/سوق-البلدة']],
  ])('with %s gives its headlines', (_, paths) => {
    const menu =
      '<tr><td><a href="/n.php?cat=1">أخبار</a></td><td><a href="/n.php?cat=2">رياضة</a></td></tr>';
    const rows = paths.map((path) => row(path, 'سكان الحي القديم يعترضون على هدم السوق'));
    const links = readSection(`<table>${menu}${rows.join('')}</table>`, { url });
    expect(links.map((link) => link.url)).toEqual(paths.map((path) => new URL(path, url).href));
  });

  it('that lists files, tags and searches gives none', () => {
    const paths = [
      '/a.pdf',
      '/b.pdf',
      '/c.pdf',
      '/tag/1',
      '/tag/2',
      '/tag/3',
      '/search?q=1',
      '/search?q=2',
    ];
    const rows = paths.map((path) => row(path, 'سكان الحي القديم يعترضون على هدم السوق'));
    expect(readSection(`<table>${rows.join('')}</table>`, { url })).toEqual([]);
  });
});

describe('a page that is too much', () => {
  const LONG = 'نص طويل '.repeat(50_000);

  it.each([
    ['links in links', '<a href="/2026/11/1">'.repeat(20_000)],
    ['links in links around a long text', `${'<a href="/2026/11/1">'.repeat(300)}${LONG}`],
    ['menus in menus', '<nav><a href="/n">'.repeat(20_000)],
    ['boxes in boxes', `${'<div>'.repeat(100_000)}<a href="/2026/11/1">`],
    ['links with many pictures', `<a href="/2026/11/1">${'<img>'.repeat(100_000)}`.repeat(3)],
    ['headings without an end', '<h3><a href="/2026/11/1">'.repeat(20_000)],
  ])('by %s is read in time', (_, html) => {
    const start = cpuMs();
    readSection(html, { url });
    findNextPage(html, { url });
    readHome(html, { url });
    expect(cpuMs() - start).toBeLessThan(5000);
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
