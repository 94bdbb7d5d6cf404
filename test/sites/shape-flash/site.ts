import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-flash.test';
const NAME = 'الأفق الإخبارية';

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const others = othersThan(article, articles, 3).map(
    (one) =>
      `<article class="teaser"><h3><a href="${one.path}">${escapeText(one.headline)}</a></h3><p>${escapeText(one.body.split('\n\n')[0] ?? '')}</p></article>`,
  );
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${escapeText(article.headline)} - ${NAME}</title>
<link rel="canonical" href="${ORIGIN}${article.path}">
<meta property="og:title" content="${escapeText(article.headline)}"><meta property="og:site_name" content="${NAME}"></head>
<body><header><a href="/">${NAME}</a><nav><a href="/urgent">عاجل</a><a href="/video">فيديو</a><a href="/programs">برامج</a></nav></header>
<main><div class="urgent-page"><h1>${escapeText(article.headline)}</h1><span class="urgent-time">${article.print?.clock}</span>
<div class="urgent-text">${blocksHtml(readBlocks(article)).join('\n')}</div>
<div class="urgent-follow"><p>تابعوا آخر الأخبار العاجلة عبر قناتنا على تلغرام وواتساب، وفعّلوا خدمة الإشعارات لتصلكم التغطية لحظة بلحظة أينما كنتم.</p></div></div>
<section class="urgent-others"><h2>أخبار عاجلة أخرى</h2>${others.join('\n')}</section>
<section class="programs"><h2>برامجنا</h2><p>يناقش برنامج "وجهتان" كل أربعاء عند الثامنة مساء قضية واحدة بضيفين على طرفي نقيض، ويتيح للمشاهدين التصويت قبل الحلقة وبعدها لمعرفة من غيّر رأيه.</p></section></main>
<footer><p>${NAME} قناة تلفزيونية وموقع إلكتروني، تبث من ثلاثة استوديوهات. الترددات: نايل سات 11555 عمودي. جميع الحقوق محفوظة 2026.</p></footer></body></html>`;
}

/** Flashes of a television channel. */
export const site: ReplicaSite = {
  id: 'shape-flash',
  name: NAME,
  family: 'flash',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
