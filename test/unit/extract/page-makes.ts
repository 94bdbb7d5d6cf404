/**
 * The same text in the containers of many makes: what the reader has to find again, whole and
 * nothing else. Markup is that of the make, cut to what holds the text and what stands beside it.
 */
export const PARAGRAPHS: readonly string[] = [
  'وقعت وزارة الزراعة في ولاية السهول الغربية صباح أمس اتفاقية مع ثلاث شركات محلية لإنشاء مصنع للتمور بطاقة تصل إلى اثني عشر ألف طن في العام، على أن يبدأ العمل فيه قبل نهاية الموسم المقبل.',
  'وقال وكيل الوزارة للتخطيط إن المصنع سيوفر مئتي فرصة عمل لأبناء الولاية، وإن الأرض خصصت له في المنطقة الصناعية الجديدة.',
  'وأضاف أن الوزارة ستشتري فائض المزارعين بسعر لا يقل عن كلفة الإنتاج.',
  'من جهته أوضح رئيس جمعية المزارعين أن الولاية تنتج في المتوسط أربعين ألف طن من التمور سنويا، يضيع خمسها بسبب ضعف التخزين.',
  'وأشار إلى أن الجمعية طالبت منذ سنوات بإنشاء مخازن مبردة قرب المزارع، وأن الاستجابة جاءت متأخرة.',
  'ويأتي المشروع ضمن خطة خمسية لتطوير سلاسل القيمة في القطاع الزراعي.',
  'وتشمل الخطة أيضا حفر عشرين بئرا وتوزيع شبكات ري حديثة على ألف مزرعة.',
  'وفي ختام اللقاء كرم الوكيل عددا من المزارعين الرواد.',
];
const P = PARAGRAPHS;

export const HEADLINE = 'اتفاقية لإنشاء مصنع للتمور في السهول الغربية';
const H = HEADLINE;

const ps = (a = 0, b = 8, t = 'p'): string =>
  P.slice(a, b)
    .map((p) => `<${t}>${p}</${t}>`)
    .join('\n');
const teaser = (i: number): string =>
  `<article class="card"><a href="/n/${i}"><img src="/i/${i}.jpg"></a><h3><a href="/n/${i}">خبر آخر طويل عن شؤون المدينة والناس والطرق رقم ${i}</a></h3><p>مقدمة قصيرة للخبر رقم ${i} يقرؤها الزائر قبل أن يفتح الصفحة ليعرف ما فيها من تفاصيل مهمة للسكان.</p><span class="date">منذ ${i + 2} ساعات</span></article>`;
const head = `<head><title>${H} | صحيفة</title><meta property="og:title" content="${H}"></head>`;
const nav = `<header><nav><ul>${Array.from({ length: 18 }, (_, i) => `<li><a href="/s/${i}">قسم رقم ${i}</a></li>`).join('')}</ul></nav></header>`;
const foot = `<footer><p>جميع الحقوق محفوظة لصحيفة النخيل. لا يجوز نقل المواد من دون إذن كتابي من الإدارة.</p></footer>`;
const side = `<div class="col-md-4"><div class="box"><h3>الأكثر قراءة</h3>${[1, 2, 3, 4, 5].map(teaser).join('')}</div></div>`;

