import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://held-tunisia-daily.test';
const NAME = 'جريدة المنارة';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list(
  'الرئيسية|وطنية|جهات|اقتصاد|عالمية|رياضة|ثقافة|مجتمع|آراء|متفرقات|النسخة الورقية',
);
const LAST = list(
  'حجز 4 أطنان من السكر المدعم بسيدي بوزيد~تمكنت فرق المراقبة الاقتصادية من حجز الكمية داخل مستودع عشوائي، وتحرير محضر في الغرض.|الترجي يمطر شباك ضيفه بخماسية~سجل الأهداف خمسة لاعبين مختلفين، ليحسم الفريق اللقب قبل جولتين من نهاية البطولة.|نسبة امتلاء السدود تبلغ 39 بالمائة~تحسنت الإيرادات بفضل الأمطار الأخيرة، غير أن سدود الوسط تبقى دون المعدل.|مهرجان قرطاج يكشف برنامجه~تفتتح الدورة الجديدة بعرض أوركسترالي تونسي، وتختتم بسهرة فنية عربية.',
);

const item = (entry: string, at: number): string => {
  const [title = '', sum = ''] = entry.split('~');
  return `<div class="bloc-item row"><div class="col-4"><a href="/article/${at}"><img class="img-fluid" src="/uploads/t${at}.jpg" alt=""></a></div><div class="col-8"><a href="/article/${at}"><h5>${escapeText(title)}</h5></a><p class="txt">${sum}</p></div></div>`;
};

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const parts = readBlocks(article).map(({ kind, text }) =>
    kind === 'heading' ? `<h3>${escapeText(text)}</h3>` : `<p>${escapeText(text)}</p>`,
  );
  if (print.tail) parts.push(`<p>${print.tail}</p>`);
  const see = list(print.see);
  if (see.length > 0)
    parts.splice(
      1,
      0,
      `<div class="lire-aussi"><b>إقرأ أيضا:</b> <a href="/article/1">${see[0]}</a></div>`,
    );
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title} | ${NAME}</title>${description ? `<meta name="description" content="${escapeText(description)}">` : ''}<meta property="og:title" content="${title}"><meta property="og:image" content="${ORIGIN}${image?.path ?? '/og.jpg'}"><link rel="stylesheet" href="/assets/app.css"></head><body>
<div class="topline"><span>الجمعة 06 جوان 2025</span><span>تونس 27°</span></div><div class="logo"><a href="/"><img src="/assets/logo.png" alt="${NAME}"></a></div><nav><ul>${MENU.map((one) => `<li><a href="#">${one}</a></li>`).join('')}</ul></nav>
<div class="container"><div class="row"><div class="col-lg-8 article-detail"><ul class="fil"><li><a href="/">الرئيسية</a></li><li><a href="#">${section}</a></li></ul><h1 class="titre">${title}</h1><div class="infos"><span class="date-art">${print.shown}</span>${print.by ? `<span class="auteur">${print.by}</span>` : ''}</div>${image ? `<img class="img-fluid photo" src="${image.path}" width="${image.width}" height="${image.height}" alt="">` : ''}
<div class="contenu">${parts.join('\n')}</div><div class="partage">شارك المقال على <a>فايسبوك</a> <a>تويتر</a></div>${
    see.length > 1
      ? `<div class="lies"><h4>مواضيع ذات صلة</h4>${see
          .slice(1)
          .map((one) => `<a href="#">${one}</a>`)
          .join('')}</div>`
      : ''
  }<div class="bloc"><h4>آخر الأخبار</h4>${[...othersThan(article, articles, 2).map(({ headline }) => headline), ...LAST].map(item).join('')}</div></div>
<div class="col-lg-4"><div class="bloc"><h4>الأكثر مطالعة</h4>${LAST.map(item).join('')}</div><div class="bloc sondage"><h4>سبر آراء</h4><p>هل تتوقع صيفا أكثر حرارة من السنة الفارطة؟</p></div></div></div></div><footer><p>جميع الحقوق محفوظة لجريدة المنارة 2025</p></footer></body></html>`;
}

/** A Tunisian daily on a program of its own, with French class names. */
export const site: ReplicaSite = {
  id: 'held-tunisia-daily',
  name: NAME,
  family: 'own-tunisian',
  heldOut: true,
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
