import { lastChange, readClock, rssDate, twoDigits, WEEKDAYS } from '../clock.ts';
import { blocksHtml, cdata, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://wakalat-khalij.test';
const NAME = 'وكالة أنباء الخليج الجديد';
const ZONE = 'Asia/Dubai';
const MONTHS = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(
  ' ',
);
const SECTIONS = ['محليات', 'اقتصاد', 'إنسانيات', 'صحة', 'ثقافة'];

function printedDate(article: SiteArticle): string {
  const clock = readClock(article.datePublished ?? '', ZONE);
  const day = `${WEEKDAYS[clock.weekday]} ${clock.day} ${MONTHS[clock.month - 1]} ${clock.year}`;
  return `${day} - ${twoDigits(clock.hour)}:${twoDigits(clock.minute)}`;
}

function url(path: string): string {
  return ORIGIN + encodeURI(path);
}

/** As agencies open a text: city, day, the agency's letters between strokes. */
function opening(article: SiteArticle): string {
  const day = `${article.print?.day} ${article.print?.month ?? 'نوفمبر'}`;
  return `${article.dateline} في ${day} / وخ / `;
}

function linkedData(article: SiteArticle): string {
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': url(article.path) },
    headline: article.headline,
    image: article.image ? [ORIGIN + article.image.path] : [`${ORIGIN}/assets/wk-default.png`],
    datePublished: article.datePublished,
    dateModified: lastChange(article),
    author: { '@type': 'Organization', name: NAME, url: ORIGIN },
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: NAME,
      logo: { '@type': 'ImageObject', url: `${ORIGIN}/assets/logo.png` },
    },
    articleSection: article.articleSection?.[0],
    inLanguage: 'ar',
  });
}

function head(article: SiteArticle): string {
  const { image, description } = article;
  const title = escapeText(article.headline);
  return `<meta charset="utf-8">
<title>${title} | ${NAME}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${description ? `<meta name="description" content="${escapeText(description)}">` : ''}
<link rel="canonical" href="${url(article.path)}">
<link rel="alternate" hreflang="ar" href="${url(article.path)}">
<link rel="alternate" hreflang="en" href="${ORIGIN}/en/">
<link rel="alternate" type="application/rss+xml" title="${NAME}" href="${ORIGIN}/ar/rss.xml">
<meta property="og:type" content="article">
<meta property="og:locale" content="ar_AE">
<meta property="og:site_name" content="${NAME}">
<meta property="og:title" content="${title}">
<meta property="og:url" content="${url(article.path)}">
${image ? `<meta property="og:image" content="${ORIGIN}${image.path}"><meta property="og:image:width" content="${image.width}"><meta property="og:image:height" content="${image.height}">` : `<meta property="og:image" content="${ORIGIN}/assets/wk-default.png">`}
<meta property="article:published_time" content="${article.datePublished}">
${article.dateModified ? `<meta property="article:modified_time" content="${article.dateModified}">` : ''}
<meta property="article:section" content="${article.articleSection?.[0]}">
${article.keywords ? `<meta name="news_keywords" content="${article.keywords.join('، ')}">` : ''}
<script type="application/ld+json">${linkedData(article)}</script>`;
}

function header(): string {
  const menu = SECTIONS.map((name) => `<li><a href="${url(`/ar/${name}`)}">${name}</a></li>`);
  return `<header class="wk-header"><div class="wk-header__bar"><span class="wk-clock">أبوظبي - الجمعة 20 نوفمبر 2026</span>
<span class="wk-weather">28° مشمس</span><a href="${ORIGIN}/en/">English</a></div>
<a class="wk-logo" href="${ORIGIN}/ar/"><img src="/assets/logo.png" alt="${NAME}"></a>
<nav class="wk-nav"><ul>${menu.join('')}</ul></nav></header>`;
}

function footer(): string {
  return `<footer class="wk-footer"><div class="wk-footer__about"><h4>عن الوكالة</h4>
<p>${NAME} مؤسسة إخبارية مستقلة تبث أخبارها بثلاث لغات على مدار الساعة، وتلتزم الدقة والحياد في نقل الخبر. يسمح باستخدام محتوى الوكالة للمشتركين وفق شروط الاشتراك، ويجب ذكر المصدر عند النقل.</p></div>
<ul><li><a href="/ar/about">من نحن</a></li><li><a href="/ar/terms">شروط الاستخدام</a></li><li><a href="/ar/privacy">سياسة الخصوصية</a></li></ul>
<p class="wk-copy">جميع الحقوق محفوظة © 2026 ${NAME}</p></footer><a class="wk-top" href="#top">إلى الأعلى</a>`;
}

function card(article: SiteArticle): string {
  return `<article class="wk-card"><a href="${url(article.path)}"><h3>${escapeText(article.headline)}</h3></a><time>${printedDate(article)}</time></article>`;
}

