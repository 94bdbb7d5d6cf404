import { type Block, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-gutenberg-tunisia.test';
const NAME = 'مرصد الجهات';
const MENU =
  'الرئيسية|وطنية|سياسة|اقتصاد|جهات|مجتمع|عدالة|ثقافة|رياضة|بيئة|صحة|تربية وتعليم|تكنولوجيا|رأي|بودكاست|تحقيقات';
const LATEST = [
  'ميزانية البلديات: 41 بلدية دون محاسب عمومي منذ ثلاث سنوات',
  'الستاغ: انقطاع مبرمج للكهرباء الأحد بعدد من معتمديات الوسط',
  'مهرجان «الرّحى» الدولي يلغي سهرتين بسبب سوء الأحوال الجوية',
  'تراجع صادرات القوارص بنسبة 9 بالمائة مقارنة بالموسم الماضي',
  'حجز 3 أطنان من البطاطا المخزنة خارج المسالك القانونية',
  'بطولة الرابطة الثانية: نتائج مباريات الجولة الرابعة إيابا',
  'فتح باب الترشح لمناظرة انتداب أعوان حراسة الغابات',
];
const FOOT = 'من نحن|ميثاق التحرير|فريق التحرير|سياسة الخصوصية|شروط الاستخدام|للإشهار|اتصل بنا';
const li = (label: string, at: number) =>
  `<li class="wp-block-navigation-item wp-block-navigation-link"><a class="wp-block-navigation-item__content" href="${ORIGIN}/category/s${at}/"><span class="wp-block-navigation-item__label">${label}</span></a></li>`;

function blockHtml({ kind, text }: Block, index: number, article: SiteArticle): string {
  const escaped = escapeText(text);
  const { opening = '', pull } = article.print ?? {};
  if (kind === 'heading') return `<h2 class="wp-block-heading">${escaped}</h2>`;
  if (kind === 'item') return `<ul class="wp-block-list">\n<li>${escaped}</li>\n</ul>`;
  if (kind === 'quote')
    return pull
      ? `<figure class="wp-block-pullquote has-text-align-right" style="border-width:2px 0"><blockquote><p>${escaped}</p></blockquote></figure>`
      : `<blockquote class="wp-block-quote is-layout-flow wp-block-quote-is-layout-flow">\n<p>${escaped}</p>\n</blockquote>`;
  if (index === 0 && opening) return `<p><strong>${escapeText(opening)}</strong>${escaped}</p>`;
  return index === 0 && article.print?.intro
    ? `<p class="has-medium-font-size"><strong>${escaped}</strong></p>`
    : `<p>${escaped}</p>`;
}

const teaser = (title: string, date: string, id: number) =>
  `<li class="wp-block-post post-${id} post type-post status-publish format-standard has-post-thumbnail hentry category-jihat"><div class="wp-block-group is-vertical is-layout-flex wp-block-group-is-layout-flex"><figure class="wp-block-post-featured-image" style="aspect-ratio:3/2"><a href="${ORIGIN}/?p=${id}" target="_self"><img loading="lazy" decoding="async" src="${ORIGIN}/wp-content/uploads/t-${id}.webp" alt="" style="width:100%;height:100%;object-fit:cover;"/></a></figure><h3 class="wp-block-post-title has-medium-font-size"><a href="${ORIGIN}/?p=${id}" target="_self">${escapeText(title)}</a></h3><div class="wp-block-post-date has-small-font-size"><time datetime="${date}">${date.slice(8, 10)} جانفي 2026</time></div></div></li>`;

function query(titles: string[], id: number, name: string): string {
  return `<div class="wp-block-group alignwide has-global-padding is-layout-constrained wp-block-group-is-layout-constrained"><h2 class="wp-block-heading has-large-font-size">${name}</h2>
<div class="wp-block-query is-layout-flow wp-block-query-is-layout-flow"><ul class="columns-3 is-layout-grid wp-container-core-post-template-is-layout-${id % 97} wp-block-post-template wp-block-post-template-is-layout-grid">${titles.map((title, at) => teaser(title, `2026-01-${12 + at}T09:0${at}:00+01:00`, id + at * 13)).join('')}</ul></div></div>`;
}

function graph(article: SiteArticle): string {
  const url = ORIGIN + encodeURI(article.path);
  const { author, print = {} } = article;
  return scriptJson({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': ['Article', 'NewsArticle'],
        '@id': `${url}#article`,
        isPartOf: { '@id': url },
        author: { name: author?.[0] ?? 'admin', '@id': `${ORIGIN}/#/schema/person/5f2a` },
        headline: article.headline,
        datePublished: print.published,
        dateModified: print.modified,
        publisher: { '@id': `${ORIGIN}/#organization` },
        image: { '@id': `${url}#primaryimage` },
        articleSection: article.articleSection,
        keywords: article.keywords,
        inLanguage: 'ar',
      },
      { '@type': 'WebPage', '@id': url, url, name: `${article.headline} - ${NAME}` },
      { '@type': 'Organization', '@id': `${ORIGIN}/#organization`, name: NAME, url: ORIGIN },
    ],
  });
}

