import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-mauritania-nodes.test';
const NAME = 'صحراء برس';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list('الرئيسية|أخبار|تقارير|مقابلات|آراء|اقتصاد|رياضة|بيانات|إعلانات|من نحن|Français');
const VIEWS = list(
  'اختتام مهرجان المدائن القديمة في ولاته|توقيف متهم في قضية سرقة كوابل الهاتف بتفرغ زينه|وزيرة التعليم تتفقد سير امتحانات الباكالوريا|المرابطون في المستوى الثالث من قرعة التصفيات|انقطاعات متكررة للكهرباء في كيفه والسكان يحتجون|تعيينات جديدة في وزارة الصحة|افتتاح معرض للتمور بأطار',
);

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image } = article;
  const title = escapeText(article.headline);
  const parts = readBlocks(article).map(
    ({ text }, at) =>
      `<p class="rtejustify">${at === 0 && print.opening ? print.opening : ''}${escapeText(text)}</p>`,
  );
  if (print.sign) parts.push(`<p class="rteright"><strong>${print.sign}</strong></p>`);
  const view = (name: string, items: readonly string[]): string =>
    `<div id="block-views-${name}-block" class="block block-views contextual-links-region"><h2>${name === 'latest' ? 'آخر الأخبار' : 'الأكثر قراءة'}</h2><div class="content"><div class="view view-${name} view-display-id-block"><div class="view-content"><div class="item-list"><ul>${items.map((one, at) => `<li class="views-row views-row-${at + 1}"><div class="views-field views-field-title"><span class="field-content"><a href="/node/${48000 + at}">${escapeText(one)}</a></span></div></li>`).join('')}</ul></div></div></div></div></div>`;
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar" version="XHTML+RDFa 1.0" dir="rtl"><head profile="http://www.w3.org/1999/xhtml/vocab"><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="Generator" content="Drupal 7 (http://drupal.org)" /><link rel="canonical" href="${article.path}" /><link rel="shortlink" href="${article.path}" /><title>${title} | ${NAME}</title><style type="text/css" media="all">@import url("${ORIGIN}/modules/node/node.css");</style></head>
<body class="html not-front not-logged-in one-sidebar sidebar-first page-node page-node- node-type-article i18n-ar"><div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">تجاوز إلى المحتوى الرئيسي</a></div><div id="page-wrapper"><div id="header"><a href="/" id="logo"><img src="/logo.png" alt="الرئيسية" /></a><div id="main-menu"><ul>${MENU.map((one, at) => `<li class="menu-${at}"><a href="/m">${one}</a></li>`).join('')}</ul></div></div>
<div id="main-wrapper"><div id="main"><div id="breadcrumb"><h2 class="element-invisible">أنت هنا</h2><div class="breadcrumb"><a href="/">الرئيسية</a></div></div><div id="content" class="column"><div class="section"><a id="main-content"></a><h1 class="title" id="page-title">${title}</h1><div class="tabs"></div><div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content"><div id="node-${article.path.split('/')[2]}" class="node node-article clearfix" about="${article.path}" typeof="sioc:Item foaf:Document"><div class="meta submitted">${print.shown}</div><div class="content clearfix">${image ? `<div class="field field-name-field-image field-type-image"><div class="field-items"><div class="field-item even"><img typeof="foaf:Image" src="${image.path}" width="${image.width}" height="${image.height}" alt="" /></div></div></div>` : ''}<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">${parts.join('\n')}</div></div></div><div class="sharethis-buttons"><span class="st_facebook_button"></span><span class="st_twitter_button"></span></div></div><div class="link-wrapper"><ul class="links inline"><li class="statistics_counter first last"><span>318 قراءة</span></li></ul></div></div></div></div>${view(
    'similar',
    othersThan(article, articles, 2).map(({ headline }) => headline),
  )}</div></div></div>
<div id="sidebar-first" class="column sidebar"><div class="section"><div class="region region-sidebar-first">${view('latest', VIEWS)}${view('popular', VIEWS.toReversed())}<div id="block-block-4" class="block"><h2>مواقيت الصلاة</h2><div class="content"><p>الصبح 5:10 - الظهر 13:05 - العصر 16:30 - المغرب 19:42 - العشاء 20:55</p></div></div></div></div></div></div></div><div id="footer-wrapper"><div class="section"><p>جميع الحقوق محفوظة © صحراء برس 2011 - 2025</p></div></div></div></body></html>`;
}

/** A Mauritanian site on Drupal 7. */
export const site: ReplicaSite = {
  id: 'shape-mauritania-nodes',
  name: NAME,
  family: 'drupal-7',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /admin/\n' } }),
};
