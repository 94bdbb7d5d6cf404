import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-blogger-template.test';
const NAME = 'تيرس ميديا';

const MENU =
  'الرئيسية|أخبار وطنية|سياسة|اقتصاد|مجتمع|رياضة|ثقافة|مقالات رأي|مقابلات|تحقيقات|دولي|صحافة|إعلانات|صوتيات|فيديو|من نحن|اتصل بنا';
const READ =
  'نقابة الناقلين تعلق إضرابها بعد اجتماع مع السلطات|توزيع 300 قطعة أرضية على سكان حي الترحيل الجديد|اكتتاب 120 معلما عقدويا في الولايات الداخلية|العثور على مفقودين اثنين في الصحراء بعد أربعة أيام من البحث|الدرك يوقف شبكة لتهريب الأدوية عند النقطة الكيلومترية 40|أسعار العملات اليوم مقابل الأوقية|فريق الميناء يتعاقد مع المدرب السنغالي لامين ساغنا|موجة غبار كثيفة تغطي المدينة وتعطل حركة الطيران';
const MONTHS = 'يناير|فبراير|مارس|أبريل|مايو|يونيو'.split('|');

const label = (name: string) => `${ORIGIN}/search/label/${encodeURIComponent(name)}`;

/** Three editors' hands: line breaks in one `div`, paragraphs, a `div` a paragraph. */
function content(article: SiteArticle): string {
  const { print, image } = article;
  const blocks = readBlocks(article);
  const picture = image
    ? image.caption
      ? `<table align="center" cellpadding="0" cellspacing="0" class="tr-caption-container" style="margin-left: auto; margin-right: auto; text-align: center;"><tbody><tr><td style="text-align: center;"><a href="${ORIGIN}${image.path}" imageanchor="1" style="margin-left: auto; margin-right: auto;"><img border="0" height="${image.height}" src="${ORIGIN}${image.path}" width="${image.width}" /></a></td></tr><tr><td class="tr-caption" style="text-align: center;">${image.caption}</td></tr></tbody></table>`
      : `<div class="separator" style="clear: both; text-align: center;"><a href="${ORIGIN}${image.path}" imageanchor="1" style="margin-left: 1em; margin-right: 1em;"><img border="0" height="${image.height}" src="${ORIGIN}${image.path}" width="${image.width}" /></a></div>`
    : '';
  const opening = print?.opening ? `<b>${print.opening}</b> ` : '';
  if (print?.hand === 'breaks') {
    const lines = blocks.map((block) => escapeText(block.text));
    lines.splice(
      2,
      0,
      `<a name='more'></a><b><span style="color: red;">طالع أيضا:</span></b> <a href="${ORIGIN}/2016/05/blog-post_9.html">${print.see}</a>`,
    );
    return `<div dir="rtl" style="text-align: right;" trbidi="on">\n${picture}\n<br />\n${opening}${lines.join('<br />\n<br />\n')}<br />\n<br />\n<b>${print.tail}</b></div>`;
  }
  if (print?.hand === 'divs') {
    const parts = blocksHtml(blocks, { paragraph: 'div style="text-align: justify;"' });
    parts.splice(1, 0, '<div style="text-align: justify;"><br /></div>');
    return `<div dir="rtl" style="text-align: right;" trbidi="on">${picture}${parts.join('\n')}\n<div><br /></div><div class="separator" style="clear: both; text-align: center;"><iframe width="320" height="266" class="YOUTUBE-iframe-video" data-thumbnail-src="https://i.ytimg.com/vi/0/0.jpg" src="https://www.youtube.com/embed/0?feature=player_embedded" frameborder="0" allowfullscreen></iframe></div><div style="text-align: left;"><span style="font-size: small;"><i>${print.tail}</i></span></div></div>`;
  }
  const parts = blocksHtml(blocks, {
    paragraph: 'p style="text-align: justify;"',
    heading: 'h3 style="text-align: right;"',
  });
  parts.splice(3, 0, picture);
  parts.splice(
    6,
    0,
    '<div class="ads-in-post"><ins class="adsbygoogle" style="display:block" data-ad-client="ca-pub-0" data-ad-slot="3"></ins><script>(adsbygoogle = window.adsbygoogle || []).push({});</script></div>',
  );
  return `<p style="text-align: center;"><b>${print?.by}</b></p>\n${parts.join('\n')}<p>&nbsp;</p>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print, description } = article;
  const labels = article.keywords ?? [];
  const others = othersThan(article, articles, 2);
  const tags = labels.map((one) => `<a href='${label(one)}' rel='tag'>${one}</a>`).join(', ');
  const menu = MENU.split('|').map(
    (one, at) =>
      `<li${at === 2 ? " class='parent'" : ''}><a href='${at ? label(one) : `${ORIGIN}/`}' itemprop='url'><span itemprop='name'>${one}</span></a></li>`,
  );
  const popular = READ.split('|').map(
    (one, at) =>
      `<li><div class='item-content'><div class='item-thumbnail'><a href='${ORIGIN}/2016/04/blog-post_${at + 20}.html' target='_blank'><img alt='' border='0' height='72' src='/img/w72-h72-p-k/${at}.jpg' width='72'/></a></div><div class='item-title'><a href='${ORIGIN}/2016/04/blog-post_${at + 20}.html'>${one}</a></div><div class='item-snippet'>${one} حسب ما علمت به ${NAME} من مصادر محلية ...</div></div><div style='clear: both;'></div></li>`,
  );
  const archive = MONTHS.map(
    (one, at) =>
      `<ul class='hierarchy'><li class='archivedate collapsed'><a class='toggle' href='javascript:void(0)'><span class='zippy'>&#9668;&#160;</span></a><a class='post-count-link' href='${ORIGIN}/2016/0${at + 1}/'>${one}</a> <span class='post-count' dir='ltr'>(${41 + at * 13})</span></li></ul>`,
  );
  return `<!DOCTYPE html>
<html class='v2' dir='rtl' xmlns='http://www.w3.org/1999/xhtml' xmlns:b='http://www.google.com/2005/gml/b' xmlns:data='http://www.google.com/2005/gml/data' xmlns:expr='http://www.google.com/2005/gml/expr'>
<head><meta content='width=device-width, initial-scale=1, maximum-scale=1' name='viewport'/>
<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><meta content='blogger' name='generator'/>
<link href='${ORIGIN}/favicon.ico' rel='icon' type='image/x-icon'/><link href='${ORIGIN}${article.path}' rel='canonical'/>
<link rel="alternate" type="application/atom+xml" title="${NAME} - Atom" href="${ORIGIN}/feeds/posts/default" /><link rel="alternate" type="application/atom+xml" title="${NAME} - Atom" href="${ORIGIN}/feeds/${print?.post}/comments/default" />
${image ? `<link href='${ORIGIN}${image.path}' rel='image_src'/>` : ''}
${description ? `<meta content='${escapeText(description)}' name='description'/>` : ''}
<meta content='${ORIGIN}${article.path}' property='og:url'/><meta content='${escapeText(article.headline)}' property='og:title'/><meta content='article' property='og:type'/>${image ? `<meta content='${ORIGIN}${image.path}' property='og:image'/>` : ''}<meta content='${NAME}' property='og:site_name'/>
<title>${escapeText(article.headline)} ~ ${NAME}</title>
<style id='page-skin-1' type='text/css'><!--
/* -----------------------------------------------
Blogger Template Style
Name:     Sahara News
Author :  Arab Templates
License:  Free Version
----------------------------------------------- */
body{background:#eee;font:14px 'Droid Arabic Naskh',tahoma;direction:rtl}#outer-wrapper{width:1080px;margin:0 auto;background:#fff}.post-body{line-height:1.9em;font-size:17px;text-align:justify}.separator a[style="margin-left: 1em; margin-right: 1em;"]{margin:0!important}.tr-caption{font-size:12px;color:#777}.PopularPosts .item-thumbnail{float:right;margin-left:8px}#related-posts{float:none}.ticker{overflow:hidden;height:34px}
--></style>
<link href='https://www.blogger.com/dyn-css/authorization.css?targetBlogID=${print?.post}&amp;zx=0' rel='stylesheet'/>
<script type='text/javascript'>//<![CDATA[
var thumbnail_mode="yes";summary_noimg=430;summary_img=340;img_thumb_height=150;img_thumb_width=220;function removeHtmlTag(a,b){if(a.indexOf("<")!=-1){for(var c=a.split("<"),d=0;d<c.length;d++)c[d].indexOf(">")!=-1&&(c[d]=c[d].substring(c[d].indexOf(">")+1));a=c.join("")}return a.substring(0,b-1)}
//]]></script></head>
<body class='item'>
<div class='navbar section' id='navbar'><div class='widget Navbar' data-version='1' id='Navbar1'></div></div>
<div id='outer-wrapper'><div id='top-nav'><ul class='pages'><li><a href='${ORIGIN}/p/blog-page.html'>من نحن</a></li><li><a href='${ORIGIN}/p/blog-page_2.html'>هيئة التحرير</a></li><li><a href='${ORIGIN}/p/privacy.html'>سياسة الخصوصية</a></li></ul><div class='date-top'>${print?.today}</div></div>
<header id='header-wrapper'><div class='header section' id='header'><div class='widget Header' data-version='1' id='Header1'><div id='header-inner'><a href='${ORIGIN}/' style='display: block'><img alt='${NAME}' height='90px;' id='Header1_headerimg' src='/img/logo.png' width='310px;'/></a><div class='descriptionwrapper'><p class='description'><span>موقع إخباري موريتاني مستقل</span></p></div></div></div></div></header>
<nav id='menu-wrapper'><ul id='nav' itemscope='' itemtype='http://schema.org/SiteNavigationElement'>${menu.join('\n')}</ul></nav>
<div class='ticker'><span class='ticker-title'>شريط الأخبار</span><div class='ticker-content'>${READ.split(
    '|',
  )
    .slice(3, 6)
    .map((one) => `<a href='${ORIGIN}/2016/05/blog-post_31.html'>${one}</a>`)
    .join(' *** ')}</div></div>
<div id='content-wrapper'><div id='main-wrapper'><div class='main section' id='main'><div class='widget Blog' data-version='1' id='Blog1'>
<div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>${print?.day}</span></h2><div class="date-posts"><div class='post-outer'>
<div class='breadcrumbs' itemscope='itemscope' itemtype='http://schema.org/BreadcrumbList'><span itemprop='itemListElement' itemscope='' itemtype='http://schema.org/ListItem'><a href='${ORIGIN}/' itemprop='item'><span itemprop='name'>الرئيسية</span></a><meta content='1' itemprop='position'/></span> &#187; <span itemprop='itemListElement' itemscope='' itemtype='http://schema.org/ListItem'><a href='${label(labels[0] ?? '')}' itemprop='item'><span itemprop='name'>${labels[0]}</span></a><meta content='2' itemprop='position'/></span> &#187; <span>${escapeText(article.headline)}</span></div>
<article class='post hentry' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'>
${image ? `<meta content='${ORIGIN}${image.path}' itemprop='image_url'/>` : ''}<meta content='${print?.blog}' itemprop='blogId'/><meta content='${print?.post}' itemprop='postId'/><a name='${print?.post}'></a>
<h1 class='post-title entry-title' itemprop='name'>${escapeText(article.headline)}</h1>
<div class='postmeta-primary'><span class='meta_date'><a class='timestamp-link' href='${ORIGIN}${article.path}' rel='bookmark' title='permanent link'><abbr class='published' itemprop='datePublished' title='${print?.stamp}'>${print?.clock}</abbr></a></span> &nbsp;&nbsp;<span class='post-author vcard'>الكاتب : <span class='fn' itemprop='author' itemscope='itemscope' itemtype='http://schema.org/Person'><a href='https://www.blogger.com/profile/0' rel='author' title='author profile'><span itemprop='name'>${NAME}</span></a></span></span> &nbsp;<span class='meta_categories'>${tags}</span> &nbsp;<span class='meta_comments'><a href='${ORIGIN}${article.path}#comment-form'>${print?.comments}</a></span></div>
<div class='post-header'><div class='post-header-line-1'></div></div>
<div class='post-body entry-content' id='post-body-${print?.post}' itemprop='description articleBody'>
${content(article)}
<div style='clear: both;'></div></div>
<div class='post-footer'><div class='share-box'><h8 class='share-title'>شارك الموضوع :</h8><div class='share-art'><a class='fac-art' href='https://www.facebook.com/sharer.php?u=' rel='nofollow'>Facebook</a><a class='twi-art' href='https://twitter.com/share?url=' rel='nofollow'>Twitter</a><a class='wha-art' href='whatsapp://send?text=' rel='nofollow'>واتساب</a></div></div>
<div class='post-footer-line post-footer-line-1'><span class='post-icons'><span class='item-action'><a href='https://www.blogger.com/email-post.g?blogID=${print?.blog}' title='إرسال الرسالة بالبريد'><img alt='' class='icon-action' height='13' src='/img/icon18_email.gif' width='18'/></a></span></span><div class='post-share-buttons goog-inline-block'><a class='goog-inline-block share-button sb-email' href='#' target='_blank' title='إرسال بالبريد الإلكتروني'><span class='share-button-link-text'>إرسال بالبريد الإلكتروني</span></a><a class='goog-inline-block share-button sb-blog' href='#' title='كتابة مدونة حول هذه المشاركة'><span class='share-button-link-text'>كتابة مدونة حول هذه المشاركة</span></a></div></div>
<div class='post-footer-line post-footer-line-2'><span class='post-labels'>التسميات: ${tags}</span></div>
<div id='related-posts'><h5>مواضيع ذات صلة</h5>${others.map((one) => `<a class='related-thumb' href='${ORIGIN}${one.path}'><img src='/img/no-thumb.png' width='150' height='100'/><div class='related-title'>${escapeText(one.headline)}</div></a>`).join('')}<div style='clear:both'></div></div>
<div class='author-box'><img class='avatar' src='/img/avatar.png' width='80' height='80'/><h4>عن الكاتب: ${NAME}</h4><p>موقع إخباري مستقل يتابع الشأن الوطني من نواكشوط إلى أقصى الولايات، ويستقبل مقالات القراء وشكاواهم على بريد التحرير.</p></div></div></article>
<div class='comments' id='comments'><a name='comments'></a><h4>${print?.comments}:</h4><div class='comments-content'><div id='comment-holder'><div class="comment-thread toplevel-thread"><ol id="top-ra">${print?.comment ? `<li class="comment" id="c${print.post}1"><div class="avatar-image-container"><img src="/img/anon36.png" alt=""/></div><div class="comment-block"><div class="comment-header"><cite class="user">${print.commentBy}</cite><span class="icon user "></span><span class="datetime secondary-text"><a rel="nofollow" href="#">${print.commentAt}</a></span></div><p class="comment-content">${print.comment}</p><span class="comment-actions secondary-text"><a class="comment-reply" target="_self">رد</a><span class="item-control blog-admin"><a target="_self" href="#">حذف</a></span></span></div></li>` : ''}</ol></div></div></div><p class='comment-footer'></p><div class='comment-form'><a name='comment-form'></a><h4 id='comment-post-message'>إرسال تعليق</h4><p>التعليقات لا تعبر عن رأي الموقع، ويرجى الابتعاد عن السب والتجريح.</p><iframe allowtransparency='true' class='blogger-iframe-colorize blogger-comment-from-post' frameborder='0' height='410px' id='comment-editor' name='comment-editor' src='' width='100%'></iframe></div></div>
</div></div></div></div>
<div class='blog-pager' id='blog-pager'><span id='blog-pager-newer-link'><a class='blog-pager-newer-link' href='${ORIGIN}${others[0]?.path}' id='Blog1_blog-pager-newer-link' title='رسالة أحدث'>رسالة أحدث</a></span><span id='blog-pager-older-link'><a class='blog-pager-older-link' href='${ORIGIN}${others[1]?.path}' title='رسالة أقدم'>رسالة أقدم</a></span><a class='home-link' href='${ORIGIN}/'>الصفحة الرئيسية</a></div>
<div class='post-feeds'><div class='feed-links'>الاشتراك في: <a class='feed-link' href='${ORIGIN}/feeds/posts/default' type='application/atom+xml'>تعليقات الرسالة (Atom)</a></div></div></div></div></div>
<aside id='sidebar-wrapper'><div class='sidebar section' id='sidebar'>
<div class='widget HTML' id='HTML7'><h2 class='title'>تابعنا على الفيسبوك</h2><div class='widget-content'><div class='fb-page' data-href='#' data-width='300'></div></div></div>
<div class='widget PopularPosts' id='PopularPosts1'><h2>المشاركات الشائعة</h2><div class='widget-content popular-posts'><ul>${popular.join('\n')}</ul></div></div>
<div class='widget FollowByEmail' id='FollowByEmail1'><h2 class='title'>القائمة البريدية</h2><div class='widget-content'><div class='follow-by-email-inner'><form action='#' method='post'><input class='follow-by-email-address' name='email' placeholder='Email address...' type='text'/><input class='follow-by-email-submit' type='submit' value='Submit'/></form></div></div></div>
<div class='widget Label' id='Label1'><h2>الأقسام</h2><div class='widget-content cloud-label-widget-content'>${MENU.split(
    '|',
  )
    .slice(1, 13)
    .map(
      (one, at) =>
        `<span class='label-size label-size-${(at % 5) + 1}'><a dir='rtl' href='${label(one)}'>${one}</a><span class='label-count' dir='ltr'>(${at * 9 + 12})</span></span>`,
    )
    .join('')}</div></div>
<div class='widget BlogArchive' id='BlogArchive1'><h2>أرشيف المدونة الإلكترونية</h2><div class='widget-content'><div id='ArchiveList'>${archive.join('')}</div></div></div></div></aside></div>
<footer id='footer-wrapper'><div class='widget ContactForm' id='ContactForm1'><h2 class='title'>نموذج الاتصال</h2><form name='contact-form'><p>الاسم</p><input class='contact-form-name' name='name' type='text'/><p>رسالة *</p><textarea class='contact-form-email-message' name='email-message'></textarea><input type='button' value='إرسال'/></form></div><div id='footer-bottom'>جميع الحقوق محفوظة &#169; <a href='${ORIGIN}/'>${NAME}</a> - تعريب وتطوير <a href='#'>قوالب عربية</a> - يتم التشغيل بواسطة <a href='https://www.blogger.com'>Blogger</a>.</div></footer></div>
<script type="text/javascript">window['__wavt'] = 'AOuZoY';_WidgetManager._Init('//www.blogger.com/rearrange?blogID\\x3d${print?.blog}','//held/','${print?.blog}');</script></body></html>`;
}

/** An independent news blog on Blogger in a free template of a third party. */
export const site: ReplicaSite = {
  id: 'shape-blogger-template',
  name: NAME,
  family: 'blogger',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /search\nAllow: /\n' } }),
};
