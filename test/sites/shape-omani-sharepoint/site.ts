import { type Block, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-omani-sharepoint.test';
const NAME = 'البندر';
const ZWSP = '\u200b';
const PH = 'ctl00_PlaceHolderMain_';

const MENU =
  'الرئيسية|المحليات|السياسة|الاقتصاد|الرياضة|الثقافة|المنوعات|الأعمدة|الولايات|الملاحق|تقنية|صحة|طقس|كاريكاتير|معرض الصور|المكتبة المرئية|الأرشيف'.split(
    '|',
  );
const READ =
  'بدء التشغيل التجريبي لمحطة التحلية في نيابة الحويل|1140 باحثا عن عمل يستكملون إجراءات التوظيف في القطاع الخاص|تعليق الدراسة غدا في ثلاث ولايات بسبب الحالة الجوية|ضبط عمالة مخالفة في سوق الأسماك المركزي|انخفاض أسعار وقود السيارات الشهر المقبل|تأهل فريق الصمود إلى نصف نهائي كأس الولايات|افتتاح حديقة وادي السدر أمام الزوار بعد تأهيلها|حركة تنقلات في مكاتب الإشراف التربوي'.split(
    '|',
  );

/** The editor's paste: a paragraph is a `div`, text cut in spans, empty paragraphs between. */
function typed(block: Block, index: number, all: Block[]): string {
  const text = escapeText(block.text).replaceAll(' – ', '&nbsp;– ');
  if (block.kind === 'heading') {
    return `<div style="text-align:justify"><strong class="ms-rteThemeForeColor-5-0"><span style="font-family:&quot;traditional arabic&quot;, serif;font-size:16pt">${text}</span></strong></div>`;
  }
  if (block.kind === 'item') {
    const open = all[index - 1]?.kind === 'item' ? '' : '<ul dir="rtl">';
    const close = all[index + 1]?.kind === 'item' ? '' : `</ul><p>${ZWSP}</p>`;
    return `${open}<li><span class="ms-rteFontSize-3">${text}${ZWSP}</span></li>${close}`;
  }
  const cut = text.indexOf(' ', Math.floor(text.length / 2));
  const empty = index % 2 === 0 ? '<div style="text-align:justify">&nbsp;</div>' : `<p>${ZWSP}</p>`;
  if (index % 3 === 1) {
    return `<p dir="RTL" class="MsoNormal" style="margin:0in 0in 10pt;text-align:justify;unicode-bidi:embed"><span lang="AR-OM" style="font-family:&quot;simplified arabic&quot;, serif;font-size:14pt">${text.slice(0, cut)}</span><span lang="AR-OM" style="font-size:14pt">${text.slice(cut)}${ZWSP}</span></p>${empty}`;
  }
  return `<div style="text-align:justify"><span class="ms-rteFontSize-3">${ZWSP}${text.slice(0, cut)}</span><span class="ms-rteFontSize-3" style="line-height:1.6">${text.slice(cut)}<br></span></div>${empty}`;
}

function content(article: SiteArticle): string {
  const { print } = article;
  const parts = readBlocks(article).map(typed);
  if (print?.opening)
    parts.unshift(`<div><span class="ms-rteFontSize-3">${print.opening}</span></div>`);
  if (print?.inline) {
    parts[0] = parts[0]?.replace(ZWSP, `${ZWSP}${print.inline}&nbsp;`) ?? '';
  }
  if (print?.see) {
    parts.splice(
      3,
      0,
      `<div class="ms-rtestate-read ms-rte-wpbox" contenteditable="false"><div class="ms-rtestate-notify ms-rtestate-read" id="div_5f1c"><div class="related-in"><span>مواضيع ذات صلة</span><a href="/ar/News/Pages/${print.seeNumber}.aspx">${print.see}</a></div></div></div>`,
    );
  }
  if (print?.tail) parts.push(`<div style="text-align:left"><strong>${print.tail}</strong></div>`);
  return parts.join('');
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print, description, articleSection } = article;
  const section = articleSection?.[0] ?? '';
  const nav = (MENU: string[], at: string) =>
    MENU.map(
      (one, n) =>
        `<li class="static${one === section ? ' selected' : ''}"><a class="static menu-item ms-core-listMenu-item ms-displayInline ms-navedit-linkNode" tabindex="0" href="/ar/${at}/Pages/s${n}.aspx"><span class="additional-background ms-navedit-flyoutArrow"><span class="menu-item-text">${one}</span></span></a></li>`,
    ).join('');
  const row = (headline: string, href: string, n: number) =>
    `<li class="dfwp-item"><div class="item"><div class="image-area-left"><a href="${href}"><img class="image" src="/PublishingImages/thumb_${n}.jpg?RenditionID=6" alt="" /></a></div><div id="linkitem" class="item link-item"><a href="${href}" title="">${escapeText(headline)}</a></div></div></li>`;
  const more = othersThan(article, articles, 2).map((one, n) => row(one.headline, one.path, n));
  const read = READ.map((one, n) => row(one, `/ar/News/Pages/n${88120 + n * 7}.aspx`, n + 10));
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html dir="rtl" lang="ar-om" xmlns:o="urn:schemas-microsoft-com:office:office" __expr-val-dir="rtl">
<head><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" /><meta http-equiv="X-UA-Compatible" content="IE=10" /><meta http-equiv="Expires" content="0" /><meta name="msapplication-TileColor" content="#0072C6" />
<title>
	${escapeText(article.headline)}
</title>${description ? `<meta name="description" content="${escapeText(description)}" />` : ''}
<link rel="shortcut icon" href="/_layouts/15/images/favicon.ico?rev=23" type="image/vnd.microsoft.icon" id="favicon" /><link rel="stylesheet" type="text/css" href="/_layouts/15/1025/styles/Themable/corev15.css?rev=eTHC8bjqzTdmPfAg8YvcRw%3D%3D"/>
<link rel="stylesheet" type="text/css" href="/Style%20Library/ar-SA/Themable/Core%20Styles/pagelayouts15.css"/><link rel="canonical" href="${ORIGIN}${article.path}" />
<script type="text/javascript" src="/_layouts/15/1025/initstrings.js?rev=uMo5TBsE4E9hJ2QsEoMu8w%3D%3D"></script><script type="text/javascript" src="/_layouts/15/init.js?rev=rQHvYUfURJXLBpgKnm0dcA%3D%3D"></script>
<style type="text/css">.s4-skipribbonshortcut{display:none}.ms-rteFontSize-3{font-size:13pt}.ExternalClass p{margin:0}.newsTitle{color:#003b5c}</style>
<style type="text/css">@media print{#s4-ribbonrow,.noprint{display:none}}</style></head>
<body onhashchange="if (typeof(_spBodyOnHashChange) === 'function') _spBodyOnHashChange();">
<form method="post" action="${article.path.split('/').pop()}" onsubmit="javascript:return WebForm_OnSubmit();" id="aspnetForm">
<div class="aspNetHidden"><input type="hidden" name="_wpcmWpid" id="_wpcmWpid" value="" /><input type="hidden" name="MSOWebPartPage_PostbackSource" id="MSOWebPartPage_PostbackSource" value="" /><input type="hidden" name="MSOSPWebPartManager_DisplayModeName" id="MSOSPWebPartManager_DisplayModeName" value="Browse" /><input type="hidden" name="__REQUESTDIGEST" id="__REQUESTDIGEST" value="noDigest" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMA9kFgJmD2QWAgIBD2QWBAIBD2QWBgIID2QWAmYPZBYCAgEPFgIeE1ByZXZpb3VzQ29udHJvbE1vZGULKYgBTWljcm9zb2Z0LlNoYXJlUG9pbnQuV2ViQ29udHJvbHMuU1BDb250cm9sTW9kZQ${'FkAgEPZBYCZg9kFgICAQ8WAh4H'.repeat(36)}=" /></div>
<script type="text/javascript">
//<![CDATA[
var g_presenceEnabled = true;var g_wsaEnabled = false;var g_correlationId = '1c2a8e9e-4f0b-00d2-6c11-2f7d3b8f';var g_wsaRTEEnabled = false;var g_siteAbsoluteUrl='${ORIGIN}';var _fV4UI = true;
var _spPageContextInfo = {webServerRelativeUrl: "\\u002far\\u002fNews", webAbsoluteUrl: "${ORIGIN}/ar/News", siteAbsoluteUrl: "${ORIGIN}", serverRequestPath: "/ar/News/Pages", layoutsUrl: "_layouts\\u002f15", webTitle: "\\u0627\\u0644\\u0623\\u062e\\u0628\\u0627\\u0631", webTemplate: "39", webLanguage: 1025, currentLanguage: 1025, currentUICultureName: "ar-SA", pageListId: "{0a7c1d11-65bb-4b1c-8c22-d09f81}", pageItemId: ${print?.number}, userId: 0};
//]]>
</script>
<div id="ms-designer-ribbon"><div id="s4-ribbonrow" style="visibility:hidden;display:none"></div></div>
<span id="DeltaSPNavigation"><div class="s4-notdlg noindex"><a href="javascript:;" onclick="javascript:this.href='#mainContent';" class="ms-accessible ms-acc-button">تخطي إلى المحتوى الأساسي</a></div></span>
<div id="s4-workspace" class="ms-core-overlay"><div id="s4-bodyContainer">
<div class="topbar noprint"><span id="ctl00_lblHijri">${print?.today}</span><span class="weather">مسقط 34&deg;</span><a href="/en/Pages/default.aspx">English</a><a href="/ar/Pages/pdf.aspx">عدد اليوم PDF</a></div>
<div class="logo"><a id="ctl00_onetidProjectPropertyTitleGraphic" title="${NAME}" class="ms-siteicon-a" href="/ar"><img id="ctl00_onetidHeadbnnr2" class="ms-siteicon-img" name="onetidHeadbnnr0" src="/PublishingImages/logo.png" alt="صحيفة ${NAME}" /></a></div>
<div id="ctl00_SearchBox" class="ms-srch-sb ms-srch-sb-border"><input type="text" value="بحث..." maxlength="2048" accessKey="S" title="بحث..." id="ctl00_SearchBox_csr_sbox" autocomplete="off" class="ms-textSmall ms-srch-sb-prompt ms-helperText" /><a title="بحث" class="ms-srch-sb-searchLink" id="ctl00_SearchBox_SearchLink" href="javascript: {}">بحث</a></div>
<div id="DeltaTopNavigation" class="ms-displayInline ms-core-navigation" role="navigation"><div id="zz12_TopNavigationMenu" class="noindex ms-core-listMenu-horizontalBox"><ul id="zz13_RootAspMenu" class="root ms-core-listMenu-root static">${nav(MENU, 'News')}</ul></div></div>
<div class="breadcrumb"><span id="${PH}SiteMapPath"><a href="/ar">الرئيسية</a> &gt; <a href="/ar/News">الأخبار</a> &gt; <span>${section}</span></span></div>
<div id="contentRow"><div id="contentBox" aria-relevant="all" aria-live="polite"><div id="notificationArea" class="ms-notif-box"></div><div id="DeltaPlaceHolderMain"><a id="mainContent" name="mainContent" tabindex="-1"></a>
<div class="article article-right newsDetails">
<div class="newsTools noprint"><a href="javascript:window.print()">طباعة</a><a href="javascript:changeFont(1)">تكبير الخط</a><a href="javascript:changeFont(-1)">تصغير الخط</a><a href="javascript:;">إرسال إلى صديق</a><a href="https://twitter.com/share">تغريد</a></div>
<div class="newsTitle"><h1 id="${PH}h1Title">${escapeText(article.headline)}</h1></div>
<div class="newsDate"><span id="${PH}lblDate">${print?.date}</span>${print?.byline ? `<span id="${PH}lblWriter" class="writer">${print.byline}</span>` : ''}</div>
${image ? `<div class="captioned-image"><div class="image"><div id="${PH}ctl02_label" style="display:none">صورة الصفحة</div><div id="${PH}ctl02__ControlWrapper_RichImageField" class="ms-rtestate-field" style="display:inline" aria-labelledby="${PH}ctl02_label"><div class="ms-rtestate-field"><img alt="" src="${image.path}" width="${image.width}" height="${image.height}" style="BORDER:0px solid" /></div></div></div><div class="caption"><div id="${PH}ctl03__ControlWrapper_RichHtmlField" class="ms-rtestate-field" style="display:inline">${image.caption ?? ZWSP}</div></div></div>` : ''}
<div class="article-content"><div id="${PH}ctl04_label" style="display:none">محتوى الصفحة</div><div id="${PH}ctl04__ControlWrapper_RichHtmlField" class="ms-rtestate-field" style="display:inline" aria-labelledby="${PH}ctl04_label"><div class="ExternalClass${print?.guid}">${content(article)}</div></div></div>
<div class="ratingArea noprint"><span id="${PH}lblRate">قيم الخبر</span><span title="3.5">★★★☆☆</span> <span id="${PH}lblViews">عدد القراءات: ${print?.views}</span></div>
</div>
<div class="ms-webpart-zone ms-fullWidth"><div id="MSOZoneCell_WebPartWPQ3" class="s4-wpcell-plain ms-webpartzone-cell ms-webpart-cell-vertical ms-fullWidth"><div class="ms-webpart-chrome ms-webpart-chrome-vertical ms-webpart-chrome-fullWidth"><div class="ms-webpart-chrome-title" id="WebPartWPQ3_ChromeTitle"><h2 title="أخبار أخرى" class="js-webpart-titleCell"><span>أخبار أخرى</span></h2></div><div id="cbqwpctl00" class="cbq-layout-main"><ul class="dfwp-column dfwp-list">${more.join('')}${read.slice(5).join('')}</ul></div></div></div></div>
<div class="comments"><h3>التعليقات</h3><div id="${PH}pnlComment"><label>الاسم</label><input name="ctl00$PlaceHolderMain$txtName" type="text" /><label>البريد الإلكتروني</label><input name="ctl00$PlaceHolderMain$txtMail" type="text" /><textarea name="ctl00$PlaceHolderMain$txtBody" rows="4" cols="20"></textarea><span class="note">التعليقات المنشورة تعبر عن آراء أصحابها ولا تمثل رأي الصحيفة، وتحتفظ إدارة التحرير بحق عدم نشر ما يخالف قانون المطبوعات.</span><input type="submit" value="إرسال" /></div></div>
<div class="rightZone"><h2><span>الأكثر قراءة</span></h2><div class="cbq-layout-main"><ul class="dfwp-column dfwp-list">${read.join('')}</ul></div><div class="ms-rtestate-field"><div class="ExternalClassBA66F06D12"><p>${ZWSP}تتابع الصحيفة قراءها عبر تطبيق الهواتف الذكية، حمل التطبيق الآن من متجر التطبيقات.${ZWSP}</p><p>&nbsp;</p></div></div></div>
</div></div></div>
<div id="footer" class="noprint"><ul>${nav(MENU.slice(1, 9), 'Sections')}</ul><div class="ms-rtestate-field"><div class="ExternalClass0F21"><p>صحيفة ${NAME}، تصدر عن المؤسسة العامة للصحافة والنشر والإعلان. ص.ب 974 الرمز البريدي 100</p><p>جميع الحقوق محفوظة © 2019. يحظر نقل أي مادة دون الإشارة إلى المصدر. <a href="/ar/Pages/privacy.aspx">سياسة الخصوصية</a></p></div></div></div>
</div></div>
<script type="text/javascript">//<![CDATA[
var _spFormDigestRefreshInterval = 1440000;function EnsureScripts(scriptInfoStr, finalFunction){return false;}ExecuteOrDelayUntilScriptLoaded(function(){SP.UI.Notify&&0;},'sp.js');
//]]></script></form></body></html>`;
}

/** An official newspaper on a SharePoint publishing site. */
export const site: ReplicaSite = {
  id: 'shape-omani-sharepoint',
  name: NAME,
  family: 'sharepoint',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /_layouts/\n' } }),
};
