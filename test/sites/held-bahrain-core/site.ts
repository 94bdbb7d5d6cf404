import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const NAME = 'صوت المرفأ';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list('الرئيسية|البحرين|اقتصاد|رياضة|دولي|أعمدة|فعاليات|لقاءات|قضايا|منوعات|العدد PDF');
const READ = list(
  'بالصور: افتتاح معرض الكتاب المستعمل في عراد|إغلاق مسارين على شارع الشيخ خليفة أسبوعين|توظيف 140 بحرينيا في مشروع فندقي جديد|المحرق يتعاقد مع لاعب وسط صربي|تحذير من رسائل احتيالية باسم البريد|انخفاض الذهب 300 فلس للغرام',
);

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const lines = readBlocks(article).map(({ text }) => escapeText(text));
  const text = `${print.opening ?? ''}${lines.join('<br/><br/>')}`;
  return `<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"/><title>${NAME} | ${title}</title><meta name="viewport" content="width=device-width"/><meta property="og:title" content="${title}"/><meta property="og:type" content="article"/>${image ? `<meta property="og:image" content="${image.path}"/>` : ''}<link rel="stylesheet" href="/lib/bootstrap.rtl.css"/></head><body>
<header><div class="d-flex"><a href="/"><img src="/Content/logo.png" alt="${NAME}"/></a><span class="today">${print.shown}</span></div><nav class="navbar">${MENU.map((one) => `<a class="nav-link" href="#">${one}</a>`).join('')}</nav></header>
<main role="main" class="container pb-3"><div class="row"><div class="col-md-8"><span class="section-tag">${section}</span><h1 class="news-title">${title}</h1><div class="news-info"><span class="writer-name">${print.by ?? ''}</span><span class="news-issue">${print.issue}</span><span class="news-day">${print.shown}</span></div>${image ? `<img class="w-100 news-pic" src="${image.path}" width="${image.width}" height="${image.height}" alt="${title}"/>` : ''}${print.tool ? '<div class="tts"><button>استمع للخبر</button><small>هذه الخدمة تعمل بالذكاء الاصطناعي</small></div>' : ''}
<div class="news-content"><p>${text}</p></div><div class="share-row"><a>واتساب</a><a>تويتر</a></div><div class="news-note">للاطلاع على آخر الأخبار حمل تطبيق صوت المرفأ</div><h4>أخبار ذات صلة</h4><div class="row">${[...othersThan(article, articles, 2).map(({ headline }) => headline), ...READ].map((one, at) => `<div class="col-6"><a href="/news/article/${at}"><img src="/t/${at}.jpg" alt=""/><h6>${escapeText(one)}</h6></a></div>`).join('')}</div></div><div class="col-md-4"><h4>الأكثر قراءة</h4><ol>${READ.map((one) => `<li><a href="#">${one}</a></li>`).join('')}</ol><div class="rates"><b>أسعار العملات</b><p>الدولار 0.376 - اليورو 0.439</p></div></div></div></main><footer class="border-top">© 2025 - ${NAME} - جميع الحقوق محفوظة</footer></body></html>`;
}

/** A Bahraini daily on the newer pages of Microsoft's server. */
export const site: ReplicaSite = {
  id: 'held-bahrain-core',
  name: NAME,
  family: 'dotnet-core',
  heldOut: true,
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
