import { localIso, offsetIso, readClock, rssDate, twoDigits } from '../clock.ts';
import { blocksHtml, cdata, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteAnswer, SiteArticle } from '../site.ts';

const ORIGIN = 'https://assabah-maghreb.test';
const NAME = 'الصباح المغاربي';
const ZONE = 'Africa/Casablanca';

/** The month names the newsroom's three desks print. */
const MONTHS: Record<string, string[]> = {
  rabat: 'يناير,فبراير,مارس,أبريل,ماي,يونيو,يوليوز,غشت,شتنبر,أكتوبر,نونبر,دجنبر'.split(','),
  tunis: 'جانفي,فيفري,مارس,أفريل,ماي,جوان,جويلية,أوت,سبتمبر,أكتوبر,نوفمبر,ديسمبر'.split(','),
  french:
    'janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre'.split(
      ',',
    ),
};

const url = (path: string): string => encodeURI(ORIGIN + path);

function printedDate(article: SiteArticle): string {
  const clock = readClock(article.datePublished ?? '', ZONE);
  const months = MONTHS[article.print?.months ?? 'rabat'] ?? [];
  return `${clock.day} ${months[clock.month - 1]} ${clock.year}`;
}

function head(article: SiteArticle): string {
  const iso = offsetIso(article.datePublished ?? '', ZONE);
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Article',
        headline: article.headline,
        datePublished: iso,
        dateModified: iso,
        author: { '@type': 'Person', name: article.author?.[0] },
        publisher: { '@type': 'Organization', name: NAME },
        articleSection: article.articleSection,
        inLanguage: 'ar',
      },
    ],
  };
  return `<title>${escapeText(article.headline)} - ${NAME}</title>
<link rel="canonical" href="${url(article.path)}" />
<meta property="og:locale" content="ar_AR" /><meta property="og:type" content="article" />
<meta property="og:title" content="${escapeText(article.headline)}" />
<meta property="og:site_name" content="${NAME}" />
<meta property="article:published_time" content="${iso}" />
${article.image ? `<meta property="og:image" content="${ORIGIN}${article.image.path}" />` : ''}
<script type="application/ld+json">${scriptJson(graph)}</script>`;
}

function shell(headHtml: string, main: string, articles: readonly SiteArticle[]): string {
  const popular = articles
    .slice(0, 4)
    .map(
      (one) =>
        `<div class="td_module_6"><h3 class="entry-title td-module-title"><a href="${url(one.path)}">${escapeText(one.headline)}</a></h3><time class="entry-date td-module-date">${printedDate(one)}</time></div>`,
    );
  return `<!doctype html>
<html dir="rtl" lang="ar">
<head><meta charset="UTF-8" />${headHtml}
<meta name="generator" content="WordPress 6.6" />
<link rel="alternate" type="application/rss+xml" title="${NAME} &raquo; Flux" href="${ORIGIN}/feed/" />
</head>
<body class="rtl single single-post td-standard-pack global-block-template-1">
<div id="td-outer-wrap" class="td-theme-wrap">
<div class="td-header-wrap"><div class="td-header-sp-top-menu">Accueil | Nos archives | Abonnez-vous</div>
<ul class="sf-menu"><li><a href="/">الرئيسية</a></li><li><a href="/category/اقتصاد/">اقتصاد</a></li><li><a href="/category/مجتمع/">مجتمع</a></li><li><a href="/category/ثقافة/">ثقافة</a></li></ul></div>
<div class="td-main-content-wrap"><div class="td-container"><div class="td-pb-row">
<div class="td-pb-span8 td-main-content">${main}</div>
<div class="td-pb-span4 td-main-sidebar"><aside class="widget"><h4 class="block-title"><span>الأكثر قراءة</span></h4>${popular.join('')}</aside>
<aside class="widget widget_text"><h4 class="block-title"><span>La météo</span></h4><p>Ciel dégagé sur les côtes, 24 degrés à midi, vent faible de secteur ouest.</p></aside></div>
</div></div></div>
<div class="td-footer-container"><p>الصباح المغاربي يومية إخبارية مستقلة تصدر كل صباح عدا الأحد، وتلتزم بأخلاقيات المهنة ولا تنشر إلا ما تحققت منه.</p><p>© 2026 جميع الحقوق محفوظة</p></div>
</div></body></html>`;
}

