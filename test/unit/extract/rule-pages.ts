/**
 * A page for each rule of removal and each crawler: read without it, the page gives another article.
 * A rule or a crawler without its page is there for nothing.
 */
export const PARAGRAPHS = [
  'أعادت بلدية رأس الوادي فتح الجسر القديم أمام المشاة بعد أعمال تدعيم استمرت خمسة أشهر، وشملت الركائز الحجرية والدرابزين الحديدي الذي تآكل بفعل الرطوبة.',
  'وقالت المهندسة المشرفة سلمى الحايك إن الفريق استعمل حجارة من المقلع نفسه الذي بني منه الجسر قبل مئة وعشرين عاما، وإن الإنارة ستعمل قبل نهاية الشهر.',
  'ويستعمل الجسر كل يوم نحو ألفي شخص بين ضفتي المدينة، وكان التجار قد شكوا من أن الإغلاق أبعد الزبائن عن سوق الضفة الشرقية.',
  'ووعد رئيس البلدية بأن يبدأ العمل في الجسر الثاني بعد موسم الأمطار إذا وصلت المنحة التي أقرها مجلس المحافظة في الربيع.',
];
const P = PARAGRAPHS;
/** Their headline. */
export const H = 'رأس الوادي تفتح جسرها القديم أمام المشاة';
const REL =
  'تستعد فرق الدفاع المدني في المحافظة لموسم الأمطار بتنظيف مجاري السيول، وتدعو السكان إلى الابتعاد عن الأودية في الأيام المقبلة.';
const AD =
  'سجّل الآن في دورات المعهد العربي للغات واحصل على خصم ثلاثين في المئة حتى نهاية الأسبوع، فالمقاعد محدودة والشهادات معتمدة في جميع الفروع.';

const p = (text: string): string => `<p>${text}</p>`;
const pp = (texts: readonly string[]): string => texts.map(p).join('');
const nav =
  '<header><a href="/">الضفة</a><nav><a href="/a">محليات</a><a href="/b">اقتصاد</a></nav></header>';
const doc = (head: string, body: string): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><title>${H} - الضفة</title><meta property="og:title" content="${H}"><meta property="og:site_name" content="الضفة">${head}</head>${body}</html>`;

/** What stands before the text, amid it and at its end. */
interface Places {
  readonly before?: string;
  readonly amid?: string;
  readonly end?: string;
}

const pageOf = ({ before = '', amid = '', end = '' }: Places): string =>
  doc(
    '',
    `<body>${nav}<main><h1>${H}</h1><div class="x1">${before}${pp(P.slice(0, 2))}${amid}${pp(P.slice(2))}${end}</div></main></body>`,
  );

const LINES: Readonly<Record<string, Places>> = {
  'said twice': { before: `<div class="d-md-none">${pp(P.slice(0, 1))}</div>` },
  repeat: { amid: p(H) },
  signal: { amid: `<div class="newsletter-box"><p>${REL}</p></div>` },
  label: { end: '<h4>الأكثر قراءة</h4>' },
  'page label': { end: p('مشاركة عبر البريد الإلكتروني') },
  'bare reference': { end: p('#رأس_الوادي #جسور @aldaffa') },
  'reader address': { end: p('تابعوا صفحتنا لتصلكم أخبار الوادي أولا بأول') },
  'publisher notice': {
    end: p(
      'يمنع نقل المادة أو نسخها من دون إذن خطي من إدارة الصحيفة، ويجوز اقتباس ثلاثين كلمة مع ذكر المصدر.',
    ),
  },
  'Latin call': { end: p('Follow us on Telegram for more stories from the valley') },
  'desk note': { end: p('(إعداد سامر الحجلي للنشرة العربية - تحرير منى الراوي)') },
  'author note': { end: p('* كاتب وباحث من رأس الوادي') },
  caption: {
    amid: '<div><img src="/b.jpg"><p>القوس الأوسط من الجسر كما يبدو من ضفة السوق</p></div>',
  },
  teaser: {
    amid: `<div class="k1"><h4><a href="/news/7">الدفاع المدني ينظف مجاري السيول في الوادي</a></h4><p>${REL}</p></div>`,
  },
  clock: { amid: p('09:05 ص') },
  embedded: {
    end: '<blockquote><p>افتتحنا الجسر القديم هذا الصباح مع أهل الضفتين، وشكرا لكل من صبر معنا.</p></blockquote><p>— بلدية رأس الوادي (@rasalwadi) <a href="https://x.test/1">الثلاثاء في الصباح</a></p>',
  },
  credit: { end: p('المصدر: وكالات') },
  'skip link': {
    amid: `<div><a href="#after-box">تخطى قصص مقترحة وواصل القراءة</a><p>${REL}</p></div><p id="after-box">نهاية قصص مقترحة</p>`,
  },
  linked: {
    amid: '<ul><li><a href="/1">سوق الضفة الشرقية يستعيد زبائنه بعد الصيف</a></li><li><a href="/2">مقلع الحجارة القديم يفتح أبوابه للزوار</a></li></ul>',
  },
  'behind a label': {
    amid: '<p>اقرأ أيضا</p><ul><li>سوق الضفة الشرقية يستعيد زبائنه</li><li>مقلع الحجارة القديم يفتح أبوابه</li></ul>',
  },
  'slide show': {
    amid: '<div class="s"><div><img src="/1.jpg"><h5>1/3 القوس الأوسط</h5><p>نحتت حجارته في المقلع القديم ونقلت على ظهور البغال في شتاء واحد.</p></div><div><img src="/2.jpg"><h5>2/3 الركائز الشرقية</h5><p>غمرها الماء ثلاث مرات في القرن الماضي ولم يتحرك منها حجر واحد.</p></div></div>',
  },
  'pulled quote': { amid: `<blockquote>وإن الإنارة ستعمل قبل نهاية الشهر</blockquote>` },
  'beside a label': { end: '<p>هل كان هذا المقال مفيدا؟</p><p>نعم</p><p>لا</p>' },
  'label box': {
    amid: '<div><div>الضفة الشرقية</div><div>2 - 1</div><div>الضفة الغربية</div></div>',
  },
  'behind the comments': {
    end: `<p>تعليقات القراء (2)</p><div><p>متى يبدأ العمل في الجسر الثاني؟ نحن ننتظر منذ سنوات طويلة ولا أحد يجيب عن أسئلتنا.</p></div><div><p>شكرا للمهندسة وفريقها، لقد مشيت عليه اليوم مع أولادي أول مرة منذ الربيع.</p></div>`,
  },
  'before the text': { before: '<p>ملف الجسور القديمة</p>' },
};

const NEWSPAPER = doc(
  '<meta name="generator" content="WordPress 6.4"><link rel="stylesheet" href="/wp-content/plugins/td-composer/legacy/Newspaper/style.css">',
  `<body class="post-template-default single single-post td-standard-pack tdb-template">${nav}<div id="td-outer-wrap" class="td-theme-wrap"><div class="td-main-content"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/category/m/">محليات</a></li></ul><header class="td-post-title"><h1 class="entry-title">${H}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">بواسطة</div> <a href="/author/hs/">هدى سرحان</a></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2026-11-17T10:20:00+03:00">17 نوفمبر، 2026</time></span></div></header></div><div class="td-post-content tagdiv-type">${pp(P.slice(0, 2))}<div class="td-a-rec td-a-rec-id-content_inline tdi_2 td_block_template_1"><p>${AD}</p></div>${pp(P.slice(2, 3))}<div class="td_block_wrap td_block_inline tdi_9 td_uid_4"><p>${REL}</p></div>${pp(P.slice(3))}</div></div></div></body>`,
);

