import {
  type Block,
  blocksHtml,
  escapeText,
  othersThan,
  readBlocks,
  scriptJson,
} from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-react-news.test';
const NAME = 'مؤشر الخليج';
const MENU =
  `الرئيسية|أسواق الأسهم|سوق دبي|سوق أبوظبي|تداول|بورصة الكويت|بورصة قطر|النفط والغاز|المعادن|العملات|العملات المشفرة|عقارات|بنوك وتمويل|شركات|طيران وسياحة|تكنولوجيا|اقتصاد كلي|ريادة أعمال|آراء|بودكاست|فيديو|بيانات`.split(
    '|',
  );
const TICKERS =
  `مؤشر دبي العام;5,412.70;+0.38%|مؤشر أبوظبي;9,980.14;-0.11%|تاسي;11,204.95;+0.62%|برنت;71.46;-1.02%|الذهب;4,118.20;+0.27%|بورصة الكويت - الأول;8,377.03;+0.05%|بيتكوين;88,310;-2.40%`
    .split('|')
    .map((row) => row.split(';'));
const READ: string[] =
  `لماذا يتخلى مستثمرو الخليج عن الودائع الطويلة الأجل؟|أربع شركات عائلية تستعد للإدراج في سوق مسقط قبل الصيف|كم تدفع شركات الطيران الاقتصادي لقاء مقعد فارغ|الدرهم الرقمي: ما الذي يتغير في حسابك المصرفي؟|صندوق تقاعد كويتي يشتري برج مكاتب في فرانكفورت|أسعار الشحن من شنغهاي إلى جبل علي تعود إلى ما قبل الأزمة|رسوم الخدمات السكنية في الرياض ترتفع للعام الثالث`.split(
    '|',
  );
const BUTTON =
  'inline-flex items-center justify-center rounded-full h-9 w-9 border border-gray-200 hover:bg-gray-100 transition-colors';
const SHARE = ['فيسبوك', 'إكس', 'لينكدإن', 'واتساب', 'نسخ الرابط'];

function price([name, value, change = '']: string[], id: string): string {
  const tone = change.startsWith('+') ? 'text-emerald-600' : 'text-red-600';
  return `<div class="flex items-center gap-2 px-4 py-1 border-e border-gray-700 whitespace-nowrap" data-testid="${id}"><span class="text-xs font-medium">${name}</span><span class="text-xs tabular-nums" dir="ltr">${value}</span><span class="text-xs ${tone}" dir="ltr">${change}</span></div>`;
}

function related(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const one = othersThan(article, articles, 1)[0];
  return `<aside class="not-prose my-6 border-s-4 border-amber-500 bg-amber-50 p-4" data-testid="inline-related"><span class="block text-sm font-bold text-amber-700 mb-1">اقرأ أيضاً</span><a class="text-base font-semibold hover:underline" href="${encodeURI(one?.path ?? '/')}">${escapeText(one?.headline ?? NAME)}</a></aside>`;
}

function widget(symbol: string): string {
  const [name, value, change, at] = symbol.split('|');
  return `<div class="not-prose my-6 rounded-lg border border-gray-200 p-4 flex justify-between items-center" data-testid="live-price-widget" data-symbol="GM"><div class="flex flex-col"><span class="text-sm text-gray-500">${name}</span><span class="text-2xl font-bold tabular-nums" dir="ltr">${value}</span></div><div class="flex flex-col items-end"><span class="text-sm font-semibold" dir="ltr">${change}</span><span class="text-xs text-gray-400">آخر تحديث ${at} - الأسعار متأخرة 15 دقيقة</span><a class="text-xs text-blue-700 underline" href="/markets">أضف إلى قائمة المتابعة</a></div></div>`;
}

function sections(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const blocks = readBlocks(article).slice(article.print?.standfirst ? 1 : 0);
  const groups: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'heading') groups.push([]);
    groups.at(-1)?.push(block);
  }
  const tail = (index: number) => {
    if (index === 0 && article.print?.symbol) return widget(article.print.symbol);
    return index === 1 ? related(article, articles) : '';
  };
  return groups
    .map((group, index) => {
      const parts = blocksHtml(group, { heading: 'h2' });
      if (index === 0) {
        const place = article.dateline ? `<p>${article.dateline} - ` : '<p>';
        const first = parts.shift()?.replace('<p>', place) ?? '';
        parts.unshift(
          first,
          `<div class="not-prose my-4 flex flex-col items-center bg-gray-50" data-testid="ad-slot-inread"><span class="text-[10px] text-gray-400">إعلان</span><div id="gpt-inread-1" class="min-h-[250px]"></div></div>`,
        );
      }
      return `<section class="mb-6 space-y-5" data-testid="body-section-${index}">${parts.join('')}</section>${tail(index)}`;
    })
    .join('');
}

