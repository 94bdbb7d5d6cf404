import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-lebanon-tv.test';
const NAME = 'قناة ضوّ';
const list = (text = '') => text.split('|');
const MENU = list(
  'الرئيسية|البث المباشر|آخر الأخبار|أخبار لبنان|أسرار الصحف|أمن وقضاء|إقليميات|العالم|اقتصاد|رياضة|صحة وتغذية|فنّ ومشاهير|تكنولوجيا|منوّعات|حال الطقس|نشرات الأخبار|مقدّمات النشرات|تقارير النشرة|جدول البرامج|تردّدات القناة',
);
const SHOWS = list(
  'صباحك ضوّ|ع مفرق السياسة|حكي بالأرقام|بيت جدّي|الملعب الكبير|طبخة الأحد|ملفّ مفتوح|سهرة تشرين',
);
const LATEST = list(
  'بالفيديو - حريق في معمل للإسفنج في الشويفات والدفاع المدني يعمل على إخماده@11:48|وزير الطاقة: ساعتا تغذية إضافيّتان اعتبارا من الأسبوع المقبل@11:31|كم سجّل سعر صفيحة البنزين اليوم؟@11:20|مجلس القضاء الأعلى يلتئم بعد ظهر الثلثاء@11:02|إضراب تحذيري لسائقي الفانات في البقاع@10:47|الجيش: تفجير ذخائر غير منفجرة في محيط العيشية@10:15|هذا ما كشفه والد الطفلة الناجية في القبيّات@09:58|طقس متقلّب والثلوج على ارتفاع 1400 متر@09:30',
);
const READ = list(
  'مفاجأة في قضية "فيلا بعبدات".. الشاهد يتراجع!|خبر سارّ لحاملي بطاقة "دعم"|ما حقيقة إقفال فرع الجامعة في زحلة؟|نجمة الدراما تعلن انفصالها بعد عشر سنوات|ارتطام قوي على أوتوستراد شكا.. وسقوط جريحين|بعد غياب طويل.. إطلالة للإعلامية كارلا رزق الله|توقّعات الأبراج لهذا الأسبوع',
);
const STRIPS: Record<string, string> = {
  whatsapp:
    '<div class="joinStrip wa"><a href="#" target="_blank"><i class="fa fa-whatsapp"></i> انضمّ إلى قناة "ضوّ" عبر واتساب واحصل على آخر الأخبار أوّلا بأوّل</a></div>',
  mail: '<div class="newsletterStrip"><span class="nlTitle">النشرة البريدية</span><span class="nlText">إشترك لتصلك أبرز أخبار اليوم في بريدك الإلكتروني</span><input type="email" class="nlMail" placeholder="بريدك الإلكتروني" /><button type="button" class="nlBtn" onclick="SubscribeNewsletter(this);">إشترك</button><span class="nlMsg" style="display:none">شكرا لاشتراكك! الرجاء مراجعة بريدك لتأكيد الاشتراك.</span></div>',
};

const slug = (text: string) => encodeURI(text.replace(/[^\p{L}\p{N}]+/gu, '-'));

function cards(titles: readonly string[], from: number): string {
  return titles
    .map(
      (text, at) =>
        `<div class="col-md-4 col-xs-6 newsCard"><a href="/news/lebanon/${from - 17 * at}/${slug(text)}/ar"><div class="thumb lazy" data-src="/uploadImages/Thumb/N_${from - at}.jpg">${at % 3 === 0 ? '<i class="playIcon"></i>' : ''}</div><div class="cardCat">أخبار لبنان</div><div class="cardTitle">${escapeText(text)}</div><div class="cardDate">منذ ${at + 3} ساعات</div></a></div>`,
    )
    .join('\n');
}

