import { readClock, twoDigits, WEEKDAYS } from '../clock.ts';
import { type Block, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://madina-blog.test';
const NAME = 'مدينتنا';
/** Jordan keeps +03:00 all year; the blog's own setting still follows the old winter time. */
const ZONE_BY_OFFSET: Record<string, string> = { '+02:00': 'Etc/GMT-2', '+03:00': 'Etc/GMT-3' };
const MONTHS = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(
  ' ',
);

const url = (path: string) => ORIGIN + path;
const labelPath = (label: string) => `/search/label/${label}`;

function clockOf(article: SiteArticle) {
  return readClock(
    article.datePublished ?? '',
    ZONE_BY_OFFSET[article.print?.offset ?? ''] ?? 'UTC',
  );
}

/** `2026-03-14T10:22:00+02:00`, the blog's offset as set, not the country's. */
function blogIso(article: SiteArticle): string {
  const clock = clockOf(article);
  const date = [clock.year, clock.month, clock.day].map(twoDigits).join('-');
  const time = [clock.hour, clock.minute, clock.second].map(twoDigits).join(':');
  return `${date}T${time}${article.print?.offset}`;
}

function printedDay(article: SiteArticle): string {
  const clock = clockOf(article);
  return `${WEEKDAYS[clock.weekday]}، ${clock.day} ${MONTHS[clock.month - 1]} ${clock.year}`;
}

function line({ kind, text }: Block): string {
  const escaped = escapeText(text);
  if (kind === 'heading') return `<b><span style="font-size: large;">${escaped}</span></b>`;
  return escaped;
}

/** Pictures as Blogger's editor sets them: a table with the caption in its second row. */
function picture(number: number): string {
  return `<table align="center" cellpadding="0" cellspacing="0" class="tr-caption-container"><tbody><tr><td style="text-align: center;"><a href="/img/a/photo${number}.jpg" imageanchor="1"><img border="0" height="300" src="/img/a/photo${number}.jpg" width="400" /></a></td></tr><tr><td class="tr-caption" style="text-align: center;">صورة ${number} - عدسة: سامر قنديل</td></tr></tbody></table>`;
}

function body(article: SiteArticle): string {
  const { image, print } = article;
  const pictures = (print?.pictures ?? '').split(' ').map(Number);
  const lead = image
    ? `<div class="separator" style="clear: both; text-align: center;"><a href="${image.path}" style="margin-left: 1em; margin-right: 1em;"><img border="0" data-original-height="${image.height}" data-original-width="${image.width}" height="${image.height}" src="${image.path}" width="${image.width}" /></a></div>`
    : '';
  const blocks = readBlocks(article);
  const lines = blocks.map((block, index) => {
    const after = pictures.includes(index + 1) ? picture(index + 1) : '';
    const next = blocks[index + 1];
    const gap = block.kind === 'item' && next?.kind === 'item' ? '<br />' : '<br /><br />';
    return line(block) + (next ? gap : '') + after;
  });
  const writer = print?.writer ? `<b>${print.writer}</b><br /><br />` : '';
  const source = print?.source ? `<br /><br /><i>${print.source}</i>` : '';
  return `<div dir="rtl" style="text-align: right;" trbidi="on">${lead}${writer}${lines.join('\n')}${source}</div>`;
}

function shell(title: string, head: string, main: string): string {
  return `<!DOCTYPE html>
<html class='v2' dir='rtl' lang='ar' xmlns='http://www.w3.org/1999/xhtml' xmlns:b='http://www.google.com/2005/gml/b' xmlns:data='http://www.google.com/2005/gml/data' xmlns:expr='http://www.google.com/2005/gml/expr'>
<head>
<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
<meta content='blogger' name='generator'/>
<link href='${ORIGIN}/favicon.ico' rel='icon' type='image/x-icon'/>
${head}
<link rel="alternate" type="application/atom+xml" title="${NAME} - Atom" href="${ORIGIN}/feeds/posts/default" />
<link rel="alternate" type="application/rss+xml" title="${NAME} - RSS" href="${ORIGIN}/feeds/posts/default?alt=rss" />
<title>${escapeText(title)}</title>
</head>
<body class='loading'>
<div class='navbar no-items section' id='navbar'></div>
<div class='body-fauxcolumns'></div>
<div class='content'><header><div class='header section' id='header'><div class='widget Header' data-version='1' id='Header1'><h2 class='title'><a href='${ORIGIN}/'>${NAME}</a></h2><p class='description'><span>مدونة أهلية تُعنى بأخبار المدينة وحكاياتها وناسها</span></p></div></div></header>
<div class='main-outer'><div class='columns fauxcolumns'>
${main}
</div></div>
<footer><div class='footer section'><div class='widget Attribution'>يتم التشغيل بواسطة <a href='https://www.blogger.com'>Blogger</a>.</div></div></footer></div>
</body></html>`;
}

function post(article: SiteArticle, index: number): string {
  const labels = article.keywords?.map(
    (label) => `<a href='${encodeURI(labelPath(label))}' rel='tag'>${label}</a>`,
  );
  return `<div class="date-outer"><h2 class='date-header'><span>${printedDay(article)}</span></h2>
<div class="date-posts"><div class='post-outer'><div class='post hentry uncustomized-post-template' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'>
<meta content='${7_300_000 + index}' itemprop='postId'/>
<a name='${7_300_000 + index}'></a>
TITLE
<div class='post-header'><div class='post-header-line-1'></div></div>
<div class='post-body entry-content' id='post-body-${7_300_000 + index}' itemprop='description articleBody'>
${body(article)}
<div style='clear: both;'></div></div>
<div class='post-footer'><div class='post-footer-line post-footer-line-1'>
<span class='post-author vcard'>مرسلة بواسطة <span class='fn' itemprop='author' itemscope='itemscope' itemtype='http://schema.org/Person'><span itemprop='name'>${NAME}</span></span></span>
<span class='post-timestamp'>في <meta content='${url(article.path)}' itemprop='url'/><a class='timestamp-link' href='${url(article.path)}' rel='bookmark' title='permanent link'><abbr class='published' itemprop='datePublished' title='${blogIso(article)}'>${twoDigits(clockOf(article).hour)}:${twoDigits(clockOf(article).minute)}</abbr></a></span>
<span class='reaction-buttons'></span><div class='post-share-buttons goog-inline-block'><a class='goog-inline-block share-button sb-email' href='#'>إرسال بالبريد الإلكتروني</a><a class='goog-inline-block share-button sb-facebook' href='#'>المشاركة على Facebook</a></div></div>
<div class='post-footer-line post-footer-line-2'><span class='post-labels'>التسميات: ${labels?.join(', ') ?? ''}</span></div></div></div>
COMMENTS
</div></div></div>`;
}

const COMMENTS = `<div class='comments' id='comments'><a name='comments'></a><h4>هناك تعليقان (2):</h4><div class='comments-content'>
<div class='comment-block'><div class='comment-header'><cite class='user'>غير معرف</cite><span class='datetime secondary-text'>15 مارس 2026 في 1:02 ص</span></div><p class='comment-content'>أعدتني أربعين سنة إلى الوراء، كنت أجلس مع أبي على درج الدكان ونعد الدقات، الله يرحم تلك الأيام ومن كان فيها ويجزيكم الخير على هذه الكتابة.</p></div>
<div class='comment-block'><div class='comment-header'><cite class='user'>رنا</cite></div><p class='comment-content'>كلام جميل، هل من صور قديمة؟</p></div></div>
<p class='comment-footer'><a href='#'>إرسال تعليق</a></p></div>
<div class='blog-pager' id='blog-pager'><a class='blog-pager-newer-link' href='#'>رسالة أحدث</a><a class='home-link' href='/'>الصفحة الرئيسية</a></div>`;

function sidebar(article: SiteArticle | undefined, articles: readonly SiteArticle[]): string {
  const others = article ? othersThan(article, articles, 3) : articles.slice(0, 3);
  const rows = others.map(
    (one) =>
      `<li><div class='item-content'><div class='item-title'><a href='${url(one.path)}'>${escapeText(one.headline)}</a></div><div class='item-snippet'>${escapeText(one.body.slice(0, 120))}...</div></div></li>`,
  );
  return `<div class='column-right-outer'><aside><div class='widget PopularPosts' data-version='1'><h2>المشاركات الشائعة</h2><div class='widget-content popular-posts'><ul>${rows.join('')}</ul></div></div>
<div class='widget BlogArchive'><h2>أرشيف المدونة</h2><ul class='hierarchy'><li class='archivedate expanded'><a class='post-count-link' href='/2026/'>2026</a> <span class='post-count'>(5)</span></li></ul></div>
<div class='widget Profile'><h2>من نحن</h2><p>مجموعة من أبناء المدينة تكتب عنها منذ عام 2009، ونرحب بمشاركاتكم على بريد المدونة.</p></div></aside></div>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const title = `<h3 class='post-title entry-title' itemprop='name'>\n${escapeText(article.headline)}\n</h3>`;
  const { image } = article;
  const head = `<link href='${url(article.path)}' rel='canonical'/>
<meta content='${url(article.path)}' property='og:url'/>
<meta content='${escapeText(article.headline)}' property='og:title'/>
${image ? `<meta content='${ORIGIN}${image.path}' property='og:image'/>` : ''}`;
  const shown = post(article, articles.indexOf(article))
    .replace('TITLE', () => title)
    .replace('COMMENTS', COMMENTS);
  const main = `<div class='column-center-outer'><div class='main section' id='main'><div class='widget Blog' data-version='1' id='Blog1'><div class='blog-posts hfeed'>${shown}</div></div></div></div>${sidebar(article, articles)}`;
  return shell(`${NAME}: ${article.headline}`, head, main);
}

/** Blogger's front page shows whole posts one under the other. */
function listing(title: string, articles: readonly SiteArticle[]): string {
  const posts = articles.map((one, index) =>
    post(one, index)
      .replace(
        'TITLE',
        () =>
          `<h3 class='post-title entry-title' itemprop='name'><a href='${url(one.path)}'>${escapeText(one.headline)}</a></h3>`,
      )
      .replace('COMMENTS', ''),
  );
  return shell(
    title,
    '',
    `<div class='column-center-outer'><div class='main section' id='main'><div class='blog-posts hfeed'>${posts.join('\n')}</div></div></div>${sidebar(undefined, articles)}`,
  );
}

function atom(articles: readonly SiteArticle[]): string {
  const entries = articles.map((one, index) => {
    const terms = one.keywords?.map(
      (label) => `<category scheme="http://www.blogger.com/atom/ns#" term="${label}"/>`,
    );
    const instant = blogIso(one).replace(/([+-]\d\d:\d\d)$/u, '.000$1');
    return `<entry><id>tag:blogger.com,1999:blog-5512.post-${7_300_000 + index}</id><published>${instant}</published><updated>${instant}</updated>${terms?.join('') ?? ''}<title type="text">${escapeText(one.headline)}</title><content type="html">${escapeText(body(one))}</content><link rel="replies" type="application/atom+xml" href="${ORIGIN}/feeds/${7_300_000 + index}/comments/default" title="تعليقات الرسالة"/><link rel="edit" type="application/atom+xml" href="https://www.blogger.com/feeds/5512/posts/default/${7_300_000 + index}"/><link rel="self" type="application/atom+xml" href="https://www.blogger.com/feeds/5512/posts/default/${7_300_000 + index}"/><link rel="alternate" type="text/html" href="${url(one.path)}" title="${escapeText(one.headline)}"/><author><name>${NAME}</name><uri>https://www.blogger.com/profile/0551</uri><email>noreply@blogger.com</email></author></entry>`;
  });
  return `<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="https://www.blogger.com/styles/atom.css" type="text/css"?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:blogger='http://schemas.google.com/blogger/2008'><id>tag:blogger.com,1999:blog-5512</id><updated>2026-11-13T21:31:00.000+02:00</updated><title type='text'>${NAME}</title><link rel='http://schemas.google.com/g/2005#feed' type='application/atom+xml' href='${ORIGIN}/feeds/posts/default'/><link rel='alternate' type='text/html' href='${ORIGIN}/'/><author><name>${NAME}</name></author><generator version='7.00' uri='http://www.blogger.com'>Blogger</generator><openSearch:totalResults>${articles.length}</openSearch:totalResults>
${entries.join('\n')}
</feed>`;
}

const newest = (articles: readonly SiteArticle[]) =>
  [...articles].sort((a, b) => (b.datePublished ?? '').localeCompare(a.datePublished ?? ''));

/** A town's blog on Blogger: `<br>` for paragraphs, the blog itself as every post's author. */
export const site: ReplicaSite = {
  id: 'madina-blog',
  name: NAME,
  family: 'blogger',
  page,
  routes: (articles) => ({
    '/': { body: listing(NAME, newest(articles)) },
    ...Object.fromEntries(
      [...new Set(articles.flatMap((one) => one.keywords ?? []))].map((label) => [
        labelPath(label),
        {
          body: listing(
            label,
            articles.filter((one) => one.keywords?.includes(label)),
          ),
        },
      ]),
    ),
    '/feeds/posts/default': {
      headers: { 'content-type': 'application/atom+xml; charset=UTF-8' },
      body: atom(newest(articles).filter((one) => one.inFeed !== false)),
    },
    '/robots.txt': {
      body: 'User-agent: Mediapartners-Google\nDisallow:\n\nUser-agent: *\nDisallow: /search\nAllow: /\n',
    },
  }),
};