/** The text of each make, without head, menu and foot. */
const CONTAINERS: Readonly<Record<string, string>> = {
  spDivSpan: `<div class="ms-rtestate-field"><div class="ExternalClassAB12">${P.map((p) => `<div><span>${p}</span></div><div>&nbsp;</div>`).join('')}</div></div>`,
  spNested: `<div class="ExternalClassAB12"><div>${P.slice(0, 3)
    .map((p) => `<p><span lang="AR">${p}</span></p>`)
    .join('')}<div>${P.slice(3, 6)
    .map((p) => `<p>${p}</p>`)
    .join('')}<div>${P.slice(6)
    .map((p) => `<p>${p}</p>`)
    .join('')}</div></div></div></div>`,
  spRussian: `<div class="a">${P[0]}<div>${P[1]}<div>${P[2]}<div>${P[3]}<div>${P[4]}<div>${P.slice(5).join('<br>')}</div></div></div></div></div></div>`,
  chapo: `<div class="chapo"><p>${P[0]}</p></div><div class="texte"><p>${P.slice(1).join('</p><p>')}</p></div>`,
  chapo2: `<div class="cartouche"><p class="surtitre">زراعة</p><div class="crayon chapo">${P[0]}</div></div><div class="crayon article-texte-12 texte surlignable clearfix"><p>${P.slice(1).join('</p>\n<p>')}</p></div>`,
  blocksAlt: P.map(
    (p, i) =>
      `<div class="block block-${i % 2 ? 'text' : 'html'} b${i}"><div class="in${i}"><p>${p}</p></div></div>`,
  ).join(''),
  mixedDivP: `<div class="c">${P.map((p, i) => (i % 2 ? `<p>${p}</p>` : `<div dir="rtl">${p}</div>`)).join('')}</div>`,
  spansBr: `<span id="ctl00_lblBody">${P.join('<br /><br />')}</span>`,
  tdFonts: `<table><tr><td><font size="4">${P.slice(0, 4)
    .map((p) => `<p>${p}</p>`)
    .join('')}</font></td></tr><tr><td><font size="3">${P.slice(4)
    .map((p) => `<p>${p}</p>`)
    .join('')}</font></td></tr></table>`,
  listDiv: `<div class="z">${P.map((p) => `<div>${p}</div>`).join('')}</div>`,
  sectionEach: P.map((p) => `<section class="s"><p>${p}</p></section>`).join(''),
  twoCols: `<div class="row"><div class="col-6"><p>${P.slice(0, 4).join('</p><p>')}</p></div><div class="col-6"><p>${P.slice(4).join('</p><p>')}</p></div></div>`,
  headingsSplit: `<div class="c"><div><h2>التفاصيل</h2><p>${P.slice(0, 3).join('</p><p>')}</p></div><div><h2>آراء</h2><p>${P.slice(3, 6).join('</p><p>')}</p></div><div><h2>خلفية</h2><p>${P.slice(6).join('</p><p>')}</p></div></div>`,
  accordion: `<div class="faq"><details open><summary>ما المشروع؟</summary><p>${P.slice(0, 4).join('</p><p>')}</p></details><details><summary>متى يبدأ؟</summary><p>${P.slice(4).join('</p><p>')}</p></details></div>`,
  zw: `<div class="ms-rte">${P.map((p) => `<p>\u200b${p.replace(/ /g, '&nbsp;')}</p><p>\u200b</p>`).join('')}</div>`,
  related: `<div class="content-area">${P.slice(0, 3)
    .map((p) => `<p>${p}</p>`)
    .join(
      '',
    )}<div class="rel"><h4>اقرأ أيضا</h4><a href="/1">خبر عن المطر في الجنوب والسيول في الوادي الكبير</a></div>${P.slice(
    3,
  )
    .map((p) => `<p>${p}</p>`)
    .join('')}</div>`,
  quotes: `<div class="c">${P.map((p, i) => (i === 3 ? `<blockquote>${p}</blockquote>` : i === 5 ? `<ul><li>${p}</li><li>${P[6]}</li></ul>` : `<p>${p}</p>`)).join('')}</div>`,
  k2: `<div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">الثلاثاء، 17 تشرين الثاني 2026 10:12</span><h2 class="itemTitle">${H}</h2><span class="itemAuthor">كتبه <a href="/a">سمير الحداد</a></span></div><div class="itemToolbar"><ul><li>حجم الخط</li><li><a>طباعة</a></li></ul></div><div class="itemRatingBlock"><span>قيم الموضوع</span><ul><li>1</li></ul>(0 أصوات)</div><div class="itemBody"><div class="itemImageBlock"><img src="/x.jpg"><span class="itemImageCaption">من التوقيع</span></div><div class="itemIntroText">${ps(0, 1)}</div><div class="itemFullText">${ps(1)}</div><div class="itemContentFooter"><span class="itemHits">قراءة <b>312</b> مرات</span></div></div><div class="itemLinks"><div class="itemCategory"><span>نشر في</span><a href="/c">اقتصاد</a></div><div class="itemTagsBlock"><span>موسومة تحت</span><ul><li><a>تمور</a></li></ul></div></div><div class="itemAuthorBlock"><h3 class="itemAuthorName">سمير الحداد</h3><div class="itemAuthorDescription">صحافي اقتصادي يكتب في الزراعة والتجارة منذ عشرين عاما.</div></div><div class="itemAuthorLatest"><h3>أحدث مواضيع سمير الحداد</h3><ul><li><a href="/1">خبر سابق</a></li></ul></div></div>`,
  elementor: `<div class="elementor elementor-12 elementor-location-single post"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap"><div class="elementor-element elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title">${H}</h1></div></div><div class="elementor-element elementor-widget elementor-widget-post-info"><ul class="elementor-icon-list-items"><li>نوفمبر 17, 2026</li><li>10:12 ص</li></ul></div><div class="elementor-element elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">${ps()}</div></div><div class="elementor-widget elementor-widget-share-buttons"><span>شارك على فيسبوك</span></div></div></div><div class="elementor-column"><div class="elementor-widget elementor-widget-posts">${[1, 2, 3].map(teaser).join('')}</div></div></div></section></div>`,
  tagdiv: `<div class="td-main-content-wrap"><div class="tdc-row"><div class="vc_row"><div class="vc_column"><div class="td_block_wrap tdb_title"><h1 class="tdb-title-text">${H}</h1></div><div class="tdb_single_content td-post-content tagdiv-type"><div class="tdb-block-inner td-fix-index">${ps(0, 3)}<div class="td-a-rec td-a-rec-id-content_inline">إعلان</div><div class="td_block_wrap td_block_related_posts"><h4 class="td-block-title"><span>اقرأ أيضا</span></h4>${teaser(1)}</div>${ps(3)}</div></div><div class="td-author-line">بقلم</div></div></div></div></div>`,
  tailwind: `<main class="container mx-auto px-4 grid grid-cols-12 gap-6"><div class="col-span-12 lg:col-span-8"><div class="flex items-center text-sm text-gray-500" data-testid="breadcrumb"><a href="/">الرئيسية</a><span>/</span><a href="/b">أعمال</a></div><h1 class="text-3xl font-bold" data-testid="headline">${H}</h1><div class="hidden md:flex" data-testid="share"><button>شارك</button></div><section data-testid="article-body" class="prose prose-lg">${P.map((p) => `<p class="mb-4 leading-8" data-testid="paragraph">${p}</p>`).join('')}</section></div><aside class="hidden lg:block col-span-4">${[1, 2, 3].map(teaser).join('')}</aside></main>`,
  sectionsEach: `<main><div class="x1"><h1>${H}</h1></div>${P.map((p, i) => `<section class="sec${i}"><div class="w"><p>${p}</p></div></section>${i === 3 ? `<section><div class="w">${teaser(9)}</div></section>` : ''}`).join('')}</main>`,
  wix: `<div id="comp-k1" class="_1Q9if"><h1 class="font_2">${H}</h1></div><div id="comp-k2" data-testid="richTextElement" class="_1Q9if">${P.map((p) => `<p class="font_7" style="font-size:18px"><span style="letter-spacing:normal">${p}</span></p><p class="font_7">&nbsp;</p>`).join('')}</div><div id="comp-k3">${[1, 2, 3].map(teaser).join('')}</div>`,
  wixHook: `<div data-hook="post"><h1 data-hook="post-title"><span>${H}</span></h1><ul data-hook="post-metadata"><li>17 نوفمبر</li><li>قراءة 3 دقيقة</li></ul><div data-hook="post-description"><div class="fTEXDR">${P.map((p) => `<div data-breakout="normal"><p class="mm8Nw"><span>${p}</span></p></div><div type="empty-line" class="kDv"><br></div>`).join('')}</div></div></div>`,
  wpb: `<article class="post"><h1 class="entry-title">${H}</h1><div class="entry-content"><div class="vc_row wpb_row"><div class="wpb_column vc_column_container vc_col-sm-12"><div class="vc_column-inner"><div class="wpb_wrapper"><div class="wpb_text_column wpb_content_element"><div class="wpb_wrapper">${ps(0, 4)}</div></div><div class="wpb_single_image"><figure class="wpb_wrapper vc_figure"><img src="x.jpg"><figcaption>صورة من التوقيع</figcaption></figure></div><div class="wpb_text_column wpb_content_element"><div class="wpb_wrapper">${ps(4)}</div></div></div></div></div></div></div></article>`,
  amp: `<div class="amp-wp-header"><amp-sidebar id="s"><ul><li><a href="/1">قسم</a></li></ul></amp-sidebar></div><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${H}</h1><div class="amp-wp-meta amp-wp-byline">بقلم: سمير الحداد</div></header><figure class="amp-wp-article-featured-image"><amp-img src="x.jpg" width="800" height="400"></amp-img></figure><div class="amp-wp-article-content">${ps(0, 3)}<amp-ad width="300" height="250"></amp-ad><amp-carousel><div class="slide"><amp-img src="1.jpg"></amp-img><div class="caption">صورة أولى من الحفل</div></div></amp-carousel>${ps(3)}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">التصنيف: اقتصاد</div></footer></article>`,
  tv: `<div class="video-page"><div class="player-wrapper"><video></video><div class="player-msg">متصفحك لا يدعم تشغيل الفيديو، يرجى تحديث المتصفح لمشاهدة المحتوى.</div></div><div class="video-info"><h1>${H}</h1><span class="video-date">17-11-2026</span></div><div class="video-details"><div class="desc">${ps(0, 2)}</div><div class="transcript">${ps(2)}</div></div><div class="program-box"><h3>عن البرنامج</h3><p>برنامج أسبوعي يناقش قضايا الاقتصاد مع خبراء ومسؤولين كل ثلاثاء في الثامنة مساء.</p></div></div>`,
  sports: `<div class="container"><div class="row"><div class="col-md-8"><div class="panel panel-default"><div class="panel-heading"><h1>${H}</h1></div><div class="panel-body"><div id="news_body">${P[0]}<br><br><strong>تفاصيل المشروع</strong><br>${P[1]}<br>${P[2]}<br><br><table class="table"><tr><th>الفريق</th><th>النقاط</th></tr><tr><td>النخيل</td><td>21</td></tr></table><br>${P.slice(3).join('<br><br>')}</div></div></div></div><div class="col-md-4"><div class="panel"><div class="panel-heading">ترتيب الدوري</div><table><tr><td>1</td><td>النخيل</td><td>21</td></tr></table></div><div class="panel poll"><p>من يفوز بالدوري هذا الموسم؟</p></div></div></div></div>`,
  live: `<div class="live-blog"><h1>${H}</h1><div class="live-summary"><ul><li>${P[2]}</li><li>${P[5]}</li></ul></div><div class="live-posts">${[0, 1, 3, 4, 6, 7].map((i, k) => `<div class="live-post" id="p${k}"><time class="post-time">1${k}:05</time><h3 class="post-headline">تطور رقم ${k} في الموضوع</h3><div class="post-content"><p>${P[i]}</p></div><div class="share-post">شارك</div></div>`).join('')}</div></div>`,
  nuxt: `<div id="__nuxt"><div id="__layout"><div data-v-1a2b><main data-v-3c4d><h1 data-v-3c4d class="title">${H}</h1><div data-v-3c4d class="article"><div data-v-5e6f><p data-v-5e6f>${P[0]}</p></div>${P.slice(
    1,
    5,
  )
    .map(
      (p) =>
        `<div data-v-5e6f><p data-v-5e6f>${p.replace('الوزارة', '<a href="/tag/x">الوزارة</a>')}</p></div>`,
    )
    .join(
      '',
    )}<div data-v-9 class="video-inline"><span>شاهد أيضا</span><a href="/v/1">فيديو عن موسم التمور في الواحات</a></div>${P.slice(
    5,
  )
    .map((p) => `<div data-v-5e6f><p data-v-5e6f>${p}</p></div>`)
    .join('')}</div></main></div></div></div>`,
  nextSc: `<div id="__next"><div class="sc-gsnTZi hJkLmN"><h1 class="sc-dkzDqf">${H}</h1><div class="sc-hKMtZM"><div class="sc-eCYdqJ">${ps(0, 4, 'p class="sc-jSMfEi"').replace(/<\/p class[^>]*>/g, '</p>')}<div class="sc-ad">إعلان</div><div class="sc-gKXOVf"><span>مواضيع ذات صلة</span><a href="/1">خبر عن الأسعار</a></div>${ps(4, 8, 'p class="sc-jSMfEi"').replace(/<\/p class[^>]*>/g, '</p>')}</div></div><div class="sc-list">${[1, 2, 3].map(teaser).join('')}</div></div></div>`,
  kuwait: `<div class="wrap"><div class="newsTitle"><h1>${H}</h1></div><div class="news_txt">كتب سمير الحداد:<br>${P.join('<br><br>')}<br><br>تصوير: خالد ناصر</div></div>`,
  tables: `<center><table width="780"><tr><td colspan="2"><font size="5" color="red"><b>${H}</b></font></td></tr><tr><td width="500" valign="top"><font face="Arial" size="3"><p align="justify">${P.join('<br><br>')}</p></font></td><td>${side}</td></tr></table></center>`,
};

/** A make's page. Makes whose text has no headline of its own get one above. */
export function makePage(name: string): string {
  const container = CONTAINERS[name] ?? '';
  const title = container.includes(H) ? '' : `<h1>${H}</h1><div class="d">14/11/2026</div>`;
  const beside = name === 'tables' ? '' : side;
  return `<!doctype html><html lang="ar" dir="rtl">${head}<body>${nav}<div class="container">${title}${container}</div>${beside}${foot}</body></html>`;
}

/** Names of all makes. */
export const MAKES: readonly string[] = Object.keys(CONTAINERS);

/** Lines that a make shows amid the text and that belong to it: sub-heads, questions, a table. */
export const OWN_LINES: Readonly<Record<string, readonly string[]>> = {
  headingsSplit: ['التفاصيل', 'آراء', 'خلفية'],
  accordion: ['ما المشروع؟', 'متى يبدأ؟'],
  sports: ['تفاصيل المشروع', 'الفريق', 'النقاط', 'النخيل', '21'],
  live: Array.from({ length: 6 }, (_, at) => `تطور رقم ${at} في الموضوع`),
};
