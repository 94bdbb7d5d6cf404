import { readFileSync } from 'node:fs';
import { load } from 'cheerio/slim';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';

/** Paragraphs of one article, between and behind which a line is put. */
const PARAGRAPHS = [
  'قال مدير مرفأ الساحل إن أعمال توسعة الرصيف الثالث انتهت قبل موعدها بشهرين، وإن أول سفينة ستفرغ حمولتها يوم الخميس المقبل بحضور وفد من وزارة النقل.',
  'وأضاف في تصريحات للصحفيين أن الرصيف الجديد يستوعب سفن الحاويات الكبيرة التي كانت تضطر إلى تفريغ حمولتها في موانئ الدول المجاورة، ما كان يرفع كلفة الشحن بنحو الثلث.',
  'وتشير تقديرات هيئة الموانئ إلى أن حركة البضائع سترتفع بنسبة 18 في المئة خلال العام الجاري، على أن تظهر آثار ذلك في أسعار السلع المستوردة قبل نهاية الصيف.',
  'وكان عمال المرفأ قد نفذوا إضرابا قصيرا في الشتاء الماضي احتجاجا على تأخر صرف المستحقات، قبل أن تتوصل النقابة إلى اتفاق مع الإدارة يقضي بصرفها على ثلاث دفعات.',
  'ويرى خبراء في النقل البحري أن نجاح التوسعة مرهون بتحديث الطريق الدولية التي تربط المرفأ بالمدن الداخلية، وهي طريق لم تشهد صيانة جدية منذ أكثر من عشر سنوات.',
];
const HEADLINE = 'مرفأ الساحل يستقبل أولى السفن على رصيفه الجديد';

/** Places of a line among the paragraphs: amid them and behind them. */
const AMID = 2;
const BEHIND = PARAGRAPHS.length;

/** Pages of names that tell nothing: what is told here is told by the words alone. */
function pageWith(line: string, at: number): string {
  const text = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`);
  text.splice(at, 0, line);
  return `<!doctype html><html lang="ar" dir="rtl"><head><title>${HEADLINE} - المدار</title>
<meta property="og:site_name" content="المدار"></head><body><div class="c1x"><a href="/">المدار</a><a href="/s/1">سياسة</a><a href="/s/2">اقتصاد</a></div>
<div class="c3x"><div class="c4x"><h1>${HEADLINE}</h1><div class="c5x">${text.join('\n')}</div></div></div>
<div class="c9x"><p>شركة المدار للنشر</p></div></body></html>`;
}

function bodyOf(line: string, at: number): readonly string[] {
  const document = parseDocument(pageWith(line, at), 'https://almadar.test/news/12345');
  const reading = readArticle(document, { crawlers: [] });
  return reading.kind === 'article' ? (reading.articleBody?.value ?? []) : [reading.reason];
}

const linesOf = (file: string): readonly string[] =>
  readFileSync(new URL(`./page-lines/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** The line as it stands, and in a box of its own. */
const forms = (line: string): readonly string[] => [line, `<div class="k7z">${line}</div>`];

describe('boilerplate in a text whose markup says nothing', () => {
  it.each(linesOf('boilerplate.html'))('leaves out %s', (line) => {
    for (const at of [AMID, BEHIND])
      for (const form of forms(line)) expect([at, bodyOf(form, at)]).toEqual([at, PARAGRAPHS]);
  });

  it.each(linesOf('boilerplate-behind.html'))('leaves out, behind the text: %s', (line) => {
    for (const form of forms(line)) expect(bodyOf(form, BEHIND)).toEqual(PARAGRAPHS);
  });
});

describe('text that resembles boilerplate', () => {
  it.each(linesOf('text.html'))('keeps %s', (line) => {
    const parted = load(line.replace(/<\/(?:p|li|h3|blockquote)>/g, '$&\n')).text();
    const own = parted.split('\n').filter((text) => text !== '');
    for (const at of [AMID, BEHIND])
      for (const form of forms(line))
        expect([at, bodyOf(form, at)]).toEqual([at, PARAGRAPHS.toSpliced(at, 0, ...own)]);
  });
});
