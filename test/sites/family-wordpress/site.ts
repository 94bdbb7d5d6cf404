import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://family-wordpress.test';
const NAME = 'دفاتر المدينة';

function metas(article: SiteArticle): string {
  const properties: [string, string | undefined][] = [
    ['og:type', 'article'],
    ['og:title', article.headline],
    ['og:site_name', NAME],
    ['article:published_time', article.datePublished],
    ['article:modified_time', article.dateModified],
  ];
  return properties
    .filter(([, content]) => content !== undefined)
    .map(([name, content]) => `<meta property="${name}" content="${escapeText(content ?? '')}" />`)
    .join('\n');
}

function figure({ image }: SiteArticle): string {
  if (!image) return '';
  const caption = image.caption
    ? `<figcaption class="wp-caption-text">${image.caption}</figcaption>`
    : '';
  return `<figure class="post-thumbnail wp-caption"><img width="${image.width}" height="${image.height}" src="${image.path}" class="attachment-post-thumbnail wp-post-image" alt="" />${caption}</figure>`;
}

function tags(article: SiteArticle): string {
  const links = (article.keywords ?? []).map(
    (word) => `<a href="/tag/${encodeURIComponent(word)}/" rel="tag">${word}</a>`,
  );
  return links.length > 0 ? `<span class="tags-links">موسوم بـ ${links.join('، ')}</span>` : '';
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const section = article.articleSection?.[0] ?? '';
  const related = othersThan(article, articles, 2)
    .map(
      (one) =>
        `<div class="jp-relatedposts-post"><h4 class="jp-relatedposts-post-title"><a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></h4><p class="jp-relatedposts-post-context">في "${section}"</p></div>`,
    )
    .join('');
  return `<!DOCTYPE html>
<html dir="rtl" lang="ar"><head><meta charset="UTF-8" />
<title>${escapeText(article.headline)} &#8211; ${NAME}</title>
${metas(article)}
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}" />
<link rel="stylesheet" href="/wp-content/themes/madina/style.css?ver=3.1" />
<meta name="generator" content="WordPress 6.8.1" /></head>
<body class="rtl wp-singular post-template-default single single-post postid-88 wp-embed-responsive">
<header id="masthead" class="site-header"><p class="site-title"><a href="/">${NAME}</a></p><nav id="site-navigation"><ul><li><a href="/category/culture/">ثقافة</a></li><li><a href="/category/city/">مدينة</a></li></ul></nav></header>
<main id="main" class="site-main"><article class="post type-post status-publish hentry">
<header class="entry-header"><h1 class="entry-title">${escapeText(article.headline)}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="${article.datePublished}">${article.datePublished?.slice(0, 10)}</time></span> <span class="byline">بواسطة <span class="author vcard"><a class="url fn n" href="/author/1/">${article.author?.[0]}</a></span></span></div></header>
${figure(article)}
<div class="entry-content">
${blocksHtml(readBlocks(article)).join('\n')}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">شارك هذا الموضوع:</h3><ul><li><a href="#">فيس بوك</a></li><li><a href="#">X</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline">ذات صلة</h3>${related}</div>
</div>
<footer class="entry-footer"><span class="cat-links"><a href="/category/x/" rel="category tag">${section}</a></span>${tags(article)}</footer></article>
<div id="comments" class="comments-area"><h2 class="comments-title">رأي واحد حول &rdquo;${escapeText(article.headline)}&ldquo;</h2><ol class="comment-list"><li class="comment"><div class="comment-content"><p>موضوع جميل ومفيد، أتمنى أن نقرأ المزيد عن مثل هذه المبادرات في أحياء المدينة كلها.</p></div></li></ol></div></main>
<footer class="site-footer"><p>يعمل بفخر بواسطة WordPress</p></footer></body></html>`;
}

/** WordPress with a plain theme: the classes that its own documentation names. */
export const site: ReplicaSite = {
  id: 'family-wordpress',
  name: NAME,
  family: 'wordpress',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
