import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-iraq-sports.test';
const NAME = 'ملاعب الرافدين';

const MENU =
  'الرئيسية:/|كرة محلية:/category/1|دوري النجوم:/category/2|الدوري الممتاز:/category/3|كأس العراق:/category/4|المنتخبات الوطنية:/category/5|الفئات العمرية:/category/6|كرة عربية:/category/7|كرة عالمية:/category/8|ألعاب أخرى:/category/9|كرة الصالات:/category/10|رياضة نسوية:/category/11|ألعاب بارالمبية:/category/12|رياضة المحافظات:/category/13|أعمدة:/columns|حوارات:/category/15|تحقيقات:/category/16|جدول المباريات:/fixtures|الترتيب:/standings|ألبوم الصور:/gallery|النسخة الورقية:/pdf';
const READ =
  'سباح من الحلة يحطم رقما عمره تسع سنوات في سباق الظهر|لجنة المسابقات ترفض اعتراض ثلاثة أندية على مواعيد الدور المقبل|حكم دولي يعتزل بعد مباراة الختام ويتجه إلى التدريب|مدرب حراس المنتخب الرديف: المنافسة بين الأربعة مفتوحة حتى آخر وحدة|رباع سماوي ينتزع فضية الخطف في بطولة الأندية|ملعب الناصرية الجديد يستقبل أول مباراة ليلية|ناشئو الصالات يدخلون معسكرا من عشرة أيام في أربيل|قرعة كأس العراق تضع حامل اللقب في طريق صعب';
const TABLE =
  'شباب دجلة:7:5:1:1:16|سنابل الكوت:7:4:2:1:14|مرافئ الفاو:7:4:1:2:13|بساتين ديالى:7:3:3:1:12|أسود الفرات:7:3:2:2:11|قلعة كركوك:7:3:1:3:10|نخيل البصرة:7:2:3:2:9|غاز ميسان:7:2:1:4:7';
const STRIP =
  'شباب دجلة:3:0:غاز ميسان|بساتين ديالى:1:1:قلعة كركوك|نخيل البصرة:0:2:أسود الفرات|كهرباء بابل:1:0:نفط الجزيرة';

const bar = (text: string) => text.split('|');
const each = <T>(items: readonly T[], html: (item: T, at: number) => string) =>
  items.map(html).join('\n');
const reads = bar(READ);
const rows = bar(TABLE);
const li = (items: readonly string[], from = 48101) =>
  each(
    items,
    (text, at) =>
      `<li class="media most-item"><span class="num">${at + 1}</span><div class="media-body"><a href="${ORIGIN}/news/${from + at * 7}" title="${text}"><h6 class="mt-0">${text}</h6></a><small class="text-muted"><i class="far fa-clock"></i> منذ ${at + 2} ساعات</small></div></li>`,
  );
const menu = each(bar(MENU), (item) => {
  const [text, to] = item.split(':');
  return `<li class="nav-item"><a class="nav-link" href="${ORIGIN}${to}">${text}</a></li>`;
});
const strip = each(bar(STRIP), (row) => {
  const [home, goals, against, away] = row.split(':');
  return `<div class="swiper-slide match-mini"><a href="${ORIGIN}/match/${home?.length}${away?.length}"><div class="mini-head">دوري نجوم العراق <span class="badge badge-secondary">انتهت</span></div><div class="mini-row"><span>${home}</span><b>${goals}</b></div><div class="mini-row"><span>${away}</span><b>${against}</b></div></a></div>`;
});
const table = `<table class="table table-sm table-striped standings"><thead><tr><th>#</th><th>الفريق</th><th>لعب</th><th>فاز</th><th>تعادل</th><th>خسر</th><th>نقاط</th></tr></thead><tbody>${each(rows, (row, at) => `<tr><td>${at + 1}</td><td class="text-right"><img src="${ORIGIN}/storage/clubs/${at + 11}.png" width="20" alt=""> ${row.split(':').join('</td><td>')}</td></tr>`)}</tbody></table>`;

function matchCard(print: Record<string, string>): string {
  const [home, away, score, round, ground] = bar(print.match ?? '');
  if (!away) return '';
  const goals = each(
    bar(print.goals ?? ''),
    (goal) => `<li><i class="fas fa-futbol"></i> ${goal}</li>`,
  );
  return `<div class="match-card card mb-4"><div class="card-header text-center">${round}</div><div class="card-body d-flex justify-content-between"><div class="team text-center"><img src="${ORIGIN}/storage/clubs/12.png" alt="${home}"><h4>${home}</h4></div><div class="score-box"><span class="score">${score}</span><small>انتهت المباراة</small></div><div class="team text-center"><img src="${ORIGIN}/storage/clubs/13.png" alt="${away}"><h4>${away}</h4></div></div>
<ul class="list-unstyled goals">${goals}</ul><div class="card-footer"><span><i class="fas fa-map-marker-alt"></i> ${ground}</span> <span><i class="fas fa-users"></i> الحضور 11400</span></div></div>`;
}