/** Pages of rules, by the rule's name; what a crawler cuts out is the page of `cut`. */
export const rulePages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(LINES).map(([name, places]) => [name, pageOf(places)])),
  cut: NEWSPAPER,
};

/** Pages of crawlers, by the crawler's name, in the markup of its family. */
export const crawlerPages: Readonly<Record<string, string>> = {
  newspaper: NEWSPAPER,
  drupal: doc(
    '<meta name="Generator" content="Drupal 7 (http://drupal.org)">',
    `<body class="html not-front page-node page-node- node-type-article">${nav}<div id="content"><h1 id="page-title">${H}</h1><div id="node-41" class="node node-article"><div class="submitted">نشره هدى سرحان بتاريخ 17 نوفمبر 2026 - 10:20</div><div class="content"><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded">${pp(P)}</div></div></div><div class="field field-name-field-note field-type-text-long"><div class="field-items"><div class="field-item even"><p>${REL}</p></div></div></div><div class="field field-name-field-section"><div class="field-items"><div class="field-item even"><a href="/taxonomy/term/3">محليات</a></div></div></div><div class="field field-name-field-tags"><div class="field-items"><div class="field-item even"><a href="/tags/j">جسور</a></div></div></div></div></div></div></body>`,
  ),
  jannah: doc(
    '',
    `<body id="tie-body" class="x">${nav}<div id="tie-container"><div id="tie-wrapper"><div id="content"><article id="the-post" class="container-wrapper post-content"><header class="entry-header-outer"><div class="entry-header"><h1 class="post-title entry-title">${H}</h1><div class="post-meta"><span class="meta-author"><a class="author-name" href="/?author=4">رومان صيرفي</a></span></div></div></header><div class="entry-content entry clearfix">${pp(P)}</div></article></div></div></div></body>`,
  ),
  wordpress: doc(
    '<meta name="generator" content="WordPress 6.8.3">',
    `<body class="wp-singular single single-post postid-712">${nav}<main><article class="post-712 post"><header class="entry-header"><h1 class="entry-title">${H}</h1><p class="entry-meta"><span class="author"><a href="/?author=4">رومان صيرفي</a></span></p></header><div class="entry-content">${pp(P)}</div></article></main></body>`,
  ),
  blogger: doc(
    '<meta content="blogger" name="generator"/>',
    `<body class="loading">${nav}<div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="date-outer"><h2 class="date-header"><span>17/11/2026</span></h2><div class="post hentry"><h3 class="post-title entry-title">${H}</h3><div class="post-body entry-content" id="post-body-88"><div class="separator"><img src="/x.jpg"/></div><div class="separator">الجسر القديم كما بدا صباح الثلاثاء بعد رفع السقالات عن ركائزه الشرقية والغربية كلها</div>${P.join('<br/><br/>')}<div class="separator">لوحة رخامية قديمة تحمل تاريخ البناء وأسماء الذين نحتوا حجارة القوس الأوسط من الجسر</div></div></div></div></div></div></body>`,
  ),
  joomla: doc(
    '<meta name="generator" content="Joomla! - Open Source Content Management">',
    `<body class="site com_content view-article">${nav}<div class="item-page"><div class="page-header"><h2>${H}</h2></div><dl class="article-info"><dd class="createdby"><span itemprop="name">رومان صيرفي</span></dd></dl><div class="com-content-article__body">${pp(P)}</div></div></body>`,
  ),
};
