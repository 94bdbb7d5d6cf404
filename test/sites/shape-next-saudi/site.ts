import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-next-saudi.test';
const NAME = 'الرواسي';
const BUILD = 'k3QvXh7Zp1tRwYd_0sLma';

const MENU =
  'محليات|الرؤية|اقتصاد|أسهم وشركات|عقار|رياضة|دوري المحترفين|تقنية|صحة|تعليم|وظائف|طقس|سيارات|عربي ودولي|منوعات|فيديو|إنفوجرافيك|كتّاب';
const MOST_READ =
  'موعد صرف الدفعة الثانية من إعانة المزارعين في أربع مناطق|المرور السري يوضح آلية احتساب مخالفة التجاوز من اليمين|تعليق الدراسة حضورياً في ست محافظات بسبب الغبار|لقطات من افتتاح ممشى وادي السلم بعد تطويره|خطوات تحديث العنوان الوطني للمنشآت الصغيرة|أمانة محافظة الشعيب تغلق 14 منشأة مخالفة|كم تبلغ رسوم نقل ملكية الدراجة النارية؟|حقيقة تأجيل اختبارات الفصل الدراسي الثالث';
const LATEST =
  'ارتفاع مؤشر السوق بدعم من قطاع المواد الأساسية|ضبط مواطن أشعل النار في غير الأماكن المخصصة لها|انطلاق مهرجان التمور الشتوي في محافظة النبعة|طرح 1200 وحدة سكنية في ضاحية المرابع|هلال الوادي يكسب لقاء الجولة العشرين بثلاثية|أمطار متوسطة على مرتفعات الجنوب حتى الجمعة';

/** A styled-components class pair: the component's id and the hash of its rules. */
const sc = (id: string, hash: string) => `class="sc-${id} ${hash}"`;

const STYLES = `<style data-styled="" data-styled-version="5.3.11">.jXqRzd{display:flex;align-items:center;justify-content:space-between;max-width:1240px;margin:0 auto;padding:0 16px;}/*!sc*/
.eGhTnb{font-family:"IBM Plex Sans Arabic",sans-serif;font-size:32px;line-height:1.5;font-weight:700;color:#12251f;margin:0 0 12px;}/*!sc*/
@media (max-width:768px){.eGhTnb{font-size:23px;}}/*!sc*/
.kLmPwo{font-size:19px;line-height:1.95;color:#222;}/*!sc*/
.kLmPwo p{margin:0 0 20px;}/*!sc*/
.kLmPwo h2{font-size:22px;color:#00694e;}/*!sc*/
.bVcYsa{background:#f4f7f6;border-inline-start:4px solid #00694e;padding:12px 16px;margin:24px 0;}/*!sc*/
.hTyRew{position:sticky;top:88px;}/*!sc*/
data-styled.g14[id="sc-1x8kd3-0"]{content:"jXqRzd,"}/*!sc*/
data-styled.g27[id="sc-9f2mla-2"]{content:"eGhTnb,"}/*!sc*/
data-styled.g33[id="sc-77bdq0-5"]{content:"kLmPwo,"}/*!sc*/</style>`;

function slides(list: string): string {
  return list
    .split('|')
    .map(
      (text, at) =>
        `<li ${sc('c4p1ue-1', 'dNnKlo')}><a href="/article/${70211 + at * 37}" ${sc('c4p1ue-2', 'iQwErt')}><div ${sc('c4p1ue-3', 'fAsDzx')}><span style="box-sizing:border-box;display:block;overflow:hidden;position:absolute;top:0;left:0;bottom:0;right:0"><img alt="${text}" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" decoding="async" data-nimg="fill"/></span></div><h3 ${sc('c4p1ue-4', 'gZxCvb')}>${text}</h3><span ${sc('c4p1ue-5', 'lKjHgf')}>منذ ${at + 2} ساعات</span></a></li>`,
    )
    .join('');
}

/** An article as the content service hands it to the page, with its flow HTML. */
const entry = (one: SiteArticle) => ({
  __typename: 'Article',
  id: Number(one.path.split('/')[2]),
  title: one.headline,
  slug: one.path.split('/')[3],
  subtitle: one.print?.standfirst ? one.body.split('\n\n')[0] : null,
  excerpt: one.description ?? null,
  body: flow(one).join(''),
  publishedAt: one.print?.stamp,
  category: { name: one.articleSection?.[0], slug: one.print?.slug },
  author: one.author ? { name: one.author[0], avatar: null } : null,
  cover: one.image ? { url: one.image.path, caption: one.image.caption ?? null } : null,
});

function flow(article: SiteArticle): string[] {
  const parts = blocksHtml(readBlocks(article), { heading: 'h2' });
  const head = article.print?.opening;
  if (head) parts[0] = `${parts[0]}`.replace('<p>', `<p><strong>${head}</strong>`);
  if (article.print?.standfirst) parts.shift();
  return parts;
}

