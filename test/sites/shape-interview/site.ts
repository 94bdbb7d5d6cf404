import { type Block, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-interview.test';
const NAME = 'صفحات';

/** Letters before question and answer are labels of the form, in an element of their own. */
function turn(article: SiteArticle): (block: Block, index: number, all: Block[]) => string {
  const letters = article.print?.form === 'letters';
  return ({ kind, text }, index, all) => {
    const escaped = escapeText(text);
    if (kind === 'heading') {
      return letters
        ? `<p class="q"><span class="qa-label" aria-hidden="true">س</span><strong>${escaped}</strong></p>`
        : `<p><strong>${escaped}</strong></p>`;
    }
    const answers = all[index - 1]?.kind === 'heading';
    return letters && answers
      ? `<p class="a"><span class="qa-label" aria-hidden="true">ج</span>${escaped}</p>`
      : `<p>${escaped}</p>`;
  };
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, description } = article;
  const parts = readBlocks(article).map(turn(article));
  parts.splice(
    4,
    0,
    `<aside class="pull-quote-share"><p>شارك هذا الحوار مع أصدقائك</p><a href="#">إكس</a><a href="#">فيسبوك</a></aside>`,
  );
  const more = othersThan(article, articles, 2).map(
    (one) => `<li><a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="ar-SA" dir="rtl"><head><meta charset="utf-8">
<title>${escapeText(article.headline)} :: ${NAME}</title>
${description ? `<meta name="description" content="${escapeText(description)}">` : ''}
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}">
<meta name="author" content="${article.author?.[0]}">
${article.keywords ? `<meta name="keywords" content="${article.keywords.join(',')}">` : ''}
<meta itemprop="datePublished" content="${article.datePublished}">
<meta property="og:image" content="${ORIGIN}${image?.path}"></head>
<body><div class="top"><a href="/">${NAME}</a><ul><li><a href="/interviews">${article.articleSection?.[0]}</a></li><li><a href="/books">كتب</a></li></ul></div>
<article itemscope itemtype="https://schema.org/Article">
<h1 itemprop="headline">${escapeText(article.headline)}</h1>
<p class="by">أجرى الحوار: <span itemprop="author">${article.author?.[0]}</span></p>
<figure><img src="${image?.path}" alt="">${image?.caption ? `<figcaption>${image.caption}</figcaption>` : ''}</figure>
<div class="interview" itemprop="articleBody">
${parts.join('\n')}
</div></article>
<div class="more"><h4>حوارات أخرى</h4><ul>${more.join('')}</ul></div>
<footer>مجلة ${NAME} الثقافية، تصدر شهريا. لمراسلتنا ولإرسال المواد: بريد التحرير.</footer></body></html>`;
}

/** Interviews in questions and answers. */
export const site: ReplicaSite = {
  id: 'shape-interview',
  name: NAME,
  family: 'interview',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
