import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-saudi-elements.test';
const NAME = 'ضحى الجزيرة';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list(
  'الرئيسية|محليات|السياسة|الاقتصاد|الرياضة|تقارير|كتاب ومقالات|ثقافة وفن|منوعات|الإصدار الورقي',
);
const READ = list(
  'المرور: بدء رصد مخالفة عدم ترك مسافة كافية آليا~أوضحت الإدارة أن الرصد سيبدأ في أربع مدن قبل تعميمه تدريجيا على بقية المناطق.|طقس السبت: رياح مثيرة للأتربة على ست مناطق~توقع المركز الوطني أن تحد الرياح من مدى الرؤية الأفقية خلال ساعات النهار.|الاتحاد يجدد عقد قائده موسمين~وقع اللاعب العقد في مقر النادي بحضور الرئيس التنفيذي، وسط ترحيب جماهيري واسع.|فتح التقديم على 800 وظيفة هندسية~يستمر التقديم عبر المنصة الموحدة حتى منتصف الشهر، وتشمل الوظائف جميع التخصصات.|افتتاح أكبر متحف للسيارات الكلاسيكية بالرياض~يضم المتحف 320 سيارة نادرة جمعها هواة على مدى أربعين عاما.',
);

const card = (entry: string, at: number): string => {
  const [title = '', sum = ''] = entry.split('~');
  return `<app-news-card _ngcontent-sc41="" _nghost-sc39=""><div _ngcontent-sc39="" class="news-card"><a _ngcontent-sc39="" routerlink="/local/${at}" href="/local/${at}"><img _ngcontent-sc39="" alt="" src="/uploads/t${at}.jpg"></a><div _ngcontent-sc39="" class="news-card-body"><a _ngcontent-sc39="" href="/local/${at}"><h4 _ngcontent-sc39="">${escapeText(title)}</h4></a><p _ngcontent-sc39="">${sum}</p><small _ngcontent-sc39="">منذ ${at + 1} ساعة</small></div></div></app-news-card>`;
};

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description, keywords = [] } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const parts = blocksHtml(readBlocks(article), { heading: 'h3' });
  parts.splice(
    2,
    0,
    `<div class="inline-related"><span>أخبار ذات علاقة</span><a href="/local/21">${READ[0]?.split('~')[0]}</a></div>`,
  );
  const state = {
    [`GET-/api/article${article.path}`]: {
      id: article.path.split('/')[2],
      title: article.headline,
      section,
      updated: print.iso,
    },
  };
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title} | ${NAME}</title><base href="/"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="${escapeText(description ?? title)}"><meta property="og:title" content="${title}"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta property="og:site_name" content="${NAME}"><meta property="article:published_time" content="${print.iso}"><link rel="canonical" href="${ORIGIN}${article.path}"><link rel="stylesheet" href="styles.8d2.css"></head>
<body><app-root _nghost-sc10="" ng-version="16.2.0"><app-header _ngcontent-sc10="" _nghost-sc12=""><div _ngcontent-sc12="" class="top-strip"><span _ngcontent-sc12="">الخميس 17 شعبان 1447هـ</span></div><nav _ngcontent-sc12="" class="main-nav">${MENU.map((one) => `<a _ngcontent-sc12="" routerlinkactive="active" href="/x">${one}</a>`).join('')}</nav></app-header>
<router-outlet _ngcontent-sc10=""></router-outlet><app-article-details _nghost-sc41=""><div _ngcontent-sc41="" class="container"><div _ngcontent-sc41="" class="details"><div _ngcontent-sc41="" class="cat-name">${section}</div><h1 _ngcontent-sc41="" class="details-title">${title}</h1><div _ngcontent-sc41="" class="details-row"><span _ngcontent-sc41="">${print.shown}</span><app-share _ngcontent-sc41="" _nghost-sc33=""><button _ngcontent-sc33="">واتساب</button><button _ngcontent-sc33="">إكس</button><button _ngcontent-sc33="">نسخ الرابط</button></app-share></div><div _ngcontent-sc41="" class="details-img"><img _ngcontent-sc41="" src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="${title}">${image?.caption ? `<div _ngcontent-sc41="" class="img-txt">${image.caption}</div>` : ''}</div><div _ngcontent-sc41="" class="details-writer">${print.byline}</div>
<div _ngcontent-sc41="" class="details-html">${parts.join('\n')}</div><div _ngcontent-sc41="" class="chips">${keywords.map((one) => `<a _ngcontent-sc41="" class="chip" href="/tag">${one}</a>`).join('')}</div><div _ngcontent-sc41="" class="follow-line">تابع ضحى الجزيرة على <a href="#">إكس</a> و<a href="#">قناة واتساب</a></div></div>
<section _ngcontent-sc41="" class="more"><h2 _ngcontent-sc41="">اقرأ المزيد</h2>${[...othersThan(article, articles, 2).map(({ headline }) => headline), ...READ].map(card).join('')}</section></div></app-article-details>
<app-footer _ngcontent-sc10="" _nghost-sc14=""><footer _ngcontent-sc14=""><p _ngcontent-sc14="">جميع الحقوق محفوظة لمؤسسة ضحى الجزيرة للصحافة والنشر</p></footer></app-footer></app-root><script id="ng-state" type="application/json">${scriptJson(state)}</script><script src="main.1a.js" type="module"></script></body></html>`;
}

/** A Saudi daily in Angular, drawn on the server. */
export const site: ReplicaSite = {
  id: 'shape-saudi-elements',
  name: NAME,
  family: 'angular-universal',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
