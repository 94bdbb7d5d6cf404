import { type Block, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-gulf-economy.test';
const NAME = 'مؤشر الخليج';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list('أسواق|شركات|طاقة|اقتصاد|عقارات|تقنية|عملات رقمية|رأي|فيديو|بودكاست');
const TICKS = list(
  'تاسي~11,842.10~+0.42%|دبي~5,217.33~-0.11%|أبوظبي~9,604.72~+0.08%|الكويت~8,011.50~+0.30%|برنت~66.84~-0.46%|الذهب~3,318.20~+0.19%|بتكوين~94,120~-1.27%',
);
const TOP = list(
  'صندوق سيادي خليجي يخفض حصته في شركة سيارات كهربائية|مصرف مركزي يثبت الفائدة للمرة الثالثة على التوالي|طرح شركة مطاعم سعودية يجمع 900 مليون ريال|عقارات دبي: المبيعات تتراجع 6% في أبريل|شركة طيران منخفض التكلفة تطلب 20 طائرة جديدة',
);
const SUMS = list(
  'أظهرت إفصاحات رسمية أن الصندوق باع 12 مليون سهم خلال الربع الأول، محتفظا بحصة تقل عن 4%.|قال البنك في بيان إن التضخم لا يزال فوق مستهدفه، وإن القرار المقبل سيعتمد على البيانات.|بلغت تغطية الاكتتاب 37 مرة من المؤسسات، ومن المتوقع بدء التداول نهاية الشهر.',
);

const cell = (tag: string, text: string): string =>
  `<${tag} class="px-3 py-2 border">${text}</${tag}>`;

/** The rows of a table as its first column and two of figures. */
function table(rows: readonly string[]): string {
  const split = rows.map((row, at) => {
    const match =
      at === 0
        ? /^(\S+) (.+ \d{4}) (.+ \d{4})$/.exec(row)
        : /^(\D+) ([\d.]+ .+) ([\d.]+ .+)$/.exec(row);
    return match?.slice(1) ?? [row];
  });
  return `<div class="overflow-x-auto my-6"><table class="w-full text-sm border-collapse"><tbody>${split.map((row, at) => `<tr>${row.map((one) => cell(at === 0 ? 'th' : 'td', one)).join('')}</tr>`).join('')}</tbody></table></div>`;
}

function bodyHtml(article: SiteArticle): string[] {
  const rows = new Set((article.print?.table ?? '').split(' ').map(Number));
  const blocks: (Block & { row: boolean })[] = readBlocks(article).map((block, at) => ({
    ...block,
    row: rows.has(at + 1),
  }));
  const parts: string[] = [];
  for (const [at, { kind, text, row }] of blocks.entries()) {
    if (row) {
      if (blocks[at - 1]?.row) continue;
      parts.push(table(blocks.filter((one) => one.row).map((one) => escapeText(one.text))));
    } else if (kind === 'heading') {
      parts.push(`<h2 class="text-xl font-bold mt-8 mb-3">${escapeText(text)}</h2>`);
    } else if (kind === 'item') {
      const first = blocks[at - 1]?.kind !== 'item';
      const last = blocks[at + 1]?.kind !== 'item';
      parts.push(
        `${first ? '<ol class="list-decimal pr-6 space-y-2">' : ''}<li>${escapeText(text)}</li>${last ? '</ol>' : ''}`,
      );
    } else parts.push(`<p class="mb-5 leading-8">${escapeText(text)}</p>`);
  }
  return parts;
}

const story = (title: string, at: number): string =>
  `<div class="flex gap-4 py-4 border-b"><div class="w-1/3"><a href="/n/${at}"><img alt="" src="/media/s${at}.jpg"/></a></div><div class="w-2/3"><a href="/n/${at}" class="block"><span class="text-base font-semibold line-clamp-2">${escapeText(title)}</span></a><p class="text-sm text-neutral-600 line-clamp-3">${SUMS[at % 3]}</p><span class="text-xs text-neutral-400">قبل ${at + 2} ساعات</span></div></div>`;

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description = '', keywords = [], author } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const parts = bodyHtml(article);
  parts.splice(
    2,
    0,
    `<div class="my-6 rounded-xl bg-neutral-50 p-4"><div class="text-xs text-neutral-500 mb-2">قد يهمك</div><a href="/n/77" class="font-semibold">${TOP[0]}</a></div>`,
    '<div class="my-6 flex justify-center min-h-[250px]"><div id="ad-mid-1"><span class="text-[10px]">إعلان</span></div></div>',
  );
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    description,
    datePublished: print.iso,
    dateModified: print.mod,
    author: author
      ? author.map((name) => ({ '@type': 'Person', name }))
      : { '@type': 'Organization', name: print.source ?? NAME },
    publisher: { '@type': 'Organization', name: NAME },
    image: [`${ORIGIN}${image?.path}`],
  };
  const state = {
    props: {
      pageProps: {
        article: {
          id: article.path,
          title: article.headline,
          section,
          tags: keywords,
          related: TOP,
        },
      },
    },
    page: '/[...slug]',
  };
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>${title} - ${NAME}</title><meta name="description" content="${escapeText(description)}"/><meta name="keywords" content="${keywords.join('، ')}"/><link rel="canonical" href="${ORIGIN}${article.path}"/><meta property="og:title" content="${title}"/><meta property="og:site_name" content="${NAME}"/><meta property="og:type" content="article"/><meta property="og:image" content="${ORIGIN}${image?.path}"/><meta property="article:published_time" content="${print.iso}"/><script type="application/ld+json">${scriptJson(data)}</script><link rel="stylesheet" href="/_next/static/css/1f2e.css"/></head>
<body class="antialiased"><div id="__next"><div class="bg-neutral-900 text-white overflow-hidden"><div class="flex gap-6 animate-marquee">${TICKS.map(
    (one) =>
      `<a href="/q" class="flex gap-2">${one
        .split('~')
        .map((part) => `<span>${part}</span>`)
        .join('')}</a>`,
  ).join('')}</div></div>