/** The text with what the theme puts into it: a related box after the second block, an ad after the third. */
function body(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const parts = blocksHtml(readBlocks(article));
  const [other] = othersThan(article, articles, 1);
  const related = other
    ? `<div class="td_block_related_inline"><span class="td-label">اقــرأ أيضـــا</span><a href="${url(other.path)}">${escapeText(other.headline)}</a></div>`
    : '';
  const ad =
    '<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- إعلان -</span></div>';
  const credit = article.print?.credit ? `<p><strong>${article.print.credit}</strong></p>` : '';
  return [credit, ...parts.slice(0, 2), related, ...parts.slice(2, 3), ad, ...parts.slice(3)].join(
    '\n',
  );
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image } = article;
  const caption = image?.caption
    ? `<figcaption class="wp-caption-text">${image.caption} (تصوير: أ. الناجي)</figcaption>`
    : '';
  const figure = image
    ? `<div class="td-post-featured-image"><figure><img class="entry-thumb" src="${image.path}" width="${image.width}" height="${image.height}" alt="" />${caption}</figure></div>`
    : '';
  const tags =
    article.keywords?.map((word) => `<li><a href="/tag/${word}/">${word}</a></li>`).join('') ?? '';
  const main = `<article class="post type-post hentry">
<div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/category/${article.articleSection?.[0]}/">${article.articleSection?.[0]}</a></li></ul>
<header class="td-post-title"><h1 class="entry-title">${escapeText(article.headline)}</h1>
<div class="td-module-meta-info"><div class="td-post-author-name">${article.print?.byline}<div class="td-author-line"> - </div></div>
<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="${offsetIso(article.datePublished ?? '', ZONE)}">${printedDate(article)}</time></span>
<div class="td-post-views"><span class="td-nr-views">2314</span></div></div></header></div>
<div class="td-post-sharing-top"><a class="td-social-network" href="#">Facebook</a><a class="td-social-network" href="#">WhatsApp</a></div>
<div class="td-post-content tagdiv-type">${figure}
${body(article, articles)}
</div>
<footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>كلمات مفتاحية</span></li>${tags}</ul></div>
<div class="td-post-next-prev">${othersThan(article, articles, 2)
    .map((one) => `<a href="${url(one.path)}">${escapeText(one.headline)}</a>`)
    .join('')}</div></footer></article>
<div class="comments" id="comments"><div class="comment-respond"><h3>LAISSER UN COMMENTAIRE</h3><p class="comment-notes">لن يتم نشر عنوان بريدك الإلكتروني، والتعليقات التي تتضمن سبا أو قذفا تحذف دون إشعار صاحبها.</p></div></div>`;
  return shell(head(article), main, articles);
}

function listing(title: string, articles: readonly SiteArticle[]): string {
  const cards = articles.map(
    (one) =>
      `<div class="td_module_10 td_module_wrap"><h3 class="entry-title td-module-title"><a href="${url(one.path)}" rel="bookmark">${escapeText(one.headline)}</a></h3><div class="td-excerpt">${escapeText(one.body.slice(0, 140))}…</div></div>`,
  );
  return shell(`<title>${escapeText(title)}</title>`, cards.join('\n'), articles);
}

/** RSS with the whole text in content:encoded, as WordPress gives it. */
function feed(articles: readonly SiteArticle[]): string {
  const items = articles.map((one) => {
    const content = blocksHtml(readBlocks(one)).join('\n');
    return `<item><title>${escapeText(one.headline)}</title><link>${url(one.path)}</link><dc:creator>${cdata(one.author?.[0] ?? '')}</dc:creator><pubDate>${rssDate(one.datePublished ?? '')}</pubDate><category>${cdata(one.articleSection?.[0] ?? '')}</category><guid isPermaLink="false">${ORIGIN}/?p=${localIso(one.datePublished ?? '', ZONE).replaceAll(/\D/gu, '')}</guid><description>${cdata(`<p>${one.body.slice(0, 160)} [&#8230;]</p>`)}</description><content:encoded>${cdata(content)}</content:encoded></item>`;
  });
  const day = twoDigits(readClock('2026-11-05T10:20:00Z', ZONE).day);
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>${NAME}</title><link>${ORIGIN}/</link><description>يومية مغاربية ${day}</description><language>ar</language><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>${items.join('\n')}</channel></rss>`;
}

/** A Maghrebi daily on WordPress with tagDiv's newspaper theme. */
export const site: ReplicaSite = {
  id: 'assabah-maghreb',
  name: NAME,
  family: 'wordpress-newspaper',
  page,
  routes: (articles): Record<string, SiteAnswer> => ({
    '/': { body: listing(NAME, articles) },
    ...Object.fromEntries(
      [...new Set(articles.flatMap(({ articleSection }) => articleSection ?? []))].map(
        (section) => [
          `/category/${section}/`,
          {
            body: listing(
              `${section} - ${NAME}`,
              articles.filter((one) => one.articleSection?.includes(section)),
            ),
          },
        ],
      ),
    ),
    '/robots.txt': {
      body: 'User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n',
    },
    '/feed/': {
      headers: { 'content-type': 'application/rss+xml; charset=UTF-8' },
      body: feed(articles),
    },
  }),
};
