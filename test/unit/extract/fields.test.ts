import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import type { Reading } from '../../../src/record/reading.ts';

const TEXT =
  'أطلقت المكتبة الوطنية بوابة رقمية تضم عشرين ألف مخطوط صورتها فرقها خلال أربعة أعوام متتالية.';
const URL = 'https://kutub.example/culture/2026/05/05/12';

function read(head: string, body = ''): Reading {
  const html = `<html><head>${head}</head><body><h1>بوابة رقمية للمخطوطات</h1>${body}<p>${TEXT}</p></body></html>`;
  return readArticle(parseDocument(html, URL), { crawlers: [] }) as Reading;
}

const meta = (name: string, content: string): string =>
  `<meta property="${name}" content="${content}">`;
const data = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...value })}</script>`;

describe('the section', () => {
  it.each([
    ['metadata', read(meta('article:section', 'ثقافة')), ['ثقافة']],
    ['JSON-LD', read(data({ articleSection: ['ثقافة', 'كتب'] })), ['ثقافة', 'كتب']],
    [
      'a breadcrumb',
      read('', '<div class="breadcrumb"><a href="/">الرئيسية</a> » <a href="/c">ثقافة</a></div>'),
      ['ثقافة'],
    ],
    ['a label at the headline', read('', '<a class="post-cat" href="/c">ثقافة</a>'), ['ثقافة']],
    ['the title', read('<title>بوابة رقمية للمخطوطات - ثقافة - دار الكتب</title>'), ['ثقافة']],
    ['the folder', read('', '<nav><a href="/culture/">ثقافة</a></nav>'), ['ثقافة']],
    ['nowhere', read(''), undefined],
  ])('is read from %s', (_place, reading, section) => {
    expect(reading.articleSection?.value).toEqual(section);
  });
});

describe('keywords', () => {
  it.each([
    [
      'tags of the article',
      read(meta('article:tag', 'مخطوطات') + meta('article:tag', 'كتب')),
      ['مخطوطات', 'كتب'],
    ],
    [
      'one list',
      read('<meta name="keywords" content="مخطوطات، كتب, مخطوطات">'),
      ['مخطوطات', 'كتب'],
    ],
    ['JSON-LD', read(data({ keywords: 'مخطوطات, كتب' })), ['مخطوطات', 'كتب']],
  ])('are read from %s', (_place, reading, keywords) => {
    expect(reading.keywords?.value).toEqual(keywords);
  });
});

describe('the picture', () => {
  it('has the size and the caption that the page gives it', () => {
    const figure =
      '<figure><img src="/m-800x450.jpg"><figcaption>صفحة من مخطوط</figcaption></figure>';
    expect(read(meta('og:image', '/m-800x450.jpg'), figure).image?.value).toEqual({
      url: 'https://kutub.example/m-800x450.jpg',
      width: 800,
      height: 450,
      caption: 'صفحة من مخطوط',
    });
  });

  it.each([
    ['the logo', meta('og:image', '/assets/logo.png')],
    ['no address', meta('og:image', 'javascript:alert(1)')],
  ])('is never %s', (_name, head) => {
    expect(read(head).image).toBeUndefined();
  });
});

describe('dates', () => {
  it('are gathered from every place, as they stand there', () => {
    const head =
      meta('article:published_time', '2026-05-05T06:00:00Z') +
      data({ datePublished: '2026-05-05', dateModified: '2026-05-06' });
    const body =
      '<time datetime="2026-05-05T09:00+03:00">الثلاثاء</time><span class="date">5 مايو 2026 - 09:00</span>';
    const found = read(head, body).dates.map(({ role, from, text }) => [role, from, text]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['published', 'jsonld', '2026-05-05'],
        ['modified', 'jsonld', '2026-05-06'],
        ['published', 'article:published_time', '2026-05-05T06:00:00Z'],
        ['published', 'time', '2026-05-05T09:00+03:00'],
        ['published', 'visible', '5 مايو 2026 - 09:00'],
        ['published', 'url', '2026-05-05'],
      ]),
    );
  });
});

describe('a date beside the linked title of another article', () => {
  const TEASER = '<a href="/x/9">افتتاح معرض الخط العربي في بيت القصبة</a>';
  const visible = (after: string) =>
    (
      readArticle(
        parseDocument(
          `<body><h1>بوابة رقمية للمخطوطات</h1>${after}</body>`,
          'https://kutub.example/a',
        ),
        { crawlers: [] },
      ) as Reading
    ).dates.map(({ text }) => text);

  it.each([
    ['behind the text', `<p>${TEXT}</p><div>${TEASER}</div><div>3 مايو 2026</div>`, []],
    ['in its line', `<p>${TEXT}</p><div>${TEASER} 3 مايو 2026</div>`, []],
    [
      'is the article’s behind a linked byline',
      `<div><a href="/w/4">كتبت سلمى بنت الحسن العلوي المدغري</a> <span>3 مايو 2026</span></div><p>${TEXT}</p>`,
      ['3 مايو 2026'],
    ],
  ])('%s', (_place, html, dates) => {
    expect(visible(html)).toEqual(dates);
  });
});

describe('rights', () => {
  it.each([
    [
      '<meta name="robots" content="index, follow">',
      { noindex: false, noarchive: false, aiOptOut: false, paywalled: false, line: null },
    ],
    [
      '<meta name="robots" content="noindex, noai">',
      { noindex: true, aiOptOut: true, line: 'noindex, noai' },
    ],
    ['<meta name="tdm-reservation" content="1">', { aiOptOut: true, line: 'tdm-reservation: 1' }],
    [data({ isAccessibleForFree: 'False' }), { paywalled: true }],
    ['<meta name="robots" content="none">', { noindex: true, line: 'none' }],
    ['<meta name="robots" content="noarchive">', { noarchive: true, line: 'noarchive' }],
  ])('%s', (head, rights) => {
    expect(read(head).rights).toMatchObject(rights);
  });

  it.each([
    [true, 'noindex', 'noindex'],
    [true, 'index, follow', 'article'],
    [false, 'noindex', 'article'],
  ])(
    'with respectNoindex: %s, a page that says %s is read as %s',
    (respectNoindex, robots, kind) => {
      const html = `<meta name="robots" content="${robots}"><h1>بوابة رقمية للمخطوطات</h1><p>${TEXT}</p>`;
      const rights = { respectAiOptOut: true, askOptOutFiles: true, respectNoindex };
      const context = { crawlers: [], source: { rights } };
      expect(readArticle(parseDocument(html, URL), context).kind).toBe(kind);
    },
  );

  it('keeps hidden what a page that is not free hides', () => {
    const head = data({ isAccessibleForFree: false, articleBody: `${TEXT} `.repeat(10) });
    expect(read(head).articleBody?.value).toEqual([TEXT]);
  });
});

describe('addresses', () => {
  it('are made absolute, and only those of the web', () => {
    const head =
      '<link rel="canonical" href="/a/12"><link rel="amphtml" href="/amp/12"><link rel="shortlink" href="javascript:1">';
    const reading = read(head);
    expect(reading.canonical?.value).toBe('https://kutub.example/a/12');
    expect(reading.otherUrls).toEqual(['https://kutub.example/amp/12']);
  });
});
