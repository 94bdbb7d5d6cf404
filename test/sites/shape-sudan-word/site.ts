import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-sudan-word.test';
const NAME = 'النفير أونلاين';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list('الرئيسية|أخبار|تقارير|أعمدة|حوارات|اقتصاد|رياضة|منوعات|اتصل بنا');
const TALK = [
  ['ابو محمد', 'الله يوفقهم والله البلد محتاجة لي ايدي اولادها قبل اي زول تاني وربنا يصلح الحال.'],
  ['بت الجزيرة', 'كلام سليم جدا وياريت باقي المدن تعمل زي كدا وما ننتظر الحكومة تعمل لينا اي شي.'],
];
const RECENT = list(
  'سعر الدولار مقابل الجنيه السوداني اليوم الخميس|إعلان نتيجة شهادة الأساس بولاية نهر النيل|الهلال يعلن قائمة معسكره الإعدادي|تدشين خط مواصلات جديد بين كسلا والقضارف|وصول 12 حافلة إلى مدينة بورتسودان',
);

/** A paragraph as it comes over from a word processor. */
const pasted = (html: string, at: number): string =>
  `<p class="MsoNormal" dir="RTL" style="text-align: justify; line-height: 150%;"><span lang="AR-SA" style="font-size: 16.0pt; line-height: 150%; font-family: 'Simplified Arabic',serif;">${html}</span>${at % 2 ? '<span dir="LTR"></span>' : '<o:p></o:p>'}</p>`;

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const parts = readBlocks(article).map(({ text }, at) => pasted(escapeText(text), at));
  if (print.opening) parts.unshift(pasted(`<b>${print.opening}</b>`, 1));
  parts.splice(3, 0, '<p dir="RTL">&nbsp;</p>');
  const see = list(print.see);
  return `<!DOCTYPE html>
<html dir="rtl" lang="ar"><head><meta charset="UTF-8" /><title>${title} | ${NAME}</title><link rel="profile" href="http://gmpg.org/xfn/11" /><link rel="pingback" href="${ORIGIN}/xmlrpc.php" /><link rel="alternate" type="application/rss+xml" href="${ORIGIN}/?feed=rss2" />
<link rel="stylesheet" href="/wp-content/themes/colormag-old/style.css" /><link rel="stylesheet" href="/wp-content/plugins/wp-pagenavi/pagenavi-css.css" /><meta property="article:published_time" content="${print.iso}" /><meta property="fb:app_id" content="1" /></head>
<body class="rtl single single-post"><div id="page" class="hfeed"><div id="header-text"><h3 id="site-title"><a href="/" rel="home">${NAME}</a></h3><p id="site-description">صوت الناس</p></div><nav id="site-navigation"><ul>${MENU.map((one) => `<li><a href="#">${one}</a></li>`).join('')}</ul></nav>
<div id="main" class="clearfix"><div class="inner-wrap clearfix"><div id="primary"><div id="content" class="clearfix"><article id="post-${article.path.split('=')[1]}" class="post type-post hentry">
${image ? `<div class="featured-image"><img width="${image.width}" height="${image.height}" src="${image.path}" class="attachment-featured wp-post-image" alt="" /></div>` : ''}
<div class="article-content clearfix"><div class="above-entry-meta"><span class="cat-links"><a href="/?cat=3" rel="category">${section}</a></span></div><header class="entry-header"><h1 class="entry-title">${title}</h1></header>
<div class="below-entry-meta"><span class="posted-on"><a href="${article.path}"><time class="entry-date published updated" datetime="${print.iso}">${print.day}</time></a></span><span class="byline"><span class="author vcard"><a class="url fn n" href="/?author=1">admin</a></span></span><span class="comments"><a href="#comments">${TALK.length} تعليقات</a></span></div>
<div class="entry-content clearfix">${print.byline ? `<p style="text-align: center;"><strong>${print.byline}</strong></p>` : ''}
${parts.join('\n')}
${print.mail ? `<p dir="ltr">${print.mail}</p>` : ''}<div class="post-views">عدد المشاهدات: ${print.count}</div><div class="heateor_sss_sharing_container"><div class="heateor_sss_sharing_title">شارك الموضوع</div><ul><li>Facebook</li><li>Twitter</li><li>WhatsApp</li></ul></div>
${see.length > 0 ? `<div class="crp_related"><h3>موضوعات قد تهمك:</h3><ul>${see.map((one) => `<li><a href="/?p=8">${one}</a></li>`).join('')}</ul></div>` : ''}</div></div></article></div>
<ul class="default-wp-page clearfix"><li class="previous"><a href="/?p=1" rel="prev"><span class="meta-nav">&larr;</span> ${escapeText(othersThan(article, articles, 1)[0]?.headline ?? '')}</a></li></ul>
<div class="author-box"><div class="author-img"><img alt="" src="/avatar.png" /></div><h4 class="author-name">admin</h4><p class="author-description">إدارة تحرير موقع النفير أونلاين، نستقبل مشاركاتكم وشكاواكم على مدار اليوم.</p></div>
<div id="comments" class="comments-area"><h3 class="comments-title">${TALK.length} thoughts on &ldquo;${title}&rdquo;</h3><ul class="comment-list">${TALK.map(([who, what]) => `<li class="comment"><article class="comment"><header class="comment-meta"><div class="comment-author-link">${who}</div><div class="comment-date-time">20 يونيو، 2025</div></header><section class="comment-content comment"><p>${what}</p><a class="comment-reply-link" href="#">رد</a></section></article></li>`).join('')}</ul><div id="respond" class="comment-respond"><h3 id="reply-title">اترك تعليقاً</h3><p class="comment-notes">لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p></div></div></div>
<div id="secondary"><aside class="widget"><h3 class="widget-title"><span>أحدث المقالات</span></h3><ul>${RECENT.map((one) => `<li><a href="/?p=2">${one}</a></li>`).join('')}</ul></aside><aside class="widget"><h3 class="widget-title"><span>الأرشيف</span></h3><ul><li>يونيو 2025</li><li>مايو 2025</li></ul></aside></div></div></div>
<footer id="colophon"><div class="copyright">Copyright &copy; 2025 ${NAME}. All rights reserved. Theme: ColorMag. Powered by WordPress.</div></footer></div></body></html>`;
}

/** A Sudanese site on an old free WordPress theme, with text from a word processor. */
export const site: ReplicaSite = {
  id: 'shape-sudan-word',
  name: NAME,
  family: 'wordpress-colormag',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /wp-admin/\n' } }),
};
