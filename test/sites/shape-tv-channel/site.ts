import { blocksHtml, escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-tv-channel.test';
const NAME = 'قناة المدار';

const MENU =
  'الأخبار|لبنان|سوريا|فلسطين|المشرق|المغرب|الخليج|العالم|اقتصاد|بيئة ومناخ|رياضة|ثقافة|علوم|وثائقيات|البرامج|المذيعون|جدول البث|ترددات القناة|تحقيقات';
const READ =
  'بالفيديو: عاصفة رملية تحجب الرؤية في مطار الواحة|صاروخ فضائي صيني يهبط بعد رحلة من 11 يوماً|من هي الطالبة التي فازت بأولمبياد الفلك العربي؟|بلدية ساحلية تمنع السيارات أيام الأحد|اكتشاف معصرة زيتون رومانية تحت بيت مهجور|قطار سريع يربط ثلاث مدن قبل نهاية العام|تحذير من رسائل احتيال تنتحل صفة شركات التوصيل|نصف نهائي كأس السلة: المواعيد والقنوات الناقلة|لماذا ترتفع أسعار البن منذ الصيف؟';
const CLIPS =
  'نشرة أخبار الظهيرة | كاملة|المناخ اليوم: موجة برد من الشمال|على الطاولة: من يدفع ثمن الكهرباء؟|كواليس تصوير وثائقي "آخر السروج"|تقرير: ميناء صغير يقاوم الركود|مباشر من ساحة المعرض';
const SHOWS = 'على الطاولة|نصف الحقيقة|خط التماس|أهل البلد|دفتر الاقتصاد|مدار الليل|سينما الجيران';

const TEXT_SETTINGS = `<div class="vjs-modal-dialog vjs-hidden vjs-text-track-settings" tabindex="-1" role="dialog" aria-hidden="true"><p class="vjs-modal-dialog-description vjs-control-text">Beginning of dialog window. Escape will cancel and close the window.</p><div class="vjs-modal-dialog-content" role="document"><fieldset class="vjs-fg-color vjs-track-setting"><legend>Text</legend><label class="vjs-label">Color</label><select><option value="#FFF">White</option><option value="#000">Black</option><option value="#F00">Red</option></select><label class="vjs-label">Transparency</label><select><option value="1">Opaque</option><option value="0.5">Semi-Transparent</option></select></fieldset><fieldset class="vjs-font-percent vjs-track-setting"><legend>Font Size</legend><select><option>50%</option><option>75%</option><option>100%</option><option>150%</option></select></fieldset><div class="vjs-track-settings-controls"><button type="button" class="vjs-default-button">Reset</button><button type="button" class="vjs-done-button">Done</button></div></div></div>`;

/** The player's own words are part of the page as the server sends it. */
function player(article: SiteArticle): string {
  const { image, print = {} } = article;
  const tracks = ['اللغة العربية', 'English'].map(
    (one) =>
      `<li class="vjs-menu-item vjs-subtitles-menu-item" role="menuitemradio"><span class="vjs-menu-item-text">${one}</span></li>`,
  );
  const chapters = (print.chapters ?? '')
    .split('|')
    .filter(Boolean)
    .map((one, at) => `<li data-start="${at * 312}"><b>0${at * 5}:1${at}</b> ${one}</li>`);
  return `<div class="article-media media-video"><div class="player-wrap ratio-16x9"><div id="vjs_player_${print.video}" class="video-js vjs-default-skin vjs-big-play-centered vjs-paused" data-poster="${image?.path}" data-src="https://vod.madar.test/${print.video}/master.m3u8"><video class="vjs-tech" preload="none" poster="${image?.path}" playsinline><source src="https://vod.madar.test/${print.video}/master.m3u8" type="application/x-mpegURL"><track kind="captions" src="/vtt/${print.video}-ar.vtt" srclang="ar" label="العربية"><p class="vjs-no-js">لمشاهدة هذا الفيديو يرجى تفعيل جافا سكريبت أو استخدام متصفح يدعم <a href="https://videojs.com/html5-video-support/">فيديو HTML5</a></p></video><div class="vjs-loading-spinner" dir="ltr"><span class="vjs-control-text">Video Player is loading.</span></div><button class="vjs-big-play-button" type="button"><span class="vjs-control-text">تشغيل الفيديو</span></button><div class="vjs-control-bar" dir="ltr"><button class="vjs-play-control"><span class="vjs-control-text">تشغيل</span></button><div class="vjs-current-time vjs-time-control"><span class="vjs-control-text">الوقت الحالي&nbsp;</span><span class="vjs-current-time-display">0:00</span></div><div class="vjs-duration vjs-time-control"><span class="vjs-control-text">المدة&nbsp;</span><span class="vjs-duration-display">${print.length}</span></div><div class="vjs-menu"><ul class="vjs-menu-content"><li class="vjs-menu-item vjs-texttrack-settings">captions settings, opens captions settings dialog</li><li class="vjs-menu-item vjs-selected">captions off, selected</li>${tracks.join('')}</ul></div><button class="vjs-fullscreen-control"><span class="vjs-control-text">ملء الشاشة</span></button></div>${TEXT_SETTINGS}<div class="player-error" hidden>عذراً، هذا المقطع غير متاح في منطقتك الجغرافية.</div><div class="up-next"><span>الفيديو التالي خلال</span> <b>5</b> <button>إلغاء</button></div></div></div><div class="media-caption"><i class="icon-video"></i> ${print.caption}</div>${chapters.length > 0 ? `<details class="player-chapters"><summary>محاور الفيديو</summary><ol>${chapters.join('')}</ol></details>` : ''}</div>`;
}

function programme(article: SiteArticle): string {
  const { print = {} } = article;
  if (!print.show) return '';
  return `<div class="program-box"><a href="/programs/${print.showSlug}"><img src="/images/programs/${print.showSlug}.jpg" alt="${print.show}"></a><div class="program-box__text"><h4><a href="/programs/${print.showSlug}">${print.show}</a></h4><p>${print.showAbout}</p><ul><li><span>تقديم:</span> ${print.host}</li><li><span>العرض:</span> ${print.onAir}</li></ul><a class="btn" href="/programs/${print.showSlug}/episodes">كل الحلقات</a></div></div>`;
}

function body(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {} } = article;
  const blocks = readBlocks(article);
  const lead = print.lead ? blocks.shift() : undefined;
  const parts = blocksHtml(blocks, { heading: print.headTag ?? 'h2', quote: 'blockquote' }).map(
    (part) =>
      print.headTag === 'p class="q"' && part.startsWith('<p class="q"')
        ? part.replace(/>(.*)</u, '><strong>$1</strong><')
        : part,
  );
  if (print.opening) parts[0] = `${parts[0]}`.replace('<p>', `<p><b>${print.opening}</b>`);
  const [other] = othersThan(article, articles, 1);
  parts.splice(
    2,
    0,
    `<div class="inline-related"><span class="label">شاهد أيضاً</span><a href="${encodeURI(other?.path ?? '/')}"><img src="/images/thumb-${other?.print?.video}.jpg" alt=""><span>${escapeText(other?.headline ?? '')}</span></a></div>`,
  );
  if (print.follow) parts.splice(5, 0, `<p><strong>${print.follow}</strong></p>`);
  if (print.embed) {
    parts.splice(
      5,
      0,
      `<div class="embed"><iframe width="560" height="315" src="https://www.youtube-nocookie.com/embed/x1Yk" title="${print.embed}" allowfullscreen></iframe><div class="media-caption">${print.embed}</div></div>`,
    );
  }
  return `${lead ? `<div class="article-lead">${escapeText(lead.text)}</div>` : ''}<div class="article-body" id="articleBody" data-io-article-url="${encodeURI(article.path)}">
${parts.join('\n')}
${programme(article)}
<p class="follow-us">لمتابعة آخر الأخبار والفيديوهات، اشتركوا في قناة المدار على <a href="https://t.me/almadar">تلغرام</a> و<a href="https://youtube.com/@almadar">يوتيوب</a></p>
</div>`;
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print = {} } = article;
  const title = escapeText(article.headline);
  const about = article.description ? escapeText(article.description) : '';
  const section = article.articleSection?.[0] ?? '';
  const url = `${ORIGIN}${encodeURI(article.path)}`;
  const video = scriptJson({
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: print.caption,
    thumbnailUrl: [`${ORIGIN}${image?.path}`],
    uploadDate: print.uploaded,
    duration: print.iso,
    contentUrl: `https://vod.madar.test/${print.video}/master.m3u8`,
  });
  const menu = MENU.split('|').map(
    (one, at) =>
      `<li class="nav-item"><a class="nav-link" href="/section/${at + 1}">${one}</a></li>`,
  );
  const card = (one: string, at: number) =>
    `<div class="card card--list"><a href="/news/${91200 + at * 13}"><div class="card__img"><img loading="lazy" src="/images/lazy.png" data-src="/images/t/${91200 + at * 13}.jpg" alt="${escapeText(one)}"></div><div class="card__body"><h3 class="card__title">${escapeText(one)}</h3><time class="card__time">منذ ${at + 3} ساعات</time></div></a></div>`;
  const clip = (one: string, at: number) =>
    `<div class="swiper-slide"><a class="vcard" href="/videos/${4100 + at}"><span class="vcard__dur">0${at + 2}:4${at}</span><img loading="lazy" src="/images/v/${4100 + at}.jpg" alt=""><h3>${escapeText(one)}</h3></a></div>`;
  const share = ['فيسبوك', 'إكس', 'واتساب', 'تلغرام', 'نسخ الرابط', 'طباعة'].map(
    (one, at) =>
      `<li><a href="#" class="share__btn share__btn--${at}" aria-label="${one}">${one}</a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl" class="no-js"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
<title>${title} - ${NAME}</title>${about ? `<meta name="description" content="${about}"><meta property="og:description" content="${about}">` : ''}
<link rel="canonical" href="${url}"><link rel="amphtml" href="${ORIGIN}/amp${encodeURI(article.path)}"><meta property="og:title" content="${title}"><meta property="og:type" content="video.other"><meta property="og:image" content="${ORIGIN}${image?.path}"><meta property="og:site_name" content="${NAME}"><meta property="fb:pages" content="1188230"><meta name="twitter:card" content="player"><meta name="twitter:site" content="@almadar">
<link rel="stylesheet" href="/assets/css/bootstrap.rtl.min.css"><link rel="stylesheet" href="/assets/css/app.css?id=7f3a"><link rel="stylesheet" href="/assets/vendor/video-js.min.css">
<style>.live-dot{animation:blink 1s infinite}.program-box{display:flex;gap:16px;background:#0c1f3f;color:#fff;padding:18px}.media-caption{background:#f1f1f1;color:#666;font-size:14px;padding:8px}.article-lead{font-weight:700;font-size:20px}.video-js .vjs-control-text{clip:rect(0 0 0 0);position:absolute}</style>
<script type="application/ld+json">${video}</script>
<script>window.dataLayer=window.dataLayer||[];dataLayer.push({'pageType':'article','section':'${section}','hasVideo':'yes'});</script></head>
<body class="page-article"><div id="app"><header class="site-header"><div class="container"><button class="navbar-toggler">القائمة</button><a class="brand" href="/"><img src="/images/logo.svg" alt="${NAME}"></a><a class="btn-live" href="/live"><span class="live-dot"></span> البث المباشر</a><form class="search" action="/search"><input name="q" placeholder="ابحث"></form><ul class="langs"><li><a href="/en">English</a></li><li><a href="/es">Español</a></li></ul></div><nav class="navbar"><ul class="navbar-nav">${menu.join('\n')}</ul></nav><div class="on-air"><b>الآن على الشاشة</b><span>نشرة أخبار المساء</span><b>التالي</b><span>دفتر الاقتصاد 21:00</span></div></header>
<main class="container"><div class="row"><div class="col-lg-8"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">الرئيسية</a></li><li class="breadcrumb-item"><a href="/news">الأخبار</a></li><li class="breadcrumb-item active">${section}</li></ol>
<article class="article"><header class="article-head"><a class="tag-cat" href="/news">${section}</a><h1 class="article-title">${title}</h1><div class="article-meta">${print.byline ? `<div class="meta-author">${print.byline}</div>` : ''}${print.source ? `<div class="meta-source"><i class="icon-source"></i> المصدر: <span>${print.source}</span></div>` : ''}<div class="meta-date"><i class="icon-clock"></i> ${print.date}</div>${print.updated ? `<div class="meta-date meta-date--updated">آخر تحديث: ${print.updated}</div>` : ''}<div class="meta-views">${print.views}</div></div><ul class="share">${share.join('')}</ul></header>
${player(article)}
${body(article, articles)}
${article.keywords ? `<div class="article-tags"><span>كلمات مفتاحية</span>${article.keywords.map((tag) => `<a rel="tag" href="/tags/${encodeURIComponent(tag)}">${tag}</a>`).join('')}</div>` : ''}<ul class="share share--bottom">${share.join('')}</ul><div class="article-note">الآراء الواردة على لسان الضيوف لا تعبر بالضرورة عن سياسة القناة.</div></article>
<section class="more-on"><h2 class="section-title">اقرأ المزيد</h2>${othersThan(
    article,
    articles,
    2,
  )
    .map(
      (one) =>
        `<div class="card"><a href="${encodeURI(one.path)}"><h3 class="card__title">${escapeText(one.headline)}</h3>${one.description ? `<p class="card__text">${escapeText(one.description)}</p>` : ''}</a></div>`,
    )
    .join(
      '',
    )}</section><section class="clips"><h2 class="section-title">أحدث الفيديوهات</h2><div class="swiper"><div class="swiper-wrapper">${CLIPS.split('|').map(clip).join('')}</div></div></section></div>
<aside class="col-lg-4"><div class="widget"><h2 class="section-title">الأكثر مشاهدة</h2>${READ.split('|').map(card).join('\n')}</div><div class="widget widget--programs"><h2 class="section-title">برامجنا</h2><ul>${SHOWS.split(
    '|',
  )
    .map((one) => `<li><a href="/programs">${one}</a></li>`)
    .join(
      '',
    )}</ul></div><div class="widget widget--news"><h3>نشرة المدار البريدية</h3><p>أهم ما بثته القناة هذا الأسبوع في رسالة واحدة كل جمعة.</p><form><input type="email" placeholder="بريدك الإلكتروني"><button>اشترك الآن</button></form></div><div class="widget"><h3>ترددات البث</h3><p>نايل سات: 11595 عمودي، الترميز 27500، معامل التصحيح 3/4</p></div></aside></div></main>
<footer class="site-footer"><div class="container"><img src="/images/logo-white.svg" alt=""><ul><li><a href="/about">عن القناة</a></li><li><a href="/careers">وظائف</a></li><li><a href="/freq">الترددات</a></li><li><a href="/policy">سياسة الخصوصية</a></li><li><a href="/code">ميثاق الشرف المهني</a></li><li><a href="/contact">تواصل معنا</a></li></ul><p>تستخدم هذه الصفحة ملفات تعريف الارتباط لتحسين تجربة المشاهدة. <button>أوافق</button></p><p class="copy">جميع الحقوق محفوظة © شبكة المدار الإعلامية 2026. لا تتحمل القناة مسؤولية محتوى المواقع الخارجية.</p></div></footer></div><script src="/assets/vendor/video.min.js"></script><script src="/assets/js/app.js?id=11bb" defer></script></body></html>`;
}

/** A television channel: each page has its player with the player's words, then the text. */
export const site: ReplicaSite = {
  id: 'shape-tv-channel',
  name: NAME,
  family: 'tv-channel',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /search\n' } }),
};