function lineups(print: Record<string, string>): string {
  const side = (text: string) => {
    const [team, ...men] = bar(text);
    return `<div class="col-6"><h5 class="lineup-team">${team}</h5><ol class="lineup-list">${men.map((man, at) => `<li><span class="shirt">${at * 2 + 1}</span> ${man}</li>`).join('')}</ol></div>`;
  };
  if (!print.lineHome) return '';
  return `<div class="lineups card"><div class="card-header">تشكيلة الفريقين</div><div class="row no-gutters">${side(print.lineHome)}${side(print.lineAway ?? '')}</div></div>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, description, articleSection: [section] = [], keywords = [] } = article;
  const print = article.print ?? {};
  const title = escapeText(article.headline);
  const parts = blocksHtml(readBlocks(article), { heading: 'h4 class="sub-head"' });
  if (print.opening) parts.unshift(`<p><strong>${print.opening}</strong></p>`);
  parts.splice(
    4,
    0,
    `<div class="read-also alert alert-light"><span class="badge badge-danger">اقرأ أيضاً</span><a href="${ORIGIN}/news/47991">${print.also}</a></div>`,
    lineups(print),
    print.inTable
      ? `<div class="card table-box"><div class="card-header">جدول ترتيب الفرق</div>${table}</div>`
      : '',
  );
  const tags = each(
    keywords,
    (word) =>
      `<a class="badge badge-pill tag" href="${ORIGIN}/tag/${encodeURI(word)}">#${word}</a>`,
  );
  const card = (one: { to: string; text: string }) =>
    `<div class="col-md-4"><div class="card post-card"><a href="${one.to}"><img class="card-img-top lazy" data-src="${ORIGIN}/storage/thumbs/${one.text.length}.jpg" src="${ORIGIN}/images/blank.gif" alt="${escapeText(one.text)}"></a><div class="card-body"><h5 class="card-title"><a href="${one.to}">${escapeText(one.text)}</a></h5><p class="card-text small text-muted">كرة محلية</p></div></div></div>`;
  const related = [
    ...othersThan(article, articles, 2).map((one) => ({
      to: ORIGIN + encodeURI(one.path),
      text: one.headline,
    })),
    ...reads.slice(4).map((text, at) => ({ to: `${ORIGIN}/news/${46020 + at}`, text })),
  ].map(card);
  const share = `<div class="share-bar d-flex"><span class="share-label">شارك الخبر</span><a class="btn btn-fb" href="https://www.facebook.com/sharer/sharer.php?u=${ORIGIN}${encodeURI(article.path)}"><i class="fab fa-facebook-f"></i> فيسبوك</a><a class="btn btn-tw" href="https://twitter.com/intent/tweet?url=${ORIGIN}${encodeURI(article.path)}"><i class="fab fa-twitter"></i> تويتر</a><a class="btn btn-wa" href="https://wa.me/?text=${encodeURI(article.path)}"><i class="fab fa-whatsapp"></i> واتساب</a><a class="btn btn-tg" href="https://t.me/share/url"><i class="fab fa-telegram"></i> تلغرام</a><button class="btn btn-copy" onclick="copyLink()">نسخ الرابط</button></div>`;
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
<meta name="csrf-token" content="u3BzVnYk0QpXJc7sT1wLr9mHe5aGdO2iKf8NxCyZ">
<title>${title} | ${NAME}</title>
${description ? `<meta name="description" content="${escapeText(description)}">\n<meta property="og:description" content="${escapeText(description)}">` : ''}
<meta name="keywords" content="${keywords.join(',')}">
<meta property="og:title" content="${title}"><meta property="og:type" content="article"><meta property="og:site_name" content="${NAME}">
<meta property="og:url" content="${ORIGIN}${encodeURI(article.path)}"><meta property="og:image" content="${ORIGIN}${image?.path}">
<meta name="twitter:card" content="summary_large_image"><link rel="canonical" href="${ORIGIN}${encodeURI(article.path)}">
<link rel="stylesheet" href="${ORIGIN}/css/bootstrap-rtl.min.css"><link rel="stylesheet" href="${ORIGIN}/css/app.css?id=7f1c0b92a4e6d85317aa"><link rel="stylesheet" href="${ORIGIN}/vendor/fontawesome/css/all.min.css">
<style>.match-card .score{font-size:2.4rem;font-weight:700}.standings td{vertical-align:middle}.lineup-list{list-style:none;padding:0}.shirt{display:inline-block;width:24px;background:#0b5d3b;color:#fff;text-align:center}.post-body p{font-size:1.15rem;line-height:2;text-align:justify}.read-also{border-right:4px solid #c00}.breaking-bar{background:#c00;color:#fff}</style>
<script>window.Laravel = {"csrfToken":"u3BzVnYk0QpXJc7sT1wLr9mHe5aGdO2iKf8NxCyZ","locale":"ar"};</script></head>
<body class="single-news">
<div class="top-bar bg-dark text-white"><div class="container d-flex justify-content-between"><span class="today"><i class="far fa-calendar"></i> الثلاثاء 24 شباط 2026</span><span>العدد 3187</span><ul class="list-inline social mb-0"><li class="list-inline-item"><a href="#"><i class="fab fa-facebook-f"></i></a></li><li class="list-inline-item"><a href="#"><i class="fab fa-youtube"></i></a></li><li class="list-inline-item"><a href="#"><i class="fab fa-instagram"></i></a></li></ul></div></div>
<header class="site-header"><div class="container row"><div class="col-md-4"><a class="logo" href="${ORIGIN}"><img src="${ORIGIN}/images/logo.png" alt="${NAME}"></a><p class="slogan">جريدة رياضية يومية مستقلة</p></div><div class="col-md-8"><div class="ads ads-728"><a href="#"><img src="${ORIGIN}/storage/ads/bank728.gif" alt="إعلان"></a></div></div></div></header>
<nav class="navbar navbar-expand-lg navbar-dark sticky-top"><div class="container"><button class="navbar-toggler" data-toggle="collapse" data-target="#mainNav"><span class="navbar-toggler-icon"></span></button><div class="collapse navbar-collapse" id="mainNav"><ul class="navbar-nav">${menu}</ul><form class="form-inline" action="${ORIGIN}/search"><input class="form-control" name="q" placeholder="ابحث في الموقع"><button class="btn"><i class="fa fa-search"></i></button></form></div></div></nav>
<div class="breaking-bar"><div class="container d-flex"><span class="label">شريط الأخبار</span><marquee direction="right" onmouseover="this.stop()">${each(reads.slice(0, 5), (text) => `<a href="${ORIGIN}/news/${text.length}">${text}</a>`)}</marquee></div></div>
<section class="matches-strip"><div class="container"><div class="swiper-container"><div class="swiper-wrapper">${strip}</div></div></div></section>
<main class="container mt-4"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="${ORIGIN}">الرئيسية</a></li><li class="breadcrumb-item"><a href="${ORIGIN}/category/2">${section}</a></li><li class="breadcrumb-item active" aria-current="page">${title}</li></ol></nav>
<div class="row"><div class="col-lg-8"><div class="single-post bg-white p-3">
${print.kicker ? `<h5 class="pre-title">${print.kicker}</h5>\n` : ''}<h1 class="post-title">${title}</h1>
<ul class="list-inline post-meta"><li class="list-inline-item"><i class="far fa-calendar-alt"></i> ${print.date}</li>${print.updated ? `<li class="list-inline-item">آخر تحديث: ${print.updated}</li>` : ''}<li class="list-inline-item"><i class="far fa-eye"></i> ${print.views} مشاهدة</li><li class="list-inline-item"><i class="far fa-comments"></i> 0 تعليق</li><li class="list-inline-item"><a href="#" onclick="window.print()"><i class="fas fa-print"></i> طباعة</a> <button class="fz" data-step="1">A+</button><button class="fz" data-step="-1">A-</button></li></ul>
${share}
<figure class="figure post-image"><img class="img-fluid" src="${ORIGIN}${image?.path}" alt="${title}">${image?.caption ? `<figcaption class="figure-caption">${image.caption}${print.photo ? ` <small class="photo-by">${print.photo}</small>` : ''}</figcaption>` : ''}</figure>
${matchCard(print)}
<div class="post-body" id="post-body">
${parts.join('\n')}
</div>
<div class="follow-box alert alert-success">تابعوا ${NAME} على <a href="https://t.me/malaeb_rafidain">قناتنا في تلغرام</a> لتصلكم نتائج المباريات أولاً بأول</div>
<div class="post-tags"><i class="fas fa-tags"></i> ${tags}</div>
${share}
<div class="d-flex justify-content-between post-nav"><a href="${ORIGIN}/news/48207">السابق: ${reads[5]}</a><a href="${ORIGIN}/news/48214">التالي: ${reads[6]}</a></div></div>
<div class="section-title"><h3>أخبار ذات صلة</h3></div><div class="row related">${related.join('\n')}</div>
<div class="comments card"><div class="card-header"><h4>أضف تعليقاً</h4></div><form method="POST" action="${ORIGIN}/comments"><input type="hidden" name="_token" value="u3BzVnYk0QpXJc7sT1wLr9mHe5aGdO2iKf8NxCyZ"><div class="form-group"><label>الاسم</label><input class="form-control" name="name"></div><div class="form-group"><label>التعليق</label><textarea class="form-control" name="body" rows="4"></textarea></div><p class="small">التعليقات تعبّر عن رأي أصحابها، وتحتفظ الجريدة بحق حذف ما يخالف الذوق العام.</p><button class="btn btn-success">إرسال</button></form></div></div>
<aside class="col-lg-4"><div class="widget card"><div class="card-header"><h4>ترتيب دوري النجوم</h4></div>${table}<a class="btn btn-block" href="${ORIGIN}/standings">الجدول الكامل</a></div>
<div class="widget card"><ul class="nav nav-tabs"><li class="nav-item"><a class="nav-link active" data-toggle="tab" href="#most">الأكثر قراءة</a></li><li class="nav-item"><a class="nav-link" data-toggle="tab" href="#last">آخر الأخبار</a></li></ul><div class="tab-content"><div class="tab-pane active" id="most"><ul class="list-unstyled">${li(reads)}</ul></div><div class="tab-pane" id="last"><ul class="list-unstyled">${li([...reads].reverse().slice(0, 5), 48300)}</ul></div></div></div>
<div class="widget card poll"><div class="card-header"><h4>استفتاء</h4></div><form action="${ORIGIN}/poll"><p>من تتوقع أن يحرز لقب دوري النجوم هذا الموسم؟</p>${each(rows.slice(0, 4), (row, at) => `<div class="form-check"><input class="form-check-input" type="radio" name="poll" id="p${at}"><label for="p${at}">${row.split(':')[0]}</label></div>`)}<button class="btn btn-sm btn-success">صوّت</button></form></div>
<div class="widget card"><div class="card-header"><h4>عدد اليوم PDF</h4></div><a href="${ORIGIN}/pdf/3187"><img class="lazy" data-src="${ORIGIN}/storage/pdf/3187.jpg" alt="الصفحة الأولى"></a></div></aside></div></main>
<footer class="site-footer bg-dark text-white"><div class="container"><div class="row"><div class="col-md-5"><h5>عن الجريدة</h5><p>${NAME} جريدة رياضية يومية تصدر في بغداد، تعنى بالكرة العراقية والألعاب الفردية والجماعية. المقالات المنشورة تعبّر عن آراء كتّابها، ولا يجوز نقل المواد من دون ذكر المصدر.</p></div><div class="col-md-3"><h5>روابط</h5><ul class="list-unstyled"><li><a href="/about">من نحن</a></li><li><a href="/staff">هيئة التحرير</a></li><li><a href="/ads">الإعلانات</a></li><li><a href="/privacy">سياسة الخصوصية</a></li><li><a href="/contact">اتصل بنا</a></li></ul></div><div class="col-md-4"><h5>القائمة البريدية</h5><form action="/subscribe" method="POST"><input type="email" class="form-control" placeholder="بريدك الإلكتروني"><button class="btn btn-success">اشترك</button></form></div></div><p class="copyright text-center">جميع الحقوق محفوظة &copy; ${NAME} 2026 - برمجة وتصميم: مسار للحلول الرقمية</p></div></footer>
<script src="${ORIGIN}/js/app.js?id=2c94e1b70f5d3a6688bd"></script>
<script>$(function(){$('.lazy').Lazy();new Swiper('.swiper-container',{slidesPerView:4,autoplay:true});$.post('${ORIGIN}/news/hit',{_token:$('meta[name="csrf-token"]').attr('content')});});function copyLink(){navigator.clipboard.writeText(location.href);toastr.success('تم نسخ الرابط');}</script>
</body></html>`;
}

/** An Iraqi sports daily on a Laravel build of its own with Bootstrap. */
export const site: ReplicaSite = {
  id: 'shape-iraq-sports',
  name: NAME,
  family: 'iraq-sports',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /admin\n' } }),
};
