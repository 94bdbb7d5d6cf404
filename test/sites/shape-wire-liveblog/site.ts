import type { Block } from '../markup.ts';
import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-wire-liveblog.test';
const NAME = 'قناة الأفق';
const list = (text: string) => text.split('|');
const MENU_TEXT = `أخبار|سياسة|الخليج|المشرق العربي|المغرب الكبير|أفريقيا|آسيا|أوروبا|الأمريكتان|اقتصاد|رياضة|علوم|تقنية|صحة|مناخ|ثقافة|أسلوب حياة|حقوق وحريات|تحقيقات|وثائقي|مدونات|بودكاست|إنفوغراف|فيديو`;
const MENU = list(MENU_TEXT);
const SHOWS = list(`حصاد المساء|المشهد الاقتصادي|ما وراء الحدث|بين ضفتين|مراسلو الأفق|مختبر الغد`);
const READ_TEXT = `وفد أممي يصل إلى العاصمة المؤقتة لبحث ملف الأسرى|كيف خسر أكبر مصنع للبطاريات نصف قيمته في يوم؟|قاض يأمر بإعادة فتح التحقيق في غرق العبّارة|مدينة أفريقية تحظر السيارات القديمة اعتبارا من الخريف|دراسة: النوم القصير بعد الظهر يحسن الذاكرة لدى كبار السن|محكمة تلغي نتائج الانتخابات البلدية في أربع دوائر|حارس مرمى يسجل من منتصف الملعب ويقود فريقه إلى النهائي|خبراء يحذرون من تطبيق يجمع بصمات الصوت|رحلة البن من المرتفعات إلى الفنجان`;
const READ = list(READ_TEXT);
const ICONS = list(`فيسبوك|إكس|واتساب|تلغرام|نسخ الرابط`);

const PROMO = `<div class="embed-promo"><a href="/newsletters/map"><strong>نشرة "خريطة الأسبوع"</strong> نشرح لك كل خميس حدثا واحدا بالخرائط والأرقام. اشترك مجانا</a></div>`;
const ORG = { '@type': 'Organization', name: NAME };

function share(kind: string): string {
  return `<div class="share-bar share-bar--${kind}"><span class="share-bar__label">شارِكْ</span><ul>${ICONS.map((to, at) => `<li><button class="share-bar__btn share-bar__btn--${at}" type="button" title="${to}"><svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><use xlink:href="#i${at}"></use></svg><span class="screen-reader-text">${to}</span></button></li>`).join('')}</ul></div>`;
}

type Entry = { title: string; time: string; blocks: Block[] };

/** A live page's lead, and its entries: a heading of the body opens each. */
function readEntries(article: SiteArticle): { lead: Block[]; entries: Entry[] } {
  const times = (article.print?.times ?? '').split(' ');
  const lead: Block[] = [];
  const entries: Entry[] = [];
  for (const block of readBlocks(article)) {
    const open = entries.at(-1);
    if (block.kind === 'heading') {
      entries.push({ title: block.text, time: times[entries.length] ?? '', blocks: [] });
    } else (open?.blocks ?? lead).push(block);
  }
  return { lead, entries };
}

const iso = (article: SiteArticle, time: string) => `${article.print?.day}T${time}:00+00:00`;
const mecca = (time: string) => `${Number(time.slice(0, 2)) + 3}${time.slice(2)}`;

