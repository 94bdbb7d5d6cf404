import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-egypt-mvc.test';
const NAME = 'الديوان المصرى';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list(
  'الرئيسية|أخبار|محافظات|اقتصاد|رياضة|فن|حوادث|مقالات|علوم وتكنولوجيا|المرأة والمنوعات|فيديو|العدد الورقى',
);
const STORIES = list(
  'الأرصاد تكشف موعد انكسار الموجة الباردة~كشفت هيئة الأرصاد الجوية تفاصيل حالة الطقس خلال الأيام المقبلة، ودرجات الحرارة المتوقعة على القاهرة والمحافظات.|أسعار الدواجن والبيض اليوم فى الأسواق~سجلت أسعار الدواجن البيضاء استقرارا ملحوظا فى المزارع، بينما تراجعت أسعار البيض بنحو خمسة جنيهات للكرتونة.|ضبط 3 أطنان دقيق مدعم قبل بيعها فى السوق السوداء~تمكنت مباحث التموين من ضبط صاحب مخبز لتجميعه الدقيق المدعم، وتحرر المحضر اللازم بالواقعة.|تفاصيل الدراما الجديدة التى تجمع نجمين كبيرين~تدور أحداث المسلسل فى إطار اجتماعى حول أسرة تنتقل من الصعيد إلى الإسكندرية، ويبدأ التصوير الشهر المقبل.|مواعيد القطارات المكيفة على خط الصعيد~تنشر هيئة السكة الحديد مواعيد القطارات المكيفة من محطة صعيد مصر إلى أسوان يوميا.',
);

const news = (entry: string, at: number): string => {
  const [title = '', sum = ''] = entry.split('~');
  return `<div class="lst-item"><a href="/news/details/${3310000 + at}"><img src="/Media/t/${at}.jpg" alt="${escapeText(title)}"/></a><div class="lst-txt"><h3><a href="/news/details/${3310000 + at}">${escapeText(title)}</a></h3><p>${sum}</p><span class="lst-d">الجمعة 30-01-2026</span></div></div>`;
};

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description, keywords = [] } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const parts = readBlocks(article).map(({ kind, text }) =>
    kind === 'heading'
      ? `<h2><strong>${escapeText(text)}</strong></h2>`
      : `<p>${escapeText(text)}</p>`,
  );
  const also = list(print.also).map(
    (one) => `<p><a href="/news/details/33000"><strong>${one}</strong></a></p>`,
  );
  const [first = '', ...rest] = also;
  parts.splice(2, 0, '<p><strong>اقرأ أيضًا:</strong></p>', first);
  if (rest.length > 0)
    parts.push('<p><span style="color: #ff0000;">موضوعات متعلقة:</span></p>', ...rest);
  return `<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8" /><title>${title}</title>${description ? `<meta name="description" content="${escapeText(description)}" />` : ''}<meta name="keywords" content="${keywords.join(', ')}" /><meta property="og:title" content="${title}" /><meta property="og:type" content="article" /><meta property="og:url" content="${ORIGIN}${article.path}" /><meta property="og:image" content="${ORIGIN}${image?.path}" /><meta property="og:site_name" content="${NAME}" /><link href="/Content/css?v=Zx8" rel="stylesheet" /></head>
<body><div class="hdr"><div class="hdr-date">السبت 31 يناير 2026 | 12 شعبان 1447 هـ</div><a href="/" class="hdr-logo"><img src="/Content/logo.png" alt="${NAME}" /></a><div class="hdr-ad">مساحة إعلانية</div><ul class="hdr-nav">${MENU.map((one) => `<li><a href="/Section/1">${one}</a></li>`).join('')}</ul><div class="urgent"><span>عاجل</span><ul>${STORIES.map((one) => `<li><a href="#">${one.split('~')[0]}</a></li>`).join('')}</ul></div></div>
<div class="pg"><div class="pg-r"><div class="bread"><a href="/">الرئيسية</a> <i>&gt;</i> <a href="/Section/1">${section}</a></div><div class="artcl"><h1>${title}</h1><div class="artcl-inf"><div class="pubdate">${print.shown}</div><div class="edtr">${print.byline}</div></div><div class="artcl-img"><img src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="" />${image?.caption ? `<p class="img-cap">${image.caption}</p>` : ''}</div><div class="shr"><a>مشاركة</a><a>تغريدة</a><a>واتساب</a></div>
<div id="NewsStory" class="txt">${parts.join('\n')}</div><div class="gnews"><a href="#">تابع أحدث الأخبار عبر google news</a></div><div class="tgs"><b>الكلمات المفتاحية</b>${keywords.map((one) => `<a href="/tags/1">${one}</a>`).join('')}</div></div>
<div class="lst"><div class="lst-h">أخبار قد تهمك</div>${[...othersThan(article, articles, 2).map(({ headline }) => headline), ...STORIES].map(news).join('\n')}</div></div>
<div class="pg-l"><div class="lst-h">الأكثر قراءة</div>${STORIES.map(news).join('')}<div class="vote"><b>استطلاع رأى</b><p>هل تؤيد عودة التوقيت الصيفى؟</p><label>نعم</label><label>لا</label></div><div class="gold"><b>أسعار الذهب</b><table><tr><td>عيار 24</td><td>6520</td></tr><tr><td>عيار 21</td><td>5705</td></tr></table></div></div></div>
<div class="ftr"><p>جميع الحقوق محفوظة لجريدة ${NAME} 2026</p><p>رئيس مجلس الإدارة: سمير فرج الله</p></div></body></html>`;
}

/** A big Egyptian daily on the pages of Microsoft's server. */
export const site: ReplicaSite = {
  id: 'shape-egypt-mvc',
  name: NAME,
  family: 'dotnet-mvc',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
