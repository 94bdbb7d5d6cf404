import { localIso, readClock, twoDigits, WEEKDAYS } from '../clock.ts';
import { type Block, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteAnswer, SiteArticle } from '../site.ts';

const ORIGIN = 'https://jarida-qadima.test';
const NAME = 'الجريدة';
const ZONE = 'Asia/Aden';
/** Both names of each month, as papers read from Aden to Aleppo print them. */
const MONTHS = [
  'يناير-كانون الثاني',
  'فبراير-شباط',
  'مارس-آذار',
  'إبريل-نيسان',
  'مايو-أيار',
  'يونيو-حزيران',
  'يوليو-تموز',
  'أغسطس-آب',
  'سبتمبر-أيلول',
  'أكتوبر-تشرين الأول',
  'نوفمبر-تشرين الثاني',
  'ديسمبر-كانون الأول',
];
const SECTIONS = ['أخبار المحافظات', 'أخبار عربية', 'اقتصاد', 'كتابات', 'رياضة'];
/** The old server names no charset; it stands in the page's own meta element alone. */
const HTML = { 'content-type': 'text/html' };

const sectionPath = (index: number) => `/news.php?cat=${index + 1}`;

function printedDate(article: SiteArticle): string {
  const clock = readClock(article.datePublished ?? '', ZONE);
  const date = `${twoDigits(clock.day)} ${MONTHS[clock.month - 1]} ${clock.year}`;
  const hour = twoDigits(clock.hour % 12 || 12);
  const half = clock.hour < 12 ? 'صباحاً' : 'مساءً';
  return `${WEEKDAYS[clock.weekday]} ${date} الساعة ${hour}:${twoDigits(clock.minute)} ${half}`;
}

function shell(title: string, main: string): string {
  const menu = SECTIONS.map(
    (name, index) => `<td class="menu"><a href="${sectionPath(index)}">${name}</a></td>`,
  );
  return `<html dir="rtl">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">
<meta http-equiv="Content-Language" content="ar-ye">
<title>${escapeText(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css">
</head>
<body topmargin="0" leftmargin="0" bgcolor="#F4F4F4">
<a name="top"></a>
<table border="0" width="980" cellspacing="0" cellpadding="0" align="center" dir="rtl">
<tr><td colspan="3"><img border="0" src="images/banner.jpg" width="980" height="120"></td></tr>
<tr><td colspan="3" bgcolor="#990000"><table width="100%"><tr><td class="menu"><a href="index.php">الرئيسية</a></td>${menu.join('')}<td align="left"><font color="#FFFFFF" size="2">الجمعة 20 نوفمبر-تشرين الثاني 2026</font></td></tr></table></td></tr>
<tr>
${main}
</tr>
<tr><td colspan="3" align="center" bgcolor="#DDDDDD"><font size="2">جميع الحقوق محفوظة لصحيفة الجريدة 2005 - 2026 | <a href="#top">أعلى الصفحة</a><br>الآراء الواردة في الموقع لا تعبر بالضرورة عن رأي الصحيفة بل عن رأي أصحابها</font></td></tr>
</table>
</body>
</html>`;
}

function paragraph({ kind, text }: Block): string {
  const escaped = escapeText(text);
  if (kind === 'heading') return `<p align="right"><font color="#990000"><b>${escaped}</b></font>`;
  return `<p align="justify"><font face="Simplified Arabic" size="4">${escaped}</font>`;
}

function picture(article: SiteArticle): string {
  if (!article.image) return '';
  return `<table border="0" align="left" cellpadding="4"><tr><td><img border="1" src="${article.image.path}"></td></tr></table>`;
}