function head(article: SiteArticle): string {
  const { image, description, print = {} } = article;
  const meta = (key: string, value?: string | number) =>
    value ? `<meta property="${key}" content="${escapeText(String(value))}" />\n` : '';
  return `<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name='robots' content='index, follow, max-image-preview:large, max-snippet:-1' />
<title>${escapeText(article.headline)} - ${NAME}</title>
${description ? `<meta name="description" content="${escapeText(description)}" />` : ''}
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}" />
${meta('og:locale', 'ar_AR')}${meta('og:type', 'article')}${meta('og:title', article.headline)}${meta('og:description', description)}${meta('og:site_name', NAME)}${print.seo ? meta('article:published_time', print.published) + meta('article:modified_time', print.modified) : ''}${image ? meta('og:image', ORIGIN + image.path) + meta('og:image:width', image.width) + meta('og:image:height', image.height) : ''}
${print.seo ? `<script type="application/ld+json" class="yoast-schema-graph">${graph(article)}</script>` : ''}
<link rel="alternate" type="application/rss+xml" title="${NAME} &laquo; الخلاصة" href="${ORIGIN}/feed/" />
<style id='wp-block-navigation-inline-css'>.wp-block-navigation{position:relative}.wp-block-navigation ul{list-style:none;margin:0;padding:0}.wp-block-navigation .wp-block-navigation-item{align-items:center;display:flex}</style>
<style id='wp-block-post-content-inline-css'>.wp-block-post-content{display:flow-root}</style><style id='wp-block-pullquote-inline-css'>.wp-block-pullquote{box-sizing:border-box;margin:0 0 1em;overflow-wrap:break-word;padding:4em 0;text-align:center}</style>
<style id='global-styles-inline-css'>:root{--wp--preset--aspect-ratio--square:1;--wp--preset--color--base:#FFFFFF;--wp--preset--color--contrast:#111111;--wp--preset--color--accent-1:#C8102E;--wp--preset--font-size--medium:clamp(1rem,1rem + 0.196vw,1.125rem);--wp--preset--font-family--manrope:"IBM Plex Sans Arabic",sans-serif;--wp--preset--spacing--50:clamp(30px,5vw,50px)}:where(body){margin:0}.wp-site-blocks{padding-top:0}.is-layout-constrained>:where(:not(.alignleft):not(.alignright):not(.alignfull)){max-width:645px;margin-left:auto!important;margin-right:auto!important}</style>
<script type="importmap" id="wp-importmap">{"imports":{"@wordpress/interactivity":"${ORIGIN}/wp-includes/js/dist/script-modules/interactivity/index.min.js"}}</script>
<link rel="https://api.w.org/" href="${ORIGIN}/wp-json/" /><link rel='shortlink' href='${ORIGIN}/?p=${print.id}' />`;
}

