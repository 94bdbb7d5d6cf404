import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-egypt-portal.test';
const NAME = 'بوابة المحروسة اليوم';

const MENU =
  'الرئيسية|أخبار مصر|محافظات|حوادث وقضايا|اقتصاد|بنوك|عقارات|رياضة محلية|رياضة عالمية|فن|منوعات|المرأة|سيارات|تكنولوجيا|تعليم|صحة|دين ودنيا|شئون عربية ودولية|رأي|فيديو|صور';
const URGENT =
  'ضبط 3 أطنان دقيق مدعم قبل بيعها في السوق السوداء|الأرصاد تكشف موعد انخفاض الحرارة|الذهب يرتفع 15 جنيها في ختام التعاملات|موعد مباراة القمة في دوري السلة';
const READ =
  'رسميا.. موعد صرف معاشات ديسمبر|سعر الدولار أمام الجنيه في البنوك|خطوات تجديد البطاقة من المنزل|"كان راجع من شغله".. تفاصيل حادث الدائري|طريقة عمل المحشي بالطاسة|حظك اليوم.. برج العقرب|ننشر جدول امتحانات الفصل الأول|نجمة التسعينات تكشف سبب غيابها|أسعار الأسمنت والحديد اليوم|تعرف على شروط شقق الإسكان الجديدة';
const VIDEOS =
  'أول تعليق من أسرة بطل واقعة الكوبري|جولة داخل أقدم محل طرابيش|لحظة خروج قطار البضائع عن القضبان|سألنا الناس: بتفطر إيه؟|كابتن الفريق يتحدث بعد التتويج';
const STATE =
  'wEPDwUKLTY0NDg4MDk5Nw9kFgJmD2QWAgIDD2QWBAIBDxYCHgtfIUl0ZW1Db3VudAIVZAIFD2QWDmYPFgIeBFRleHQF';

