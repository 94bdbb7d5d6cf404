import { offsetIso, readClock, twoDigits, WEEKDAYS } from '../clock.ts';
import { type Block, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://alrafidain.test';
const NAME = 'الرافدين';
const ZONE = 'Asia/Baghdad';
/** Iraqi months with the name that the rest of the Arab world knows behind a stroke. */
const MONTHS = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيو',
  'تموز/يوليو',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
];
const SECTIONS = ['سياسة', 'محليات', 'اقتصاد', 'عربي ودولي', 'تحقيقات', 'ثقافة وفن'];

const url = (path: string) => ORIGIN + encodeURI(path);
const sectionPath = (name = '') => `/${name.replaceAll(' ', '-')}`;

function printedDate(article: SiteArticle): string {
  const clock = readClock(article.datePublished ?? '', ZONE);
  const date = `${clock.day} ${MONTHS[clock.month - 1]} ${clock.year}`;
  const time = `${twoDigits(clock.hour)}:${twoDigits(clock.minute)}`;
  return `${WEEKDAYS[clock.weekday]}، ${date} - ${time}`;
}

/** What an editor pastes out of a word processor: justified, in a span, with hard spaces. */
function pasted({ kind, text }: Block): string {
  const escaped = escapeText(text);
  const span = `<span style="font-size:16px">${escaped}</span>`;
  if (kind === 'heading') return `<p class="rtejustify"><strong>${span}</strong></p>`;
  if (kind === 'item') return `<ul><li class="rtejustify">${span}</li></ul>`;
  return `<p class="rtejustify" style="text-align: justify;">${span}</p>\n<p>&nbsp;</p>`;
}

function shell(title: string, head: string, main: string): string {
  const menu = SECTIONS.map(
    (name, index) =>
      `<li class="menu-${300 + index} leaf"><a href="${encodeURI(sectionPath(name))}">${name}</a></li>`,
  );
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar" version="XHTML+RDFa 1.0" dir="rtl"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/terms/"
  xmlns:foaf="http://xmlns.com/foaf/0.1/"
  xmlns:sioc="http://rdfs.org/sioc/ns#">
<head profile="http://www.w3.org/1999/xhtml/vocab">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="Generator" content="Drupal 7 (http://drupal.org)" />
${head}
<link rel="alternate" type="application/atom+xml" title="${NAME}" href="${ORIGIN}/atom.xml" />
<title>${escapeText(title)} | ${NAME}</title>
</head>
<body class="html not-front not-logged-in two-sidebars page-node node-type-article i18n-ar">
<div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">تجاوز إلى المحتوى الرئيسي</a></div>
<div id="page"><div id="header"><div id="site-name"><a href="/" rel="home">${NAME}</a></div><div id="site-slogan">جريدة يومية سياسية مستقلة</div><div class="region-today">الجمعة 20 تشرين الثاني/نوفمبر 2026</div>
<ul id="main-menu-links" class="links clearfix">${menu.join('')}</ul></div>
<div id="main" class="clearfix">
${main}
</div>
<div id="footer-wrapper"><div class="region region-footer"><div class="block"><p>العنوان: شارع الوطن، بناية 14، الطابق الثالث. الآراء المنشورة تعبر عن كتّابها ولا تعبر بالضرورة عن رأي الجريدة، وهي غير ملزمة بإعادة المواد إلى أصحابها نشرت أم لم تنشر.</p></div><a href="#page" class="to-top">العودة إلى أعلى الصفحة</a></div></div></div>
</body></html>`;
}

function field(name: string, label: string, content: string): string {
  const shown = label ? `<div class="field-label">${label}:&nbsp;</div>` : '';
  return `<div class="field field-name-${name} field-label-${label ? 'inline' : 'hidden'}">${shown}<div class="field-items"><div class="field-item even">${content}</div></div></div>`;
}

function picture(article: SiteArticle): string {
  const { image } = article;
  if (!image) return '';
  const caption = image.caption
    ? `<blockquote class="image-field-caption"><p>${image.caption}</p></blockquote>`
    : '';
  return field(
    'field-image',
    '',
    `<img typeof="foaf:Image" src="${ORIGIN}${image.path}" width="${image.width}" height="${image.height}" alt="" />${caption}`,
  );
}

function node(article: SiteArticle): string {
  const { print, keywords } = article;
  const section = article.articleSection?.[0];
  const terms = keywords?.map(
    (word) =>
      `<a href="${encodeURI(`/tags/${word}`)}" typeof="skos:Concept" property="rdfs:label skos:prefLabel" datatype="">${word}</a>`,
  );
  return `<div id="node-${print?.node}" class="node node-article clearfix" about="${encodeURI(article.path)}" typeof="sioc:Item foaf:Document">
<span property="dc:title" content="${escapeText(article.headline)}" class="rdf-meta element-hidden"></span><span property="sioc:num_replies" content="0" datatype="xsd:integer" class="rdf-meta element-hidden"></span>
<div class="meta submitted"><span property="dc:date dc:created" content="${offsetIso(article.datePublished ?? '', ZONE)}" datatype="xsd:dateTime" rel="sioc:has_creator">أرسلت بواسطة <span class="username" xml:lang="" about="/users/admin" typeof="sioc:UserAccount" property="foaf:name" datatype="">admin</span> في ${printedDate(article)}</span></div>
<div class="content clearfix">
${field('field-category', 'القسم', `<a href="${encodeURI(sectionPath(section))}">${section}</a>`)}
${picture(article)}
${field('field-writer', '', print?.by ?? '')}
<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">
${readBlocks(article).map(pasted).join('\n')}
</div></div></div>
${terms ? field('field-tags', 'الوسوم', terms.join(' ')) : ''}
</div>
<div class="link-wrapper"><ul class="links inline"><li class="statistics_counter first"><span>1204 قراءات</span></li><li class="print_html"><a href="/print/${print?.node}">نسخة للطباعة</a></li><li class="comment_forbidden last"><span><a href="/user/login">سجل الدخول</a> أو <a href="/user/register">أنشئ حسابا</a> لإضافة تعليق</span></li></ul></div>
</div>`;
}

function block(title: string, articles: readonly SiteArticle[]): string {
  const rows = articles.map(
    (one) =>
      `<div class="views-row"><span class="field-content"><a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></span></div>`,
  );
  return `<div class="block block-views"><h2>${title}</h2><div class="view-content">${rows.join('\n')}</div></div>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const section = article.articleSection?.[0];
  const head = `<link rel="canonical" href="${url(article.path)}" />
<link rel="shortlink" href="${ORIGIN}/node/${article.print?.node}" />`;
  const main = `<div id="content" class="column"><div class="section"><div id="breadcrumb"><h2 class="element-invisible">أنت هنا</h2><div class="breadcrumb"><a href="/">الرئيسية</a> » <a href="${encodeURI(sectionPath(section))}">${section}</a></div></div>
<a id="main-content"></a><h1 class="title" id="page-title">${escapeText(article.headline)}</h1>
<div class="region region-content">${node(article)}</div>
${block('مواضيع ذات صلة', othersThan(article, articles, 3))}</div></div>
<div id="sidebar-first" class="column sidebar">${block('الأكثر مشاهدة', othersThan(article, articles, 5))}</div>`;
  return shell(article.headline, head, main);
}

