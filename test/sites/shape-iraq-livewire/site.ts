import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const NAME = 'دجلة 24';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list('الرئيسية|سياسة|أمن|اقتصاد|محليات|دولي|رياضة|تقارير|منوعات|إنفوغراف');
const LIVE = list(
  'منذ 4 دقائق~القضاء يصدر حكما بالسجن بحق مدير عام سابق|منذ 11 دقيقة~الأنواء: أمطار رعدية في سبع محافظات غدا|منذ 26 دقيقة~وزير الكهرباء: إضافة 400 ميغاواط إلى الشبكة|منذ 40 دقيقة~الشرطة والزوراء.. تعادل مثير في كلاسيكو الكرة|منذ ساعة~إطلاق رواتب الرعاية الاجتماعية|منذ ساعة~الدولار يسجل 141 ألفا في البورصة المركزية',
);

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const lines = readBlocks(article).map(({ text }) => escapeText(text));
  lines.splice(
    2,
    0,
    '<a class="tg-line" href="https://t.me/d24"><b>تابع قناة "دجلة 24" على تلغرام.. اضغط هنا</b></a>',
  );
  const text = `<div><strong>${print.opening}</strong></div><div><br></div>${lines.map((line) => `<div>${line}</div><div><br></div>`).join('')}${print.source ? `<div>${print.source}</div>` : ''}`;
  const box = (head: string, items: readonly string[]): string =>
    `<div class="bg-white shadow-sm mb-4 p-3"><h5 class="border-bottom pb-2">${head}</h5>${items.map((one, at) => `<div class="d-flex mb-3"><img src="/storage/t/${at}.jpg" width="110" height="74" alt=""><div class="ms-2"><a class="text-dark fw-bold" href="/post/${117000 + at}">${escapeText(one)}</a><div class="text-muted small">${at + 2} ساعات</div></div></div>`).join('')}</div>`;
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="csrf-token" content="Yk3"><title>${title}</title><meta property="og:title" content="${title}"><meta property="og:description" content="${escapeText(article.body.slice(0, 90))}"><meta property="og:image" content="${image?.path}"><meta property="og:type" content="website"><link href="/build/assets/app-4a.css" rel="stylesheet"><style>[wire\\:loading]{display:none}</style></head>
<body><div wire:id="q1" wire:initial-data='{"fingerprint":{"id":"q1"}}' class="breaking"><span class="badge bg-danger">عاجل</span>${LIVE.slice(
    0,
    2,
  )
    .map((one) => one.split('~')[1])
    .join(
      ' | ',
    )}</div><header class="navbar"><a class="navbar-brand" href="/">${NAME}</a><ul class="navbar-nav">${MENU.map((one) => `<li class="nav-item"><a class="nav-link" href="#">${one}</a></li>`).join('')}</ul></header>
<div class="container"><div class="row"><div class="col-lg-8"><div class="bg-white p-4 shadow-sm"><span class="badge bg-primary">${section}</span><h1 class="h3 fw-bold mt-2">${title}</h1><div class="d-flex text-muted small"><div><i class="bi bi-clock"></i> ${print.shown}</div><div class="ms-3"><i class="bi bi-eye"></i> 1204</div><div class="ms-3">A+ A-</div></div><div class="position-relative"><img src="${image?.path}" class="img-fluid" width="${image?.width}" height="${image?.height}" alt="">${image?.caption ? `<div class="small text-center text-muted">${image.caption}</div>` : ''}</div>
<div class="post-body fs-5 lh-lg">${text}</div><div class="d-flex gap-2"><a class="btn btn-sm">Facebook</a><a class="btn btn-sm">X</a><a class="btn btn-sm">Telegram</a></div></div>${box('أخبار مشابهة', [...othersThan(article, articles, 2).map(({ headline }) => headline), ...LIVE.slice(2).map((one) => one.split('~')[1] ?? '')])}</div>
<div class="col-lg-4"><div wire:id="q2" class="bg-white p-3"><h5>آخر الأخبار</h5>${LIVE.map((one) => `<div class="border-bottom py-2"><small class="text-danger">${one.split('~')[0]}</small><a class="d-block" href="/post/1">${one.split('~')[1]}</a></div>`).join('')}</div></div></div></div><footer class="text-center p-4">وكالة ${NAME} الإخبارية © 2025</footer><script src="/livewire/livewire.js"></script></body></html>`;
}

/** An Iraqi agency on Laravel with Livewire. */
export const site: ReplicaSite = {
  id: 'shape-iraq-livewire',
  name: NAME,
  family: 'laravel-livewire',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
