import { arabicIndic, lastChange, offsetIso, readClock, twelveHour, WEEKDAYS } from '../clock.ts';
import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { SiteArticle } from '../site.ts';

/** Where the site stands until it is served. */
export const ORIGIN = 'https://almarsa.test';
/** The site's own name. */
export const NAME = 'المرسى';
const ZONE = 'Asia/Beirut';
const MONTHS = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
];
/** Category names as the menu prints them: stretched with tatweel to fill the bar. */
const LABELS: Record<string, string> = {
  'أخبار محلية': 'أخــبـــار محلية',
  'أخبار عربية': 'أخــبـــار عربية',
  صحة: 'صحــــة',
  مقالات: 'مقــالات',
};

/** Absolute address of a path, percent-encoded as WordPress prints it. */
export function url(path: string): string {
  return ORIGIN + encodeURI(path);
}

/** Path of a category's page. */
export function categoryPath(section: string): string {
  return `/category/${section.replaceAll(' ', '-')}/`;
}

function categoryLink(section = '', className = ''): string {
  const label = LABELS[section] ?? section;
  return `<a${className ? ` class="${className}"` : ''} href="${url(categoryPath(section))}">${label}</a>`;
}

function printedDate(article: SiteArticle): string {
  const clock = readClock(article.datePublished ?? '', ZONE);
  const month = MONTHS[clock.month - 1];
  const date = `${WEEKDAYS[clock.weekday]} ${clock.day} ${month} ${clock.year}`;
  return arabicIndic(`${date} - ${twelveHour(clock)}`);
}

/** The theme's own graph: its articleBody is the bare text, credit line included. */
function linkedData(article: SiteArticle): string {
  const { headline, image, print } = article;
  const published = offsetIso(article.datePublished ?? '', ZONE);
  return scriptJson({
    '@context': 'http://schema.org',
    '@type': 'NewsArticle',
    dateCreated: published,
    datePublished: published,
    dateModified: offsetIso(lastChange(article), ZONE),
    headline,
    name: headline,
    keywords: article.keywords ?? [],
    url: url(article.path),
    ...(article.description ? { description: article.description } : {}),
    copyrightYear: '2026',
    articleSection: article.articleSection?.map((name) => LABELS[name] ?? name),
    articleBody:
      `${print?.creditLine ?? ''}\r\n\r\n${article.body.replaceAll('\n\n', '\r\n')}`.trim(),
    publisher: {
      '@id': '#Publisher',
      '@type': 'Organization',
      name: NAME,
      logo: { '@type': 'ImageObject', url: `${ORIGIN}/wp-content/uploads/logo@2x.png` },
    },
    author: { '@type': 'Person', name: article.author?.[0], url: `${ORIGIN}/author/editor/` },
    ...(image
      ? {
          image: {
            '@type': 'ImageObject',
            url: ORIGIN + image.path,
            width: 1200,
            height: image.height,
          },
        }
      : {}),
  });
}