const HEADER = `<header class="wp-block-template-part"><div class="wp-block-group alignfull is-layout-flow wp-block-group-is-layout-flow"><div class="wp-block-group alignwide is-content-justification-space-between is-nowrap is-layout-flex"><div class="wp-block-site-logo"><a href="${ORIGIN}/" class="custom-logo-link" rel="home"><img width="180" height="60" src="${ORIGIN}/wp-content/uploads/logo.svg" class="custom-logo" alt="${NAME}"/></a></div><p class="wp-block-site-title"><a href="${ORIGIN}" target="_self" rel="home">${NAME}</a></p><p class="wp-block-site-tagline">صحافة مستقلة من داخل الجهات</p></div>
<nav class="is-responsive wp-block-navigation is-layout-flex" aria-label="القائمة الرئيسية" data-wp-interactive="core/navigation" data-wp-context='{"overlayOpenedBy":{"click":false},"type":"overlay","ariaLabel":"القائمة"}'><button aria-haspopup="dialog" aria-label="فتح القائمة" class="wp-block-navigation__responsive-container-open"><svg width="24" height="24" viewBox="0 0 24 24"><path d="M4 7.5h16v1.5H4z"></path></svg></button><div class="wp-block-navigation__responsive-container" id="modal-1"><ul class="wp-block-navigation__container is-responsive wp-block-navigation">${MENU.split('|').map(li).join('')}</ul></div></nav>
<form role="search" method="get" action="${ORIGIN}/" class="wp-block-search__button-outside wp-block-search__text-button wp-block-search"><label class="wp-block-search__label" for="wp-block-search__input-1">بحث</label><div class="wp-block-search__inside-wrapper"><input class="wp-block-search__input" id="wp-block-search__input-1" type="search" name="s" required /><button class="wp-block-search__button wp-element-button" type="submit">بحث</button></div></form></div></header>`;
const SHARE = `<ul class="wp-block-social-links has-small-icon-size is-layout-flex wp-block-social-links-is-layout-flex">${['facebook', 'x', 'whatsapp', 'telegram', 'linkedin'].map((one) => `<li class="wp-social-link wp-social-link-${one} wp-block-social-link"><a href="https://${one}.test/share" class="wp-block-social-link-anchor"><span class="wp-block-social-link-label screen-reader-text">${one}</span></a></li>`).join('')}</ul>`;
const COMMENTS = `<div class="wp-block-comments"><h2 class="wp-block-heading">التعليقات</h2><div id="respond" class="comment-respond wp-block-post-comments-form"><h3 id="reply-title" class="comment-reply-title">اترك تعليقاً</h3><form action="${ORIGIN}/wp-comments-post.php" method="post" id="commentform" class="comment-form"><p class="comment-notes"><span id="email-notes">لن يتم نشر عنوان بريدك الإلكتروني.</span> <span class="required-field-message">الحقول الإلزامية مشار إليها بـ <span class="required">*</span></span></p><p class="comment-form-comment"><label for="comment">التعليق <span class="required">*</span></label> <textarea id="comment" name="comment" cols="45" rows="8" required></textarea></p><p class="comment-form-author"><label for="author">الاسم <span class="required">*</span></label> <input id="author" name="author" type="text" /></p><p class="form-submit wp-block-button"><input name="submit" type="submit" class="wp-block-button__link wp-element-button" value="إرسال التعليق" /></p></form></div></div>`;
const FOOTER = `<footer class="wp-block-template-part"><div class="wp-block-group alignfull has-contrast-background-color has-background is-layout-constrained"><div class="wp-block-columns is-layout-flex"><div class="wp-block-column is-layout-flow"><h2 class="wp-block-heading">${NAME}</h2><p>موقع إخباري تونسي مستقل يعنى بأخبار الجهات والسياسات المحلية، تصدره جمعية «نوافذ» للإعلام البديل. ينشر المحتوى تحت رخصة المشاع الإبداعي، ويسمح بإعادة النشر مع ذكر المصدر ودون تحوير.</p></div><div class="wp-block-column is-layout-flow"><nav class="wp-block-navigation is-vertical" aria-label="التذييل"><ul class="wp-block-navigation__container">${FOOT.split('|').map(li).join('')}</ul></nav></div><div class="wp-block-column is-layout-flow"><h3 class="wp-block-heading">النشرة الأسبوعية</h3><p>ملخص أهم ما نشرناه، كل يوم أحد في بريدك.</p><form class="jetpack-subscribe"><input type="email" placeholder="البريد الإلكتروني"/><button class="wp-block-button__link" type="submit">اشترك</button></form></div></div><p class="has-text-align-center has-small-font-size">صمّم بفخر باستخدام <a href="https://wordpress.test" rel="nofollow">ووردبريس</a></p></div></footer>`;

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {}, author } = article;
  const term = (one: string) =>
    `<a href="${ORIGIN}/tag/${encodeURI(one)}/" rel="tag">${escapeText(one)}</a>`;
  const blocks = readBlocks(article);
  const excerpt = print.excerpt ? blocks.shift()?.text : undefined;
  const parts = blocks.map((block, at) => blockHtml(block, at, article));
  if (print.box)
    parts.splice(
      3,
      0,
      `<div class="wp-block-group has-accent-5-background-color has-background is-layout-flow"><p class="has-small-font-size"><strong>اقرأ أيضا</strong></p><ul class="wp-block-latest-posts__list wp-block-latest-posts"><li><a class="wp-block-latest-posts__post-title" href="${ORIGIN}/?p=6120">${escapeText(print.box)}</a></li></ul></div>`,
    );
  if (print.photo)
    parts.splice(
      5,
      0,
      `<figure class="wp-block-image size-large"><img loading="lazy" decoding="async" width="1024" height="683" src="${ORIGIN}/wp-content/uploads/in-${print.id}-1024x683.jpg" alt="" class="wp-image-${print.id}"/><figcaption class="wp-element-caption">${escapeText(print.photo)}</figcaption></figure>`,
    );
  if (print.tail) parts.push(`<p class="has-text-align-left">${escapeText(print.tail)}</p>`);
  const others = othersThan(article, articles, 2).map((one) => one.headline);
  return `<!DOCTYPE html>
<html dir="rtl" lang="ar"><head>${head(article)}</head>
<body class="rtl wp-singular post-template-default single single-post postid-${print.id} single-format-standard wp-custom-logo wp-embed-responsive wp-theme-twentytwentyfive"><a class="skip-link screen-reader-text" id="wp-skip-link" href="#wp--skip-link--target">تخطى إلى المحتوى</a>
<div class="wp-site-blocks">${HEADER}
<main class="wp-block-group has-global-padding is-layout-constrained wp-block-group-is-layout-constrained" id="wp--skip-link--target" style="margin-top:var(--wp--preset--spacing--60)"><div class="wp-block-group alignfull has-global-padding is-layout-constrained"><div class="wp-block-yoast-seo-breadcrumbs yoast-breadcrumbs"><span><span><a href="${ORIGIN}/">الرئيسية</a></span> » <span class="breadcrumb_last" aria-current="page">${escapeText(article.headline)}</span></span></div>
<div class="taxonomy-category wp-block-post-terms">${(article.articleSection ?? []).map(term).join('<span class="wp-block-post-terms__separator">، </span>')}</div>
<h1 class="wp-block-post-title has-x-large-font-size">${escapeText(article.headline)}</h1>
${excerpt ? `<div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">${escapeText(excerpt)}</p></div>` : ''}
${image ? `<figure style="aspect-ratio:3/2;" class="wp-block-post-featured-image"><img width="${image.width}" height="${image.height}" src="${ORIGIN}${image.path}" class="attachment-post-thumbnail size-post-thumbnail wp-post-image" alt="" fetchpriority="high" decoding="async" style="width:100%;height:100%;object-fit:cover;" /></figure>` : ''}
<div class="wp-block-group has-accent-4-color has-small-font-size is-layout-flex wp-block-group-is-layout-flex">${author ? `<p>بقلم </p><p class="wp-block-post-author-name"><a href="${ORIGIN}/author/u${print.id}/" target="_self" class="wp-block-post-author-name__link">${author[0]}</a></p><p>—</p>` : ''}<div class="wp-block-post-date"><time datetime="${print.published}">${print.date}</time></div>${print.updated ? `<div class="wp-block-post-date__modified-date wp-block-post-date"><time datetime="${print.modified}">حُيّن في ${print.updated}</time></div>` : ''}${print.reading ? `<div class="wp-block-post-time-to-read">${print.reading}</div>` : ''}</div>${SHARE}</div>
<div class="entry-content alignfull wp-block-post-content has-global-padding is-layout-constrained wp-block-post-content-is-layout-constrained">
${parts.join('\n\n\n\n').replace(/<\/ul>\s+<ul class="wp-block-list">/gu, '')}
</div>
<div class="wp-block-group has-global-padding is-layout-constrained">${article.keywords ? `<div class="taxonomy-post_tag is-style-post-terms-1 wp-block-post-terms"><span class="wp-block-post-terms__prefix">الكلمات المفاتيح: </span>${article.keywords.map(term).join('<span class="wp-block-post-terms__separator"> </span>')}</div>` : ''}
${print.bio ? `<div class="wp-block-post-author"><div class="wp-block-post-author__avatar"><img alt='' src='${ORIGIN}/avatar.png' class='avatar avatar-96 photo' height='96' width='96' loading='lazy'/></div><div class="wp-block-post-author__content"><p class="wp-block-post-author__name">${author?.[0]}</p><p class="wp-block-post-author__bio">${escapeText(print.bio)}</p></div></div>` : ''}
<nav class="wp-block-group alignwide is-content-justification-space-between is-nowrap is-layout-flex" aria-label="تصفح المقالات"><div class="post-navigation-link-previous wp-block-post-navigation-link"><span class="wp-block-post-navigation-link__arrow-previous is-arrow-arrow" aria-hidden="true">→</span><a href="${ORIGIN}/?p=6001" rel="prev">${LATEST[5]}</a></div><div class="post-navigation-link-next wp-block-post-navigation-link"><a href="${ORIGIN}/?p=6003" rel="next">${LATEST[6]}</a></div></nav>${COMMENTS}</div>
${query([...others, ...LATEST.slice(0, 4)], 6010, 'مقالات ذات صلة')}
${query(LATEST.slice(1, 7), 6203, 'الأكثر قراءة هذا الأسبوع')}</main>${FOOTER}</div>
<script type="module" src="${ORIGIN}/wp-includes/js/dist/script-modules/block-library/navigation/view.min.js" id="@wordpress/block-library/navigation/view-js-module"></script>
<script id="wp-block-template-skip-link-js-after">( function() { var skipLinkTarget = document.querySelector( 'main' ); if ( ! skipLinkTarget ) { return; } }() );</script></body></html>`;
}

/** A Tunisian site on a WordPress block theme: every part of the page is a core block. */
export const site: ReplicaSite = {
  id: 'shape-gutenberg-tunisia',
  name: NAME,
  family: 'wordpress-block-theme',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /wp-admin/\n' } }),
};
