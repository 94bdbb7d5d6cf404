import { type Block, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-k2-libya.test';
const NAME = 'صحيفة المرقب الليبية';
const MENU =
  'الرئيسية|محليات|شؤون البلديات|سياسة|اقتصاد|نفط وطاقة|تحقيقات وتقارير|عربي|دولي|رياضة|ثقافة|مدن وتراث|صحة|تعليم|علوم وتقنية|منوعات|مقالات الرأي|حوارات|صور|فيديو|اتصل بنا';
const READ =
  'شركة الكهرباء: عودة وحدة الزاوية الثانية إلى الشبكة|المصارف تستأنف صرف بدل العائلة بمدن الجبل|إغلاق الطريق الساحلي عند كوبري الكيلو 17 للصيانة|الأهلي والاتحاد.. ديربي بلا جمهور للمرة الثالثة|وصول ناقلة وقود إلى ميناء الخمس|مزاد التمور في هون يسجل أعلى سعر منذ عقد|طلبة كلية الهندسة يصممون محطة تحلية صغيرة|العثور على فسيفساء رومانية أثناء حفر أساسات منزل|أمسية شعرية بدار الفقيه حسن'.split(
    '|',
  );

const when = (value: unknown, html: string) => (value ? html : '');

/** List items in the even and odd rows that K2 marks. */
const rows = (all: readonly string[], html: (one: string, at: number) => string) =>
  all.map((one, at) => `<li class="${at % 2 ? 'odd' : 'even'}">${html(one, at)}</li>`).join('\n');

const joomla = (title: string, body: string, suffix = '') =>
  `<div class="box${suffix} moduletable${suffix}"><h3 class="header"><span>${title}</span></h3><div class="content">${body}</div></div>`;

const menu = (style: string, level: string) =>
  `<ul class="${style}">${rows(MENU.split('|'), (label, at) => `<a href="${at ? `/index.php/section-${at}` : '/'}" class="${level}${at === 1 ? ' active' : ''}"><span class="menu-title">${label}</span></a>`)}</ul>`;

/** mod_k2_content, as its default template lists items. */
const k2Items = (id: number, first: number, count: number, extra: (at: number) => string) =>
  `<div id="k2ModuleBox${id}" class="k2ItemsBlock"><ul>\n${rows(READ.slice(first, first + count), (label, at) => `<a class="moduleItemTitle" href="/index.php/section-1/item/${3300 + id + at}">${label}</a>\n${extra(at)}<div class="clr"></div>`)}\n<li class="clearList"></li></ul></div>`;

/** The text as the newsroom's JCE editor left it. */
function jce(article: SiteArticle): (one: Block, index: number) => string {
  const { dateline = '', tail = '' } = article.print ?? {};
  const last = article.body.split('\n\n').length - 1;
  return ({ kind, text }, index) => {
    const inner = escapeText(text);
    if (kind === 'heading')
      return `<p style="text-align: justify;"><span style="color: #800000;"><strong><span style="font-size: 14pt;">${inner}</span></strong></span></p>`;
    if (kind === 'quote')
      return `<blockquote>\n<p dir="RTL" style="text-align: justify;"><em>${inner}</em></p>\n</blockquote>`;
    const opened = index === 0 && dateline ? `<strong>${dateline}</strong>${inner}` : inner;
    const closed = index === last && tail ? `${opened} <strong>${tail}</strong>` : opened;
    return `<p dir="RTL" style="text-align: justify;"><span style="font-size: 12pt; font-family: 'times new roman', times;">${closed}</span></p>`;
  };
}

const social = `<!-- Social sharing -->
<div class="itemSocialSharing">
<div class="itemTwitterButton"><a href="https://twitter.com/share" class="twitter-share-button" data-count="horizontal" data-via="almargeb" data-lang="ar">غرّد</a></div>
<div class="itemFacebookButton"><div id="fb-root"></div><div class="fb-like" data-send="false" data-width="200" data-show-faces="true"></div></div>
<div class="itemGooglePlusOneButton"><g:plusone annotation="inline" width="120"></g:plusone></div>
<div class="clr"></div></div>`;

const comment = (value: string | undefined) => {
  const [who, sent, text] = (value ?? '').split('|');
  return value
    ? `<ul class="itemCommentsList"><li class="even"><span class="commentLink"><a href="#comment77" id="comment77">رابط التعليق</a></span><img src="/components/com_k2/images/placeholder/user.png" alt="${who}" width="50" /><span class="commentDate">${sent}</span> <span class="commentAuthorName">أرسلت بواسطة ${who}</span><p>${text}</p><br class="clr" /></li></ul>`
    : '';
};

const hits = (at: number) => `<span class="moduleItemHits">قراءة ${2960 - at * 213} مرات</span>`;

const FIXED = `${joomla('كاريكاتير', '<p><img src="/images/caricature/last.jpg" alt="كاريكاتير العدد" width="280" /></p>')}${joomla('القائمة البريدية', '<div class="acymailing_module"><p class="acymailing_introtext">اشترك ليصلك عدد الصحيفة بصيغة PDF كل أسبوع.</p><form action="/index.php" method="post"><input class="inputbox" type="text" name="user[email]" value="بريدك الإلكتروني" /><input class="button subbutton" type="submit" value="اشترك" /></form></div>')}${joomla('استطلاع الرأي', '<form class="poll"><p>هل ترى أن الخدمات البلدية تحسنت في مدينتك هذا العام؟</p><label><input type="radio" name="v" />نعم</label><label><input type="radio" name="v" />لا</label><label><input type="radio" name="v" />لا أدري</label></form>')}${joomla('المتواجدون الآن', '<p>يوجد حالياً 57 زائر، ولا يوجد أعضاء داخل الموقع</p>')}`;

function imageBlock({ image, headline, print }: SiteArticle): string {
  return image
    ? `<!-- Item Image --><div class="itemImageBlock"><span class="itemImage"><a class="modal" rel="{handler: 'image'}" href="${image.path.replace('_L', '_XL')}" title="انقر لمشاهدة الصورة"><img src="${image.path}" alt="${escapeText(headline)}" style="width:640px; height:auto;" /></a></span><div class="clr"></div>${when(image.caption, `<!-- Image caption --><span class="itemImageMainCaption">${escapeText(image.caption ?? '')}</span>`)}${when(print?.photo, `<!-- Image credits --><span class="itemImageCredits">${print?.photo}</span>`)}<div class="clr"></div></div>`
    : '';
}

function extraFields({ print }: SiteArticle): string {
  const extras = (print?.extra ?? '').split('|').filter(Boolean);
  return when(
    extras.length,
    `<!-- Item extra fields --><div class="itemExtraFields"><h3>معلومات إضافية</h3><ul>${extras.map((one, at) => `<li class="${at % 2 ? 'odd' : 'even'} typeTextfield group1"><span class="itemExtraFieldsLabel">${one.split('=')[0]}:</span><span class="itemExtraFieldsValue">${one.split('=')[1]}</span></li>`).join('')}</ul><div class="clr"></div></div>`,
  );
}

function links({ articleSection, keywords = [], print }: SiteArticle): string {
  return `<div class="itemLinks"><div class="itemCategory"><span>نشر في</span> <a href="/index.php/section-1">${articleSection?.[0]}</a></div>${when(keywords.length, `<!-- Item tags --><div class="itemTagsBlock"><span>موسومة تحت</span><ul class="itemTags">${rows(keywords, (one) => `<a href="/index.php/component/k2/itemlist/tag/${encodeURIComponent(one)}">${one}</a>`)}</ul><div class="clr"></div></div>`)}${when(print?.file, `<!-- Item attachments --><div class="itemAttachmentsBlock"><span>تنزيل المرفقات:</span><ul class="itemAttachments"><li><a title="${print?.file}" href="/index.php/component/k2/item/download/31">${print?.file}</a> <span>(41 التنزيلات)</span></li></ul></div>`)}<div class="clr"></div></div>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {}, articleSection: [section = ''] = [], keywords = [] } = article;
  const title = escapeText(article.headline);
  const url = encodeURI(article.path);
  const large = `${image?.path}`;
  const [intro = '', ...full] = readBlocks(article).map(jce(article));
  if (print.readAlso)
    full.splice(
      3,
      0,
      `<p style="text-align: justify;"><strong>اقرأ أيضاً: </strong><a href="/index.php/section-6/item/3190" target="_blank">${print.readAlso}</a></p>\n<p>&nbsp;</p>`,
    );
  const others = othersThan(article, articles, 2);
  const related = [...others.map((one) => one.headline), ...READ.slice(4, 7)];
  const author = article.author?.[0];
  return `<!DOCTYPE html>
<html prefix="og: http://ogp.me/ns#" lang="ar-aa" dir="rtl">
<head><base href="${ORIGIN}${url}" /><meta http-equiv="content-type" content="text/html; charset=utf-8" />${when(keywords.length, `<meta name="keywords" content="${keywords.join(',')}" />`)}<meta property="og:url" content="${ORIGIN}${url}" /><meta property="og:title" content="${title}" /><meta property="og:type" content="article" />${when(image, `<meta property="og:image" content="${ORIGIN}${large}" /><meta name="image" content="${ORIGIN}${large}" />`)}<meta property="og:description" content="${escapeText(article.description ?? '')}" /><meta name="description" content="${escapeText(article.description ?? '')}" /><meta name="generator" content="Joomla! - Open Source Content Management" /><title>${title}</title><link href="/templates/almargeb/favicon.ico" rel="shortcut icon" type="image/vnd.microsoft.icon" /><link href="/media/system/css/modal.css" rel="stylesheet" type="text/css" /><link href="/components/com_k2/css/k2.css" rel="stylesheet" type="text/css" /><link href="/templates/almargeb/css/template_rtl.css" rel="stylesheet" type="text/css" /><style type="text/css">#k2Container .itemTitle{font:bold 24px/1.5 Tahoma}.itemIntroText{font-weight:bold}.gkMenu li{float:right}div.itemIsFeatured:before{background:none}.acymailing_module .inputbox{width:160px}</style><script src="/media/system/js/mootools-core.js" type="text/javascript"></script><script src="/media/jui/js/jquery.min.js" type="text/javascript"></script><script src="/components/com_k2/js/k2.js?v2.6.8&amp;sitepath=/" type="text/javascript"></script><script type="text/javascript">window.addEvent('domready', function() { SqueezeBox.initialize({}); SqueezeBox.assign($$('a.modal'), { parse: 'rel' }); }); var K2SitePath = '/'; function keepAlive() { new Request({method: "get", url: "index.php"}).send(); } window.addEvent("domready", function() { keepAlive.periodical(840000); });</script></head>
<body class="site com_k2 view-item item-102" data-tablet-width="1000">
<section id="gkPageTop"><div class="gkPage"><div id="gkTopDate">${print.today}</div><a href="/" id="gkLogo"><img src="/images/logo.png" alt="${NAME}" /></a><div class="banner1"><div class="bannergroup"><div class="banneritem"><a href="/index.php/component/banners/click/9" target="_blank"><img src="/images/banners/mobile-728.gif" alt="إعلان شركة اتصالات" width="728" height="90" /></a></div></div></div>
<form action="/index.php" method="post" class="gkSearch"><input name="searchword" id="mod-search-searchword" maxlength="40" class="inputbox" type="text" value="بحث..." onblur="if (this.value=='') this.value='بحث...';" /><input type="hidden" name="option" value="com_search" /></form></div>
<div id="gkMainMenu" class="gkPage"><nav id="gkExtraMenu" class="gkMenu">${menu('gkmenu level0', 'first')}</nav></div></section>
<section id="gkNewsBar"><div class="gkHighlighterGK4"><span class="text">آخر الأخبار</span><ul class="gkHighlighterWrapper">${rows(READ.slice(0, 5), (one) => `<a href="/index.php/section-1/item/3411"><span>${one}</span></a>`)}</ul></div></section>
<div id="gkPageContent" class="gkPage"><section id="gkContent"><section id="gkBreadcrumb"><div class="breadcrumbs"><ul><li>أنت هنا: </li><li><a href="/" class="pathway">الرئيسية</a></li><li class="separator">/</li><li><a href="/index.php/section-1" class="pathway">${section}</a></li><li class="separator">/</li><li class="pathway">${title}</li></ul></div></section>
<section id="gkMainbody"><!-- Start K2 Item Layout --><span id="startOfPageId${print.id}"></span>
<div id="k2Container" class="itemView${print.featured ? ' itemIsFeatured' : ''}"><!-- Plugins: BeforeDisplay --> <!-- K2 Plugins: K2BeforeDisplay -->
<div class="itemHeader"><!-- Date created --><span class="itemDateCreated">		${print.date}	</span><!-- Item title --><h2 class="itemTitle">		${title}${when(print.featured, '\n<!-- Featured flag --> <span><sup>مميز</sup></span>')}	</h2><!-- Item Author --><span class="itemAuthor">كتبه&nbsp; ${author ? escapeText(author) : '<a rel="author" href="/index.php/component/k2/itemlist/user/42-superuser">Super User</a>'}</span></div>
<!-- Item toolbar --><div class="itemToolbar"><ul><li><span class="itemTextResizerTitle">حجم الخط</span> <a href="#" id="fontDecrease"><span>تصغير حجم الخط</span></a> <a href="#" id="fontIncrease"><span>زيادة حجم الخط</span></a></li><li><a class="itemPrintLink" rel="nofollow" href="${url}?tmpl=component&amp;print=1"><span>طباعة</span></a></li><li><a class="itemEmailLink" rel="nofollow" href="/index.php/component/mailto/"><span>البريد الإلكتروني</span></a></li><li><a class="itemCommentsLink k2Anchor" href="${url}#itemCommentsAnchor">${print.comment ? '<span>1</span> تعليق' : 'كن أول من يعلق!'}</a></li></ul><div class="clr"></div></div>
<!-- Item Rating --><div class="itemRatingBlock"><span>قيم الموضوع</span><div class="itemRatingForm"><ul class="itemRatingList"><li class="itemCurrentRating" id="itemCurrentRating${print.id}" style="width:80%;"></li><li><a href="#" rel="${print.id}" title="1 نجمة من 5" class="one-star">1</a></li><li><a href="#" rel="${print.id}" title="5 نجوم من 5" class="five-stars">5</a></li></ul><div id="itemRatingLog${print.id}" class="itemRatingLog">(4 أصوات)</div><div class="clr"></div></div><div class="clr"></div></div>
<div class="itemBody"><!-- Plugins: BeforeDisplayContent -->${imageBlock(article)}
${full.length ? `<!-- Item introtext --><div class="itemIntroText">\n${intro}\n</div>\n<!-- Item fulltext --><div class="itemFullText">\n${full.join('\n')}\n</div>` : `<div class="itemFullText">${intro}</div>`}<div class="clr"></div>${extraFields(article)}
<div class="itemContentFooter"><!-- Item Hits --><span class="itemHits">قراءة <b>${print.hits}</b> مرات</span>${when(print.modified, `<!-- Item date modified --><span class="itemDateModified">آخر تعديل على ${print.modified}</span>`)}<div class="clr"></div></div><!-- Plugins: AfterDisplayContent --><div class="clr"></div></div>${social}${links(article)}${when(author, `<!-- Author Block --><div class="itemAuthorBlock"><img class="itemAuthorAvatar" src="/media/k2/users/7.jpg" alt="${author}" /><div class="itemAuthorDetails"><h3 class="itemAuthorName"><a rel="author" href="/index.php/component/k2/itemlist/user/57">${author}</a></h3><p>${print.bio}</p></div><div class="clr"></div></div>`)}<!-- Latest items from author --><div class="itemAuthorLatest"><h3>أحدث مقالات ${author ?? 'Super User'}</h3><ul>${rows(READ.slice(5, 9), (one, at) => `<a href="/index.php/section-6/item/${3120 + at}">${one}</a>`)}</ul><div class="clr"></div></div><!-- Related items by tag --><div class="itemRelated"><h3>مواد ذات صلة (بواسطة الوسوم)</h3><ul>${rows(related, (one, at) => `<a class="itemRelTitle" href="/index.php/section-1/item/${3200 + at}">${escapeText(one)}</a>`)}<li class="clr"></li></ul><div class="clr"></div></div><div class="clr"></div><!-- Item navigation --><div class="itemNavigation"><span class="itemNavigationTitle">المزيد في هذا القسم:</span> <a class="itemPrevious" href="${encodeURI(others[0]?.path ?? '/')}">&laquo; ${escapeText(others[0]?.headline ?? '')}</a> <a class="itemNext" href="${encodeURI(others[1]?.path ?? '/')}">${escapeText(others[1]?.headline ?? '')} &raquo;</a></div>
<!-- Item comments --><a name="itemCommentsAnchor" id="itemCommentsAnchor"></a><div class="itemComments">${when(print.comment, '<h3 class="itemCommentsCounter"><span>1</span> تعليق</h3>')}${comment(print.comment)}<div class="itemCommentsForm"><h3>رأيك في الموضوع</h3><p class="itemCommentsFormNotes">تأكد من إدخال كل المعلومات المطلوبة، المشار إليها بعلامة النجمة (*). لغة HTML غير مسموح بها.</p><form action="/index.php" method="post" id="comment-form" class="form-validate"><label class="formComment" for="commentText">رسالة *</label><textarea rows="20" cols="10" class="inputbox" name="commentText" id="commentText">أدخل رسالتك هنا...</textarea><label class="formName" for="userName">الاسم *</label><input class="inputbox" type="text" name="userName" id="userName" value="أدخل اسمك..." /><input type="submit" class="button" id="submitCommentButton" value="أرسل التعليق" /></form></div><div class="clr"></div></div>
<div class="itemBackToTop"><a class="k2Anchor" href="${url}#startOfPageId${print.id}">عد إلى الأعلى</a></div><div class="clr"></div></div><!-- End K2 Item Layout --><!-- JoomlaWorks "K2" (v2.6.8) | Learn more about K2 at http://getk2.org --></section></section>
<aside id="gkSidebar">${joomla('الأكثر قراءة', k2Items(94, 0, 9, hits))}${joomla(
    'أخبار البلديات',
    k2Items(
      96,
      2,
      5,
      (at) => `<span class="moduleItemDateCreated">${print.date?.slice(0, -5)}${10 + at}:15</span>`,
    ),
    ' color1',
  )}${FIXED}</aside></div>
<section id="gkBottom" class="gkPage">${joomla('أقسام الصحيفة', menu('menu', ''))}${joomla('عن الصحيفة', '<p>صحيفة أسبوعية مستقلة تصدر من مدينة الخمس، تعنى بأخبار المدن والبلديات الليبية. المقالات المنشورة تعبر عن آراء أصحابها ولا تعبر بالضرورة عن رأي الصحيفة.</p>')}</section>
<footer id="gkFooter" class="gkPage"><ul class="menu"><li><a href="/index.php/about">من نحن</a></li><li><a href="/index.php/ads">للإعلان لدينا</a></li><li><a href="/index.php/policy">سياسة النشر</a></li><li><a href="/index.php?format=feed&amp;type=rss">خلاصات RSS</a></li></ul><p id="gkCopyrights">جميع الحقوق محفوظة لـ${NAME} &copy; 2018. يسمح بالاقتباس بشرط ذكر المصدر.</p></footer>
</body></html>`;
}

/** Joomla with the K2 component under a bought template. */
export const site: ReplicaSite = {
  id: 'shape-k2-libya',
  name: NAME,
  family: 'joomla-k2',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /administrator/\n' } }),
};
