import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-lebanon-letters.test';
const NAME = 'الجريدة البيروتية';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list('محليّات|سياسة|اقتصاد|مجتمع|دوليّات|آراء|ثقافة|رياضة|ملاحق|أرشيف|بودكاست');
const MORE = list(
  'مجلس الوزراء يرجئ بند الموازنة إلى الأسبوع المقبل~اكتفى الوزراء بالاستماع إلى عرض مفصّل للأرقام، على أن تُستكمل المناقشة في جلسة تُعقد الثلثاء.|مياه آسنة في نهر بيروت: من المسؤول؟~عيّنات مختبر الجامعة أظهرت نسب تلوّث تفوق الحدّ المسموح بثلاثين ضعفا عند المصبّ.|"ليلة الشمس" تفتتح مهرجان المسرح الجامعي~عرض طالبيّ من عشرين دقيقة عن مدينة تنتظر قطارا لن يصل.|الحكمة يتخطّى الأنطوني في افتتاح دوري السلّة~أنهى الفريق الأخضر الربع الأخير بفارق أربع عشرة نقطة أمام مدرّجات ممتلئة.|إضراب الأساتذة المتعاقدين يدخل أسبوعه الثاني~تمسّك المتعاقدون بمطلب رفع أجر الساعة قبل العودة إلى الصفوف.',
);

const tease = (entry: string, at: number): string => {
  const [title = '', sum = ''] = entry.split('~');
  return `<li class="tz"><a class="tz-pic" href="/article/${at}"><img alt="" src="/images/t${at}.jpg"></a><div class="tz-body"><a href="/article/${at}" class="tz-title">${escapeText(title)}</a><div class="tz-sum">${sum}</div></div></li>`;
};

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description = '', author, keywords = [] } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const blocks = readBlocks(article);
  const lead = print.lead ? blocks.shift() : undefined;
  const parts = blocks.map(({ kind, text }) =>
    kind === 'heading'
      ? `<p class="between"><strong>${escapeText(text)}</strong></p>`
      : `<p>${escapeText(text)}</p>`,
  );
  if (print.pull) parts.splice(1, 0, `<blockquote class="pull">«${print.pull}»</blockquote>`);
  parts.splice(
    2,
    0,
    '<div class="sub-call"><b>اشترِك في الجريدة</b> وساهم في بقاء صحافة مستقلّة <a href="/subscribe">اشترِك الآن</a></div>',
  );
  if (print.sign) parts.push(`<p>${print.sign}</p>`);
  const isColumn = section === 'آراء';
  return `<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>${title} - ${NAME}</title><meta name="description" content="${escapeText(description)}"><meta property="og:title" content="${title}"><meta property="og:site_name" content="${NAME}"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="stylesheet" href="/css/main.css"></head>
<body><div class="masthead"><a href="/"><img alt="${NAME}" src="/img/mast.svg"></a><div class="issue">العدد 5120 - الثلثاء 8 تشرين الأول 2024</div><ul class="secs">${MENU.map((one) => `<li><a href="/s">${one}</a></li>`).join('')}</ul></div>
<div class="page"><div class="main"><div class="head"><div class="sec">${section}</div><h1>${title}</h1>${lead ? `<h2 class="deck">${escapeText(lead.text)}</h2>` : ''}<div class="sign">${author && !isColumn ? `<a class="by" href="/writer/12">${author[0]}</a>` : ''}<span class="on">${print.shown}</span></div></div>
${isColumn ? `<div class="columnist"><img src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="${author?.[0]}"><a href="/writer/31">${author?.[0]}</a><span>كاتب لبناني</span></div>` : `<div class="pic"><img src="${image?.path}" width="${image?.width}" height="${image?.height}" alt=""><div class="pic-by">${image?.caption}</div></div>`}
<div class="story">${parts.join('\n')}</div><div class="marks">${keywords.map((one) => `<a href="/k">${one}</a>`).join('')}</div>
${author ? `<div class="others"><h4>من مقالات ${author[0]}</h4><ul>${MORE.slice(2, 4).map(tease).join('')}</ul></div>` : ''}<div class="below"><h4>الأكثر قراءة</h4><ul>${[...othersThan(article, articles, 2).map(({ headline }) => headline), ...MORE].map(tease).join('')}</ul></div></div></div>
<div class="colophon-line"><p>صدرت عن شركة بيروت للصحافة ش.م.ل، بيروت، شارع الحمرا. يُمنع نسخ الموادّ إلّا بإذن خطّي.</p></div></body></html>`;
}

/** A Lebanese daily on a system of its own. */
export const site: ReplicaSite = {
  id: 'shape-lebanon-letters',
  name: NAME,
  family: 'own-beirut',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
