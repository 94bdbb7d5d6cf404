import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://family-joomla.test';
const NAME = 'شبكة السنديان';

function author(article: SiteArticle): string {
  const name = article.author?.[0];
  const by = name ? `<a rel="author" href="/index.php/itemlist/user/9">${name}</a>` : 'Super User';
  return `<span class="itemAuthor">كتبه ${by}</span>`;
}

function tags(article: SiteArticle): string {
  const links = (article.keywords ?? []).map(
    (word) => `<li><a href="/index.php/itemlist/tag/${encodeURIComponent(word)}">${word}</a></li>`,
  );
  return links.length > 0
    ? `<div class="itemTagsBlock"><span>موسومة تحت</span><ul class="itemTags">${links.join('')}</ul></div>`
    : '';
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const by = article.print?.by;
  const paragraphs = [
    ...(by ? [`<p><strong>${by}</strong></p>`] : []),
    ...blocksHtml(readBlocks(article)),
  ];
  const related = othersThan(article, articles, 2)
    .map(
      (one) =>
        `<li class="even"><a class="itemRelTitle" href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></li>`,
    )
    .join('');
  return `<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar-aa" lang="ar-aa" dir="rtl"><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8" />
<meta name="author" content="${article.author?.[0] ?? 'Super User'}" />
<meta name="generator" content="Joomla! - Open Source Content Management" />
<title>${escapeText(article.headline)} - ${NAME}</title>
<link href="/media/k2/assets/css/k2.css" rel="stylesheet" type="text/css" /></head>
<body class="com_k2 view-item"><div id="header"><a href="/">${NAME}</a><ul class="menu"><li><a href="/index.php/local">محليات</a></li><li><a href="/index.php/sport">رياضة</a></li></ul></div>
<div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">${article.print?.clock}</span>
<h2 class="itemTitle">${escapeText(article.headline)}</h2>${author(article)}</div>
<div class="itemToolbar"><ul><li><span class="itemTextResizerTitle">حجم الخط</span> <a href="#">تصغير</a> <a href="#">تكبير</a></li><li><a class="itemPrintLink" href="#">طباعة</a></li></ul></div>
<div class="itemBody"><div class="itemFullText">
${paragraphs.join('\n')}
</div><div class="clr"></div></div>
<div class="itemContentFooter"><span class="itemHits">تمت قراءته <b>731</b> مرات</span></div>
<div class="itemLinks"><div class="itemCategory"><span>نشر في</span> <a href="${ORIGIN}/index.php/${article.path.split('/')[2]}">${article.articleSection?.[0]}</a></div>${tags(article)}</div>
<div class="itemRelated"><h3>مواد ذات صلة</h3><ul>${related}</ul></div></div>
<div id="footer"><p>جميع الحقوق محفوظة ${NAME}</p></div></body></html>`;
}

/** Joomla with K2, its extension for news. */
export const site: ReplicaSite = {
  id: 'family-joomla',
  name: NAME,
  family: 'joomla',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
