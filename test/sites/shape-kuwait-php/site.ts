import { type Block, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-kuwait-php.test';
const NAME = 'المرفأ';

const MENU =
  'الصفحة الأولى|محليات|مجلس الأمة|أمن ومحاكم|جامعة وتطبيقي|اقتصاد|بورصة|خليجيات|عربي ودولي|رياضة|فنون|ثقافة|أسرة ومجتمع|مقالات|قراء|كاريكاتير|وفيات|الأرشيف';
const READ =
  'التربية: لا نية لتأجيل اختبارات الصف الثاني عشر|صرف بدل الشاشة لموظفي المختبرات بأثر رجعي|ضبط 3 وافدين بحوزتهم ألف لتر من الديزل المدعوم|السكنية: توزيع دفعة جديدة من قسائم شمال المطلة الأسبوع المقبل|العيار يجدد عقده مع القادسية الشرقي موسمين|تنزيلات الجمعيات التعاونية تمتد حتى نهاية الشهر|طيران البحر يضيف رحلتين إلى صلالة|حملة بلدية تزيل 74 إعلانا مخالفا في حولي القديمة|تجمهر في سوق السمك بعد نزول أول كميات الزبيدي|وفاة شابين في حادث على طريق السالمي الجديد';
const LATEST =
  '10:44 م|البورصة تغلق مرتفعة 12 نقطة|10:20 م|إغلاق جسر الغوص جزئيا لأعمال الصيانة|9:58 م|الأرصاد: طقس حار والرياح شمالية غربية|9:31 م|منتخب اليد يلتقي نظيره العماني وديا|9:02 م|تعيين 60 طبيبا في مستوصفات الجهراء|8:47 م|افتتاح مكتبة عامة في ضاحية النسيم';
const WRITERS =
  'د. حصة الهملان: بين الرف والكتاب|عبدالرزاق الشطي: ديوانية الثلاثاء|مشاري بوحمد: على الهامش|لولوة الصقر: كلمة ونصف';

const SCRIPT = `<script language="JavaScript" type="text/JavaScript">
<!--
function MM_preloadImages() { //v3.0
  var d=document; if(d.images){ if(!d.MM_p) d.MM_p=new Array();
    var i,j=d.MM_p.length,a=MM_preloadImages.arguments; for(i=0; i<a.length; i++)
    if (a[i].indexOf("#")!=0){ d.MM_p[j]=new Image; d.MM_p[j++].src=a[i];}}
}
function MM_swapImgRestore() { //v3.0
  var i,x,a=document.MM_sr; for(i=0;a&&i<a.length&&(x=a[i])&&x.oSrc;i++) x.src=x.oSrc;
}
function changeFont(s){var e=document.getElementById('ArticleText');e.style.fontSize=s+'px';}
function printNews(id){window.open('/print.php?id='+id,'prn','width=640,height=480,scrollbars=yes');}
function sendNews(id){window.open('/send.php?id='+id,'snd','width=420,height=360');}
var _gaq = _gaq || []; _gaq.push(['_setAccount', 'UA-1120034-1']); _gaq.push(['_trackPageview']);
//-->
</script>`;

/** The text as the newsroom's program stored it: lines between breaks, bold for a sub-head. */
function lines(blocks: readonly Block[], article: SiteArticle): string {
  const { print = {} } = article;
  const out = blocks.map(({ kind, text }) =>
    kind === 'heading'
      ? `<b><font color="#003366">${escapeText(text)}</font></b>`
      : escapeText(text),
  );
  if (print.opening) out[0] = `${print.opening}${out[0]}`;
  if (print.byline) out.unshift(`<b>${print.byline}</b>`);
  if (print.box) {
    out.splice(
      4,
      0,
      `<table width="180" border="0" align="left" cellpadding="4" class="relbox"><tr><td bgcolor="#E6EDF5"><b>أخبار ذات صلة</b></td></tr>${print.box
        .split('|')
        .map(
          (one, at) =>
            `<tr><td>&#8226; <a href="/newsdetails.php/${30411 + at}">${one}</a></td></tr>`,
        )
        .join('')}</table>`,
    );
  }
  if (print.photo) out.push(`<i>${print.photo}</i>`);
  if (print.tail) out.push(print.tail);
  return out.join(print.single ? '<br />\n' : '<br />\r\n<br />\r\n');
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {} } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const id = article.path.split('/')[2];
  const url = `${ORIGIN}${encodeURI(article.path)}`;
  const blocks = readBlocks(article);
  const lead = print.lead ? blocks.shift() : undefined;
  const about = article.description ? escapeText(article.description) : '';
  const menu = MENU.split('|').map(
    (one, at) =>
      `<td nowrap="nowrap" class="menu${one === section ? '_on' : ''}" onmouseover="this.className='menu_on'"><a href="/section.php?sid=${at + 1}">${one}</a></td><td width="1" bgcolor="#FFFFFF"><img src="/images/sp.gif" width="1" height="22" /></td>`,
  );
  const row = (one: string, at: number) =>
    `<tr><td width="14" valign="top"><img src="/images/bul.gif" width="9" height="9" /></td><td class="smalltxt"><a href="/newsdetails.php/${29100 + at * 17}">${escapeText(one)}</a></td></tr><tr><td colspan="2" background="/images/dots.gif" height="1"></td></tr>`;
  const box = (heading: string, rows: string) =>
    `<table width="100%" border="0" cellspacing="0" cellpadding="3" class="sidebox"><tr><td colspan="2" background="/images/boxhead.gif" class="boxhead">${heading}</td></tr>${rows}</table><br />`;
  const latest = LATEST.split('|')
    .map((one, at, all) =>
      at % 2
        ? `<tr><td class="time">${all[at - 1]}</td><td class="smalltxt"><a href="/flash.php/${8800 + at}">${one}</a></td></tr>`
        : '',
    )
    .join('');
  const talk = (print.comments ?? '')
    .split('|')
    .filter(Boolean)
    .map((one, at) => {
      const [who, what] = one.split('~');
      return `<table width="100%" class="comment" cellpadding="4"><tr bgcolor="#F2F2F2"><td><b>${at + 1}- ${who}</b></td><td align="left" class="time">${print.commentDay}</td></tr><tr><td colspan="2">${what}</td></tr></table>`;
    });
  const tools = `<table border="0" cellspacing="4" class="tools"><tr><td><a href="javascript:printNews(${id})"><img src="/images/print.gif" alt="طباعة" /> طباعة</a></td><td><a href="javascript:sendNews(${id})"><img src="/images/mail.gif" alt="" /> أرسل لصديق</a></td><td>حجم الخط <a href="javascript:changeFont(14)">ع-</a> <a href="javascript:changeFont(20)">ع+</a></td><td><div class="fb-like" data-href="${url}" data-layout="button_count"></div></td><td><a href="https://twitter.com/share" class="twitter-share-button" data-lang="ar">غرد</a></td></tr></table>`;
  const photo = image
    ? `<table border="0" align="left" cellpadding="0" cellspacing="0" class="imgtbl"><tr><td><a href="${image.path}" rel="lightbox"><img src="${image.path}" width="${image.width}" height="${image.height}" border="0" alt="" /></a></td></tr>${image.caption ? `<tr><td class="imgcap" bgcolor="#EEEEEE" align="center">${image.caption}</td></tr>` : ''}</table>`
    : '';
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:fb="http://www.facebook.com/2008/fbml" dir="rtl">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta http-equiv="Content-Language" content="ar-kw" />
<title>جريدة ${NAME} الكويتية | ${title}</title>${about ? `<meta name="description" content="${about}" />` : ''}
<meta property="og:title" content="${title}" /><meta property="og:type" content="article" /><meta property="og:url" content="${url}" />${image ? `<meta property="og:image" content="${ORIGIN}${image.path}" />` : ''}<meta property="fb:app_id" content="210044719" />
<link href="/css/style.css?v=3" rel="stylesheet" type="text/css" /><link rel="alternate" type="application/rss+xml" href="/rss.php?sid=1" />
<style type="text/css">
body{margin:0;background:#d9dee5 url(/images/bg.jpg) repeat-x;font-family:"Simplified Arabic",Tahoma;font-size:13px}
.boxhead{color:#fff;font-weight:bold;height:26px;padding-right:10px}.smalltxt a{color:#222;text-decoration:none;font-size:12px}
#ArticleText{font-size:17px;line-height:26px;text-align:justify}.maintitle{font-size:26px;color:#900;margin:4px 0}.uptitle{color:#036;font-size:16px}.subtitle{font-size:18px;color:#444}
.menu{background:#036}.menu a,.menu_on a{color:#fff;padding:0 7px;text-decoration:none}.menu_on{background:#900}.imgcap{font-size:12px;padding:4px}
</style>
${SCRIPT}</head>
<body onload="MM_preloadImages('/images/home_on.gif','/images/search_on.gif')"><div id="fb-root"></div>
<table width="990" border="0" align="center" cellpadding="0" cellspacing="0" bgcolor="#FFFFFF"><tr><td colspan="3"><table width="100%"><tr><td width="260"><a href="/index.php"><img src="/images/logo.jpg" width="250" height="92" border="0" alt="${NAME}" /></a></td><td align="left"><div id="banner_top"><a href="/adclick.php?b=114" target="_blank"><img src="/banners/728x90_bank.gif" width="728" height="90" border="0" alt="إعلان" /></a></div></td></tr><tr><td class="today">الاثنين ٢٣ مارس ٢٠٢٦ الموافق ٤ شوال ١٤٤٧ هـ</td><td align="left"><form action="/search.php" method="get"><input name="q" type="text" size="22" value="كلمة البحث" /><select name="in"><option>العنوان</option><option>النص</option><option>الكاتب</option></select><input type="submit" value="بحث" /></form></td></tr></table></td></tr>
<tr><td colspan="3" bgcolor="#003366"><table border="0" cellspacing="0" cellpadding="0"><tr>${menu.join('\n')}</tr></table></td></tr>
<tr><td colspan="3" class="ticker"><marquee direction="right" scrollamount="3" onmouseover="this.stop()">آخر الأخبار: ${LATEST.split(
    '|',
  )
    .filter((_, at) => at % 2)
    .join(' *** ')}</marquee></td></tr>
<tr><td width="170" valign="top" bgcolor="#F4F4F4">${box('آخر الأخبار', latest)}${box('كتّاب اليوم', WRITERS.split('|').map(row).join(''))}${box('مواقيت الصلاة', '<tr><td>الفجر</td><td>4:27</td></tr><tr><td>الظهر</td><td>11:55</td></tr><tr><td>العصر</td><td>3:23</td></tr><tr><td>المغرب</td><td>5:59</td></tr><tr><td>العشاء</td><td>7:17</td></tr>')}<a href="/pdf.php"><img src="/images/pdf.jpg" alt="الصحيفة بصيغة PDF" /></a></td>
<td width="600" valign="top" style="padding:10px"><div class="path"><a href="/index.php">الرئيسية</a> &raquo; <a href="/section.php?sid=2">${section}</a> &raquo; تفاصيل الخبر</div>
<div class="artdate">${print.date}</div>${print.kicker ? `<div class="uptitle">${print.kicker}</div>` : ''}
<h1 class="maintitle">${title}</h1>${lead ? `<h2 class="subtitle">${escapeText(lead.text)}</h2>` : ''}
${tools}${photo}
<div id="ArticleText" align="justify">${lines(blocks, article)}</div>
<div class="views">عدد القراءات: ${print.views}</div>${tools}
<table width="100%" class="also"><tr><td class="boxhead" bgcolor="#990000">المزيد من ${section}</td></tr>${[...othersThan(article, articles, 2).map((one) => `<tr><td>&#8226; <a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></td></tr>`), '<tr><td>&#8226; <a href="/newsdetails.php/31007">البلدية: استقبال طلبات المخيمات إلكترونيا</a></td></tr>'].join('')}</table>
<a name="comments"></a><div class="boxhead2">تعليقات القراء (${talk.length})</div>${talk.join('\n')}<form action="/addcomment.php" method="post"><table width="100%"><tr><td>الاسم</td><td><input name="cname" type="text" size="30" /></td></tr><tr><td>البريد الإلكتروني</td><td><input name="cmail" type="text" size="30" /></td></tr><tr><td>التعليق</td><td><textarea name="ctext" cols="45" rows="5"></textarea></td></tr><tr><td>رمز التحقق</td><td><img src="/captcha.php" alt="" /> <input name="code" size="6" /></td></tr><tr><td></td><td><input type="submit" value="أضف تعليقك" /></td></tr></table><font size="1">لن تنشر التعليقات التي تتضمن إساءة للأشخاص أو الأديان، والتعليقات المنشورة لا تعبر عن رأي الجريدة.</font></form></td>
<td width="220" valign="top" bgcolor="#F4F4F4"><div id="banner_side"><a href="/adclick.php?b=97"><img src="/banners/200x200_cars.gif" width="200" height="200" border="0" alt="" /></a></div>${box('الأكثر قراءة', READ.split('|').map(row).join('\n'))}${box('استفتاء', '<tr><td colspan="2">هل تؤيد تقليص الإجازة الصيفية للمدارس؟</td></tr><tr><td><input type="radio" name="p" /></td><td>نعم</td></tr><tr><td><input type="radio" name="p" /></td><td>لا</td></tr><tr><td colspan="2"><input type="button" value="صوّت" /> <a href="/poll.php">النتائج</a></td></tr>')}${box('القائمة البريدية', '<tr><td colspan="2">أدخل بريدك ليصلك العدد اليومي</td></tr><tr><td colspan="2"><input name="ml" size="18" /><input type="submit" value="اشترك" /></td></tr>')}</td></tr>
<tr><td colspan="3" bgcolor="#003366" align="center" class="footer"><a href="/about.php">عن الجريدة</a> | <a href="/adv.php">إعلانات</a> | <a href="/subs.php">اشتراكات</a> | <a href="/contact.php">اتصل بنا</a> | <a href="/archive.php">أرشيف الأعداد</a><br /><font color="#FFFFFF">جريدة ${NAME} الكويتية - يومية سياسية شاملة - ص.ب 1182 الصفاة - بدالة: 2480000 - جميع الحقوق محفوظة ولا يحق إعادة النشر دون إذن مسبق</font></td></tr></table></body></html>`;
}

/** A Kuwaiti daily on a program of its own: tables, and a text of lines between breaks. */
export const site: ReplicaSite = {
  id: 'shape-kuwait-php',
  name: NAME,
  family: 'own-php',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /print.php\n' } }),
};
