import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-tunisian-spip.test';
const NAME = 'المرفأ';

const SECTIONS = 'وطنية جهات اقتصاد مجتمع ثقافة رياضة دولية متفرقات'.split(' ');
const SERVICES =
  'الصفحة الأولى|أرشيف الأعداد|الإعلانات المبوبة|مواقيت الصلاة|الطقس|الصيدليات الليلية|مواعيد القطارات|طلبات العروض'.split(
    '|',
  );
const READ =
  'رزنامة مباريات الجولة الأولى بعد التعديل|هذه شروط الترشح لمناظرة انتداب أعوان الغابات|حجز 4 أطنان من الفرينة المدعمة في مخزن عشوائي|أسعار الأضاحي في سوق الأحد: بين 450 و900 دينار|اضطراب في توزيع الماء بأحياء الضفة الجنوبية|السباح أيمن الوسلاتي يتوج ببطولة المتوسط للأواسط|انطلاق التسجيل عن بعد لتلاميذ السنة السابعة أساسي'.split(
    '|',
  );

function menu(): string {
  const rubriques = SECTIONS.map(
    (one, at) =>
      `<li class="nav-item${at === 0 ? ' first' : ''}"><a href="${ORIGIN}/rubrique${at + 2}.html">${one}</a><ul class="sous-menu"><li><a href="${ORIGIN}/rubrique${at * 2 + 31}.html">أخبار ${one}</a></li><li><a href="${ORIGIN}/rubrique${at * 2 + 32}.html">تحاليل وآراء</a></li><li class="une"><a href="${ORIGIN}/article${47810 + at * 3}.html"><img class="spip_logo spip_logos" alt="" src="local/cache-vignettes/L120xH80/arton${47810 + at * 3}.jpg" width="120" height="80" /> ${READ[at % READ.length]}</a></li></ul></li>`,
  );
  const services = SERVICES.map(
    (one, at) =>
      `<li><a href="spip.php?page=service&amp;id_service=${at + 1}" class="spip_in">${one}</a></li>`,
  );
  return `<div class="nav clearfix" id="nav" role="navigation"><ul>\n${rubriques.join('\n')}\n</ul></div>
<div class="nav2"><ul class="services">\n${services.join('\n')}\n</ul></div>`;
}

