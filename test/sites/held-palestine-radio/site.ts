import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://held-palestine-radio.test';
const NAME = 'راديو نسيم';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list(
  'الرئيسية|أخبار محلية|أسرى|عربي ودولي|اقتصاد|رياضة|برامجنا|البث المباشر|ترددات|تواصل معنا',
);
const NEWS = list(
  'الشؤون المدنية: 312 معاملة لم شمل جديدة|إصابة عاملين إثر سقوط رافعة في بيتونيا|التربية تعلن نتائج الدور الثاني للتوجيهي|سعر صرف الدولار والدينار أمام الشيقل|بث مباشر: لقاء مفتوح حول أزمة المياه|انقطاع الكهرباء عن أحياء في الخليل للصيانة',
);

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image } = article;
  const title = escapeText(article.headline);
  const parts = readBlocks(article).map(
    ({ text }, at) =>
      `<p style="text-align:justify"><span style="font-size:18px">${at === 0 && print.opening ? `<strong>${print.opening}</strong>` : ''}${escapeText(text)}</span></p>`,
  );
  parts.push(
    ...list(print.tail).map(
      (one) => `<p style="text-align:justify"><span style="font-size:18px">${one}</span></p>`,
    ),
  );
  if (print.audio)
    parts.splice(
      1,
      0,
      `<div class="audioBox"><i class="fa fa-headphones"></i><span>${print.audio}</span><audio controls src="/files/audio/1.mp3">متصفحك لا يدعم مشغل الصوت</audio></div>`,
    );
  const rows = [...othersThan(article, articles, 2).map(({ headline }) => headline), ...NEWS];
  return `<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8" /><title>${NAME} - ${title}</title><meta name="description" content="${title}" /><meta property="og:title" content="${title}" /><meta property="og:image" content="${ORIGIN}${image?.path}" /><meta property="og:type" content="article" /><link rel="stylesheet" href="/Styles/site.css" /><script src="/Scripts/jquery.js"></script></head><body>
<div class="playerBar"><span class="onair">على الهواء الآن: صباح الأرض مع سحر عبيد</span><button>تشغيل</button></div><div id="header"><a href="/ar"><img src="/Images/logo.png" alt="${NAME}" /></a><ul id="nav">${MENU.map((one) => `<li><a href="/ar/Category/1">${one}</a></li>`).join('')}</ul></div>
<div id="wrap"><div id="rightCol"><div class="artBox"><h1 class="artTitle">${title}</h1><div class="artDate">${print.shown}</div><div class="artShare"><a>فيسبوك</a> <a>واتساب</a> <a>طباعة</a></div><div class="artPic"><img src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="" /></div><div class="artBody">${parts.join('\n')}</div>
<div class="artRel"><div class="bh">ذات صلة</div><ul>${list(print.box)
    .map((one) => `<li><a href="/ar/Article/6">${one}</a></li>`)
    .join(
      '',
    )}</ul></div><div class="fbc"><div class="fb-comments" data-href="${ORIGIN}"></div></div></div></div>
<div id="leftCol"><div class="bh">آخر الأخبار</div>${rows.map((one, at) => `<div class="ln"><span class="lt">${at + 7}:2${at}</span><a href="/ar/Article/${at}">${escapeText(one)}</a></div>`).join('')}<div class="bh">برامجنا</div><div class="prog"><b>صباح الأرض</b><p>يوميا من السابعة حتى العاشرة، ملفات الزراعة والمياه والقرى.</p></div><div class="prog"><b>مسا الخير يا بلد</b><p>أغان واتصالات مباشرة مع المستمعين كل مساء.</p></div></div></div>
<div id="footer">راديو نسيم 93.4 FM - رام الله - جميع الحقوق محفوظة 2025</div></body></html>`;
}

/** A Palestinian radio's site. */
export const site: ReplicaSite = {
  id: 'held-palestine-radio',
  name: NAME,
  family: 'dotnet-radio',
  heldOut: true,
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
