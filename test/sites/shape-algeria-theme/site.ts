import { escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-algeria-theme.test';
const NAME = 'صدى الأطلس';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list(
  'الجزائر|الجزائر العميقة|اقتصاد|العالم|رياضة|ثقافة وفن|مجتمع|الرأي|جواهر الشروق القديم|فيديو|النسخة الورقية',
);
const LATEST = list(
  '19:40~وزارة التربية: الرزنامة الجديدة لاختبارات الفصل الثاني|19:22~تفكيك شبكة وطنية لتهريب المركبات بالطارف|18:58~الأرصاد: أمطار رعدية على الولايات الوسطى إلى غاية الإثنين|18:31~هذه قيمة زكاة الفطر لهذا العام|17:49~انطلاق عملية بيع الأضاحي المستوردة الشهر القادم|17:05~بنك الجزائر: تراجع طفيف لسعر الأورو',
);
const EXCERPTS = list(
  'كشف مصدر مسؤول أن العملية ستشمل في مرحلتها الأولى عشر ولايات، على أن تعمم قبل نهاية السنة.|أدانت محكمة الجنح المتهمين بعقوبات تراوحت بين عامين وخمسة أعوام حبسا نافذا مع غرامات مالية.|دعت المصالح المختصة مستعملي الطرق إلى توخي الحيطة والحذر في المرتفعات خلال الساعات القادمة.|أبدى المتعاملون ارتياحهم للإجراءات الجديدة التي ستخفض آجال الحصول على الرخص إلى شهر واحد.',
);

const card = (title: string, at: number): string =>
  `<article class="sa-card sa-card--h"><a class="sa-card__img" href="/2026/02/1${at}/p${at}/"><img loading="lazy" src="/wp-content/uploads/2026/02/c${at}-300x169.jpg" alt=""></a><div class="sa-card__bd"><span class="sa-card__ctg">${MENU[at]}</span><h3 class="sa-card__ttl"><a href="/2026/02/1${at}/p${at}/">${escapeText(title)}</a></h3><p class="sa-card__exc">${EXCERPTS[at % 4]}</p><div class="sa-card__mt"><span>2026/02/1${at}</span></div></div></article>`;

const letter =
  '<div class="sa-nl"><div class="sa-nl__ic"></div><div class="sa-nl__tx"><strong>النشرة اليومية</strong><span>ملخص أخبار اليوم في رسالة واحدة كل مساء</span></div><form class="sa-nl__fm"><input type="email" placeholder="بريدك الإلكتروني"><button>سجل</button></form></div>';

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description = '', keywords = [] } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const parts = readBlocks(article).map(({ kind, text }) =>
    kind === 'heading' ? `<h4>${escapeText(text)}</h4>` : `<p>${escapeText(text)}</p>`,
  );
  parts.splice(
    2,
    0,
    `<div class="sa-rel"><span class="sa-rel__lb">طالع أيضا</span><a href="/2026/01/20/x/">${print.box}</a></div>`,
  );
  parts.splice(4, 0, letter);
  const others = othersThan(article, articles, 2).map(({ headline }) => headline);
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Article',
        headline: article.headline,
        datePublished: print.iso,
        dateModified: print.iso,
        author: { name: 'sada-admin', '@id': `${ORIGIN}/#/schema/person/1` },
        publisher: { '@id': `${ORIGIN}/#organization` },
        image: { '@id': `${ORIGIN}${article.path}#primaryimage` },
        articleSection: [section],
      },
      { '@type': 'Organization', '@id': `${ORIGIN}/#organization`, name: NAME, url: ORIGIN },
    ],
  };
  const comments = list(print.talk).map((entry) => {
    const [who, what] = entry.split('~');
    return `<li class="sa-cm"><div class="sa-cm__hd"><b>${who}</b><time>منذ يومين</time></div><div class="sa-cm__tx">${what}</div><a class="sa-cm__rp" href="#">رد</a></li>`;
  });
  return `<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} &#8211; ${NAME}</title><meta name="description" content="${escapeText(description)}">
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}"><meta property="og:locale" content="ar_AR"><meta property="og:type" content="article"><meta property="og:title" content="${title} - ${NAME}"><meta property="og:description" content="${escapeText(description)}"><meta property="og:site_name" content="${NAME}"><meta property="article:published_time" content="${print.iso}"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta name="author" content="sada-admin">
<script type="application/ld+json" class="yoast-schema-graph">${scriptJson(data)}</script><link rel="stylesheet" href="/wp-content/themes/sada/style.css?ver=4.2"><meta name="generator" content="WordPress 6.7.1"></head>
<body class="rtl sa-single"><header class="sa-hd"><div class="sa-hd__top"><span>الثلاثاء 17 فيفري 2026</span><a href="/journal">تصفح الجريدة</a></div><a class="sa-lg" href="/"><img src="/wp-content/themes/sada/logo.svg" alt="${NAME}"></a><nav class="sa-mn"><ul>${MENU.map((one) => `<li><a href="/c/${encodeURI(one)}/">${one}</a></li>`).join('')}</ul></nav></header>
<div class="sa-pg"><main class="sa-ct"><div class="sa-art"><div class="sa-art__hd"><a class="sa-art__ctg" href="/c/x/">${section}</a>${print.kicker ? `<div class="sa-art__srt">${print.kicker}</div>` : ''}<h1 class="sa-art__ttl">${title}</h1>
<div class="sa-art__mt"><span class="sa-art__wr">${article.author?.[0] ?? ''}</span><span class="sa-art__dt">${print.day}</span><span class="sa-art__cn">${comments.length}</span></div><div class="sa-shr"><a>فيسبوك</a><a>تويتر</a><a>واتساب</a></div></div>
<figure class="sa-art__fig"><img src="${image?.path}" width="${image?.width}" height="${image?.height}" alt=""><figcaption>${image?.caption ?? 'ح.م'}</figcaption></figure>
<div class="sa-art__tx">${parts.join('\n')}${print.tail ? `<p>${print.tail}</p>` : ''}</div>
<div class="sa-art__tg">${keywords.map((one) => `<a href="/t/${encodeURI(one)}/">#${one}</a>`).join('')}</div>
<div class="sa-cms"><h3>التعليقات (${comments.length})</h3><ul>${comments.join('')}</ul><form><textarea placeholder="تعليقك"></textarea><p class="sa-cms__nt">لن يتم نشر التعليقات التي تتضمن شتما أو تجريحا.</p><button>أرسل</button></form></div></div>
<section class="sa-sec"><h2 class="sa-sec__ttl">مقالات ذات صلة</h2>${others.map(card).join('\n')}</section><section class="sa-sec"><h2 class="sa-sec__ttl">الأكثر تفاعلا</h2>${LATEST.map((one, at) => card(one.split('~')[1] ?? '', at)).join('\n')}</section></main>
<aside class="sa-sd"><div class="sa-bx"><div class="sa-bx__ttl">آخر الأخبار</div>${LATEST.map((one) => `<div class="sa-ln"><time>${one.split('~')[0]}</time><a href="/l/">${one.split('~')[1]}</a></div>`).join('')}</div><div class="sa-bx"><div class="sa-bx__ttl">سبر آراء</div><p>هل أنت مع تقليص ساعات التدريس في الطور الابتدائي؟</p><label><input type="radio">نعم</label><label><input type="radio">لا</label></div></aside></div>
<footer class="sa-ft"><p>جميع الحقوق محفوظة لجريدة ${NAME} 2026 ©</p></footer></body></html>`;
}

/** An Algerian daily on a WordPress theme made for it, with short class names of its own. */
export const site: ReplicaSite = {
  id: 'shape-algeria-theme',
  name: NAME,
  family: 'wordpress-own-theme',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /wp-admin/\n' } }),
};
