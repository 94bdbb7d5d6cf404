import { escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-syria-newsroom.test';
const NAME = 'الساحل اليوم';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list('الرئيسية|سياسة|محليات|محافظات|اقتصاد|مجتمع|ثقافة|رياضة|صحة|علوم|الملحق');
const OLD = list(
  'بدء توزيع المازوت الزراعي على مربي الدواجن|مجلس المدينة يزيل 18 مخالفة بناء في حي الرمل|ورشة حول التسويق الإلكتروني للحرفيات|قافلة طبية مجانية في قرى وادي النضارة|إنارة 4 كم من الطريق الدولي بالطاقة الشمسية|فريق تطوعي يرمم جدارية محطة القطار',
);

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const parts = readBlocks(article).map(({ kind, text }) =>
    kind === 'heading'
      ? `<p style="text-align: right"><strong>${escapeText(text)}</strong></p>`
      : `<p style="text-align: right">${escapeText(text)}</p>`,
  );
  if (print.opening)
    parts.unshift(`<p style="text-align: right"><strong>${print.opening}</strong></p>`);
  if (print.sign) parts.push(`<p style="text-align: left"><strong>${print.sign}</strong></p>`);
  for (let shot = 0; shot < Number(print.gallery ?? 0); shot += 1)
    parts.splice(
      2 + shot * 2,
      0,
      `<p><a href="/wp-content/uploads/g${shot}.jpg"><img class="aligncenter size-full wp-image-${900 + shot}" src="/wp-content/uploads/g${shot}.jpg" alt="" width="800" height="533" /></a></p>`,
    );
  parts.push(
    '<p style="text-align: right">لمتابعة أخبارنا على قناة التلغرام: <a href="https://t.me/alsahel">https://t.me/alsahel</a></p>',
  );
  const url = `${ORIGIN}${article.path}`;
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebPage',
        '@id': url,
        url,
        name: `${article.headline} - ${NAME}`,
        datePublished: print.iso,
        isPartOf: { '@id': `${ORIGIN}/#website` },
      },
      { '@type': 'WebSite', '@id': `${ORIGIN}/#website`, name: NAME },
      { '@type': 'Person', '@id': `${ORIGIN}/#person`, name: 'editor4' },
    ],
  };
  return `<!DOCTYPE html>
<html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>${title} - ${NAME}</title><link rel="canonical" href="${url}"><meta property="og:locale" content="ar_AR"><meta property="og:type" content="article"><meta property="og:title" content="${title} - ${NAME}"><meta property="og:description" content="${escapeText(article.body.slice(0, 150))} [&hellip;]"><meta property="og:site_name" content="${NAME}"><meta property="article:published_time" content="${print.iso}"><meta name="twitter:label1" content="كُتب بواسطة"><meta name="twitter:data1" content="editor4"><script type="application/ld+json">${scriptJson(data)}</script><link rel="stylesheet" href="/wp-content/themes/newsmag-child/style.css"><meta name="generator" content="WordPress 6.5"></head>
<body class="rtl post-template-default single single-post single-format-standard"><div class="top"><span>الثلاثاء، تشرين الثاني 4 2025</span><span>طرطوس 22°</span><span>دولار 11,050</span></div><header><a href="/">${NAME}</a><nav class="menu-main"><ul>${MENU.map((one) => `<li class="menu-item"><a href="#">${one}</a></li>`).join('')}</ul></nav></header>
<div class="wrap"><div class="content-area"><main><article class="post type-post hentry"><header class="entry-header"><span class="cat"><a href="/c">${section}</a></span><h1 class="entry-title">${title}</h1><div class="entry-meta"><span class="posted-on">${print.shown}</span><span class="byline"> بواسطة <a href="/author/editor4">editor4</a></span><span>0 تعليقات</span></div></header><div class="post-thumbnail"><img src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="${title}"></div>
<div class="entry-content">${parts.join('\n')}</div><footer class="entry-footer"></footer></article><nav class="navigation post-navigation"><div class="nav-previous"><a href="/archives/1">السابق ${escapeText(othersThan(article, articles, 1)[0]?.headline ?? '')}</a></div></nav>
<div class="related"><h3>ربما يعجبك ايضا</h3>${OLD.map((one) => `<div class="rel-post"><a href="/archives/2"><img src="/t.jpg" alt=""></a><h4><a href="/archives/2">${one}</a></h4></div>`).join('')}</div><div class="comment-respond"><h3>اترك رد</h3><p>لن يتم نشر عنوان بريدك الإلكتروني.</p></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget"><h2>منشورات قديمة</h2><ul>${OLD.map((one) => `<li><a href="/archives/3">${one}</a> <span class="post-date">تشرين الأول 29, 2025</span></li>`).join('')}</ul></section><section class="widget"><h2>نشرتنا</h2><p>صباح كل أحد نرسل لكم ما فاتكم من أخبار المحافظة.</p><form><input type="email"><button>أرسل</button></form></section></aside></div>
<footer class="site-footer">الساحل اليوم، صحيفة محلية إلكترونية مرخصة، جميع الحقوق محفوظة 2025</footer></body></html>`;
}

/** A Syrian provincial newsroom on WordPress. */
export const site: ReplicaSite = {
  id: 'shape-syria-newsroom',
  name: NAME,
  family: 'wordpress-plain',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
