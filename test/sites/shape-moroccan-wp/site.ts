import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-moroccan-wp.test';
const NAME = 'أطلسية';

const MENU: [string, string, string][] = [
  ['politique', 'Politique', 'الحكومة|البرلمان|الأحزاب|جماعات ترابية'],
  ['economie', 'Économie', 'أسواق|فلاحة|عقار|مقاولات'],
  ['societe', 'Société', 'تعليم|صحة|قضاء|هجرة'],
  ['regions', 'Régions', 'الشرق|سوس|الريف|الصحراء|دكالة'],
  ['faits-divers', 'Faits divers', 'حوادث|محاكم'],
  ['culture', 'Culture & Art', 'سينما|موسيقى|كتب|زجل'],
  ['sport', 'Sport', 'البطولة|المنتخب|ألعاب أخرى'],
  ['tamazight', 'Tamazight', 'أخبار|حوارات'],
  ['opinions', 'Opinions', 'أقلام|منبر القراء'],
];
const READ =
  'هذه مواقيت الدراسة خلال شهر رمضان|بنك المغرب يكشف حجم الأوراق المتداولة|أساتذة التعاقد يعودون إلى الشارع|مقاييس الأمطار المسجلة في 24 ساعة|حجز طنين من السمك الفاسد بسوق الجملة|مهاجر يعيد محفظة بها 40 ألف درهم|لائحة المنتخب الرديف تثير الجدل|أسعار الطماطم تعود إلى الارتفاع';
const VIDEOS =
  'الفران التقليدي يقاوم الاندثار|ساكنة دوار تشتكي العزلة|صانعة زرابي تحكي قصتها|آراء مواطنين حول الساعة الإضافية|كواليس تصوير مسلسل جديد';
const WEEK =
  'فتح باب الترشيح لمباراة الملحقين|توقيف مروج مفرقعات بحي السلام|قافلة طبية تجوب قرى الأطلس|منتدى للشباب يناقش المقاولة الخضراء';

const cards = (text: string, kind: string) =>
  text
    .split('|')
    .map(
      (one, at) =>
        `<div class="col-12 card ${kind} mb-2"><div class="row g-0"><div class="col-4"><div class="ratio ratio-medium"><a class="stretched-link" href="${ORIGIN}/${kind}-${1290045 + at * 37}.html" title="${one}"><img width="300" height="200" src="/wp-content/uploads/thumb-${kind}${at}-300x200.jpg" class="wp-post-image" alt="" loading="lazy"></a></div></div><div class="col-8"><div class="card-body"><h3 class="card-title">${one}</h3></div></div></div></div>`,
    )
    .join('\n');

const menu = () =>
  MENU.map(
    ([slug, name, subs], at) =>
      `<li id="menu-item-${4100 + at}" class="menu-item menu-item-type-taxonomy menu-item-object-category menu-item-has-children nav-item dropdown"><a href="/category/${slug}" class="nav-link dropdown-toggle" data-bs-toggle="dropdown">${name}</a><ul class="dropdown-menu">${subs
        .split('|')
        .map(
          (sub, below) =>
            `<li class="menu-item menu-item-${4200 + below}"><a class="dropdown-item" href="/category/${slug}/${encodeURI(sub.replaceAll(' ', '-'))}">${sub}</a></li>`,
        )
        .join('')}</ul></li>`,
  ).join('\n');