function figure(article: SiteArticle): string {
  if (!article.image) return '';
  const { path, caption = '' } = article.image;
  return `<figure class="wk-media"><img src="${path}" alt="${escapeText(caption)}">${caption ? `<figcaption>${escapeText(caption)}</figcaption>` : ''}</figure>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const [first = '', ...rest] = blocksHtml(readBlocks(article), { quote: 'p', heading: 'h2' });
  const opened = first.replace('<p>', `<p>${opening(article)}`);
  const share = ['فيسبوك', 'إكس', 'واتساب', 'طباعة'].map((name) => `<button>${name}</button>`);
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head>
${head(article)}
</head><body id="top">
${header()}
<main class="wk-main"><div class="wk-article" data-id="${/\d+/u.exec(article.path)?.[0]}">
<div class="wk-article__section"><a href="${url(`/ar/${article.articleSection?.[0]}`)}">${article.articleSection?.[0]}</a></div>
<h1 class="wk-article__title">${escapeText(article.headline)}</h1>
<div class="wk-article__meta"><time class="wk-article__date">${printedDate(article)}</time><span class="wk-font">أ- أ+</span></div>
<div class="wk-share">${share.join('')}</div>
${figure(article)}
<div class="wk-article__body">
${opened}
${rest.join('\n')}
<p class="wk-article__sign">${article.print?.tail}</p>
</div>
${article.keywords ? `<ul class="wk-tags">${article.keywords.map((word) => `<li><a href="${url(`/ar/tags/${word}`)}">${word}</a></li>`).join('')}</ul>` : ''}
</div>
<aside class="wk-latest"><h2>آخر الأخبار</h2>${othersThan(article, articles, 5).map(card).join('\n')}</aside></main>
${footer()}</body></html>`;
}

function listing(title: string, articles: readonly SiteArticle[]): string {
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title} | ${NAME}</title>
<link rel="alternate" type="application/rss+xml" href="${ORIGIN}/ar/rss.xml"></head>
<body id="top">${header()}<main class="wk-list"><h1>${title}</h1>${articles.map(card).join('\n')}</main>${footer()}</body></html>`;
}

function feed(articles: readonly SiteArticle[]): string {
  const items = articles.map(
    (article) => `<item>
<title>${escapeText(article.headline)}</title>
<link>${url(article.path)}</link>
<guid isPermaLink="true">${url(article.path)}</guid>
<category>${article.articleSection?.[0]}</category>
<pubDate>${rssDate(article.datePublished ?? '')}</pubDate>
<description>${cdata(opening(article) + (article.body.split('\n\n')[0] ?? ''))}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${NAME}</title><link>${ORIGIN}/ar/</link><description>آخر أخبار الوكالة</description><language>ar</language>
<atom:link href="${ORIGIN}/ar/rss.xml" rel="self" type="application/rss+xml"/><ttl>10</ttl>
${items.join('\n')}
</channel></rss>`;
}

/** Google's news sitemap: the last two days only, so most articles are not in it. */
function newsSitemap(articles: readonly SiteArticle[]): string {
  const urls = articles
    .filter((article) => (article.datePublished ?? '') >= '2026-11-09')
    .map(
      (article) => `<url><loc>${url(article.path)}</loc><news:news>
<news:publication><news:name>${NAME}</news:name><news:language>ar</news:language></news:publication>
<news:publication_date>${article.datePublished}</news:publication_date>
<news:title>${escapeText(article.headline)}</news:title></news:news></url>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${urls.join('\n')}
</urlset>`;
}

const newest = (articles: readonly SiteArticle[]) =>
  [...articles].sort((a, b) => lastChange(b).localeCompare(lastChange(a)));

/** A Gulf news agency on a system of its own: dateline and letters open the text, names close it. */
export const site: ReplicaSite = {
  id: 'wakalat-khalij',
  name: NAME,
  family: 'gulf-agency',
  page,
  routes: (articles) => ({
    '/': { status: 302, headers: { location: `${ORIGIN}/ar/` }, body: '' },
    '/ar/': { body: listing('آخر الأخبار', newest(articles)) },
    ...Object.fromEntries(
      SECTIONS.map((name) => [
        `/ar/${name}`,
        {
          body: listing(
            name,
            articles.filter((one) => one.articleSection?.includes(name)),
          ),
        },
      ]),
    ),
    '/ar/rss.xml': { body: feed(newest(articles).filter((one) => one.inFeed !== false)) },
    '/news-sitemap.xml': { body: newsSitemap(articles) },
    '/robots.txt': {
      body: `User-agent: *\nDisallow: /admin/\nDisallow: /ar/search\n\nSitemap: ${ORIGIN}/news-sitemap.xml\n`,
    },
  }),
};
