import { describe, expect, it } from 'vitest';
import { type Crawler, defineCrawler } from '../../../src/crawler.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import type { Reading } from '../../../src/record/reading.ts';
import type { ArticleRules } from '../../../src/record/source-rules.ts';

const TEXT =
  'أعادت البلدية فتح الحديقة العامة بعد ترميم ألعابها وزراعة مئتي شجرة زيتون على أطرافها.';
const BOX = 'هذه فقرة كاملة من كلام الموقع عن نفسه، لا يعرف القارئ العام أنها ليست من الخبر.';

const HTML = `<html><head><title>فتح الحديقة العامة</title></head><body>
<h1>فتح الحديقة العامة</h1><h3 class="real">الحديقة تعود إلى أهلها</h3>
<div class="x1"><p>${TEXT}</p><div class="x2"><p>${BOX}</p></div></div>
<i class="who">سلمى الحايك</i><i class="when">5 مايو 2026</i></body></html>`;

function read(article: ArticleRules, crawlers: readonly Crawler[] = []): Reading {
  const document = parseDocument(HTML, 'https://hadiqa.example/1');
  return readArticle(document, { source: { article }, crawlers }) as Reading;
}

describe('what a source file gives', () => {
  it('comes before what the reader would find', () => {
    const reading = read({
      headline: '.real',
      body: '.x1',
      remove: '.x2',
      author: ['.none', '.who'],
      datePublished: { select: '.when', months: 'egypt' },
    });
    expect(reading.headline).toMatchObject({
      value: 'الحديقة تعود إلى أهلها',
      evidence: { from: 'source:.real' },
    });
    expect(reading.articleBody?.value).toEqual([TEXT]);
    expect(reading.author?.value).toEqual(['سلمى الحايك']);
    expect(reading.dates[0]).toMatchObject({
      role: 'published',
      text: '5 مايو 2026',
      from: 'source:.when',
    });
  });

  it.each([
    ['h3.real', 0],
    ['h3.real', 1],
    [':is(h3.real)', 30],
  ])('names a long selector in what the evidence takes: %s', (selector, copies) => {
    const long = [...Array.from({ length: copies + 8 }, () => selector), 'h3.real'].join(', ');
    const found = read({ headline: `${long}${', h3.real'.repeat(20)}` });
    expect(found.headline?.value).toBe('الحديقة تعود إلى أهلها');
    expect(found.headline?.evidence.from.length).toBeLessThanOrEqual(200);
    expect(found.headline?.evidence.from).toMatch(/^source:.*…$/u);
  });

  it('falls to the reader where a selector finds nothing or is none', () => {
    const reading = read({ headline: '.gone', body: '>>> ((', remove: '[' });
    expect(reading.headline?.value).toBe('فتح الحديقة العامة');
    expect(reading.articleBody?.value).toContain(TEXT);
  });
});

describe('what a crawler gives', () => {
  const hadiqa = defineCrawler({
    name: 'hadiqa',
    matches: ($) => $('.x1').length > 0,
    article: {
      body: ($) =>
        $('.x1 > p')
          .map((_, element) => $(element).text())
          .get(),
      author: () => {
        throw new RangeError('a mistake of the crawler');
      },
      image: (_$, url) => ({ url: `${url}/a.jpg` }),
    },
  });

  it('may be functions; one that fails costs its field only', () => {
    const reading = read({}, [hadiqa]);
    expect(reading.crawler).toBe('hadiqa');
    expect(reading.articleBody).toMatchObject({
      value: [TEXT],
      evidence: { from: 'crawler:hadiqa' },
    });
    expect(reading.author).toBeUndefined();
    expect(reading.image?.value.url).toBe('https://hadiqa.example/1/a.jpg');
  });

  it('comes behind the source file', () => {
    expect(read({ body: '.x2' }, [hadiqa]).articleBody?.value).toEqual([BOX]);
  });
});
