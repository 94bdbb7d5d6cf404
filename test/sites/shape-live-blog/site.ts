import { lastChange, readClock, twoDigits } from '../clock.ts';
import { type Block, escapeText, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-live-blog.test';
const NAME = 'الشرفة';
const ZONE = 'Asia/Riyadh';

/** The blocks before the first entry, then the entries, each opened by its heading. */
function entriesOf(article: SiteArticle): { intro: Block[]; entries: Block[][] } {
  const intro: Block[] = [];
  const entries: Block[][] = [];
  for (const block of readBlocks(article)) {
    if (block.kind === 'heading') entries.push([block]);
    else (entries.at(-1) ?? intro).push(block);
  }
  return { intro, entries };
}

function paragraphs(blocks: readonly Block[]): string {
  return blocks.map((block) => `<p>${escapeText(block.text)}</p>`).join('\n');
}

function linkedData(article: SiteArticle, times: readonly string[]): string {
  const { entries } = entriesOf(article);
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    headline: article.headline,
    datePublished: article.datePublished,
    dateModified: article.dateModified,
    coverageStartTime: article.datePublished,
    coverageEndTime: article.dateModified,
    publisher: { '@type': 'Organization', name: NAME },
    liveBlogUpdate: entries.map(([heading, ...rest], index) => ({
      '@type': 'BlogPosting',
      headline: heading?.text,
      datePublished: `${article.datePublished?.slice(0, 10)}T${times[index]}:00+03:00`,
      articleBody: rest.map((block) => block.text).join(' '),
    })),
  });
}

function page(article: SiteArticle): string {
  const times = article.print?.times?.split('|') ?? [];
  const { intro, entries } = entriesOf(article);
  const clock = readClock(lastChange(article), ZONE);
  const { image, description } = article;
  const cards = entries.map(
    (
      [heading, ...rest],
      index,
    ) => `<li class="live-post" id="post-${900 + index}"><div class="live-post__time"><time datetime="${article.datePublished?.slice(0, 10)}T${times[index]}:00+03:00">${times[index]}</time><button class="live-post__share" aria-label="مشاركة">شارك</button></div>
<div class="live-post__content"><h2>${escapeText(heading?.text ?? '')}</h2>
${paragraphs(rest)}</div></li>`,
  );
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>${escapeText(article.headline)} | ${NAME}</title>
${description ? `<meta name="description" content="${escapeText(description)}">` : ''}
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}">
<meta property="og:title" content="${escapeText(article.headline)}">
<meta property="og:image" content="${ORIGIN}${image?.path}"><meta property="og:image:width" content="${image?.width}"><meta property="og:image:height" content="${image?.height}">
<meta property="article:published_time" content="${article.datePublished}">
<meta property="article:modified_time" content="${article.dateModified}">
<script type="application/ld+json">${linkedData(article, times)}</script></head>
<body><header class="site-header"><a href="/">${NAME}</a><nav><a href="/news">أخبار</a><a href="/live">مباشر</a></nav></header>
<main id="main-content-area"><div class="live-header"><span class="live-badge">مباشر</span><a class="live-section" href="/section">${article.articleSection?.[0]}</a>
<h1>${escapeText(article.headline)}</h1>
<div class="live-updated">آخر تحديث ${twoDigits(clock.hour)}:${twoDigits(clock.minute)} بتوقيت مكة المكرمة</div>
<figure class="featured-image"><img src="${image?.path}" alt="">${image?.caption ? `<figcaption>${image.caption}</figcaption>` : ''}</figure></div>
<div class="live-key-points__title">أبرز التطورات</div>
<div class="wysiwyg live-intro">${paragraphs(intro)}</div>
<div class="live-new-posts" role="status">3 تحديثات جديدة، اضغط للعرض</div>
<ol class="live-posts">
${cards.join('\n')}
</ol>
<button class="live-more">عرض المزيد من التحديثات</button></main>
<footer><p>جميع الحقوق محفوظة © 2026 شبكة ${NAME} الإعلامية</p></footer></body></html>`;
}

/** Live blogs: an introduction and timed entries in a list. */
export const site: ReplicaSite = {
  id: 'shape-live-blog',
  name: NAME,
  family: 'live-blog',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
