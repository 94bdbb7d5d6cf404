import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-wpbakery-palestine.test';
const NAME = 'وكالة سنابل برس';

const MENU =
  'الرئيسية:/|أخبار فلسطين:/category/palestine/|القدس:/category/jerusalem/|الضفة الغربية:/category/westbank/|قطاع غزة:/category/gaza/|أراضي 48:/category/48/|شؤون الأسرى:/category/prisoners/|اللاجئون والشتات:/category/diaspora/|شؤون إسرائيلية:/category/israeli/|عربي ودولي:/category/world/|اقتصاد:/category/economy/|زراعة:/category/agri/|محليات:/category/local/|صحة:/category/health/|تعليم:/category/education/|ثقافة وتراث:/category/culture/|رياضة:/category/sport/|تقارير خاصة:/category/reports/|مقالات:/category/opinion/|صور:/category/photo/|فيديو:/category/video/|من نحن:/about-us/';
const READ =
  'بلدية حلحول تبدأ تعبيد ثلاثة طرق داخلية بتمويل محلي|أسعار صرف العملات مقابل الشيقل اليوم|حالة الطقس: أجواء باردة وفرصة لسقوط أمطار متفرقة|جامعة تعلن فتح باب التسجيل لمنح الدراسات العليا|إعلان أسماء المقبولين في وظيفة مرشد زراعي|شاب من قلقيلية يحول إطارات السيارات إلى مقاعد للحدائق|التربية: تعديل على مواعيد الامتحانات التجريبية|نقابة المهندسين تحدد موعد انتخاباتها الفرعية|فريق نسوي من سلفيت يتأهل إلى نهائي كأس الطائرة';

const each = <T>(items: readonly T[], html: (item: T, at: number) => string) =>
  items.map(html).join('\n');
const reads = READ.split('|');
const menu = each(MENU.split('|'), (item, at) => {
  const [text, to] = item.split(':');
  return `<li id="menu-item-${1840 + at}" class="menu-item menu-item-type-taxonomy menu-item-object-category menu-item-${1840 + at}"><a href="${ORIGIN}${to}">${text}</a></li>`;
});
const link = (text: string, at: number) => `${ORIGIN}/${211400 + at * 13 + text.length}/`;
const module6 = (text: string, at: number) =>
  `<div class="td_module_6 td_module_wrap td-animation-stack"><div class="td-module-thumb"><a href="${link(text, at)}" rel="bookmark" class="td-image-wrap" title="${text}"><img width="100" height="70" class="entry-thumb" src="${ORIGIN}/wp-content/uploads/2026/01/p${at}-100x70.jpg" alt="${text}" /></a></div><div class="item-details"><h3 class="entry-title td-module-title"><a href="${link(text, at)}" rel="bookmark" title="${text}">${text}</a></h3><div class="td-module-meta-info"><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2026-01-${10 + at}T08:1${at}:00+02:00">${10 + at} يناير، 2026</time></span></div></div></div>`;
const related = (one: { text: string; to: string }) =>
  `<div class="td-related-span4"><div class="td_module_related_posts td-animation-stack td_mod_related_posts"><div class="td-module-image"><div class="td-module-thumb"><a href="${one.to}" class="td-image-wrap"><img width="218" height="150" class="entry-thumb" src="${ORIGIN}/wp-content/uploads/2026/01/r-218x150.jpg" alt="" /></a></div><a href="${ORIGIN}/category/palestine/" class="td-post-category">أخبار فلسطين</a></div><div class="item-details"><h3 class="entry-title td-module-title"><a href="${one.to}" rel="bookmark">${escapeText(one.text)}</a></h3></div></div></div>`;
