/** Pages that hold no article, and teasers before a paywall. */
import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import type { Reading } from '../../../src/record/reading.ts';

const STORIES: [title: string, teaser: string][] = [
  [
    'مكتبة الوادي تفتح قاعة للأطفال في الطابق الأول',
    'تتسع القاعة لستين طفلا وتفتح كل يوم عدا الجمعة حتى المساء.',
  ],
  [
    'صيادو الخليج يعودون إلى البحر بعد أسبوعين',
    'عادت القوارب بعد أن هدأت الرياح، وامتلأت السوق بالسمك من جديد.',
  ],
  [
    'مدرسة السهل تبدأ تدريس البرمجة للصف السادس',
    'يدرس التلاميذ ساعتين في الأسبوع على حواسيب تبرعت بها الجمعية.',
  ],
  [
    'بلدية الربوة تزرع ألف شجرة على طريق المطار',
    'تنتهي الزراعة قبل الشتاء، وتسقى الأشجار بمياه معالجة من المحطة.',
  ],
  [
    'فريق النخيل يتعادل مع ضيفه في افتتاح الدوري',
    'سجل الفريقان في الشوط الثاني، وأضاع النخيل ركلة جزاء في آخره.',
  ],
  [
    'متحف القلعة يعرض مخطوطات رممها طلاب الجامعة',
    'يستمر المعرض شهرا، ويضم أربعين مخطوطة من القرن الثامن عشر.',
  ],
  [
    'معمل الألبان يوسع خط إنتاجه في المنطقة الصناعية',
    'يوفر الخط الجديد ثلاثين فرصة عمل، ويضاعف الإنتاج في العام المقبل.',
  ],
];

const listed = (make: (title: string, teaser: string, at: number) => string): string =>
  `<title>مرايا</title><header><a href="/">مرايا</a></header><h1>محليات</h1><div id="list">${STORIES.map(([title, teaser], at) => make(title, teaser, at)).join('')}</div>`;

const MORE = (at: number): string => `<a href="/n/${at}">اقرأ المزيد</a>`;
const TEXT = STORIES.map(([, teaser]) => `<p>${teaser}</p>`).join('');

