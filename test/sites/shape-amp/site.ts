import { readClock } from '../clock.ts';
import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-amp.test';
const NAME = 'القصبة';
const MONTHS = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(
  ' ',
);

function linkedData(article: SiteArticle): string {
  const { image } = article;
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: ORIGIN + encodeURI(article.path),
    headline: article.headline,
    datePublished: article.datePublished,
    dateModified: article.datePublished,
    ...(article.description ? { description: article.description } : {}),
    articleSection: article.articleSection?.[0],
    author: { '@type': 'Person', name: article.author?.[0] },
    publisher: {
      '@type': 'Organization',
      name: NAME,
      logo: { '@type': 'ImageObject', url: `${ORIGIN}/amp/logo.png`, width: 600, height: 60 },
    },
    image: {
      '@type': 'ImageObject',
      url: ORIGIN + image?.path,
      width: image?.width,
      height: image?.height,
    },
  });
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image } = article;
  const clock = readClock(article.datePublished ?? '', 'UTC');
  const parts = blocksHtml(readBlocks(article));
  parts.splice(
    2,
    0,
    '<amp-ad width="300" height="250" type="doubleclick" data-slot="/5512/amp"><div placeholder>إعلان</div></amp-ad>',
  );
  return `<!doctype html>
<html ⚡ lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>${escapeText(article.headline)}</title>
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}">
<meta name="viewport" content="width=device-width,minimum-scale=1">
<script type="application/ld+json">${linkedData(article)}</script>
<style amp-custom>body{font-family:serif}.amp-wp-title{font-size:1.6em}</style>
<script async src="https://cdn.ampproject.org/v0.js"></script></head>
<body><amp-sidebar id="menu" layout="nodisplay" side="right"><ul><li><a href="/">الرئيسية</a></li><li><a href="/tourism">سياحة</a></li><li><a href="/culture">ثقافة</a></li></ul></amp-sidebar>
<header class="amp-wp-header"><a href="/">${NAME}</a></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${escapeText(article.headline)}</h1>
<div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">${article.author?.[0]}</span></div>
<div class="amp-wp-meta amp-wp-posted-on"><time>${clock.day} ${MONTHS[clock.month - 1]} ${clock.year}</time></div></header>
<figure class="amp-wp-article-featured-image wp-caption"><amp-img src="${image?.path}" width="${image?.width}" height="${image?.height}" layout="intrinsic"></amp-img>${image?.caption ? `<p class="wp-caption-text">${image.caption}</p>` : ''}</figure>
<div class="amp-wp-article-content">
${parts.join('\n')}
<amp-social-share type="facebook"></amp-social-share><amp-social-share type="whatsapp"></amp-social-share>
</div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">التصنيفات: <a href="/c">${article.articleSection?.[0]}</a></div><div class="amp-wp-meta amp-wp-comments-link"><a href="#respond">اترك تعليقا</a></div></footer></article>
<amp-list layout="fixed-height" height="200" src="/more.json"><div fallback>${othersThan(
    article,
    articles,
    2,
  )
    .map((one) => `<a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a>`)
    .join('')}</div></amp-list>
<footer class="amp-wp-footer"><p>&copy; 2026 ${NAME}</p><a href="#top" class="back-to-top">العودة إلى الأعلى</a></footer></body></html>`;
}

/** AMP pages of a WordPress plug-in's make. */
export const site: ReplicaSite = {
  id: 'shape-amp',
  name: NAME,
  family: 'amp',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
