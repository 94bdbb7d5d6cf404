import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';

const LISTED = Array.from(
  { length: 12 },
  (_, index) =>
    `<article><h3><a href="/${index}">خبر من أخبار المدينة رقم ${index}</a></h3><p>بداية الخبر كما تظهر في القائمة…</p></article>`,
).join('');

const PAGES: [kind: string, html: string][] = [
  ['empty', ''],
  ['empty', '<html><head><script>var a = 1</script></head><body></body></html>'],
  [
    'bot-wall',
    '<title>Just a moment...</title><body><p>Checking your browser before accessing.</p></body>',
  ],
  [
    'bot-wall',
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script><body><p>انتظر</p></body>',
  ],
  [
    'consent-wall',
    '<title>الأخبار</title><body><h1>نحن نقدر خصوصيتك</h1><p>نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لعرض المحتوى وقياس أدائه.</p></body>',
  ],
  [
    'soft-404',
    '<title>الصفحة غير موجودة - صحيفة النهر</title><body><h1>الصفحة غير موجودة</h1><p>ربما نقلت الصفحة التي تبحث عنها أو حذفت، ويمكنك العودة إلى الرئيسية أو البحث.</p></body>',
  ],
  ['too-little-text', '<title>خبر</title><body><h1>عنوان لا متن له</h1><p>قيد التحرير</p></body>'],
  [
    'video',
    '<meta property="og:type" content="video.other"><body><h1>شاهد وصول القافلة</h1><video></video><p>وصول القافلة إلى المدينة.</p></body>',
  ],
  ['listing', `<meta property="og:type" content="website"><body><h1>محليات</h1>${LISTED}</body>`],
];

describe('the kind of a page that holds no article', () => {
  it.each(PAGES)('%s', (kind, html) => {
    const document = parseDocument(html, 'https://nahr.example/local');
    expect(readArticle(document, { crawlers })).toMatchObject({ kind, reason: expect.any(String) });
  });

  it('does not take an article that speaks of a missing page for one', () => {
    const text =
      'قالت إدارة الموقع إن عبارة الصفحة غير موجودة ظهرت لآلاف الزوار بسبب عطل في الخادم الرئيسي. ';
    const html = `<h1>لماذا قرأ الزوار أن الصفحة غير موجودة طوال يوم كامل؟</h1><p>${text.repeat(3)}</p>`;
    expect(readArticle(parseDocument(html, 'https://nahr.example/a'), { crawlers }).kind).toBe(
      'article',
    );
  });
});

describe('selectors of the source that find headline and text', () => {
  const UNITS = Array.from(
    { length: 9 },
    (_, at) =>
      `<section><h3><a href="/q/${at}">سؤال رقم ${at}</a></h3><p>أجاب مكتب الخدمات عن هذا السؤال بأن الطلب يقدم عبر النافذة الموحدة خلال ${at + 3} أيام عمل، وأن الرسوم لا تتغير.</p></section>`,
  ).join('');
  const html = `<title>دليل</title><body><div class="t">أسئلة قراء الصحيفة عن رخص البناء وأجوبتها</div><div class="c">${UNITS}</div></body>`;
  const read = (article: object, page = html) =>
    readArticle(parseDocument(page, 'https://nahr.example/local'), {
      source: { article },
      crawlers,
    });

  it('are believed against what the page looks like', () => {
    expect(read({}).kind).not.toBe('article');
    expect(read({ headline: '.t', body: '.c' })).toMatchObject({
      kind: 'article',
      headline: { value: 'أسئلة قراء الصحيفة عن رخص البناء وأجوبتها' },
    });
  });

  it.each([
    ['one of them alone', { headline: '.t' }, html],
    ['where a wall stands before the page', { headline: '.t', body: '.c' }, PAGES[3]?.[1] ?? ''],
    [
      'where hardly a text is there',
      { headline: '.t', body: '.c' },
      '<body><div class="t">عنوان</div><div class="c">قيد التحرير</div></body>',
    ],
  ])('are not: %s', (_, article, page) => {
    expect(read(article, page).kind).not.toBe('article');
  });
});