const PAGES: [kind: string, name: string, html: string, url?: string][] = [
  [
    'listing',
    'links in a list',
    listed((t, p, at) => `<li><a href="/n/${at}">${t}</a><br>${p}</li>`),
  ],
  [
    'listing',
    'links in bold',
    listed(
      (t, p, at) =>
        `<p><strong><a href="/n/${at}">${t}</a></strong></p><p>${p} <a href="/n/${at}">المزيد</a></p>`,
    ),
  ],
  [
    'listing',
    'cards with a link to more',
    listed(
      (t, p, at) =>
        `<div class="card"><span class="card-title">${t}</span><div class="desc">${p}</div>${MORE(at)}</div>`,
    ),
  ],
  [
    'listing',
    'cards opened by a script',
    listed((t, p, at) => `<div class="card" onclick="go(${at})"><h3>${t}</h3><p>${p}</p></div>`),
  ],
  [
    'listing',
    'cards opened by a script, with a day between title and teaser',
    listed(
      (t, p, at) =>
        `<div class="row" onclick="go(${at})"><h3>${t}</h3><span>20/11/2026</span><p>${p}</p></div>`,
    ),
  ],
  [
    'listing',
    'results of a search with long parts of texts',
    `<title>القمح - بحث</title><h1>نتائج البحث عن: القمح</h1>${STORIES.map(([t, p], at) => `<div><a href="/n/${at}">${t}</a></div><div>${p} ${p} ${p}</div>`).join('')}`,
  ],
  [
    'listing',
    'the columns of a writer',
    `<title>سالم بن عاشور</title><h1>سالم بن عاشور</h1><p>كاتب وباحث في التاريخ الاقتصادي، نشر سبعة كتب عن الأسواق والموانئ القديمة.</p>${STORIES.map(([t, p], at) => `<article><h2><a href="/n/${at}">${t}</a></h2><p>${p} ${p} ${p}</p></article>`).join('')}`,
    'https://maraya.example/author/salem',
  ],
  [
    'listing',
    'a programme and its episodes',
    `<title>مساء المرايا</title><h1>مساء المرايا</h1><p>برنامج يومي يناقش أبرز ما شهدته المدينة، وتذاع حلقاته في العاشرة مساء كل يوم عدا الجمعة.</p>${STORIES.map(([, p], at) => `<div><h3><a href="/v/${at}">حلقة ${at + 10} نوفمبر 2026</a></h3><p>${p}</p></div>`).join('')}`,
  ],
  [
    'listing',
    'cards of a subject that a script opens, below an introduction',
    `<title>التعليم | مرايا</title><meta property="og:type" content="article"><h1>التعليم</h1><p>في هذه الصفحة كل ما نشرناه عن المدارس والجامعات والمناهج والامتحانات.</p>${STORIES.map(([t, p], at) => `<div class="card"><span>${t}</span><p>${p}</p><span>${at + 10}/11/2026</span></div>`).join('')}`,
  ],
  [
    'listing',
    'a home page that states an article and a time',
    `<title>مرايا</title><meta property="og:type" content="article"><meta property="article:published_time" content="2026-11-29T05:50:00Z"><h1><a href="/n/1">مكتبة الوادي تفتح قاعة للأطفال</a></h1><p>${STORIES.map(([, p]) => p).join(' ')}</p>${[...STORIES, ...STORIES].map(([t, p], at) => `<article><h3><a href="/n/${at}">${t}</a></h3><p>${p}</p></article>`).join('')}`,
    'https://maraya.example/',
  ],
  [
    'static-page',
    'the contents of a printed issue',
    `<title>المرايا - العدد 6612</title><h1>محتويات العدد</h1>${STORIES.map(([t], at) => `<h2>الصفحة ${at + 1}</h2><ul><li>${t}</li></ul>`).join('')}<p>تحميل العدد كاملا يحتاج إلى اشتراك سار، ويبقى الأرشيف متاحا للمشتركين.</p>`,
  ],
  [
    'static-page',
    'rules in the make of an article',
    `<title>سياسة الخصوصية</title><meta property="article:published_time" content="2023-08-01T10:00:00Z"><meta name="author" content="سهى الدالي"><h1>سياسة الخصوصية وملفات الارتباط</h1>${TEXT}`,
  ],
  [
    'static-page',
    'about, in the make of an article at its own address',
    `<title>من نحن</title><meta property="article:published_time" content="2019-02-11T12:00:00Z"><h1>من نحن</h1>${TEXT}`,
    'https://maraya.example/pages/about',
  ],
  [
    'static-page',
    'terms for advertisers',
    `<title>شروط النشر والإعلان</title><meta property="og:type" content="article"><h1>شروط النشر والإعلان</h1>${TEXT}`,
  ],
  [
    'static-page',
    'a form to sign in and what it sells',
    `<title>تسجيل الدخول</title><h1>سجّل الدخول لمتابعة القراءة</h1>${TEXT}`,
  ],
  [
    'static-page',
    'the offer of a newsletter',
    `<title>اشترك في نشرة السبت</title><h1>اشترك في نشرة السبت</h1>${TEXT}`,
  ],
  [
    'static-page',
    'a board of vacancies',
    `<title>وظائف شاغرة في المدينة</title><h1>وظائف شاغرة في المدينة</h1>${TEXT}`,
  ],
  [
    'static-page',
    'the stars of the day',
    `<title>حظك اليوم</title><meta property="article:published_time" content="2026-11-29T05:00:00Z"><h1>حظك اليوم</h1>${TEXT}`,
  ],
  [
    'static-page',
    'the hours of prayer',
    `<title>مواقيت الصلاة في المنامة</title><meta property="og:type" content="article"><h1>مواقيت الصلاة في المنامة اليوم</h1>${TEXT}`,
  ],
  [
    'listing',
    'the archive of a day',
    `<title>أرشيف</title><h1>أرشيف يوم الأحد 9 مارس 2014</h1>${STORIES.map(([t, p]) => `<p><b>${t}</b></p><p>${p}</p>`).join('')}`,
  ],
  [
    'static-page',
    'a poll and its result',
    `<title>استفتاء</title><main><div class="poll-page"><h1>هل تؤيد إغلاق الكورنيش أمام السيارات؟</h1><p>مجموع الأصوات: 2214. نتائج هذا الاستفتاء لا تعبر إلا عن رأي المشاركين فيه، ولا يعتد بها علميا.</p></div></main>`,
  ],
  [
    'consent-wall',
    'a long choice and nothing else',
    `<title>${STORIES[0]?.[0]}</title><div><h1>مرحبا بك! اختر كيف تريد قراءة موقعنا</h1><p>تابع القراءة مجانا مع الإعلانات: نعالج نحن وشركاؤنا بياناتك الشخصية مثل عنوان الشبكة ومعرفات الأجهزة، لعرض محتوى وإعلانات تناسب ما يهمك وقياس أثرها، وتطوير خدماتنا، ولك أن تسحب موافقتك متى شئت.</p><p>أو اشترك في النسخة الخالية من الإعلانات مقابل مبلغ صغير كل شهر دون أي تتبع لك على الموقع.</p></div>`,
  ],
  [
    'listing',
    'a shelf of films',
    listed(
      (t, _p, at) =>
        `<div><a href="/v/${at}"><img src="/t.jpg"></a><span>${t}</span><em>03:1${at}</em></div>`,
    ),
  ],
  [
    'listing',
    'blocks in a link',
    listed((t, p, at) => `<div><a href="/n/${at}"><div class="t">${t}</div></a><p>${p}</p></div>`),
  ],
  [
    'listing',
    'rows of a table',
    `<table>${STORIES.map(([t, p], at) => `<tr><td><a href="/n/${at}">${t}</a></td></tr><tr><td>${p}</td></tr>`).join('')}</table>`,
  ],
  [
    'listing',
    'the home page',
    `<title>مرايا</title><h1>مكتبة الوادي تفتح قاعة للأطفال</h1>${TEXT}`,
    'https://maraya.example/',
  ],
  [
    'listing',
    'its index',
    `<title>مرايا</title><h1>مكتبة الوادي تفتح قاعة للأطفال</h1>${TEXT}`,
    'https://maraya.example/index.php',
  ],
  ['static-page', 'about', `<title>من نحن - مرايا</title><h1>من نحن</h1>${TEXT}`],
  ['static-page', 'privacy', `<title>سياسة الخصوصية | مرايا</title><h2>سياسة الخصوصية</h2>${TEXT}`],
  [
    'static-page',
    'privacy-policy',
    `<title>سياسة الخصوصية في موقع مرايا | مرايا</title><meta property="og:site_name" content="مرايا"><h1>سياسة الخصوصية في موقع مرايا</h1>${TEXT}`,
  ],
  [
    'static-page',
    'terms in English',
    `<title>Terms of Use - Maraya</title><h1>Terms of Use</h1>${TEXT}`,
  ],
  [
    'static-page',
    'legal notice in French',
    `<title>Mentions légales</title><h1>Mentions légales</h1>${TEXT}`,
  ],
  [
    'static-page',
    'contact behind the title of a story',
    `<title>${STORIES[0]?.[0]} - مرايا</title><h1>اتصل بنا</h1>${TEXT}`,
  ],
  ['static-page', 'about the paper', `<title>مرايا</title><h1>عن الصحيفة</h1>${TEXT}`],
  ['static-page', 'a form to sign in', `<title>تسجيل الدخول</title><h1>تسجيل الدخول</h1>${TEXT}`],
  [
    'static-page',
    'repairs of the site',
    `<title>مرايا</title><h1>الموقع تحت الصيانة</h1><p>نعود إليكم بعد ساعات بحلة جديدة وأخبار أكثر من كل المدن.</p>`,
  ],
  [
    'static-page',
    'a form to sign in, in French',
    `<title>Connexion</title><h1>Connexion</h1>${TEXT}`,
  ],
  [
    'soft-404',
    'words without the article',
    `<title>صفحة غير موجودة</title><h2>404</h2><p>عد إلى الصفحة الأولى لمتابعة الأخبار أو ابحث عن الخبر في الأرشيف.</p>`,
  ],
  [
    'soft-404',
    'words in the text alone',
    `<title>مرايا</title><h1>خطأ</h1><p>هذا الخبر لم يعد متاحا. ربما حذفه المحرر أو انتهت مدة نشره، ويمكنكم متابعة بقية الأخبار.</p>`,
  ],
  [
    'soft-404',
    'words of regret before',
    `<title>مرايا</title><h1>نأسف، لم نعثر على الخبر</h1><p>ربما حذف أو تغير عنوانه، ويمكنكم متابعة بقية الأخبار من الصفحة الأولى.</p>`,
  ],
  [
    'soft-404',
    'French words',
    `<title>Page introuvable</title><h1>Page introuvable</h1><p>La page a été déplacée ou supprimée, revenez à l'accueil pour lire nos articles.</p>`,
  ],
  [
    'soft-404',
    'a missing page behind the metadata of an article',
    `<title>${STORIES[0]?.[0]}</title><meta property="og:type" content="article"><meta property="og:title" content="${STORIES[0]?.[0]}"><h1>عذرا، الصفحة غير موجودة</h1><p>ربما حذفت أو نقلت إلى عنوان آخر، ويمكنك العودة إلى الصفحة الرئيسية أو البحث عما تريد في أعلى الصفحة.</p>`,
  ],
];

