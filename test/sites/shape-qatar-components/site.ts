import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-qatar-components.test';
const NAME = 'جريدة السدرة';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list('الرئيسية|محليات|اقتصاد|رياضة|عربي ودولي|ثقافة|مقالات|المجتمع|ملاحق|PDF');
const MEGA = list(
  'أخبار محلية|بلدي|شورى|جامعات ومدارس|صحة|مرور وطرق|بورصة قطر|طاقة|عقارات|سياحة|دوري النجوم|كأس الأمير|كرة اليد|سباقات الهجن|الفروسية|مسرح|كتب|سينما|تشكيل|ملحق السيارات|ملحق الأسرة|وظائف',
);
const NEWS = list(
  'أشغال: إغلاق جزئي لتقاطع الصناعية ليلا~تنفذ هيئة الأشغال إغلاقا جزئيا لتقاطع الصناعية اعتبارا من منتصف الليل وحتى الخامسة فجرا لأعمال السفلتة.|انطلاق مهرجان الربيع في درب الساعي~تنطلق مساء اليوم فعاليات مهرجان الربيع بمشاركة خمسين جهة، وتستمر أسبوعين مع عروض يومية للأطفال.|العنابي يبدأ معسكره في الدوحة~بدأ المنتخب الوطني لكرة القدم تدريباته بقائمة تضم ستة وعشرين لاعبا استعدادا لودية الأسبوع المقبل.|بورصة قطر تغلق على ارتفاع~أغلق المؤشر العام مرتفعا 48 نقطة بدعم من أسهم البنوك والصناعة، وبلغت قيمة التداولات 512 مليون ريال.|ورشة لتعليم الخط العربي في كتارا~تنظم المؤسسة العامة ورشة مجانية لتعليم خطي النسخ والرقعة، والتسجيل متاح حتى نهاية الأسبوع.',
);

const teaser = (entry: string, at: number): string => {
  const [title = '', sum = ''] = entry.split('~');
  return `<div class="cmp-teaser"><div class="cmp-teaser__image"><img class="lazy" data-src="/content/dam/t/${at}.jpg" alt=""></div><div class="cmp-teaser__content"><a class="cmp-teaser__title-link" href="/article/13/01/2026/t${at}"><div class="cmp-teaser__title">${escapeText(title)}</div></a><div class="cmp-teaser__description"><p>${sum}</p></div></div></div>`;
};

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const blocks = readBlocks(article);
  const lead = print.lead ? blocks.shift() : undefined;
  const parts = blocks.map(({ kind, text }) =>
    kind === 'heading' ? `<p><b>${escapeText(text)}</b></p>` : `<p>${escapeText(text)}</p>`,
  );
  const half = Math.ceil(parts.length / 2);
  const container = (html: string, name: string): string =>
    `<div class="${name} aem-GridColumn aem-GridColumn--default--12"><div data-cmp-data-layer="{&quot;text-1&quot;:{}}" class="cmp-${name}">${html}</div></div>`;
  const others = othersThan(article, articles, 2).map(({ headline }) => `${headline}~`);
  return `<!DOCTYPE HTML>
<html lang="ar-QA" dir="rtl"><head><meta charset="UTF-8"/><title>${NAME} | ${title}</title><meta name="template" content="article-page"/>${description ? `<meta name="description" content="${escapeText(description)}"/>` : ''}<meta name="viewport" content="width=device-width, initial-scale=1"/><meta property="og:title" content="${title}"/><meta property="og:url" content="${ORIGIN}${encodeURI(article.path)}"/>${image ? `<meta property="og:image" content="${ORIGIN}${image.path}"/>` : ''}<link rel="stylesheet" href="/etc.clientlibs/sidra/clientlibs/clientlib-site.min.css"/></head>
<body class="page basicpage article-page" id="page-8a1c"><div class="root container responsivegrid"><div class="cmp-container"><header class="experiencefragment"><div class="cmp-experiencefragment cmp-experiencefragment--header"><div class="image logo"><a href="/"><img src="/content/dam/logo.png" alt="${NAME}"/></a></div><div class="datebar">الخميس 15 يناير 2026 م - 26 رجب 1447 هـ</div><nav class="cmp-navigation"><ul class="cmp-navigation__group">${MENU.map((one) => `<li class="cmp-navigation__item cmp-navigation__item--level-0"><a class="cmp-navigation__item-link" href="#">${one}</a></li>`).join('')}</ul></nav><div class="megamenu">${MEGA.map((one) => `<a href="#">${one}</a>`).join('')}</div></div></header>
<main class="container responsivegrid"><div class="cmp-container"><div class="aem-Grid aem-Grid--12"><div class="breadcrumb"><nav class="cmp-breadcrumb"><ol class="cmp-breadcrumb__list"><li class="cmp-breadcrumb__item"><a href="/">الرئيسية</a></li><li class="cmp-breadcrumb__item"><a href="/l">${section}</a></li></ol></nav></div>
<div class="title aem-GridColumn"><div class="cmp-title"><h1 class="cmp-title__text">${title}</h1></div></div>${lead ? container(`<p>${escapeText(lead.text)}</p>`, 'text') : ''}
<div class="articleinfo aem-GridColumn"><div class="cmp-articleinfo"><span class="cmp-articleinfo__date">${print.date}</span><span class="cmp-articleinfo__views">322</span><div class="cmp-sharing"><a>f</a><a>x</a><a>in</a></div></div></div>
${print.writer ? `<div class="contributor aem-GridColumn"><div class="cmp-contributor"><img src="/content/dam/w.jpg" alt=""/><div class="cmp-contributor__name">${article.author?.[0]}</div></div></div>` : ''}
${image ? `<div class="image aem-GridColumn"><div class="cmp-image"><img src="${image.path}" class="cmp-image__image" width="${image.width}" height="${image.height}" alt=""/>${image.caption ? `<span class="cmp-image__title">${image.caption}</span>` : ''}</div></div>` : ''}
${print.byline ? container(`<p><b>${print.byline}</b></p>`, 'text') : ''}${container(parts.slice(0, half).join('\n'), 'text')}
<div class="ad aem-GridColumn"><div id="div-gpt-ad-14"></div></div>
${container(parts.slice(half).join('\n'), 'text')}
${
  print.tags
    ? `<div class="tagcloud aem-GridColumn"><div class="cmp-tagcloud"><span>الكلمات الدلالية</span>${list(
        print.tags,
      )
        .map((one) => `<a href="/tag">${one}</a>`)
        .join('')}</div></div>`
    : ''
}
<div class="list aem-GridColumn"><div class="cmp-list"><div class="cmp-list__heading">أخبار ذات صلة</div>${[...others, ...NEWS].map(teaser).join('\n')}</div></div></div></div></main>
<aside class="container rail"><div class="cmp-tabs"><div class="cmp-tabs__tab">الأكثر قراءة</div><div class="cmp-tabs__tab">الأحدث</div>${NEWS.map(teaser).join('')}</div><div class="cmp-prayers"><b>مواقيت الصلاة</b><span>الفجر 5:01</span><span>الظهر 11:44</span><span>العصر 2:41</span><span>المغرب 5:04</span><span>العشاء 6:34</span></div></aside>
<footer class="experiencefragment"><div class="cmp-text"><p>جميع الحقوق محفوظة © ${NAME} 2026</p></div></footer></div></div></body></html>`;
}

/** A Qatari daily on an enterprise system of components and grids. */
export const site: ReplicaSite = {
  id: 'shape-qatar-components',
  name: NAME,
  family: 'enterprise-components',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