function ld(article: SiteArticle): string {
  const { image, print } = article;
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': `${ORIGIN}${encodeURI(article.path)}` },
    headline: article.headline,
    description: article.description,
    inLanguage: 'ar',
    datePublished: print?.ldDate,
    dateModified: print?.ldModified,
    articleSection: article.articleSection?.[0],
    keywords: article.keywords,
    image: image && {
      '@type': 'ImageObject',
      ...image,
      caption: undefined,
      path: undefined,
      url: `${ORIGIN}${image.path}`,
    },
    author: article.author
      ? article.author.map((name) => ({ '@type': 'Person', name }))
      : { '@type': 'Organization', name: NAME, url: ORIGIN },
    publisher: { '@type': 'NewsMediaOrganization', name: NAME, logo: `${ORIGIN}/static/logo.png` },
    isAccessibleForFree: true,
  });
}

function byline(article: SiteArticle): string {
  const { author, credit, print } = article;
  const name = author
    ? `<a class="text-sm font-bold text-gray-900 hover:underline" href="/authors/${print?.slug}" rel="author" data-testid="author-name">${author[0]}</a>${print?.role ? `<span class="text-xs text-gray-500" data-testid="author-role">${print.role}</span>` : ''}`
    : `<span class="text-sm text-gray-700" data-testid="article-source">المصدر: <span class="font-bold">${credit?.[0]?.name}</span></span>`;
  return `<div class="flex items-center gap-3 py-4 border-y border-gray-200" data-testid="article-meta">${author ? '<img class="h-10 w-10 rounded-full object-cover" src="/static/avatar.svg" alt="" width="40" height="40" loading="lazy"/>' : ''}<div class="flex flex-col">${name}</div><div class="ms-auto flex flex-col text-xs text-gray-500"><time datetime="${print?.ldDate}" data-testid="publish-date">نُشر: ${print?.date}</time>${print?.updated ? `<time datetime="${print.ldModified}" data-testid="update-date">حُدّث: ${print.updated}</time>` : ''}<span data-testid="reading-time">${print?.minutes} دقائق قراءة</span></div></div>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print, description = '' } = article;
  const section = article.articleSection?.[0] ?? '';
  const url = `${ORIGIN}${encodeURI(article.path)}`;
  const share = `<div class="flex gap-2 my-4" data-testid="share-bar"><span class="text-sm text-gray-500">شارك</span>${SHARE.map((to) => `<button type="button" class="${BUTTON}" aria-label="${to}"><svg class="h-4 w-4" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12h16M12 4v16"></path></svg><span class="sr-only">${to}</span></button>`).join('')}</div>`;
  const nav = MENU.map(
    (item, at) =>
      `<li class="shrink-0"><a class="block px-3 py-3 text-sm font-medium text-gray-800 hover:text-amber-600 transition-colors" data-testid="nav-item-${at}" href="/section/${at}">${item}</a></li>`,
  ).join('');
  const cards = [...othersThan(article, articles, 2).map((one) => one.headline), ...READ.slice(3)]
    .map(
      (title) =>
        `<article class="group flex flex-col gap-2" data-testid="story-card"><a class="block aspect-video overflow-hidden rounded-md bg-gray-100" href="#"><img class="h-full w-full object-cover group-hover:scale-105 transition-transform" src="/img/card.webp" alt="" loading="lazy"/></a><span class="text-xs font-bold text-amber-600">أسواق</span><h3 class="text-lg font-bold leading-snug line-clamp-3"><a href="#">${escapeText(title)}</a></h3><span class="text-xs text-gray-400">منذ 3 ساعات</span></article>`,
    )
    .join('');
  return `<!DOCTYPE html><html lang="ar" dir="rtl" class="scroll-smooth"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title data-rh="true">${escapeText(article.headline)} | ${NAME}</title><meta data-rh="true" name="description" content="${escapeText(description)}"/><link data-rh="true" rel="canonical" href="${url}"/><meta data-rh="true" property="og:type" content="article"/><meta data-rh="true" property="og:site_name" content="${NAME}"/><meta data-rh="true" property="og:title" content="${escapeText(article.headline)}"/><meta data-rh="true" property="og:description" content="${escapeText(description)}"/><meta data-rh="true" property="og:image" content="${ORIGIN}${image?.path}"/><meta data-rh="true" property="og:url" content="${url}"/><meta name="twitter:card" content="summary_large_image"/><meta name="twitter:site" content="@gulfmoashir"/><link rel="preload" as="font" href="/static/fonts/IBMPlexSansArabic-Regular.woff2" crossorigin="anonymous"/><link rel="stylesheet" href="/static/css/main.7d1c9e02.css"/><style id="critical">*,:after,:before{box-sizing:border-box;border:0 solid #e5e7eb}.prose{color:#374151;max-width:68ch;line-height:1.9}.prose h2{font-weight:700;font-size:1.4em}.line-clamp-3{-webkit-line-clamp:3;overflow:hidden}.sr-only{position:absolute;width:1px;height:1px}</style><script data-rh="true" type="application/ld+json">${ld(article)}</script><script>window.dataLayer=window.dataLayer||[];dataLayer.push({event:"page_view",section:${scriptJson(section)}});</script></head>
<body class="bg-white font-sans antialiased text-gray-900"><noscript><iframe src="/gtm.html" height="0" width="0" title="gtm"></iframe></noscript><div id="root"><a class="sr-only focus:not-sr-only" href="#main">انتقل إلى المحتوى</a><div class="bg-gray-900 text-white overflow-hidden" data-testid="ticker-tape"><div class="flex animate-marquee">${TICKERS.map((one, at) => price(one, `ticker-${at}`)).join('')}</div></div><header class="sticky top-0 z-50 bg-white shadow-sm" data-testid="site-header"><div class="container mx-auto flex items-center justify-between px-4 h-16"><a class="text-2xl font-black" href="/" aria-label="${NAME}"><svg class="h-8 w-32" viewBox="0 0 128 32" role="img"><title>${NAME}</title><rect width="128" height="32"></rect></svg></a><form class="hidden md:flex" role="search"><input class="rounded-full border px-4 py-2 text-sm" type="search" placeholder="ابحث عن شركة أو سهم أو خبر"/></form><div class="flex gap-2"><a class="text-sm" href="/en">English</a><button class="rounded bg-amber-500 px-4 py-2 text-sm font-bold text-white" data-testid="signin" type="button">تسجيل الدخول</button></div></div><nav class="border-t border-gray-100" aria-label="القائمة الرئيسية"><ul class="container mx-auto flex overflow-x-auto">${nav}</ul></nav></header>
<main id="main" class="container mx-auto px-4 grid grid-cols-1 lg:grid-cols-12 gap-8 pt-6"><div class="lg:col-span-8"><nav aria-label="مسار التنقل" class="text-xs text-gray-500 mb-3" data-testid="breadcrumb"><ol class="flex gap-1"><li><a href="/">الرئيسية</a></li><li aria-hidden="true">/</li><li><a href="/section">${section}</a></li></ol></nav><article data-testid="article"><header class="space-y-3"><a class="inline-block rounded bg-amber-100 px-2 py-1 text-xs font-bold text-amber-800" data-testid="section-badge" href="/section">${section}</a><h1 class="text-3xl md:text-4xl font-extrabold leading-tight" data-testid="article-headline">${escapeText(article.headline)}</h1>${print?.standfirst ? `<p class="text-lg text-gray-600 leading-relaxed" data-testid="article-standfirst">${escapeText(article.body.split('\n\n')[0] ?? '')}</p>` : ''}</header>${byline(article)}${share}<figure class="my-6"><img class="w-full rounded-lg object-cover" src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="" fetchpriority="high"/><figcaption class="mt-2 text-xs text-gray-500" data-testid="image-caption">${image?.caption} <span class="text-gray-400">${print?.photo}</span></figcaption></figure><div class="prose prose-lg max-w-none text-lg" data-testid="article-body">${sections(article, articles)}</div>
<div class="flex flex-wrap gap-2 my-6" data-testid="article-tags"><span class="text-sm font-bold">الوسوم</span>${(article.keywords ?? []).map((tag) => `<a class="rounded-full bg-gray-100 px-3 py-1 text-sm hover:bg-gray-200" href="/tag">${tag}</a>`).join('')}</div>${share}<p class="text-xs text-gray-400 border-t pt-3" data-testid="disclaimer">المحتوى المنشور لأغراض إعلامية ولا يمثل توصية استثمارية بالشراء أو البيع أو الاحتفاظ بأي ورقة مالية.</p></article>
<section class="my-8 rounded-xl bg-gray-900 p-6 text-white" data-testid="newsletter"><h2 class="text-xl font-bold">نشرة الافتتاح</h2><p class="text-sm text-gray-300">ما يحتاج المستثمر إلى معرفته قبل جرس التداول، في بريدك الساعة السابعة والنصف صباحاً كل يوم عمل.</p><form class="mt-3 flex gap-2"><input class="flex-1 rounded px-3 py-2 text-gray-900" type="email" placeholder="بريدك الإلكتروني"/><button class="rounded bg-amber-500 px-4 py-2 font-bold" type="submit">اشترك</button></form><label class="text-xs"><input type="checkbox"/> أوافق على سياسة الخصوصية وتلقي رسائل تسويقية</label></section><section class="my-8" data-testid="more-stories"><h2 class="text-2xl font-bold mb-4">قد يهمك أيضاً</h2><div class="grid grid-cols-2 md:grid-cols-3 gap-6">${cards}</div></section></div>
<aside class="lg:col-span-4 space-y-8" data-testid="sidebar"><div class="rounded-lg border p-4" data-testid="markets-panel"><h2 class="text-lg font-bold mb-2">الأسواق الآن</h2><div class="flex flex-col divide-y">${TICKERS.map((one, at) => price(one, `panel-${at}`)).join('')}</div><p class="text-xs text-gray-400 mt-2">البيانات متأخرة 15 دقيقة على الأقل</p></div><div data-testid="ad-slot-mpu" class="min-h-[250px] bg-gray-50"></div><div data-testid="most-read"><h2 class="text-lg font-bold border-b-2 border-amber-500 pb-2">الأكثر قراءة</h2><ol class="divide-y">${READ.map((title, at) => `<li class="flex gap-3 py-3"><span class="text-2xl font-black text-gray-300">${at + 1}</span><a class="text-sm font-semibold leading-6 hover:text-amber-600" href="#">${title}</a></li>`).join('')}</ol></div></aside></main>
<footer class="mt-12 bg-gray-950 text-gray-300" data-testid="site-footer"><div class="container mx-auto px-4 py-10 grid grid-cols-2 md:grid-cols-4 gap-8"><ul class="space-y-2">${MENU.slice(
    0,
    11,
  )
    .map((item) => `<li><a class="text-sm hover:text-white" href="#">${item}</a></li>`)
    .join(
      '',
    )}</ul><ul class="space-y-2">${['من نحن', 'فريق التحرير', 'ميثاق التحرير', 'أعلن معنا', 'وظائف', 'اتصل بنا', 'الشروط والأحكام', 'سياسة الخصوصية', 'ملفات تعريف الارتباط'].map((item) => `<li><a class="text-sm hover:text-white" href="#">${item}</a></li>`).join('')}</ul><p class="col-span-2 text-xs leading-6">لا تتحمل «${NAME}» مسؤولية أي خسارة تنتج عن الاعتماد على البيانات المعروضة في الموقع. أسعار الأسهم مقدمة من مزودي بيانات مرخصين وقد تتأخر عن السوق. يُحظر نسخ المواد أو إعادة توزيعها من دون إذن كتابي مسبق. © 2026 ${NAME} للإعلام ش.م.ح، دبي.</p></div></footer><div class="fixed bottom-0 inset-x-0 bg-white border-t p-4 text-sm" role="dialog" data-testid="cookie-banner">نستخدم ملفات تعريف الارتباط لتحسين تجربتك وقياس أداء المحتوى.<button class="ms-3 rounded bg-gray-900 px-3 py-1 text-white" type="button">قبول الكل</button></div></div>
<script>window.__PRELOADED_STATE__=${scriptJson({ page: { type: 'article', id: print?.id, section, premium: false }, markets: TICKERS, mostRead: READ, menu: MENU, flags: { darkMode: false, livePrices: true } })};</script><script defer src="/static/js/runtime.4b1f.js"></script><script defer src="/static/js/main.90aa31.chunk.js"></script></body></html>`;
}

/** A Gulf business site: React rendered on the server, utility classes, live prices. */
export const site: ReplicaSite = {
  id: 'shape-react-news',
  name: NAME,
  family: 'react-ssr',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /search\n' } }),
};