const read = (html: string, url = 'https://maraya.example/local/page') =>
  readArticle(parseDocument(html, url), { crawlers });

describe('no article', () => {
  it.each(PAGES)('%s: %s', (kind, _name, html, url) => {
    expect(read(html, url)).toMatchObject({ kind, reason: expect.any(String) });
  });

  const H = STORIES[3]?.[0] ?? '';
  const ARTICLES: [name: string, html: string, url?: string][] = [
    [
      'sub-heads with short paragraphs',
      `<title>${H}</title><h1>${H}</h1><p>${STORIES[0]?.[1]}</p>${STORIES.map(([t, p]) => `<h3>${t}</h3><p>${p}</p>`).join('')}`,
    ],
    [
      'an address with a query at the root',
      `<title>${H}</title><h1>${H}</h1>${TEXT}`,
      'https://maraya.example/?p=12',
    ],
    [
      'an article that says so at the root',
      `<title>${H}</title><meta property="article:published_time" content="2026-03-01T10:00:00Z"><h1>${H}</h1>${TEXT}`,
      'https://maraya.example/',
    ],
    [
      'a headline that begins as a page of the site does',
      `<title>من نحن اليوم؟</title><h1>من نحن اليوم؟</h1>${TEXT}`,
    ],
    [
      'a headline that begins as the name of a subject does',
      `<title>أرشيف: مدينة تبحث عن أوراقها</title><h1>أرشيف: مدينة تبحث عن أوراقها</h1>${TEXT}`,
    ],
    [
      'a search that found nobody',
      `<title>لم يتم العثور على ناجين في الطائرة</title><h1>لم يتم العثور على ناجين في الطائرة</h1>${TEXT}`,
    ],
    [
      'lines behind pictures that are sentences',
      `<title>${H}</title><h1>${H}</h1>${STORIES.map(([, p]) => `<img src="/p.jpg" width="600"><p>${p}</p>`).join('')}`,
    ],
    [
      'a column with that name',
      `<title>من نحن</title><meta property="article:published_time" content="2026-03-01T10:00:00Z"><h1>من نحن</h1>${TEXT}`,
    ],
    [
      'links to other articles between paragraphs',
      `<title>${H}</title><h1>${H}</h1>${TEXT}${STORIES.map(([t], at) => `<p><a href="/n/${at}">${t}</a></p>`).join('')}`,
    ],
  ];
  it.each(ARTICLES)('but an article: %s', (_name, html, url) => {
    expect(read(html, url).kind).toBe('article');
  });
});

