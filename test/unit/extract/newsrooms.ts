import { HEADLINE as H, PARAGRAPHS as P } from './page-makes.ts';

/*
 * Whole pages as newsrooms of many kinds set them: broadcasters, agencies, dailies and portals, with
 * their leads, bylines, captions, boxes, prompts and lists around one invented text.
 */

const LEAD =
  'مصنع جديد للتمور يوفر مئتي فرصة عمل في ولاية السهول الغربية ويستوعب خمس إنتاجها السنوي من التمور';
const SUB = 'خطة خمسية';
const A = 'سمير الحداد';
const ex = (i: number) =>
  `قال مسؤول في بلدية المدينة رقم ${i} إن أعمال الصيانة في الطريق الدائري ستستمر شهرين، داعيا السائقين إلى استخدام الطرق البديلة.`;
const tt = (i: number) => `بلدية المدينة رقم ${i} تعلن خطة لصيانة الطريق الدائري قبل الشتاء`;
const p = (a: number, b: number, t = 'p', attr = '') =>
  P.slice(a, b)
    .map((x) => `<${t}${attr}>${x}</${t}>`)
    .join('\n');
const head = (site: string, extra = '') =>
  `<head><meta charset="utf-8"><title>${H} | ${site}</title><meta property="og:title" content="${H}"><meta property="og:site_name" content="${site}"><meta property="og:type" content="article"><meta name="description" content="${LEAD}">${extra}</head>`;
const menu = (site: string) =>
  `<header class="site-header"><a href="/" class="logo">${site}</a><nav><ul>${['الرئيسية', 'سياسة', 'اقتصاد', 'رياضة', 'ثقافة', 'منوعات', 'رأي', 'فيديو', 'بودكاست', 'صحة'].map((x, i) => `<li><a href="/s/${i}">${x}</a></li>`).join('')}</ul></nav><div class="trending"><span>رائج الآن</span><a href="/t/1">الانتخابات البلدية</a><a href="/t/2">أسعار الذهب</a></div></header>`;
const foot = (site: string) =>
  `<footer><ul><li><a href="/about">من نحن</a></li><li><a href="/contact">اتصل بنا</a></li><li><a href="/privacy">سياسة الخصوصية</a></li></ul><p>جميع الحقوق محفوظة © ${site} 2026</p></footer>`;
const page = (site: string, body: string, extra = '') =>
  `<!doctype html><html lang="ar" dir="rtl">${head(site, extra)}<body>${menu(site)}${body}${foot(site)}</body></html>`;
