/** Where newsrooms print who wrote and when, in shells of many makes. */
import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { articleReader } from '../../../src/read-article.ts';
import type { ArticleDraft } from '../../../src/record/article.ts';
import { B, BODY, H } from './shell-article.ts';

const read = articleReader(crawlers);

const D = '28 نوفمبر 2026';

const frame = (main: string, head = ''): string =>
  `<title>${H} - جريدة الأفق</title>${head}<header class="x1"><a href="/">جريدة الأفق</a><nav><a href="/a">محليات</a><a href="/b">اقتصاد</a><a href="/c">رياضة</a></nav></header>${main}<footer>جميع الحقوق محفوظة 2026</footer>`;

/** A shell with the name in its place; some have no day. */
type Shell = readonly [name: string, make: (name: string) => string, hasDay?: boolean];

const SHELLS: readonly Shell[] = [
  [
    'dl beside',
    (n) =>
      frame(
        `<main><aside><dl><dt>الكاتب</dt><dd>${n}</dd><dt>التاريخ</dt><dd>${D}</dd><dt>القسم</dt><dd>محليات</dd></dl></aside><article><h1>${H}</h1>${B}</article></main>`,
      ),
    true,
  ],
  [
    'dl beside, after',
    (n) =>
      frame(
        `<main><article><h1>${H}</h1>${B}</article><aside><dl><dt>بقلم</dt><dd>${n}</dd><dt>نشر في</dt><dd>${D}</dd></dl></aside></main>`,
      ),
    true,
  ],
  [
    'table meta',
    (n) =>
      frame(
        `<main><h1>${H}</h1><table><tr><td>المحرر</td><td>${n}</td></tr><tr><td>تاريخ النشر</td><td>${D}</td></tr></table><div>${B}</div></main>`,
      ),
    true,
  ],
  [
    'hero',
    (n) =>
      frame(
        `<section class="q7"><div><span>محليات</span><h1>${H}</h1><p>${n} · ${D} · 3 دقائق قراءة</p></div></section><section class="q8">${B}</section>`,
      ),
    true,
  ],
  [
    'hero spans',
    (n) =>
      frame(
        `<section class="_a1"><h1>${H}</h1><div class="_b2"><span>${n}</span><span>${D}</span><span>4 دقائق</span></div></section><div class="_c3">${B}</div>`,
      ),
    true,
  ],
  [
    'hero divs',
    (n) =>
      frame(
        `<section class="_a1"><h1>${H}</h1><div class="_b2"><div>${n}</div><div>${D}</div></div></section><div class="_c3">${B}</div>`,
      ),
    true,
  ],
  [
    'article footer',
    (n) => frame(`<article><h1>${H}</h1>${B}<footer><p>${n}</p><p>${D}</p></footer></article>`),
    true,
  ],
  [
    'article footer label',
    (n) => frame(`<article><h1>${H}</h1>${B}<footer>كتبه ${n} ونشر يوم ${D}</footer></article>`),
    true,
  ],
  [
    'name at end',
    (n) =>
      frame(
        `<div><h1>${H}</h1><div class="d">${D}</div><div class="t">${B}<p><strong>${n}</strong></p></div></div>`,
      ),
    true,
  ],
  [
    'name at end, dash',
    (n) =>
      frame(
        `<div><h1>${H}</h1><div class="d">${D}</div><div class="t">${B}<p>– ${n}</p></div></div>`,
      ),
    true,
  ],
  [
    'name at end, right',
    (n) =>
      frame(
        `<div><h1>${H}</h1><div class="d">السبت ${D}</div><div class="t">${B}<p style="text-align:left">${n}</p></div></div>`,
      ),
    true,
  ],
  [
    'outlet - name',
    (n) =>
      frame(
        `<div><h1>${H}</h1><p>الأفق – ${n}</p>${B}</div>`,
        '<meta property="og:site_name" content="جريدة الأفق">',
      ),
  ],
  ['city: name', (n) => frame(`<div><h1>${H}</h1><p>بيروت: ${n}</p>${B}</div>`)],
  [
    'city - name - date',
    (n) => frame(`<div><h1>${H}</h1><p>عمّان - ${n} - ${D}</p>${B}</div>`),
    true,
  ],
  [
    'name, role below',
    (n) =>
      frame(
        `<div><h1>${H}</h1><div class="w"><b>${n}</b> <i>كاتب وباحث في شؤون المدن</i></div><time>${D}</time>${B}</div>`,
      ),
    true,
  ],
  [
    'links',
    (n) => frame(`<div><h1>${H}</h1><a href="/writers/12">${n}</a> <span>${D}</span>${B}</div>`),
    true,
  ],
  [
    'custom elements',
    (n) =>
      frame(
        `<news-article><news-title><h1>${H}</h1></news-title><news-author>${n}</news-author><news-date>${D}</news-date><news-body>${B}</news-body></news-article>`,
      ),
    true,
  ],
  [
    'above headline',
    (n) =>
      frame(
        `<div><div class="z"><span>${n}</span> | <span>${D}</span></div><h1>${H}</h1>${B}</div>`,
      ),
    true,
  ],
  [
    'issue and day',
    (n) =>
      frame(`<div><h1>${H}</h1><p>العدد 6612 - السبت ${D} - الصفحة 4</p><p>كتب ${n}</p>${B}</div>`),
    true,
  ],
  [
    'double month',
    (n) => frame(`<div><h1>${H}</h1><p>السبت 28 تشرين الثاني/نوفمبر 2026</p><p>${n}</p>${B}</div>`),
    true,
  ],
  [
    'levant month',
    (n) => frame(`<div><h1>${H}</h1><p>${n} - السبت 28 تشرين الثاني 2026</p>${B}</div>`),
    true,
  ],
  [
    'maghreb month',
    (n) => frame(`<div><h1>${H}</h1><p>${n} السبت 28 نونبر 2026 - 14:05</p>${B}</div>`),
    true,
  ],
  [
    'hijri beside',
    (n) =>
      frame(`<div><h1>${H}</h1><p>${n} | 18 جمادى الآخرة 1448هـ - 28 نوفمبر 2026م</p>${B}</div>`),
    true,
  ],
  [
    'arabic-indic',
    (n) => frame(`<div><h1>${H}</h1><p>${n}</p><p>٢٨/١١/٢٠٢٦ ١٤:٠٥</p>${B}</div>`),
    true,
  ],
  ['two-digit year', (n) => frame(`<div><h1>${H}</h1><p>${n} ـ 28/11/26</p>${B}</div>`), true],
  [
    'time in b',
    (n) =>
      frame(`<div><h1>${H}</h1><p><b>نُشر:</b> ${D}، 09:15 ص <b>بواسطة:</b> ${n}</p>${B}</div>`),
    true,
  ],
  [
    'details summary',
    (n) =>
      frame(
        `<article><h1>${H}</h1><details><summary>عن المقال</summary><p>الكاتب: ${n}</p><p>تاريخ النشر: ${D}</p></details>${B}</article>`,
      ),
    true,
  ],
  [
    'address tag',
    (n) => frame(`<article><h1>${H}</h1><address>${n}</address><time>${D}</time>${B}</article>`),
    true,
  ],
  [
    'ul meta',
    (n) =>
      frame(
        `<article><h1>${H}</h1><ul class="info"><li>${n}</li><li>${D}</li><li>محليات</li></ul>${B}</article>`,
      ),
    true,
  ],
  [
    'ul icons',
    (n) =>
      frame(
        `<article><h1>${H}</h1><ul class="info"><li><i class="fa fa-user"></i> ${n}</li><li><i class="fa fa-clock-o"></i> ${D}</li><li><i class="fa fa-eye"></i> 512</li></ul>${B}</article>`,
      ),
    true,
  ],
  [
    'figcaption between',
    (n) =>
      frame(
        `<article><h1>${H}</h1><figure><img src="a.jpg"><figcaption>الكورنيش صباح السبت (تصوير: عماد فرح)</figcaption></figure><p>${n}</p><p>${D}</p>${B}</article>`,
      ),
    true,
  ],
  [
    'lead between',
    (n) =>
      frame(
        `<article><h1>${H}</h1><p class="lead">بعد عامين من التأخير تعود الجرافات إلى شاطئ المدينة.</p><div>${n}</div><div>${D}</div>${B}</article>`,
      ),
    true,
  ],
  [
    'verb in line',
    (n) => frame(`<article><h1>${H}</h1><p>تقرير ${n}</p><p>${D}</p>${B}</article>`),
    true,
  ],
  [
    'interview',
    (n) => frame(`<article><h1>${H}</h1><p>حاورها: ${n}</p><p>${D}</p>${B}</article>`),
    true,
  ],
  [
    'correspondent',
    (n) =>
      frame(`<article><h1>${H}</h1><p>مراسل الأفق في المرسى ${n}</p><p>${D}</p>${B}</article>`),
    true,
  ],
  [
    'prepared',
    (n) => frame(`<article><h1>${H}</h1><p>أعدّ التقرير: ${n}</p><p>${D}</p>${B}</article>`),
    true,
  ],
  [
    'end prepared',
    (n) => frame(`<article><h1>${H}</h1><p>${D}</p>${B}<p>(إعداد: ${n})</p></article>`),
    true,
  ],
  [
    'meta author',
    (n) =>
      frame(
        `<article><h1>${H}</h1>${B}</article>`,
        `<meta name="author" content="${n}"><meta name="date" content="2026-11-28">`,
      ),
    true,
  ],
  [
    'microdata',
    (n) =>
      frame(
        `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${H}</h1><span itemprop="author" itemscope><span itemprop="name">${n}</span></span><meta itemprop="datePublished" content="2026-11-28">${B}</article>`,
      ),
    true,
  ],
  [
    'rel author + ago',
    (n) =>
      frame(
        `<article><h1>${H}</h1><a rel="author" href="/u/5">${n}</a><abbr title="2026-11-28 10:00">منذ يوم</abbr>${B}</article>`,
      ),
    true,
  ],
  [
    'weekday comma',
    (n) =>
      frame(
        `<article><h1>${H}</h1><div>السبت، ${D}، الساعة 2:05 ظهرا</div><div>${n}، المرسى</div>${B}</article>`,
      ),
    true,
  ],
  [
    'pipe line',
    (n) => frame(`<article><h1>${H}</h1><div>محليات | ${n} | ${D}</div>${B}</article>`),
    true,
  ],
  [
    'by img',
    (n) =>
      frame(
        `<article><h1>${H}</h1><div class="k"><img src="/p/5.jpg" alt="${n}"><div>${n}</div><div>${D}</div></div>${B}</article>`,
      ),
    true,
  ],
  [
    'bare text nodes',
    (n) => frame(`<div><h1>${H}</h1>بقلم ${n}<br>${D}<br><br>${BODY.join('<br><br>')}</div>`),
    true,
  ],
];

