import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-culture-review.test';
const NAME = 'العتبات';
const MORE = [
  [
    'عن الرواية التي لم يكتبها أحد',
    'سلمى الكيلاني',
    'في درج المكتب ثلاث بدايات لرواية واحدة، وكل بداية تكذّب الأخرى بأدب جم.',
  ],
  [
    'دفاعا عن الهوامش',
    'كريم عبد المسيح',
    'ليس الهامش ما سقط من المتن، بل ما لم يقدر المتن على حمله من شك وتردد.',
  ],
  [
    'خمسة أيام في مكتبة القرويين',
    'فدوى السملالي',
    'تدخل المكتبة كما تدخل بيتا تعرف أن أهله سبقوك إليه بألف عام وتركوا لك القهوة ساخنة.',
  ],
  [
    'ترجمة: قصيدتان من شاعر مجهول',
    'إلياس نصار',
    'عثر المترجم على القصيدتين مكتوبتين بقلم رصاص على غلاف كتاب في علم الفلك.',
  ],
];

const words = (text: string, print: Record<string, string>, at: number): string => {
  const safe = escapeText(text);
  if (at > 0 || !print.drop) return safe;
  return `<span class="dropcap">${safe[0]}</span>${safe.slice(1)}`;
};

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description = '', author } = article;
  const title = escapeText(article.headline);
  const strong = new Set((print.strong ?? '').split(' ').map(Number));
  const parts = readBlocks(article).map(({ kind, text }, at) => {
    if (kind === 'heading') return `<h3 class="chapter">${escapeText(text)}</h3>`;
    if (strong.has(at + 1)) return `<p><strong>${escapeText(text)}</strong></p>`;
    return `<p>${words(text, print, at)}</p>`;
  });
  if (print.quote) parts.splice(3, 0, `<aside class="pull-quote"><p>${print.quote}</p></aside>`);
  const others = othersThan(article, articles, 1).map(({ headline }) => [headline, '', '']);
  return `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} — ${NAME}</title><meta name="description" content="${escapeText(description)}">
<meta property="og:title" content="${title}"><meta property="og:description" content="${escapeText(description)}"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta name="twitter:card" content="summary_large_image"><link rel="stylesheet" href="/assets/app.css"></head>
<body class="tpl-${article.path.split('/')[1]}"><a class="skip" href="#content">انتقل إلى المحتوى</a>
<header id="masthead"><h1 class="logo"><a href="/">${NAME}</a></h1><p class="motto">مجلة فصلية في الأدب والفكر والفنون</p><nav><a href="/essays">مقالات</a><a href="/talks">حوارات</a><a href="/reviews">مراجعات</a><a href="/translations">ترجمات</a><a href="/news">أخبار</a><a href="/issues">الأعداد</a><a href="/support">ادعم المجلة</a></nav></header>
<div id="content"><div class="hero"><div class="hero-text"><div class="kind">${article.articleSection?.[0]}</div><h2 class="piece-title">${title}</h2><div class="piece-by">${print.by ?? (author ? `<a href="/people/${article.path.length}">${author[0]}</a>` : '')}</div><div class="piece-info">${print.date}<span class="sep">·</span>قراءة ${print.minutes} دقائق</div></div><div class="hero-img"><img src="${image?.path}" alt=""><div class="img-note">${image?.caption ?? ''}</div></div></div>
<div class="piece">${parts.join('\n')}</div>
<div class="end-mark">◆</div>
${print.bio && author ? `<div class="person"><img src="/files/people/${article.path.length}.jpg" alt=""><div><strong>${author[0]}</strong><p>${print.bio}</p></div></div>` : ''}
<div class="support"><h4>العتبات مجلة مستقلة</h4><p>لا إعلانات هنا ولا ممول. إن أعجبك ما قرأت فساعدنا على أن نستمر باشتراك سنوي لا يتجاوز ثمن كتابين.</p><a href="/support">ادعم المجلة</a></div>
<div class="next"><h3>يمكنكم أن تقرؤوا أيضا</h3>${[...others, ...MORE].map(([one = '', who = '', sum = ''], at) => `<div class="next-item"><a href="/essays/${1100 + at}"><h4>${escapeText(one)}</h4></a>${who ? `<div class="next-by">${who}</div><p>${sum}</p>` : ''}</div>`).join('\n')}</div></div>
<footer id="foot"><form><label>رسالة المجلة الشهرية</label><input type="email"><button>اشتراك</button></form><p>العتبات، تصدر منذ 2016. المقالات تعبر عن آراء أصحابها. يسمح بالاقتباس مع ذكر المصدر.</p></footer></body></html>`;
}

/** A review of letters, on a small system of its own. */
export const site: ReplicaSite = {
  id: 'shape-culture-review',
  name: NAME,
  family: 'own-review',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