/** Entries of `print.comments`: name, date and text by `~`, entries by `|`. */
function comments(list: string): string {
  return list
    .trim()
    .split('|')
    .map((entry, at) => {
      const [name, date, text] = entry.split('~').map((part) => part.trim());
      return `<li id="comment-${8814000 + at * 13}" class="comment ${at % 2 ? 'odd alt thread-odd thread-alt' : 'even thread-even'} depth-1"><div id="div-comment-${8814000 + at * 13}" class="comment-body"><div class="comment-head d-flex"><span class="comment-number">${at + 1}</span><cite class="fn">${name}</cite><span class="comment-date">${date}</span></div><div class="comment-text"><p>${text}</p></div><div class="comment-action"><a class="comment-recommend up" href="#"><i class="icon-thumbs-up"></i></a><span class="comment-recommend-number">${(at * 17) % 43}</span><a class="comment-recommend down" href="#"><i class="icon-thumbs-down"></i></a></div></div></li>`;
    })
    .join('\n');
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {}, description, keywords = [] } = article;
  const title = escapeText(article.headline);
  const url = `${ORIGIN}${encodeURI(article.path)}`;
  const others = othersThan(article, articles, 2);
  const parts = blocksHtml(readBlocks(article), { heading: print.headTag ?? 'h2' }).map(
    (part, at) => (at === 0 ? part.replace('<p>', '<p style="text-align: justify;">') : part),
  );
  const inline = `<div class="related-inline my-3"><span class="badge bg-danger">إقرأ أيضاً</span><a href="${encodeURI(others[0]?.path ?? '')}">${escapeText(others[0]?.headline ?? '')}</a></div>`;
  parts.splice(
    2,
    0,
    '<div class="ads-in-content text-center"><small>إعلان</small><div id="div-gpt-ad-3-0"></div></div>',
  );
  if (parts.length > 5) parts.splice(5, 0, inline);
  const share = ['facebook', 'twitter', 'whatsapp', 'telegram', 'linkedin']
    .map(
      (net) =>
        `<li class="list-inline-item"><a class="share-${net}" href="#" data-url="${url}" rel="nofollow"><i class="icon-${net}"></i></a></li>`,
    )
    .join('');
  const section = article.articleSection?.[0];
  const count = (print.comments ?? '').split('|').length;
  return `<!DOCTYPE html>
<html dir="rtl" lang="ary" prefix="og: https://ogp.me/ns#"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
<title>${title} - ${NAME} Atlassia</title>
${description ? `<meta name="description" content="${escapeText(description)}">\n<meta property="og:description" content="${escapeText(description)}">` : ''}
<link rel="canonical" href="${url}"><meta property="og:locale" content="ar_AR"><meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:url" content="${url}"><meta property="og:site_name" content="${NAME} Atlassia"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta property="og:image:width" content="${image?.width}"><meta property="og:image:height" content="${image?.height}">
<link rel="dns-prefetch" href="//fonts.googleapis.com"><link rel="alternate" type="application/rss+xml" title="${NAME} &laquo; الخلاصة" href="${ORIGIN}/feed">
<script>window._wpemojiSettings={"baseUrl":"https:\\/\\/s.w.org\\/images\\/core\\/emoji\\/14.0.0\\/72x72\\/","ext":".png","source":{"concatemoji":"\\/wp-includes\\/js\\/wp-emoji-release.min.js?ver=6.2"}};</script>
<style id="global-styles-inline-css">body{--wp--preset--color--black:#000;--wp--preset--color--white:#fff;--wp--preset--font-size--small:13px}.wp-block-image{margin:0 0 1em}.aligncenter{display:block;margin:0 auto}</style>
<link rel="stylesheet" id="bootstrap-css" href="/wp-content/themes/atlassia/assets/css/bootstrap.rtl.min.css?ver=5.0"><link rel="stylesheet" id="theme-css" href="/wp-content/themes/atlassia/style.css?ver=2.3.1">
<script src="/wp-includes/js/jquery/jquery.min.js?ver=3.6.4" id="jquery-core-js"></script><link rel="https://api.w.org/" href="${ORIGIN}/wp-json/"><link rel="shortlink" href="${ORIGIN}/?p=${print.post}"></head>
<body class="rtl post-template-default single single-post postid-${print.post} single-format-standard">
<div class="wrapper"><header id="header"><div class="top-header d-none d-lg-block"><div class="container d-flex"><div class="today">الإثنين 23 نونبر 2026</div><ul class="list-inline langs"><li class="list-inline-item"><a href="/fr">Français</a></li><li class="list-inline-item"><a href="/en">English</a></li></ul><form role="search" method="get" class="search-form" action="/"><input type="search" class="form-control" placeholder="Recherche / بحث" name="s"></form></div></div>
<div class="container text-center"><a class="navbar-brand" href="/"><img src="/wp-content/themes/atlassia/assets/images/logo.svg" alt="${NAME}"></a><div class="ad-top"><div id="div-gpt-ad-1-0"></div></div></div>
<nav class="navbar navbar-expand-lg navbar-dark bg-main"><div class="container"><ul id="menu-main" class="navbar-nav"><li class="menu-item nav-item"><a class="nav-link" href="/"><i class="icon-home"></i> Accueil</a></li>
${menu()}
<li class="menu-item nav-item"><a class="nav-link" href="/videos">أطلسية TV</a></li></ul></div></nav></header>
<div id="page-content" class="container"><div class="row"><div class="col-12 col-lg-8"><article id="post-${print.post}" class="post-${print.post} post type-post status-publish format-standard has-post-thumbnail hentry category-${print.cat}">
<nav class="breadcrumb-wrap" aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">Accueil</a></li><li class="breadcrumb-item"><a href="/category/${print.cat}">${section}</a></li></ol></nav>
<div class="post-header"><h1 class="post-title">${title}</h1>
<figure class="post-thumbnail figure"><div class="ratio ratio-16x9"><img width="${image?.width}" height="${image?.height}" src="${image?.path}" class="img-fluid wp-post-image" alt="${title}"></div>${image?.caption ? `<figcaption class="figure-caption">${image.caption}</figcaption>` : ''}</figure>
<div class="post-meta d-flex justify-content-between"><div><span class="author"><a href="/author/${print.user}" rel="author">${print.byline}</a></span> <span class="date-post">${print.shown}</span></div><a class="comments-link" href="#comments"><i class="icon-comment"></i> ${count}</a></div>
<div class="share-post"><ul class="list-inline">${share}</ul><button class="btn btn-sm font-plus">+أ</button><button class="btn btn-sm font-minus">-أ</button></div></div>
<div class="article-content">
${parts.join('\n')}
<p class="follow-us"><a href="https://news.google.com/publications/atlassia">تابعوا آخر الأخبار من ${NAME} على Google News</a></p>
</div>
<section class="box-tags"><div class="tags">${keywords.map((word) => `<a class="tag_post_tag" href="/tag/${encodeURI(word.replaceAll(' ', '-'))}" rel="tag">${word}</a>`).join(' ')}</div></section>
<div class="share-post bottom"><ul class="list-inline">${share}</ul></div>
<div class="newsletter-box alert alert-light"><h4>النشرة الإخبارية</h4><p>اشترك الآن في النشرة البريدية لجريدة ${NAME}، لتصلك آخر الأخبار يوميا</p><form class="input-group"><input type="email" class="form-control" placeholder="Votre e-mail"><button class="btn btn-primary" type="submit">اشتراك</button></form></div></article>
<section class="related-posts"><h2 class="section-title">À lire aussi - مواضيع ذات صلة</h2><div class="row">${cards([...others.map((one) => escapeText(one.headline)), ...WEEK.split('|')].join('|'), 'related')}</div></section>
<div id="comments" class="comments-area"><h4 class="comments-title">تعليقات الزوار (<span>${count}</span>)</h4><ul class="comment-list">
${comments(print.comments ?? '')}
</ul><div class="alert alert-info">صوت وصورة: المرجو احترام شروط النشر، الآراء الواردة في التعليقات تعبر عن آراء أصحابها وليس عن رأي الجريدة.</div>
<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">اترك تعليقاً</h3><form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form"><textarea class="form-control" name="comment" maxlength="1000" placeholder="تعليقك"></textarea><input class="form-control" name="author" placeholder="الاسم / Nom"><input class="form-control" name="email" type="email" placeholder="البريد الإلكتروني"><label><input type="checkbox"> شروط التعليق: عدم الإساءة للكاتب أو للأشخاص أو للمقدسات أو مهاجمة الأديان، والابتعاد عن التحريض العنصري والشتائم.</label><input name="submit" type="submit" class="btn btn-primary" value="أرسل التعليق"><input type="hidden" name="comment_post_ID" value="${print.post}"></form></div></div></div>
<aside class="col-12 col-lg-4 sidebar"><div class="widget widget-most"><h4 class="widget-title">Les plus lus - الأكثر قراءة</h4>${cards(READ, 'most')}</div><div class="ad-sidebar"><div id="div-gpt-ad-2-0"></div></div><div class="widget widget-videos"><h4 class="widget-title">صوت وصورة</h4>${cards(VIDEOS, 'video')}</div></aside></div></div>
<footer class="footer bg-dark"><div class="container"><ul class="list-inline"><li class="list-inline-item"><a href="/contact">Contact</a></li><li class="list-inline-item"><a href="/equipe">فريق العمل</a></li><li class="list-inline-item"><a href="/pub">Publicité</a></li><li class="list-inline-item"><a href="/rss">RSS</a></li></ul><p>جريدة إلكترونية مغربية تصدر عن شركة أطلسية ميديا - ملف الصحافة عدد 12/2017. جميع الحقوق محفوظة 2026. لا يسمح بإعادة نشر المواد دون إذن كتابي.</p></div></footer></div>
<script src="/wp-content/themes/atlassia/assets/js/app.js?ver=2.3.1" id="theme-js"></script></body></html>`;
}

/** A Moroccan portal on a WordPress theme of its own, with many comments under the text. */
export const site: ReplicaSite = {
  id: 'shape-moroccan-wp',
  name: NAME,
  family: 'wordpress-bootstrap',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /wp-admin/\n' } }),
};
