import { localIso, rssDate } from '../clock.ts';
import { cdata, escapeText, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteAnswer, SiteArticle } from '../site.ts';

const ORIGIN = 'https://manara-js.test';
const NAME = 'المنارة';
const ZONE = 'Asia/Damascus';

const idOf = (path: string): string => path.split('/').at(-1) ?? '';

/** What every address of the site answers: a root that is empty until the script has run. */
function shell(title: string): string {
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head><meta charset="utf-8"><title>${escapeText(title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="stylesheet" href="/static/app.css">
<script defer src="/static/app.js"></script></head>
<body><div id="app"></div><noscript>يرجى تفعيل جافاسكربت لتصفح الموقع.</noscript></body>
</html>`;
}

/** The script of the site: it draws frame, article, related box and comments. */
const SCRIPT = `
const el = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};
const link = (one) => el('li', {}, el('a', { href: one.path }, one.headline));
async function draw() {
  const id = location.pathname.split('/').pop();
  const response = await fetch('/api/article/' + id + '.json');
  const article = await response.json();
  document.title = article.headline + ' | ${NAME}';
  const parts = article.blocks.map((text) => el('p', { class: 'txt' }, text));
  const figure = article.image
    ? [el('figure', {}, el('img', { src: article.image.path, alt: '' }), el('figcaption', {}, article.image.caption ?? ''))]
    : [];
  const byline = article.author ? [el('span', { class: 'writer' }, 'كتب: ' + article.author)] : [];
  document.getElementById('app').append(
    el('header', { class: 'top' }, el('a', { href: '/' }, '${NAME}'), el('nav', {}, el('a', { href: '/#local' }, 'محليات'), el('a', { href: '/#edu' }, 'تعليم'), el('a', { href: '/#acc' }, 'حوادث'))),
    el('main', {},
      el('article', { class: 'story' },
        el('a', { class: 'cat', href: '/#s' }, article.section),
        el('h1', {}, article.headline),
        el('div', { class: 'meta' }, ...byline, el('time', { datetime: article.published }, article.printed)),
        ...figure,
        el('div', { class: 'story-text' }, ...parts),
        el('div', { class: 'share' }, el('a', { href: '#' }, 'شارك على واتساب'), el('a', { href: '#' }, 'انسخ الرابط'))),
      el('aside', {}, el('h3', {}, 'اقرأ أيضا'), el('ul', {}, ...article.others.map(link))),
      el('section', { class: 'comments' }, el('h3', {}, 'التعليقات'), el('p', {}, 'كن أول من يعلق على هذا الخبر، فالتعليقات تخضع للمراجعة قبل النشر ولا تعبر عن رأي الموقع.'))),
    el('footer', {}, el('p', {}, 'جميع الحقوق محفوظة لموقع ${NAME} الإخباري 2026')));
}
if (location.pathname.startsWith('/news/')) draw();
`;

const MONTHS =
  'كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول'.split(
    ',',
  );

function printed(article: SiteArticle): string {
  const [date = '', time = ''] = localIso(article.datePublished ?? '', ZONE).split('T');
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year} - ${time.slice(0, 5)}`;
}

function api(article: SiteArticle, articles: readonly SiteArticle[]): string {
  return scriptJson({
    headline: article.headline,
    section: article.articleSection?.[0],
    author: article.author?.[0],
    published: `${localIso(article.datePublished ?? '', ZONE).slice(0, 16)}+03:00`,
    printed: printed(article),
    image: article.image,
    blocks: readBlocks(article).map(({ text }) => text),
    others: articles
      .filter((one) => one !== article)
      .map(({ path, headline }) => ({ path, headline })),
  });
}

function feed(articles: readonly SiteArticle[]): string {
  const items = articles.map(
    (one) =>
      `<item><title>${cdata(one.headline)}</title><link>${ORIGIN}${one.path}</link><guid isPermaLink="true">${ORIGIN}${one.path}</guid><pubDate>${rssDate(one.datePublished ?? '')}</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${NAME}</title><link>${ORIGIN}/</link><language>ar</language>${items.join('')}</channel></rss>`;
}

function home(articles: readonly SiteArticle[]): string {
  const links = articles.map(
    (one) => `<li><a href="${one.path}">${escapeText(one.headline)}</a></li>`,
  );
  return shell(NAME).replace('<noscript>', `<ul hidden>${links.join('')}</ul><noscript>`);
}

/** A site drawn by JavaScript: its HTML holds no word of the article. */
export const site: ReplicaSite = {
  id: 'manara-js',
  name: NAME,
  family: 'single-page-app',
  page: () => shell(NAME),
  routes: (articles): Record<string, SiteAnswer> => ({
    '/': { body: home(articles) },
    '/robots.txt': { body: 'User-agent: *\nDisallow: /admin/\n' },
    '/feed.xml': {
      headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
      body: feed(articles),
    },
    '/static/app.js': {
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
      body: SCRIPT,
    },
    '/static/app.css': { headers: { 'content-type': 'text/css' }, body: '.story{max-width:60ch}' },
    ...Object.fromEntries(
      articles.map((one) => [
        `/api/article/${idOf(one.path)}.json`,
        {
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: api(one, articles),
        },
      ]),
    ),
  }),
};