const path = (text: string) => encodeURI(text.replaceAll(/[\s"؟:.]+/gu, '-'));

/** An `asp:Repeater` as it leaves the server: every control with its own long id. */
function repeater(text: string, id: string, folder: string): string {
  return text
    .split('|')
    .map(
      (one, at) =>
        `<li>\n    <a id="${id}_lnkItem_${at}" title="${escapeText(one)}" href="/${folder}/${3127700 + at * 19}/${path(one)}">${folder === 'Section' ? '' : `<img id="${id}_imgItem_${at}" class="lazy" data-original="/UploadCache/libfiles/${at}/4/200x112/${at}77.jpg" src="/images/grey.gif" alt="" />`}<span id="${id}_lblItem_${at}">${escapeText(one)}</span></a>\n</li>`,
    )
    .join('\n');
}

/** The first mention of every keyword leads to its page, as the portal's own job does it. */
function linkKeywords(parts: string[], keywords: readonly string[]): string[] {
  const left = new Set(keywords);
  return parts.map((part) => {
    let out = part;
    for (const word of left) {
      if (!part.includes(word) || out.includes('keyWordLink')) continue;
      left.delete(word);
      out = out.replace(
        word,
        `<a class="keyWordLink" target="_blank" href="/Tags/${path(word)}"><strong>${word}</strong></a>`,
      );
    }
    return out;
  });
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {}, description, keywords = [] } = article;
  const title = escapeText(article.headline);
  const url = `${ORIGIN}${encodeURI(article.path)}`;
  const others = othersThan(article, articles, 2);
  const also = others.map(
    (one) =>
      `<p style="direction: rtl;"><a href="${encodeURI(one.path)}" target="_blank"><span style="color: #c00000;">${escapeText(one.headline)}</span></a></p>`,
  );
  const parts = linkKeywords(
    blocksHtml(readBlocks(article), { heading: 'h2 dir="rtl"' }),
    keywords,
  );
  const first = `<div class="videoBox" id="vb${print.id}"><div class="videoHead">شاهد أيضا</div><div class="jwplayer" data-video="/videos/${print.id}.mp4" data-poster="/UploadCache/libfiles/${print.id}.jpg"></div><a class="videoTitle" href="/Video/${print.id}">${print.video}</a></div>`;
  parts.splice(2, 0, first);
  const second = `<div class="videoBox"><div class="videoHead">شاهد أيضا</div><iframe width="640" height="360" src="https://www.youtube.com/embed/k${print.id}" frameborder="0" allowfullscreen></iframe><a class="videoTitle" href="/Video/3099214">${print.video2}</a></div>`;
  if (print.video2) parts.splice(6, 0, second);
  const section = article.articleSection?.[0] ?? '';
  const social = ['Facebook', 'Twitter', 'Whatsapp', 'Messenger']
    .map(
      (net) =>
        `<a id="ContentPlaceHolder1_ucShare_lnk${net}" class="sh${net}" href="javascript:__doPostBack('ctl00$ContentPlaceHolder1$ucShare$lnk${net}','')">${net}</a>`,
    )
    .join('\n');
  return `

<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar" lang="ar">
<head id="Head1"><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>
	${title} | ${NAME}
</title>
${description ? `<meta id="metaDescription" name="description" content="${escapeText(description)}" />` : ''}
<meta id="metaKeywords" name="keywords" content="${keywords.join(',')}" />
<meta property="og:title" content="${title}" /><meta property="og:type" content="article" /><meta property="og:url" content="${url}" /><meta property="og:image" content="${ORIGIN}${image?.path}" /><meta property="og:site_name" content="${NAME}" /><meta property="fb:app_id" content="204417712993" />
<link rel="canonical" href="${url}" /><link href="/css/style.css?v=7.4" rel="stylesheet" type="text/css" /><link href="/css/details.css?v=7.4" rel="stylesheet" type="text/css" />
<style type="text/css">.ContentPlaceHolder1_menuTop_0 { background-color:white;visibility:hidden;display:none;position:absolute;left:0px;top:0px; } .ArticleDetails p{font-size:18px;line-height:32px;text-align:justify} .videoBox{background:#222;padding:10px;margin:12px 0} .videoHead{color:#fc0;font-weight:bold} .keyWordLink strong{color:#0a5ea8} .adv{text-align:center;min-height:250px}</style>
<script type="text/javascript" src="/js/jquery-1.11.3.min.js"></script><script type="text/javascript">var googletag = googletag || {}; googletag.cmd = googletag.cmd || [];</script>
</head>
<body dir="rtl"><form method="post" action="./Details.aspx?ID=${print.id}" id="form1">
<div class="aspNetHidden">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" />
<input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/${STATE.repeat(22)}==" />
</div><script type="text/javascript">
//<![CDATA[
var theForm = document.forms['form1'];
if (!theForm) { theForm = document.form1; }
function __doPostBack(eventTarget, eventArgument) { if (!theForm.onsubmit || (theForm.onsubmit() != false)) { theForm.__EVENTTARGET.value = eventTarget; theForm.__EVENTARGUMENT.value = eventArgument; theForm.submit(); } }
//]]>
</script>
<script src="/WebResource.axd?d=pynGkmcFUV13He1Qd6_TZ&amp;t=637100" type="text/javascript"></script><script src="/ScriptResource.axd?d=NJmAwtEo3Ipnlaxl6CMhvr&amp;t=74258c30" type="text/javascript"></script>
<div id="wrapper"><div id="header"><div class="topBar"><span id="lblToday">الاثنين 23 نوفمبر 2026</span><span id="lblBoard">رئيس مجلس الإدارة: د. فتحي أبو ستيت - رئيس التحرير: مجدي الغرباوي</span></div>
<a id="lnkLogo" href="/"><img src="/images/logo.png" alt="${NAME}" /></a><div class="adv"><div id="div-gpt-ad-15201-0"></div></div>
<div class="searchBox"><input name="ctl00$txtSearch" type="text" id="txtSearch" placeholder="كلمة البحث" /><input type="submit" name="ctl00$btnSearch" value="بحث" id="btnSearch" class="btnSearch" /></div>
<ul id="mainMenu" class="menu">
${repeater(MENU, 'rptMenu', 'Section')}
</ul><div class="urgent"><span>أهم الأخبار</span><ul class="bxslider">
${repeater(URGENT, 'rptUrgent', 'News')}
</ul></div></div>
<div id="content"><div id="rightCol">
<div class="path"><a href="/">الرئيسية</a> » <a id="ContentPlaceHolder1_lnkSection" href="/Section/${print.sec}/${path(section)}">${section}</a></div>
<div class="articleHeader"><h1><span id="ContentPlaceHolder1_lblTitle">${title}</span></h1>
<div class="articleInfo"><span id="ContentPlaceHolder1_lblDate" class="date">${print.shown}</span>${print.byline ? `<span id="ContentPlaceHolder1_lblWriter" class="writer">${print.byline}</span>` : ''}<span id="ContentPlaceHolder1_lblComments"><a href="#divComments">أضف تعليق</a></span></div></div><div class="share">
${social}
</div>
<div class="mainImg"><img id="ContentPlaceHolder1_imgMain" title="${title}" src="${image?.path}" alt="${title}" style="height:${image?.height}px;width:${image?.width}px;" width="${image?.width}" height="${image?.height}" />${image?.caption ? `<span id="ContentPlaceHolder1_lblCaption" class="imgCaption">${image.caption}</span>` : ''}</div>
<div class="adv"><div id="div-gpt-ad-15201-1"></div></div>
<div id="ContentPlaceHolder1_divContent" class="ArticleDetails details">
${print.opener ? `<p dir="rtl"><strong>${print.opener}</strong></p>` : ''}
${parts.join('\n').replaceAll('<p>', '<p dir="rtl">')}
<p dir="rtl"><strong><span style="color: #0000ff;">اقرأ أيضا:</span></strong></p>
${also.join('\n')}
<p dir="rtl">&nbsp;</p>
</div>
<div class="tags"><span>الكلمات المفتاحية</span>${keywords.map((word, at) => `<a id="ContentPlaceHolder1_rptTags_lnkTag_${at}" href="/Tags/${path(word)}">${word}</a>`).join('\n')}</div>
<div class="followUs">تابعوا ${NAME} على <a href="#">فيسبوك</a> و<a href="#">تليجرام</a> لمتابعة آخر الأخبار لحظة بلحظة</div>
<div class="relatedNews"><h2>أخبار متعلقة</h2><ul>
${repeater(others.map((one) => one.headline).join('|'), 'ContentPlaceHolder1_rptRelated', 'News')}
</ul></div><div class="videosList"><h2>فيديوهات قد تعجبك</h2><ul>
${repeater(VIDEOS, 'ContentPlaceHolder1_rptVideos', 'Video')}
</ul></div><div id="divComments" class="comments"><h3>أضف تعليقك</h3><table cellpadding="0" cellspacing="4"><tr><td>الاسم</td><td><input name="ctl00$ContentPlaceHolder1$txtName" type="text" id="ContentPlaceHolder1_txtName" /><span id="ContentPlaceHolder1_rfvName" style="color:Red;visibility:hidden;">*</span></td></tr><tr><td>عنوان التعليق</td><td><input name="ctl00$ContentPlaceHolder1$txtSubject" type="text" id="ContentPlaceHolder1_txtSubject" /></td></tr><tr><td>التعليق</td><td><textarea name="ctl00$ContentPlaceHolder1$txtComment" rows="5" cols="40" id="ContentPlaceHolder1_txtComment"></textarea></td></tr></table><input type="submit" name="ctl00$ContentPlaceHolder1$btnSend" value="إرسال" id="ContentPlaceHolder1_btnSend" /><p class="note">التعليقات المنشورة لا تعبر عن رأي البوابة، ويحق للإدارة حذف أي تعليق يخالف الآداب العامة.</p></div></div>
<div id="leftCol"><div class="box"><h2>الأكثر قراءة</h2><ul>
${repeater(READ, 'ucMostRead_rptNews', 'News')}
</ul></div><div class="adv"><div id="div-gpt-ad-15201-2"></div></div><div class="box poll"><h2>استطلاع رأي</h2><p>هل تؤيد العمل بالتوقيت الصيفي؟</p><table id="rblPoll"><tr><td><input id="rblPoll_0" type="radio" name="ctl00$rblPoll" value="1" /><label for="rblPoll_0">نعم</label></td></tr><tr><td><input id="rblPoll_1" type="radio" name="ctl00$rblPoll" value="2" /><label for="rblPoll_1">لا</label></td></tr></table></div></div></div>
<div id="footer"><ul><li><a href="/About">من نحن</a></li><li><a href="/Contact">اتصل بنا</a></li><li><a href="/Ads">أعلن معنا</a></li><li><a href="/Privacy">سياسة الخصوصية</a></li></ul><p>جميع الحقوق محفوظة لبوابة المحروسة اليوم © 2026. تصميم وتطوير إدارة النظم.</p></div></div>
<div class="aspNetHidden"><input type="hidden" name="__VIEWSTATEGENERATOR" id="__VIEWSTATEGENERATOR" value="${print.id}" /></div></form></body></html>`;
}

/** An Egyptian portal on an ASP.NET system of its own. */
export const site: ReplicaSite = {
  id: 'shape-egypt-portal',
  name: NAME,
  family: 'aspnet-portal',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /WebResource.axd\n' } }),
};
