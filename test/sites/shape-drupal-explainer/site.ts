import {
  type Block,
  blocksHtml,
  escapeText,
  othersThan,
  readBlocks,
  scriptJson,
} from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-drupal-explainer.test';
const NAME = 'راديو وتلفزيون المضيق';

const MENU =
  'الرئيسية|أخبار|الشرق الأوسط|المغرب العربي|أفريقيا|أوروبا|اقتصاد|علوم وتكنولوجيا|بيئة|صحة|ثقافة|رياضة|تحقيقات|برامج|بودكاست|انفوجراف|تحقق';
const READ =
  'كيف تحولت قرية جبلية إلى عاصمة للخزف؟|هل القهوة الباردة أخف على المعدة؟|مهاجرون يروون ليلة العبور|صحافي خلف القضبان منذ عامين|ما الذي نعرفه عن سلالة الإنفلونزا الجديدة؟|بالصور: معرض الطيور المهاجرة|انتخابات البلديات: من الرابح؟|أقدم مكتبة عائمة تبحث عن ميناء';
const LIVE =
  'مباشر: نشرة الأخبار|12:30 وثائقي: ملح الأرض|13:00 موجز الأنباء|13:10 ضيف ومسيرة|14:00 نقاش مفتوح|15:00 عين على أفريقيا';
const FOOT =
  'من نحن|ميثاق التحرير|الترددات|شركاء التوزيع|وظائف|اتصل بنا|إعلانات|شروط الاستخدام|سياسة الخصوصية|إدارة ملفات تعريف الارتباط|إمكانية الوصول';

const slug = (text: string) => encodeURI(text.replaceAll(/[\s:؟]+/gu, '-'));

const item = (name: string, at: string) =>
  `<li class="${name}"><a href="/ar/${slug(at)}" data-drupal-link-system-path="node/${at.length}${at.charCodeAt(0)}">${at}</a></li>`;
const items = (text: string, name: string) =>
  text
    .split('|')
    .map((one) => item(name, one))
    .join('\n');

/** A field of a single value as the classy templates write it. */
function field(name: string, type: string, inner: string, label?: string): string {
  const start = `<div class="field field--name-${name} field--type-${type} field--label-`;
  if (!label) return `${start}hidden field__item">${inner}</div>`;
  return `${start}inline clearfix"><div class="field__label">${label}</div><div class="field__item">${inner}</div></div>`;
}

const paragraph = (type: string, inner: string) =>
  `<div class="field__item">  <div class="paragraph paragraph--type--${type} paragraph--view-mode--default">\n${inner}\n</div>\n</div>`;

const TEXT =
  '<div class="clearfix text-formatted field field--name-field-text field--type-text-long field--label-hidden field__item">';