<header class="border-b"><div class="mx-auto max-w-7xl flex"><a href="/"><img alt="${NAME}" src="/logo.svg"/></a><ul class="flex gap-5">${MENU.map((one) => `<li><a href="/x">${one}</a></li>`).join('')}</ul><button>بث مباشر</button></div></header>
<main class="mx-auto max-w-7xl grid grid-cols-12 gap-8"><article class="col-span-12 lg:col-span-8"><a href="/x" class="text-brand text-sm">${section}</a><h1 class="text-4xl font-extrabold leading-tight">${title}</h1>
<div class="flex items-center gap-3 my-4">${author ? `<img class="w-10 h-10 rounded-full" alt="${author[0]}" src="/media/w.jpg"/><div><a href="/author/9" class="font-semibold">${author[0]}</a><div class="text-xs text-neutral-500">${print.role}</div></div>` : `<div class="font-semibold">${print.source}</div>`}<div class="text-sm text-neutral-500">${print.shown}</div><div class="text-sm text-neutral-500">${print.minutes} دقائق قراءة</div></div>
<div class="flex gap-2"><button aria-label="مشاركة">مشاركة</button><button>استمع</button><button>حفظ</button></div>
<div class="relative"><img alt="${title}" src="${image?.path}" width="${image?.width}" height="${image?.height}"/></div>${image?.caption ? `<div class="text-xs text-neutral-500 py-2">${image.caption}</div>` : ''}
<div class="text-lg">${parts.join('\n')}</div>
${print.disclaimer ? '<div class="mt-8 text-xs text-neutral-500 border-t pt-4">إخلاء مسؤولية: المحتوى المنشور لأغراض إعلامية فقط، ولا يعد توصية بالشراء أو البيع أو نصيحة استثمارية.</div>' : ''}
<div class="flex flex-wrap gap-2 my-6">${keywords.map((one) => `<a href="/t/${encodeURI(one)}" class="rounded-full border px-3">${one}</a>`).join('')}</div>
<div class="my-6 rounded-xl bg-brand text-white p-6"><div class="text-lg font-bold">نشرة الأسواق</div><p>أهم ما يحرك الأسواق الخليجية، في بريدك قبل الجرس بنصف ساعة.</p><input placeholder="البريد الإلكتروني"/><button>اشترك مجانا</button></div>
<div class="mt-10"><div class="text-2xl font-bold mb-4">اقرأ التالي</div>${[...othersThan(article, articles, 2).map(({ headline }) => headline), ...TOP].map(story).join('\n')}</div></article>
<div class="hidden lg:block lg:col-span-4"><div class="text-xl font-bold">الأكثر قراءة</div><ol>${TOP.map((one, at) => `<li class="flex gap-3"><span>${at + 1}</span><a href="/n/${at}">${one}</a></li>`).join('')}</ol><div class="text-xl font-bold">الأسهم القيادية</div><div>${TICKS.map(
    (one) =>
      `<div class="flex justify-between">${one
        .split('~')
        .map((part) => `<span>${part}</span>`)
        .join('')}</div>`,
  ).join('')}</div></div></main>
<footer class="bg-neutral-900 text-neutral-300"><p>حقوق النشر © 2026 ${NAME}. جميع الحقوق محفوظة. قد تتأخر بيانات الأسواق 15 دقيقة على الأقل.</p></footer></div><script id="__NEXT_DATA__" type="application/json">${scriptJson(state)}</script></body></html>`;
}

/** A Gulf business channel on a React framework with utility classes. */
export const site: ReplicaSite = {
  id: 'shape-gulf-economy',
  name: NAME,
  family: 'next-tailwind',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
