import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-tagdiv-jordan.test';
const NAME = 'وكالة سنابل الإخبارية';

const MENU =
  'الرئيسية|أخبار الأردن|برلمان وأحزاب|محافظات|اقتصاد|طاقة ومياه|عربي ودولي|فلسطين|رياضة|ثقافة وفنون|تعليم وجامعات|صحة|تكنولوجيا|مناسبات ووفيات|مقالات|فيديو|اتصل بنا';
const READ =
  'تحويلات مرورية على طريق الرمثة القديم اعتبارا من مساء الجمعة|بلدية تل السنديان تعلن أسماء المرشحين لوظيفة مراقب أسواق|الضمان يوضح شروط التقاعد المبكر لمواليد 1975|انخفاض ملموس على درجات الحرارة الأحد|نقابة الصاغة تكشف أسعار الذهب محليا|وفيات اليوم الثلاثاء|دورة تدريبية مجانية في صيانة الأنظمة الشمسية في مادبا|مباراة الجليل وشباب الحصن تنتهي بالتعادل';

const CSS = `<style id="td-inline-css-aggregated">
.td-header-wrap .black-menu .sf-menu>.current-menu-item>a{background-color:#b3122a}.td-post-content,.td-post-content p{font-family:"Noto Kufi Arabic",Tahoma;font-size:17px;line-height:31px}
.tdi_82 .tdb-title-text{margin:0 0 10px;font-size:34px!important;line-height:1.4!important;font-weight:700!important}@media (max-width:767px){.tdi_82 .tdb-title-text{font-size:23px!important}}
.tdb_single_content .tdb-block-inner.td-fix-index{word-break:break-word}.tdb_single_author{vertical-align:middle}.tdb_single_author .tdb-author-name-wrap{display:flex;align-items:center}
.tdi_91 .td-post-sharing_display-vertical .td-social-network{display:inline-block}.tdb-comments .comment-link{color:#b3122a}
.td_flex_block_1 .entry-thumb{background-size:cover}.tdi_97 .td-module-container{flex-direction:row;border-bottom:1px solid #eaeaea}.tdi_97 .td-image-container{flex:0 0 30%;width:30%}
.tdb-author-box .tdb-author-descr{font-size:13px;line-height:21px}.tdb_breadcrumbs .tdb-bread-sep{font-size:8px;margin:0 5px}
</style>`;

/** A list block of the theme: one `td_module_flex` for each title. */
function modules(uid: number, heading: string, list: readonly (readonly [string, string])[]) {
  const rows = list.map(
    ([title, path]) =>
      `<div class="td_module_flex td_module_flex_1 td_module_wrap td-animation-stack"><div class="td-module-container td-category-pos-"><div class="td-image-container"><div class="td-module-thumb"><a href="${path}" rel="bookmark" class="td-image-wrap" title="${escapeText(title)}"><span class="entry-thumb td-thumb-css" data-type="css_image" data-img-url="${ORIGIN}/wp-content/uploads/2026/02/t-218x150.jpg"></span></a></div></div><div class="td-module-meta-info"><h3 class="entry-title td-module-title"><a href="${path}" rel="bookmark" title="${escapeText(title)}">${escapeText(title)}</a></h3><div class="td-editor-date"><span class="td-author-date"><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2026-02-1${uid % 9}T08:00:00+03:00">1${uid % 9} شباط 2026</time></span></span></div></div></div></div>`,
  );
  return `<div class="td_block_wrap td_flex_block_1 tdi_${uid} td-pb-border-top td_block_template_1 td_flex_block" data-td-block-uid="tdi_${uid}"><script>var block_tdi_${uid} = new tdBlock();block_tdi_${uid}.id = "tdi_${uid}";block_tdi_${uid}.block_type = "td_flex_block_1";tdBlocksArray.push(block_tdi_${uid});</script><div class="td-block-title-wrap"><h4 class="block-title td-block-title"><span class="td-pulldown-size">${heading}</span></h4></div><div id="tdi_${uid}" class="td_block_inner td-mc1-wrap">${rows.join('\n')}</div></div>`;
}

