import { offsetIso } from '../clock.ts';
import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-list-table.test';
const NAME = 'دليل السوق';

/** The cells of the price table in the order of the rows that `print.rows` numbers. */
const CELLS = [
  ['الصنف', 'الأدنى', 'الأعلى'],
  ['طماطم', '25 قرشا', '40 قرشا'],
  ['خيار', '30 قرشا', '55 قرشا'],
  ['برتقال أبو صرة', '45 قرشا', '60 قرشا'],
  ['موز بلدي', '70 قرشا', '95 قرشا'],
];

function table(): string {
  const rows = CELLS.map((cells, index) => {
    const tag = index === 0 ? 'th' : 'td';
    return `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  });
  return `<div class="table-responsive"><table class="table table-striped">${rows.join('\n')}</table></div>`;
}

function content(article: SiteArticle): string {
  const rows = (article.print?.rows ?? '').split(' ').map(Number).filter(Boolean);
  const html = blocksHtml(readBlocks(article), { heading: 'h2' });
  const [first] = rows;
  if (first) html.splice(first - 1, rows.length, table());
  return html.join('\n');
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, description, author } = article;
  const data = scriptJson([
    { '@context': 'https://schema.org', '@type': 'WebSite', name: NAME, url: ORIGIN },
    {
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: article.headline,
      datePublished: offsetIso(article.datePublished ?? '', 'Asia/Amman'),
      author: author
        ? { '@type': 'Person', name: author[0] }
        : { '@type': 'Organization', name: NAME },
      ...(image
        ? {
            image: {
              '@type': 'ImageObject',
              url: ORIGIN + image.path,
              width: image.width,
              height: image.height,
            },
          }
        : {}),
    },
  ]);
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${escapeText(article.headline)} | ${NAME}</title>
${description ? `<meta name="description" content="${escapeText(description)}">` : ''}
${article.keywords ? `<meta name="keywords" content="${article.keywords.join(', ')}">` : ''}
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}">
<script type="application/ld+json">${data}</script></head>
<body><nav class="navbar"><a href="/">${NAME}</a><a href="/service">${article.articleSection?.[0]}</a><table class="rates"><tr><td>دولار</td><td>0.709</td></tr><tr><td>يورو</td><td>0.811</td></tr></table></nav>
<ol class="breadcrumb"><li><a href="/">الرئيسية</a></li><li class="active">${article.articleSection?.[0]}</li></ol>
<div class="row"><div class="col-md-8 single-post"><h1 class="single-title">${escapeText(article.headline)}</h1>
${author ? `<div class="single-author">إعداد: ${author[0]}</div>` : ''}
${image ? `<img class="img-fluid" src="${image.path}" width="${image.width}" height="${image.height}" alt="">` : ''}
<div class="toc"><p>محتويات المقال</p><ul><li><a href="#1">انتقل إلى الفقرة الأولى</a></li></ul></div>
<div class="single-content">
${content(article)}
</div>
<div class="rating"><span>هل كان هذا المقال مفيدا؟</span><button>نعم</button><button>لا</button></div></div>
<div class="col-md-4"><h3>آخر الأسعار</h3><ul>${othersThan(article, articles, 3)
    .map((one) => `<li><a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></li>`)
    .join('')}</ul></div></div>
<footer><p>الأسعار استرشادية ولا يتحمل الموقع مسؤولية أي قرار مبني عليها.</p></footer></body></html>`;
}

/** Service pieces: a price table, numbered questions, a check list. */
export const site: ReplicaSite = {
  id: 'shape-list-table',
  name: NAME,
  family: 'list-table',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
