import { type Block, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-ghost-magazine.test';
const NAME = 'مجلة العتبة';

const MENU =
  'الرئيسية|رأي|قراءات طويلة|مراجعات|حوارات|مدن|ذاكرة|سينما|بيئة|ترجمات|الملفات|البودكاست|الأعداد|الكتاب|عن العتبة|اكتب لنا';
const READ =
  'لماذا لم نعد نكتب الرسائل؟|في مديح المقهى الذي لا إنترنت فيه|خرائط جدي: كيف رسم حلاق القرية حدود البساتين|المدينة التي تعلمت النوم مبكرا|عن الأمهات اللواتي يحفظن أرقام الهواتف|سيرة قصيرة للكهرباء في حينا|ما الذي تقوله أسماء الشوارع عمن سماها|الأرشيف المبلل: أوراق بلدية لم ينقذها أحد';

const slug = (name: string) =>
  Array.from(name, (letter) => (letter.codePointAt(0) ?? 0).toString(36))
    .join('')
    .slice(0, 12);

function block({ kind, text }: Block, index: number, all: Block[]): string {
  const html = escapeText(text);
  if (kind === 'heading') return `<h2 id="${slug(text)}">${html}</h2>`;
  if (kind === 'quote') return `<blockquote class="kg-blockquote-alt">${html}</blockquote>`;
  if (kind !== 'item') return `<p>${html}</p>`;
  return `${all[index - 1]?.kind === 'item' ? '' : '<ol>'}<li>${html}</li>${all[index + 1]?.kind === 'item' ? '' : '</ol>'}`;
}

/** The text with the editor's cards between its paragraphs and the notes under it. */
function content(article: SiteArticle): string {
  const { print } = article;
  const blocks = readBlocks(article);
  const parts = (print?.excerpt ? blocks.slice(1) : blocks).map(block);
  const notes = (print?.notes ?? '').split('|').filter(Boolean);
  notes.forEach((_, at) => {
    const number = at + 1;
    const mark = `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">[${number}]</a></sup></p>`;
    const target = Number(print?.marks?.split(' ')[at]) - 1;
    parts[target] = parts[target]?.replace('</p>', mark) ?? '';
  });
  if (print?.picture) {
    parts[4] += `<figure class="kg-card kg-image-card kg-width-wide kg-card-hascaption"><img src="${ORIGIN}${print.picture}" class="kg-image" alt="" loading="lazy" width="2000" height="1333" srcset="${ORIGIN}${print.picture} 600w" sizes="(min-width: 1200px) 1200px"><figcaption><span style="white-space: pre-wrap;">${print.pictureCaption}</span></figcaption></figure>`;
  }
  if (print?.book) {
    parts[2] += `<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="${ORIGIN}/${slug(print.book)}/"><div class="kg-bookmark-content"><div class="kg-bookmark-title">${print.book}</div><div class="kg-bookmark-description">${print.bookText}</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="${ORIGIN}/content/images/size/w256h256/icon.png" alt=""><span class="kg-bookmark-author">${NAME}</span><span class="kg-bookmark-publisher">${print.bookBy}</span></div></div><div class="kg-bookmark-thumbnail"><img src="${ORIGIN}/content/images/2022/11/thumb.jpg" alt=""></div></a></figure>`;
  }
  if (print?.signup) {
    parts[6] += `<div class="kg-card kg-callout-card kg-callout-card-grey"><div class="kg-callout-emoji">✉️</div><div class="kg-callout-text">${print.signup}</div></div><div class="kg-card kg-button-card kg-align-center"><a href="#/portal/signup" class="kg-btn kg-btn-accent">اشترك مجانا</a></div>`;
  }
  if (notes.length > 0) {
    parts.push(
      `<hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list">${notes.map((note, at) => `<li id="fn${at + 1}" class="footnote-item"><p>${note} <a href="#fnref${at + 1}" class="footnote-backref">↩︎</a></p></li>`).join('')}</ol></section>`,
    );
  }
  return parts.join('\n');
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print, description, author = [], keywords = [] } = article;
  const title = escapeText(article.headline);
  const url = ORIGIN + article.path;
  const picture = `${ORIGIN}${image?.path}`;
  const stamp = article.datePublished?.replace('Z', '.000Z');
  const changed = article.dateModified?.replace('Z', '.000Z');
  const excerpt = print?.excerpt ? article.body.split('\n\n')[0] : undefined;
  const read = READ.split('|');
  const menu = MENU.split('|').map(
    (one) => `<li class="nav-${slug(one)}"><a href="${ORIGIN}/tag/${slug(one)}/">${one}</a></li>`,
  );
  const person = (name: string) =>
    `{"@type":"Person","name":${scriptJson(name)},"image":{"@type":"ImageObject","url":"${ORIGIN}/content/images/2022/01/${slug(name)}.jpg","width":400,"height":400},"url":"${ORIGIN}/author/${slug(name)}/","sameAs":[]}`;
  const linked = `{
    "@context": "https://schema.org",
    "@type": "Article",
    "publisher": {"@type":"Organization","name":"${NAME}","url":"${ORIGIN}/","logo":{"@type":"ImageObject","url":"${ORIGIN}/content/images/logo.png"}},
    "author": ${person(author[0] ?? '')},${author[1] ? `\n    "contributor": [${person(author[1])}],` : ''}
    "headline": ${scriptJson(article.headline)},
    "url": "${url}",
    "datePublished": "${stamp}",
    "dateModified": "${changed}",${image ? `\n    "image": {"@type":"ImageObject","url":"${picture}","width":${image.width},"height":${image.height}},` : ''}
    "keywords": "${keywords.join(', ')}",${description ? `\n    "description": ${scriptJson(description)},` : ''}
    "mainEntityOfPage": "${url}"
}`;
  const card = (headline: string, path: string, text: string, minutes: number) =>
    `<article class="post-card post"><a class="post-card-image-link" href="${ORIGIN}${path}"><img class="post-card-image" src="${ORIGIN}/content/images/size/w600/2023/01/${slug(headline)}.jpg" alt="${escapeText(headline)}" loading="lazy" /></a><div class="post-card-content"><a class="post-card-content-link" href="${ORIGIN}${path}"><header class="post-card-header"><div class="post-card-tags"><span class="post-card-primary-tag">قراءات طويلة</span></div><h2 class="post-card-title">${escapeText(headline)}</h2></header><div class="post-card-excerpt">${text}</div></a><footer class="post-card-meta"><time class="post-card-meta-date" datetime="2023-01-${10 + minutes}">${minutes + 10} كانون الثاني ٢٠٢٣</time><span class="post-card-meta-length">${minutes} دقائق قراءة</span></footer></div></article>`;
  const more = [
    ...othersThan(article, articles, 2).map((one) =>
      card(one.headline, one.path, one.description ?? '', 6),
    ),
    ...[2, 5].map((at) =>
      card(
        read[at] ?? '',
        `/${slug(read[at] ?? '')}/`,
        'دفتر من أربعين صفحة يكفي لتعرف أين كان الماء وأين صار الإسمنت.',
        at + 4,
      ),
    ),
  ];
  const list = read.map(
    (one, at) =>
      `<li class="gh-featured-item"><a href="${ORIGIN}/${slug(one)}/"><span class="num">${at + 1}</span><h4 class="gh-featured-title">${one}</h4></a></li>`,
  );
  const avatar = (name: string) =>
    `<a href="${ORIGIN}/author/${slug(name)}/" class="author-avatar" aria-label="Read more of ${name}"><img class="author-profile-image" src="${ORIGIN}/content/images/size/w100/2022/01/${slug(name)}.jpg" alt="${name}" /></a>`;
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl" class="auto-color">
<head><title>${title}</title><meta charset="utf-8" /><meta http-equiv="X-UA-Compatible" content="IE=edge" /><meta name="HandheldFriendly" content="True" /><meta name="viewport" content="width=device-width, initial-scale=1.0" />
<link rel="preload" as="style" href="${ORIGIN}/assets/built/screen.css?v=17a2c6c9f3" /><link rel="stylesheet" type="text/css" href="${ORIGIN}/assets/built/rtl.css?v=17a2c6c9f3" />
${description ? `<meta name="description" content="${escapeText(description)}">` : ''}
<link rel="icon" href="${ORIGIN}/content/images/size/w256h256/icon.png" type="image/png"><link rel="canonical" href="${url}"><meta name="referrer" content="no-referrer-when-downgrade">
<meta property="og:site_name" content="${NAME}"><meta property="og:type" content="article"><meta property="og:title" content="${title}">${description ? `<meta property="og:description" content="${escapeText(description)}">` : ''}
<meta property="og:url" content="${url}">${image ? `<meta property="og:image" content="${picture}"><meta name="twitter:image" content="${picture}">` : ''}<meta property="article:published_time" content="${stamp}"><meta property="article:modified_time" content="${changed}">
${keywords.map((one) => `<meta property="article:tag" content="${one}">`).join('')}<meta name="twitter:card" content="summary_large_image"><meta name="twitter:title" content="${title}"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="${author[0]}"><meta name="twitter:label2" content="Filed under"><meta name="twitter:data2" content="${keywords.join(', ')}">
${image ? `<meta property="og:image:width" content="${image.width}"><meta property="og:image:height" content="${image.height}">` : ''}
<script type="application/ld+json">
${linked}
</script>
<meta name="generator" content="Ghost 5.33"><link rel="alternate" type="application/rss+xml" title="${NAME}" href="${ORIGIN}/rss/">
<script defer src="https://cdn.jsdelivr.net/ghost/portal@~2.25/umd/portal.min.js" data-i18n="true" data-ghost="${ORIGIN}/" data-key="7d1c" data-api="${ORIGIN}/ghost/api/content/" crossorigin="anonymous"></script><style id="gh-members-styles">.gh-post-upgrade-cta-content,.gh-post-upgrade-cta{display:flex;flex-direction:column;align-items:center;text-align:center;width:100%;color:#fff;font-size:16px}.gh-post-upgrade-cta-content{border-radius:8px;padding:40px 4vw}</style>
<style>:root{--ghost-accent-color:#7a2e1f;}.gh-content>*+*{margin-top:4vmin}.kg-blockquote-alt{font-size:1.5em;text-align:center;border:0}</style></head>
<body class="post-template ${keywords.map((one) => `tag-${slug(one)}`).join(' ')} is-head-left-logo has-serif-body">
<div class="viewport"><header id="gh-head" class="gh-head outer"><div class="gh-head-inner inner"><div class="gh-head-brand"><a class="gh-head-logo" href="${ORIGIN}"><img src="${ORIGIN}/content/images/logo.png" alt="${NAME}"></a><button class="gh-search gh-icon-btn" aria-label="بحث" data-ghost-search></button><button class="gh-burger"></button></div><nav class="gh-head-menu"><ul class="nav">${menu.join('\n')}</ul></nav><div class="gh-head-actions"><div class="gh-head-members"><a class="gh-head-link" href="#/portal/signin" data-portal="signin">دخول</a><a class="gh-head-button" href="#/portal/signup" data-portal="signup">اشتراك</a></div></div></div></header>
<div class="site-content"><main id="site-main" class="site-main">
<article class="article post ${image ? 'image-full' : 'no-image'}"><header class="article-header gh-canvas">
<div class="article-tag post-card-tags"><span class="post-card-primary-tag"><a href="${ORIGIN}/tag/${slug(keywords[0] ?? '')}/">${article.articleSection?.[0]}</a></span></div>
<h1 class="article-title">${title}</h1>
${excerpt ? `<p class="article-excerpt">${escapeText(excerpt)}</p>` : ''}
<div class="article-byline"><section class="article-byline-content"><ul class="author-list instapaper_ignore">${author.map((name) => `<li class="author-list-item">${avatar(name)}</li>`).join('')}</ul><div class="article-byline-meta"><h4 class="author-name">${author.map((name) => `<a href="${ORIGIN}/author/${slug(name)}/">${name}</a>`).join(', ')}</h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="${article.datePublished?.slice(0, 10)}">${print?.date}</time><span class="byline-reading-time"><span class="bull">&bull;</span> ${print?.reading}</span></div></div></section><div class="gh-share"><a href="https://www.facebook.com/sharer.php">شارك</a><a href="https://twitter.com/intent/tweet">غرد</a><button class="js-copy">انسخ الرابط</button></div></div>
${image ? `<figure class="article-image"><img srcset="${picture} 300w, ${picture} 2000w" sizes="(min-width: 1400px) 1400px, 92vw" src="${picture}" alt="${title}" />${image.caption ? `<figcaption>${image.caption}</figcaption>` : ''}</figure>` : ''}
</header>
<section class="gh-content gh-canvas">
${content(article)}
</section>
<footer class="article-footer gh-canvas"><div class="article-tags">${keywords.map((one) => `<a class="tag" href="${ORIGIN}/tag/${slug(one)}/">${one}</a>`).join('')}</div>
${author.map((name) => `<section class="author-card"><img class="author-card-image" src="${ORIGIN}/content/images/2022/01/${slug(name)}.jpg" alt="" /><div class="author-card-content"><h4 class="author-card-name"><a href="${ORIGIN}/author/${slug(name)}/">${name}</a></h4><p class="author-card-bio">${print?.bio}</p></div></section>`).join('')}</footer>
<section class="article-comments gh-canvas"><header><h3 class="gh-comments-header">التعليقات <span>(${print?.comments})</span></h3><p>انضم إلى النقاش: سجل الدخول لتكتب تعليقك.</p></header><script defer src="https://cdn.jsdelivr.net/ghost/comments-ui@~0.12/umd/comments-ui.min.js" data-ghost-comments="${ORIGIN}/" data-count="true"></script></section></article></main>
<section class="footer-cta outer"><div class="inner"><h2 class="footer-cta-title">رسالة العتبة كل يوم جمعة</h2><p>مقال واحد طويل وثلاثة روابط، بلا إعلانات.</p><form class="subscribe-form" data-members-form="subscribe"><input class="subscribe-input" type="email" placeholder="you@example.com" data-members-email><button class="footer-cta-button" type="submit">اشترك الآن</button><p class="message-success">راجع بريدك لتأكيد الاشتراك.</p><p class="message-error">عذرا، حدث خطأ ما. حاول مرة أخرى.</p></form></div></section>
<aside class="read-more-wrap outer"><div class="read-more inner">${more.join('\n')}</div><section class="gh-sidebar"><h3 class="gh-featured-heading">الأكثر قراءة هذا الشهر</h3><ol>${list.join('\n')}</ol></section></aside></div>
<footer class="site-footer outer"><div class="inner"><section class="copyright"><a href="${ORIGIN}">${NAME}</a> &copy; 2023. تنشر المجلة موادها برخصة المشاع الإبداعي: يسمح بالنقل غير التجاري مع ذكر المصدر.</section><nav class="site-footer-nav"><ul class="nav"><li><a href="${ORIGIN}/privacy/">الخصوصية</a></li><li><a href="${ORIGIN}/donate/">ادعم المجلة</a></li><li><a href="#/portal/">الاشتراك</a></li></ul></nav><div class="gh-powered-by"><a href="https://ghost.org/" target="_blank" rel="noopener">Powered by Ghost</a></div></div></footer></div>
<script>$(document).ready(function () {var $postContent=$(".gh-content");$postContent.fitVids();});</script><script src="${ORIGIN}/assets/built/casper.js?v=17a2c6c9f3"></script></body></html>`;
}

/** A magazine of opinion and long reads on Ghost. */
export const site: ReplicaSite = {
  id: 'shape-ghost-magazine',
  name: NAME,
  family: 'ghost',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /ghost/\nDisallow: /p/\n' } }),
};
