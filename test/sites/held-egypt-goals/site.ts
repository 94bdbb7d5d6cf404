import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://held-egypt-goals.test';
const NAME = 'كورة الملاعب';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list(
  'الرئيسية|مباريات|الدوري المصري|الكرة الأوروبية|محترفون|انتقالات|سلة وطائرة|فيديوهات|ميركاتو|آراء',
);
const HOT = list(
  'تقارير: ريال مدريد يحدد بديل مدافعه المصاب|أهداف السبت في فيديو واحد|موعد قرعة دور الـ16 لأبطال أفريقيا|الأهلي يرفض إعارة مهاجمه الشاب|حكم مباراة القمة يثير الجدل|مرموش في التشكيلة المثالية للأسبوع',
);

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image } = article;
  const title = escapeText(article.headline);
  const parts = readBlocks(article).map(({ text }) => `<p>${escapeText(text)}</p>`);
  const [first = '', ...rest] = list(print.see);
  parts.splice(2, 0, `<p><strong><a href="/news/1">طالع أيضا: ${first}</a></strong></p>`);
  for (const one of rest)
    parts.push(`<p><strong><a href="/news/2">اقرأ أيضا: ${one}</a></strong></p>`);
  const mini = HOT.map(
    (one, at) =>
      `<div class="mini"><a href="/news/${at}"><img src="/img/t${at}.jpg" alt=""><span class="mini-t">${one}</span></a><span class="mini-d">قبل ${at + 1} ساعة</span></div>`,
  ).join('');
  const table = ['الأهرام~15~35', 'الزمالك الصغير~15~31', 'بتروجت~15~29', 'إنبي~15~27']
    .map(
      (one, at) =>
        `<tr><td>${at + 1}</td>${one
          .split('~')
          .map((part) => `<td>${part}</td>`)
          .join('')}</tr>`,
    )
    .join('');
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title} - ${NAME}</title><meta name="description" content="${escapeText(article.body.split('\n')[0] ?? '')}"><meta property="og:title" content="${title}"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta property="og:site_name" content="${NAME}"><link rel="stylesheet" href="/css/k.css"></head>
<body><header class="hd"><a class="hd-logo" href="/"><img src="/k.svg" alt="${NAME}"></a><ul class="hd-m">${MENU.map((one) => `<li><a href="#">${one}</a></li>`).join('')}</ul><div class="hd-live"><a class="lv" href="/m/1"><span>إنبي</span><b>0 - 0</b><span>المحلة</span><i>د 46</i></a><a class="lv" href="/m/2"><span>سموحة</span><b>19:00</b><span>الجونة</span></a></div></header>
<div class="lay"><div class="lay-r"><div class="nw"><h1>${title}</h1><div class="nw-i"><span class="nw-d">${print.shown}</span> <span class="nw-w">${print.by}</span></div><div class="nw-p"><img src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="${title}"></div><div class="nw-s"><a>Facebook</a><a>X</a></div><div class="nw-c">${parts.join('\n')}</div><div class="nw-t">${list(
    print.tags,
  )
    .map((one) => `<a href="/tag">${one}</a>`)
    .join(
      '',
    )}</div></div><div class="cm"><h4>التعليقات</h4><div class="fb-comments"></div></div><div class="rl"><h4>أخبار متعلقة</h4>${othersThan(
    article,
    articles,
    2,
  )
    .map((one) => `<a href="${one.path}">${escapeText(one.headline)}</a>`)
    .join('')}${mini}</div></div>
<div class="lay-l"><div class="tb"><h4>جدول الترتيب</h4><table><tr><th>#</th><th>الفريق</th><th>لعب</th><th>نقاط</th></tr>${table}</table></div><div class="mr"><h4>الأكثر قراءة</h4>${mini}</div></div></div><footer>كورة الملاعب 2026</footer></body></html>`;
}

/** An Egyptian football site. */
export const site: ReplicaSite = {
  id: 'held-egypt-goals',
  name: NAME,
  family: 'own-football',
  heldOut: true,
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