/** A name that opens with a known given name, and one that only its form tells. */
const NAMES = ['سلمى العاني', 'جلنار الخلفي'];

/** Where nothing but a given name tells a name from a section or a heading. */
const GIVEN_ONLY: ReadonlySet<string> = new Set([
  'article footer',
  'name at end, right',
  'verb in line',
  'correspondent',
]);

const draftOf = (html: string): ArticleDraft =>
  read(html, {
    url: 'https://alufuq.example/news/44120',
    zone: 'Asia/Beirut',
    now: new Date('2026-11-29T09:00:00Z'),
  }) as ArticleDraft;

describe.each(NAMES)('who wrote and when: %s', (writer) => {
  const shells = SHELLS.filter(([name]) => writer === NAMES[0] || !GIVEN_ONLY.has(name));

  it.each(shells.map(([name, make, hasDay = false]) => ({ name, make, hasDay })))(
    '$name',
    ({ make, hasDay }) => {
      const { author, datePublished, articleBody } = draftOf(make(writer));
      expect(author?.map(({ name }) => name)).toEqual([writer]);
      expect(datePublished?.slice(0, 10)).toBe(hasDay ? '2026-11-28' : undefined);
      expect(articleBody.endsWith('أمام متاجرهم.')).toBe(true);
    },
  );
});

