import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-amp-first.test';
const NAME = 'بيروت لحظة';
const MENU =
  `لبنان|سياسة|أمن وقضاء|محليات|بلديات|اقتصاد|مصارف|محروقات|عربي ودولي|خاص|صحافة اليوم|مقالات|رياضة|فن ومشاهير|صحة|بيئة|تكنولوجيا|طقس|متفرقات|فيديو`.split(
    '|',
  );
const OTHERS =
  `بالصورة.. قطع طريق المصنع بالإطارات|كم بلغ سعر صفيحة البنزين صباح اليوم؟|إليكم جدول التقنين الجديد في مؤسسة الكهرباء|بعد توقف سنتين.. عودة مهرجان الأرزة في بلدة الضيعة الفوقا|نقابة الأفران تحذر: المازوت لا يكفي أسبوعاً|هزة أرضية خفيفة شعر بها سكان البقاع الغربي|ماذا قال الراصد الجوي عن صيف 2026؟|عصابة سرقة الدراجات في قبضة شعبة المعلومات|وزير يعتذر عن عشاء رسمي|أساتذة التعاقد: لا عودة قبل الدفع`.split(
    '|',
  );
const CUSTOM = `body{font-family:"Noto Kufi Arabic",sans-serif;background:#f3f3f3;color:#1b1b1b}.hdr{position:fixed;top:0;width:100%;height:54px;background:#8e1020;z-index:9}.hdr .burger{border:0;background:none;color:#fff;font-size:26px}.wrap{max-width:760px;margin:60px auto 0;background:#fff;padding:0 14px}.art-title{font-size:25px;line-height:1.5;margin:12px 0}.art-meta{color:#777;font-size:13px;border-bottom:1px solid #e4e4e4;padding-bottom:8px}.art-txt p{font-size:18px;line-height:1.9;margin:0 0 18px}.cap{background:#222;color:#ddd;font-size:12px;padding:6px}.inrel{border:1px solid #8e1020;padding:8px;margin:16px 0}.tags a{display:inline-block;background:#eee;padding:4px 9px;margin:3px}.ad-l{font-size:10px;text-align:center;color:#aaa}.crd{width:220px;white-space:normal}amp-sidebar{width:260px;background:#1b1b1b}amp-sidebar a{color:#fff;display:block;padding:9px 16px}`;
const BOILER = `<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,end) 0s 1 normal both}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style><noscript><style amp-boilerplate>body{-webkit-animation:none;animation:none}</style></noscript>`;
const PARTS =
  `sidebar|carousel|ad|analytics|social-share|sticky-ad|consent|form|list|accordion|iframe|user-notification`.split(
    '|',
  );

function ad(slot: string, height: number): string {
  return `<div class="ad-w"><div class="ad-l">إعلان</div><amp-ad width="300" height="${height}" type="doubleclick" data-slot="/21700/lahza/${slot}" layout="fixed" rtc-config='{"vendors":{"aps":{"PUB_ID":"3071"}},"timeoutMillis":800}' json='{"targeting":{"page":"article"}}'><div placeholder></div><div fallback>الإعلان غير متاح</div></amp-ad></div>`;
}

function card(title: string, href: string, when: string): string {
  return `<div class="crd"><a href="${href}"><amp-img src="/thumbs/260x150.jpg" width="260" height="150" layout="responsive" alt="${escapeText(title)}"></amp-img><h4>${escapeText(title)}</h4></a><span class="crd-t">${when}</span></div>`;
}

function inside(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const links = othersThan(article, articles, 2).map(
    (one) => `<li><a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></li>`,
  );
  return `<div class="inrel"><div class="inrel-h">إقرأ أيضاً</div><ul>${links.join('')}</ul></div>`;
}

function text(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const parts = blocksHtml(readBlocks(article), { heading: 'h3' });
  const { print, dateline } = article;
  if (dateline) parts.unshift(parts.shift()?.replace('<p>', `<p>${dateline} - `) ?? '');
  if (parts.length > 3) {
    parts.splice(2, 0, ad('inarticle-1', 250));
    parts.splice(4, 0, inside(article, articles));
  }
  if (parts.length > 9) parts.splice(8, 0, ad('inarticle-2', 600));
  if (print?.opening) parts.unshift(`<p><strong>${escapeText(print.opening)}</strong></p>`);
  parts.push(
    `<p class="wa"><a href="https://whatsapp.com/channel/lahza">تابعوا آخر الأخبار عبر قناة "${NAME}" على واتساب - اضغط هنا</a></p>`,
  );
  return parts.join('\n');
}

