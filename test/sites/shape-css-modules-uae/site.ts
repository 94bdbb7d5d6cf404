import { type Block, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-css-modules-uae.test';
const NAME = 'مرسى الإمارات';
const MENU =
  'الرئيسية|أخبار الدار|حكومة|حوادث وقضايا|تعليم|صحة|اقتصاد|عقارات|أسواق المال|سياحة وسفر|العرب والعالم|رياضة محلية|رياضة عالمية|ثقافة وتراث|منوعات|سيارات|تكنولوجيا|آراء|فيديو|بودكاست';
const LATEST =
  'بلدية خورفكان تعيد تأهيل ممشى الشاطئ الشرقي قبل الصيف|4 آلاف متطوع في حملة تنظيف الأودية بالفجيرة|«طرق دبي» تختبر حافلات تعمل بالهيدروجين على خطين|ضبط سائق قاد مركبته بإطارات منتهية الصلاحية منذ 3 أعوام|مدرسة في العين تحول فناءها إلى مزرعة مائية|ارتفاع تصرفات الأراضي السكنية في عجمان 11%|الوحدة يستعيد خدمات حارسه بعد غياب 5 أشهر|طبيب يحذر من مشروبات الطاقة قبل التمارين الصباحية|سوق السمك بالشارقة يستقبل موسم الكنعد|رحلات مباشرة من رأس الخيمة إلى وجهتين جديدتين';

const shareBar = (place: string) =>
  `<div class="ShareBar_shareBar__2xNfP ShareBar_${place}__Zk81w" data-testid="share-${place}"><span class="ShareBar_label__r7TgA">شارك</span><ul class="ShareBar_list__1mQeV">${[
    'facebook|فيسبوك',
    'x|إكس',
    'whatsapp|واتساب',
    'telegram|تيليجرام',
    'copy|نسخ الرابط',
  ]
    .map((one) => one.split('|'))
    .map(
      ([key, label]) =>
        `<li class="ShareBar_item__hW9dS"><button type="button" class="Button_button__Gv4cY Button_icon__0sLpE ShareBar_${key}__e3Jb7" aria-label="${label}"><svg class="Icon_icon__u6YtM" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z"></path></svg><span class="Button_text__Kq2aR">${label}</span></button></li>`,
    )
    .join('')}</ul></div>`;

const menu = (style: string) =>
  `<ul class="${style}">${MENU.split('|')
    .map(
      (label, at) =>
        `<li class="Nav_item__5dRwX${at === 1 ? ' Nav_active__bY3oK' : ''}"><a class="Nav_link__Pz0vC" href="${at === 0 ? '/' : `/section/${at}`}">${label}</a></li>`,
    )
    .join('')}</ul>`;

/** A story card as every list of the page has it. */
const card = (title: string, href: string, section: string, age: string, at: number) =>
  `<article class="StoryCard_card__9wHnB StoryCard_horizontal__L1fGe"><a class="StoryCard_thumb__xC5mT" href="${href}" tabindex="-1"><span class="LazyImage_wrapper__4jUqN" style="padding-bottom:56.25%"><img class="LazyImage_image__nD7kS" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" data-src="/media/card-${at}.webp" alt="${escapeText(title)}" loading="lazy"></span></a><div class="StoryCard_content__gT2zA"><a class="StoryCard_kicker__o8ReV" href="/section/${at}">${section}</a><h3 class="StoryCard_title__Fq6yU"><a class="StoryCard_link__M3bWs" href="${href}">${escapeText(title)}</a></h3><div class="StoryCard_meta__aJ7pI"><span class="StoryCard_age__Yc1dH">منذ <!-- -->${age}</span></div></div></article>`;

const block = ({ kind, text }: Block) => {
  const escaped = escapeText(text);
  if (kind === 'heading')
    return `<h2 class="RichText_heading__0bTqL RichText_level2__wK5eJ">${escaped}</h2>`;
  if (kind === 'quote')
    return `<figure class="PullQuote_figure__mV3xR"><svg class="Icon_icon__u6YtM PullQuote_mark__7LhSe" width="32" height="24" aria-hidden="true"><path d="M0 24V12L8 0h6L9 12h5v12z"></path></svg><blockquote class="PullQuote_text__dQ9nB"><p>${escaped}</p></blockquote></figure>`;
  return `<p class="RichText_paragraph__k2LmA">${escaped}</p>`;
};

