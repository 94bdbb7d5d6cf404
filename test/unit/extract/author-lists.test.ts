import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { B, H } from './shell-article.ts';

/* Several writers in one place, what stands before and behind a name, and places that name fewer. */

interface Parts {
  readonly head?: string;
  /** Between headline and text, as its last line, and behind it. */
  readonly mid?: string;
  readonly last?: string;
  readonly end?: string;
}

const pageOf = ({ head = '', mid = '', last = '', end = '' }: Parts): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><title>${H} - الأفق</title><meta property="og:site_name" content="الأفق">${head}</head>
<body><div class="c1x"><a href="/">الأفق</a><a href="/s/1">سياسة</a></div><div class="c4x"><h1>${H}</h1>${mid}<div class="c5x">${B}${last}</div>${end}</div></body></html>`;

function authorsOf(parts: Parts): readonly string[] {
  const document = parseDocument(pageOf(parts), 'https://alofoq.test/news/12345');
  const reading = readArticle(document, { crawlers: [] });
  return reading.kind === 'article' ? (reading.author?.value ?? []) : [reading.reason];
}

const ld = (name: string): string =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${H}","author":{"@type":"Person","name":"${name}"}}</script>`;
const meta = (name: string): string => `<meta name="author" content="${name}">`;

type Case = readonly [string, Parts, readonly string[]];

describe('titles before a name', () => {
  const names = [
    'المحامي سامر الحجلي',
    'المحامية هالة منصور',
    'م. سامر الحجلي',
    'م.سامر الحجلي',
    'المهندس سامر الحجلي',
    'د.هالة منصور',
    'أ.د. هالة منصور',
    'أ.م.د. هالة منصور',
    'العميد الركن سامر الحجلي',
    'اللواء المتقاعد سامر الحجلي',
    'القاضي سامر الحجلي',
    'المستشار سامر الحجلي',
    'السفير سامر الحجلي',
  ];
  it.each(names)('%s', (name) => {
    expect(authorsOf({ mid: `<div>${name}</div>` })).toEqual([name]);
    expect(authorsOf({ mid: `<div>بقلم: ${name}</div>` })).toEqual([name]);
    expect(authorsOf({ end: `<p>${name}</p>` })).toEqual([name]);
  });

  const nobody = [
    'المحامي العام',
    'قاضي التحقيق',
    'مستشار الأمن القومي',
    'سفير النوايا',
    'عميد الكلية',
  ];
  it.each(nobody)('%s is nobody', (line) => {
    expect(authorsOf({ mid: `<div>${line}</div>` })).toEqual([]);
  });
});

describe('what stands behind a name', () => {
  const cases: readonly Case[] = [
    [
      'a trade, below the text',
      { end: '<p><b>هالة منصور</b> <i>صحافية مستقلة تقيم في المرسى</i></p>' },
      ['هالة منصور'],
    ],
    [
      'a trade, in the last line',
      { last: '<p><strong>هالة منصور</strong> <em>كاتبة وباحثة في شؤون المدن</em></p>' },
      ['هالة منصور'],
    ],
    ['the job', { mid: '<div><b>هالة منصور</b> <i>النص</i></div>' }, ['هالة منصور']],
    [
      'the job of two',
      { mid: '<div><b>هالة منصور</b> <i>النص</i> <b>سامر عطا</b> <i>الصور</i></div>' },
      ['هالة منصور'],
    ],
    ['a job that is not the writing', { mid: '<div><b>سامر عطا</b> <i>تصوير</i></div>' }, []],
    [
      'for whom',
      { mid: '<p>12 مارس 2026 - سامر الحجلي نيابة عن فريق البيانات</p>' },
      ['سامر الحجلي'],
    ],
    [
      'for whom, in English',
      {
        mid: '<div class="publish-date-author">Dec. 19, 2025 &middot; Rita Khoury on behalf of <a href="/t">the data team</a></div>',
      },
      ['Rita Khoury'],
    ],
    [
      'what somebody is called',
      { mid: '<div class="author">نجيب (أبو سعد) الشرعبي</div>' },
      ['نجيب (أبو سعد) الشرعبي'],
    ],
    [
      'the same in Latin letters',
      { mid: '<span class="entry-author">Rita (Maria) Khoury</span>' },
      ['Rita (Maria) Khoury'],
    ],
    [
      'a place in brackets',
      { mid: '<div class="author">نجيب الشرعبي (صنعاء)</div>' },
      ['نجيب الشرعبي'],
    ],
    ['a desk behind a byline’s word', { mid: '<div>by News Desk</div>' }, []],
    ['an initial behind the outlet', { head: ld('الأفق د'), mid: '<div>بواسطة الأفق د</div>' }, []],
  ];
  it.each(cases)('%s', (_name, parts, authors) => {
    expect(authorsOf(parts)).toEqual(authors);
  });
});

