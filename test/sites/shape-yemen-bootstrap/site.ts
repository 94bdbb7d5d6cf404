import { type Block, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-yemen-bootstrap.test';
const NAME = 'السعيدة برس';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list(
  'الرئيسية|أخبار وتقارير|محليات|اقتصاد|عربي ودولي|رياضة|مجتمع|كتابات وآراء|فيديو|كاريكاتير|من نحن',
);
const READ = list(
  'عاجل: هزة أرضية خفيفة يشعر بها سكان ثلاث مديريات في إب|أسعار صرف العملات مساء اليوم في عدن وصنعاء|توقف خدمة الإنترنت الأرضي في أربع محافظات|أول امرأة تقود حافلة نقل مدرسي في المكلا|الأرصاد تحذر من أمطار رعدية على المرتفعات الجبلية|وفاة الفنان الشعبي صاحب أغنية يا ساري الليل',
);
const RATES = [
  ['الدولار', '1617', '1632'],
  ['السعودي', '425', '428'],
];

/** The text as the editor's program keeps it: half in paragraphs, half in lines between breaks. */
function text(blocks: readonly Block[], { print = {} }: SiteArticle, mixed: boolean): string[] {
  return blocks.map(({ kind, text: line }, at) => {
    const words = `${at === 0 && print.opening ? `<strong>${print.opening}</strong>` : ''}${escapeText(line)}`;
    if (kind === 'heading')
      return `<p style="text-align: justify;"><strong><span style="color:#c0392b">${words}</span></strong></p>`;
    if (kind === 'item') return `- ${words}<br />`;
    return mixed && at % 2
      ? `${words}<br /><br />`
      : `<p style="text-align: justify;">${words}</p>`;
  });
}

const teaser = (title: string, at: number): string =>
  `<div class="media"><div class="media-left"><a href="/news_details.php?sid=${47000 + at}"><img class="media-object" src="/userimages/news/${47000 + at}_s.jpg" alt="" width="90"></a></div><div class="media-body"><h5 class="media-heading"><a href="/news_details.php?sid=${47000 + at}">${escapeText(title)}</a></h5><small><i class="fa fa-clock-o"></i> ${at + 9}:1${at} ص</small><p>تفاصيل إضافية عن الخبر ينقلها مراسلنا من الميدان مع إفادات شهود ومسؤولين محليين، ويتوقع أن تصدر الجهة المعنية بيانا خلال ساعات...</p></div></div>`;

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, description, print = {}, keywords = [] } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const sid = article.path.split('=')[1];
  const parts = text(readBlocks(article), article, sid === '48211');
  const related = `<div class="related-float pull-left"><h4>مواضيع متعلقة</h4><ul>${list(print.box)
    .map((one, at) => `<li><a href="/news_details.php?sid=${46100 + at}">${one}</a></li>`)
    .join('')}</ul></div>`;
  const join =
    '<div class="alert alert-success text-center"><a href="https://whatsapp.com/channel/0029" target="_blank">للاشتراك في قناة السعيدة برس على واتساب اضغط هنا</a></div>';
  parts.splice(1, 0, related);
  parts.splice(4, 0, join);
  return `<!DOCTYPE html>
<html dir="rtl" lang="ar"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${NAME} | ${title}</title>
${description ? `<meta name="description" content="${escapeText(description)}">` : `<meta name="description" content="موقع إخباري يمني مستقل يهتم بالشأن المحلي">`}
<meta name="keywords" content="${keywords.length > 0 ? keywords.join(',') : 'اليمن,أخبار اليمن,عدن,صنعاء'}">
<meta property="og:title" content="${title}"><meta property="og:url" content="${ORIGIN}${article.path}"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta property="og:site_name" content="${NAME}">
<link rel="stylesheet" href="/assets/css/bootstrap-rtl.min.css"><link rel="stylesheet" href="/assets/css/style.css?v=12"><script src="/assets/js/jquery.min.js"></script>
<script>function fontSize(n){var e=document.getElementById('news_body');e.style.fontSize=(parseInt(e.style.fontSize||18)+n)+'px'}</script></head>
<body><div class="topbar"><div class="container"><span class="today">الخميس 18 سبتمبر 2025</span><ul class="list-inline pull-left"><li><a href="#"><i class="fa fa-facebook"></i></a></li><li><a href="#"><i class="fa fa-twitter"></i></a></li><li><a href="/rss.php"><i class="fa fa-rss"></i></a></li></ul></div></div>
<nav class="navbar navbar-default"><div class="container"><a class="navbar-brand" href="/"><img src="/assets/img/logo.png" alt="${NAME}"></a><ul class="nav navbar-nav">${MENU.map((one, at) => `<li><a href="/cat.php?id=${at}">${one}</a></li>`).join('')}</ul></div></nav>
<div class="container"><div class="marquee"><span class="label label-danger">عاجل</span><marquee>${READ.slice(0, 3).join(' ** ')}</marquee></div><div class="row"><div class="col-md-8 col-sm-12">
<ol class="breadcrumb"><li><a href="/">الرئيسية</a></li><li class="active">${section}</li></ol>
<div class="panel panel-default news-panel"><div class="panel-body"><h2 class="news-h">${title}</h2>
<div class="news-info"><span><i class="fa fa-calendar"></i> ${print.shown}</span> <span><i class="fa fa-eye"></i> مشاهدة (${print.views})</span></div>
<div class="tools"><a href="javascript:fontSize(2)">تكبير الخط</a> <a href="javascript:fontSize(-2)">تصغير الخط</a> <a href="/print.php?sid=${sid}">طباعة</a> <a href="whatsapp://send?text=${sid}">واتساب</a></div>
<div class="text-center"><img src="${image?.path}" class="img-responsive img-thumbnail" width="${image?.width}" height="${image?.height}" alt="${title}">${image?.caption ? `<div class="img-desc">${image.caption}</div>` : ''}</div>
${print.byline ? `<div class="writer">${print.byline}</div>` : ''}<div id="news_body" class="news-body" style="font-size:18px">
${parts.join('\n')}
</div><hr><div class="text-muted">تابعنا على: <a href="#">فيسبوك</a> | <a href="#">تويتر</a> | <a href="#">تليجرام</a></div>
<div class="fb-comments" data-href="${ORIGIN}${article.path}" data-width="100%"></div></div></div>
<div class="panel panel-default"><div class="panel-heading"><h3 class="panel-title">آخر أخبار ${section}</h3></div><div class="panel-body">${[...othersThan(article, articles, 2).map(({ headline }) => headline), ...READ.slice(2)].map(teaser).join('\n')}</div></div>
</div><div class="col-md-4 col-sm-12"><div class="panel panel-danger"><div class="panel-heading">الأكثر قراءة</div><ul class="list-group">${READ.map((one, at) => `<li class="list-group-item"><span class="badge">${940 - at * 37}</span><a href="/news_details.php?sid=${47100 + at}">${escapeText(one)}</a></li>`).join('')}</ul></div>
<div class="panel panel-info"><div class="panel-heading">أسعار الصرف - عدن</div><table class="table"><tr><th>العملة</th><th>شراء</th><th>بيع</th></tr>${RATES.map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table></div>
<div class="panel panel-default"><div class="panel-heading">كتابات وآراء</div>${['د. مروان الغفوري الصغير: عن المدن التي تنام باكرا', 'سامية الأغبري: نافذة على البحر', 'عبدالباسط القاعدي: دفتر العائد'].map((one, at) => `<div class="media"><img class="img-circle" src="/userimages/writers/${at}.jpg" width="60" alt=""><a href="/articles.php?id=${310 + at}">${one}</a></div>`).join('')}</div></div></div></div>
<footer><div class="container"><p>جميع الحقوق محفوظة ${NAME} © 2012 - 2025</p><p>المواد المنشورة في الموقع تعبر عن رأي كاتبها ولا تعبر بالضرورة عن رأي الموقع</p><p>تصميم وبرمجة: سمارت لاين</p></div></footer><script src="/assets/js/bootstrap.min.js"></script></body></html>`;
}

/** A Yemeni news site on Bootstrap and a small program of its own. */
export const site: ReplicaSite = {
  id: 'shape-yemen-bootstrap',
  name: NAME,
  family: 'own-php',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /print.php\n' } }),
};
