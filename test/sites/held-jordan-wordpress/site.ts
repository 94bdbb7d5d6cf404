import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://held-jordan-wordpress.test';
const NAME = 'الرابية';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list('محليات|محافظات|اقتصاد|رياضة|عرب وعالم|حياتنا|ثقافة|آراء|ملاحق|كاريكاتير');
const TOP = list(
  'ضبط مستودع مواد غذائية منتهية الصلاحية في سحاب|الوحدات يتعاقد مع مدرب تونسي|ارتفاع أسعار البيض في السوق المحلية|حفل إشهار رواية جديدة في رابطة الكتاب|انطلاق التسجيل للحج الموسم المقبل',
);

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const bold = new Set((print.bold ?? '').split(' ').map(Number));
  const parts = readBlocks(article).map(({ text }, at) => {
    const words = escapeText(text);
    if (bold.has(at + 1)) return `<p><strong>${words}</strong></p>`;
    return `<p>${at === 0 && print.city ? `<strong>${print.city}</strong>` : ''}${words}</p>`;
  });
  if (print.name) parts.unshift(`<p><strong>${print.name}</strong></p>`);
  const see = list(print.see).map(
    (one) =>
      `<p><span style="color:#0000ff"><a style="color:#0000ff" href="/local/1/">${one}</a></span></p>`,
  );
  parts.push('<p><strong>اقرأ أيضا:</strong></p>', ...see);
  const card = (one: string, at: number): string =>
    `<div class="jr-card"><a href="/local/${at}/"><img src="/t${at}.jpg" alt=""></a><h4><a href="/local/${at}/">${escapeText(one)}</a></h4><span class="jr-time">قبل ${at + 1} ساعات</span></div>`;
  return `<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>${title} - جريدة ${NAME}</title><link rel="canonical" href="${ORIGIN}${article.path}"><meta property="og:title" content="${title} - جريدة ${NAME}"><meta property="og:site_name" content="جريدة ${NAME}"><meta property="article:published_time" content="${print.iso}"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta name="author" content="mohammad.q"><meta name="generator" content="WordPress 6.8"></head><body class="rtl wp-singular post-template-default single single-post"><header class="jr-head"><a href="/"><img src="/logo.png" alt="جريدة ${NAME}"></a><nav><ul>${MENU.map((one) => `<li class="menu-item"><a href="#">${one}</a></li>`).join('')}</ul></nav></header>
<div class="jr-wrap"><main><div class="jr-cat"><a href="/c/" rel="category tag">${section}</a></div><h1 class="jr-title">${title}</h1><div class="jr-meta"><time datetime="${print.iso}">${print.shown}</time></div><div class="jr-thumb"><img width="${image?.width}" height="${image?.height}" src="${image?.path}" alt="">${image?.caption ? `<div class="jr-cap">${image.caption}</div>` : ''}</div><div class="jr-share"><a>فيسبوك</a><a>واتساب</a></div>
<div class="jr-content the-content">${parts.join('\n')}</div><div class="jr-follow"><a href="#">تابعنا على Google News</a></div><section class="jr-rel"><h3>مواضيع قد تهمك</h3>${[...othersThan(article, articles, 2).map(({ headline }) => headline), ...TOP].map(card).join('')}</section></main><aside class="jr-side"><h3>الأكثر قراءة</h3>${TOP.map(card).join('')}</aside></div><footer>جريدة ${NAME} اليومية © 2026</footer></body></html>`;
}

/** A Jordanian daily on WordPress with a theme of its own. */
export const site: ReplicaSite = {
  id: 'held-jordan-wordpress',
  name: NAME,
  family: 'wordpress-daily',
  heldOut: true,
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