function live(article: SiteArticle): string {
  const { lead, entries } = readEntries(article);
  const jump = entries.map(
    (entry, at) =>
      `<li><a href="#u${at}"><span class="lb-key__t">${mecca(entry.time)}</span> ${escapeText(entry.title)}</a></li>`,
  );
  const items = entries.map(
    (
      entry,
      at,
    ) => `<li class="lb-update${at === 2 ? ' lb-update--pinned' : ''}" id="u${at}" data-update-id="88${at}41">
<div class="lb-update__meta">${at === 0 ? '<span class="lb-badge">عاجل</span>' : ''}<time class="lb-update__time" datetime="${iso(article, entry.time)}"><span class="lb-update__clock">${mecca(entry.time)}</span> <span class="lb-update__tz">(توقيت مكة)</span></time></div><h2 class="lb-update__title">${escapeText(entry.title)}</h2>
<div class="lb-update__content wysiwyg">${blocksHtml(entry.blocks).join('\n')}</div>
${at === 1 ? `<figure class="lb-update__media"><img loading="lazy" src="/wp-content/uploads/live-2.jpg?resize=770%2C513" alt=""><figcaption>${article.print?.inner}</figcaption></figure>` : ''}${share('entry')}</li>
${at === 3 ? '<li class="lb-ad"><div class="container__ad"><span class="screen-reader-text">إعلان</span><div id="ad-live-4"></div></div></li>' : ''}`,
  );
  return `<div class="wysiwyg wysiwyg--all-content">${blocksHtml(lead).join('')}</div>
<div class="lb-key"><h3 class="lb-key__h">أبرز التطورات</h3><ul>${jump.join('')}</ul></div>
<div class="lb-tools"><button type="button" class="lb-refresh">تحديث تلقائي</button><label>ترتيب <select><option>الأحدث أولا</option><option>الأقدم أولا</option></select></label><span class="lb-count">${entries.length} تحديثات</span></div>
<ul class="lb-timeline" aria-live="polite">${items.join('\n')}</ul><button class="show-more-button" type="button">عرض المزيد من التحديثات</button>`;
}

function text(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const blocks = readBlocks(article).slice(article.print?.subhead ? 1 : 0);
  const parts = blocksHtml(blocks, { heading: 'h2' });
  const others = [...othersThan(article, articles, 2).map((one) => one.headline), READ[4] ?? ''];
  const more = `<div class="more-on"><h2 class="more-on__heading">اقرأ أيضا</h2><ul class="more-on__list"><span class="screen-reader-text">list of ${others.length} items</span>${others.map((title, at) => `<li class="more-on__item"><span class="screen-reader-text">list ${at + 1} of ${others.length}</span><a href="/news/more/${at}"><div class="more-on__img"><img loading="lazy" src="/uploads/more-${at}.jpg" alt=""></div><h3>${escapeText(title)}</h3></a></li>`).join('')}<span class="screen-reader-text">end of list</span></ul></div>`;
  if (parts.length > 6) {
    parts.splice(4, 0, more);
    parts.splice(8, 0, PROMO);
  }
  return `<div class="wysiwyg wysiwyg--all-content" aria-live="polite" aria-atomic="true">${parts.join('\n')}</div>`;
}

