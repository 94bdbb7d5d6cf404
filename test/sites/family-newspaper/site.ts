import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://family-newspaper.test';
const NAME = 'مرآة الجنوب';

function tags(article: SiteArticle): string {
  const links = (article.keywords ?? []).map(
    (word) => `<li><a href="/tag/${encodeURIComponent(word)}/">${word}</a></li>`,
  );
  return links.length > 0
    ? `<ul class="td-tags td-post-small-box clearfix"><li><span>كلمات دلالية</span></li>${links.join('')}</ul>`
    : '';
}

/** The text with the box of another article that editors put behind its first paragraph. */
function textOf(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const [first = '', ...rest] = blocksHtml(readBlocks(article));
  const other = othersThan(article, articles, 1)[0];
  const box = other
    ? `<div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title">اقرأ أيضا</h4><h3 class="entry-title td-module-title"><a href="${encodeURI(other.path)}">${escapeText(other.headline)}</a></h3></div>`
    : '';
  return [
    first,
    box,
    '<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- إعلان -</span></div>',
    ...rest,
  ].join('\n');
}

function themePage(article: SiteArticle, text: string): string {
  return `<article class="post type-post hentry"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/category/a/">${article.articleSection?.[0]}</a></li></ul>
<header class="td-post-title"><h1 class="entry-title">${escapeText(article.headline)}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">بقلم</div> <a href="/author/a/">${article.author?.[0]}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date" datetime="${article.datePublished}">${article.datePublished?.slice(0, 10)}</time></span><div class="td-post-views"><span class="td-nr-views-88">512</span></div></div></header></div>
<div class="td-post-sharing-top"><a href="#">Facebook</a><a href="#">WhatsApp</a></div>
<div class="td-post-content tagdiv-type">${text}</div>
<footer>${tags(article)}</footer></article>`;
}

function builderPage(article: SiteArticle, text: string): string {
  return `<div class="tdc-row"><div class="td_block_wrap tdb_single_categories tdb-category"><a class="tdb-entry-category" href="/category/a/">${article.articleSection?.[0]}</a></div>
<div class="td_block_wrap tdb_title"><h1 class="tdb-title-text">${escapeText(article.headline)}</h1></div>
<div class="td_block_wrap tdb_single_author"><a class="tdb-author-name" href="/author/a/">${article.author?.[0]}</a></div>
<div class="td_block_wrap tdb_single_date"><time class="entry-date updated td-module-date" datetime="${article.datePublished}">${article.datePublished?.slice(0, 10)}</time></div>
<div class="td_block_wrap tdb_single_content"><div class="tdb-block-inner td-fix-index">${text}</div></div></div>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const text = textOf(article, articles);
  const main =
    article.print?.template === 'theme' ? themePage(article, text) : builderPage(article, text);
  return `<!doctype html>
<html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>${escapeText(article.headline)} - ${NAME}</title>
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}"><meta name="generator" content="WordPress 6.7"></head>
<body class="rtl single single-post global-block-template-1 td-standard-pack td-full-layout">
<div class="td-header-menu-wrap"><a href="/">${NAME}</a><ul class="sf-menu"><li><a href="/category/a/">بيئة</a></li></ul></div>
<div id="td-outer-wrap">${main}
<div class="td-ss-main-sidebar"><aside class="widget"><h4>الأكثر قراءة</h4><p>تابع صفحاتنا لتصلك أخبار الجنوب أولا بأول</p></aside></div></div>
<div class="td-footer-wrapper"><p>${NAME}، جريدة إلكترونية مستقلة. جميع الحقوق محفوظة.</p></div></body></html>`;
}

/** tagDiv's Newspaper theme, its own template and its builder's. */
export const site: ReplicaSite = {
  id: 'family-newspaper',
  name: NAME,
  family: 'wordpress-newspaper',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