function openGraph(article: SiteArticle): string {
  const { description, image } = article;
  const tags: [string, string | number | undefined][] = [
    ['og:locale', 'ar_AR'],
    ['og:type', 'article'],
    ['og:title', `${article.headline} - ${NAME}`],
    ['og:description', description],
    ['og:url', url(article.path)],
    ['og:site_name', NAME],
    ['article:published_time', offsetIso(article.datePublished ?? '', 'UTC')],
    ['article:modified_time', article.dateModified && offsetIso(article.dateModified, 'UTC')],
    ['og:image', image && ORIGIN + image.path],
    ['og:image:width', image?.width],
    ['og:image:height', image?.height],
    ['og:image:type', image && 'image/jpeg'],
  ];
  return tags
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<meta property="${name}" content="${escapeText(String(value))}" />`)
    .join('\n');
}

function shell(title: string, head: string, main: string): string {
  const menu = Object.keys(LABELS).map(
    (name) => `<li class="menu-item">${categoryLink(name)}</li>`,
  );
  return `<!DOCTYPE html>
<html dir="rtl" lang="ar" data-skin="light">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escapeText(title)} - ${NAME}</title>
${head}
<link rel="alternate" type="application/rss+xml" title="${NAME} &laquo; الخلاصة" href="${ORIGIN}/feed/" />
<meta name="generator" content="WordPress 6.8.3" />
<link rel="stylesheet" id="tie-css-base-css" href="${ORIGIN}/wp-content/themes/jannah/assets/css/base.min.css" />
</head>
<body id="tie-body" class="rtl wrapper-has-shadow block-head-1 is-desktop has-header-layout-3 sidebar-left has-sidebar">
<div id="tie-container"><div id="tie-wrapper">
<header id="theme-header"><div class="top-nav"><div class="topbar-today-date tie-icon">${arabicIndic('الجمعة 20 تشرين الثاني 2026')}</div>
<div class="breaking"><span class="breaking-title">عاجــل</span><ul id="breaking-news-in-header"><li class="news-item"><a href="${ORIGIN}/live/">تابعوا البث المباشر لجلسة المجلس البلدي</a></li></ul></div></div>
<nav id="main-nav"><ul id="menu-main" class="menu"><li class="menu-item"><a href="${ORIGIN}/">الرئيسية</a></li>${menu.join('')}</ul></nav></header>
<div id="content" class="site-content container"><div id="main-content-row" class="tie-row main-content-row">
${main}
</div></div>
<footer id="footer" class="site-footer"><div id="site-info"><div class="copyright-text copyright-text-first">&copy; حقوق النشر 2026، جميع الحقوق محفوظة لموقع ${NAME} | تصميم وتطوير استوديو خليج</div></div></footer>
<a id="go-to-top" class="go-to-top-button" href="#go-to-tie-body"><span class="screen-reader-text">زر الذهاب إلى الأعلى</span></a>
</div></div></body></html>`;
}

function listItem(article: SiteArticle): string {
  return `<li class="post-item tie-standard"><div class="post-details"><h2 class="post-title"><a href="${url(article.path)}">${escapeText(article.headline)}</a></h2><div class="post-meta"><span class="date meta-item tie-icon">${printedDate(article)}</span></div></div></li>`;
}

function sidebar(article: SiteArticle, articles: readonly SiteArticle[]): string {
  return `<aside class="sidebar tie-col-md-4 is-sticky" aria-label="القائمة الجانبية الرئيسية">
<div class="container-wrapper widget posts-list"><div class="widget-title the-global-title"><div class="the-subtitle">الأكثر قــراءة</div></div>
<ul class="posts-list-items">${othersThan(article, articles, 4).map(listItem).join('')}</ul></div>
<div class="container-wrapper subscribe-widget widget"><div class="widget-inner-wrap"><h4>النشرة البريدية</h4><div class="subscribe-widget-content"><p>اشترك في قائمتنا البريدية لتصلك أهم أخبار الساحل والجبل صباح كل يوم، ولن نشارك بريدك مع أي جهة أخرى.</p></div><form><input type="email" placeholder="أدخل بريدك الإلكتروني" /><input type="submit" value="إشترك" /></form></div></div></aside>`;
}

function comments(): string {
  return `<div id="comments" class="comments-area"><h3 class="comments-title">تعليقان</h3>
<ol class="comment-list"><li class="comment even"><article class="comment-body"><div class="comment-author vcard"><b class="fn">أبو كريم</b> <span class="says">يقول</span></div><div class="comment-content"><p>كلام سليم لكن أين كانت الجهات المعنية طوال السنوات الماضية؟ نسمع الوعود نفسها منذ كنا في المدرسة، ثم يأتي الموسم التالي ولا يتغير شيء على الأرض سوى الأسعار.</p></div></article></li>
<li class="comment odd"><article class="comment-body"><div class="comment-author vcard"><b class="fn">هناء</b> <span class="says">يقول</span></div><div class="comment-content"><p>شكرا للمرسى على المتابعة، نتمنى نشر الأرقام بالتفصيل مع المصادر حتى نستطيع المقارنة.</p></div></article></li></ol>
<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">اترك تعليقاً</h3><p class="comment-notes">لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p></div></div>`;
}