function ld(article: SiteArticle): string {
  const { print, image } = article;
  const isLive = print?.kind === 'live';
  const updates = readEntries(article).entries.map((entry) => ({
    '@type': 'BlogPosting',
    headline: entry.title,
    datePublished: iso(article, entry.time),
    articleBody: entry.blocks.map((block) => block.text).join(' '),
  }));
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': isLive ? 'LiveBlogPosting' : 'NewsArticle',
    mainEntityOfPage: ORIGIN + encodeURI(article.path),
    headline: article.headline,
    description: article.description,
    datePublished: article.datePublished?.replace('Z', '+00:00'),
    dateModified: article.dateModified?.replace('Z', '+00:00'),
    ...(isLive && { coverageStartTime: iso(article, '10:00'), liveBlogUpdate: updates }),
    author: article.author?.map((name) => ({ '@type': 'Person', name })) ?? ORG,
    publisher: { ...ORG, logo: `${ORIGIN}/logo.png` },
    image: { '@type': 'ImageObject', url: ORIGIN + image?.path, width: 770, height: 513 },
  });
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print, description = '', keywords = [], articleSection = [], author } = article;
  const title = escapeText(article.headline);
  const isLive = print?.kind === 'live';
  const menu = MENU.map(
    (item, at) => `<li class="menu__item"><a href="/cat/${at}"><span>${item}</span></a></li>`,
  ).join('');
  const cards = READ.map(
    (text, at) =>
      `<article class="gc gc--type-post gc--with-image"><div class="gc__content"><h3 class="gc__title"><a class="u-clickable-card__link" href="/news/r/${at}"><span>${text}</span></a></h3><footer class="gc__footer"><div class="gc__date"><span class="screen-reader-text">Published On </span><span aria-hidden="true">منذ ${at + 1} ساعات</span></div></footer></div><div class="gc__image-wrap"><img loading="lazy" src="/uploads/r${at}.jpg?resize=270%2C180" alt=""></div></article>`,
  );
  const by = author
    ? `<div class="article-info-block"><div class="article-b-l"><div class="author-byline"><img src="/uploads/authors/1.jpg" class="author-image" alt=""><span class="author-link"><a class="author" href="/author/${print?.slug}">${author[0]}</a></span></div></div></div>`
    : '';
  const subhead = print?.subhead
    ? `<p class="article__subhead"><em>${escapeText(article.body.split('\n\n')[0] ?? '')}</em></p>`
    : '';
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} | ${isLive ? 'تغطية مباشرة | ' : ''}${NAME}</title><meta name="description" content="${escapeText(description)}"><link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}">
<meta property="og:type" content="article"><meta property="og:site_name" content="${NAME}"><meta property="og:title" content="${title}"><meta property="og:description" content="${escapeText(description)}"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta name="pageType" content="${isLive ? 'liveblog' : 'post'}"><meta name="lastDate" content="${article.dateModified}"><meta name="publishedDate" content="${article.datePublished}"><meta name="primaryTopic" content="${articleSection[0]}">${keywords.map((tag) => `<meta property="article:tag" content="${tag}">`).join('')}<script type="application/ld+json" data-schema="article">${ld(article)}</script><style data-styled="true">.wysiwyg p{font:400 18px/1.9 "Al-Ofoq",sans-serif}.screen-reader-text{clip:rect(1px,1px,1px,1px);position:absolute!important}.lb-timeline{border-inline-start:2px solid #fa9000;list-style:none}.lb-update{padding:0 24px 32px}.lb-badge{background:#c8102e;color:#fff}.more-on{background:#f5f5f5}.container__ad{min-height:250px}</style><script>window.env={site:"ofoq",locale:"ar",live:${isLive},poll:30000};window.googletag=window.googletag||{cmd:[]};</script></head>
<body class="theme-ofoq ${isLive ? 'liveblog-page' : 'single-post'}"><div id="root"><div class="no-js-banner screen-reader-text">يرجى تفعيل جافا سكريبت</div><div class="bypass-block"><a class="bypass-block__link" href="#main-content-area">تخط إلى المحتوى</a></div>
<header class="header-wrapper"><div class="site-header container"><a href="/" class="site-logo"><img src="/logo.svg" alt="${NAME}"></a><nav class="site-header__navigation"><ul class="menu header-menu">${menu}</ul></nav><a class="live-stream" href="/live"><span class="blink"></span>البث الحي</a><button class="search-trigger" type="button">بحث</button><button type="button" class="profile-trigger">حسابي</button></div><div class="trending"><h2 class="screen-reader-text">شائع الآن</h2><ul>${SHOWS.map((show) => `<li><a href="/programs">${show}</a></li>`).join('')}</ul></div></header><div class="breaking-ticker" role="status"><span class="breaking-ticker__label">عاجل</span><a class="breaking-ticker__link" href="/news/r/0">${READ[0]}</a><button type="button">إغلاق</button></div>
<div class="container container--grid"><div class="breadcrumbs"><a href="/">الرئيسية</a> <span>|</span> ${articleSection.map((name) => `<a href="/cat/0">${name}</a>`).join(' <span>|</span> ')}</div><main id="main-content-area"><header class="article-header">${isLive ? '<span class="live-label">مباشر</span>' : ''}<div class="topics">${articleSection.map((name) => `<a href="/cat/0">${name}</a>`).join('')}</div><h1>${title}</h1>${subhead}</header>
<figure class="article-featured-image"><div class="responsive-image"><img src="${image?.path}?resize=770%2C513&amp;quality=80" width="${image?.width}" height="${image?.height}" alt=""></div>${image?.caption ? `<figcaption>${image.caption} (${print?.photo})</figcaption>` : ''}</figure>
${by}<div class="article-dates"><div class="date-simple css-1yjq2zp"><span class="screen-reader-text">Published On </span><span aria-hidden="true">${print?.date}</span></div>${print?.updated ? `<span class="article-dates__separator">|</span><div class="date-updated">آخر تحديث: ${print.updated} (توقيت مكة)</div>` : ''}</div>${share('top')}<div class="audio-player"><button type="button">استمع</button><span>حفظ</span></div>
${isLive ? live(article) : text(article, articles)}
${print?.source ? `<div class="article-source"><span class="article-source__title">المصدر: </span><span class="article-source__info">${print.source}</span></div>` : ''}
<div class="article-tags"><h2 class="screen-reader-text">حول هذه القصة</h2><ul>${keywords.map((tag) => `<li><a href="/tag/${encodeURI(tag)}">${tag}</a></li>`).join('')}</ul></div>${share('bottom')}<div class="community-guidelines"><p>قبل أن تشارك في النقاش، اطلع على إرشادات المجتمع. تُراجع التعليقات قبل نشرها.</p><a href="/guidelines">إرشادات المشاركة</a></div>
<section class="related-content"><h2>ذات صلة</h2>${cards.slice(4).join('\n')}</section></main>
<aside class="l-col--right"><div class="container__ad"><div id="ad-rail-1"></div></div><section class="trending-articles"><h2>الأكثر قراءة</h2><ol>${READ.map((text) => `<li><a class="article-trending__title-link" href="#">${text}</a></li>`).join('')}</ol></section><section class="watch"><h2>شاهد</h2>${cards.slice(0, 3).join('\n')}</section></aside></div><div class="newsletter-signup"><h2>اشترك في نشرة المساء</h2><p>أهم ما جرى اليوم في رسالة واحدة.</p><form><input type="email" placeholder="البريد الإلكتروني"><button type="submit">اشتراك</button><p class="small">هذا النموذج محمي، وباشتراكك فإنك توافق على سياسة الخصوصية.</p></form></div>
<footer class="site-footer-container"><nav><h2>الأقسام</h2><ul class="menu footer-menu">${menu}</ul></nav><nav><h2>عن القناة</h2><ul><li><a href="/about">من نحن</a></li><li><a href="/code">ميثاق الشرف المهني</a></li><li><a href="/terms">الأحكام والشروط</a></li><li><a href="/cookies">تفضيلات ملفات الارتباط</a></li><li><a href="/freq">الترددات</a></li><li><a href="/jobs">وظائف</a></li></ul></nav><div class="site-footer__social">تابع ${NAME} على: <a href="#">فيسبوك</a> <a href="#">يوتيوب</a> <a href="#">إنستغرام</a></div><p class="site-footer__copyright">جميع الحقوق محفوظة © 2026 شبكة الأفق الإعلامية. القناة غير مسؤولة عن محتوى المواقع الخارجية.</p></footer></div><script src="/static/js/main.d1f7.js" defer></script></body></html>`;
}

/** A pan-Arab broadcaster: a live page in timed entries, an explainer, a breaking item. */
export const site: ReplicaSite = {
  id: 'shape-wire-liveblog',
  name: NAME,
  family: 'broadcaster-live',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /api/\n' } }),
};