function ld(article: SiteArticle): string {
  const { image, print } = article;
  return scriptJson({
    '@context': 'http://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: ORIGIN + encodeURI(article.path),
    headline: article.headline,
    datePublished: print?.ldDate,
    dateModified: print?.ldModified,
    description: article.description,
    author: { '@type': 'Organization', name: NAME },
    publisher: { '@type': 'Organization', name: NAME, logo: `${ORIGIN}/amp-logo.png` },
    image: { '@type': 'ImageObject', url: ORIGIN + image?.path, width: 1000, height: 562 },
  });
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print, description } = article;
  const section = article.articleSection?.[0] ?? '';
  const about = description
    ? `<meta name="description" content="${escapeText(description)}"><meta property="og:description" content="${escapeText(description)}">`
    : '';
  const menu = MENU.map((item, at) => `<li><a href="/category/${at + 1}">${item}</a></li>`).join(
    '',
  );
  const slides = OTHERS.slice(0, 6).map((title, at) =>
    card(title, `/news/70${at}`, `منذ ${at + 3} ساعات`),
  );
  const share = `<div class="shr">${['facebook', 'twitter', 'whatsapp', 'email', 'system'].map((type) => `<amp-social-share type="${type}" width="40" height="34" data-param-text="${escapeText(article.headline)}" aria-label="مشاركة"></amp-social-share>`).join('')}</div>`;
  const tags = (article.keywords ?? []).map(
    (tag) => `<a href="/tag/${encodeURI(tag)}">#${tag}</a>`,
  );
  return `<!doctype html>
<html ⚡ lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<script async src="https://cdn.ampproject.org/v0.js"></script>
${PARTS.map((part) => `<script async custom-element="amp-${part}" src="https://cdn.ampproject.org/v0/amp-${part}-0.1.js"></script>`).join('\n')}
<script async custom-template="amp-mustache" src="https://cdn.ampproject.org/v0/amp-mustache-0.2.js"></script>
<title>${NAME} - ${escapeText(article.headline)}</title>
<link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}">
<meta name="viewport" content="width=device-width,minimum-scale=1,initial-scale=1">
${about}
<meta property="og:title" content="${escapeText(article.headline)}"><meta property="og:type" content="article"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta property="og:image:width" content="1000"><meta property="og:image:height" content="562"><meta property="article:section" content="${section}">${(article.keywords ?? []).map((tag) => `<meta property="article:tag" content="${tag}">`).join('')}
<script type="application/ld+json">${ld(article)}</script>
${BOILER}<style amp-custom>${CUSTOM}</style>
</head>
<body>
<amp-analytics type="gtag" data-credentials="include"><script type="application/json">{"vars":{"gtag_id":"G-0L4HZ4","config":{"G-0L4HZ4":{"groups":"default"}}},"triggers":{"scroll":{"on":"scroll","scrollSpec":{"verticalBoundaries":[25,50,90]},"request":"event"}}}</script></amp-analytics>
<amp-consent id="cns" layout="nodisplay"><script type="application/json">{"consentInstanceId":"lahza","consentRequired":true,"promptUI":"cns-ui"}</script><div id="cns-ui"><p>نستعمل ملفات الارتباط لتخصيص المحتوى والإعلانات وتحليل الزيارات. باستمراركم في التصفح توافقون على ذلك.</p><button on="tap:cns.accept">موافق</button><button on="tap:cns.reject">رفض</button></div></amp-consent>
<amp-sidebar id="sb" layout="nodisplay" side="right"><button class="sb-x" on="tap:sb.close" aria-label="إغلاق">✕</button><form method="GET" action="/search" target="_top"><input type="search" name="q" placeholder="ابحث في ${NAME}..."></form><ul>${menu}</ul><amp-accordion><section><h4>مناطق</h4><ul><li><a href="/r/1">بيروت</a></li><li><a href="/r/2">جبل لبنان</a></li><li><a href="/r/3">الشمال وعكار</a></li><li><a href="/r/4">البقاع</a></li><li><a href="/r/5">الجنوب والنبطية</a></li></ul></section></amp-accordion></amp-sidebar>
<header class="hdr"><button class="burger" on="tap:sb.toggle" aria-label="القائمة">☰</button><a href="/"><amp-img src="/logo-w.png" width="140" height="36" alt="${NAME}"></amp-img></a><a class="live" href="/live">بث مباشر</a></header>
<div class="wrap">
<amp-carousel class="brk" type="slides" layout="fixed-height" height="34" autoplay delay="4000">${OTHERS.slice(
    6,
  )
    .map((title) => `<div><b>عاجل</b> <a href="#">${title}</a></div>`)
    .join('')}</amp-carousel>
${ad('top-leader', 100)}
<div class="brd"><a href="/">الرئيسية</a> » <a href="/category">${section}</a></div>
<main class="art">
<h1 class="art-title">${escapeText(article.headline)}</h1>
<div class="art-meta"><span class="dt">${print?.date}</span>${print?.source ? ` | <span class="src">المصدر: <a href="/source">${print.source}</a></span>` : ''} | <span class="vw">${print?.views} مشاهدة</span></div>
<figure><amp-img src="${image?.path}" width="1000" height="562" layout="responsive" alt="" data-hero><noscript><img src="${image?.path}" width="1000" height="562" alt=""></noscript></amp-img>${image?.caption ? `<figcaption class="cap">${image.caption}</figcaption>` : ''}</figure>
${share}
<div class="fs"><button on="tap:AMP.setState({fs:22})">+A</button><button on="tap:AMP.setState({fs:16})">-A</button></div>
<div class="art-txt">
${text(article, articles)}
</div>
<div class="tags"><span>كلمات دلالية:</span>${tags.join('')}</div>
${share}
<div class="disc">إن المقالات والآراء المنشورة في الموقع تعبّر عن رأي كاتبها فقط، ولا يتحمّل "${NAME}" أي مسؤولية قانونية عن مضمونها.</div>
</main>
${ad('below', 250)}
<section class="rel"><h2>مواضيع ذات صلة</h2><amp-carousel type="carousel" layout="fixed-height" height="250">${slides.join('')}</amp-carousel></section>
<section class="mr"><h2>الأكثر قراءة</h2><ol>${OTHERS.map((title, at) => `<li><span class="n">${at + 1}</span><a href="/news/71${at}">${title}</a></li>`).join('')}</ol></section>
<section class="lst"><h2>آخر الأخبار</h2><amp-list width="auto" height="420" layout="fixed-height" src="${ORIGIN}/api/latest.json"><template type="amp-mustache"><div class="row"><span>{{time}}</span><a href="{{url}}">{{title}}</a></div></template><div placeholder>جارٍ التحميل...</div></amp-list></section>
<section class="sub"><h2>إشترك بنشرتنا المسائية</h2><p>أبرز ما حدث في لبنان خلال النهار يصل إلى بريدك عند الثامنة مساءً.</p><form method="post" action-xhr="/subscribe" target="_top"><input type="email" name="m" required placeholder="البريد الإلكتروني"><button type="submit">اشترك</button><div submit-success>شكراً لاشتراككم</div><div submit-error>حدث خطأ، حاولوا مجدداً</div></form></section>
<footer class="ftr"><ul>${menu}</ul><ul><li><a href="/about">من نحن</a></li><li><a href="/contact">اتصل بنا</a></li><li><a href="/ads">لإعلاناتكم</a></li><li><a href="/privacy">سياسة الخصوصية</a></li><li><a href="/terms">شروط الاستخدام</a></li></ul><p>جميع الحقوق محفوظة © ${NAME} ش.م.ل. 2026 - بيروت، شارع المطاحن، بناية السنديان، الطابق الرابع. يُمنع نقل أي مادة من دون ذكر المصدر ورابط الخبر الأصلي.</p></footer>
</div>
<amp-sticky-ad layout="nodisplay">${ad('sticky', 50)}</amp-sticky-ad>
<amp-user-notification id="n1" layout="nodisplay"><p>فعّلوا الإشعارات لتصلكم الأخبار العاجلة أولاً بأول.</p><button on="tap:n1.dismiss">لاحقاً</button></amp-user-notification>
</body>
</html>`;
}

/** A Lebanese site whose pages are AMP HTML and nothing else. */
export const site: ReplicaSite = {
  id: 'shape-amp-first',
  name: NAME,
  family: 'amp-only',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /search\n' } }),
};
