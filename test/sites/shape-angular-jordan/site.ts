import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-angular-jordan.test';
const NAME = 'البلقاء نيوز';
const MENU =
  'الرئيسية|محليات|برلمان|اقتصاد|عربي ودولي|رياضة|محافظات|جامعات ومدارس|مقالات|وفيات|فيديو|صحة|تكنولوجيا|منوعات|وظائف شاغرة|كاريكاتير|أسعار الذهب';
const READ = [
  'الأرصاد: منخفض جوي من الدرجة الثانية يؤثر على المملكة مساء الأربعاء',
  'ضبط مركبة تسير بسرعة 193 كم/س على طريق وادي الريحان',
  'مدعوون للامتحان التنافسي في مؤسسات حكومية (أسماء)',
  'انخفاض غرام الذهب عيار 21 نصف دينار في السوق المحلية',
  'إغلاق جزئي لجسر الكرامة الشمالي لأعمال صيانة تستمر 10 أيام',
  'الضمان: لا تعديل على سن تقاعد الشيخوخة للمشتركين الحاليين',
  'نادي الشعلة يتعاقد مع مدرب صربي حتى نهاية الموسم',
  'وفيات الثلاثاء في محافظات المملكة',
];
const C = '_ngcontent-serverapp-c';

/** Characters as Angular's transfer state wrote them up to version 15. */
function stateText(value: unknown): string {
  const marks = new Map([...'&"\'<>'].map((mark, at) => [mark, `&${'aqslg'[at]};`]));
  return JSON.stringify(value).replace(/[&"'<>]/gu, (mark) => marks.get(mark) ?? mark);
}

function bodyHtml(article: SiteArticle): string {
  const { print = {} } = article;
  const blocks = readBlocks(article).slice(print.lead ? 1 : 0);
  const parts = blocksHtml(blocks, { heading: 'h2', paragraph: 'p style="text-align: justify;"' });
  if (print.opening) {
    parts[0] = (parts[0] ?? '').replace('">', `">${escapeText(print.opening)}`);
  }
  if (print.box) {
    const also = `<p style="text-align: justify;"><span style="color:#c0392b;"><strong>اقرأ أيضاً : </strong></span><a href="/article/${print.boxId}"><strong>${escapeText(print.box)}</strong></a></p>`;
    parts.splice(3, 0, also);
  }
  if (print.tail) parts.push(`<p style="text-align: justify;">${escapeText(print.tail)}</p>`);
  return parts.join('\n');
}

function head(article: SiteArticle): string {
  const { image, print = {}, description } = article;
  const url = ORIGIN + encodeURI(article.path);
  const meta = (key: string, value?: string) =>
    value ? `<meta property="${key}" content="${escapeText(value)}">` : '';
  return `<meta charset="utf-8">
<title>${escapeText(article.headline)} | ${NAME}</title>
<base href="/">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="theme-color" content="#0b4f6c">
<link rel="icon" type="image/x-icon" href="favicon.ico"><link rel="manifest" href="manifest.webmanifest">
<style>@font-face{font-family:'Cairo';font-style:normal;font-weight:400;font-display:swap;src:url(/assets/fonts/cairo.woff2) format('woff2')}</style>
<style>:root{--bs-blue:#0d6efd;--bs-font-sans-serif:"Cairo",sans-serif}*,*::before,*::after{box-sizing:border-box}body{margin:0;font-family:var(--bs-font-sans-serif)}</style><link rel="stylesheet" href="styles.6f4be52a90d3cd1f.css" media="print" onload="this.media='all'"><noscript><link rel="stylesheet" href="styles.6f4be52a90d3cd1f.css"></noscript>
<style ng-transition="serverApp">.mat-icon[_ngcontent-serverapp-c71]{height:20px}.navbar-main[_ngcontent-serverapp-c71]{background:#0b4f6c}</style><style ng-transition="serverApp">.article-title[_ngcontent-serverapp-c118]{font-size:28px;line-height:1.6}.article-body[_ngcontent-serverapp-c118]     p{font-size:18px;line-height:2}.most-read[_ngcontent-serverapp-c96]   .num[_ngcontent-serverapp-c96]{color:#d9534f}</style>
${description ? `<meta name="description" content="${escapeText(description)}">` : ''}
${article.keywords ? `<meta name="keywords" content="${escapeText(article.keywords.join(', '))}">` : ''}
<link rel="canonical" href="${url}">
${meta('og:type', 'article')}${meta('og:site_name', NAME)}${meta('og:locale', 'ar_JO')}
${meta('og:title', article.headline)}${meta('og:description', description)}${meta('og:url', url)}
${image ? meta('og:image', ORIGIN + image.path) + meta('og:image:width', String(image.width ?? 850)) + meta('og:image:height', String(image.height ?? 567)) : ''}
${meta('article:published_time', print.published)}${meta('article:modified_time', print.modified)}
<meta name="twitter:card" content="summary_large_image"><meta name="twitter:title" content="${escapeText(article.headline)}">
<script async src="https://www.googletagmanager.test/gtag/js?id=G-4T0000000"></script><script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('js',new Date());gtag('config','G-4T0000000');</script>`;
}

const header = `<app-header ${C}143="" _nghost-serverapp-c71=""><div ${C}71="" class="top-bar d-none d-lg-block"><div ${C}71="" class="container d-flex justify-content-between"><span ${C}71="" class="today">الثلاثاء 17 شباط 2026 - 29 شعبان 1447 هـ</span><ul ${C}71="" class="list-inline social mb-0">${['facebook', 'twitter', 'instagram', 'youtube', 'whatsapp'].map((one) => `<li ${C}71="" class="list-inline-item"><a ${C}71="" target="_blank" aria-label="${one}" href="https://${one}.test/balqanews"><i ${C}71="" class="fab fa-${one}"></i></a></li>`).join('')}<!----></ul><span ${C}71="" class="weather">عمان <b ${C}71="">11°</b></span></div></div>
<nav ${C}71="" class="navbar navbar-expand-lg navbar-main"><a ${C}71="" routerlink="/" class="navbar-brand" href="/"><img ${C}71="" src="assets/img/logo.svg" alt="${NAME}"></a><ul ${C}71="" class="navbar-nav">${MENU.split(
  '|',
)
  .map(
    (one, at) =>
      `<li ${C}71="" routerlinkactive="active" class="nav-item"><a ${C}71="" class="nav-link" href="/category/${at}/${encodeURI(one)}">${one}</a><!----></li>`,
  )
  .join(
    '',
  )}<!----></ul><form ${C}71="" novalidate="" class="ng-untouched ng-pristine ng-valid"><input ${C}71="" type="search" formcontrolname="q" placeholder="ابحث في الموقع" class="form-control ng-untouched ng-pristine ng-valid" value=""></form></nav>
<app-breaking ${C}71="" _nghost-serverapp-c64=""><div ${C}64="" class="breaking"><span ${C}64="" class="label">عاجل</span><marquee ${C}64="" direction="right">${READ.slice(
  0,
  3,
)
  .map((one, at) => `<a ${C}64="" href="/article/${88120 + at}">${one}</a>`)
  .join(' • ')}</marquee></div></app-breaking></app-header>`;

const share = (place: string) =>
  `<share-buttons ${C}118="" theme="material-dark" class="${place}"><div class="sb-group sb-material-dark">${['facebook:فيسبوك', 'twitter:إكس', 'whatsapp:واتساب', 'telegram:تيليجرام', 'copy:نسخ الرابط', 'print:طباعة'].map((one) => `<button class="sb-button sb-${one.split(':')[0]}" aria-label="Share on ${one.split(':')[0]}"><div class="sb-content"><div class="sb-text">${one.split(':')[1]}</div></div></button>`).join('')}</div></share-buttons>`;

const card = (id: number, title: string, when: string) =>
  `<div ${C}96="" class="media-item d-flex"><span ${C}96="" class="num">${id % 10}</span><a ${C}96="" class="thumb" href="/article/${id}"><img ${C}96="" loading="lazy" src="assets/img/placeholder.png" alt="${escapeText(title)}"></a><div ${C}96="" class="media-body"><h3 ${C}96=""><a ${C}96="" href="/article/${id}">${escapeText(title)}</a></h3><small ${C}96="" class="text-muted">${when}</small></div></div>`;

const footer = `<app-footer ${C}143="" _nghost-serverapp-c72=""><footer ${C}72=""><div ${C}72="" class="container"><div ${C}72="" class="row"><div ${C}72="" class="col-md-4"><h4 ${C}72="">عن ${NAME}</h4><p ${C}72="">موقع إخباري أردني شامل يصدر عن شركة جبل السماق للخدمات الإعلامية، مرخص لدى هيئة الإعلام وفق أحكام قانون المطبوعات والنشر.</p></div><div ${C}72="" class="col-md-4"><ul ${C}72=""><li ${C}72=""><a ${C}72="" href="/page/about">من نحن</a></li><li ${C}72=""><a ${C}72="" href="/page/privacy">سياسة الخصوصية</a></li><li ${C}72=""><a ${C}72="" href="/page/terms">شروط الاستخدام</a></li><li ${C}72=""><a ${C}72="" href="/page/ads">أعلن معنا</a></li><li ${C}72=""><a ${C}72="" href="/contact">اتصل بنا</a></li></ul></div><div ${C}72="" class="col-md-4"><h4 ${C}72="">النشرة البريدية</h4><form ${C}72="" novalidate=""><input ${C}72="" type="email" placeholder="بريدك الإلكتروني"><button ${C}72="" type="submit">اشترك</button></form></div></div><p ${C}72="" class="copy">جميع الحقوق محفوظة © ${NAME} 2026، ولا يجوز إعادة نشر أي مادة دون الإشارة إلى المصدر. المواد المنشورة في زاوية المقالات تعبر عن رأي أصحابها.</p></div></footer></app-footer>`;

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {} } = article;
  const lead = print.lead ? readBlocks(article)[0]?.text : undefined;
  const html = bodyHtml(article);
  const section = article.articleSection?.[0] ?? '';
  const id = article.path.split('/')[2];
  const others = othersThan(article, articles, 2)
    .map((one) => one.headline)
    .concat(READ.slice(3, 7));
  const state = {
    [`G.json.https://api.shape-angular-jordan.test/v2/articles/${id}?`]: {
      b: {
        id: Number(id),
        title: article.headline,
        shoulder: print.kicker ?? null,
        sub_title: lead ?? null,
        content: html,
        publish_date: print.stamp,
        writer: print.byline ? { name: print.byline, avatar: null } : null,
        source: print.source ?? null,
        category: { id: 4, name: section },
        views: Number(print.views),
      },
      s: 200,
      st: 'OK',
      u: `https://api.shape-angular-jordan.test/v2/articles/${id}`,
      rt: 'json',
    },
    mostRead: READ.map((title, at) => ({ id: 88120 + at, title })),
  };
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head>${head(article)}</head>
<body class="mat-typography"><app-root _nghost-serverapp-c143="" ng-version="14.2.12">${header}<main ${C}143=""><router-outlet ${C}143=""></router-outlet><app-article-details _nghost-serverapp-c118=""><div ${C}118="" class="ad-slot leaderboard"><span ${C}118="">إعلان</span><div ${C}118="" id="div-gpt-ad-1611-0"></div></div>
<div ${C}118="" class="container"><nav ${C}118="" aria-label="breadcrumb"><ol ${C}118="" class="breadcrumb"><li ${C}118="" class="breadcrumb-item"><a ${C}118="" href="/">الرئيسية</a></li><li ${C}118="" class="breadcrumb-item"><a ${C}118="" href="/category/4">${section}</a></li><li ${C}118="" class="breadcrumb-item active">${escapeText(article.headline.slice(0, 38))}...</li></ol></nav>
<div ${C}118="" class="row"><div ${C}118="" class="col-lg-8"><div ${C}118="" class="article-wrapper">${print.kicker ? `<h4 ${C}118="" class="shoulder-title">${escapeText(print.kicker)}</h4>` : ''}<!---->
<h1 ${C}118="" class="article-title">${escapeText(article.headline)}</h1>
<div ${C}118="" class="article-info d-flex flex-wrap">${print.byline ? `<div ${C}118="" class="writer"><img ${C}118="" src="assets/img/avatar.png" alt=""><span ${C}118="">${escapeText(print.byline)}</span></div>` : ''}<!----><span ${C}118="" class="date"><i ${C}118="" class="far fa-clock"></i> نشر : ${print.date}</span>${print.updated ? `<span ${C}118="" class="date upd">آخر تحديث : ${print.updated}</span>` : ''}<!----><span ${C}118="" class="views"><i ${C}118="" class="far fa-eye"></i> ${print.views} مشاهدة</span><span ${C}118="" class="font-size"><button ${C}118="">أ+</button><button ${C}118="">أ-</button></span></div>${share('top')}
${image ? `<figure ${C}118="" class="article-image"><img ${C}118="" class="img-fluid" src="${image.path}" width="${image.width ?? 850}" height="${image.height ?? 567}" alt="${escapeText(article.headline)}">${image.caption ? `<figcaption ${C}118="">${escapeText(image.caption)}</figcaption>` : ''}<!----></figure>` : ''}<!---->
${lead ? `<h2 ${C}118="" class="article-subtitle">${escapeText(lead)}</h2>` : ''}<!---->
${print.source ? `<div ${C}118="" class="article-source">${NAME} - <span ${C}118="">${escapeText(print.source)}</span></div>` : ''}<!---->
<div ${C}118="" id="article-content" class="article-body">${html}</div><!---->
<div ${C}118="" class="follow-us"><a ${C}118="" href="https://whatsapp.test/channel/balqa">تابعوا ${NAME} على واتساب لتصلكم الأخبار أولاً بأول</a></div>
${article.keywords ? `<div ${C}118="" class="tags"><span ${C}118="">كلمات دلالية :</span>${article.keywords.map((one) => `<a ${C}118="" class="badge" href="/tag/${encodeURI(one)}">${escapeText(one)}</a>`).join('')}<!----></div>` : ''}<!---->${share('bottom')}
<div ${C}118="" class="short-link"><label ${C}118="">رابط مختصر</label><input ${C}118="" readonly="" value="${ORIGIN}/article/${id}"></div></div>
<app-related _nghost-serverapp-c97="" ${C}118=""><h2 ${C}97="" class="section-title">مواضيع ذات صلة</h2><div ${C}97="" class="row">${others.map((one, at) => `<div ${C}97="" class="col-md-4"><div ${C}97="" class="card"><a ${C}97="" href="/article/${87010 + at * 7}"><img ${C}97="" class="card-img-top" loading="lazy" src="assets/img/placeholder.png" alt=""><h5 ${C}97="" class="card-title">${escapeText(one)}</h5></a></div></div>`).join('')}<!----></div></app-related>
<app-comments _nghost-serverapp-c99="" ${C}118=""><h2 ${C}99="" class="section-title">التعليقات (0)</h2><p ${C}99="" class="note">يحتفظ الموقع بحق حذف أي تعليق يتضمن إساءة أو خروجا عن الموضوع.</p><form ${C}99="" novalidate="" class="ng-untouched ng-pristine ng-invalid"><input ${C}99="" formcontrolname="name" placeholder="الاسم *"><textarea ${C}99="" formcontrolname="comment" placeholder="التعليق *"></textarea><button ${C}99="" disabled="">إرسال</button></form></app-comments></div>
<aside ${C}118="" class="col-lg-4"><app-most-read _nghost-serverapp-c96="" ${C}118=""><div ${C}96="" class="most-read"><h2 ${C}96="" class="section-title">الأكثر قراءة</h2>${READ.map((one, at) => card(88121 + at, one, at < 3 ? `منذ ${at + 3} ساعات` : 'منذ يوم')).join('')}<!----></div></app-most-read><div ${C}118="" class="ad-slot"><div ${C}118="" id="div-gpt-ad-1611-1"></div></div></aside></div></div><!----></app-article-details><!----></main>${footer}</app-root>
<script src="runtime.2d1c5a9e0b7f3a41.js" type="module"></script><script src="polyfills.c0f2a8be61d2f1aa.js" type="module"></script><script src="main.8e4d0c91a7b6e253.js" type="module"></script>
<script id="serverApp-state" type="application/json">${stateText({ ...state, url: article.path })}</script></body></html>`;
}

/** A Jordanian portal that Angular renders on its server, with the state it hands to the browser. */
export const site: ReplicaSite = {
  id: 'shape-angular-jordan',
  name: NAME,
  family: 'angular-universal',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