function listing(title: string, articles: readonly SiteArticle[]): string {
  const rows = articles.map(
    (one) =>
      `<div class="views-row"><h2 class="views-field-title"><a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></h2><div class="views-field-created">${printedDate(one)}</div></div>`,
  );
  return shell(
    title,
    '',
    `<div id="content" class="column"><h1 class="title">${title}</h1><div class="view-content">${rows.join('\n')}</div></div>`,
  );
}

function atom(articles: readonly SiteArticle[]): string {
  const entries = articles.map((one) => {
    const instant = offsetIso(one.datePublished ?? '', ZONE);
    return `<entry>
<title>${escapeText(one.headline)}</title>
<link rel="alternate" type="text/html" href="${url(one.path)}" />
<id>${ORIGIN}/node/${one.print?.node}</id>
<published>${instant}</published>
<updated>${instant}</updated>
<author><name>admin</name></author>
<category term="${one.articleSection?.[0]}" />
<summary type="html">${escapeText(`<p class="rtejustify">${one.body.split('\n\n')[0]}</p>`)}</summary>
</entry>`;
  });
  const first = articles[0]?.datePublished ?? '';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">
<title>${NAME}</title>
<link rel="alternate" type="text/html" href="${ORIGIN}" />
<link rel="self" type="application/atom+xml" href="${ORIGIN}/atom.xml" />
<id>${ORIGIN}/atom.xml</id>
<updated>${offsetIso(first, ZONE)}</updated>
${entries.join('\n')}
</feed>`;
}

const newest = (articles: readonly SiteArticle[]) =>
  [...articles].sort((a, b) => (b.datePublished ?? '').localeCompare(a.datePublished ?? ''));

/** An Iraqi daily on Drupal 7: RDFa attributes, no meta tags, `admin` as everything's author. */
export const site: ReplicaSite = {
  id: 'alrafidain',
  name: NAME,
  family: 'drupal',
  page,
  routes: (articles) => ({
    '/': { body: listing('الصفحة الرئيسية', newest(articles)) },
    ...Object.fromEntries(
      SECTIONS.map((name) => [
        sectionPath(name),
        {
          body: listing(
            name,
            articles.filter((one) => one.articleSection?.includes(name)),
          ),
        },
      ]),
    ),
    '/atom.xml': { body: atom(newest(articles).filter((one) => one.inFeed !== false)) },
    '/robots.txt': {
      body: 'User-agent: *\nCrawl-delay: 1\nDisallow: /admin/\nDisallow: /user/login/\nDisallow: /print/\n',
    },
  }),
};
