import { type Block, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-bahrain-daily.test';
const NAME = 'المرفأ';
const ID = 'ctl00_ContentPlaceHolder1_';
const list = (text = '') => text.split('|');
const MENU = list(
  'الأولى|أخبار البحرين|المال والأعمال|عربي ودولي|الرياضة|قضايا وحوادث|مجلس النواب|البلديات|الثقافي|بريد القراء|مقالات|زوايا|الدين والحياة|المجتمع|سيارات|إنفوجرافيك|الملاحق|الأرشيف',
);
const READ = list(
  'إغلاق مؤقت للمسار الأيمن على شارع الفاتح من فجر الجمعة|بالصور.. محمية العرين تستقبل ثلاثة من صغار المها|تأجيل قضية "شاليه الزلاق" إلى الشهر المقبل للاستماع إلى الشهود|طلب نيابي بمراجعة رسوم تجديد سجلات المحال الصغيرة|المحرق يستعيد صدارة دوري الطائرة بثلاثية نظيفة|سوق جدحفص المركزي يفتح أبوابه ليلا في رمضان|أسعار الروبيان تتراجع مع نهاية موسم الحظر|انقطاع جزئي للمياه في مجمعي 741 و743',
);
const WRITERS = list(
  'حسين المدحوب:جسور|فاطمة البوفلاسة:على مهل|عبدالله بن راشد الكعبي:كلمة ورد غطاها|سلمان الحايكي الدوي:خارج الملعب|د. هدى الشروقي:عيادة',
);

/** A hidden state field as the framework writes one: long and without meaning. */
function state(seed: number, length: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let now = seed;
  let text = '/wEPDwUKLT';
  while (text.length < length) {
    now = (now * 48271) % 2147483647;
    text += letters[now % 64];
  }
  return `${text}==`;
}

const FORMS: Record<string, (blocks: readonly Block[], prefix: string, box: string) => string> = {
  div: (blocks, prefix, box) =>
    blocks
      .map(
        ({ text }, at) =>
          `<div style="text-align: justify;">${at === 0 ? prefix : ''}${escapeText(text)}</div>\n<div style="text-align: justify;">&nbsp;</div>${at === 2 ? box : ''}`,
      )
      .join('\n'),
  br: (blocks, prefix, box) =>
    `${box}${prefix}${blocks.map(({ text }) => escapeText(text)).join('<br />\r\n<br />\r\n')}<br />`,
  p: (blocks, prefix, box) =>
    `${prefix}${blocks
      .map(({ kind, text }, at) => {
        const inner = escapeText(text);
        return `${at === 5 ? box : ''}<p class="MsoNormal" dir="RTL" style="text-align: justify; line-height: 150%;"><span lang="AR-BH" style="font-size: 14pt;">${kind === 'heading' ? `<b>${inner}</b>` : inner}</span></p>`;
      })
      .join('\n')}`,
};

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, description, keywords, headline } = article;
  const print = article.print ?? {};
  const title = escapeText(headline);
  const url = `${ORIGIN}${encodeURI(article.path)}`;
  const number = Number(article.path.split('/')[3]);
  const section = article.articleSection?.[0] ?? '';
  const near = [...othersThan(article, articles, 2).map((one) => one.headline), ...READ.slice(4)];
  const links = (list: readonly string[], name: string) =>
    list
      .map(
        (text, at) =>
          `<li><a id="ctl00_${name}_ctl${String(at).padStart(2, '0')}_lnk" href="/news/article/${number - 31 * (at + 1)}">${escapeText(text)}</a></li>`,
      )
      .join('\n');
  const writer = print.column
    ? `<div class="writerBox clearfix"><img id="${ID}imgWriter" class="writerPic" src="/admin/writers/w_${number % 97}.jpg" alt="" style="height:110px;width:90px;border-width:0px;" />
<div class="writerInfo"><span id="${ID}lblColumn" class="columnName">${print.column}</span><br /><a id="${ID}hlWriter" class="writerName" href="/writer/${number % 97}">${print.writer}</a><br /><span class="writerMail" dir="ltr">columns@shape-bahrain-daily.test</span></div></div>`
    : '';
  const picture = image
    ? `<div class="articleImg"><a class="fancybox" rel="gallery" href="${image.path}"><img id="${ID}imgMain" class="img-responsive" src="${image.path}" alt="" style="border-width:0px;" /></a>${image.caption ? `<span id="${ID}lblCaption" class="imgCaption">${escapeText(image.caption)}</span>` : ''}</div>`
    : `<span id="${ID}lblCaption" class="imgCaption"></span>`;
  const box = `<table class="relatedIn" align="left" cellpadding="4" cellspacing="0" border="0" width="220"><tr><td class="relHead">${print.boxHead}</td></tr><tr><td><ul>${list(
    print.box,
  )
    .map((text, at) => `<li><a href="/news/article/${number - 400 - at}">${text}</a></li>`)
    .join('')}</ul></td></tr></table>`;
  const form = FORMS[print.form ?? 'p'] ?? FORMS.p;
  const body = form?.(readBlocks(article), print.prefix ?? '', box) ?? '';
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" dir="rtl" lang="ar">
<head id="ctl00_Head1"><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta http-equiv="X-UA-Compatible" content="IE=edge" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<title>
	${NAME} : ${section} : ${title}</title>