function entryHeader(article: SiteArticle): string {
  const section = article.articleSection?.[0];
  return `<header class="entry-header-outer">
<nav id="breadcrumb"><a href="${ORIGIN}/"><span class="tie-icon-home"></span> الرئيسية</a><em class="delimiter">/</em>${categoryLink(section)}<em class="delimiter">/</em><span class="current">${escapeText(article.headline)}</span></nav>
<div class="entry-header"><span class="post-cat-wrap">${categoryLink(section, 'post-cat tie-cat-12')}</span>
<h1 class="post-title entry-title">${escapeText(article.headline)}</h1>
<div class="single-post-meta post-meta clearfix"><span class="author-meta single-author with-avatars"><span class="meta-item meta-author-wrapper meta-author-1"><span class="meta-author"><a href="${ORIGIN}/author/editor/" class="author-name tie-icon" title="${article.author?.[0]}">${article.author?.[0]}</a></span></span></span><span class="date meta-item tie-icon">${printedDate(article)}</span><div class="tie-alignright"><span class="meta-comment tie-icon meta-item fa-before">2</span><span class="meta-views meta-item"><span class="tie-icon-fire"></span> ${arabicIndic(article.print?.views ?? '1')} </span><span class="meta-reading-time meta-item"><span class="tie-icon-bookmark"></span> ${article.print?.minutes}</span></div></div></div></header>`;
}

function featured(article: SiteArticle): string {
  const { image } = article;
  if (!image) return '';
  const caption = image.caption
    ? `<figcaption class="single-caption-text"><span class="tie-icon-camera"></span> ${escapeText(image.caption)}</figcaption>`
    : '';
  return `<div class="featured-area"><div class="featured-area-inner"><figure class="single-featured-image"><img width="${image.width}" height="${image.height}" src="${ORIGIN}${image.path}" alt="" class="attachment-jannah-image-post" />${caption}</figure></div></div>`;
}

function content(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const blocks = blocksHtml(readBlocks(article), { quote: 'p' });
  const [related] = othersThan(article, articles, 1);
  if (related && blocks.length > 3) {
    blocks.splice(
      2,
      0,
      `<div id="inline-related-post" class="mag-box mag-box-single-post content-only"><div class="container-wrapper"><div class="mag-box-title the-global-title"><h3>مقالات ذات صلة</h3></div><div class="mag-box-container clearfix"><ul class="posts-items">${listItem(related)}</ul></div></div></div>`,
    );
  }
  const credit = article.print?.creditLine;
  return `<div class="entry-content entry clearfix">
${credit ? `<p><strong>${credit}</strong></p>` : ''}
${blocks.join('\n')}
${article.keywords ? `<div class="post-bottom-meta post-bottom-tags post-tags-modern"><div class="post-bottom-meta-title"><span class="tie-icon-tags"></span> الوسوم</div><span class="tagcloud">${article.keywords.map((word) => `<a href="${url(`/tag/${word}/`)}" rel="tag">${word}</a>`).join(' ')}</span></div>` : ''}
</div>
<div id="share-buttons-bottom" class="share-buttons share-buttons-bottom"><div class="share-links"><a class="facebook-share-button" href="https://www.facebook.com/sharer.php?u=${encodeURIComponent(url(article.path))}"><span class="social-text">فيسبوك</span></a><a class="print-share-button" href="#"><span class="social-text">طباعة</span></a></div></div>`;
}

/** Page of an article. */
export function articlePage(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { description } = article;
  const head = `${description ? `<meta name="description" content="${escapeText(description)}" />` : ''}
<link rel="canonical" href="${url(article.path)}" />
${openGraph(article)}
<link rel="shortlink" href="${ORIGIN}/?p=${4100 + articles.indexOf(article) * 37}" />`;
  const main = `<div class="main-content tie-col-md-8 tie-col-xs-12" role="main">
<article id="the-post" class="container-wrapper post-content tie-standard">
${entryHeader(article)}
${featured(article)}
${content(article, articles)}
<script id="tie-schema-json" type="application/ld+json">${linkedData(article)}</script>
</article>
<div class="post-components"><div id="related-posts" class="container-wrapper has-extra-post"><div class="mag-box-title the-global-title"><h3>مقــالات ذات صلــة</h3></div><div class="related-posts-list">${othersThan(article, articles, 3).map(listItem).join('')}</div></div>
${comments()}</div></div>
${sidebar(article, articles)}`;
  return shell(article.headline, head, main);
}

/** Home and category pages. */
export function listingPage(title: string, articles: readonly SiteArticle[]): string {
  const main = `<div class="main-content tie-col-md-8"><header class="entry-header-outer container-wrapper"><h1 class="page-title">${LABELS[title] ?? title}</h1></header><div class="mag-box wide-post-box"><ul id="posts-container" class="posts-items">${articles.map(listItem).join('\n')}</ul></div></div>`;
  return shell(title, `<link rel="canonical" href="${ORIGIN}/" />`, main);
}