/** Lines right below the headline, and whom they name. */
const LINES: readonly (readonly [line: string, ...names: string[]])[] = [
  ['سلمى العاني، مروان حداد', 'سلمى العاني', 'مروان حداد'],
  ['سلمى العاني ومروان حداد', 'سلمى العاني', 'مروان حداد'],
  ['سلمى العاني | تصوير: مروان حداد | 28 نوفمبر 2026', 'سلمى العاني'],
  ['محررة الشؤون المحلية: سلمى العاني', 'سلمى العاني'],
  ['المرسى (الأفق) سلمى العاني', 'سلمى العاني'],
  ['سلمى العاني / المرسى', 'سلمى العاني'],
  ['إعداد وتحرير سلمى العاني', 'سلمى العاني'],
  ['سلمى العاني لـ«الأفق»', 'سلمى العاني'],
  ['خاص بالأفق - سلمى العاني', 'سلمى العاني'],
  ['الأفق نيوز/ سلمى العاني', 'سلمى العاني'],
  ['كتبت: سلمى العاني ووكالات', 'سلمى العاني'],
  ['بقلم سلمى العاني ووكالات الأنباء', 'سلمى العاني'],
  ['إعداد:</p><p>تحقيق وتصوير: سلمى العاني', 'سلمى العاني'],
  ['بقلم</p><p>كتابة: سلمى العاني', 'سلمى العاني'],
  ['قصر هلال - 28 نوفمبر 2026'],
  ['شارع خالد | 28 نوفمبر 2026'],
  ['دار السلام (رويترز)'],
];