/** The player of a report of the bulletin, with what it says when it cannot play. */
function player(article: SiteArticle, number: number): string {
  const poster = article.image?.path;
  if (!article.print?.video) {
    return `<div class="mainImage"><img id="imgMain" src="${poster}" alt="${escapeText(article.headline)}" title="${escapeText(article.headline)}" /></div>`;
  }
  return `<div class="videoWrapper" id="divVideo"><div id="player_${number}" data-video="${article.print.video}" data-poster="${poster}"><div class="vMsg vLoading">جاري تحميل الفيديو...</div><div class="vMsg vError" style="display:none">عذرا، تعذّر تشغيل هذا الفيديو. الرجاء المحاولة لاحقا أو تحديث المتصفّح.</div><div class="vMsg vGeo" style="display:none">هذا الفيديو غير متوفّر في بلدك.</div><div class="vMsg vAds" style="display:none">الرجاء تعطيل مانع الإعلانات لمتابعة المشاهدة</div><noscript>يجب تفعيل جافاسكريبت لمشاهدة الفيديو</noscript></div><div class="nextVideo">الفيديو التالي يبدأ خلال <span id="nextSec">10</span> ثوانٍ <a href="#" class="cancelNext">إلغاء</a></div></div>
<script type="text/javascript">jwplayer("player_${number}").setup({file:"https://vod.shape-lebanon-tv.test/${article.print.video}/playlist.m3u8",image:"${poster}",width:"100%",aspectratio:"16:9",title:${scriptJson(article.headline)}});</script>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, description, keywords, headline } = article;
  const print = article.print ?? {};
  const title = escapeText(headline);
  const number = Number(article.path.split('/')[3]);
  const url = `${ORIGIN}${encodeURI(article.path)}`;
  const section = article.articleSection?.[0] ?? '';
  const [day, time] = list(print.date);
  const parts = blocksHtml(readBlocks(article), {
    paragraph: print.tag,
    heading: 'div class="subT"',
  });
  const watch = `<div class="alsoWatch"><span class="awTitle">${print.boxHead}</span>${list(
    print.box,
  )
    .map((text, at) => `<a href="/news/lebanon/${number - 90 - at}/ar">${escapeText(text)}</a>`)
    .join('')}</div>`;
  if (parts.length > 3)
    parts.splice(
      2,
      0,
      STRIPS[print.strip ?? 'mail'] ?? '',
      '<div id="div-gpt-ad-inread" class="adBox"><span class="adLabel">إعلان</span></div>',
    );
  parts.splice(parts.length > 5 ? 6 : parts.length, 0, watch);
  const near = [
    ...othersThan(article, articles, 2).map((one) => one.headline),
    ...READ.slice(0, 4),
  ];
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl" prefix="og: http://ogp.me/ns#"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=5" />
<title>${title} | ${NAME}</title>
${description ? `<meta name="description" content="${escapeText(description)}" /><meta property="og:description" content="${escapeText(description)}" />` : ''}
${keywords ? `<meta name="keywords" content="${keywords.join(', ')}" />` : ''}
<meta property="og:title" content="${title}" /><meta property="og:type" content="article" /><meta property="og:url" content="${url}" /><meta property="og:site_name" content="${NAME}" />
<meta property="og:image" content="${ORIGIN}${image?.path}" /><meta property="og:image:width" content="${image?.width}" /><meta property="og:image:height" content="${image?.height}" /><meta property="fb:app_id" content="900417003312" />
<meta name="twitter:card" content="summary_large_image" /><meta name="twitter:site" content="@daww_tv" /><meta name="apple-itunes-app" content="app-id=417000221" />
<link rel="canonical" href="${url}" /><link rel="shortcut icon" href="/favicon.ico" /><link href="/Content/bundle.min.css?v=3.0.44" rel="stylesheet" /><link href="/Content/owl.carousel.min.css" rel="stylesheet" />
<style>.articleTitle{font-family:'GE SS Two Bold';font-size:30px;line-height:42px}.newsletterStrip{background:#0b2a4a;color:#fff;padding:14px}.alsoWatch{border-right:4px solid #e30613;padding:8px}.vMsg{position:absolute;top:45%;text-align:center;color:#fff}.breakingBar{position:fixed;bottom:0}</style>
<script src="/Scripts/jquery-3.4.1.min.js"></script><script src="/Scripts/jwplayer/jwplayer.js"></script>
<script type="text/javascript">var WebRoot="/",ArticleID=${number},Lang="ar",IsMobile=false,PageType="ArticleDetails";window.dataLayer=window.dataLayer||[];var googletag=googletag||{cmd:[]};googletag.cmd.push(function(){googletag.defineSlot('/2171/inread',[[300,250],[1,1]],'div-gpt-ad-inread').addService(googletag.pubads());});</script>
<script type="application/ld+json">${scriptJson({ '@context': 'https://schema.org', '@type': 'TelevisionStation', name: NAME, url: ORIGIN, logo: `${ORIGIN}/Content/images/logo.png` })}</script></head>
<body class="ar ArticleDetails"><div id="fb-root"></div>
<div class="breakingBar" id="divBreaking" style="display:none"><span>عاجل</span><div class="brText"></div><a href="#" class="brClose">إغلاق</a></div>
<header class="mainHeader"><div class="topStrip"><span class="today">الجمعة 22 آذار 2024</span><span class="weather">بيروت <b>17°</b></span><a href="/en">EN</a><a href="/fr">FR</a><a href="/login">تسجيل الدخول</a><a href="/live" class="liveBtn">مباشر</a></div>
<a class="logo" href="/"><img src="/Content/images/logo.png" alt="${NAME}" /></a>
<div class="searchPanel"><input type="text" id="txtSearch" placeholder="ابحث هنا..." /><a href="javascript:DoSearch();">بحث</a></div>
<nav class="menu"><ul class="menuUl">${MENU.map((text, at) => `<li data-id="${at}"><a href="/category/${at}/${slug(text)}/ar">${text}</a></li>`).join('')}<li class="hasSub"><a href="/shows">برامج</a><ul class="sub">${SHOWS.map((text) => `<li><a href="/show/${slug(text)}">${text}</a></li>`).join('')}</ul></li></ul></nav></header>
<div class="stickyTitle" id="stickyTitle"><div class="container"><span class="nowReading">أنت تقرأ الآن</span><div class="stTitle">${title}</div><div class="progressLine"></div></div></div>
<div class="container mainContainer"><div class="adBox leaderboard" id="div-gpt-ad-top"></div><div class="row"><div class="col-md-8 articleCol" data-articleid="${number}">
<div class="breadcrumbs"><a href="/">الأخبار</a><i class="sep">›</i><a href="/category/4/ar">${section}</a></div>
<div class="articleHead"><div class="catLabel">${section}</div><h1 class="articleTitle">${title}</h1>
<div class="articleInfo"><span class="artDate">${day}</span><span class="line"> | </span><span class="artTime">${time}</span>${print.update ? `<span class="artUpdate">${print.update}</span>` : ''}${print.source ? `<span class="artSource">${print.source}</span>` : ''}</div>
<div class="shareBar"><a class="fb" href="#">شارك</a><a class="tw" href="#">غرّد</a><a class="wa" href="#">واتساب</a><a class="tg" href="#">تلغرام</a><a class="copy" href="#" data-msg="تمّ نسخ الرابط">نسخ الرابط</a><span class="fontSize">حجم الخط <a href="#" data-s="-">A-</a><a href="#" data-s="+">A+</a></span></div></div>
${player(article, number)}
<div class="artBy">${print.by ?? ''}</div>
<div class="LongDesc" id="divLongDesc">
${parts.join('\n')}
</div>
${keywords ? `<div class="keywordsDiv">${keywords.map((word) => `<a class="kw" href="/tags/${encodeURI(word)}">#${word}</a>`).join('\n')}</div>` : ''}
<div class="reactions"><span>ما رأيك بهذا الخبر؟</span><a href="#" data-r="1">أعجبني <b>14</b></a><a href="#" data-r="2">أحزنني <b>3</b></a><a href="#" data-r="3">أغضبني <b>6</b></a></div>
<div class="disclaimer">إنّ التعليقات الواردة من القرّاء لا تعبّر عن رأي القناة، ويُحذف كلّ تعليق يتضمّن إساءة أو تحريضا.</div>
<div class="appStrip"><span>حمّل تطبيق "ضوّ" لمتابعة الأخبار والبثّ المباشر أينما كنت</span><a href="#">App Store</a><a href="#">Google Play</a></div>
<div class="relatedBlock"><h2 class="blockT">مقالات ذات صلة</h2><div class="row">${cards(near, number - 40)}</div></div>
<div class="relatedBlock shows"><h2 class="blockT">شاهد من برامجنا</h2><div class="owl-carousel">${SHOWS.map((text, at) => `<div class="item"><a href="/show/${slug(text)}/${at + 4}"><img class="lazy" data-src="/uploadImages/Shows/${at}.jpg" alt="" /><span>${text}</span><em>الحلقة ${at * 7 + 11}</em></a></div>`).join('\n')}</div></div>
</div><aside class="col-md-4 sideCol"><div class="adBox" id="div-gpt-ad-side"></div>
<div class="latestBox"><h2 class="blockT">آخر الأخبار</h2><div class="scroller">${LATEST.map((text, at) => `<div class="ln"><span class="lnTime">${text.split('@')[1]}</span><a href="/news/lebanon/${number + 200 - at}/ar">${escapeText(text.split('@')[0] ?? '')}</a></div>`).join('\n')}</div><a class="more" href="/latest">المزيد</a></div>
<div class="mostRead"><h2 class="blockT">الأكثر قراءة</h2><ul class="tabs"><li class="on">اليوم</li><li>هذا الأسبوع</li></ul><ol>${READ.map((text, at) => `<li><b>${at + 1}</b><a href="/news/variety/${number - 300 - at}/ar">${escapeText(text)}</a></li>`).join('\n')}</ol></div>
<div class="sideVideo"><h2 class="blockT">النشرة المسائية</h2><a href="/bulletin/evening"><img class="lazy" data-src="/uploadImages/bulletin.jpg" alt="" /><span>نشرة الأخبار المسائية كاملة</span><em>54:10</em></a></div>${STRIPS.mail}</aside></div></div>
<footer class="mainFooter"><div class="container"><ul>${MENU.slice(0, 12)
    .map((text) => `<li><a href="#">${text}</a></li>`)
    .join(
      '',
    )}</ul><ul class="legal"><li><a href="/about">من نحن</a></li><li><a href="/contact">اتّصل بنا</a></li><li><a href="/ads">للإعلان معنا</a></li><li><a href="/jobs">وظائف</a></li><li><a href="/privacy">سياسة الخصوصية</a></li><li><a href="/rss">RSS</a></li></ul><p class="copy">جميع الحقوق محفوظة © ${NAME} 2024. يُمنع نقل محتوى الموقع أو جزء منه من دون ذكر المصدر ووضع رابط إلى الصفحة الأصلية.</p></div></footer>
<div class="cookieBar">يستخدم هذا الموقع ملفّات تعريف الارتباط لتحسين تجربتك. بمتابعة التصفّح أنت توافق على <a href="/privacy">سياسة الخصوصية</a>. <button type="button">موافق</button></div>
<div class="pushPopup" style="display:none"><span>هل ترغب في تلقّي إشعارات الأخبار العاجلة؟</span><button type="button">نعم</button><button type="button">لاحقا</button></div>
<script src="/Scripts/bundle.min.js?v=3.0.44"></script><script type="text/javascript">$(document).ready(function(){$(".lazy").Lazy();GetBreakingNews();$(".owl-carousel").owlCarousel({rtl:true,items:4});$.ajax({url:WebRoot+"Services/Hits.asmx/AddHit",type:"POST",data:"{'id':"+ArticleID+"}",contentType:"application/json"});});</script>
</body></html>`;
}

/** A Lebanese television channel's news pages, of the channel's own make. */
export const site: ReplicaSite = {
  id: 'shape-lebanon-tv',
  name: NAME,
  family: 'lebanese-tv',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /Services/\n' } }),
};
