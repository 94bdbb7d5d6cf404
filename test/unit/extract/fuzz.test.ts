import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { explainHtml } from '../../../src/line/extract/explain.ts';
import { cpuMs } from '../../cpu.ts';

const PAGE = `<!doctype html><html lang="ar"><head><title>عودة القطار إلى محطة التل - النهر</title>
<meta property="og:title" content="عودة القطار إلى محطة التل"><meta name="author" content="سعاد المر">
<meta property="article:published_time" content="2026-04-02T08:00:00+02:00">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"عودة القطار إلى محطة التل","author":{"name":"سعاد المر"},"datePublished":"2026-04-02"}]}</script>
</head><body id="tie-body" class="rtl single-post"><nav><ul><li><a href="/">الرئيسية</a></li></ul></nav>
<article><h1 class="post-title">عودة القطار إلى محطة التل</h1><span class="date">الخميس 2 أبريل 2026</span>
<figure><img src="/train-780x470.jpg"><figcaption>القطار في يومه الأول</figcaption></figure>
<div class="entry-content"><p>التل (وكالات) - عاد القطار إلى محطة التل صباح الخميس بعد أربعين عاماً من الغياب.</p>
<p>وقال مدير المحطة نزار العلي إن الرحلات ثلاث في اليوم، وإن ثمن التذكرة لم يتغير.</p>
<ul><li>رحلة الصباح</li><li>رحلة المساء</li></ul></div></article></body></html>`;

/** Cuts, doubles, and puts foreign pieces into a page. */
const mutation = fc.record({
  at: fc.nat(PAGE.length),
  length: fc.nat(200),
  piece: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '"',
      '</div>',
      '<table>',
      '<p',
      '<!--',
      ']]>',
      '<script>',
      '&#x110000;',
      '\u0000',
      '\ud800',
      '<h1>',
      '<br>',
      '{{',
      '\\u',
      ' class="comments" ',
    ),
    fc.string({ maxLength: 20 }),
  ),
});

function mutate(page: string, mutations: readonly { at: number; length: number; piece: string }[]) {
  return mutations.reduce(
    (text, { at, length, piece }) => text.slice(0, at) + piece + text.slice(at + length),
    page,
  );
}

describe('readArticle on broken pages', () => {
  it('never throws, and gives text or a reason', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 12 }), (mutations) => {
        const document = parseDocument(mutate(PAGE, mutations), 'https://nahr.example/1');
        const reading = readArticle(document, { crawlers });
        explainHtml(document, reading);
        if (reading.kind !== 'article') expect(reading.reason).not.toBe('');
        else expect(reading.articleBody?.value.join('').length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('takes any text and any address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 40 }), (html, url) => {
        const reading = readArticle(parseDocument(html, url), { crawlers });
        expect(reading.kind).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a headline of 200,000 words', `<h1>${'كلمة '.repeat(200_000)}</h1>`],
    [
      'one paragraph of 1 MB',
      `<h1>عنوان الخبر الطويل</h1><p>${'قال المدير إن العمل مستمر، '.repeat(40_000)}</p>`,
    ],
    [
      '50,000 short paragraphs',
      `<h1>عنوان الخبر الطويل</h1>${'<p>قال المدير إن العمل مستمر.</p>'.repeat(50_000)}`,
    ],
    ['50,000 links', `<h1>عنوان الخبر</h1>${'<a href="/a">رابط إلى خبر</a> '.repeat(50_000)}`],
    [
      'JSON-LD of quotes',
      `<script type="application/ld+json">{"a":${'"\\"'.repeat(100_000)}</script><p>نص</p>`,
    ],
    [
      'JSON-LD of brackets',
      `<script type="application/ld+json">${'[{"a":'.repeat(50_000)}</script><p>نص</p>`,
    ],
    ['many headings', '<h2>عنوان من عناوين الصفحة</h2>'.repeat(20_000)],
    [
      '30,000 boxes of text',
      `<h1>عنوان الخبر الطويل</h1>${'<div><p>قال المدير إن العمل مستمر.</p><p>وأضاف أن الطريق طويل.</p></div>'.repeat(30_000)}`,
    ],
    ['dashes', `<h1>عنوان الخبر</h1><p>${' - '.repeat(100_000)}</p>`],
    [
      'an end of dashes',
      `<h1>عنوان الخبر</h1><p>قال المدير إن العمل مستمر ${'-'.repeat(200_000)}</p>`,
    ],
    ['a title of marks', `<title>${' | - : '.repeat(50_000)}</title><p>نص</p>`],
  ])('is done within bounded time with %s', (_name, html) => {
    const start = cpuMs();
    readArticle(parseDocument(html, 'https://nahr.example/1'), { crawlers });
    expect(cpuMs() - start).toBeLessThan(5_000);
  });

  it('reads more paragraphs than a call takes arguments', () => {
    const html = `<h1>عنوان الخبر الطويل</h1>${'<p>نص</p>'.repeat(130_000)}`;
    const read = readArticle(parseDocument(html, 'https://nahr.example/1'), { crawlers });
    expect(read.kind).toBe('article');
  });

  it('shows the page without any of its markup alive', () => {
    const html =
      '<h1>عنوان</h1><p>&lt;script&gt;alert(1)&lt;/script&gt; قال الخبير إن الأمر انتهى تماما ولم يبق منه شيء يذكر.</p>';
    const document = parseDocument(html, 'https://nahr.example/"><script>');
    const view = explainHtml(document, readArticle(document, { crawlers }));
    expect(view).not.toMatch(/<script/i);
    expect(view).toContain('&lt;script&gt;alert(1)');
  });
});