const WALLS: [paywalled: boolean, line: string][] = [
  [true, 'هذا المحتوى للمشتركين فقط. اشترك الآن لقراءة المقال كاملا.'],
  [true, 'اشترك لمتابعة القراءة'],
  [true, 'Cet article est réservé aux abonnés.'],
  [true, 'Subscribe to continue reading.'],
  [true, 'سجل الدخول لقراءة المقال كاملا'],
  [false, 'سجل الدخول للتعليق'],
  [false, 'اشترك في نشرتنا البريدية'],
  [false, 'Abonnez-vous à notre newsletter'],
];

describe('a teaser before a paywall', () => {
  it.each(WALLS)('%s: %s', (paywalled, line) => {
    const html = `<title>${STORIES[5]?.[0]}</title><article><h1>${STORIES[5]?.[0]}</h1><p>${STORIES[5]?.[1]} ${STORIES[0]?.[1]}</p><div class="w"><p>${line}</p></div></article>`;
    const reading = read(html) as Reading;
    expect(reading.kind).toBe('article');
    expect(reading.rights.paywalled).toBe(paywalled);
  });
});

const PICTURES: [kept: boolean, url: string][] = [
  [true, 'https://maraya.example/a.jpg'],
  [true, 'https://203.0.114.9/a.jpg'],
  [false, 'http://169.254.169.254/latest/meta-data/'],
  [false, 'http://10.1.2.3/a.jpg'],
  [false, 'http://[::1]/a.jpg'],
  [false, 'http://0x7f000001/a.jpg'],
  [false, 'http://localhost:8080/a.jpg'],
  [false, 'http://cms.internal/a.jpg'],
];

describe('a picture', () => {
  it.each(PICTURES)('is kept: %s, at %s', (kept, url) => {
    const html = `<title>${STORIES[5]?.[0]}</title><meta property="og:image" content="${url}"><h1>${STORIES[5]?.[0]}</h1>${TEXT}`;
    expect((read(html) as Reading).image?.value.url).toBe(kept ? url : undefined);
  });
});
