import { escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const NAME = 'ميسان نيوز';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list(
  'الرئيسية|محليات|برلمان|اقتصاد|عربي دولي|رياضة|كتاب ميسان|منوعات|وفيات|جامعات|شكوى مواطن|اتصل بنا',
);
const LAST = list(
  'وفيات الأربعاء 28/2/2024|الأرصاد: أجواء باردة وأمطار متفرقة في شمال ووسط المملكة|تعيينات في التربية - أسماء|الأمن: القبض على مروجي مخدرات في الرصيفة|النواب يقر مشروع قانون السير المعدل|سعر الذهب ينخفض 20 قرشا محليا|إغلاق جزئي لجسر عبدون غدا|الفيصلي يتصدر بعد فوزه على الرمثا بهدفين|محافظ جرش يوعز بتكثيف الرقابة على المطاعم|مجلس الوزراء يقرر صرف رواتب آذار مبكرا',
);

const row = (title: string, at: number): string =>
  `<tr><td width="8" valign="top"><img src="/images/arrow.gif" /></td><td class="lastnews"><a class="lastlink" href="article.aspx?articleNO=${511000 + at}">${escapeText(title)}</a></td></tr><tr><td colspan="2" background="/images/dot.gif" height="1"></td></tr>`;

const talk = (entry: string, at: number): string => {
  const [who, what] = entry.split('~');
  return `<tr><td class="cmttitle"><font color="#990000">${at + 1} - ${who}</font> <font size="1">28-02-2024 0${at + 1}:3${at} PM</font></td></tr><tr><td class="cmttext" align="right"><font size="2">${what}</font></td></tr>`;
};

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image } = article;
  const title = escapeText(article.headline);
  const comments = list(print.comments);
  const isColumn = Boolean(print.byline);
  const text = readBlocks(article).map(
    ({ text: line }, at) =>
      `<p align="justify" dir="rtl"><font face="Arial" size="4">${at === 0 && print.opening ? print.opening : ''}${escapeText(line)}</font></p>${at === 1 ? '<p align="justify" dir="rtl">&nbsp;</p>' : ''}`,
  );
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" dir="rtl"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>${title} | ${article.articleSection?.[0]} | ${NAME}</title>
<meta name="Description" content="ميسان نيوز وكالة أخبار أردنية محلية" /><meta name="keywords" content="الأردن, اخبار الاردن, عمان, وفيات" /><link href="/style.css" rel="stylesheet" type="text/css" />
<script type="text/javascript" src="/js/swfobject.js"></script><script type="text/javascript">function openwin(u){window.open(u,'w','width=600,height=500')}</script></head>
<body topmargin="0" bgcolor="#E7E7E7"><form name="aspnetForm" method="post" action="article.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKMTY1NDU2MTA1Mg9kFgJmD2QWAgIDD2QWBgIBDxYCHgtfIUl0ZW1Db3VudAIKFhQ" />
<table width="1000" align="center" border="0" cellpadding="0" cellspacing="0" bgcolor="#FFFFFF"><tr><td colspan="3"><table width="100%"><tr><td><a href="default.aspx"><img src="/images/logo.gif" border="0" alt="${NAME}" /></a></td><td><div id="adtop"><a href="/adv.aspx?id=3"><img src="/adv/bank728.gif" /></a></div></td></tr></table></td></tr>
<tr><td colspan="3" class="menubg"><table><tr>${MENU.map((one, at) => `<td class="menu"><a href="section.aspx?id=${at}">${one}</a></td><td>|</td>`).join('')}</tr></table></td></tr>
<tr><td colspan="3"><marquee direction="right">${LAST.slice(0, 5).join(' ◄ ')}</marquee></td></tr>
<tr><td width="200" valign="top"><table width="100%"><tr><td colspan="2" class="boxh">آخر الأخبار</td></tr>${LAST.map(row).join('\n')}</table><table><tr><td class="boxh">استفتاء</td></tr><tr><td>هل تؤيد العودة إلى التوقيت الشتوي؟</td></tr><tr><td><input type="radio" />نعم <input type="radio" />لا</td></tr></table></td>
<td width="600" valign="top"><table width="100%" cellpadding="6"><tr><td class="articletitle" align="center"><span id="ctl00_ContentPlaceHolder1_lblTitle">${title}</span></td></tr>
<tr><td align="left" class="articledate"><span id="ctl00_ContentPlaceHolder1_lblDate">${print.date}</span></td></tr>
<tr><td><table><tr><td><a href="javascript:openwin('send.aspx')"><img src="/images/send.gif" />ارسل لصديق</a></td><td><a href="javascript:openwin('print.aspx')"><img src="/images/print.gif" />طباعة</a></td><td><iframe src="//www.facebook.com/plugins/like.php"></iframe></td></tr></table></td></tr>
<tr><td class="articletext">${isColumn ? `<table align="left"><tr><td><img src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="" /></td></tr><tr><td class="wname" align="center"><b>${print.byline}</b></td></tr></table>` : `<img src="${image?.path}" width="${image?.width}" height="${image?.height}" align="left" alt="" hspace="8" />`}
<span id="ctl00_ContentPlaceHolder1_lblText">${text.join('\n')}</span></td></tr>
<tr><td class="vis">عدد المشاهدات : ${print.views}</td></tr>
<tr><td><table width="100%"><tr><td class="boxh">مواضيع ذات علاقة</td></tr>${othersThan(
    article,
    articles,
    2,
  )
    .map((one) => `<tr><td>• <a href="${one.path}">${escapeText(one.headline)}</a></td></tr>`)
    .join('')}</table></td></tr>
<tr><td><table width="100%"><tr><td class="boxh">التعليقات (${comments.length})</td></tr>${comments.map(talk).join('\n')}<tr><td class="note"><font color="red" size="2">ملاحظة: تحتفظ "${NAME}" بحق حذف أي تعليق في أي وقت، ولأي سبب كان، ولن ينشر أي تعليق يتضمن إساءة أو خروجا عن الموضوع المطروح.</font></td></tr><tr><td>الاسم : <input name="txtname" /></td></tr><tr><td>البريد الالكتروني : <input name="txtmail" /></td></tr><tr><td>اكتب تعليقك : <textarea></textarea></td></tr><tr><td><input type="submit" value="ارسال التعليق" /></td></tr></table></td></tr></table></td>
<td width="200" valign="top"><div id="adside"><img src="/adv/side160.gif" /></div><table width="100%"><tr><td colspan="2" class="boxh">الأكثر قراءة</td></tr>${LAST.toReversed().map(row).join('')}</table></td></tr>
<tr><td colspan="3" align="center" class="footer"><font color="#FFFFFF">جميع حقوق النشر محفوظة لـ ${NAME} - لا مانع من الاقتباس شريطة ذكر المصدر<br />الآراء والتعليقات المنشورة تعبر عن رأي أصحابها فقط</font></td></tr></table></form></body></html>`;
}

/** A Jordanian site on the old pages of Microsoft's server: tables, fonts and spans with ids. */
export const site: ReplicaSite = {
  id: 'shape-jordan-classic',
  name: NAME,
  family: 'aspx-tables',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
