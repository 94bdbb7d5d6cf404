import { type Block, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-nuxt-egypt.test';
const NAME = 'بوابة الضفتين';
const MENU =
  'الرئيسية|أخبار مصر|محافظات|حوادث|اقتصاد|بنوك وبورصة|عقارات|سيارات|عرب وعالم|رياضة|محترفون|فن ومنوعات|ثقافة|تعليم|صحة وطب|تكنولوجيا|المرأة|تحقيقات وملفات|مقالات|فيديو|خدمات';
const MOST_READ =
  'سعر الدولار أمام الجنيه بختام التعاملات في البنوك|الأرصاد تكشف حالة الطقس غدًا ودرجات الحرارة|موعد مباراة الفنار والترسانة البحري والقنوات الناقلة|تراجع الذهب 15 جنيهًا.. عيار 21 يسجل مفاجأة|ضبط سائق ميكروباص سار عكس الاتجاه بالطريق الدائري|رابط الاستعلام عن فاتورة الغاز المنزلي بالخطوات|وفاة المخرج الإذاعي فؤاد الحديني عن 81 عامًا|مصدر يكشف حقيقة تأجيل امتحانات الدبلومات الفنية';
const LATEST =
  'محافظ القناطر الجديدة يتفقد مجمع المواقف|انقطاع المياه 6 ساعات عن قرى مركز الشيخ زايد الجديد|الزراعة: فحص 40 ألف رأس ماشية|انطلاق ماراثون الدراجات بمشاركة 900 متسابق|حملة مكبرة لرفع الإشغالات بشارع البحر';
const CSS = `.main-header[data-v-77d3b0ec]{background:#0c2d57;position:sticky;top:0;z-index:9}.main-header .nav-link[data-v-77d3b0ec]{color:#fff;font-family:"Cairo",sans-serif}.article-page[data-v-4f2c1e7a]{direction:rtl}.article-title[data-v-4f2c1e7a]{font-size:2rem;font-weight:700;line-height:1.5}.article-meta[data-v-4f2c1e7a]{color:#777;display:flex}.article-body p{font-size:19px;line-height:2;margin-bottom:1.2rem}.side-box[data-v-1a9be605]{border-top:3px solid #d7263d}.main-footer[data-v-e02cc6f8]{background:#111;color:#bbb}.nuxt-progress{position:fixed;top:0;left:0;right:0;height:2px;width:0;opacity:1;background-color:#d7263d;z-index:999999}.page-enter-active,.page-leave-active{transition:opacity .3s}.vue-lazy[lazy=loading]{filter:blur(6px)}`;
const SCOPES: Record<string, string> = {
  h: '77d3b0ec',
  a: '4f2c1e7a',
  s: '1a9be605',
  f: 'e02cc6f8',
};
const GIF = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** `~h` in a tag stands for the attribute of that component's scoped style. */
const scoped = (html: string) =>
  html.replace(/ ~([hasf])(?=[ >])/gu, (_, key: string) => ` data-v-${SCOPES[key]}`);
const href = (one?: SiteArticle) => encodeURI(one?.path ?? '/');
const state = (value: unknown) =>
  scriptJson(value ?? null)
    .replaceAll('/', '\\u002F')
    .replaceAll('>', '\\u003E');

/** What the newsroom's editor stores, an entry a paragraph: no attribute of a component in it. */
function stored(article: SiteArticle, other?: SiteArticle): string[] {
  const style = 'style="text-align:justify"';
  const parts = readBlocks(article).map(({ kind, text }: Block, index, all) => {
    const inner = escapeText(text);
    if (kind === 'heading')
      return `<h2 dir="RTL" ${style}><span style="color:#c0392b"><strong>${inner}</strong></span></h2>\n`;
    if (kind === 'quote') return `<blockquote>\n<p dir="RTL">${inner}</p>\n</blockquote>\n`;
    if (kind === 'item') {
      const open = all[index - 1]?.kind === 'item' ? '' : '<ul>\n';
      return `${open}<li dir="RTL" ${style}>${inner}</li>\n${all[index + 1]?.kind === 'item' ? '' : '</ul>\n'}`;
    }
    return `<p dir="RTL" ${style}><span style="font-size:18px">${inner}</span></p>\n`;
  });
  if (article.print?.lead) parts.shift();
  if (article.print?.readToo && other) {
    const box = `<p dir="RTL"><span style="color:#2980b9"><strong>${article.print.readToo}</strong></span></p>\n<p dir="RTL"><a href="${ORIGIN}${href(other)}" target="_blank"><strong>${escapeText(other.headline)}</strong></a></p>\n<p dir="RTL">&nbsp;</p>\n`;
    parts.splice(Number(article.print.readTooAt ?? 2), 0, box);
  }
  return parts;
}

function head(article: SiteArticle): string {
  const { headline, description, image, print = {}, keywords = [], articleSection = [] } = article;
  const meta = (id: string, value?: string, key = 'property') =>
    value
      ? `<meta data-n-head="ssr" data-hid="${id}" ${key}="${id}" content="${escapeText(value)}">`
      : '';
  const text = (value?: string) => scriptJson(value ?? '');
  const author = print.author ? `"author":{"@type":"Person","name":${text(print.author)}},` : '';
  const modified = print.isoModified ? `"dateModified":"${print.isoModified}",` : '';
  const url = ORIGIN + href(article);
  return `<title>${escapeText(headline)} | ${NAME}</title><meta data-n-head="ssr" charset="utf-8"><meta data-n-head="ssr" name="viewport" content="width=device-width, initial-scale=1"><meta data-n-head="ssr" name="format-detection" content="telephone=no"><meta data-n-head="ssr" name="theme-color" content="#0c2d57">${meta('description', description, 'name')}${meta('keywords', keywords.join('، '), 'name')}${meta('og:site_name', NAME)}${meta('og:type', 'article')}${meta('og:locale', 'ar_EG')}${meta('og:title', headline)}${meta('og:description', description)}${meta('og:url', url)}${meta('og:image', image && ORIGIN + image.path)}${meta('og:image:width', image?.width?.toString())}${meta('og:image:height', image?.height?.toString())}${meta('twitter:card', 'summary_large_image', 'name')}${meta('twitter:title', headline, 'name')}${meta('article:published_time', print.iso)}${meta('article:modified_time', print.isoModified)}${meta('article:section', articleSection[0])}<link data-n-head="ssr" rel="icon" type="image/x-icon" href="/favicon.ico"><link data-n-head="ssr" data-hid="canonical" rel="canonical" href="${url}"><link data-n-head="ssr" rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Cairo:wght@400;700&display=swap"><script data-n-head="ssr" data-hid="gtm-script">window['dataLayer']=[];if(!window._gtm_init){window._gtm_init=1;(function(w,n,d,m,e,p){w[d]=(w[d]==1||n[d]=='yes'||n[d]==1||n[m]==1||(w[e]&&w[e][p]&&w[e][p]()))?1:0})(window,navigator,'doNotTrack','msDoNotTrack','external','msTrackingProtectionEnabled')}</script><script data-n-head="ssr" data-hid="gpt" async src="https://securepubads.g.doubleclick.net/tag/js/gpt.js"></script><script data-n-head="ssr" data-hid="ldjson" type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","mainEntityOfPage":{"@type":"WebPage","@id":"${url}"},"headline":${text(headline)},"description":${text(description)},"image":{"@type":"ImageObject","url":"${ORIGIN}${image?.path}","width":${image?.width},"height":${image?.height}},"datePublished":"${print.iso}",${modified}${author}"articleSection":${text(articleSection[0])},"publisher":{"@type":"NewsMediaOrganization","name":"${NAME}","logo":{"@type":"ImageObject","url":"${ORIGIN}/img/logo.png","width":600,"height":60}}}</script><link rel="preload" href="/_nuxt/5b7ce01.js" as="script"><link rel="preload" href="/_nuxt/a91d3f8.js" as="script"><link rel="preload" href="/_nuxt/0e6f4c2.js" as="script"><style data-vue-ssr-id="4191c8b5:0 77d3b0ec:0 4f2c1e7a:0 e02cc6f8:0">${CSS}</style>`;
}

function nuxtState(article: SiteArticle, parts: string[], others: SiteArticle[]): string {
  const { headline, description, image, print = {}, keywords = [], articleSection = [] } = article;
  const id = Number(article.path.split('/')[2]);
  const cards = others.map(
    (one) =>
      `{id:${Number(one.path.split('/')[2])},title:${state(one.headline)},url:${state(one.path)},summary:${state(one.description)},isVideo:c}`,
  );
  const list = (names: string) =>
    names
      .split('|')
      .map((title, at) => `{id:${id - at * 7 - 3},title:${state(title)},views:${9400 - at * 611}}`);
  return `window.__NUXT__=(function(a,b,c,d){return {layout:"default",data:[{article:{id:${id},title:${state(headline)},subTitle:a,summary:${state(description)},lead:${state(print.lead && article.body.split('\n\n')[0])},content:${state(parts.join(''))},writer:${state(print.by)},photographer:${state(print.photo)},section:{id:4,name:${state(articleSection[0])},slug:d},image:{url:${state(image?.path)},caption:${state(image?.caption)}},tags:[${keywords.map((tag) => `{name:${state(tag)}}`)}],publishedAt:${state(print.iso)},updatedAt:${state(print.isoModified)},allowComments:b,isLive:c},related:[${cards}]}],fetch:{"MostRead:0":{items:[${list(MOST_READ)}]},"LatestNews:0":{items:[${list(LATEST)}]}},error:a,state:{menu:{open:c,sections:${state(MENU.split('|'))}},ads:{enabled:b},user:a,settings:{siteName:${state(NAME)},about:d}},serverRendered:b,routePath:${state(article.path)},config:{apiBase:"https:\\u002F\\u002Fapi.shape-nuxt-egypt.test\\u002Fv2",_app:{basePath:"\\u002F",assetsPath:"\\u002F_nuxt\\u002F",cdnURL:a}}}}(null,true,false,""));`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { headline, image, print = {}, keywords = [], articleSection = [] } = article;
  const others = othersThan(article, articles, 3);
  const parts = stored(article, others[0]);
  const half = Math.ceil(parts.length / 2);
  const section = articleSection[0] ?? '';
  const share = [
    'facebook-f|فيسبوك',
    'twitter|تويتر',
    'whatsapp|واتساب',
    'telegram-plane|تليجرام',
    'link|نسخ الرابط',
  ].map((one) => {
    const [icon, label] = one.split('|');
    return `<li ~a class="share-item"><a ~a href="javascript:void(0)" aria-label="${label}" class="share-link ${icon}"><i ~a class="fab fa-${icon}"></i> <span ~a class="d-none d-lg-inline">${label}</span></a></li>`;
  });
  const menu = MENU.split('|').map(
    (item, at) =>
      `<li ~h class="nav-item"><a ~h href="${at ? `/section/${at}` : '/'}" class="nav-link${item === section ? ' nuxt-link-active' : ''}">${item}</a></li>`,
  );
  const titles = (names: string, path: string) =>
    names
      .split('|')
      .map(
        (title, at) =>
          `<li ~s class="media"><span ~s class="num">${at + 1}</span><div ~s class="media-body"><a ~s href="/news/${path}${at}/x" class="media-title"><h3 ~s>${title}</h3></a><small ~s class="ago"><i ~s class="far fa-clock"></i> منذ ${at * 2 + 3} ساعات</small></div></li>`,
      );
  const cards = others.map(
    (one) =>
      `<div ~s class="col-md-4 col-6"><article ~s class="news-card"><a ~s href="${href(one)}" class="news-card__img"><img ~s data-src="${one.image?.path}?w=350" src="${GIF}" lazy="loading" alt="${escapeText(one.headline)}" class="vue-lazy"></a><div ~s class="news-card__body"><a ~s href="/section/${one.articleSection?.[0]?.length}" class="badge">${one.articleSection?.[0]}</a><h3 ~s class="news-card__title"><a ~s href="${href(one)}">${escapeText(one.headline)}</a></h3><p ~s class="news-card__text">${escapeText(one.description ?? '')}</p></div></article></div>`,
  );
  const lead = print.lead
    ? `<p ~a class="article-lead">${escapeText(article.body.split('\n\n')[0] ?? '')}</p>`
    : '<!---->';
  const photo = print.photo
    ? `<span ~a class="article-photographer"><i ~a class="fas fa-camera"></i> ${print.photo}</span>`
    : '<!---->';
  const updated = print.updated
    ? `<span ~a class="article-updated">آخر تحديث: <time ~a>${print.updated}</time></span>`
    : '<!---->';
  return scoped(`<!doctype html>
<html data-n-head-ssr lang="ar" dir="rtl" data-n-head="%7B%22lang%22:%7B%22ssr%22:%22ar%22%7D,%22dir%22:%7B%22ssr%22:%22rtl%22%7D%7D"><head>${head(article)}</head><body data-n-head="" class="rtl"><noscript data-n-head="ssr" data-hid="gtm-noscript" data-pbody="true"><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-XXXX" height="0" width="0" style="display:none;visibility:hidden" title="gtm"></iframe></noscript><div data-server-rendered="true" id="__nuxt"><!----><div id="__layout"><div class="default-layout">
<header ~h class="main-header"><div ~h class="top-bar"><div ~h class="container d-flex"><span ~h class="today">${print.today}</span><ul ~h class="top-links"><li ~h><a ~h href="/page/about">من نحن</a></li><li ~h><a ~h href="/page/contact">اتصل بنا</a></li><li ~h><a ~h href="/page/ads">أعلن معنا</a></li></ul><div ~h class="prayer"><i ~h class="fas fa-mosque"></i> العصر 03:02 م | القاهرة 19°</div></div></div><div ~h class="brand"><a ~h href="/" aria-current="page" class="nuxt-link-active"><img ~h src="/img/logo.svg" alt="${NAME}" width="210" height="60"></a><p ~h class="board">رئيس مجلس الإدارة <b ~h>طلعت أبو الخير</b> رئيس التحرير <b ~h>هالة المنياوي</b></p><div ~h id="div-gpt-ad-16601-0" class="ad ad-leader"></div></div><nav ~h class="navbar navbar-expand-lg"><button ~h type="button" aria-label="القائمة" class="navbar-toggler"><i ~h class="fas fa-bars"></i></button><ul ~h class="navbar-nav">${menu.join('')}</ul><form ~h class="search-form" style="display:none;"><input ~h type="search" placeholder="ابحث في الموقع..." value=""><button ~h type="submit">بحث</button></form></nav><div ~h class="ticker"><strong ~h>عاجل</strong><marquee ~h>${LATEST.replaceAll('|', ' • ')}</marquee></div></header>
<main class="page-content"><div ~a class="article-page"><div ~a class="container"><nav ~a aria-label="breadcrumb"><ol ~a class="breadcrumb"><li ~a class="breadcrumb-item"><a ~a href="/">الرئيسية</a></li><li ~a class="breadcrumb-item"><a ~a href="/section/4">${section}</a></li></ol></nav><div ~a class="row"><div ~a class="col-lg-8"><article ~a class="article-details"><a ~a href="/section/4" class="article-category">${section}</a><h1 ~a class="article-title">
          ${escapeText(headline)}
        </h1><div ~a class="article-meta"><div ~a class="article-writer"><img ~a src="/img/avatar.svg" alt="" width="36" height="36"> <span ~a>${print.by}</span></div>${photo}<time ~a class="article-date"><i ~a class="far fa-calendar-alt"></i> ${print.date}</time>${updated}<div ~a class="font-size"><button ~a type="button">+أ</button><button ~a type="button">-أ</button></div></div><ul ~a class="share-bar">${share.join('')}</ul>
<figure ~a class="article-figure"><picture ~a><source ~a srcset="${image?.path}?fm=webp" type="image/webp"><img ~a src="${image?.path}" alt="${escapeText(image?.caption ?? headline)}" width="${image?.width}" height="${image?.height}"></picture>${image?.caption ? `<figcaption ~a>${escapeText(image.caption)}</figcaption>` : '<!---->'}</figure>${lead}
<div ~a class="article-content"><div ~a class="article-body">${parts.slice(0, half).join('')}</div><div ~a class="ad-wrap"><small ~a>إعلان</small><div ~a id="div-gpt-ad-16601-2"></div></div>${print.box ? `<aside ~a class="inline-related"><h4 ~a>موضوعات متعلقة</h4><ul ~a>${others.map((one) => `<li ~a><a ~a href="${href(one)}">${escapeText(one.headline)}</a></li>`).join('')}</ul></aside>` : '<!---->'}<div ~a class="article-body">${parts.slice(half).join('')}</div></div>
<a ~a href="https://news.google.com/publications/x" target="_blank" rel="noopener" class="google-news"><img ~a src="/img/gnews.svg" alt="">تابعوا آخر أخبار ${NAME} عبر Google News</a><div ~a class="article-tags"><strong ~a>الكلمات المفتاحية</strong>${keywords.map((tag) => `<a ~a href="/tags/${encodeURI(tag.replaceAll(' ', '-'))}" class="tag">#${tag}</a>`).join('')}</div><ul ~a class="share-bar bottom">${share.join('')}</ul></article>
<section ~s class="more-section"><h2 ~s class="box-title">اقرأ أيضًا من ${section}</h2><div ~s class="row">${cards.join('')}</div></section>
<section ~a id="comments" class="comments"><h2 ~a class="box-title">التعليقات (0)</h2><p ~a>لا توجد تعليقات حتى الآن، كن أول من يعلق على الخبر.</p><form ~a><input ~a type="text" placeholder="الاسم" value=""><input ~a type="email" placeholder="البريد الإلكتروني" value=""><textarea ~a rows="4" placeholder="اكتب تعليقك هنا"></textarea><button ~a type="submit" disabled="disabled" class="btn">إرسال التعليق</button></form></section></div>
<aside ~s class="col-lg-4"><div ~s class="side-box"><h2 ~s class="box-title">الأكثر قراءة</h2><ol ~s class="list-unstyled">${titles(MOST_READ, '3098').join('')}</ol></div><div ~s id="div-gpt-ad-16601-3" class="ad"></div><div ~s class="side-box"><h2 ~s class="box-title">أحدث الأخبار</h2><ul ~s class="list-unstyled">${titles(LATEST, '3131').join('')}</ul></div><div ~s class="side-box poll"><h2 ~s class="box-title">استطلاع رأي</h2><p ~s>هل تؤيد تطبيق مواعيد جديدة لغلق المحال التجارية؟</p><label ~s><input ~s type="radio" name="poll" value="1"> نعم</label><label ~s><input ~s type="radio" name="poll" value="2"> لا</label><button ~s type="button">تصويت</button></div><div ~s class="side-box newsletter"><h2 ~s class="box-title">النشرة البريدية</h2><p ~s>اشترك ليصلك ملخص يومي بأهم الأخبار</p><input ~s type="email" placeholder="بريدك الإلكتروني" value=""><button ~s type="button">اشترك الآن</button></div></aside></div></div></div></main>
<footer ~f class="main-footer"><div ~f class="container"><div ~f class="row"><div ~f class="col-md-5"><img ~f src="/img/logo-white.svg" alt="${NAME}"><p ~f>بوابة الضفتين موقع إخباري مصري شامل يصدر عن شركة الضفتين للنشر والخدمات الإعلامية، ويقدم تغطية على مدار الساعة لأخبار المحافظات والاقتصاد والرياضة والفن.</p></div><div ~f class="col-md-4"><h5 ~f>الأقسام</h5><ul ~f>${MENU.split(
    '|',
  )
    .slice(1, 11)
    .map((item, at) => `<li ~f><a ~f href="/section/${at + 1}">${item}</a></li>`)
    .join(
      '',
    )}</ul></div><div ~f class="col-md-3"><h5 ~f>عن البوابة</h5><ul ~f><li ~f><a ~f href="/page/privacy">سياسة الخصوصية</a></li><li ~f><a ~f href="/page/terms">شروط الاستخدام</a></li><li ~f><a ~f href="/page/corrections">سياسة التصويب</a></li></ul><p ~f>14 شارع المنتزه، الدور الخامس، القاهرة</p></div></div><p ~f class="copy">جميع الحقوق محفوظة © ${NAME} 2026 - يحظر نشر أو توزيع أو طبع أي مادة دون إذن مسبق من إدارة الموقع</p></div></footer><!----></div></div></div><script>${nuxtState(article, parts, others)}</script><script src="/_nuxt/5b7ce01.js" defer></script><script src="/_nuxt/0e6f4c2.js" defer></script><script src="/_nuxt/a91d3f8.js" defer></script></body></html>`);
}

/** A portal rendered on the server by a script framework, with its state at the end of the page. */
export const site: ReplicaSite = {
  id: 'shape-nuxt-egypt',
  name: NAME,
  family: 'nuxt-portal',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\nDisallow: /search\n' } }),
};