function text(article: SiteArticle, id: string): { chapo: string; texte: string } {
  const { print } = article;
  const blocks = readBlocks(article);
  const lead = print?.chapo ? blocks.splice(0, 1) : [];
  const parts = blocksHtml(blocks, { heading: 'h3 class="spip"' }).map((part) =>
    part
      .replaceAll('<ul>', '<ul class="spip">')
      .replaceAll('<blockquote>', '<blockquote class="spip">'),
  );
  if (print?.opening)
    parts[0] = parts[0]?.replace('<p>', `<p><strong>${print.opening}</strong>&nbsp;`) ?? '';
  if (print?.see) {
    parts.splice(
      3,
      0,
      `<p><strong>اقرأ أيضا&nbsp;:</strong> <a href="article${Number(id) - 214}.html" class="spip_in">${print.see}</a></p>`,
    );
  }
  if (print?.picture) {
    parts.splice(
      2,
      0,
      `<dl class='spip_document_${Number(id) + 9} spip_documents spip_documents_center'>
<dt><img src='${print.picture}' width='500' height='333' alt='' /></dt>
<dd class='spip_doc_titre crayon document-titre-${Number(id) + 9} ' style='width:350px;'><strong>${print.pictureTitle}</strong></dd>
<dd class='spip_doc_credits'>${print.pictureCredit}</dd></dl>`,
    );
  }
  if (print?.tail) parts.push(`<p class="signature"><strong>${print.tail}</strong></p>`);
  return {
    chapo: lead.map((block) => `<p>${escapeText(block.text)}</p>`).join(''),
    texte: parts.join('\n'),
  };
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print, description, articleSection } = article;
  const id = article.path.replace(/\D/gu, '');
  const section = articleSection?.[0] ?? '';
  const rubrique = SECTIONS.indexOf(section) + 2;
  const { chapo, texte } = text(article, id);
  const link = (one: SiteArticle) =>
    `<li class="item"><a href="${one.path.slice(1)}">${escapeText(one.headline)}</a></li>`;
  const read = READ.map(
    (one, at) =>
      `<li><span class="rang">${at + 1}</span> <a href="article${47903 + at * 17}.html">${one}</a></li>`,
  );
  const mots = (article.keywords ?? []).map(
    (one, at) => `<li><a href="mot${at + 61}.html" rel="tag">${one}</a></li>`,
  );
  return `<!DOCTYPE html>
<!--[if lt IE 7 ]> <html class="page_article rtl ar no-js ie ie6 lte9" xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar" lang="ar" dir="rtl"> <![endif]-->
<!--[if (gt IE 9)|!(IE)]><!--> <html class="page_article rtl ar no-js" xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar" lang="ar" dir="rtl"> <!--<![endif]-->
<head><script type='text/javascript'>/*<![CDATA[*/(function(H){H.className=H.className.replace(/\\bno-js\\b/,'js')})(document.documentElement);/*]]>*/</script>
<title>${escapeText(article.headline)} - ${NAME}</title>
<meta name="description" content="${escapeText(description ?? '')}" />
<link rel="canonical" href="${ORIGIN}${article.path}" />
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<link rel="alternate" type="application/rss+xml" title="نشر الموقع" href="spip.php?page=backend" />
<link rel="stylesheet" href="squelettes/css/spip.css?1579075830" type="text/css" /><link rel="stylesheet" href="squelettes/css/theme_rtl.css" type="text/css" />
<script type='text/javascript'>var box_settings = {tt_img:true,sel_g:"#documents_portfolio a[type='image/jpeg'],#documents_portfolio a[type='image/png']",sel_c:".mediabox",trans:"elastic",speed:"200",ssSpeed:"2500",maxW:"90%",maxH:"90%",minW:"400px",minH:"",opa:"0.9",str_ssStart:"Diaporama",str_ssStop:"Arrêter",str_cur:"{current}/{total}",str_prev:"Précédent",str_next:"Suivant",str_close:"Fermer",splash_url:""};</script>
<script src="prive/javascript/jquery.js?1579075830" type="text/javascript"></script>
${image ? `<meta property="og:image" content="${ORIGIN}${image.path}" />` : ''}
<meta property="og:title" content="${escapeText(article.headline)}" />
<meta property="og:site_name" content="${NAME}" />
<meta name="generator" content="SPIP 3.2.7 [24473]" />
<style type="text/css">.surtitre{color:#b5121b;font-weight:bold}.chapo{font-size:1.15em;font-weight:bold;line-height:1.7}.texte p{text-align:justify;line-height:1.9}.spip_documents_left{float:left}.encart{background:#f4f1ea;padding:8px}</style>
</head>
<body id="top" class="pas_surlignable page_article rubrique${rubrique}">
<div class="page">
<div class="accueil-date"><span class="aujourdhui">${print?.today}</span> <a href="spip.php?page=abonnement">الاشتراك في النسخة الورقية</a> <a href="spip.php?page=login&amp;url=article${id}.html" rel="nofollow">دخول</a></div>
<div class="header clearfix" role="banner"><a rel="start home" href="${ORIGIN}/" title="استقبال"><strong id="logo_site_spip" class="h1"><img class='spip_logo spip_logos' alt="" src="local/cache-vignettes/L300xH80/siteon0-4ac2d.png" width='300' height='80' /> <span class="nom_site_spip">${NAME}</span></strong></a>
<div id="slogan_site_spip">يومية جامعة مستقلة - تأسست سنة 1988</div>
<div class="formulaire_spip formulaire_recherche" id="formulaire_recherche"><form action="spip.php?page=recherche" method="get"><div><input name="page" value="recherche" type="hidden" /><label for="recherche" class="muted">بحث:</label><input type="search" class="search text" size="10" name="recherche" id="recherche" placeholder="بحث" /><input type="submit" class="btn submit" value="&gt;&gt;" title="بحث" /></div></form></div></div>
${menu()}
<div class="encart pub"><a href="spip.php?action=cliquer&amp;id_banniere=12"><img src="IMG/pub/banniere-970.gif" width="970" height="90" alt="إعلان" /></a></div>
<div class="main clearfix"><div class="wrapper clearfix hfeed"><div class="content hentry" id="content" role="main">
<p class="arbo"><a href="${ORIGIN}/">استقبال</a> &gt; <a href="rubrique${rubrique}.html">${section}</a> &gt; <strong class="on">${escapeText(article.headline)}</strong></p>
<div class="cartouche">
${print?.surtitre ? `<p class="surtitre crayon article-surtitre-${id} ">${print.surtitre}</p>` : ''}
<h1 class="crayon article-titre-${id} entry-title">${escapeText(article.headline)}</h1>
${print?.soustitre ? `<p class="soustitre crayon article-soustitre-${id} ">${print.soustitre}</p>` : ''}
<p class="info-publi"><span class="date">${print?.date}</span>${print?.byline ? `<span class="sep"> | </span><span class="auteurs">${print.byline}</span>` : ''}${print?.updated ? `<br class='autobr' /><small class="maj">${print.updated}</small>` : ''}</p>
<div class="partage"><a class="fb" href="https://www.facebook.com/sharer.php?u=${id}">شارك على فايسبوك</a> <a class="tw" href="https://twitter.com/share?url=${id}">تويتر</a> <a href="spip.php?page=imprimer&amp;id_article=${id}" rel="nofollow">نسخة للطباعة</a> <a href="#" class="zoom">أ+</a> <a href="#" class="zoom">أ-</a></div>
${image ? `<div class="logo-article"><img class="spip_logo spip_logos" alt="" src="${ORIGIN}${image.path}" width="${image.width}" height="${image.height}" />${image.caption ? `<p class="legende">${escapeText(image.caption)}</p>` : ''}</div>` : ''}
</div>
${chapo ? `<div class="chapo surlignable crayon article-chapo-${id} ">${chapo}</div>` : ''}
<div class="texte surlignable entry-content crayon article-texte-${id} ">${texte}</div>
<p class="hyperlien suivre">تابعوا جديد ${NAME} على <a href="#" class="spip_out">صفحتنا بفايسبوك</a></p>
<div class="menu mots"><h2 class="h2">كلمات مفاتيح</h2><ul>${mots.join('')}</ul></div>
<div class="menu articles meme-rubrique"><h2 class="h2">في نفس الركن</h2><ul>${othersThan(article, articles, 2).map(link).join('')}${read.slice(2, 5).join('')}</ul></div>
<a href="#forum" class="btn-commentaire">علق على المقال</a>
<div id="forum" class="forums"><h2 class="h2">${print?.comments ?? 'لا توجد تعليقات'}</h2>
<div class="formulaire_spip formulaire_forum ajax" id="formulaire_forum"><form action="/article${id}.html#formulaire_forum" method="post" enctype='multipart/form-data'><div><input name='id_article' value='${id}' type='hidden' /><input name='formulaire_action' type='hidden' value='forum' /><fieldset class="moderation_info info"><legend>المشاركات تخضع للرقابة القبلية</legend><p class="explication">لن تظهر مشاركتكم إلا بعد المصادقة عليها من المشرف على الموقع. كل تعليق يتضمن ثلبا أو سبا يحذف.</p></fieldset><ul class="editer-groupe"><li class="saisie_session_nom"><label>من أنتم؟ الاسم</label><input type="text" class="text" name="session_nom" /></li><li><label>البريد الإلكتروني (لا ينشر)</label><input type="email" class="text email" name="session_email" /></li><li class="saisie_texte"><label>نص المشاركة <em>(إجباري)</em></label><textarea name="texte" rows="10" cols="60"></textarea></li></ul><p class="boutons"><input type="submit" class="btn submit" value="معاينة" /></p></div></form></div></div>
</div></div>
<div class="aside secondary" role="complementary">
<div class="menu une-pdf"><h2>عدد اليوم</h2><a href="IMG/pdf/une.pdf"><img src="local/cache-vignettes/L200xH280/une-7d1.jpg" width="200" height="280" alt="الصفحة الأولى" /></a></div>
<div class="menu articles plus-lus"><h2>الأكثر قراءة</h2><ol>${read.join('\n')}</ol></div>
<div class="sondage"><h2>سبر آراء</h2><form method="post" action="spip.php?page=sondage"><p>هل تؤيدون العودة إلى نظام الحصة الواحدة؟</p><p><input type="radio" name="c" value="1" />نعم <input type="radio" name="c" value="2" />لا <input type="radio" name="c" value="3" />دون رأي</p><input type="submit" value="صوت" /></form></div>
<div class="formulaire_spip formulaire_newsletter"><h2>النشرة الإلكترونية</h2><form method="post"><p>أدخل بريدك لتصلك عناوين الجريدة كل صباح.</p><input type="email" name="session_email" /><input type="submit" value="اشترك" /></form></div>
</div></div>
<div class="footer clearfix" role="contentinfo"><p class="colophon">2009-2022 &copy; ${NAME} - جميع الحقوق محفوظة. لا يسمح بإعادة نشر المقالات إلا بإذن كتابي من إدارة الجريدة.<br /><a rel="contents" href="spip.php?page=plan" class="first">خريطة الموقع</a> | <a href="spip.php?page=contact">اتصلوا بنا</a> | <a href="https://www.spip.net/" rel="generator" class="spip_out">SPIP</a> | <a href="spip.php?page=backend" rel="alternate">RSS&nbsp;2.0</a></p><p>العنوان: 14 نهج المرسى القديم - الهاتف: 71 000 214 - الفاكس: 71 000 215</p></div>
</div>
<script type="text/javascript">jQuery(function($){$('.zoom').click(function(){return false;});});var _gaq=_gaq||[];_gaq.push(['_setAccount','UA-0000000-1']);</script>
</body></html>`;
}

/** A daily on SPIP: over-title, chapô and text in fields of their own, Maghrebi months. */
export const site: ReplicaSite = {
  id: 'shape-tunisian-spip',
  name: NAME,
  family: 'spip',
  pagesOnly: true,
  page,
  routes: () => ({
    '/robots.txt': { body: 'User-agent: *\nDisallow: /ecrire/\nDisallow: /local/\n' },
  }),
};