describe('a line below the headline', () => {
  it.each(LINES)('%s', (line, ...names) => {
    const { author } = draftOf(frame(`<article><h1>${H}</h1><p>${line}</p>${B}</article>`));
    expect(author?.map(({ name }) => name) ?? []).toEqual(names);
  });
});

/** Lines that look so and name nobody, or tell another day. */
const TRAPS: readonly (readonly [name: string, html: string])[] = [
  [
    'a section above the day',
    frame(`<article><h1>${H}</h1><div>شؤون خليجية</div><div>${D}</div>${B}</article>`),
  ],
  [
    'a section of two nouns beside the day',
    frame(`<article><h1>${H}</h1><p>طب وصحة | ${D}</p>${B}</article>`),
  ],
  [
    'a town whose name is built as a name is',
    frame(`<article><h1>${H}</h1><div>قصر هلال</div><div>${D}</div>${B}</article>`),
  ],
  [
    'a place above the day',
    frame(`<article><h1>${H}</h1><div>وادي الساحل</div><div>${D}</div>${B}</article>`),
  ],
  [
    'a bold last line',
    frame(`<article><h1>${H}</h1><p>${D}</p>${B}<p><b>يتبع غدا</b></p></article>`),
  ],
  [
    'a report of somebody',
    frame(`<article><h1>${H}</h1><p>تقرير اقتصادي</p><p>${D}</p>${B}</article>`),
  ],
  [
    'a picture of a person without a name beside it',
    frame(
      `<article><h1>${H}</h1><img src="a.jpg" alt="الكورنيش"><div>سوق المرسى</div><div>${D}</div>${B}</article>`,
    ),
  ],
  [
    'comments below',
    frame(
      `<article><h1>${H}</h1><p>${D}</p>${B}</article><div class="replies"><h3>التعليقات</h3><div><b>سالم الخلفي</b> <i>29 نوفمبر 2026</i><p>متى ينتهي العمل؟</p></div></div>`,
    ),
  ],
];

describe('lines that name nobody', () => {
  it.each(TRAPS)('%s', (_name, html) => {
    const { author, datePublished } = draftOf(html);
    expect(author).toBeUndefined();
    expect(datePublished?.slice(0, 10)).toBe('2026-11-28');
  });

  it.each([
    [
      'a day in a box beside it that nothing says is its own',
      `<main><aside><p>${D}</p><p>22 درجة</p></aside><article><h1>${H}</h1>${B}</article></main>`,
    ],
    [
      'the day of an event in a box below',
      `<main><article><h1>${H}</h1>${B}</article><aside><p>موعد الافتتاح</p><p>12 ديسمبر 2026</p></aside></main>`,
    ],
  ])('%s', (_name, main) => {
    expect(draftOf(frame(main)).datePublished).toBeUndefined();
  });
});
