import { readClock } from '../clock.ts';
import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-outside-lead.test';
const NAME = 'العربي الآن';
const MONTHS = 'يناير فبراير مارس إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(
  ' ',
);

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const [lead, ...rest] = readBlocks(article);
  const clock = readClock(article.datePublished ?? '', 'UTC');
  const { image } = article;
  const more = othersThan(article, articles, 3).map(
    (one) =>
      `<div class="card"><h2><a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></h2><p class="excerpt">${escapeText(one.body.slice(0, 90))}...</p></div>`,
  );
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>${escapeText(article.headline)} | ${NAME}</title>
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeText(article.headline)} | ${NAME}">
<meta property="og:image" content="${ORIGIN}${image?.path}">
<meta property="article:published_time" content="${article.datePublished?.replace('Z', '+00:00')}">
<meta property="article:author" content="${article.author?.[0]}">
<meta property="article:section" content="${article.articleSection?.[0]}">
${(article.keywords ?? []).map((word) => `<meta property="article:tag" content="${word}">`).join('\n')}
</head><body>
<div class="masthead"><a href="/">${NAME}</a><form role="search"><input placeholder="ابحث في الموقع"></form></div>
<section class="hero-block"><div class="hero-text"><a class="kicker" href="/s">${article.articleSection?.[0]}</a>
<h1>${escapeText(article.headline)}</h1></div></section>
<section class="standfirst-block"><div class="inner"><h2 class="standfirst">${escapeText(lead?.text ?? '')}</h2></div></section>
<section class="media-block"><figure><img src="${image?.path}" alt="">${image?.caption ? `<figcaption>${image.caption}</figcaption>` : ''}</figure></section>
<section class="info-block"><div class="inner"><a class="writer" href="/writers">${article.author?.[0]}</a><span class="day">${clock.day} ${MONTHS[clock.month - 1]} ${clock.year}</span><span class="read">وقت القراءة: دقيقتان</span></div></section>
<section class="text-block"><div class="inner story-body">
${blocksHtml(rest).join('\n')}
</div></section>
<section class="more-block"><h3>قد يعجبك أيضا</h3>${more.join('\n')}</section>
<footer class="foot"><p>© ${NAME} 2026، شركة فضاءات للإعلام. الآراء الواردة في المقالات تعبّر عن أصحابها.</p></footer>
</body></html>`;
}

/** The lead as a heading outside the container of the text. */
export const site: ReplicaSite = {
  id: 'shape-outside-lead',
  name: NAME,
  family: 'outside-lead',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
