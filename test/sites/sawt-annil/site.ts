import { localIso, readClock, rssDate, twelveHour, WEEKDAYS } from '../clock.ts';
import { blocksHtml, cdata, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://sawt-annil.test';
const NAME = 'صوت النيل';
const ZONE = 'Africa/Cairo';
const MONTHS = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(
  ' ',
);
/** Section names and their numbers in addresses. */
const SECTIONS: Record<string, number> = {
  'أخبار عاجلة': 65,
  'اقتصاد وبورصة': 297,
  محافظات: 296,
  حوادث: 203,
  'المرأة والمنوعات': 89,
};

const url = (path: string) => ORIGIN + encodeURI(path);

function sectionPath(name = ''): string {
  return `/Section/${name.replaceAll(' ', '-')}/${SECTIONS[name]}/1`;
}

function printedDate(article: SiteArticle): string {
  const clock = readClock(article.datePublished ?? '', ZONE);
  const date = `${clock.day} ${MONTHS[clock.month - 1]} ${clock.year}`;
  return `${WEEKDAYS[clock.weekday]}، ${date} ${twelveHour(clock, true)}`;
}

/** The make's mistake: the newsroom's clock with `Z` behind it. */
function falseUtc(article: SiteArticle): string {
  return `${localIso(article.datePublished ?? '', ZONE)}Z`;
}

function head(article: SiteArticle): string {
  const { image, description } = article;
  const title = escapeText(article.headline);
  const summary = escapeText(description ?? '');
  return `<meta charset="utf-8" />
<title>${title} - ${NAME}</title>
${description ? `<meta name="description" content="${summary}" />` : ''}
${article.keywords ? `<meta name="keywords" content="${article.keywords.join(',')}" />` : ''}
<meta property="og:title" content="${title} - ${NAME}" />
<meta property="og:type" content="article" />
<meta property="og:url" content="${url(article.path)}" />
<meta property="og:site_name" content="${NAME}" />
${description ? `<meta property="og:description" content="${summary}" />` : ''}
${image ? `<meta property="og:image" content="${ORIGIN}${image.path}" />` : ''}
<meta property="article:published_time" content="${falseUtc(article)}" />
<meta property="article:section" content="${article.articleSection?.[0]}" />
<meta name="twitter:card" content="summary_large_image" />
<link rel="canonical" href="${url(article.path)}" />
<link rel="amphtml" href="${url(`/amp${article.path}`)}" />
<link rel="alternate" type="application/rss+xml" title="${NAME}" href="/rss/SectionRss?SectionID=0" />
<script>var googletag = googletag || {}; googletag.cmd = googletag.cmd || [];</script>`;
}

function header(): string {
  const menu = Object.keys(SECTIONS).map(
    (name) => `<li><a href="${encodeURI(sectionPath(name))}">${name}</a></li>`,
  );
  return `<header><div class="topBar"><span id="cairoDate">القاهرة: الجمعة 20 نوفمبر 2026 م - الموافق 10 جمادى الآخرة 1448 هـ</span></div>
<div class="logo"><a href="/"><img src="/images/logo.png" alt="${NAME}" /></a></div>
<nav class="mainNav"><ul><li><a href="/">الرئيسية</a></li>${menu.join('')}</ul></nav>
<div class="breakingNews"><span>عاجل</span><marquee>سعر الدولار اليوم فى البنوك.. تحديث لحظى</marquee></div></header>`;
}

function footer(): string {
  return `<footer class="footer"><div class="container"><p>رئيس مجلس الإدارة: نبيل الشاذلى</p><p>رئيس التحرير: هدى القاضى</p>
<p>صحيفة يومية مستقلة تصدر عن مؤسسة النيل للصحافة والنشر، جميع حقوق النشر محفوظة ولا يجوز إعادة نشر أى مادة دون إذن كتابى مسبق من المؤسسة.</p>
<ul><li><a href="/about">عن الجريدة</a></li><li><a href="/ads">اعلن معنا</a></li><li><a href="/contact">اتصل بنا</a></li></ul></div></footer>`;
}

function gallery(article: SiteArticle): string {
  const captions = article.print?.gallery?.split('|') ?? [];
  if (captions.length === 0) return '';
  const slides = captions.map(
    (caption, index) =>
      `<div class="item"><img src="/images/gallery/${index + 1}.jpg" alt="${caption}" /><span class="gallery-cap">${caption}</span></div>`,
  );
  return `<div class="galleryBox"><h4>ألبوم الصور</h4><div class="owl-carousel">${slides.join('')}</div><span class="counter">1 / ${captions.length}</span></div>`;
}

function player(article: SiteArticle): string {
  if (!article.print?.player) return '';
  return '<div class="playerBox"><div id="jwplayer_1">متصفحك لا يدعم تشغيل الفيديو، برجاء تحديث المتصفح أو تفعيل الجافا سكريبت لمشاهدة المقطع.</div></div>';
}

function related(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const rows = othersThan(article, articles, 3).map(
    (one) => `<li><a href="${url(one.path)}">${escapeText(one.headline)}</a></li>`,
  );
  return `<div class="relatedInner"><h4>اقرأ أيضا</h4><ul>${rows.join('')}</ul></div>`;
}

function body(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const parts = blocksHtml(readBlocks(article), { heading: 'h2', quote: 'p' });
  if (parts.length > 3) parts.splice(3, 0, related(article, articles));
  const ad = '<div class="ads"><div id="div-gpt-ad-inread"></div><span>إعلان</span></div>';
  parts.splice(1, 0, ad);
  const { print, keywords } = article;
  const tags = keywords?.map(
    (word) => `<a href="/Tags/Index?tag=${encodeURIComponent(word)}">${word}</a>`,
  );
  return `<div class="articleCont">
<span class="writeBy">${print?.by}</span>
<div class="shareIcons"><p>مشاركة</p><ul><li><a href="https://www.facebook.com/sharer.php?u=${encodeURIComponent(url(article.path))}">فيس بوك</a></li><li><a href="#">واتس آب</a></li></ul></div>
<div id="articleBody" class="articleBody">
${print?.creditLine ? `<p><b>${print.creditLine}</b></p>` : ''}
${parts.join('\n')}
${player(article)}
${gallery(article)}
</div>
${tags ? `<div class="tags"><h4>الموضوعات المتعلقة</h4>${tags.join('')}</div>` : ''}
</div>`;
}

function comments(): string {
  return `<div class="commentsDiv"><h3>التعليقات 2</h3>
<div class="comment"><div class="commentIndex">عدد الردود 0</div><h4>بواسطة: محمد الشرقاوى</h4><p>ربنا يوفق الجميع، ونتمنى أن نرى المشروع نفسه فى باقى المحافظات قريبا لأن الناس تعبت من الانتظار كل يوم فى الحر والزحام.</p></div>
<div class="comment"><div class="commentIndex">عدد الردود 1</div><h4>بواسطة: أم يوسف</h4><p>موضوع جميل جدا وتسلم إيديكم</p></div>
<div class="addComment"><h3>أضف تعليق</h3><p>يلتزم الموقع بنشر التعليقات التى لا تخرج عن الآداب العامة ولا تسىء للأشخاص أو الأديان.</p></div></div>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const section = article.articleSection?.[0] ?? '';
  const { image } = article;
  const caption = image?.caption ? `<span class="img-cap">${image.caption}</span>` : '';
  const most = othersThan(article, articles, 5).map(
    (one) => `<li><a href="${url(one.path)}"><h3>${escapeText(one.headline)}</h3></a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="ar" xmlns="http://www.w3.org/1999/xhtml">
<head>
${head(article)}
</head>
<body dir="rtl">
${header()}
<section class="row bodyCC"><div class="container"><div class="row news-content">
<div class="col-xs-8 right-Content article-cont" id="divcont" data-id="${article.path.split('/').pop()}">
<article><div class="articleHeader"><div class="breadcumb"><a href="/">الرئيسية</a> <img src="/images/arrowBread.png" /> <a href="${encodeURI(sectionPath(section))}"> ${section}</a></div>
<h3 class="subTitle"></h3>
<h1>
    ${escapeText(article.headline)}
</h1>
<span class="newsStoryDate">${printedDate(article)}</span></div>
${image ? `<div class="img-cont"><img src="${image.path}" class="img-responsive" title="${escapeText(article.headline)}" />${caption}</div>` : ''}
${body(article, articles)}
</article>
${comments()}
</div>
<aside class="col-xs-4 left-Content"><div class="mostRead"><h2>الأكثر قراءة</h2><ul>${most.join('\n')}</ul></div>
<div class="vote"><h3>استطلاع</h3><p>هل تؤيد مد ساعات عمل المواصلات العامة حتى الثانية صباحا؟</p><label>نعم</label><label>لا</label></div></aside>
</div></div></section>
${footer()}
</body></html>`;
}

function listing(title: string, articles: readonly SiteArticle[]): string {
  const rows = articles.map(
    (one) =>
      `<div class="col-xs-12 bigOneSec"><a href="${encodeURI(one.path)}" class="bigOneImg"></a><h3><a href="${encodeURI(one.path)}">${escapeText(one.headline)}</a></h3><span class="newsDate2">${printedDate(one)}</span></div>`,
  );
  return `<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8" /><title>${title} - ${NAME}</title></head>
<body dir="rtl">${header()}<section class="secList"><h1>${title}</h1>${rows.join('\n')}</section>${footer()}</body></html>`;
}

function feed(articles: readonly SiteArticle[]): string {
  const items = articles.map(
    (one) => `<item><title>${cdata(one.headline)}</title>
<link>${url(one.path)}</link>
<description>${cdata(`<img src="${ORIGIN}${one.image?.path}" />${one.body.split('\n\n')[0]}`)}</description>
<pubDate>${rssDate(falseUtc(one)).replace('+0000', 'GMT')}</pubDate>
<guid>${url(one.path)}</guid></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${NAME} - أخبار</title><link>${ORIGIN}</link>
<description>آخر أخبار ${NAME}</description><copyright>${NAME}</copyright>
${items.join('\n')}
</channel></rss>`;
}

const newest = (articles: readonly SiteArticle[]) =>
  [...articles].sort((a, b) => (b.datePublished ?? '').localeCompare(a.datePublished ?? ''));

/** An Egyptian daily on a system of its own that labels local time as UTC. */
export const site: ReplicaSite = {
  id: 'sawt-annil',
  name: NAME,
  family: 'egyptian-daily',
  page,
  routes: (articles) => ({
    '/': { body: listing('الرئيسية', newest(articles)) },
    ...Object.fromEntries(
      Object.keys(SECTIONS).map((name) => [
        sectionPath(name),
        {
          body: listing(
            name,
            articles.filter((one) => one.articleSection?.includes(name)),
          ),
        },
      ]),
    ),
    '/rss/SectionRss?SectionID=0': {
      body: feed(newest(articles).filter((one) => one.inFeed !== false)),
    },
    '/robots.txt': { body: 'User-agent: *\nDisallow: /Account/\nDisallow: /Search\n' },
  }),
};