/** Blocks of the body, each in the wrapper its component renders; items share one list. */
function bodyParts(article: SiteArticle): string[] {
  const parts: string[] = [];
  let items = '';
  const wrap = (type: string, html: string) =>
    parts.push(
      `<div class="article_block__Hs4Jc article_${type}__q0VdN" data-block="${type}">${html}</div>`,
    );
  const blocks = readBlocks(article);
  for (const [at, one] of blocks.entries()) {
    if (one.kind !== 'item') {
      const html = block(one);
      const byCity = at === 0 && article.print?.dateline;
      wrap(
        one.kind,
        byCity
          ? html.replace(
              '">',
              `"><span class="Dateline_dateline__tX6bW">${article.print?.dateline}</span>`,
            )
          : html,
      );
      continue;
    }
    items += `<li class="RichText_listItem__W8uPz"><span>${escapeText(one.text)}</span></li>`;
    if (blocks[at + 1]?.kind !== 'item') {
      wrap('list', `<ul class="RichText_list__S1cEo">${items}</ul>`);
      items = '';
    }
  }
  return parts;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {}, articleSection: [section = ''] = [], keywords = [] } = article;
  const title = escapeText(article.headline);
  const description = escapeText(article.description ?? '');
  const latest = LATEST.split('|');
  const others = othersThan(article, articles, 2);
  const parts = bodyParts(article);
  parts.splice(
    2,
    0,
    `<div class="article_block__Hs4Jc article_ad__C7mKr" data-block="ad"><div class="AdSlot_slot__eN5wD" id="div-gpt-inread-1"><span class="AdSlot_label__1GyXq">إعلان</span></div></div>`,
  );
  const inline = `<div class="article_block__Hs4Jc article_related__9ZtVb" data-block="related"><aside class="InlineRelated_box__jF8sM"><span class="InlineRelated_title__R4oLd">اقرأ أيضاً</span><ul class="InlineRelated_list__v2KhT"><li><a class="InlineRelated_link__B6iCa" href="/story/1.90417">${print.related}</a></li><li><a class="InlineRelated_link__B6iCa" href="${encodeURI(others[0]?.path ?? '/')}">${escapeText(others[0]?.headline ?? '')}</a></li></ul></aside></div>`;
  parts.splice(Math.max(4, parts.length - 3), 0, inline);
  const changed = article.dateModified
    ? `<span class="StoryMeta_separator__Uo2Xe" aria-hidden="true">|</span><span class="StoryMeta_updated__P9aGl">آخر تحديث: <!-- --><time dateTime="${print.modifiedIso}">${print.modified}</time></span>`
    : '';
  const state = {
    app: { locale: 'ar-AE', theme: 'light', build: '4.18.2', isBot: false, edition: 'uae' },
    nav: MENU.split('|').map((label, at) => ({ id: at, label, url: `/section/${at}` })),
    story: { current: article.path.split('.').at(-1), status: 'succeeded', error: null },
    ticker: latest
      .slice(0, 5)
      .map((label, at) => ({ id: 90500 + at, title: label, breaking: false })),
  };
  return `<!doctype html>
<html lang="ar" dir="rtl" data-theme="light"><head data-rh="true"><meta charSet="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,shrink-to-fit=no"><meta name="theme-color" content="#0b4f6c"><title data-rh="true">${title} | ${NAME}</title>
<meta data-rh="true" name="description" content="${description}"><meta data-rh="true" name="keywords" content="${keywords.join(', ')}"><meta data-rh="true" property="og:type" content="article"><meta data-rh="true" property="og:site_name" content="${NAME}"><meta data-rh="true" property="og:title" content="${title}"><meta data-rh="true" property="og:description" content="${description}"><meta data-rh="true" property="og:url" content="${ORIGIN}${encodeURI(article.path)}"><meta data-rh="true" property="og:image" content="${ORIGIN}${image?.path}"><meta data-rh="true" property="og:image:width" content="${image?.width}"><meta data-rh="true" property="og:image:height" content="${image?.height}"><meta data-rh="true" property="article:section" content="${section}"><meta data-rh="true" name="twitter:card" content="summary_large_image"><meta data-rh="true" name="twitter:site" content="@marsauae"><link data-rh="true" rel="canonical" href="${ORIGIN}${encodeURI(article.path)}">
<link rel="preload" as="font" href="/static/media/dubai-regular.6f21c0.woff2" type="font/woff2" crossorigin="anonymous"><link rel="manifest" href="/manifest.json"><link rel="stylesheet" data-chunk="main" href="/static/css/main.3c1f8a4b.chunk.css"><link rel="stylesheet" data-chunk="pages-Story" href="/static/css/pages-Story.a91d02e7.chunk.css"><style id="critical">.Header_header__3Gk1p{position:sticky;top:0;z-index:40;background:#fff}.article_body__x8Kd2{font:400 1.125rem/1.9 Dubai,Tahoma,sans-serif}.Story_lede__Q2mZr{font-weight:500;color:#33505c}.InlineRelated_box__jF8sM{border-inline-start:4px solid #0b4f6c;padding:12px 16px}.AdSlot_slot__eN5wD{min-height:250px}.visuallyHidden__T0pIc{position:absolute;clip:rect(0 0 0 0)}</style>
<script>window.dataLayer=window.dataLayer||[];dataLayer.push({event:"virtualPageview",pageType:"story",section:"${section}"});</script></head>
<body class="App_body__l5WfE"><noscript>يجب تفعيل جافاسكربت في متصفحك لتصفح الموقع بصورة كاملة.</noscript><div id="root"><div class="App_app__7VbQn"><a class="visuallyHidden__T0pIc" href="#main">تخطَّ إلى المحتوى</a>
<header class="Header_header__3Gk1p"><div class="TopBar_bar__d1SxZ"><div class="TopBar_inner__Yp8Rk"><span class="TopBar_date__nE3uG">${print.today}</span><span class="TopBar_weather__0KqLt">دبي<!-- --> <!-- -->31<!-- -->°</span><ul class="TopBar_prayer__fW6oC"><li>الفجر 04:34</li><li>الظهر 12:20</li><li>العصر 15:47</li><li>المغرب 18:45</li><li>العشاء 20:01</li></ul><a class="TopBar_epaper__M2cVh" href="/epaper">النسخة الورقية</a><a class="TopBar_login__X9rTb" href="/login">تسجيل الدخول</a></div></div><div class="Header_brand__sJ4aD"><button type="button" class="Button_button__Gv4cY Header_burger__iU1zF" aria-expanded="false" aria-label="القائمة"><i></i><i></i><i></i></button><a class="Header_logo__B7kNw" href="/"><img src="/static/media/logo.8d7c1f.svg" alt="${NAME}" width="180" height="52"></a><form class="Search_form__oH5yL" role="search" action="/search"><input class="Search_input__3RvPm" type="search" name="q" placeholder="ابحث في ${NAME}"><button class="Button_button__Gv4cY Search_submit__q8DtK" type="submit">بحث</button></form></div><nav class="Nav_nav__6eXsB" aria-label="الأقسام">${menu('Nav_list__cZ2gJ')}</nav><div class="Ticker_ticker__w0MaV"><strong class="Ticker_label__E4nYd">عاجل</strong><div class="Ticker_track__5PhQr">${latest
    .slice(0, 5)
    .map((one, at) => `<a class="Ticker_item__K9lSf" href="/story/1.${90500 + at}">${one}</a>`)
    .join('')}</div></div></header>
<div class="AdSlot_slot__eN5wD AdSlot_leaderboard__G3vTx" id="div-gpt-leader"></div>
<main id="main" class="Layout_main__2JcWp"><div class="Layout_container__uS7hR"><nav class="Breadcrumb_nav__9bFkE" aria-label="مسار التنقل"><ol class="Breadcrumb_list__z6QoN"><li><a href="/">الرئيسية</a></li><li><a href="/section/1">${section}</a></li><li aria-current="page">${title}</li></ol></nav>
<div class="Layout_grid__VtX0m"><div class="Layout_content__D5yLi"><div class="Story_story__a8GwK" data-testid="story"><div class="Story_header__R1eBz"><a class="Story_section__4NmJu" href="/section/1">${section}</a><h1 class="Story_headline__oT7cP">${title}</h1>${print.lede ? `<div class="Story_lede__Q2mZr">${escapeText(print.lede)}</div>` : ''}<div class="StoryMeta_meta__H6dXq"><div class="StoryMeta_byline__yV3sA">${print.byline}</div><div class="StoryMeta_dates__jL9fT"><span class="StoryMeta_published__K0uWn">تاريخ النشر: <!-- --><time dateTime="${print.iso}">${print.date}</time></span>${changed}</div><div class="StoryMeta_tools__8CiMr"><button type="button" class="Button_button__Gv4cY FontSize_smaller__eP2aB">ا-</button><button type="button" class="Button_button__Gv4cY FontSize_larger__X5kGd">ا+</button><span class="ReadingTime_time__N1oZv">مدة القراءة<!-- --> <!-- -->${print.minutes}<!-- --> <!-- -->دقائق</span></div></div>${shareBar('top')}</div>
<figure class="Media_figure__T8rLe"><picture><source type="image/webp" srcSet="${image?.path.replace('.jpg', '.webp')}?w=480 480w, ${image?.path.replace('.jpg', '.webp')}?w=960 960w"><img class="Media_image__b4HxW" src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="${escapeText(image?.caption ?? article.headline)}" fetchPriority="high"></picture>${image?.caption ? `<figcaption class="Media_caption__7YpQs">${escapeText(image.caption)}${print.photo ? `<span class="Media_credit__gK3vD">${print.photo}</span>` : ''}</figcaption>` : ''}</figure>
<div class="article_layout__1FzUo"><div class="article_rail__mE6bN">${shareBar('rail')}</div><div class="article_body__x8Kd2">${parts.slice(print.lede ? 1 : 0).join('')}</div></div>
<div class="FollowUs_banner__S5wCh"><p class="FollowUs_text__P2tJa">تابعوا آخر أخبارنا المحلية والرياضية وآخر المستجدات السياسية والاقتصادية عبر Google News</p><a class="FollowUs_button__9XlRo" href="https://news.google.com/" rel="nofollow noopener" target="_blank">تابعنا</a></div>
<div class="Tags_tags__u0DkV"><span class="Tags_label__L7gMe">الكلمات الدالة</span>${keywords.map((one) => `<a class="Tags_tag__W3nHi" href="/tags/${encodeURIComponent(one)}">${one}</a>`).join('')}</div>${print.bio ? `<div class="AuthorBox_box__Z4sPb"><img class="AuthorBox_avatar__c8TqK" src="/media/authors/default.png" alt="" width="64" height="64"><div><a class="AuthorBox_name__1VjFy" href="/authors/212">${article.author?.[0]}</a><p class="AuthorBox_bio__xG6uR">${print.bio}</p></div></div>` : ''}${shareBar('bottom')}
<div class="Reactions_reactions__O5aLw"><p class="Reactions_ask__eB9dX">هل كان هذا الخبر مفيداً؟</p><button type="button" class="Button_button__Gv4cY">نعم<!-- --> (<!-- -->14<!-- -->)</button><button type="button" class="Button_button__Gv4cY">لا<!-- --> (<!-- -->2<!-- -->)</button></div></div>
<section class="Related_section__K1yNs"><h2 class="SectionTitle_title__f4RoM"><span>أخبار ذات صلة</span></h2><div class="Related_grid__7UhEc">${others.map((one, at) => card(one.headline, encodeURI(one.path), one.articleSection?.[0] ?? '', `${at + 2} أيام`, at)).join('')}${latest
    .slice(5, 8)
    .map((one, at) => card(one, `/story/1.${90520 + at}`, 'أخبار الدار', `${at + 3} ساعات`, at + 2))
    .join('')}</div></section>
<section class="Comments_section__v3XdG"><h2 class="SectionTitle_title__f4RoM"><span>التعليقات</span></h2><form class="Comments_form__T6iWz"><label class="Comments_label__0mQpA">الاسم<input name="name" class="Comments_input__J8bSl"></label><label class="Comments_label__0mQpA">البريد الإلكتروني<input name="email" type="email" class="Comments_input__J8bSl"></label><textarea name="text" class="Comments_input__J8bSl" placeholder="اكتب تعليقك هنا"></textarea><p class="Comments_policy__Y2cKf">التعليقات المنشورة لا تعبر عن رأي الصحيفة، ويحتفظ الموقع بحق حذف ما يخالف القانون أو يتضمن إساءة إلى الأشخاص أو المؤسسات.</p><button class="Button_button__Gv4cY Button_primary__H5vNt" type="submit">إرسال</button></form></section></div>
<aside class="Layout_sidebar__p9LxB"><div class="AdSlot_slot__eN5wD" id="div-gpt-mpu"></div><section class="MostRead_widget__Q7sEd"><h2 class="SectionTitle_title__f4RoM"><span>الأكثر قراءة</span></h2><ol class="MostRead_list__a2GfW">${latest.map((one, at) => `<li class="MostRead_item__X0oVy"><span class="MostRead_rank__5KrTj">${at + 1}</span><a class="MostRead_link__nC8mU" href="/story/1.${90600 + at}">${one}</a></li>`).join('')}</ol></section><section class="Newsletter_box__D3wPi"><h2 class="Newsletter_title__h6LzS">نشرة الصباح</h2><p class="Newsletter_text__B1tQe">أهم ما يجب أن تعرفه عن الإمارات والمنطقة يصل إلى بريدك في السابعة صباحاً.</p><form><input type="email" placeholder="بريدك الإلكتروني" class="Newsletter_input__M9xFk"><button class="Button_button__Gv4cY Button_primary__H5vNt" type="submit">اشترك</button></form></section></aside></div></div></main>
<footer class="Footer_footer__R8yJc"><div class="Footer_columns__0GqVo">${menu('Footer_sections__s5DnT')}<ul class="Footer_about__W4kLa"><li><a href="/about">من نحن</a></li><li><a href="/contact">اتصل بنا</a></li><li><a href="/advertise">أعلن معنا</a></li><li><a href="/privacy">سياسة الخصوصية</a></li><li><a href="/terms">شروط الاستخدام</a></li><li><a href="/archive">الأرشيف</a></li></ul><div class="Footer_apps__E7bXu"><p>حمّل تطبيق ${NAME}</p><a href="#">App Store</a><a href="#">Google Play</a><a href="#">AppGallery</a></div></div><p class="Footer_copyright__i3ZmH">جميع الحقوق محفوظة © <!-- -->2026<!-- --> <!-- -->${NAME}<!-- --> للصحافة والنشر، دبي. يمنع نقل أي مادة أو إعادة نشرها من دون إذن مكتوب من الناشر.</p></footer>
<div class="CookieBar_bar__L2fPw" role="dialog"><p class="CookieBar_text__9SvRg">نستخدم ملفات تعريف الارتباط لتحسين تجربتك وتحليل حركة الزيارات. بمتابعة التصفح فإنك توافق على سياسة الخصوصية.</p><button type="button" class="Button_button__Gv4cY">موافق</button></div></div></div>
<script>window.__PRELOADED_STATE__=${scriptJson(state)}</script><script id="__LOADABLE_REQUIRED_CHUNKS__" type="application/json">[7,12,31]</script><script id="__LOADABLE_REQUIRED_CHUNKS___ext" type="application/json">{"namedChunks":["pages-Story","MostRead"]}</script><script async data-chunk="main" src="/static/js/main.7be20c91.chunk.js"></script><script async data-chunk="pages-Story" src="/static/js/pages-Story.51f9aa03.chunk.js"></script></body></html>`;
}

/** A React app whose CSS modules leave hashed class names, rendered on the server. */
export const site: ReplicaSite = {
  id: 'shape-css-modules-uae',
  name: NAME,
  family: 'react-css-modules',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
