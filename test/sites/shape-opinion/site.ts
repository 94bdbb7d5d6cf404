import { readClock } from '../clock.ts';
import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-opinion.test';
const NAME = 'الرأي العام';
const MONTHS = 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');

function writerBox(article: SiteArticle): string {
  return `<div class="author-box"><img class="avatar" src="/writers/1.jpg" alt="${article.author?.[0]}"><div class="author-box__info"><h4><a href="/writers/1" rel="author">${article.author?.[0]}</a></h4><p class="author-box__bio">${escapeText(article.print?.bio ?? '')}</p><a href="/writers/1">كل مقالات الكاتب</a></div></div>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const clock = readClock(article.datePublished ?? '', 'Africa/Tunis');
  const box = writerBox(article);
  const before = article.print?.box === 'before';
  const others = othersThan(article, articles, 3).map(
    (one) =>
      `<li><span>${one.author?.[0]}</span> <a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${escapeText(article.headline)} | ${NAME}</title>
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}">
<meta property="og:type" content="article"><meta property="og:title" content="${escapeText(article.headline)}">
<meta property="article:published_time" content="${article.datePublished}"><meta property="article:section" content="${article.articleSection?.[0]}"></head>
<body class="opinion"><header><a href="/">${NAME}</a><ul><li><a href="/opinion">${article.articleSection?.[0]}</a></li><li><a href="/cartoon">كاريكاتير</a></li></ul></header>
<main class="opinion-main"><article><h1 class="opinion-title">${escapeText(article.headline)}</h1>
<div class="opinion-meta"><span>${clock.day} ${MONTHS[clock.month - 1]} ${clock.year}</span> <span class="size">حجم الخط: <a href="#">+</a> <a href="#">-</a></span></div>
${before ? box : ''}
<div class="opinion-text">${blocksHtml(readBlocks(article)).join('\n')}</div>
${before ? '' : box}
<p class="disclaimer">المقالات المنشورة في هذا القسم تعبّر عن رأي كاتبها ولا تعكس بالضرورة السياسة التحريرية للموقع.</p></article>
<section class="opinion-others"><h2>مقالات أخرى</h2><ul>${others.join('')}</ul></section></main>
<footer><p>${NAME}، جميع الحقوق محفوظة 2026</p></footer></body></html>`;
}

/** Opinion pages with a box about the writer. */
export const site: ReplicaSite = {
  id: 'shape-opinion',
  name: NAME,
  family: 'opinion',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