function nextData(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const brief = (list: string) =>
    list.split('|').map((title, at) => ({ __typename: 'Article', id: 70211 + at * 37, title }));
  return scriptJson({
    props: {
      pageProps: {
        relatedArticles: othersThan(article, articles, 2).map(entry),
        article: entry(article),
        mostRead: brief(MOST_READ),
        latest: brief(LATEST),
        menu: MENU.split('|').map((label, at) => ({ label, order: at })),
      },
      __N_SSG: true,
    },
    page: '/article/[id]/[slug]',
    query: { id: article.path.split('/')[2], slug: article.path.split('/')[3] },
    buildId: BUILD,
    isFallback: false,
    gsp: true,
    locale: 'ar',
    locales: ['ar'],
    defaultLocale: 'ar',
    scriptLoader: [],
  });
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {} } = article;
  const title = escapeText(article.headline);
  const about = article.description ? escapeText(article.description) : '';
  const section = article.articleSection?.[0];
  const [more] = othersThan(article, articles, 1);
  const parts = flow(article).map((part) => part.replace('<p>', '<p dir="rtl">'));
  if (print.inline) {
    parts.splice(
      2,
      0,
      `<div ${sc('e81nvx-0', 'bVcYsa')}><span>اقرأ أيضاً</span><a href="${encodeURI(more?.path ?? '/')}">${escapeText(more?.headline ?? '')}</a><a href="/article/69114">${print.inline}</a></div>`,
      `<div ${sc('ad22ks-0', 'pOiUyt')}><div id="div-gpt-ad-inread-1" data-ad="/2145/rawasi/article/inread"></div><small>إعلان</small></div>`,
    );
  }
  const shared = ['facebook', 'x', 'whatsapp', 'telegram', 'copy'].map(
    (one) =>
      `<button aria-label="${one}" ${sc('s5hare-1', 'cXzAsd')}><svg width="20" height="20" viewBox="0 0 20 20"><path d="M4 4h12v12H4z"></path></svg></button>`,
  );
  const menu = MENU.split('|').map(
    (label, at) =>
      `<li ${sc('1x8kd3-3', 'mNbVcx')}><a href="/section/${at + 1}" ${sc('1x8kd3-4', 'qAzWsx')}>${label}</a></li>`,
  );
  const data = scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    datePublished: print.stamp,
    ...(article.dateModified ? { dateModified: print.changed } : {}),
    author: { '@type': 'Organization', name: NAME, url: ORIGIN },
    publisher: { '@type': 'Organization', name: NAME, logo: `${ORIGIN}/static/logo.png` },
    mainEntityOfPage: `${ORIGIN}${encodeURI(article.path)}`,
  });
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${title} | ${NAME}</title>${about && `<meta name="description" content="${about}"/>`}<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}"/><meta property="og:type" content="article"/><meta property="og:site_name" content="${NAME}"/><meta property="og:title" content="${title}"/>${about && `<meta property="og:description" content="${about}"/>`}${image ? `<meta property="og:image" content="${ORIGIN}${image.path}"/><meta property="og:image:width" content="${image.width}"/><meta property="og:image:height" content="${image.height}"/>` : ''}<meta property="article:published_time" content="${print.stamp}"/>${article.dateModified ? `<meta property="article:modified_time" content="${print.changed}"/>` : ''}<meta property="article:section" content="${section}"/>${article.keywords ? `<meta name="keywords" content="${article.keywords.join(', ')}"/>` : ''}<meta name="twitter:card" content="summary_large_image"/><script type="application/ld+json">${data}</script><meta name="next-head-count" content="18"/><link rel="preload" href="/_next/static/css/1f0c7be22a.css" as="style"/><link rel="stylesheet" href="/_next/static/css/1f0c7be22a.css" data-n-g=""/><noscript data-n-css=""></noscript><script defer="" nomodule="" src="/_next/static/chunks/polyfills-c67a75d1b6f99dc8.js"></script><script src="/_next/static/chunks/webpack-9b312e20a4e32339.js" defer=""></script><script src="/_next/static/chunks/pages/article/%5Bid%5D/%5Bslug%5D-5b0ce.js" defer=""></script><script src="/_next/static/${BUILD}/_buildManifest.js" defer=""></script>${STYLES}</head><body><div id="__next"><header ${sc('1x8kd3-0', 'jXqRzd')}><div ${sc('1x8kd3-1', 'rTgBnh')}><button aria-label="القائمة">☰</button><a href="/"><img src="/static/logo.svg" alt="${NAME}"/></a><form ${sc('1x8kd3-6', 'wSxEdc')}><input type="search" placeholder="ابحث في ${NAME}"/></form><a href="/login">تسجيل الدخول</a></div><nav><ul ${sc('1x8kd3-2', 'yHnUjm')}>${menu.join('')}</ul></nav><div ${sc('t1ckr-0', 'oLpIku')}><b>عاجل</b><p>الأرصاد: تنبيه متقدم من رياح نشطة على محافظات الساحل الشمالي</p></div></header>
<main ${sc('9f2mla-0', 'uJmKio')}><div ${sc('9f2mla-8', 'zAqXsw')}><ol ${sc('brd0-0', 'cDeVfr')}><li><a href="/">الرئيسية</a></li><li><a href="/section/${print.slug}">${section}</a></li></ol><article ${sc('9f2mla-1', 'bGtNhy')}><h1 ${sc('9f2mla-2', 'eGhTnb')}>${title}</h1>${print.standfirst ? `<h2 ${sc('9f2mla-3', 'kIlOpw')}>${escapeText(article.body.split('\n\n')[0] ?? '')}</h2>` : ''}<div ${sc('9f2mla-4', 'sEdRft')}>${print.byline ? `<a href="/author/${print.slug}-desk" ${sc('9f2mla-5', 'xCvBnm')}>${print.byline}</a>` : ''}<time ${sc('9f2mla-6', 'tGbYhn')} dateTime="${print.stamp}">${print.date}</time><span ${sc('9f2mla-7', 'qWeAsd')}>${print.views} مشاهدة</span><span>${print.minutes}</span></div><div ${sc('s5hare-0', 'vFrTgb')}><span>شارك الخبر</span>${shared.join('')}<button>أ+</button><button>أ-</button></div>${image ? `<figure ${sc('p1cfig-0', 'hYuJik')}><span style="box-sizing:border-box;display:inline-block;overflow:hidden"><img alt="${title}" srcSet="/_next/image?url=${encodeURIComponent(image.path)}&amp;w=828&amp;q=75 1x, /_next/image?url=${encodeURIComponent(image.path)}&amp;w=1920&amp;q=75 2x" src="/_next/image?url=${encodeURIComponent(image.path)}&amp;w=1920&amp;q=75" width="${image.width}" height="${image.height}" decoding="async" data-nimg="intrinsic"/></span>${image.caption ? `<figcaption ${sc('p1cfig-1', 'nMkOlp')}>${image.caption}</figcaption>` : ''}</figure>` : ''}<div ${sc('77bdq0-5', 'kLmPwo')}>${parts.join('')}</div>${print.follow ? `<p ${sc('f0llow-0', 'aQsWde')}>${print.follow}</p>` : ''}${article.keywords ? `<div ${sc('tg5-0', 'rFvTgc')}><span>الوسوم</span>${article.keywords.map((tag) => `<a href="/tag/${encodeURIComponent(tag)}">${tag}</a>`).join('')}</div>` : ''}<div ${sc('react0-0', 'mJuNhb')}><span>ما رأيك في الخبر؟</span><button>أعجبني <i>41</i></button><button>لم يعجبني <i>3</i></button></div></article><section ${sc('rel8-0', 'yTgHbn')}><h4>أخبار ذات صلة</h4><ul>${othersThan(
    article,
    articles,
    2,
  )
    .map(
      (one) =>
        `<li><a href="${encodeURI(one.path)}"><h3>${escapeText(one.headline)}</h3>${one.description ? `<p>${escapeText(one.description)}</p>` : ''}</a></li>`,
    )
    .join(
      '',
    )}</ul></section><section ${sc('cmt-0', 'lOkIjn')}><h4>التعليقات (${print.comments})</h4><form><textarea placeholder="اكتب تعليقك هنا، ويخضع التعليق للمراجعة قبل النشر"></textarea><button type="button">إرسال</button></form></section></div><aside ${sc('7s1de-0', 'hTyRew')}><h4>الأكثر قراءة</h4><ol>${slides(MOST_READ)}</ol><h4>آخر الأخبار</h4><ul>${slides(LATEST)}</ul><div ${sc('nws-0', 'pLoKij')}><h4>النشرة البريدية</h4><p>اشترك ليصلك موجز الصباح من ${NAME} كل يوم عند السابعة.</p><input type="email" placeholder="البريد الإلكتروني"/><button>اشتراك</button></div></aside></main>
<footer ${sc('f00t-0', 'eDcRfv')}><img src="/static/logo-white.svg" alt=""/><p>${NAME} بوابة إخبارية سعودية مرخصة من الجهة المنظمة للإعلام، تعنى بالشأن المحلي والاقتصادي على مدار الساعة.</p><ul><li><a href="/about">من نحن</a></li><li><a href="/privacy">سياسة الخصوصية</a></li><li><a href="/terms">الشروط والأحكام</a></li><li><a href="/ads">أعلن معنا</a></li><li><a href="/contact">اتصل بنا</a></li></ul><p>جميع الحقوق محفوظة لبوابة ${NAME} © 2026، ولا يجوز إعادة نشر المحتوى دون إذن كتابي.</p></footer></div><script id="__NEXT_DATA__" type="application/json">${nextData(article, articles)}</script></body></html>`;
}

/** A Saudi portal: Next.js with styled-components, every article also in the page's data. */
export const site: ReplicaSite = {
  id: 'shape-next-saudi',
  name: NAME,
  family: 'next-styled',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /api/\nAllow: /\n' } }),
};