const share = (place: string) =>
  `<div class="td-post-sharing-${place}"><div id="td_social_sharing_article_${place}" class="td-post-sharing td-ps-bg td-ps-notext td-post-sharing-style1"><div class="td-post-sharing-visible"><div class="td-social-sharing-button td-social-handler"><i class="td-icon-share"></i><div class="td-social-but-text">مشاركة</div></div><a class="td-social-sharing-button td-social-facebook" href="https://www.facebook.com/sharer.php"><div class="td-social-but-text">Facebook</div></a><a class="td-social-sharing-button td-social-twitter" href="https://twitter.com/intent/tweet"><div class="td-social-but-text">Twitter</div></a><a class="td-social-sharing-button td-social-whatsapp" href="https://api.whatsapp.com/send"><div class="td-social-but-text">WhatsApp</div></a><a class="td-social-sharing-button td-social-telegram" href="https://t.me/share"><div class="td-social-but-text">Telegram</div></a></div></div></div>`;

/** A row of the builder with one column and one element in it. */
const row = (inner: string, kind = 'wpb_text_column wpb_content_element') =>
  `<div class="vc_row wpb_row vc_row-fluid"><div class="wpb_column vc_column_container vc_col-sm-12"><div class="vc_column-inner"><div class="wpb_wrapper"><div class="${kind}"><div class="wpb_wrapper">\n${inner}\n</div></div></div></div></div></div>`;

