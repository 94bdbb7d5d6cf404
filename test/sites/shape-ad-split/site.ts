import { offsetIso, readClock, twoDigits } from '../clock.ts';
import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-ad-split.test';
const NAME = 'مدار اليوم';
const ZONE = 'Asia/Amman';

function ad(number: number): string {
  return `<div class="ad-slot ad-slot--inarticle" data-slot="${number}"><span class="ad-label">إعلان</span><div id="gpt-${number}"></div><a class="ad-skip" href="#after-${number}">تابع القراءة بعد الإعلان</a></div>`;
}

/** Two paragraphs a container; between the containers advertisements and one box. */
function pieces(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const blocks = blocksHtml(readBlocks(article));
  const parts: string[] = [];
  for (let at = 0; at < blocks.length; at += 2) {
    parts.push(
      `<div class="article-chunk" id="after-${at / 2}">${blocks.slice(at, at + 2).join('\n')}</div>`,
    );
    if (at + 2 < blocks.length) parts.push(ad(at / 2 + 1));
  }
  const [other] = othersThan(article, articles, 1);
  parts.splice(
    2,
    0,
    `<div class="read-also"><strong>اقرأ أيضًا:</strong> <a href="${other?.path}">${escapeText(other?.headline ?? '')}</a></div>`,
  );
  return parts.join('\n');
}

function linkedData(article: SiteArticle): string {
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    datePublished: offsetIso(article.datePublished ?? '', ZONE),
    author: { '@type': 'Person', name: article.author?.[0] },
    publisher: { '@type': 'Organization', name: NAME },
  });
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const clock = readClock(article.datePublished ?? '', ZONE);
  const date = `${twoDigits(clock.day)}/${twoDigits(clock.month)}/${clock.year}`;
  const { image, description } = article;
  const tags = article.keywords?.map((word) => `<a href="/tag">#${word}</a>`).join(' ') ?? '';
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>${escapeText(article.headline)} - ${NAME}</title>
${description ? `<meta name="description" content="${escapeText(description)}">` : ''}
${article.keywords ? `<meta name="keywords" content="${article.keywords.join(', ')}">` : ''}
<link rel="canonical" href="${ORIGIN}${article.path}">
<meta property="og:title" content="${escapeText(article.headline)}">
<meta property="og:image" content="${ORIGIN}${image?.path}"><meta property="og:image:width" content="${image?.width}"><meta property="og:image:height" content="${image?.height}">
<script type="application/ld+json">${linkedData(article)}</script></head>
<body><header><a class="brand" href="/">${NAME}</a></header>
<div class="page-grid"><div class="page-main">
<ul class="crumbs"><li><a href="/">الرئيسية</a></li><li><a href="/s">${article.articleSection?.[0]}</a></li></ul>
<h1 class="headline">${escapeText(article.headline)}</h1>
<div class="byline-row"><span class="by">بقلم <a href="/author">${article.author?.[0]}</a></span><span class="on">${date} ${twoDigits(clock.hour)}:${twoDigits(clock.minute)}</span></div>
<img class="hero" src="${image?.path}" alt="">
${pieces(article, articles)}
<div class="tags-row">${tags}</div>
<div class="newsletter-box"><h3>النشرة الاقتصادية</h3><p>ملخص أسبوعي لأهم أخبار الأسواق والشركات يصلك صباح كل أحد، يمكنك إلغاء الاشتراك في أي وقت.</p><button>اشترك الآن</button></div>
</div><aside class="page-side">${ad(9)}<h3>الأكثر تداولا</h3><ol>${othersThan(article, articles, 3)
    .map((one) => `<li><a href="${one.path}">${escapeText(one.headline)}</a></li>`)
    .join('')}</ol></aside></div>
<footer><p>${NAME} منصة إخبارية مستقلة. سياسة الخصوصية. شروط الاستخدام. اتصل بنا.</p></footer></body></html>`;
}

/** Text cut into sibling containers with advertisements between them. */
export const site: ReplicaSite = {
  id: 'shape-ad-split',
  name: NAME,
  family: 'ad-split',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
