import { escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-morocco-portal.test';
const NAME = 'أصوات الجهات';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list(
  'الرئيسية|سياسة|مجتمع|جهات|اقتصاد|حوادث|رياضة|فن وثقافة|كتاب وآراء|صوت وصورة|مغاربة العالم|Tamazight',
);
const FRONT = list(
  'نشرة إنذارية: زخات رعدية قوية بهذه الأقاليم~تهم النشرة تسعة أقاليم إلى غاية مساء الخميس، مع تساقط البرد محليا.|العثور على لقى أثرية أثناء أشغال ترميم باب بمكناس~عثر عمال الورش على جرار فخارية وقطع نقدية يرجح أنها تعود إلى القرن السابع عشر.|تلاميذ من وارزازات يفوزون بجائزة وطنية في الروبوتيك~صمم الفريق ذراعا آلية لفرز التمور حسب الحجم بكلفة لا تتجاوز ثلاثة آلاف درهم.|المحكمة تؤجل ملف "سماسرة التشغيل" إلى ماي~قررت هيئة الحكم تأخير الملف لاستدعاء الضحايا الذين لم يحضروا الجلسة.|الجيش يتعادل بميدانه ويهدر فرصة الانفراد بالصدارة~أضاع المهاجم ركلة جزاء في الدقيقة الأخيرة وسط احتجاج الأنصار.|أسعار المحروقات تنخفض بأربعين سنتيما~ينتظر أن يدخل التخفيض حيز التنفيذ ابتداء من منتصف ليلة الجمعة.',
);

const box = (entry: string, at: number): string => {
  const [title = '', sum = ''] = entry.split('~');
  return `<div class="col-lg-4"><div class="ak-item"><a class="ak-thumb" href="/n-${at}.html"><img data-src="/u/${at}.jpg" class="lazyload"></a><h4><a href="/n-${at}.html">${escapeText(title)}</a></h4>${sum ? `<p>${sum}</p>` : ''}</div></div>`;
};

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description, keywords = [] } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const parts = readBlocks(article).map(({ kind, text }) =>
    kind === 'heading'
      ? `<p><span style="color:#b30000"><b>${escapeText(text)}</b></span></p>`
      : `<p>${escapeText(text)}</p>`,
  );
  const strip = list(print.strip);
  if (strip.length > 0)
    parts.splice(
      2,
      0,
      `<div class="ak-inline"><div class="ak-inline-title">إقرأ أيضا</div>${strip.map((one) => `<a href="/s.html"><span>${one}</span></a>`).join('')}</div>`,
      '<div class="ak-pub"><ins class="adsbygoogle"></ins><small>إشهار</small></div>',
    );
  const talk = list(print.talk).map((entry, at) => {
    const [who, what] = entry.split('~');
    return `<div class="comment_holder" id="c${at}"><div class="comment_h"><span class="num">${at + 1}</span> <b>${who}</b> <i>الأربعاء 22 أبريل 2026 - 12:0${at}</i></div><div class="comment_b">${what}</div><div class="comment_v"><a>+</a> ${at * 7 + 3} <a>-</a></div></div>`;
  });
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: ORIGIN,
    headline: article.headline,
    datePublished: print.iso,
    author: { '@type': 'Organization', name: NAME },
    publisher: { '@type': 'Organization', name: NAME },
  };
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title} - ${NAME}</title>${description ? `<meta name="description" content="${escapeText(description)}">` : ''}<meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:site_name" content="${NAME}"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta name="viewport" content="width=device-width"><script type="application/ld+json">${scriptJson(data)}</script><link rel="stylesheet" href="/wp-content/themes/ak/app.css"></head>
<body><div class="ak-top"><span>${print.shown?.split(' - ')[0]}</span><form action="/"><input name="s" placeholder="ابحث في الموقع"></form></div><div class="ak-brand"><a href="/"><img src="/logo.png" alt="${NAME}"></a></div><div class="ak-menu"><ul>${MENU.map((one) => `<li><a href="#">${one}</a></li>`).join('')}</ul></div><div class="ak-flash"><b>مستجدات</b>${FRONT.map((one) => `<a href="#">${one.split('~')[0]}</a>`).join('')}</div>
<div class="container"><div class="row"><div class="col-lg-8"><div class="ak-single"><div class="ak-path"><a href="/">الرئيسية</a> / <a href="/c">${section}</a></div><h1>${title}</h1><div class="ak-who"><span class="ak-by">${print.byline}</span><span class="ak-when">${print.shown}</span></div><div class="ak-photo"><img src="${image?.path}" width="${image?.width}" height="${image?.height}">${image?.caption ? `<em>${image.caption}</em>` : ''}</div><div class="ak-tools"><a>فايسبوك</a><a>تويتر</a><a>واتساب</a><a>تيليغرام</a></div>
<div class="ak-text" id="txt">${parts.join('\n')}<p><a href="https://news.google.com/x">تابعوا آخر أخبار أصوات الجهات عبر غوغل نيوز</a></p></div>
<div class="ak-keys">${keywords.map((one) => `<a href="/k">${one}</a>`).join('')}</div><div class="ak-more"><h3>مقالات ذات صلة</h3><div class="row">${[...othersThan(article, articles, 2).map(({ headline }) => headline), ...FRONT].map(box).join('')}</div></div>
<div class="ak-comments"><h3>تعليقات الزوار</h3><p>التعليقات المنشورة لا تعبر بالضرورة عن رأي أصوات الجهات</p>${talk.join('\n')}<div class="ak-form"><input placeholder="الإسم"><textarea placeholder="التعليق"></textarea><p>من شروط النشر: عدم الإساءة للكاتب أو للأشخاص أو للمقدسات أو مهاجمة الأديان أو الذات الإلهية.</p><button>أضف تعليقك</button></div></div></div></div>
<div class="col-lg-4"><div class="ak-side"><h3>الأكثر قراءة</h3>${FRONT.map(box).join('')}</div></div></div></div><div class="ak-foot"><a>اتصل بنا</a><a>للإشهار</a><p>جميع الحقوق محفوظة © أصوات الجهات</p></div></body></html>`;
}

/** A Moroccan portal on a theme of its own. */
export const site: ReplicaSite = {
  id: 'shape-morocco-portal',
  name: NAME,
  family: 'moroccan-portal',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
