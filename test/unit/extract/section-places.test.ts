import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';

const HEADLINE = 'مزارعو الوادي يبدأون قطاف الزيتون قبل موعده بأسبوعين';
const PARAGRAPHS = [
  'بدأ مزارعو الوادي قطاف الزيتون قبل موعده المعتاد بأسبوعين بعد صيف قصير الأمطار، وقالت الجمعية الزراعية إن المعاصر ستفتح أبوابها نهاية الأسبوع.',
  'وتوقع رئيس الجمعية أن ينخفض الإنتاج بنحو الخمس عن العام الماضي، وأن يبقى سعر التنكة قريبا مما كان عليه بفضل ما خزنه التجار.',
  'وطالب المزارعون بخفض أجرة العصر وبإصلاح الطريق التي تصل البساتين بالمعصرة الكبيرة قبل أول المطر.',
];
const TEXT = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('\n');

interface Parts {
  readonly title?: string;
  readonly top?: string;
  readonly above?: string;
  readonly mid?: string;
  readonly end?: string;
  readonly foot?: string;
}

const pageOf = ({ title, top = '', above = '', mid = '', end = '', foot = '' }: Parts): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><title>${title ?? HEADLINE} - الوادي</title><meta property="og:site_name" content="الوادي"></head>
<body><header><a href="/">الوادي</a></header>${top}<article>${above}<h1>${HEADLINE}</h1>${mid}<div class="text">${TEXT}</div>${end}</article>${foot}</body></html>`;

function sectionOf(parts: Parts): readonly string[] {
  const document = parseDocument(pageOf(parts), 'https://alwadi.test/n/88');
  const reading = readArticle(document, { crawlers: [] });
  return reading.kind === 'article' ? (reading.articleSection?.value ?? []) : [reading.reason];
}

const state = (id: string, value: object): string =>
  `<script id="${id}" type="application/json">${JSON.stringify({ props: { page: value } })}</script>`;

describe('a section, however it is written', () => {
  const cases: readonly (readonly [string, Parts])[] = [
    ['microdata on a link', { above: '<a itemprop="articleSection" href="/s/1">محليات</a>' }],
    ['microdata on a meta', { end: '<meta itemprop="articleSection" content="محليات">' }],
    ['microdata on a span', { mid: '<div><span itemprop="articleSection">محليات</span></div>' }],
    ['a line that names it', { mid: '<div>القسم: محليات</div>' }],
    [
      'a line that names it, behind the text',
      { end: '<p>التصنيف : <a href="/c/1">محليات</a></p>' },
    ],
    ['a line that names it, in French', { mid: '<div>Rubrique : محليات</div>' }],
    ['an eyebrow', { above: '<div class="article-eyebrow">محليات</div>' }],
    ['a kicker', { above: '<p class="kicker">محليات</p>' }],
    [
      'a breadcrumb in a list without a class',
      {
        top: `<ul><li><a href="/">الرئيسية</a></li><li><a href="/s/7">محليات</a></li><li>${HEADLINE}</li></ul>`,
      },
    ],
    [
      'the same without the headline',
      { top: '<ul><li><a href="/">الرئيسية</a></li><li><a href="/s/7">محليات</a></li></ul>' },
    ],
    [
      'a breadcrumb that styles set apart',
      {
        top: `<div><a href="/">الرئيسية</a> <a href="/s/7">محليات</a> <span>${HEADLINE}</span></div>`,
      },
    ],
    [
      'a breadcrumb behind colons',
      { top: '<div><a href="/">الرئيسية</a> :: <a href="/s/7">محليات</a></div>' },
    ],
    [
      'a breadcrumb behind a bullet',
      { top: '<p><a href="/">الرئيسية</a> • <a href="/s/7">محليات</a></p>' },
    ],
    [
      'a breadcrumb behind a backslash',
      { top: '<p><a href="/">الرئيسية</a> \\ <a href="/s/7">محليات</a></p>' },
    ],
    [
      'a breadcrumb that begins with the site',
      {
        top: '<div><a href="/">الوادي</a> / <a href="/s/2">أخبار المدن</a> / <a href="/s/7">محليات</a></div>',
      },
    ],
    [
      'a breadcrumb by its label for readers of screens',
      {
        top: '<nav aria-label="Breadcrumb"><ol><li><a href="/">الرئيسية</a></li><li><a href="/s/2">أخبار المدن</a></li><li><a href="/s/7">محليات</a></li></ol></nav>',
      },
    ],
    ['a label', { above: '<header><span class="label">محليات</span></header>' }],
    ['a span of a category', { above: '<span class="category">محليات</span>' }],
    [
      'a link in a span of a category',
      { above: '<span class="post-cat"><a href="/c/1">محليات</a></span>' },
    ],
    [
      'a list of categories',
      { above: '<ul class="single-cat"><li><a href="/c/1">محليات</a></li></ul>' },
    ],
    [
      'a category of TieLabs',
      { mid: '<div><a class="post-cat tie-cat-3" href="/c/1">محليات</a></div>' },
    ],
    ['a lone word above the headline', { above: '<div class="k1">محليات</div>' }],
    ['a linked lone word', { above: '<div><a href="/k/1">محليات</a></div>' }],
    [
      'crumbs, misspelt',
      { above: '<div class="breadcumb"><a href="/">الرئيسية</a><a href="/s/1">محليات</a></div>' },
    ],
    [
      'crumbs as a path',
      {
        above:
          '<nav class="nav-path"><a href="/">الرئيسية</a><span>|</span><a href="/s/1">محليات</a></nav>',
      },
    ],
    [
      'a link behind words that say where it was filed',
      { mid: '<div>نشر في <a href="/s/1">محليات</a></div>' },
    ],
    [
      'crumbs behind words that say where one is',
      {
        above: '<div>أنت هنا: <a href="/">الرئيسية</a> &gt; <a href="/s/1">محليات</a></div>',
      },
    ],
    [
      'a part of the line of the date that the menu has too',
      {
        top: '<ul><li><a href="/s/1">محليات</a></li></ul>',
        mid: '<p>محليات | 20 نوفمبر 2026 | 532 مشاهدة</p>',
      },
    ],
    [
      'crumbs before a headline that opens with a quotation',
      {
        above:
          '<div><a href="/">الرئيسية</a> / <a href="/s/1">محليات</a> / «مزارعو الوادي» يبدأون قطاف الزيتون قبل موعده بأسبوعين</div>',
      },
    ],
    ['the way home and the section in one line', { above: '<div>الرئيسية / محليات</div>' }],
    [
      'a mark behind a crumb',
      {
        above:
          '<div class="breadcrumb"><a href="/">الرئيسية</a> » <a href="/s/1">محليات »</a></div>',
      },
    ],
    ['a counter behind it in its line', { end: '<div>القسم: محليات الزيارات: 881</div>' }],
    [
      'a line above the headline, below a menu in one line',
      {
        top: '<div><a href="/">الرئيسية</a> | <a href="/2">سياسة</a> | <a href="/3">نواب</a> | <a href="/4">جامعات</a> | <a href="/5">وفيات</a> |</div>',
        above: '<div class="cat">محليات</div>',
      },
    ],
    [
      'a line above the headline, behind a title of another story',
      {
        top: '<nav><div><span>سياسة</span> <a href="/n/1">منتخب الناشئين يودع البطولة بعد ركلات الترجيح</a></div></nav>',
        above: '<div class="hero"><a>محليات</a></div>',
      },
    ],
    [
      'a link right above, behind those of a menu',
      {
        top: '<nav><ul><li><a href="/2">سياسة</a></li><li><a href="/3">نواب</a></li><li><a href="/4">جامعات</a></li></ul></nav>',
        above: '<div class="x7"><a href="/s/1">محليات</a></div>',
      },
    ],
    ['a part of the title', { title: `${HEADLINE} - محليات` }],
    ['a rubric', { above: '<div class="rubrique">محليات</div>' }],
    [
      'categories in a list',
      { above: '<div class="article-categories"><a href="/s">محليات</a></div>' },
    ],
    ['a coloured span', { above: '<span style="color: #088B6B">محليات</span>' }],
    [
      'a heading of a block',
      { above: '<h2><a class="block-title-link" href="/s">محليات</a></h2>' },
    ],
    [
      'the state of Arc',
      {
        foot: state('__NEXT_DATA__', {
          type: 'story',
          headlines: { basic: HEADLINE },
          taxonomy: { primary_section: { _id: '/local', name: 'محليات' } },
          content_elements: PARAGRAPHS.map((content) => ({ type: 'text', content })),
        }),
      },
    ],
    [
      'the state of Nuxt',
      {
        foot: state('__NUXT_DATA__', {
          title: HEADLINE,
          body: PARAGRAPHS.join('\n'),
          category: { name: 'محليات' },
        }),
      },
    ],
    [
      'a category beside a menu of categories',
      {
        top: '<div class="bar"><ul><li class="menu-item menu-item-object-category"><a href="/c/2">عرب وعالم</a></li></ul></div>',
        above:
          '<div class="single-info"><ul class="single-cat"><li><a href="/c/1">محليات</a></li></ul></div>',
      },
    ],
  ];
  it.each(cases)('%s', (_name, parts) => {
    expect(sectionOf(parts)).toEqual(['محليات']);
  });
});

describe('no section', () => {
  const cases: readonly (readonly [string, Parts])[] = [
    [
      'items of a menu',
      {
        top: '<div class="bar"><ul><li class="menu-item menu-item-object-category"><a href="/c/2">عرب وعالم</a></li><li class="menu-item menu-item-object-category"><a href="/c/3">اقتصاد</a></li></ul></div>',
      },
    ],
    [
      'a menu in one line above',
      {
        top: '<div><a href="/">الرئيسية</a> | <a href="/s/7">محليات</a> | <a href="/s/8">اقتصاد</a> | <a href="/s/9">رياضة</a> | <a href="/s/10">فن</a></div>',
      },
    ],
    [
      'links to pages of the site',
      {
        top: '<div><a href="/">الرئيسية</a> | <a href="/about">من نحن</a> | <a href="/contact">اتصل بنا</a></div>',
      },
    ],
    [
      'the last link of a menu right above',
      {
        above:
          '<div class="c1x"><a href="/">الوادي</a><a href="/s/1">سياسة</a><a href="/s/2">اقتصاد</a></div>',
      },
    ],
    ['a phrase above the headline', { above: '<p class="kicker">بعد صيف قصير من المطر</p>' }],
    ['a city behind words of place', { mid: '<p>في <a href="/c/9">عمان</a></p>' }],
    ['a byline’s word above', { above: '<span class="kicker">بقلم</span>' }],
    ['a slug of the system', { above: '<meta itemprop="articleSection" content="news_ar">' }],
    ['a flag', { above: '<span class="label">عاجل</span>' }],
    ['a date above', { above: '<div>الخميس 26 نوفمبر 2026</div>' }],
    ['a city above', { above: '<div>عمان</div>' }],
    ['a person in the title', { title: `${HEADLINE} - د. سهى الدالي` }],
    ['a person above', { above: '<div>سهى الدالي</div>' }],
    ['the site above', { above: '<div>الوادي</div>' }],
    [
      'the category of the next story',
      {
        foot: '<div class="card"><h3><a href="/n/9">انطلاق معرض الكتاب في قاعة الميناء غدا</a></h3><span class="category"><a href="/c/4">ثقافة</a></span></div>',
      },
    ],
  ];
  it.each(cases)('%s', (_name, parts) => {
    expect(sectionOf(parts)).toEqual([]);
  });
});