<link href="/css/bootstrap-rtl.min.css" rel="stylesheet" type="text/css" /><link href="/css/style.css?v=11" rel="stylesheet" type="text/css" /><link href="/css/jquery.fancybox.css" rel="stylesheet" type="text/css" />
<link id="ctl00_canonical" rel="canonical" href="${url}" />
<meta property="og:type" content="article" /><meta property="og:site_name" content="${NAME}" /><meta property="og:url" content="${url}" /><meta property="og:title" content="${title}" />
${description ? `<meta name="description" content="${escapeText(description)}" /><meta property="og:description" content="${escapeText(description)}" />` : ''}
${image ? `<meta property="og:image" content="${ORIGIN}${image.path}" />` : ''}
<meta name="twitter:card" content="summary" /><meta name="twitter:site" content="@held_marfa" />
<script type="text/javascript" src="/js/jquery-1.11.1.min.js"></script><script type="text/javascript" src="/js/jquery.newsTicker.js"></script>
<style type="text/css">.newsBody{font-family:'Traditional Arabic',Tahoma;font-size:18px}.imgCaption{display:block;background:#eee;font-size:12px}.writerBox{border-bottom:3px double #8a1538}.relatedIn{background:#f4f1ea;margin:0 12px 8px 0}</style><script type="text/javascript">var gaJsHost=(("https:"==document.location.protocol)?"https://ssl.":"http://www.");function changeFont(n){var e=document.getElementById('${ID}lblBody');e.style.fontSize=(parseInt(e.style.fontSize||18)+n)+'px';}</script></head>
<body><form method="post" action="./${number}" onsubmit="javascript:return WebForm_OnSubmit();" id="aspnetForm"><div class="aspNetHidden">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${state(number, 5200)}" /></div>
<script type="text/javascript">//<![CDATA[
var theForm = document.forms['aspnetForm'];
if (!theForm) { theForm = document.aspnetForm; }
function __doPostBack(eventTarget, eventArgument) { if (!theForm.onsubmit || (theForm.onsubmit() != false)) { theForm.__EVENTTARGET.value = eventTarget; theForm.__EVENTARGUMENT.value = eventArgument; theForm.submit(); } }
//]]></script>
<script src="/WebResource.axd?d=${state(number + 5, 70)}&amp;t=636970732" type="text/javascript"></script>
<script type="text/javascript">//<![CDATA[
function WebForm_OnSubmit() { if (typeof(ValidatorOnSubmit) == "function" && ValidatorOnSubmit() == false) return false; return true; }
//]]></script>
<div class="aspNetHidden"><input type="hidden" name="__VIEWSTATEGENERATOR" id="__VIEWSTATEGENERATOR" value="2B3A1C77" /><input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="${state(number + 9, 320)}" /></div>
<div id="header"><div class="topBar"><span id="ctl00_lblToday">الأحد ٤ سبتمبر ٢٠٢٢ م</span> | <a href="/pdf">النسخة الورقية PDF</a> | <a href="/ads">أعلن معنا</a> | <a href="/subscribe">اشتراكات</a> | <a href="/contact">اتصل بنا</a> | <span class="prayer">الفجر ٣:٥٠ الظهر ١١:٣٧ العصر ٣:٠٦ المغرب ٥:٥٧ العشاء ٧:٢٧</span></div>
<a href="/" class="logo"><img src="/images/logo.png" alt="صحيفة ${NAME} البحرينية" /></a>
<div class="searchBox"><input name="ctl00$txtSearch" type="text" id="ctl00_txtSearch" placeholder="بحث في الأرشيف" /><input type="submit" name="ctl00$btnSearch" value="بحث" id="ctl00_btnSearch" /></div>
<div id="menu"><ul>${MENU.map((text, at) => `<li><a href="/category/${at + 1}">${text}</a></li>`).join('')}</ul></div>
<div class="ticker"><span>عاجل</span><ul id="ctl00_ulTicker">${links(READ.slice(0, 3), 'rptTicker')}</ul></div></div>
<div id="wrapper"><table width="980" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td valign="top" width="660" class="mainCol">
<div class="issueBar"><span id="${ID}lblIssue">العدد : ${print.issue}</span></div>
<div class="path"><a href="/">الرئيسية</a> &gt; <a id="${ID}hlCategory" href="/category/2">${section}</a></div>
${writer}
<h1 id="${ID}lblTitle" class="newsTitle">${title}</h1>
<div class="newsDate"><span id="${ID}lblDate">${print.date}</span>${print.page ? ` <span id="${ID}lblPage" class="pageNo">| الصفحة ${print.page}</span>` : ''}</div>
<div class="tools"><a href="javascript:changeFont(1)">A+</a> <a href="javascript:changeFont(-1)">A-</a> <a id="${ID}lnkPrint" href="javascript:__doPostBack('ctl00$ContentPlaceHolder1$lnkPrint','')">طباعة</a> <a href="#">أرسل إلى صديق</a> <a href="#">تويتر</a> <a href="#">فيسبوك</a> <a href="#">واتساب</a></div>
${picture}
<div class="newsBody"><span id="${ID}lblBody">${body}</span></div>
${keywords ? `<div class="tags">كلمات دالة: ${keywords.map((word) => `<a href="/tag/${encodeURI(word)}">${word}</a>`).join(' ')}</div>` : ''}
<div class="shortLink">رابط مختصر: <input type="text" readonly="readonly" dir="ltr" value="${ORIGIN}/n/${number}" /></div>
<p class="policy">"لا تتحمل الصحيفة مسؤولية ما يرد في تعليقات القراء، والمقالات لا تعبر بالضرورة عن رأي ${NAME}."</p>
<div class="sameSection"><h3>المزيد من ${section}</h3><ul>${links(near, 'ContentPlaceHolder1_rptRelated')}</ul></div>
<div class="comments"><h3>أضف تعليقك</h3><span id="${ID}lblMsg">عدد الأحرف المتبقية 500</span><table><tr><td>الاسم</td><td><input name="ctl00$ContentPlaceHolder1$txtName" type="text" id="${ID}txtName" /><span id="${ID}rfvName" style="color:Red;visibility:hidden;">* مطلوب</span></td></tr><tr><td>البريد الإلكتروني</td><td><input name="ctl00$ContentPlaceHolder1$txtMail" type="text" id="${ID}txtMail" /></td></tr><tr><td>التعليق</td><td><textarea name="ctl00$ContentPlaceHolder1$txtComment" rows="6" cols="40" id="${ID}txtComment"></textarea></td></tr></table><input type="submit" name="ctl00$ContentPlaceHolder1$btnSend" value="إرسال" id="${ID}btnSend" /></div>
</td><td valign="top" width="300" class="sideCol"><div class="ad"><img src="/ads/300x250.gif" alt="إعلان" /></div>
<div class="sideBox"><h2>الأكثر قراءة</h2><ul id="ctl00_ulMost">${links(READ, 'rptMost')}</ul></div>
<div class="sideBox"><h2>كتّاب اليوم</h2>${WRITERS.map((text) => `<div class="wr"><b>${text.split(':')[0]}</b> <i>${text.split(':')[1]}</i></div>`).join('\n')}</div>
<div class="sideBox poll"><h2>استفتاء</h2><p>هل تؤيد تمديد عمل الحدائق العامة إلى منتصف الليل؟</p><table id="ctl00_rblPoll" border="0"><tr><td><input id="ctl00_rblPoll_0" type="radio" name="ctl00$rblPoll" value="1" /><label for="ctl00_rblPoll_0">نعم</label></td></tr><tr><td><input id="ctl00_rblPoll_1" type="radio" name="ctl00$rblPoll" value="2" /><label for="ctl00_rblPoll_1">لا</label></td></tr></table><input type="submit" name="ctl00$btnVote" value="صوّت" id="ctl00_btnVote" /></div>
<div class="sideBox"><h2>القائمة البريدية</h2><input name="ctl00$txtNews" type="text" id="ctl00_txtNews" /><input type="submit" name="ctl00$btnNews" value="اشترك" id="ctl00_btnNews" /></div></td></tr></table></div>
<div id="footer"><ul>${MENU.slice(0, 9)
    .map((text, at) => `<li><a href="/category/${at + 1}">${text}</a></li>`)
    .join(
      '',
    )}</ul><p>صحيفة يومية سياسية شاملة تصدر في مملكة البحرين عن دار ${NAME} للصحافة والنشر. ص.ب 70214 المنامة. هاتف 17000000. جميع الحقوق محفوظة 2022 © ولا يجوز إعادة نشر أي مادة إلا بإذن خطي.</p></div>
<script type="text/javascript">//<![CDATA[
var Page_Validators = new Array(document.getElementById("${ID}rfvName"));
//]]>
$(function(){$('.ticker ul').newsTicker({row_height:24,max_rows:1});$('.fancybox').fancybox();});
</script></form></body></html>`;
}

/** A daily of Bahrain on web forms: issue and page number, a column with its writer's box. */
export const site: ReplicaSite = {
  id: 'shape-bahrain-daily',
  name: NAME,
  family: 'aspnet-webforms',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /admin/\n' } }),
};
