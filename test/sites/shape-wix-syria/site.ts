import { type Block, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-wix-syria.test';
const NAME = 'العاصي برس';
const MENU =
  'الرئيسية|محليات|أخبار حماة|أخبار حمص|ريف إدلب|دمشق وريفها|المنطقة الشرقية|الساحل|اقتصاد|أسعار الصرف|زراعة|تعليم|صحة|مجتمع|ثقافة|رياضة|تحقيقات|رأي|فيديو|من نحن|اتصل بنا';
const POPULAR =
  'سعر الدولار والذهب في أسواق حماة اليوم|بدء التسجيل على دفعة جديدة من مازوت التدفئة|جدول تقنين الكهرباء في أحياء المدينة|إعادة افتتاح فرن تل الريحان بعد توقف شهرين|وفاة شابين بحادث سير على طريق السلمية|مديرية التربية تحدد موعد امتحانات الفصل الأول|إطلاق حملة لتنظيف مجرى العاصي';
const CSS = `.VkLZUp{position:relative;display:flex}.J0Qx9d .post-title__text{font-size:40px;line-height:1.2}.blog-post-page-font{font-family:var(--post-font,tahoma)}.mT2qRa{--ricos-text-color:#2f2e2e}.mT2qRa p{font-size:18px;margin:0}.fhG7Zq{display:none}:root{--wst-color-fill-base:255,255,255;--color_11:255,255,255;--color_15:47,46,46;--color_18:138,29,32}.font_7{font:var(--font_7)}.wixui-rich-text__text{direction:rtl}[data-mesh-id$="inlineContent"]{height:auto;width:100%}#SITE_HEADER{--pinned-layer:51}@media (max-width:750px){.J0Qx9d .post-title__text{font-size:28px}}@supports (-webkit-touch-callout:none){.wow-image{display:block}}`;
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 19 19" width="19" height="19" role="img" aria-hidden="true"><path fill-rule="evenodd" d="M8.08 17.5V9.98H6V7.39h2.08V5.18c0-1.97 1.25-3.18 3.1-3.18.9 0 1.68.06 1.9.09v2.22h-1.3c-1.02 0-1.22.48-1.22 1.19v1.89h2.43l-.32 2.59h-2.11v7.52z"></path></svg>';

const href = (one: SiteArticle) => ORIGIN + encodeURI(one.path);
const span = (text: string) => `<span class="_4aMQM">${escapeText(text)}</span>`;
const line = (id: number, inner: string) =>
  `<p class="RmZP4 aujbK iWv3d _07Jb1 uYtVI" dir="auto" id="viewer-k${id}q${id * 7}">${inner}</p>`;
const empty = (id: number) =>
  `<div type="empty-line" class="Hq8sn" data-hook="rcv-block${id}"></div><div data-breakout="normal"><div class="RmZP4 aujbK" id="viewer-e${id}"><br role="presentation"/></div></div>`;

function richContent(article: SiteArticle, others: SiteArticle[]): string {
  const { print = {}, image, dateline } = article;
  const blocks = readBlocks(article).map(({ kind, text }: Block, index, all) => {
    const id = index + 10;
    const opening = index === 0 && dateline ? `${dateline} - ` : '';
    if (kind === 'heading')
      return `<h3 class="BrKEk _4hTSJ iWv3d" dir="auto" id="viewer-h${id}">${span(text)}</h3>`;
    if (kind === 'quote')
      return `<blockquote class="rGl5E iWv3d uYtVI" dir="auto" id="viewer-b${id}">${span(text)}</blockquote>`;
    if (kind === 'item') {
      const open = all[index - 1]?.kind === 'item' ? '' : '<ul class="vTQqn OGuPq">';
      const close = all[index + 1]?.kind === 'item' ? '' : '</ul>';
      return `${open}<li dir="auto" aria-level="1" class="yHb6A">${line(id, span(text))}</li>${close}`;
    }
    const city = opening && `<span style="font-weight:700">${escapeText(opening)}</span>`;
    const block = line(id, city + span(text));
    return all.length > 4 ? `${block}${empty(id)}` : block;
  });
  const other = others[0];
  if (other && print.box) {
    const box =
      print.box === 'card'
        ? `<div data-breakout="normal"><div class="l3u9W" id="viewer-lp4" data-hook="divider-viewer"></div><div data-hook="linkPreviewViewer" class="Kx2aP"><a href="${href(other)}" target="_self"><div class="kE4Rt" data-hook="link-preview-title">${escapeText(other.headline)}</div><div class="uI0sW" data-hook="link-preview-description">${escapeText(print.cardText ?? '')}</div><div class="nB6">www.alassipress.test</div></a></div></div>`
        : line(
            88,
            `<strong>${span('اقرأ أيضاً: ')}</strong><a href="${href(other)}" target="_self" rel="noopener" class="oFUzN pZ9qK" data-hook="linkViewer"><u>${span(other.headline)}</u></a>`,
          );
    blocks.splice(3, 0, box);
  }
  if (image) {
    const src = `${ORIGIN}${image.path}/v1/fill/w_147,h_98,al_c,q_80,usm_0.66_1.00_0.01,blur_2,enc_auto/${image.path.slice(7)}`;
    blocks.splice(
      print.imageAt === '1' ? 1 : 0,
      0,
      `<div data-breakout="normal"><div class="fFxgH" id="viewer-foo" role="none"><figure data-hook="figure-IMAGE" class="K4iJv nT0wY"><div class="tcCVn rGpYb"><div tabindex="0" role="button" aria-label="افتح الصورة بملء الشاشة" data-hook="image-viewer-foo" class="pQy2l"><wow-image id="foo" class="hX5L3 Xa8v" data-image-info='{"displayMode":"fill","isLQIP":true,"imageData":{"width":${image.width},"height":${image.height},"name":"","displayMode":"fill"}}' data-motion-part="BG_IMG"><img src="${src}" alt="${escapeText(image.caption ?? '')}" fetchpriority="high" style="width:100%;height:100%;object-fit:cover" width="740" height="493"/></wow-image></div></div>${image.caption ? `<figcaption class="y9Hcx" data-hook="image-caption"><span class="bZ3Fa" dir="auto">${escapeText(image.caption)}</span></figcaption>` : ''}</figure></div></div>`,
    );
  }
  if (print.tail) blocks.push(line(90, `<em>${span(print.tail)}</em>`));
  if (print.follow)
    blocks.push(
      empty(91),
      line(
        92,
        `${span('لمتابعة آخر الأخبار انضموا إلى قناتنا على ')}<a href="https://t.me/alassi" target="_blank" rel="noopener ugc" class="oFUzN"><u>${span('تلغرام')}</u></a>`,
      ),
    );
  return blocks.join('');
}

function jsonLd({ headline, print, image, ...article }: SiteArticle): string {
  const wix = (iso = '') => iso.replace('Z', '.000Z');
  const text = (value = '') => scriptJson(value);
  return `{"@context":"https://schema.org","@type":"BlogPosting","author":{"@type":"Person","name":${text(print?.account)},"url":"${ORIGIN}/profile/${print?.slug}/profile"},"dateModified":"${wix(article.dateModified)}","datePublished":"${wix(article.datePublished)}","headline":${text(headline)},"image":{"@type":"ImageObject","height":${image?.height},"url":"${ORIGIN}${image?.path}","width":${image?.width}},"mainEntityOfPage":{"@id":"${ORIGIN}${encodeURI(article.path)}","@type":"WebPage"},"publisher":{"@type":"Organization","logo":{"@type":"ImageObject","url":"${ORIGIN}/media/logo~mv2.png"},"name":"${NAME}"}}`;
}

function card(one: SiteArticle): string {
  return `<article class="uE9vB pro-gallery-item" data-hook="post-list-item"><div class="gallery-item-wrapper visible" data-hook="item-wrapper"><a href="${href(one)}" tabindex="-1"><img src="${ORIGIN}${one.image?.path}/v1/fill/w_292,h_219,fp_0.50_0.50,q_90/t.jpg" alt="${escapeText(one.headline)}"/></a></div><div class="item-link-wrapper"><a class="O16KGI pu51Xe xs2MeC" data-hook="post-list__title" href="${href(one)}"><h2 class="bD0vt9 KNiaIk" data-hook="post-title" style="-webkit-line-clamp:2"><span>${escapeText(one.headline)}</span></h2></a><div class="rD2Wz" data-hook="post-footer"><span data-hook="post-stats"><span class="eYQJQu" aria-label="${one.headline.length * 3} مشاهدة">${one.headline.length * 3}</span></span><button aria-label="إعجاب بالمنشور" data-hook="like-button-with-count"><span>${one.headline.length % 9}</span></button></div></div></article>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, description, headline, image, keywords = [], articleSection = [] } = article;
  const others = othersThan(article, articles, 3);
  const title = escapeText(headline);
  const share = ['Facebook', 'X (Twitter)', 'LinkedIn', 'WhatsApp'].map(
    (to) =>
      `<li class="XvcZ8"><button type="button" class="Jq8Ha" data-hook="social-button-${to.split(' ')[0]?.toLowerCase()}" aria-label="المشاركة عبر ${to}">${ICON}</button></li>`,
  );
  const nav = MENU.split('|').map(
    (item, at) =>
      `<li id="comp-menu${at}" data-direction="rtl" data-listposition="center" class="itemDepth02233374943 itemShared2352141355 wixui-dropdown-menu__item"><a data-testid="linkElement" href="${ORIGIN}${at ? `/blog/categories/${encodeURI(item.replaceAll(' ', '-'))}` : '/'}" target="_self"><div class="wixui-dropdown-menu__item-inner"><div style="text-align:right"><p id="comp-menu${at}label" class="_3hQx">${item}</p></div></div></a></li>`,
  );
  const meta = (key: string, value?: string) =>
    value ? `<meta property="${key}" content="${escapeText(value)}"/>` : '';
  const updated = print.updated
    ? `<p class="MBUSKJ" data-hook="last-updated">تاريخ التحديث: <span title="${print.updated}" class="post-metadata__date time-ago" data-hook="time-ago">${print.updated}</span></p>`
    : '';
  return `<!DOCTYPE html>
<html lang="ar"><head><meta charset='utf-8'><meta name="viewport" content="width=device-width, initial-scale=1" id="wixDesktopViewport"/><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="generator" content="Wix.com Website Builder"/>
<link rel="shortcut icon" href="${ORIGIN}/media/fav~mv2.png/v1/fill/w_32,h_32/fav.png" type="image/png"/><meta http-equiv="X-Wix-Meta-Site-Id" content="7c1e93a8-2d54-4b0e-9f11-cc6a0b5e4412"><meta http-equiv="X-Wix-Application-Instance-Id" content="0f3b8c51-77aa-41d2-8a8f-6bb1d30fe2c9"><meta http-equiv="X-Wix-Published-Version" content="1186"/><meta http-equiv="etag" content="bug"/>
<title>${title} | ${NAME}</title>
${description ? `<meta name="description" content="${escapeText(description)}"/>` : ''}
<link rel="canonical" href="${href(article)}"/><link rel="alternate" href="${ORIGIN}/blog-feed.xml" type="application/rss+xml" title="${NAME} - RSS"/><meta name="robots" content="max-image-preview:large"/>
${meta('og:title', headline)}${meta('og:description', description)}${meta('og:image', image && ORIGIN + image.path)}${meta('og:image:width', String(image?.width))}${meta('og:image:height', String(image?.height))}${meta('og:url', href(article))}${meta('og:site_name', NAME)}${meta('og:type', 'article')}${meta('article:author', print.account)}${meta('article:published_time', article.datePublished?.replace('Z', '.000Z'))}${meta('article:modified_time', article.dateModified?.replace('Z', '.000Z'))}
<script type="application/ld+json">${jsonLd(article)}</script>
<meta name="twitter:card" content="summary_large_image"/><meta name="twitter:title" content="${title}"/>
<script id="wix-essential-viewer-model" type="application/json">{"fleetConfig":{"fleetName":"thunderbolt-renderer-user-code","type":"GA","code":0},"mode":{"qa":false,"enableTestApi":false},"componentsLibrariesTopology":[{"artifactId":"editor-elements","namespace":"wixui"}],"siteFeaturesConfigs":{"sessionManager":{"isRunningInDifferentSiteContext":false}},"language":{"userLanguage":"ar"},"siteAssets":{"clientTopology":{"mediaRootUrl":"https://static.wixstatic.com"}}}</script>
<script>window.viewerModel=JSON.parse(document.getElementById('wix-essential-viewer-model').textContent);window.thunderboltTag="QA_READY";window.fedops={data:{site:{metaSiteId:"7c1e93a8"},rollout:{siteAssetsVersionsRollout:false}}};window.__imageClientApi__={sdk:{getScaleToFitImageURL:function(){}}}</script>
<style data-href="https://static.parastorage.com/services/editor-elements-library/dist/thunderbolt/rb_wixui.thunderbolt_bootstrap.min.css">${CSS}</style><style data-url="https://static.parastorage.com/services/communities-blog-ooi/1.1873.0/PostViewerWidgetNoCss.bundle.min.css">${CSS.replaceAll('{', ' {').slice(0, 500)}</style>
</head><body class='' data-fonts-loaded><script type="text/javascript">var bodyCacheable=true;</script>
<div id="pinnedTopLeft"></div><div id="SITE_CONTAINER"><div id="main_MF" class="main_MF"><div id="SCROLL_TO_TOP" class="Vd6aQZ ignore-focus SCROLL_TO_TOP" role="region" tabindex="-1" aria-label="أعلى الصفحة"><span class="mHZSwn">top of page</span></div><div id="BACKGROUND_GROUP" class="backgroundGroup"></div>
<div id="site-root" class="site-root"><div id="masterPage" class="mesh-layout masterPage css-editing-scope">
<header id="SITE_HEADER" class="MazNVa SITE_HEADER wixui-header" tabindex="-1"><div class="rJoFSg"></div><div data-mesh-id="SITE_HEADERinlineContent"><div id="comp-l1" class="HcOXKn SxM0TO QxJLC3 comp-l1 wixui-rich-text" data-testid="richTextElement"><h2 class="font_2 wixui-rich-text__text"><span class="color_11">${NAME}</span></h2></div><div id="comp-l2" class="comp-l2 wixui-rich-text"><p class="font_8">صوت وسط سورية.. أخبار محلية على مدار الساعة</p></div><div id="comp-login" class="comp-login"><button aria-haspopup="dialog">تسجيل الدخول</button></div><wix-dropdown-menu id="comp-l3" class="hidden-during-prewarmup" dir="rtl"><nav class="HlRz5e" id="comp-l3navContainer" aria-label="Site"><ul class="X1Qs" id="comp-l3itemsContainer" data-marginAllChildren="true">${nav.join('')}<li id="comp-l3__more__" class="itemShared"><p>المزيد</p></li></ul></nav></wix-dropdown-menu></div></header>
<main id="PAGES_CONTAINER" class="PAGES_CONTAINER" tabindex="-1" data-main-content="true"><div id="SITE_PAGES"><div id="yd0a2" class="dBAkHi theme-vars yd0a2"><div class="HT5ybB" data-testid="page-bg"></div><div data-mesh-id="ContaineryD0inlineContent">
<div id="TPAMultiSection_kq7" class="TPAMultiSection_kq7"><div class="tpaw0 app-desktop"><div data-hook="post-page" class="post-page-root JMCi2v blog-post-page-background-color">
<div class="blog-header-background-color M8Yk" data-hook="header-content"><nav class="Xl40M" aria-label="blog" data-hook="header-navigation"><ul><li><a href="${ORIGIN}/blog">كل المنشورات</a></li>${articleSection.map((one) => `<li><a href="${ORIGIN}/blog/categories/x">${one}</a></li>`).join('')}<li><a href="${ORIGIN}/blog/categories/svc">خدمات</a></li></ul></nav><button data-hook="search-button" aria-label="بحث">${ICON}</button></div>
<nav aria-label="breadcrumbs" data-hook="breadcrumbs" class="bC5n"><ol><li><a href="${ORIGIN}">الرئيسية</a></li><li><a href="${ORIGIN}/blog/categories/x">${articleSection[0] ?? 'المدونة'}</a></li><li aria-current="page">${title}</li></ol></nav>
<article class="BmZ5pC J0Qx9d blog-post-page-font" data-hook="post"><div class="VkLZUp"><div class="i6wKmL">
<div class="UZa2Xr" data-hook="post-header"><div class="mJ89ha blog-post-metadata-font"><ul class="lyd6fK post-header-decorations"><li class="FG3qXk blog-post-metadata-font"><a class="GjXVH8" href="${ORIGIN}/profile/${print.slug}/profile" data-hook="profile-link"><span class="avatar" data-hook="avatar__text"></span><span class="tQ0Q1A user-name dlINDG" title="${print.account}" data-hook="user-name">${print.account}</span></a></li><li class="FG3qXk"><span title="${print.date}" class="post-metadata__date time-ago" data-hook="time-ago">${print.date}</span></li><li class="FG3qXk"><span title="${print.minutes}" class="post-metadata__readTime" data-hook="time-to-read">${print.minutes}</span></li></ul><button type="button" class="FOYLyR" aria-label="المزيد من الإجراءات" data-hook="more-button">${ICON}</button></div></div>
<h1 tabindex="-1" class="H3vOVf" data-hook="post-title"><span class="post-title__text blog-post-title-font blog-post-title-color"><span class="blog-post-title-font blog-post-title-color">${title}</span></span></h1>${updated}
<section class="nkqC0Q blog-post-description-style-font" data-hook="post-description"><div class="moLNrx"><div data-rce-version="10.148.3"><div class="mT2qRa RichContentViewer" dir="rtl" data-id="content-viewer"><div class="xAvBl tSPFo" data-id="rich-content-viewer">${richContent(article, others)}</div></div></div></div></section>
<div class="WPhKvm" data-hook="post-footer">${keywords.length ? `<nav aria-label="العلامات"><ul class="H1Sbp" data-hook="tag-cloud-root">${keywords.map((tag) => `<li class="Pp_a7"><a class="J9Jq" data-hook="tag-item" href="${ORIGIN}/blog/tags/${encodeURI(tag.replaceAll(' ', '-'))}">${tag}</a></li>`).join('')}</ul></nav>` : ''}<ul class="pHbq category-label-list" data-hook="category-label-list__container" aria-label="تصنيفات المنشور">${articleSection.map((one) => `<li><a class="wd4t category-label" data-hook="category-label-list__item" href="${ORIGIN}/blog/categories/x">${one}</a></li>`).join('')}</ul>
<div class="post-main-actions" data-hook="post-main-actions-desktop"><ul class="q0kXe" data-hook="post-social-actions">${share.join('')}<li><button data-hook="print-button">طباعة</button></li></ul><div class="dZs5e3" data-hook="post-main-actions__stats"><span class="eYQJQu">${print.views} مشاهدة</span><a href="#comments"><span>لا توجد تعليقات</span></a><button data-hook="like-button-with-count"><span class="FYRNvd">${print.likes} إعجاب. المنشور لم يتم وضع علامة إعجاب عليه</span></button></div></div></div></div></div></article>
<div class="morePosts" data-hook="recent-posts"><div class="b4Wk"><h2 class="fTb" data-hook="related-posts-heading">منشورات ذات صلة</h2><a class="cCq" data-hook="see-all" href="${ORIGIN}/blog">عرض الكل</a></div><div data-hook="post-list-pro-gallery-container">${others.map(card).join('')}</div></div>
<div id="comments" class="cM3nt" data-hook="comments-section"><h2>التعليقات</h2><div class="ratings" data-hook="ratings-input">لا توجد تقييمات بعد<p>إضافة تقييم</p></div><div data-hook="comment-input"><div class="ph" role="textbox" aria-label="أكتب تعليقًا">أكتب تعليقًا...</div><button disabled>نشر</button></div><p>شاركنا رأيك<br/>كن أول من يكتب تعليقًا.</p></div></div></div></div>
<div id="comp-side" class="comp-side"><h2 class="font_4 wixui-rich-text__text">الأكثر قراءة</h2><div data-hook="post-list-widget"><ul>${POPULAR.split(
    '|',
  )
    .map(
      (text, at) =>
        `<li data-hook="post-list-item"><a class="O16KGI" href="${ORIGIN}/post/p${at + 40}"><div class="bD0vt9 blog-post-title-font" data-hook="post-title"><p>${text}</p></div></a><span data-hook="time-ago">منذ ${at + 2} ساعات</span></li>`,
    )
    .join('')}</ul></div></div>
<form id="comp-sub" class="JVi7i2 comp-sub wixui-form"><h4 class="font_6">اشترك في نشرتنا البريدية</h4><label for="input_sub">البريد الإلكتروني</label><input id="input_sub" type="email" name="email" placeholder="اكتب بريدك هنا" required/><button aria-disabled="false" class="uDW_Qe wixui-button"><span class="wixui-button__label">اشتراك</span></button><p>شكراً لاشتراككم!</p></form></div></div></div></main>
<footer id="SITE_FOOTER" class="xU8fqS SITE_FOOTER wixui-footer" tabindex="-1"><div data-mesh-id="SITE_FOOTERinlineContent"><div class="wixui-rich-text"><p class="font_8">العاصي برس موقع إخباري محلي مستقل يعنى بأخبار محافظات وسط سورية. المواد المنشورة في زاوية الرأي تعبر عن آراء كتابها ولا تعبر بالضرورة عن رأي الموقع، ويسمح بإعادة النشر بشرط ذكر المصدر.</p><p class="font_9">هاتف التحرير وواتساب: 0000-000-0900 | سياسة الخصوصية | شروط الاستخدام</p><p class="font_9">© 2023 جميع الحقوق محفوظة لموقع العاصي برس. تم الإنشاء بفخر بواسطة Wix.com</p></div><ul class="social" aria-label="شريط التواصل الاجتماعي">${share.slice(0, 3).join('')}</ul></div></footer></div></div></div></div><div id="SCROLL_TO_BOTTOM" class="ignore-focus SCROLL_TO_BOTTOM" tabindex="-1"><span class="mHZSwn">bottom of page</span></div>
<script type="application/json" id="wix-warmup-data">${scriptJson({ platform: { ssrPropsUpdates: [{}] }, pages: { compIdToTypeMap: { TPAMultiSection_kq7: 'TPAMultiSection' } }, appsWarmupData: { '14bcded7-0066-7c35-14d7-466cb3f09103': { post: { title: headline, slug: article.path.slice(6), excerpt: description ?? '', viewCount: print.views }, recentPosts: others.map((one) => ({ title: one.headline, excerpt: one.description ?? '', firstPublishedDate: one.datePublished, isPinned: false })) } }, ooi: { failedInSsr: {} } })}</script>
<script async src="https://static.parastorage.com/services/wix-thunderbolt/dist/main.renderer.bundle.min.js"></script></body></html>`;
}

/** A local news desk on a page builder's blog. */
export const site: ReplicaSite = {
  id: 'shape-wix-syria',
  name: NAME,
  family: 'wix-blog',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\nDisallow: *?lightbox=\n' } }),
};
