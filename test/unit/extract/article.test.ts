import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import type { Reading } from '../../../src/record/reading.ts';

const URL = 'https://nahr.example/local/2026/10/4411';

const LEAD = 'افتتحت بلدية النهر صباح الأحد جسراً للمشاة يربط ضفتي الحي القديم بعد عامين من العمل.';
const SECOND =
  'وقال رئيس البلدية سامر الديب إن الجسر كلف مليوني دينار، وإنه سيخدم ثلاثة آلاف تلميذ كل يوم.';

function page(body: string, head = ''): string {
  return `<html><head><title>جسر المشاة يعيد وصل الحي القديم - صحيفة النهر</title>${head}</head><body>
<nav><a href="/">الرئيسية</a><a href="/local">محليات</a></nav>
<main><h1>جسر المشاة يعيد وصل الحي القديم</h1>${body}</main>
<footer><p>جميع الحقوق محفوظة لصحيفة النهر</p></footer></body></html>`;
}

function read(html: string): Reading {
  const reading = readArticle(parseDocument(html, URL), { crawlers });
  expect(reading.kind).toBe('article');
  return reading as Reading;
}

describe('readArticle', () => {
  it.each([
    ['paragraphs', `<div><p>${LEAD}</p><p>${SECOND}</p></div>`],
    ['text nodes and line breaks', `<div>${LEAD}<br><br>${SECOND}</div>`],
    ['one paragraph with breaks', `<div><p>${LEAD}<br>${SECOND}</p></div>`],
    ['cells of nested tables', `<table><tr><td><p>${LEAD}</p><p>${SECOND}</p></td></tr></table>`],
    ['a lead as a heading', `<h2 class="lead">${LEAD}</h2><div class="x"><p>${SECOND}</p></div>`],
    [
      'parts around an advertisement',
      `<div><div class="t"><p>${LEAD}</p></div><div class="ad-slot">إعلان</div><div class="t"><p>${SECOND}</p></div></div>`,
    ],
  ])('reads a text made of %s', (_name, body) => {
    expect(read(page(body)).articleBody?.value).toEqual([LEAD, SECOND]);
  });

  it('keeps the headline of the page and leaves the name of the site to the site', () => {
    const reading = read(page(`<div><p>${LEAD}</p><p>${SECOND}</p></div>`));
    expect(reading.headline?.value).toBe('جسر المشاة يعيد وصل الحي القديم');
    expect(reading.siteName).toBe('صحيفة النهر');
  });

  it('reads byline, dateline and agency, and keeps them out of the text', () => {
    const body = `<div><p>كتبت: ليلى حداد</p><p>النهر القديم (رويترز) - ${LEAD}</p><p>${SECOND}</p></div>`;
    const reading = read(page(body));
    expect(reading.author?.value).toEqual(['ليلى حداد']);
    expect(reading.dateline?.value).toBe('النهر القديم');
    expect(reading.credit?.value).toEqual([{ name: 'رويترز', kind: 'agency' }]);
    expect(reading.articleBody?.value).toEqual([LEAD, SECOND]);
  });

  it('takes the text from structured data where the page shows none', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'جسر المشاة يعيد وصل الحي القديم',
      articleBody: `${LEAD}\n\n${SECOND}`,
    };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(read(page('<div id="app"></div>', head)).articleBody?.value).toEqual([LEAD, SECOND]);
  });
});