/** The body as paragraph entities: runs of text together, heads and quotes on their own. */
function paragraphs(blocks: readonly Block[]): string[] {
  const out: string[] = [];
  let run: Block[] = [];
  const flush = () => {
    const text = blocksHtml(run).join('\n\n');
    if (text) out.push(paragraph('text', `${TEXT}${text}</div>`));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'quote') flush();
    if (block.kind === 'heading') {
      const head = `<h2 class="field__item">${escapeText(block.text)}</h2>`;
      out.push(paragraph('heading', field('field-heading', 'string', head)));
    } else if (block.kind === 'quote') {
      const quote = `<blockquote><p>${escapeText(block.text)}</p></blockquote>`;
      out.push(paragraph('quote', field('field-quote', 'string-long', quote)));
    } else run.push(block);
    if (run.filter(({ kind }) => kind === 'paragraph').length > 2) flush();
  }
  flush();
  return out;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {}, description = '' } = article;
  const [lead, ...rest] = readBlocks(article);
  const title = escapeText(article.headline);
  const url = `${ORIGIN}${encodeURI(article.path)}`;
  const teaser = (one: SiteArticle) =>
    `<article role="article" data-history-node-id="${one.print?.nid}" class="node node--type-article node--promoted node--view-mode-teaser"><div class="node__content"><a href="${encodeURI(one.path)}"><img loading="lazy" src="/sites/default/files/styles/teaser_16_9${one.image?.path}" width="320" height="180" alt="" class="image-style-teaser-16-9"></a><h3 class="node__title"><a href="${encodeURI(one.path)}" rel="bookmark"><span class="field field--name-title field--type-string field--label-hidden">${escapeText(one.headline)}</span></a></h3></div></article>`;
  const others = othersThan(article, articles, 2);
  const parts = paragraphs(rest);
  const related = `<div class="field__label">اقرأ أيضا</div><div class="field field--name-field-related field--type-entity-reference field__items">${others.slice(0, 1).map(teaser).join('')}</div>`;
  parts.splice(1, 0, paragraph('related-content', related));
  const video = `<div class="field field--name-field-media-oembed-video"><iframe src="/ar/media/oembed?url=https%3A//www.youtube.com/watch%3Fv%3D${print.nid}" width="480" height="270" class="media-oembed-content" loading="eager" title="${print.video}"></iframe></div><div class="field field--name-field-caption field--type-string field__item">${print.video}</div>`;
  parts.splice(3, 0, paragraph('embed-video', video));
  const figure = `<figure role="group" class="caption caption-drupal-media align-center"><div data-quickedit-entity-id="media/${print.nid}" class="media media--type-image media--view-mode-full"><img loading="lazy" src="/sites/default/files/2026-11/${print.nid}-b.jpg" width="980" height="551" alt=""></div><figcaption>${print.figure}</figcaption></figure>`;
  if (print.figure) parts.splice(5, 0, paragraph('image', figure));
  const dates = { datePublished: print.published, dateModified: print.modified };
  const publisher = { '@type': 'Organization', name: NAME, url: `${ORIGIN}/ar` };
  const about = { '@type': 'NewsArticle', '@id': url, headline: article.headline, description };
  const data = { '@context': 'https://schema.org', '@graph': [{ ...about, ...dates, publisher }] };
  const section = article.articleSection?.[0] ?? '';
  const category = `<a href="/ar/${slug(section)}" hreflang="ar">${section}</a>`;
  const name = article.author?.[0];
  const author = name ? field('field-authors', 'entity-reference', name, 'إعداد') : '';
  const agencies = article.credit?.map(({ name }) => name).join(' / ');
  const source = agencies ? field('field-source', 'string', agencies, 'المصدر') : '';
  return `<!DOCTYPE html><html lang="ar" dir="rtl" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" />
<meta name="description" content="${escapeText(description)}" />
<link rel="canonical" href="${url}" /><link rel="shortlink" href="${ORIGIN}/ar/node/${print.nid}" />
${article.keywords ? `<meta name="news_keywords" content="${article.keywords.join(', ')}" />` : ''}
<meta property="og:site_name" content="${NAME}" /><meta property="og:type" content="article" /><meta property="og:url" content="${url}" />
<meta property="og:title" content="${title}" /><meta property="og:description" content="${escapeText(description)}" />
<meta property="og:image" content="${ORIGIN}${image?.path}" /><meta property="og:image:width" content="${image?.width}" /><meta property="og:image:height" content="${image?.height}" />
<meta property="article:published_time" content="${print.published}" />${print.modified ? `<meta property="article:modified_time" content="${print.modified}" />` : ''}
<meta name="Generator" content="Drupal 9 (https://www.drupal.org)" /><meta name="MobileOptimized" content="width" /><meta name="HandheldFriendly" content="true" /><meta name="viewport" content="width=device-width, initial-scale=1.0" />
<script type="application/ld+json">${scriptJson(data)}</script>
<link rel="alternate" hreflang="ar" href="${url}" /><link rel="icon" href="/themes/custom/strait/favicon.ico" type="image/vnd.microsoft.icon" /><title>${title} | ${NAME}</title>
<link rel="stylesheet" media="all" href="/sites/default/files/css/css_8fGq2yTn.css" /><link rel="stylesheet" media="all" href="/sites/default/files/css/css_Zr1xKa0M.css" />
<style>.js .js-hide{display:none}.paragraph--type--text p{font:400 1.15rem/1.9 Greta Arabic,serif}.field--name-field-lead{font-weight:700}.block-live-video{background:#0b1d3a;color:#fff}.ajax-progress{display:inline-block}</style></head>
<body class="path-node page-node-type-article has-glyphs"><a href="#main-content" class="visually-hidden focusable skip-link">تجاوز إلى المحتوى الرئيسي</a>
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div class="layout-container">
<header role="banner"><div class="region region-header"><div id="block-strait-branding" class="block block-system block-system-branding-block"><a href="/ar" rel="home" class="site-logo"><img src="/themes/custom/strait/logo.svg" alt="الرئيسية" /></a></div>
<nav role="navigation" aria-labelledby="block-strait-main-menu-menu" id="block-strait-main-menu" class="block block-menu navigation menu--main"><h2 class="visually-hidden" id="block-strait-main-menu-menu">القائمة الرئيسية</h2><ul class="menu">
${items(MENU, 'menu-item')}
</ul></nav><div class="language-switcher-language-url block block-language" role="navigation"><ul class="links"><li hreflang="en"><a href="/en" class="language-link">English</a></li><li hreflang="fr"><a href="/fr" class="language-link">Français</a></li><li hreflang="es"><a href="/es" class="language-link">Español</a></li><li hreflang="ar" class="is-active"><a href="/ar" class="language-link is-active">العربية</a></li></ul></div></div></header>
<div class="region region-live"><div id="block-live-video" class="block block-views block-views-blocklive-block-1 block-live-video"><h2 class="block__title">البث المباشر</h2><div class="content"><video-js id="live-player" data-setup='{"liveui":true}' poster="/themes/custom/strait/live.jpg"></video-js><p class="live-now">تشاهدون الآن: جولة المراسلين</p><ul class="live-grid">
${items(LIVE, 'views-row')}
</ul></div></div></div>
<div class="region region-breadcrumb"><div id="block-strait-breadcrumbs" class="block block-system block-system-breadcrumb-block"><nav class="breadcrumb" role="navigation" aria-labelledby="system-breadcrumb"><h2 id="system-breadcrumb" class="visually-hidden">مسار التنقل</h2><ol><li><a href="/ar">الرئيسية</a></li><li>${category}</li></ol></nav></div></div>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div data-drupal-messages-fallback class="hidden"></div>
<div id="block-strait-content" class="block block-system block-system-main-block">
<article role="article" data-history-node-id="${print.nid}" class="node node--type-article node--promoted node--view-mode-full"><div class="node__content">${field('field-category', 'entity-reference', category)}
<h1 class="page-title"><span class="field field--name-title field--type-string field--label-hidden">${title}</span></h1>
<div class="field field--name-field-main-media field--type-entity-reference field--label-hidden field__item"><div class="media media--type-image media--view-mode-hero"><div class="field field--name-field-media-image field--type-image field--label-visually_hidden"><div class="field__label visually-hidden">صورة</div><div class="field__item"><img src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="" loading="lazy" /></div></div><div class="field field--name-field-legend field--type-string field__item">${image?.caption ?? ''}</div><div class="field field--name-field-copyright field--type-string field__item">© ${print.copyright}</div></div></div>
<div class="group-meta">${author}${source}${field('field-publication-date', 'datetime', `<time datetime="${print.published}" class="datetime">${print.shown}</time>`, 'نشر في')}${print.modified ? field('changed', 'changed', print.updated ?? '', 'آخر تحديث') : ''}${field('field-reading-time', 'integer', `${print.minutes} دقائق`, 'مدة القراءة')}</div><div class="a2a_kit a2a_kit_size_32 addtoany_list" data-a2a-url="${url}" data-a2a-title="${title}"><a class="a2a_button_facebook"></a><a class="a2a_button_twitter"></a><a class="a2a_button_whatsapp"></a><a class="a2a_dd addtoany_share" href="https://www.addtoany.com/share#url=${url}">مشاركة</a></div>
<div class="clearfix text-formatted field field--name-field-lead field--type-text-long field--label-hidden field__item"><p>${escapeText(lead?.text ?? '')}</p></div>
<div class="field field--name-field-paragraphs field--type-entity-reference-revisions field--label-hidden field__items">
${parts.join('\n')}
</div>
${article.keywords ? `<div class="field field--name-field-tags field--type-entity-reference field--label-above clearfix"><h3 class="field__label">كلمات مفتاحية</h3><ul class="links field__items">${article.keywords.map((word) => `<li><a href="/ar/tag/${slug(word)}" hreflang="ar">${word}</a></li>`).join('')}</ul></div>` : ''}
<div class="block-newsletter"><h2>النشرة الإخبارية</h2><p>احصلوا على أهم الأخبار مباشرة في بريدكم كل صباح</p><form class="newsletter-form" action="/ar/newsletter" method="post" id="newsletter-form" accept-charset="UTF-8"><input type="email" name="mail" placeholder="البريد الإلكتروني" class="form-email required" /><input type="submit" value="اشتراك" class="button js-form-submit form-submit" /></form></div></div></article></div><div class="views-element-container block block-views block-views-blockrelated-block-1"><h2>في الموضوع نفسه</h2><div class="view view-related js-view-dom-id-71c"><div class="view-content">${others.map((one) => `<div class="views-row">${teaser(one)}</div>`).join('\n')}</div></div></div></div></div>
<aside class="layout-sidebar-second" role="complementary"><div class="region region-sidebar-second"><div class="views-element-container block block-views block-views-blockmost-read-block-1"><h2>الأكثر قراءة</h2><div class="item-list"><ol>
${items(READ, 'views-row')}
</ol></div></div></div></aside></main><footer role="contentinfo"><div class="region region-footer"><nav role="navigation" class="block block-menu navigation menu--footer"><ul class="menu">
${items(FOOT, 'menu-item')}
</ul></nav><div class="block block-block-content"><p>لا تتحمل ${NAME} مسؤولية ما تتضمنه المواقع الأخرى. عدد الزوار معتمد من هيئة قياس الانتشار.</p><p>© 2026 ${NAME} - جميع الحقوق محفوظة</p></div></div></footer></div></div><script type="application/json" data-drupal-selector="drupal-settings-json">{"path":{"baseUrl":"\\/","scriptPath":null,"pathPrefix":"ar\\/","currentPath":"node\\/${print.nid}","currentPathIsAdmin":false,"isFront":false,"currentLanguage":"ar"},"pluralDelimiter":"\\u0003","suppressDeprecationErrors":true,"statistics":{"data":{"nid":"${print.nid}"},"url":"\\/core\\/modules\\/statistics\\/statistics.php"},"user":{"uid":0,"permissionsHash":"5d1f"}}</script>
<script src="/sites/default/files/js/js_u4NNXb.js"></script></body></html>`;
}

/** An international broadcaster's Arabic service on Drupal 9 with paragraph entities. */
export const site: ReplicaSite = {
  id: 'shape-drupal-explainer',
  name: NAME,
  family: 'drupal-paragraphs',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /core/\n' } }),
};