/** A newsroom's page and what stands on it. */
export interface Newsroom {
  readonly html: string;
  /** Lines of the article beside its paragraphs: lead, sub-heads, quotes. */
  readonly own?: readonly string[];
  readonly author?: readonly string[];
  readonly credit?: readonly string[];
  /** Day of publication; absent where the page names only a change. */
  readonly day?: string;
}
/** The pages by the kind of newsroom, each with what stands around a text there. */
export const NEWSROOMS: Readonly<Record<string, Newsroom>> = {
  headlessBroadcaster: {
    author: [A],
    day: '2026-11-17',
    credit: ['وكالات'],
    html: page(
      'النخلة',
      `<main id="main-content-area"><div class="container"><div class="l-col l-col--8"><header class="article-header"><div class="topics"><a href="/news">أخبار</a><span>|</span><a href="/eb">اقتصاد</a></div><h1>${H}</h1></header><figure class="article-featured-image"><div class="responsive-image"><img src="/x.jpg"></div><figcaption>مزرعة تمور في السهول الغربية (رويترز)</figcaption></figure><div class="article-info-block"><div class="article-b-l"><div class="article-author-name"><span class="article-author-name-item"><a class="author-link" href="/author/samir">${A}</a></span></div><div class="article-dates"><div class="date-simple css-1yjq2zp"><span class="screen-reader-text">Published On 17/11/2026</span><span aria-hidden="true">17/11/2026</span></div><div class="article-dates__update">آخر تحديث: 17/11/2026 01:20 م (توقيت مكة)</div></div></div><div class="article-b-r"><button class="share"><span class="screen-reader-text">شارِكْ</span></button><button>حفظ</button></div></div><div class="wysiwyg wysiwyg--all-content css-1ck9wyi" aria-live="polite">${p(0, 2)}<p>وبحسب <a href="/x">تقرير سابق</a> للوزارة فإن الطلب على التمور يزيد كل عام بنحو عشرة في المئة.</p>${p(2, 4)}<div class="more-on"><h2 class="more-on__heading">اقرأ أيضا</h2><span class="screen-reader-text">list of 2 items</span><ul class="more-on__list"><li class="more-on__item"><span class="screen-reader-text">list 1 of 2</span><div class="more-on__content"><h3><a href="/1">${tt(1)}</a></h3></div></li><li class="more-on__item"><span class="screen-reader-text">list 2 of 2</span><div><h3><a href="/2">${tt(2)}</a></h3></div></li></ul><span class="screen-reader-text">end of list</span></div>${p(4, 6)}<figure class="wp-caption alignnone"><img src="/y.jpg"><figcaption class="wp-caption-text">عمال في مزرعة للتمور بعد موسم القطاف (الأناضول)</figcaption></figure><h2>${SUB}</h2>${p(6, 8)}<div class="container--ads"><div class="ad-label">إعلان</div></div></div><div class="article-source"><span class="article-source__title">المصدر</span><span>: </span><span>النخلة + وكالات</span></div><div class="article-tags"><a href="/tag/1">اقتصاد</a><a href="/tag/2">زراعة</a></div><section class="article-related-list"><h2>المزيد من اقتصاد</h2>${[3, 4, 5].map((i) => `<article class="article-card"><h3><a href="/${i}">${tt(i)}</a></h3><div class="article-card__excerpt"><p>${ex(i)}</p></div><footer><span class="screen-reader-text">Published On 16/11/2026</span><span>16/11/2026</span></footer></article>`).join('')}</section></div><aside class="l-col l-col--4"><div class="trending-articles"><h2>الأكثر قراءة</h2><ol>${[6, 7, 8].map((i) => `<li><a href="/${i}">${tt(i)}</a></li>`).join('')}</ol></div></aside></div></main>`,
    ),
    own: ['وبحسب تقرير سابق للوزارة فإن الطلب على التمور يزيد كل عام بنحو عشرة في المئة.', SUB],
  },
  hashedBroadcaster: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'النخلة',
      `<main role="main" class="cx-fa0wmp"><div class="cx-1151pbn ebmt73l0"><h1 id="content" tabindex="-1" class="cx-14gqcmb e1p3vdyi0">${H}</h1></div><div class="cx-1ka88fa ebmt73l0"><figure class="cx-1qdcvv9 e6i104o0"><div class="cx-172p16q ebmt73l1"><div class="cx-189y18v ebmt73l0"><div class="cx-997y1y e5ihcgi0"><img src="/x.jpg" alt="مزرعة"></div></div><p role="text" class="cx-1o7a1v9 e5nqeb80"><span class="cx-m04vo2 e18sb98f0">صدر الصورة، </span><span lang="en-GB" dir="ltr">Getty Images</span></p></div><figcaption class="cx-2fjqgs e6i104o0"><span class="cx-m04vo2">التعليق على الصورة، </span><p class="cx-1wxi9kz">تنتج الولاية أربعين ألف طن من التمور في العام</p></figcaption></figure></div><section role="region" aria-labelledby="article-byline" class="cx-1nnq8j6"><strong id="article-byline" class="cx-m04vo2">Article Information</strong><ul role="list" class="cx-u78k0p"><li role="listitem"><span class="cx-m04vo2">Author, </span><span class="cx-1ypcc2">${A}</span></li><li role="listitem"><span class="cx-m04vo2">Role, </span><span class="cx-1p92jtu">مراسل الشؤون الاقتصادية - القاهرة</span></li></ul></section><time class="cx-16jlylf" datetime="2026-11-17">17 نوفمبر/ تشرين الثاني 2026</time><div dir="rtl" class="cx-19j92fr ebmt73l0"><p dir="rtl" class="cx-1gjryo4 e17g058b0"><b class="cx-14hn8cb e1hq59l0">${P[0]}</b></p></div>${P.slice(
        1,
        3,
      )
        .map(
          (x) =>
            `<div dir="rtl" class="cx-19j92fr ebmt73l0"><p dir="rtl" class="cx-1gjryo4 e17g058b0">${x}</p></div>`,
        )
        .join(
          '',
        )}<section role="region" aria-labelledby="recommendations-heading" class="cx-1b5ub9v"><div class="cx-jw2yjd"><strong id="recommendations-heading" class="cx-8i2qae">قصص مقترحة</strong><div><a href="#end-of-recommendations" class="cx-1hmyx1c">تخطى قصص مقترحة وواصل القراءة</a><ul role="list" class="cx-14jdpb7">${[1, 2, 3, 4].map((i) => `<li role="listitem"><div class="cx-kf9ms5"><a href="/${i}">${tt(i)}</a></div></li>`).join('')}</ul><p tabindex="-1" id="end-of-recommendations" class="cx-m04vo2">نهاية قصص مقترحة</p></div></div></section>${P.slice(
        3,
        5,
      )
        .map(
          (x) =>
            `<div dir="rtl" class="cx-19j92fr ebmt73l0"><p dir="rtl" class="cx-1gjryo4 e17g058b0">${x}</p></div>`,
        )
        .join(
          '',
        )}<div class="cx-1151pbn ebmt73l0"><h2 tabindex="-1" class="cx-1s0dlhz eglt09e0">${SUB}</h2></div><section class="cx-hl5ftt ebmt73l0"><strong>بودكاست</strong><a href="#end-of-podcasts">تخطى البودكاست وواصل القراءة</a><p>تقدم هذه السلسلة قصصا من العالم العربي كل أسبوع.</p><a href="/p">الحلقات</a><p id="end-of-podcasts">البودكاست نهاية</p></section>${P.slice(
        5,
      )
        .map(
          (x) =>
            `<div dir="rtl" class="cx-19j92fr ebmt73l0"><p dir="rtl" class="cx-1gjryo4 e17g058b0">${x}</p></div>`,
        )
        .join(
          '',
        )}</main><div class="cx-secondary"><section aria-labelledby="top-stories-heading"><h2 id="top-stories-heading">أهم الأخبار</h2><ul>${[5, 6].map((i) => `<li><h3><a href="/${i}">${tt(i)}</a></h3><time datetime="2026-11-16">قبل 5 ساعة</time></li>`).join('')}</ul></section><section><h2>اخترنا لكم</h2><ul>${[7, 8].map((i) => `<li><h3><a href="/${i}">${tt(i)}</a></h3></li>`).join('')}</ul></section></div>`,
    ),
    own: [SUB],
  },
  gulfChannel: {
    day: '2026-11-17',
    html: page(
      'الأفق',
      `<div class="main-container"><div class="article-page row"><div class="col-lg-8"><div class="article-head"><div class="section-label"><a href="/business">اقتصاد</a></div><h1 class="article-title">${H}</h1><div class="article-meta"><span class="date-time">17 نوفمبر 2026 - 10:12 بتوقيت أبوظبي</span><span class="source">الأفق - أبوظبي</span></div></div><div class="article-media"><img src="/x.jpg"><span class="media-caption">مزرعة تمور</span></div><div class="article-summary"><ul></ul></div><div class="article-body" id="firstBodyDiv"><p class="rtl-p">${P[0]}</p>${p(1, 3)}<div class="related-news-inline"><div class="title">أخبار ذات صلة</div><a href="/1"><div class="img"><img src="/1.jpg"></div><div class="txt">${tt(1)}</div></a><a href="/2"><div class="txt">${tt(2)}</div></a></div>${p(3, 5)}<p><strong>${SUB}</strong></p>${p(5, 8)}<ul class="tags"><li><a href="/t/1">تمور</a></li></ul></div><div class="newsletter-box"><h4>اشترك في نشرتنا</h4><p>احصل على أهم الأخبار في بريدك كل صباح.</p><form><input type="email"><button>اشترك</button></form></div><div class="watch-more"><h3>شاهد أيضا</h3></div></div></div></div>`,
    ),
    own: [SUB],
  },
  translatedChannel: {
    day: '2026-11-17',
    credit: ['نوفوستي'],
    html: page(
      'الشمال اليوم',
      `<div class="layout__content"><div class="full-article article"><div class="full-article__info"><span class="date">تاريخ النشر: 17.11.2026 | 10:12 GMT</span></div><h1 class="heading heading_main">${H}</h1><p class="summary">${LEAD}.</p><div class="media"><img src="/x.jpg"><div class="media__footer"><span class="media__title">صورة تعبيرية / Reuters</span></div></div><div class="sharing"><span>انسخ الرابط</span></div><div class="text js-text js-mediator-article">${p(0, 3)}<div class="read-more-big"><a href="/1" class="read-more-big__link"><img src="/1.jpg"><div class="read-more-big__content"><h4 class="read-more-big__title">${tt(1)}</h4><div class="read-more-big__summary">${ex(1)}</div></div></a></div>${p(3, 8)}<p>المصدر: "نوفوستي"</p></div><div class="news-tags"><a href="/tags/1">اقتصاد</a></div><div class="subscribe-line"><p>تابعوا الشمال اليوم على <a href="#">تلغرام</a></p></div><div class="comments"><div class="comments__rules">يرجى الالتزام بقواعد التعليق.</div></div><div class="more-section"><h2>المزيد</h2><ul>${[2, 3].map((i) => `<li><a href="/${i}"><strong>${tt(i)}</strong><div>${ex(i)}</div></a></li>`).join('')}</ul></div></div></div>`,
    ),
    own: [`${LEAD}.`],
  },
  agencyOfBlocks: {
    day: '2026-11-17',
    html: page(
      'القمر',
      `<div class="article" data-published="2026-11-17"><div class="article__header"><div class="article__info"><div class="article__info-date"><a href="/20261117/" title="تاريخ النشر: 10:12 17.11.2026" class="">10:12 GMT 17.11.2026</a><span class="article__info-date-modified">(تم التحديث: 10:30 GMT 17.11.2026)</span></div></div><h1 class="article__title">${H}</h1><div class="article__news-services-subscribe"><div>تابعنا عبر</div><a>Telegram</a></div><div class="article__announce"><div class="media"><div class="media__size"><img src="/x.jpg"></div><div class="media__copyright"><a class="media__copyright-item">© وكالة القمر</a></div><div class="media__title">مزرعة تمور في السهول الغربية، 12 نوفمبر 2026</div></div></div></div><div class="article__body"><div class="article__announce-text">${LEAD}.</div>${P.slice(
        0,
        3,
      )
        .map(
          (x) =>
            `<div class="article__block" data-type="text"><div class="article__text">${x}</div></div>`,
        )
        .join(
          '',
        )}<div class="article__block" data-type="article"><div class="article__article"><a href="/1" class="article__article-image"><img></a><div class="article__article-desc"><a href="/1" class="article__article-title">${tt(1)}</a><span class="article__article-date">16 نوفمبر, 12:00 GMT</span></div></div></div>${P.slice(
        3,
        5,
      )
        .map(
          (x) =>
            `<div class="article__block" data-type="text"><div class="article__text">${x}</div></div>`,
        )
        .join(
          '',
        )}<div class="article__block" data-type="h3"><h3 class="article__h2">${SUB}</h3></div>${P.slice(
        5,
      )
        .map(
          (x) =>
            `<div class="article__block" data-type="text"><div class="article__text">${x}</div></div>`,
        )
        .join(
          '',
        )}</div><div class="article__footer"><div class="article__userbar-loader"></div><ul class="article__tags"><li><a>زراعة</a></li></ul></div></div>`,
    ),
    own: [SUB, `${LEAD}.`],
  },
  channelWithChapo: {
    day: '2026-11-17',
    credit: ['أ ف ب'],
    html: page(
      'ضفاف 24',
      `<main><article class="t-content t-content--article"><p class="a-tag"><a href="/eco">اقتصاد</a></p><h1 class="t-content__title a-page-title">${H}</h1><div class="t-content__metadata m-pub-dates"><div class="t-content__dates"><p class="m-pub-dates"><span class="m-pub-dates__date">نشرت في: <time datetime="2026-11-17T10:12:00+00:00">17/11/2026 - 10:12</time></span><span class="m-pub-dates__date">آخر تحديث: <time datetime="2026-11-17T10:20:00+00:00">17/11/2026 - 10:20</time></span></p></div><p class="t-content__chapo">${LEAD}.</p><div class="m-social"><ul><li>Facebook</li></ul></div><div class="a-read-time"><span>3 دقائق</span><span>مدة القراءة</span></div></div><figure class="m-item-image"><picture><img src="/x.jpg"></picture><figcaption class="m-item-image__captioncredit"><span>مزرعة تمور.</span><span>© رويترز</span></figcaption></figure><div class="m-from-author"><span class="m-from-author__label">نص:</span><a class="m-from-author__name" href="/x">أ ف ب</a></div><div class="t-content__body u-clearfix">${p(0, 2)}<div class="m-em-oembed m-em-oembed--player"><div class="m-oembed__cookies"><p>لعرض هذا المحتوى من يوتيوب من الضروري السماح بجمع نسب المشاهدة وإعلانات يوتيوب.</p><button>قبول</button><button>إدارة خياراتي</button></div></div>${p(2, 4)}<p><strong>للمزيد: <a href="/1">${tt(1)}</a></strong></p>${p(4, 6)}<h2>${SUB}</h2>${p(6, 8)}<p>ضفاف 24/ أ ف ب</p></div><div class="m-newsletter"><p>الملخص اليومي</p><p>الأحداث الأهم ترسل كل صباح إلى بريدك الإلكتروني.</p><button>أشترك</button></div><div class="o-layout-list"><h2>المزيد</h2>${[2, 3].map((i) => `<div class="m-item-list-article"><p class="article__title"><a href="/${i}">${tt(i)}</a></p><p>${ex(i)}</p></div>`).join('')}</div></article></main>`,
    ),
    own: [SUB, `${LEAD}.`],
  },
  channelWithInitials: {
    day: '2026-11-17',
    credit: ['د ب أ', 'رويترز'],
    html: page(
      'صوت الشمال',
      `<main><div class="sc-fRkCxR"><article><header><div class="kicker"><span class="r1k">زراعة</span><span class="country">السهول الغربية</span></div><div class="author-details"></div><time aria-hidden="true">١٧ نوفمبر ٢٠٢٦</time><span class="sr">17 نوفمبر 2026</span><h1 class="h1 sc-a">${H}</h1><p class="teaser-text sc-b">${LEAD}.</p></header><div class="sc-media"><figure><img src="/x.jpg"><figcaption class="img-caption"><span>صورة من: dpa/picture-alliance</span></figcaption></figure></div><div class="sc-c rich-text">${p(0, 3)}<div class="embed embed-image-link sc-e"><a href="/1"><img src="/1.jpg"><div class="sc-f"><h4>${tt(1)}</h4><p>${ex(1)}</p></div></a></div>${p(3, 5)}<h2>${SUB}</h2>${p(5, 8)}<p>س.ح/ م.ع (د ب أ، رويترز)</p></div><div class="sc-g"><a href="/feedback">أرسل تعليقك</a></div><section class="sc-h"><h2>المزيد من هذا الموضوع</h2>${[2, 3].map((i) => `<div class="teaser-wrap"><h3><a href="/${i}">${tt(i)}</a></h3><p class="teaser-description">${ex(i)}</p><span>اقتصاد</span><time>16 نوفمبر 2026</time></div>`).join('')}</section></article></div></main>`,
    ),
    own: [SUB, `${LEAD}.`],
  },
  channelWithSubtitle: {
    day: '2026-11-17',
    html: page(
      'الضحى',
      `<div class="content-wrap"><div class="article-main" id="article"><div class="breaking-wrap"></div><div class="articleHeader"><div class="kicker-text">زراعة</div><h1 class="headingInfo_title">${H}</h1><h2 class="headingInfo_subTitle">${LEAD}</h2></div><div class="media-holder"><img src="/x.jpg"><span class="caption">مزرعة تمور</span></div><div class="byline-wrap"><div class="byline-author">الرياض - الضحى.نت</div><div class="timeDate_wrap"><time datetime="2026-11-17T07:12:00Z">نشر في: 17 نوفمبر ,2026: 10:12 ص GST</time><time>آخر تحديث: 17 نوفمبر ,2026: 10:40 ص GST</time><span class="readTime">مدة القراءة: 3 دقائق</span></div></div><div class="body-1 paragraph" id="body-text"><p><span>${P[0]}</span></p>${p(1, 4)}<div class="inarticle-related"><a href="/1"><span class="label">اقتصاد</span><span class="title">${tt(1)}</span></a></div>${p(4, 8)}<div class="article-action"><button>اسمع المقال</button><span>ملخص</span></div></div><div class="tags-wrap"><span>مواضيع</span><a>تمور</a></div><div class="follow-google">تابعوا آخر أخبار الضحى عبر Google News</div><div class="mostpop"><h3>الأكثر قراءة</h3>${[1, 2, 3].map((i) => `<div class="item"><a href="/${i}"><h4>${tt(i)}</h4></a></div>`).join('')}</div></div></div>`,
    ),
    own: [LEAD],
  },
  dailyOnDrupal: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'الشرق الجديد',
      `<div id="block-main"><article class="node node--type-article"><div class="entry_title"><h1><span class="field field--name-title">${H}</span></h1></div><div class="field field--name-field-sub-title field__item">${LEAD}</div><div class="entry_header"><div class="field-image"><img src="/x.jpg"><div class="image_caption">مزرعة تمور في السهول الغربية (واس)</div></div></div><ul class="entry-meta"><li class="entry-location">السهول:</li><li class="entry-author"><a href="/taxonomy/term/12">${A}</a></li></ul><div class="entry_date">نُشر: 10:12-17 نوفمبر 2026 م ـ 26 جمادى الأولى 1448 هـ</div><div class="share_tools"><a>TT</a><span>20</span></div><div class="entry-content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary"><p>${P[0]}</p>${p(1, 3)}<div class="embedded-entity"><article class="media"><img src="/y.jpg"></article><p>عمال في مزرعة للتمور (رويترز)</p></div>${p(3, 8)}</div></div><div class="field field--name-field-tags"><div class="field__item"><a>زراعة</a></div></div><section class="related_articles"><h2>مواضيع ذات صلة</h2>${[1, 2, 3].map((i) => `<article class="article-item"><h2><a href="/${i}">${tt(i)}</a></h2><div class="field-teaser"><p>${ex(i)}</p></div><div class="author">«الشرق الجديد» (لندن)</div></article>`).join('')}</section><div class="follow_us"><p>انضم إلى المحادثة</p><div>أعلى</div></div></article></div>`,
    ),
    own: [LEAD],
  },
  moroccanPortal: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'أطلس نيوز',
      `<div class="container"><article class="post"><div class="post-header"><ol class="breadcrumb"><li><a href="/">الرئيسية</a></li><li><a href="/eco">اقتصاد</a></li></ol><h1 class="post-title">${H}</h1></div><figure class="post-thumbnail"><img src="/x.jpg"><figcaption>صورة: أطلس نيوز</figcaption></figure><div class="post-date-author"><span class="author">أطلس نيوز - <a href="/author/x">${A}</a></span><span class="date-post">الثلاثاء 17 نونبر 2026 - 10:12</span></div><div class="article-content">${p(0, 4)}<div class="box-google-news"><a href="#">النشرة الإخبارية</a><p>اشترك الآن في النشرة البريدية لأطلس نيوز، لتصلك آخر الأخبار يوميا</p><form><input><button>اشترك</button></form><p class="msg">تمت العملية بنجاح</p></div>${p(4, 8)}<div class="article-tags"><span><a>التمور</a></span></div></div><div class="post-related"><h4 class="section-title">مقالات ذات صلة</h4>${[1, 2].map((i) => `<div class="card overlay"><a href="/${i}"><h3 class="card-title">${tt(i)}</h3></a><small class="text-muted time"><span class="date-card">الاثنين 16 نونبر 2026</span></small></div>`).join('')}</div><div id="comments"><h3 class="comments-title">تعليقات الزوار</h3><ul class="comment-area"><li class="comment even"><div class="comment-head"><cite>مواطن غيور</cite><span class="comment-date">الثلاثاء 17 نونبر 2026 - 11:00</span></div><div class="comment-text"><p>${ex(9)}</p><p>${ex(10)}</p></div><span class="comment-recat-number">12</span></li></ul></div></article></div>`,
    ),
  },
  egyptianPortal: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'بر الدلتا',
      `<div class="articleContent"><article class="article"><div class="articleHeader"><h1>${H}</h1><div class="articleDate"><span class="time">10:12 ص</span><span class="date">الثلاثاء 17 نوفمبر 2026</span></div><div class="share">شارك</div></div><div class="imageContainer"><img src="/x.jpg"><p class="photoDesc">مصنع للتمور</p></div><div class="ArticleDetails details"><p>كتب- ${A}:</p>${p(0, 3)}<p>اقرأ أيضًا:</p><p><a href="/1">${tt(1)}</a></p><p><a href="/2">${tt(2)}</a></p>${p(3, 8)}<p>اقرأ أيضًا:</p><p><a href="/3"><strong>${tt(3)}</strong></a></p><p><a href="/4"><strong>${tt(4)}</strong></a></p></div><div class="adsbox"></div><div class="hashtag"><a>تمور</a></div></article><div class="relatedbox"><h3>فيديو قد يعجبك</h3></div></div>`,
    ),
  },
  egyptianDaily: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'الوادي',
      `<div class="content_page"><div class="main_block"><h1 class="title">${H}</h1><div class="publish_date"><span>10:12 ص | الثلاثاء 17 نوفمبر 2026</span></div><div class="author_block"><a href="/author/1"><img src="/a.jpg"><span class="author_name">كتب: ${A}</span></a></div><div class="img_block"><img src="/x.jpg"><div class="img_text">مصنع تمور</div></div><div class="article_body"><p>${P[0]}</p>${p(1, 3)}<div class="mb_content"><a href="/1">موضوعات متعلقة</a><div><a href="/1">${tt(1)}</a></div></div><h2><strong>${SUB}</strong></h2>${p(3, 8)}</div><div class="tags"><a>تمور</a></div><div class="most_views"><div class="title">الأكثر قراءة</div>${[1, 2].map((i) => `<div><a href="/${i}">${tt(i)}</a></div>`).join('')}</div></div></div>`,
    ),
    own: [SUB],
  },
  egyptianGate: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'بوابة الدلتا',
      `<div class="row"><div class="col-md-8"><div class="NewsTitle"><div id="ContentPlaceHolder1_divNewsTitle">${H}</div></div><div class="col-12 text-date"><span>17-11-2026</span> | <span>10:12</span></div><div id="ContentPlaceHolder1_divPic"><img src="/x.jpg"><div class="pic-caption">مصنع تمور</div></div><div id="ContentPlaceHolder1_divWriter" class="writer">${A}</div><div id="ContentPlaceHolder1_divContent" class="bodyp">${P.slice(0, 2).join('<br><br>')}<br><br><strong>${SUB}</strong><br>${P.slice(2).join('<br><br>')}</div><div class="relatedContent"><span>اقرأ أيضًا:</span><ul>${[1, 2].map((i) => `<li><a href="/${i}">${tt(i)}</a></li>`).join('')}</ul></div><div class="keyw">كلمات البحث<a>تمور</a></div></div><div class="col-md-4"><h3>الأكثر قراءة</h3>${[3, 4].map((i) => `<div><a href="/${i}">${tt(i)}</a><p>${ex(i)}</p></div>`).join('')}</div></div>`,
    ).replace(`<title>${H} | بوابة الدلتا</title>`, `<title>${H} - بوابة الدلتا</title>`),
    own: [SUB],
  },
  dailyInExile: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'الزيتون',
      `<div class="entry-wrap"><article class="single-article"><h1 class="post-title">${H}</h1><div class="post-meta"><span class="date">17 - نوفمبر - 2026</span></div><div class="entry-content"><div class="article-author"><a href="/w/1">${A}</a></div><div class="zoom"><span>حجم الخط</span><a>+</a></div><p><strong>القاهرة – «الزيتون»:</strong> ${P[0]}</p>${p(1, 4)}<h3>${SUB}</h3>${p(4, 8)}<p>كلمات مفتاحية</p><div><a>تمور</a><a>زراعة</a></div></div><div class="comments-area"><h3>اترك تعليقاً</h3><p class="comment-notes">لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p><ol><li><div class="comment-author">فلان من فلسطين:</div><p>${ex(3)}</p></li></ol></div></article></div>`,
    ),
    own: [SUB],
  },
  agencyWithSpot: {
    author: [A],
    day: '2026-11-17',
    credit: [],
    html: page(
      'برس الهضبة',
      `<div class="detay"><div class="detay-spot-category"><h1>${H}</h1><h4>${LEAD}</h4><span class="tarih">17 نوفمبر 2026 • تحديث : 18 نوفمبر 2026</span><div class="muhabir">${A}</div></div><div class="detay-foto"><img src="/x.jpg"></div><div class="detay-icerik"><div class="foto"></div><div class="icerik"><p>القاهرة/ ${A}/ برس الهضبة</p>${p(0, 8)}</div><div class="abone"><i>الأخبار المنشورة على الصفحة الرسمية لبرس الهضبة، هي اختصار لجزء من الأخبار التي تُعرض للمشتركين عبر نظام تدفق الأخبار. من أجل الاشتراك لدينا يُرجى الاتصال بالرابط التالي.</i></div><div class="konular"><h6>المواضيع ذات الصلة</h6><a>تمور</a></div></div></div>`,
    ),
    own: [LEAD],
  },
  channelWithWidgets: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'القارة نيوز',
      `<main><div class="o-section"><article class="c-article-redesign"><div class="c-article-redesign-header"><h1 class="c-article-redesign-title">${H}</h1><div class="c-article-contributors">بقلم:&nbsp;<b>${A}</b></div><div class="c-article-publication-date">نشرت في <time datetime="2026-11-17">17/11/2026 - 10:12 GMT+1</time></div><div class="c-social-share"><button>شارك</button><button>محادثة</button></div></div><div class="c-article-image-video"><figure><img src="/x.jpg"><figcaption class="c-article-caption">مزرعة تمور - حقوق النشر&nbsp; AP Photo</figcaption></figure></div><div class="c-article-summary"><p>${LEAD}.</p></div><div class="c-ad"><span>اعلان</span></div><div class="c-article-content js-article-content"><p>${P[0]}</p>${p(1, 3)}<div class="widget widget--type-related"><div class="widget__wrapper"><ul class="widget__related_list"><li><a href="/1">${tt(1)}</a></li><li><a href="/2">${tt(2)}</a></li></ul></div></div>${p(3, 5)}<div class="widget widget--type-quotation"><blockquote><span>"${'الجمعية طالبت منذ سنوات بإنشاء مخازن مبردة قرب المزارع'}"</span></blockquote></div>${p(5, 8)}</div><div class="c-article-sources"><b>المصادر الإضافية</b> • وكالات محلية</div><div class="c-article-share"><button>انتقل إلى اختصارات الوصول</button></div><div class="c-article-you-might-also-like"><h2>مواضيع إضافية</h2>${[1, 2].map((i) => `<h3><a href="/${i}">${tt(i)}</a></h3>`).join('')}</div></article></div></main>`,
    ),
    own: [`${LEAD}.`],
  },
  multiLanguageSystem: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'الصوت الحر',
      `<div id="content"><main class="container"><div class="hdr-container"><div class="hdr-container"><div class="row"><div class="col-category"><div class="category js-category"><a class="" href="/z/1">اقتصاد</a></div></div><div class="col-title"><h1 class="title pg-title">${H}</h1></div><div class="col-publishing-details"><div class="publishing-details"><div class="published"><span class="date"><time pubdate="pubdate" datetime="2026-11-17T10:12:00+00:00">17 نوفمبر 2026</time></span></div><div class="links"><ul class="links__list"><li class="links__item"><a class="links__item-link" href="/author/1">${A}</a></li></ul></div></div></div><div class="col-lg-12 separator"><hr class="title-line"></div><div class="col-multimedia"><div class="cover-media"><figure class="media-image"><div class="img-wrap"><img src="/x.jpg"></div><figcaption><span class="caption">مزرعة تمور</span></figcaption></figure></div></div><div class="col-intro"></div></div></div></div><div class="body-container"><div class="row"><div class="col-xs-12"><div class="row"><div class="col-sm-7"><div class="content-floated-wrap fb-quotable"><div class="wsw"><p>${P[0]}</p>${p(1, 3)}<div class="wsw__embed"><div class="media-block-wrap"><h2 class="section-head">شاهد أيضا</h2><div class="media-block"><a href="/1"><h4 class="media-block__title">${tt(1)}</h4></a><p>${ex(1)}</p></div></div></div><div class="wsw__embed wsw__embed--small"><div class="infgraphicsAttach"><p>الرجاء الانتظار</p><p class="noflash">No media source currently available</p></div></div>${p(3, 5)}<h3 class="wsw__h3">${SUB}</h3>${p(5, 8)}</div><ul><li><div class="c-author c-author--hlight"><div class="media-block"><a href="/author/1" class="img-wrap"><img src="/a.jpg"></a><div class="c-author__content"><h4 class="media-block__title media-block__title--author"><a href="/author/1">${A}</a></h4><div class="wsw c-author__wsw"><p>صحافي اقتصادي يغطي شؤون الزراعة والطاقة في المنطقة العربية منذ عام 2010.</p></div></div></div></div></li></ul></div></div></div></div></div></div></main><div class="region"><h2 class="section-head">الأكثر قراءة</h2><div class="row">${[2, 3].map((i) => `<div class="media-block"><h4><a href="/${i}">${tt(i)}</a></h4><p>${ex(i)}</p></div>`).join('')}</div></div></div>`,
    ),
    own: [SUB],
  },
  hostedPlatform: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'الرواق',
      `<div class="st--story-page-card-wrapper"><div class="storyPage-m_wrapper__1a"><div class="st--section-name"><a href="/eco">اقتصاد</a></div><h1 class="st--story--headline-h1 headline-m_headline__3_NhV" data-test-id="headline">${H}</h1><div class="st--sub-headline" data-test-id="subheadline">${LEAD}</div><div class="st--hero-image"><figure><img src="/x.jpg"><figcaption class="caption-m_image-caption__11K">مزرعة تمور</figcaption></figure></div><div class="st--author-name"><div class="author-name-m_author-wrapper__2"><span>${A}</span></div></div><div class="st--publish-details"><div class="publish-details-m_publish-details__1">تم النشر في : <time dateTime="2026-11-17T07:12:00Z">17 نوفمبر 2026, 10:12 ص</time></div></div><div class="social-share"><a>واتساب</a></div>${P.slice(
        0,
        3,
      )
        .map(
          (x) =>
            `<div class="st--story-page-card-wrapper arrow-component"><div class="st--text-element text-m_textElement__e3QEt" data-test-id="text"><p>${x}</p></div></div>`,
        )
        .join(
          '',
        )}<div class="arrow-component st--also-read"><div class="alsoread"><span>اقرأ أيضاً</span><a href="/1">${tt(1)}</a></div></div>${P.slice(
        3,
        8,
      )
        .map(
          (x) =>
            `<div class="arrow-component"><div class="st--text-element text-m_textElement__e3QEt" data-test-id="text"><p>${x}</p></div></div>`,
        )
        .join(
          '',
        )}<div class="story-tags arrow-component"><a>تمور</a></div></div></div><div class="st--collection"><h3>الأكثر قراءة</h3>${[1, 2, 3].map((i) => `<div class="st--story-card"><h6><a href="/${i}">${tt(i)}</a></h6><div class="st--sub">${ex(i)}</div></div>`).join('')}</div>`,
    ),
    own: [LEAD],
  },
  algerianDaily: {
    author: ['ب. سمير'],
    day: '2026-11-17',
    html: page(
      'الفجر الجزائري',
      `<main><article class="fj-sgmn__article fj-sgar"><div class="fj-sgmn__hdln"><div class="fj-sgmn__ctgr"><a>الجزائر</a></div><div class="fj-sgmn__stl">مصنع يوفر مئتي منصب شغل</div><h1 class="fj-sgmn__title fj-sgmn__aadl">${H}</h1></div><div class="fj-sgmn__mdtl"><div class="fj-card__mtil"><em class="fj-card__mtil"><i class="fal"></i>ب. سمير</em></div><div class="d-f"><span>2026/11/17</span><span>0</span></div></div><div class="fj-sgmn__figure"><img src="/x.jpg"><div class="fj-sgmn__lgnd">ح.م</div></div><div class="fj-artx"><p>${P[0]}</p>${p(1, 4)}<p><strong>${SUB}</strong></p>${p(4, 8)}<div class="fj-artx__newsletter"><span>اشترك في نشرتنا الإخبارية</span><p>ليصلك كل جديد</p></div></div><div class="fj-sgmn__tags"><a>#تمور</a></div><div class="fj-cmts"><h4>التعليقات (2)</h4><div class="fj-cmt"><b>مواطن</b><p>${ex(4)}</p></div></div></article></main>`,
    ),
    own: [SUB],
  },
  lebanesePaper: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'المدينة',
      `<div class="article-container"><div class="article-section"><a href="/economy">اقتصاد</a></div><h1 class="article-title">${H}</h1><div class="article-info"><div class="article-author"><a href="/author/1"><img src="/a.jpg" alt="${A}"></a><a class="author-name" href="/author/1">${A}</a></div><span class="article-date">الثلاثاء 2026/11/17</span></div><div class="deps"><span>حجم الخط</span><span>مشاركة عبر</span></div><div class="article-image"><img src="/x.jpg"><span class="image-title">يضيع خمس الإنتاج بسبب ضعف التخزين (Getty)</span></div><div class="article-content" id="articleContent"><p dir="RTL">${P[0]}</p>${p(1, 4, 'p', ' dir="RTL"')}<p dir="RTL"><strong>${SUB}</strong></p>${p(4, 8, 'p', ' dir="RTL"')}</div><div class="comments-block"><span>التعليقات</span><p>التعليقات المنشورة تعبر عن آراء أصحابها</p></div><div class="author-box"><h3>الكاتب</h3><a href="/author/1">${A}</a><h4>مقالات أخرى للكاتب</h4>${[1, 2, 3].map((i) => `<div><a href="/${i}">${tt(i)}</a><span>الجمعة 2026/11/13</span><p>${ex(i)}</p></div>`).join('')}</div></div>`,
    ),
    own: [SUB],
  },
  jordanianDaily: {
    author: [A],
    html: page(
      'الغدير',
      `<div class="single"><div class="post-title-cnt"><h1 class="entry-title">${H}</h1></div><div class="time-cnt"><span class="last-update">آخر تحديث: الثلاثاء 17 تشرين الثاني / نوفمبر 2026. 10:12 صباحاً</span></div><div class="post-thumb"><img src="/x.jpg"></div><div class="share-cnt">شارك</div><div class="entry-content"><p><strong>${A}</strong></p><p><strong>عمان </strong>– ${P[0]}</p>${p(1, 4)}<div id="story-inline" class="inline-related"><strong>اقرأ أيضاً:</strong> <ul><li><a href="/1">${tt(1)}</a></li></ul></div>${p(4, 8)}<p>اقرأ المزيد : </p><p><a href="/2">${tt(2)}</a></p></div><div class="entry-tags"><a>تمور</a></div></div>`,
    ),
  },
  iraqiAgency: {
    day: '2026-11-17',
    html: page(
      'فجر نيوز',
      `<div class="wrap"><div class="col-8"><div class="article"><h1 class="title">${H}</h1><div class="date"><span>2026-11-17T10:12:45+00:00</span></div><img src="/x.jpg"><div class="font-size"><button>A</button></div><div class="detail text-justify"><p style="text-align:justify"><strong>فجر نيوز/</strong> ${P[0]}</p>${p(1, 8, 'p', ' style="text-align:justify"')}</div><div class="short-url"><label>رابط مختصر</label><input value="https://x/1"></div><div class="sub">للاشتراك بقناة فجر نيوز على التليغرام <a>اضغط هنا</a></div><div class="keywords"><a>تمور</a></div></div></div></div>`,
    ),
  },
  gulfAgency: {
    day: '2026-11-17',
    credit: ['كونا'],
    html: page(
      'وكالة',
      `<form id="form1"><table class="tbl"><tr><td><span id="lblCategory">اقتصاد</span></td><td><span id="lblDate">17/11/2026</span></td></tr></table><div id="divNews"><h1><span id="lblTitle">${H}</span></h1><span id="lblNewsDate">17/11/2026 10:12 GMT</span><div id="Body"><div>الكويت - 17 - 11 (كونا) -- ${P[0]}<br>  ${P.slice(1).join('<br>  ')} (النهاية)<br>س ح / م ع</div></div></div><div id="share"><a>Twitter</a></div></form>`,
    ),
  },
  hashedParagraphs: {
    author: [A],
    day: '2026-11-17',
    html: page(
      'بلوكات',
      `<div id="__next"><div class="css-0"><div class="css-1k2"><h1 class="css-9x">${H}</h1><div class="css-by"><p class="css-11">${A}</p><p class="css-12">17 نوفمبر 2026، 10:12 صباحا</p></div><div class="css-body">${P.slice(
        0,
        3,
      )
        .map((x) => `<p class="css-13">${x}</p>`)
        .join(
          '',
        )}<div class="css-14"><p class="css-15">مواضيع ذات صلة</p><a href="/1"><p class="css-16">${tt(1)}</p></a></div>${P.slice(
        3,
      )
        .map((x) => `<p class="css-13">${x}</p>`)
        .join(
          '',
        )}</div><div class="css-20"><p class="css-21">تصفح أيضا</p>${[1, 2, 3].map((i) => `<a href="/${i}"><div><p class="css-22">${tt(i)}</p><p class="css-23">${ex(i)}</p></div></a>`).join('')}</div></div></div></div>`,
    ),
  },
};