describe('several writers', () => {
  const seven =
    'سامر الحجلي، هالة منصور، عامر الزعبي، منى الراوي، نجيب الشرعبي، خديجة الفيتوري، منية الشابي';
  const [first, second] = ['سامر الحجلي', 'هالة منصور'];
  const cases: readonly Case[] = [
    ['a list longer than other bylines', { mid: `<p>إعداد: ${seven}</p>` }, seven.split('، ')],
    [
      'each with a place',
      {
        mid: '<div>كتب: سامر الحجلي من المرسى، هالة منصور من وادي الدوم، عامر الزعبي من عدن، منى الراوي من القاهرة، نجيب الشرعبي من صنعاء، خديجة الفيتوري من طرابلس</div>',
      },
      ['سامر الحجلي', 'هالة منصور', 'عامر الزعبي', 'منى الراوي', 'نجيب الشرعبي', 'خديجة الفيتوري'],
    ],
    [
      'behind the word for capitals',
      { mid: '<p>عواصم - سامر الحجلي - هالة منصور - عامر الزعبي - منى الراوي</p>' },
      ['سامر الحجلي', 'هالة منصور', 'عامر الزعبي', 'منى الراوي'],
    ],
    [
      'a label and a list of links',
      {
        mid: '<div><h6>الكتّاب</h6><ul><li><a href="/w/1">سامر الحجلي</a></li><li><a href="/w/2">هالة منصور</a></li></ul></div>',
      },
      [first, second],
    ],
    [
      'such a list further behind the text',
      {
        end: `${'<p><a href="/b/1">محليات</a></p>'.repeat(5)}<h6>Author(s)</h6><ul><li><a href="/w/1">Rita Khoury</a></li><li><a href="/w/2">Sara Haddad</a></li></ul>`,
      },
      ['Rita Khoury', 'Sara Haddad'],
    ],
    [
      'the same in English',
      {
        mid: '<div><h6>Author(s)</h6><ul><li><a href="/w/1">Rita Khoury</a></li><li><a href="/w/2">Sara Haddad</a></li></ul></div>',
      },
      ['Rita Khoury', 'Sara Haddad'],
    ],
    [
      'of whom the data state the first',
      { head: ld(first) + meta(first), mid: '<div>بقلم: سامر الحجلي وهالة منصور</div>' },
      [first, second],
    ],
    [
      'of whom the data state the first without the title',
      { head: ld(first) + meta(first), mid: '<div>بقلم: د. سامر الحجلي وهالة منصور</div>' },
      ['د. سامر الحجلي', second],
    ],
    [
      'as links one behind another, of whom the data state the first',
      {
        head: ld(first) + meta(first),
        mid: '<div><a href="/author/1">سامر الحجلي</a><span>, </span><a href="/author/2">هالة منصور</a><span>, </span><a href="/author/3">عامر الزعبي</a><span> و </span><a href="/author/4">منى الراوي</a></div>',
      },
      [first, second, 'عامر الزعبي', 'منى الراوي'],
    ],
    [
      'of whom one is the photographer',
      { head: ld(first) + meta(first), mid: '<div>بقلم: سامر الحجلي | تصوير: هالة منصور</div>' },
      [first],
    ],
    ['in brackets below the text', { last: '<p>[سامر الحجلي / هالة منصور]</p>' }, [first, second]],
    [
      'in one link, of whom a list knows one given name',
      { mid: '<div class="author-name"><a href="/author/1">فلورندا الحجلي وهالة منصور</a></div>' },
      ['فلورندا الحجلي', second],
    ],
    [
      'beside an outlet in one link',
      { mid: '<div class="author-name"><a href="/author/1">هالة منصور، مرايا الساحل</a></div>' },
      [second],
    ],
    [
      'with who helped in one line',
      {
        mid: '<div class="opener-credits"><span>تحقيق: <b>سامر الحجلي</b> و<b>هالة منصور</b></span> <span>شارك في جمع المعلومات: منى الراوي</span> <span>إنفوجرافيك: عامر الزعبي</span> <span>تحرير: نجيب الشرعبي</span></div>',
      },
      [first, second],
    ],
    [
      'in one element with the photographer',
      { mid: '<div class="byline-box">حوار: هالة منصور<br>تصوير: سامر الحجلي</div>' },
      [second],
    ],
    [
      'of whom the data call one the editor',
      {
        head: `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${H}","author":{"@type":"Person","name":"${first}"},"editor":{"@type":"Person","name":"${second}"}}</script>`,
        mid: `<div class="author"><p>${first}</p><p>${second}</p></div>`,
      },
      [first],
    ],
    [
      'as links side by side, of whom the data state the first',
      {
        head: ld(first) + meta(first),
        mid: '<div><a href="/author/1">سامر الحجلي</a> <a href="/author/2">هالة منصور</a></div>',
      },
      [first, second],
    ],
  ];
  it.each(cases)('%s', (_name, parts, authors) => {
    expect(authorsOf(parts)).toEqual(authors);
  });
});