function readers(): string {
  return `<table width="100%" border="1" bordercolor="#CCCCCC" cellspacing="0"><tr><td bgcolor="#EEEEEE"><b>تعليقات القراء</b></td></tr>
<tr><td>1 - <b>لا بد من حل</b><br>ابن البلد<br><font size="3">والله إننا تعبنا من الكلام، كل سنة لجنة وكل سنة وعد، والمواطن البسيط هو الذي يدفع الثمن وحده في النهاية، حسبنا الله ونعم الوكيل.</font></td></tr>
<tr><td>2 - <b>شكرا</b><br>متابع من الغربة<br><font size="3">شكرا للجريدة على نقل هموم الناس</font></td></tr></table>
<p>ملاحظة: لا تنشر التعليقات التي تحتوي على إساءة أو خروج عن الموضوع</p>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print } = article;
  const also = othersThan(article, articles, 4).map(
    (one) =>
      `<tr><td>&bull; <a href="${escapeText(one.path)}">${escapeText(one.headline)}</a></td></tr>`,
  );
  const id = article.path.split('=').pop();
  const main = `<td width="180" valign="top"><table width="100%"><tr><td class="boxtitle">الأكثر قراءة</td></tr>${also.join('\n')}</table></td>
<td width="620" valign="top"><table width="100%" cellpadding="6">
<tr><td class="section"><a href="${sectionPath(SECTIONS.indexOf(article.articleSection?.[0] ?? ''))}">${article.articleSection?.[0]}</a></td></tr>
<tr><td class="title"><font size="5" color="#000080"><b>${escapeText(article.headline)}</b></font></td></tr>
<tr><td class="date"><font size="2" color="#666666">${printedDate(article)} / ${print?.place}<br>عدد القراءات ${print?.reads}</font></td></tr>
<tr><td class="details" dir="rtl">${picture(article)}<div align="justify">
${readBlocks(article).map(paragraph).join('\n')}
</div></td></tr>
<tr><td align="left"><a href="print.php?sid=${id}">نسخة للطباعة</a> | <a href="send.php?sid=${id}">أرسل لصديق</a> | <a href="#">مشاركة</a></td></tr>
<tr><td><b>إقرأ أيضاً</b><table>${also.join('\n')}</table></td></tr>
<tr><td>${readers()}</td></tr>
</table></td>
<td width="180" valign="top"><table width="100%"><tr><td class="boxtitle">إعلانات</td></tr><tr><td><img src="images/ad1.gif" width="170" height="300"></td></tr><tr><td class="boxtitle">أسعار الصرف</td></tr><tr><td>الدولار: شراء 1612 - بيع 1625<br>السعودي: شراء 424 - بيع 427</td></tr></table></td>`;
  return shell(`${NAME} نت - ${article.headline}`, main);
}

function listing(title: string, articles: readonly SiteArticle[]): string {
  const rows = articles.map(
    (one) =>
      `<tr><td><a class="newslink" href="${escapeText(one.path)}"><b>${escapeText(one.headline)}</b></a><br><font size="2">${printedDate(one)}</font></td></tr>`,
  );
  return shell(title, `<td colspan="3"><h2>${title}</h2><table>${rows.join('\n')}</table></td>`);
}

/** The feed's dates break RFC 822: local time in the form of a database. */
function feed(articles: readonly SiteArticle[]): string {
  const items = articles.map(
    (one) => `<item>
<title>${escapeText(one.headline)}</title>
<link>${ORIGIN}${escapeText(one.path)}</link>
<description>${escapeText(one.body.split('\n\n')[0] ?? '')}</description>
<pubDate>${localIso(one.datePublished ?? '', ZONE).replace('T', ' ')}</pubDate>
</item>`,
  );
  return `<?xml version="1.0" encoding="windows-1256"?>
<rss version="2.0">
<channel>
<title>${NAME} نت</title>
<link>${ORIGIN}/</link>
<description>آخر الأخبار</description>
${items.join('\n')}
</channel>
</rss>`;
}

const newest = (articles: readonly SiteArticle[]) =>
  [...articles].sort((a, b) => (b.datePublished ?? '').localeCompare(a.datePublished ?? ''));

function htmlRoutes(articles: readonly SiteArticle[]): [string, SiteAnswer][] {
  const sections = SECTIONS.map((name, index): [string, string] => [
    sectionPath(index),
    listing(
      name,
      articles.filter((one) => one.articleSection?.includes(name)),
    ),
  ]);
  const pages = articles.map((one): [string, string] => [one.path, page(one, articles)]);
  const home: [string, string] = ['/', listing(`${NAME} نت`, newest(articles))];
  return [home, ...sections, ...pages].map(([path, body]) => [path, { headers: HTML, body }]);
}

/** An old paper of nested tables in windows-1256, with a title and no other metadata. */
export const site: ReplicaSite = {
  id: 'jarida-qadima',
  name: NAME,
  family: 'old-tables',
  charset: 'windows-1256',
  page,
  routes: (articles) => ({
    ...Object.fromEntries(htmlRoutes(articles)),
    '/rss.php?lang=arabic': {
      headers: { 'content-type': 'text/xml' },
      body: feed(newest(articles).filter((one) => one.inFeed !== false)),
    },
    '/robots.txt': {
      headers: { 'content-type': 'text/plain' },
      body: 'User-agent: *\nDisallow: /print.php\nDisallow: /send.php\n',
    },
  }),
};