/** The post as its editor built it: text columns, with an image, boxes and buttons between. */
function content(article: SiteArticle): string {
  const { image, print = {} } = article;
  const parts = blocksHtml(readBlocks(article));
  if (print.opening)
    parts[0] =
      parts[0]?.replace(
        '<p>',
        `<p><strong>${print.opening}</strong>${print.ownLine ? '<br />' : ' '}`,
      ) ?? '';
  if (print.tail) parts.push(`<p><span style="color: #800000;">${print.tail}</span></p>`);
  const figure = `<div class="wpb_single_image wpb_content_element vc_align_center"><figure class="wpb_wrapper vc_figure"><div class="vc_single_image-wrapper vc_box_border_grey"><img width="${image?.width}" height="${image?.height}" src="${ORIGIN}${image?.path}" class="vc_single_image-img attachment-large" alt="" /></div>${image?.caption ? `<figcaption class="vc_figure-caption">${image.caption}</figcaption>` : ''}</figure></div>`;
  const grid = `<div class="vc_grid-container-wrapper vc_clearfix"><h3 class="vc_custom_heading">مواضيع ذات صلة</h3><div class="vc_grid-container vc_clearfix wpb_content_element vc_basic_grid">${each(reads.slice(4, 7), (text, at) => `<div class="vc_grid-item vc_clearfix vc_col-sm-4"><div class="vc_gitem-zone"><a href="${link(text, at)}" class="vc_gitem-link"></a></div><div class="vc_custom_heading vc_gitem-post-data vc_gitem-post-data-source-post_title"><h4><a href="${link(text, at)}">${text}</a></h4></div></div>`)}</div></div>`;
  const also = `<div class="vc_message_box vc_message_box-standard vc_message_box-rounded vc_color-warning"><div class="vc_message_box-icon"><i class="fas fa-link"></i></div><p>اقرأ أيضا: <a href="${ORIGIN}/198221/">${print.also}</a></p></div>`;
  const join = `<div class="vc_cta3-container"><div class="vc_general vc_cta3 vc_cta3-style-classic"><div class="vc_cta3_content-container"><div class="vc_cta3-content"><header class="vc_cta3-content-header"><h4>اشترك في قناة سنابل برس</h4></header><p>لتصلك آخر الأخبار العاجلة لحظة بلحظة عبر تلغرام</p></div><div class="vc_cta3-actions"><div class="vc_btn3-container vc_btn3-center"><a class="vc_general vc_btn3 vc_btn3-size-md" href="https://t.me/sanabelps">انضم الآن</a></div></div></div></div></div>`;
  const cut = print.cut ? Number(print.cut) : 3;
  return [
    print.inImage ? row(figure, 'wpb_raw_code') : '',
    row(parts.slice(0, cut).join('\n')),
    row(also, 'vc_element'),
    row(parts.slice(cut).join('\n')),
    '<div class="vc_separator wpb_content_element vc_separator_align_center vc_sep_width_100"><span class="vc_sep_holder vc_sep_holder_l"><span class="vc_sep_line"></span></span></div>',
    print.grid ? row(grid, 'vc_element') : '',
    row(join, 'vc_element'),
  ].join('\n');
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, description, articleSection: [section] = [], keywords = [], print = {} } = article;
  const title = escapeText(article.headline);
  const url = ORIGIN + encodeURI(article.path);
  const published = article.datePublished?.replace('Z', '+00:00');
  const modified = article.dateModified?.replace('Z', '+00:00');
  const seo = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', '@id': `${ORIGIN}/#website`, url: `${ORIGIN}/`, name: NAME },
      {
        '@type': 'WebPage',
        '@id': url,
        url,
        name: `${article.headline} - ${NAME}`,
        datePublished: published,
        dateModified: modified,
        isPartOf: { '@id': `${ORIGIN}/#website` },
      },
      { '@type': 'Person', '@id': `${ORIGIN}/#/schema/person/5c1`, name: print.user },
    ],
  };
  const boxes = [
    ...othersThan(article, articles, 2).map((one) => ({
      text: one.headline,
      to: ORIGIN + encodeURI(one.path),
    })),
    ...reads.slice(5).map((text, at) => ({ text, to: link(text, at) })),
  ];
  return `<!doctype html >
<html dir="rtl" lang="ar" prefix="og: https://ogp.me/ns#">
<head>
<title>${title} - ${NAME}</title>
<meta charset="UTF-8" /><meta name="viewport" content="width=device-width, initial-scale=1.0"><link rel="pingback" href="${ORIGIN}/xmlrpc.php" />
${description ? `<meta name="description" content="${escapeText(description)}" /><meta property="og:description" content="${escapeText(description)}" />` : ''}
<link rel="canonical" href="${url}" /><meta property="og:locale" content="ar_AR" /><meta property="og:type" content="article" /><meta property="og:title" content="${title} - ${NAME}" />
<meta property="og:url" content="${url}" /><meta property="og:site_name" content="${NAME}" /><meta property="article:published_time" content="${published}" />${modified ? `<meta property="article:modified_time" content="${modified}" />` : ''}
<meta property="og:image" content="${ORIGIN}${image?.path}" /><meta property="og:image:width" content="${image?.width}" /><meta property="og:image:height" content="${image?.height}" /><meta name="twitter:card" content="summary_large_image" />
<script type="application/ld+json" class="yoast-schema-graph">${scriptJson(seo)}</script>
<link rel="alternate" type="application/rss+xml" title="${NAME} &laquo; الخلاصة" href="${ORIGIN}/feed/" />
<link rel='stylesheet' id='js_composer_front-css' href='${ORIGIN}/wp-content/plugins/js_composer/assets/css/js_composer.min.css?ver=6.10.0' type='text/css' media='all' /><link rel='stylesheet' id='td-theme-css' href='${ORIGIN}/wp-content/themes/Newspaper/style.css?ver=9.8' type='text/css' media='all' />
<style type="text/css" data-type="vc_shortcodes-custom-css">.vc_custom_1593461{margin-bottom:14px !important;border-right:4px solid #9b1c1c}</style><noscript><style>.wpb_animate_when_almost_visible{opacity:1}</style></noscript>
<meta name="generator" content="Powered by WPBakery Page Builder - drag and drop page builder for WordPress."/>
<script>var tdBlocksArray=[];function tdBlock(){this.id='';this.block_type=1;this.atts='';}var tds_login_sing_in_widget="";var td_ajax_url="${ORIGIN}/wp-admin/admin-ajax.php";</script>
</head>
<body class="rtl post-template-default single single-post single-format-standard wpb-js-composer js-comp-ver-6.10.0 vc_responsive td-full-layout" itemscope="itemscope" itemtype="https://schema.org/WebPage">
<div class="td-scroll-up"><i class="td-icon-menu-up"></i></div><div id="td-mobile-nav"><div class="td-mobile-container"><div class="td-menu-socials"><a href="https://www.facebook.com/">Facebook</a></div><ul class="td-mobile-main-menu">
${menu}
</ul></div></div>
<div id="td-outer-wrap" class="td-theme-wrap"><div class="td-header-wrap td-header-style-3"><div class="td-header-top-menu-full"><div class="td-container td-header-row td-header-top-menu"><div class="top-bar-style-1"><div class="td-header-sp-top-menu"><div class="td_data_time"><div>السبت, فبراير 28, 2026</div></div><ul class="top-header-menu"><li><a href="/contact/">اتصل بنا</a></li><li><a href="/advertise/">أعلن معنا</a></li><li><a href="/privacy/">سياسة الخصوصية</a></li></ul></div></div></div></div>
<div class="td-banner-wrap-full"><div class="td-header-sp-logo"><a class="td-main-logo" href="${ORIGIN}/"><img src="${ORIGIN}/wp-content/uploads/2021/04/logo.png" alt="${NAME}"/></a></div></div>
<div class="td-header-menu-wrap-full"><div id="td-header-menu" role="navigation"><ul id="menu-main" class="sf-menu">
${menu}
</ul></div></div></div>
<div class="td-trending-now-wrapper"><div class="td-trending-now-title">عاجل</div><div class="td-trending-now-display-area">${each(reads.slice(0, 4), (text, at) => `<div class="td_module_trending_now"><h3 class="entry-title td-module-title"><a href="${link(text, at)}">${text}</a></h3></div>`)}</div></div>
<div class="td-main-content-wrap td-container-wrap"><div class="td-container td-post-template-default"><div class="td-crumb-container"><div class="entry-crumbs"><span><a class="entry-crumb" href="${ORIGIN}/">الرئيسية</a></span> <i class="td-icon-right td-bread-sep"></i> <span><a class="entry-crumb" href="${ORIGIN}/category/palestine/">${section}</a></span> <i class="td-icon-right td-bread-sep"></i> <span class="td-bred-no-url-last">${title}</span></div></div>
<div class="td-pb-row"><div class="td-pb-span8 td-main-content" role="main"><div class="td-ss-main-content">
<article id="post-${print.id}" class="post-${print.id} post type-post status-publish format-standard has-post-thumbnail hentry" itemscope itemtype="https://schema.org/Article">
<div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="${ORIGIN}/category/palestine/">${section}</a></li></ul><header class="td-post-title"><h1 class="entry-title">${title}</h1>${print.subtitle ? `<p class="td-post-sub-title">${print.subtitle}</p>` : ''}
<div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">بواسطة</div> <a href="${ORIGIN}/author/${encodeURI(print.user ?? '')}/">${print.user}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="${published}">${print.date}</time></span><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-${print.id}">${print.views}</span></div><div class="td-post-comments"><a href="${url}#respond"><i class="td-icon-comments"></i>0</a></div></div></header></div>
${share('top')}
<div class="td-post-content">
${print.inImage ? '' : `<div class="td-post-featured-image"><figure><a href="${ORIGIN}${image?.path}" class="td-modal-image"><img width="${image?.width}" height="${image?.height}" class="entry-thumb" src="${ORIGIN}${image?.path}" alt="${title}" /></a>${image?.caption ? `<figcaption class="wp-caption-text">${image.caption}</figcaption>` : ''}</figure></div>`}
<div class="td-a-rec td-a-rec-id-content_top"><ins class="adsbygoogle" data-ad-client="ca-pub-0000000000000000" data-ad-slot="4471"></ins><script>(adsbygoogle=window.adsbygoogle||[]).push({});</script></div>
${content(article)}
</div>
<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>الوسوم</span></li>${each(keywords, (word) => `<li><a href="${ORIGIN}/tag/${encodeURI(word)}/" rel="tag">${word}</a></li>`)}</ul></div>
${share('bottom')}
<div class="td-block-row td-post-next-prev"><div class="td-block-span6 td-post-prev-post"><div class="td-post-next-prev-content"><span>المقال السابق</span><a href="${link('ا', 3)}">${reads[7]}</a></div></div><div class="td-block-span6 td-post-next-post"><div class="td-post-next-prev-content"><span>المقال التالي</span><a href="${link('ب', 5)}">${reads[8]}</a></div></div></div>
<div class="author-box-wrap"><a href="${ORIGIN}/author/"><img alt="${print.user}" src="https://secure.gravatar.com/avatar/0?s=96" class="avatar" height="96" width="96" /></a><div class="desc"><div class="td-author-name vcard author"><span class="fn"><a href="${ORIGIN}/author/">${print.user}</a></span></div><div class="td-author-url"><a href="${ORIGIN}">${ORIGIN}</a></div></div></div></footer></article>
<div class="td_block_wrap td_block_related_posts td_with_ajax_pagination"><h4 class="td-related-title"><a class="td-related-left td-cur-simple-item" href="#">مقالات ذات صلة</a><a class="td-related-right" href="#">المزيد للكاتب</a></h4><div class="td_block_inner"><div class="td-related-row">${each(boxes, related)}</div></div></div>
<div class="comments" id="comments"><div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">اترك رد</h3><form action="${ORIGIN}/wp-comments-post.php" method="post" id="commentform"><textarea placeholder="تعليق:" name="comment" rows="8"></textarea><input name="author" placeholder="الاسم:*" /><input name="email" placeholder="البريد الالكتروني:*" /><p class="comment-form-cookies-consent"><label>احفظ اسمي وبريدي الإلكتروني في هذا المتصفح للمرة القادمة التي سأعلق فيها.</label></p><input name="submit" type="submit" value="أضف تعليق" /></form></div></div></div></div>
<div class="td-pb-span4 td-main-sidebar" role="complementary"><div class="td-ss-main-sidebar"><aside class="widget widget_categories"><div class="block-title"><span>الأكثر قراءة</span></div>
${each(reads, module6)}
</aside><aside class="td_block_template_1 widget widget_text"><h4 class="block-title"><span>مواقيت الصلاة</span></h4><div class="textwidget"><p>الفجر 4:49 - الظهر 11:52 - العصر 3:05 - المغرب 5:33 - العشاء 6:51</p></div></aside><aside class="widget"><h4 class="block-title"><span>النشرة البريدية</span></h4><form class="mc4wp-form" method="post"><input type="email" name="EMAIL" placeholder="بريدك الإلكتروني" /><input type="submit" value="اشترك" /></form></aside></div></div></div></div></div>
<div class="td-footer-wrapper td-container-wrap"><div class="td-container"><div class="td-pb-row"><div class="td-pb-span4"><div class="td-footer-info"><div class="footer-text-wrap">وكالة إخبارية فلسطينية مستقلة تأسست عام 2014، تتابع الشأن المحلي والعربي على مدار الساعة. المواد المنشورة لا تعبر بالضرورة عن رأي الوكالة.<div class="footer-email-wrap">تواصل معنا: <a href="mailto:info@shape-wpbakery-palestine.test">البريد الإلكتروني</a></div></div></div></div><div class="td-pb-span4"><div class="block-title"><span>أخبار مختارة</span></div>${each(reads.slice(2, 5), module6)}</div></div></div></div>
<div class="td-sub-footer-container"><div class="td-sub-footer-copy">&copy; جميع الحقوق محفوظة لـ ${NAME} 2026 - يسمح بالاقتباس مع ذكر المصدر</div></div></div>
<script type='text/javascript' src='${ORIGIN}/wp-includes/js/jquery/jquery.min.js?ver=3.6.1'></script><script type='text/javascript' src='${ORIGIN}/wp-content/plugins/js_composer/assets/js/dist/js_composer_front.min.js?ver=6.10.0' id='wpb_composer_front_js-js'></script>
<script>(function(){var html_jquery_obj=jQuery('html');if(html_jquery_obj.length){jQuery('.td-post-content').addClass('td-ready');}})();</script></body></html>`;
}

/** A Palestinian agency on WordPress with the WPBakery builder and a bought news theme. */
export const site: ReplicaSite = {
  id: 'shape-wpbakery-palestine',
  name: NAME,
  family: 'wordpress-wpbakery',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /wp-admin/\n' } }),
};