describe('links to pages of people who did not write', () => {
  const cases: readonly Case[] = [
    [
      'a source on another site',
      {
        last: '<p>المراجع: <a href="https://history.test/people/omar-haddad">عمر حداد</a>، سيرة موجزة.</p>',
      },
      [],
    ],
    [
      'a tag below a user',
      { end: '<div><a href="/user/alofoq/tag/9" rel="tag">عمر حداد</a></div>' },
      [],
    ],
    [
      'a call that says by when',
      { end: '<div><a href="/join">Register with us</a></div><p>For new readers by Year End</p>' },
      [],
    ],
    [
      'the same site',
      { end: '<div><a href="https://www.alofoq.test/people/9">عمر حداد</a></div>' },
      ['عمر حداد'],
    ],
  ];
  it.each(cases)('%s', (_name, parts, authors) => {
    expect(authorsOf(parts)).toEqual(authors);
  });
});

describe('a name in a row of other things', () => {
  const cases: readonly Case[] = [
    [
      'in a byline that its class calls a menu as well',
      { mid: '<ul class="nav meta"><li>كتب: سامر الحجلي</li><li>12 مارس 2026</li></ul>' },
      ['سامر الحجلي'],
    ],
    [
      'a linked name behind a byline’s word, behind another one',
      {
        mid: '<div><span>بواسطة</span> <a href="/author/x">إعداد: د. هالة بنت منصور</a><div><a href="/2026">11 فيفري 2026</a></div></div>',
      },
      ['د. هالة بنت منصور'],
    ],
    [
      'who answered, before the year and the number of the question',
      { mid: '<div>أجاب عليه: سامر الحجلي &nbsp; عام 1431 هـ &nbsp; رقم السؤال: 330</div>' },
      ['سامر الحجلي'],
    ],
    [
      'a reader, before where she lives',
      { last: '<p><b>القارئة: منى الراوي – منطقة الشامية</b></p>' },
      ['منى الراوي'],
    ],
    [
      'behind the day in Sorani',
      { mid: '<div>١٢ی تشرینی یەکەمی ٢٠٢٦ - ١١:٢٥ نووسینی: شیلان عەبدوڵڵا</div>' },
      ['شیلان عەبدوڵڵا'],
    ],
    [
      'of another story in the only object of the data',
      {
        head: '<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":"https://alofoq.test/news/198","headline":"الأمطار تغلق ممر الوادي مؤقتا","author":{"@type":"Person","name":"منى الراوي"}}</script>',
        mid: '<div>سامر الحجلي</div>',
      },
      ['سامر الحجلي'],
    ],
    ['behind a day', { mid: '<div>21 . 09 . 2026 سامر الحجلي</div>' }, ['سامر الحجلي']],
    [
      'between days of two calendars and a counter',
      {
        mid: '<div>بتاريخ : الثلاثاء 21-07-1446 هـ الموافق 21-01-2025 م 07:35 مساءً &nbsp;|&nbsp; <b>عدن - سامر الحجلي</b> &nbsp;|&nbsp; الزيارات: 3120</div>',
      },
      ['سامر الحجلي'],
    ],
    [
      'behind a place that no list knows, where its element says that it is signed',
      { end: '<story-sign>وادي الدوم / هالة منصور</story-sign>' },
      ['هالة منصور'],
    ],
    [
      'of who edited, below what the reader finds behind the text',
      {
        end: `${'<p><a href="/b/1">محليات</a></p>'.repeat(5)}<div class="team">تحرير: هالة منصور</div>`,
      },
      [],
    ],
    [
      'behind its city, below the writer’s tools',
      {
        end: '<span>المدير</span><span>١٥ أيار ٢٠٢٦</span><a href="/b/1">محليات</a><a href="/b/2">بلديات</a><div class="k9">عدن – هالة منصور</div>',
      },
      ['هالة منصور'],
    ],
  ];
  it.each(cases)('%s', (_name, parts, authors) => {
    expect(authorsOf(parts)).toEqual(authors);
  });
});
