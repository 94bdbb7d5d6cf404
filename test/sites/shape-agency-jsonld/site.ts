import { escapeText, othersThan, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-agency-jsonld.test';
const NAME = 'وكالة أنباء الرافد';

const MENU: [string, string][] = [
  ['أخبار محلية', 'الديوان|مجلس الوزراء|مجلس النواب|المحافظات|الأمن العام|القضاء'],
  ['اقتصاد', 'أسواق المال|الطاقة|الصناعة والتجارة|الزراعة|السياحة'],
  ['عربي ودولي', 'بلاد الشام|الخليج|المغرب العربي|آسيا|أوروبا|الأميركتان'],
  ['رياضة', 'دوري المحترفين|المنتخبات|ألعاب القوى|كرة السلة'],
  ['ثقافة وفنون', 'معارض|مسرح|كتب|تراث'],
  ['شؤون المرأة', 'تمكين|أسرة|مجتمع'],
  ['خدمات الوكالة', 'اشتراكات|أرشيف الصور|خدمة الرسائل|التدريب|خريطة الموقع'],
];
const LATEST =
  'الخزينة تطرح سندات تنمية لأجل خمس سنوات|أمن الطرق: كثافة ضباب على مدخل السرو الجنوبي|منتخب الشباب يواصل معسكره في حمامات الدفلى|ارتفاع تداول البورصة 4 بالمئة في أسبوع|توزيع 600 مدفأة على مدارس البادية|ندوة عن المخطوطات في مكتبة البرج|بدء استقبال طلبات القروض الزراعية|الأرصاد: أجواء باردة وأمطار متفرقة الخميس|اختتام بطولة الشطرنج للمكفوفين';
const READ =
  'أسعار المحروقات للشهر المقبل|نتائج الفرز الإلكتروني للمعلمين|جدول دوام الجسور خلال العطلة|قائمة الأدوية المخفضة|تعليمات جديدة لترخيص المركبات|مواعيد امتحانات الشامل';

const list = (text: string, at: string) =>
  text
    .split('|')
    .map(
      (one, index) =>
        `<li class="item"><a class="link" href="/Include/InnerPage.jsp?ID=${at}${index}&amp;lang=ar&amp;name=news">${one}</a></li>`,
    )
    .join('\n');

function menu(): string {
  return MENU.map(
    ([head, subs], index) => `<li class="nav-item dropdown">
<a class="nav-link dropdown-toggle" href="/category/${index + 1}" id="navbarDropdown${index}" role="button" data-bs-toggle="dropdown" aria-expanded="false">${head}</a>
<ul class="dropdown-menu text-end" aria-labelledby="navbarDropdown${index}">
${list(subs, `${index + 1}`)}
</ul></li>`,
  ).join('\n');
}

/** The whole text stands only here, with entities as the desk's editor stores them. */
function linkedData(article: SiteArticle, url: string): string {
  const { image, print = {} } = article;
  const text = `${print.opener} ${escapeText(article.body).split('\n\n').join('\r\n')}\r\n${print.tail}`;
  const news = {
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    headline: article.headline,
    description: article.description,
    inLanguage: 'ar',
    articleSection: article.articleSection?.[0],
    keywords: article.keywords,
    datePublished: print.published,
    dateModified: print.modified,
    image: {
      '@type': 'ImageObject',
      url: `${ORIGIN}${image?.path}`,
      width: image?.width,
      height: image?.height,
    },
    author: { '@type': 'Organization', name: NAME, url: ORIGIN },
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: NAME,
      logo: {
        '@type': 'ImageObject',
        url: `${ORIGIN}/assets/img/logo.png`,
        width: 240,
        height: 60,
      },
    },
    articleBody: text,
  };
  const crumbs = {
    '@type': 'BreadcrumbList',
    itemListElement: ['الرئيسية', article.articleSection?.[0]].map((name, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: index ? `${ORIGIN}/category/${print.cat}` : `${ORIGIN}/`,
    })),
  };
  return scriptJson({ '@context': 'https://schema.org', '@graph': [crumbs, news] });
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {}, description = '' } = article;
  const title = escapeText(article.headline);
  const url = `${ORIGIN}${encodeURI(article.path)}`;
  const snippet = `${print.opener} ${article.body}`.slice(0, 170).trim();
  const more = othersThan(article, articles, 2)
    .map(
      (one) =>
        `<div class="col-md-4"><div class="card card-news"><img class="card-img-top lazyload" data-src="${one.image?.path}" src="/assets/img/blank.gif" alt=""><div class="card-body"><a class="card-title" href="${encodeURI(one.path)}">${escapeText(one.headline)}</a><span class="card-date"><i class="far fa-clock"></i> ${one.print?.shown}</span></div></div></div>`,
    )
    .join('\n');
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head>
<meta charset="UTF-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${NAME}</title>
<meta name="description" content="${escapeText(description)}"><meta name="robots" content="index, follow, max-image-preview:large">
<link rel="canonical" href="${url}"><meta property="og:type" content="article"><meta property="og:site_name" content="${NAME}"><meta property="og:title" content="${title}"><meta property="og:description" content="${escapeText(description)}"><meta property="og:url" content="${url}"><meta property="og:image" content="${ORIGIN}${image?.path}">
<meta name="twitter:card" content="summary_large_image"><meta name="twitter:site" content="@alrafed_agency">
<link rel="stylesheet" href="/assets/css/bootstrap.rtl.min.css?v=5.1.3"><link rel="stylesheet" href="/assets/css/all.min.css"><link rel="stylesheet" href="/assets/css/main.css?v=38">
<style>:root{--main:#00573d;--gold:#b9975b}body{font-family:'Droid Arabic Kufi',Tahoma,sans-serif}.top-bar{background:var(--main);color:#fff;font-size:13px}.navbar-agency{border-bottom:3px solid var(--gold)}.details-title{font-size:28px;line-height:1.6}.details-text{max-height:110px;overflow:hidden;position:relative}.details-text:after{content:"";position:absolute;bottom:0;inset-inline:0;height:60px;background:linear-gradient(transparent,#fff)}.details-text.open{max-height:none}.btn-more{background:var(--gold);color:#fff}.ticker{height:38px;overflow:hidden}.card-news .card-title{font-size:15px}.side-list li{border-bottom:1px dashed #ddd;padding:8px 0}</style>
<script type="application/ld+json">${linkedData(article, url)}</script>
<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','G-R4F3D000');</script>
</head><body class="inner-page">
<div class="top-bar"><div class="container d-flex justify-content-between"><span id="today-date"></span><ul class="list-inline lang"><li class="list-inline-item"><a href="/en">English</a></li><li class="list-inline-item"><a href="/fr">Français</a></li><li class="list-inline-item"><a href="/login">دخول المشتركين</a></li></ul></div></div>
<header><div class="container"><a class="navbar-brand" href="/"><img src="/assets/img/logo.png" alt="${NAME}" width="240" height="60"></a>
<form class="search-form" action="/search" method="get"><input type="text" name="q" placeholder="ابحث في الأخبار"><select name="period"><option>اليوم</option><option>آخر أسبوع</option><option>آخر شهر</option></select><button type="submit">بحث</button></form></div>
<nav class="navbar navbar-expand-lg navbar-agency"><div class="container"><button class="navbar-toggler" type="button" data-bs-toggle="collapse" data-bs-target="#mainNav"><span class="navbar-toggler-icon"></span></button><div class="collapse navbar-collapse" id="mainNav"><ul class="navbar-nav">
<li class="nav-item"><a class="nav-link" href="/">الرئيسية</a></li>
${menu()}
</ul></div></div></nav>
<div class="ticker"><div class="container"><span class="ticker-label">عاجل</span><marquee direction="right" scrollamount="4">محافظ السرو يتفقد أعمال توسعة السوق المركزي &nbsp;***&nbsp; الدفاع المدني يحذر من الاقتراب من مجاري الأودية</marquee></div></div></header>
<main class="container"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">الرئيسية</a></li><li class="breadcrumb-item active"><a href="/category/${print.cat}">${article.articleSection?.[0]}</a></li></ol></nav>
<div class="row"><div class="col-lg-8"><div class="details-box">
<h1 class="details-title">${title}</h1>
<div class="details-meta d-flex"><span class="date"><i class="far fa-calendar-alt"></i> ${print.shown}</span><span class="views"><i class="far fa-eye"></i> ${print.views} مشاهدة</span><span class="font-size"><a href="#" onclick="fontUp();return false">أ+</a> <a href="#" onclick="fontDown();return false">أ-</a></span></div>
<div class="share-bar"><span>مشاركة:</span><a href="https://www.facebook.com/sharer/sharer.php?u=${url}"><i class="fab fa-facebook-f"></i></a><a href="https://twitter.com/intent/tweet?url=${url}"><i class="fab fa-twitter"></i></a><a href="https://wa.me/?text=${url}"><i class="fab fa-whatsapp"></i></a><a href="javascript:window.print()"><i class="fas fa-print"></i> طباعة</a></div>
<figure class="details-img"><img class="img-fluid" src="${image?.path}" width="${image?.width}" height="${image?.height}" alt="${title}">${image?.caption ? `<figcaption>${escapeText(image.caption)}</figcaption>` : ''}</figure>
<div class="details-text" id="newsText" data-id="${print.id}"><p>${escapeText(snippet)}...</p></div>
<button type="button" class="btn btn-more" id="readMore" data-source="ld">اقرأ المزيد</button>
<div class="tags"><i class="fas fa-tags"></i> ${(article.keywords ?? []).map((word) => `<a class="badge bg-light" href="/tag/${encodeURI(word)}">${word}</a>`).join(' ')}</div>
<div class="app-banner"><p>حمّل تطبيق ${NAME} لتصلك الأخبار العاجلة على هاتفك أولا بأول</p><a href="#"><img src="/assets/img/gplay.svg" alt="Google Play"></a><a href="#"><img src="/assets/img/appstore.svg" alt="App Store"></a></div></div>
<section class="related"><h3 class="sec-title">أخبار ذات صلة</h3><div class="row">${more}</div></section></div>
<aside class="col-lg-4"><div class="side-box"><h3 class="sec-title">آخر الأخبار</h3><ul class="side-list list-unstyled">
${list(LATEST, '3188')}
</ul><a class="all" href="/latest">كل الأخبار</a></div>
<div class="side-box"><h3 class="sec-title">الأكثر قراءة</h3><ul class="side-list list-unstyled">
${list(READ, '3169')}
</ul></div><div class="side-box newsletter"><h3 class="sec-title">النشرة البريدية</h3><p>اشترك لتصلك نشرة الوكالة المسائية على بريدك الإلكتروني.</p><form action="/newsletter" method="post"><input type="email" name="email" placeholder="البريد الإلكتروني"><button>اشتراك</button></form></div></aside></div></main>
<footer class="site-footer"><div class="container"><div class="row"><div class="col-md-4"><h5>عن الوكالة</h5><ul><li><a href="/about">نشأة الوكالة</a></li><li><a href="/board">مجلس الإدارة</a></li><li><a href="/bureaus">المكاتب الخارجية</a></li><li><a href="/jobs">وظائف شاغرة</a></li><li><a href="/tenders">عطاءات</a></li></ul></div><div class="col-md-4"><h5>سياسة الاستخدام</h5><p>يجوز للمؤسسات الإعلامية المشتركة إعادة نشر مواد الوكالة شريطة الإشارة إلى المصدر، ولا يجوز استخدام الصور لأغراض تجارية دون موافقة خطية مسبقة.</p></div><div class="col-md-4"><h5>تواصل معنا</h5><p>هاتف: 5550140 فاكس: 5550141<br>ص.ب 911 شارع الصحافة</p></div></div><p class="copy">جميع الحقوق محفوظة © ${NAME} 2026</p></div></footer>
<script src="/assets/js/jquery-3.6.0.min.js"></script><script src="/assets/js/bootstrap.bundle.min.js"></script>
<script>$(function(){$('#readMore').on('click',function(){var g=JSON.parse($('script[type="application/ld+json"]').first().text())['@graph'];var n=g.filter(function(x){return x['@type']==='NewsArticle'})[0];$('#newsText').addClass('open').html(n.articleBody.replace(/\\r\\n/g,'<br><br>'));$(this).hide()});});</script>
</body></html>`;
}

/** A national agency's inner page: the text only in the linked data, a snippet before the eye. */
export const site: ReplicaSite = {
  id: 'shape-agency-jsonld',
  name: NAME,
  family: 'agency-jsonld',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