/** A single-template block: the wrapper that every `tdb_` shortcode prints. */
const tdb = (name: string, uid: number, inner: string, extra = '') =>
  `<div class="td_block_wrap ${name} tdi_${uid} td-pb-border-top td_block_template_1 ${extra}" data-td-block-uid="tdi_${uid}">\n<div class="tdb-block-inner td-fix-index">${inner}</div></div>`;

function content(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {} } = article;
  const parts = blocksHtml(readBlocks(article), { heading: print.headTag ?? 'h3' });
  if (print.opening) parts[0] = `${parts[0]}`.replace('<p>', `<p>${print.opening}`);
  const [one] = othersThan(article, articles, 1);
  if (one && print.inline) {
    const at = Number(print.inline);
    parts.splice(
      at,
      0,
      modules(104, 'اقرأ أيضا', [
        [one.headline, encodeURI(one.path)],
        ['انخفاض ملموس على درجات الحرارة الأحد', '/archives/48001'],
      ]),
    );
    parts.splice(
      at + 3,
      0,
      `<div class="td-a-rec td-a-rec-id-content_inline tdi_106 td_block_template_1"><span class="td-adspot-title">- إعلان -</span><div class="td-all-devices"><ins class="adsbygoogle" data-ad-slot="4470012"></ins></div></div>`,
      `<p style="text-align: right;"><span style="color: #ff0000;"><strong>مواضيع ذات صلة: </strong></span><a href="/archives/47120">${print.inlineText}</a></p>`,
    );
  }
  if (print.tail) parts.push(...print.tail.split('|').map((line) => `<p>${line}</p>`));
  return `<p></p>${parts.join('\n')}`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {} } = article;
  const title = escapeText(article.headline);
  const url = `${ORIGIN}${encodeURI(article.path)}`;
  const id = article.path.split('/')[2];
  const section = article.articleSection?.[0] ?? '';
  const about = article.description ? escapeText(article.description) : '';
  const graph = scriptJson({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Article',
        '@id': `${url}#article`,
        isPartOf: { '@id': url },
        author: { name: print.user, '@id': `${ORIGIN}/#/schema/person/5c8b` },
        headline: article.headline,
        datePublished: article.datePublished?.replace('Z', '+00:00'),
        dateModified: article.dateModified?.replace('Z', '+00:00'),
        publisher: { '@id': `${ORIGIN}/#organization` },
        ...(article.keywords ? { keywords: article.keywords } : {}),
        articleSection: article.articleSection,
        inLanguage: 'ar',
      },
      { '@type': 'WebPage', '@id': url, url, name: `${article.headline} - ${NAME}` },
      { '@type': 'WebSite', '@id': `${ORIGIN}/#website`, url: `${ORIGIN}/`, name: NAME },
      { '@type': 'Organization', '@id': `${ORIGIN}/#organization`, name: NAME, url: ORIGIN },
      { '@type': 'Person', '@id': `${ORIGIN}/#/schema/person/5c8b`, name: print.user },
    ],
  });
  const menu = MENU.split('|').map(
    (label, at) =>
      `<li id="menu-item-${310 + at}" class="menu-item menu-item-type-taxonomy menu-item-object-category ${label === section ? 'current-post-ancestor ' : ''}tdb-menu-item-button tdb-menu-item tdb-normal-menu menu-item-${310 + at}"><a href="/category/c${at}"><div class="tdb-menu-item-text">${label}</div></a></li>`,
  );
  const share = ['facebook', 'twitter', 'whatsapp', 'telegram', 'mail', 'print'].map(
    (one) =>
      `<a class="td-social-sharing-button td-social-sharing-button-js td-social-network td-social-${one}" href="#" title="${one}"><div class="td-social-but-icon"><i class="td-icon-${one}"></i></div><div class="td-social-but-text">${one === 'mail' ? 'البريد الإلكتروني' : one}</div></a>`,
  );
  const sharing = `<div id="tdi_91" class="td-post-sharing tdb-block td-ps-bg td-ps-padding td-post-sharing-style2"><div class="td-post-sharing-visible"><div class="td-social-sharing-button td-social-handler td-social-share-text"><div class="td-social-but-icon"><i class="td-icon-share"></i></div><div class="td-social-but-text">شارك</div></div>${share.join('')}</div></div>`;
  const [before, after] = othersThan(article, articles, 2);
  const near = [before, after].flatMap((one, at) =>
    one
      ? `<div class="tdb-next-post tdb-next-post-bg tdb-post-${at ? 'next' : 'prev'}"><span>${at ? 'المقال القادم' : 'المقال السابق'}</span><div class="td-module-container"><div class="next-prev-title"><a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></div></div></div>`
      : [],
  );
  const reads = READ.split('|').map((one, at) => [one, `/archives/${47300 + at * 11}`] as const);
  return `<!doctype html ><html dir="rtl" lang="ar" prefix="og: https://ogp.me/ns#"><head><meta charset="UTF-8" /><title>${title} - ${NAME}</title>
<meta name="viewport" content="width=device-width, initial-scale=1.0"><link rel="pingback" href="${ORIGIN}/xmlrpc.php" />
<meta name='robots' content='index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1' />
<!-- This site is optimized with the Yoast SEO plugin v22.7 - https://yoast.com/wordpress/plugins/seo/ -->
${about ? `<meta name="description" content="${about}" />` : ''}
<link rel="canonical" href="${url}" /><meta property="og:locale" content="ar_AR" /><meta property="og:type" content="article" /><meta property="og:title" content="${title} - ${NAME}" />
${about ? `<meta property="og:description" content="${about}" />` : ''}<meta property="og:url" content="${url}" /><meta property="og:site_name" content="${NAME}" /><meta property="article:published_time" content="${article.datePublished?.replace('Z', '+00:00')}" /><meta property="article:modified_time" content="${article.dateModified?.replace('Z', '+00:00')}" />
${image ? `<meta property="og:image" content="${ORIGIN}${image.path}" /><meta property="og:image:width" content="${image.width}" /><meta property="og:image:height" content="${image.height}" /><meta property="og:image:type" content="image/jpeg" />` : ''}<meta name="author" content="${print.user}" /><meta name="twitter:label1" content="كُتب بواسطة" /><meta name="twitter:data1" content="${print.user}" /><meta name="twitter:label2" content="وقت القراءة المُقدّر" /><meta name="twitter:data2" content="${print.minutes}" />
<script type="application/ld+json" class="yoast-schema-graph">${graph}</script>
<!-- / Yoast SEO plugin. --><link rel='stylesheet' id='td-theme-css' href='${ORIGIN}/wp-content/themes/Newspaper/style-rtl.css?ver=12.6.6' type='text/css' media='all' /><link rel='stylesheet' id='td-legacy-framework-front-style-css' href='${ORIGIN}/wp-content/plugins/td-composer/legacy/Newspaper/assets/css/td_legacy_main.css?ver=e5fcc38395b0030bac3ad179898970d6' type='text/css' media='all' />
<script>window.tdb_global_vars = {"wpRestUrl":"${ORIGIN}/wp-json/","permalinkStructure":"/archives/%post_id%"};window.tdb_p_autoload_vars = {"isAjax":false,"isAdminBarShowing":false};</script>
<!-- JS generated by theme --><script>var tdBlocksArray = []; function tdBlock() {this.id = '';this.block_type = 1;this.atts = '';this.td_column_number = '';this.td_current_page = 1;this.post_count = 0;this.found_posts = 0;this.max_num_pages = 0;}</script>${CSS}</head><body class="rtl post-template-default single single-post postid-${id} single-format-standard td-standard-pack global-block-template-1 tdb_template_212 tdb-template tdc-header-template tdc-footer-template" itemscope="itemscope" itemtype="https://schema.org/WebPage">
<div class="td-scroll-up" data-style="style1"><i class="td-icon-menu-up"></i></div>
<div id="td-mobile-nav"><div class="td-mobile-container"><div class="td-mobile-content"><ul class="td-mobile-main-menu">${menu.slice(0, 8).join('')}</ul></div></div></div>
<div id="td-outer-wrap" class="td-theme-wrap"><div class="td-header-template-wrap" style="position: relative"><div class="td-header-desktop-wrap"><div class="tdb_header_date td_block_wrap"><div class="tdb-block-inner td-fix-index"><div class="tdb-head-date-txt">الإثنين, 23 آذار, 2026</div></div></div><div class="tdb_header_logo"><a class="tdb-logo-a" href="${ORIGIN}"><span class="tdb-logo-text-title">${NAME}</span></a></div><div class="tdb_header_menu tds_menu_active1"><ul id="menu-main-1" class="tdb-block-menu tdb-menu tdb-menu-items-visible">${menu.join('\n')}</ul></div><div class="tdb_header_search"><form role="search"><input class="tdb-head-search-form-input" placeholder="بحث" type="text" name="s"></form></div></div></div>
<div class="td-main-content-wrap td-container-wrap"><div class="tdc-content-wrap"><article id="template-id-212" class="post-${id} tdb_templates type-tdb_templates post status-publish" itemscope itemtype="https://schema.org/Article"><div id="tdi_70" class="tdc-zone"><div class="tdc_zone tdi_71 wpb_row td-pb-row"><div id="tdi_72" class="tdc-row stretch_row_1200"><div class="vc_row tdi_73 wpb_row td-pb-row"><div class="vc_column tdi_75 wpb_column vc_column_container tdc-column td-pb-span8"><div class="wpb_wrapper">
${tdb('tdb_breadcrumbs', 80, `<span><a title="" class="tdb-entry-crumb" href="/">الرئيسية</a></span><i class="tdb-bread-sep td-icon-right"></i><span><a title="" class="tdb-entry-crumb" href="/category/c1">${section}</a></span><i class="tdb-bread-sep tdb-bread-sep-bread-last td-icon-right"></i><span class="tdb-bred-no-url-last">${title}</span>`, 'tdb-breadcrumbs')}
${tdb('tdb_single_categories', 81, `<a class="tdb-entry-category" href="/category/c1"><span class="tdb-cat-bg"></span>${section}</a>`)}
${tdb('tdb_title', 82, `<h1 class="tdb-title-text">${title}</h1><div></div><div class="tdb-title-line"></div>`, 'tdb-single-title')}
${tdb('tdb_single_author', 84, `<div class="tdb-author-name-wrap"><span class="tdb-author-by">بواسطة</span> <a class="tdb-author-name" href="/author/${id}">${print.user}</a></div>`, 'tdb-post-meta')}
${tdb('tdb_single_date', 85, `<time class="entry-date updated td-module-date" datetime="${print.stamp}">${print.date}</time>`, 'tdb-post-meta')}
${tdb('tdb_single_comments_count', 86, `<a href="#respond"><i class="tdb-comments-icon td-icon-comments"></i><span>0</span></a>`, 'tdb-post-meta')}${tdb('tdb_single_post_views', 87, `<i class="tdb-views-icon td-icon-views"></i><span class="td-nr-views-${id}">${print.views}</span>`, 'tdb-post-meta')}
${tdb('tdb_single_post_share', 91, sharing)}
${image ? tdb('tdb_single_featured_image', 92, `<a href="${ORIGIN}${image.path}" data-caption="${image.caption ?? ''}"><figure><img width="${image.width}" height="${image.height}" class="entry-thumb td-modal-image" src="${ORIGIN}${image.path}" alt="" title="" />${image.caption ? `<figcaption class="tdb-caption-text">${image.caption}</figcaption>` : ''}</figure></a>`, 'tdb-content-horiz-left') : ''}
${tdb('tdb_single_content', 94, content(article, articles), 'td-post-content tagdiv-type')}
${article.keywords ? tdb('tdb_single_tags', 95, `<ul class="tdb-tags"><li><span>كلمات دلالية</span></li>${article.keywords.map((tag) => `<li><a href="/tag/${encodeURIComponent(tag)}">${tag}</a></li>`).join('')}</ul>`) : ''}
${tdb('tdb_single_post_share', 96, sharing.replace('tdi_91', 'tdi_96'))}${tdb('tdb_single_next_prev', 98, near.join(''))}
${tdb('tdb_single_author_box', 99, `<div class="tdb-author-box"><a href="/author/${id}" class="tdb-author-photo" title="${print.user}"><img alt="${print.user}" src="https://secure.gravatar.com/avatar/0?s=96" class="avatar avatar-96 photo" height="96" width="96" /></a><div class="tdb-author-info"><a href="/author/${id}" class="tdb-author-name">${print.user}</a><a href="${ORIGIN}" class="tdb-author-url">${ORIGIN}</a><div class="tdb-author-descr">${print.bio ?? ''}</div></div></div>`, 'tdb-content-vert-top')}
${modules(101, 'قد يعجبك ايضا', [...othersThan(article, articles, 2).map((one) => [one.headline, encodeURI(one.path)] as const), ...reads.slice(4, 7)])}
${tdb('tdb_single_comments', 102, `<div id="comments" class="comments"><div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">اترك رد <small><a rel="nofollow" id="cancel-comment-reply-link" href="#respond" style="display:none;">إلغاء الرد</a></small></h3><form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form" novalidate><div class="comment-form-input-wrap td-form-comment"><textarea placeholder="تعليق:" id="comment" name="comment" cols="45" rows="8"></textarea><div class="td-warning-comment">من فضلك ادخل تعليقك</div></div><input id="author" name="author" placeholder="الاسم:*" type="text" /><div class="td-warning-author">من فضلك ادخل اسمك هنا</div><input id="email" name="email" placeholder="البريد الالكتروني:*" type="text" /><p class="comment-form-cookies-consent"><input type="checkbox" /><label>احفظ اسمي، بريدي الإلكتروني، والموقع الإلكتروني في هذا المتصفح لاستخدامها المرة المقبلة في تعليقي.</label></p><input name="submit" type="submit" id="submit" class="submit" value="أضف تعليقا" /></form></div></div>`, 'tdb-comments')}
</div></div><div class="vc_column tdi_77 wpb_column vc_column_container tdc-column td-pb-span4"><div class="wpb_wrapper">${modules(107, 'الأكثر قراءة', reads)}<div class="td_block_wrap tds_newsletter tdi_109"><div class="tdn-title">النشرة اليومية</div><div class="tdn-descr">أدخل بريدك لتصلك أبرز عناوين المحافظات كل مساء</div><input type="email" placeholder="بريدك"><button>اشترك</button></div></div></div></div></div></div></div></article></div></div><div class="td-footer-template-wrap" style="position: relative"><div class="td-footer-wrap"><div class="tdm_block tdm_block_column_content"><p class="tdm-descr td-fix-index">${NAME} موقع إخباري أردني مسجل لدى دائرة النشر، والآراء والتعليقات المنشورة تعبر عن أصحابها ولا تتحمل الوكالة مسؤوليتها.</p></div><ul class="tdm-list-items"><li>من نحن</li><li>سياسة النشر</li><li>أعلن معنا</li><li>أسرة التحرير</li></ul><div class="td-sub-footer-copy">© جميع الحقوق محفوظة لـ${NAME} 2026، تصميم وتطوير استضافة الشمال</div></div></div></div>
<script>var tds_login_sing_in_widget="show";jQuery().ready(function(){if(typeof tdbLoader!=="undefined"){tdbLoader.init();}});</script></body></html>`;
}

/** A Jordanian site on tagDiv Newspaper 12: a composed single template of `tdb_` blocks. */
export const site: ReplicaSite = {
  id: 'shape-tagdiv-jordan',
  name: NAME,
  family: 'wordpress-tagdiv',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /wp-admin/\n' } }),
};
