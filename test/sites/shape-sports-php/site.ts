import { blocksHtml, escapeText, othersThan, readBlocks } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-sports-php.test';
const NAME = 'الكورة دوت نت';
const list = (text: string) => text.split('|');
const MENU = list(
  `الرئيسية|أخبار|الدوري الممتاز|كأس مصر|المحترفون في الخارج|منتخب مصر|القسم الثاني|الكرة الأفريقية|الكرة السعودية|الدوري الإنجليزي|الدوري الإسباني|الدوري الإيطالي|دوري الأبطال|سوق الانتقالات|كرة اليد|الكرة الطائرة|رياضات أخرى|فيديوهات|صور|مباريات اليوم|مقالات`,
);
const READ = list(
  `شاهد.. هدف قاتل يقلب ديربي الدلتا في الدقيقة 97|موعد قرعة دور الـ16 والقنوات الناقلة|رسميا.. نجم الوسط يجدد عقده حتى 2029|خناقة في التدريب تكلف لاعبين غرامة مالية|ترتيب هدافي الدوري بعد الجولة 22|بالأرقام.. أسوأ خط دفاع في تاريخ النادي|اتحاد الكرة يعلن حكام الأسبوع|حارس المنتخب يخضع لأشعة جديدة على الكتف|والد اللاعب: ابني لن يرحل مجانا`,
);
const TABLE = list(
  `فرسان الدلتا 22 48|اتحاد القناة 22 45|نجوم طيبة 21 41|الميناء السكندري 22 40|غزل الوادي 21 36|شباب سيناء 22 33|عمال حلوان 22 29|أبناء أسوان 21 24|بترول السويس 22 20|نسور الواحات 22 15`,
);
const MATCHES = list(
  `فرسان الدلتا;17:00;عمال حلوان|نجوم طيبة;20:00;بترول السويس|شباب سيناء;2 - 1;نسور الواحات|الميناء السكندري;0 - 0;غزل الوادي`,
);
const FB =
  '<div class="fb-like" data-layout="button_count" data-action="like" data-share="true"></div>';

function panel(title: string, inner: string, kind = 'default'): string {
  return `<div class="panel panel-${kind}">
	<div class="panel-heading"><h3 class="panel-title"><span class="glyphicon glyphicon-chevron-left"></span> ${title}</h3></div>
	<div class="panel-body">${inner}</div></div>`;
}

function standings(): string {
  const rows = TABLE.map((row, at) => {
    const [, team, played, points] = /^(.+) (\d+) (\d+)$/u.exec(row) ?? [];
    return `<tr${at > 7 ? ' class="danger"' : ''}><td>${at + 1}</td><td><img src="/upload/teams/${at + 11}.png" width="20" height="20"> <a href="/team.php?id=${at + 11}">${team}</a></td><td>${played}</td><td><b>${points}</b></td></tr>`;
  });
  return `<table class="table table-striped table-condensed" cellspacing="0"><thead><tr><th>#</th><th>الفريق</th><th>لعب</th><th>نقاط</th></tr></thead><tbody>${rows.join('\n')}</tbody></table><a class="btn btn-xs btn-default" href="/standings.php?lg=1">الترتيب كاملا</a>`;
}

function today(): string {
  const rows = MATCHES.map((row, at) => {
    const [home, score, away] = row.split(';');
    return `<tr><td width="40%" align="left">${home}</td><td width="20%" align="center"><span class="label label-${at > 1 ? 'success' : 'primary'}">${score}</span></td><td width="40%">${away}</td></tr>`;
  });
  return `<table class="table table-bordered matches"><tbody>${rows.join('\n')}</tbody></table>`;
}

function matchCard(print: Record<string, string> = {}): string {
  const [home, score, away, info, channel] = (print.match ?? '').split('|');
  return `<div class="match_box well well-sm"><table class="table" width="100%" border="0" cellpadding="3"><tr><td class="text-center"><img src="/upload/teams/b/1.png" alt="" width="60"><br>${home}</td><td class="text-center"><span class="score">${score}</span><br><small>${info}</small></td><td class="text-center"><img src="/upload/teams/b/2.png" alt="" width="60"><br>${away}</td></tr><tr><td colspan="3" class="text-center"><span class="glyphicon glyphicon-facetime-video"></span> ${channel} <a class="btn btn-danger btn-xs" href="/match.php?id=5512">تفاصيل المباراة</a></td></tr></table></div>`;
}

function body(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print, dateline } = article;
  const parts = blocksHtml(readBlocks(article)).map((part) =>
    part.replace(/^<h3>(.*)<\/h3>$/u, '<p><strong>$1</strong></p>'),
  );
  if (dateline) {
    const source = print?.wire ? `${dateline} - ${print.wire}:` : `${dateline} -`;
    parts.unshift(parts.shift()?.replace('<p>', `<p>${source} `) ?? '');
  }
  const one = othersThan(article, articles, 1)[0];
  const more = `<p style="text-align: right;"><span style="color:#c0392b"><strong>اقرأ أيضا: </strong></span><a href="${one?.path}" target="_blank"><strong>${escapeText(one?.headline ?? '')}</strong></a></p>`;
  const banner = `<div class="ads text-center" id="div-gpt-ad-300"><script>try{googletag.cmd.push(function(){googletag.display('div-gpt-ad-300');});}catch(e){}</script></div>`;
  parts.splice(2, 0, print?.match ? matchCard(print) : banner);
  parts.splice(4, 0, more);
  if (parts.length > 9) parts.splice(8, 0, banner);
  return parts.join(article.author ? '\r\n<p>&nbsp;</p>\r\n' : '\r\n');
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { image, print, description = '', keywords = [] } = article;
  const section = article.articleSection?.[0];
  const title = escapeText(article.headline);
  const ticker = READ.slice(0, 4)
    .map((text) => `<a href="#">${text}</a> &bull; `)
    .join('');
  const menu = MENU.map((item, at) =>
    at === 9
      ? `<li class="dropdown"><a href="#" class="dropdown-toggle" data-toggle="dropdown">${item} <b class="caret"></b></a><ul class="dropdown-menu"><li><a href="/standings.php?lg=9">الترتيب</a></li><li><a href="/scorers.php?lg=9">الهدافون</a></li><li><a href="/fixtures.php?lg=9">جدول المباريات</a></li></ul></li>`
      : `<li><a href="/section.php?id=${at}">${item}</a></li>`,
  );
  const titles = [...othersThan(article, articles, 2).map((one) => one.headline), ...READ.slice(5)];
  const related = titles.map(
    (text, at) =>
      `<div class="col-md-4 col-xs-6"><div class="thumbnail"><a href="/news_details/${19800 + at}.html"><img src="/upload/thumbs/${19800 + at}.jpg" class="img-responsive" alt=""><div class="caption"><h4>${escapeText(text)}</h4></div></a></div></div>`,
  );
  const latest = READ.map(
    (text, at) =>
      `<div class="media"><a class="pull-right" href="/news_details/${20100 + at}.html"><img class="media-object" src="/upload/thumbs/s${at}.jpg" width="70" height="50"></a><div class="media-body"><h5 class="media-heading"><a href="/news_details/${20100 + at}.html">${text}</a></h5><small class="text-muted">منذ ${at + 2} ساعة</small></div></div>`,
  );
  const poll = ['فرسان الدلتا', 'اتحاد القناة', 'نجوم طيبة', 'فريق آخر'].map(
    (team, at) =>
      `<div class="radio"><label><input type="radio" name="vote" value="${at}"> ${team}</label></div>`,
  );
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" dir="rtl" lang="ar"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1.0" />
<title>${NAME} | ${section} | ${title}</title>
<meta name="description" content="${escapeText(description)}" /><meta name="keywords" content="${keywords.join(',')}" /><meta property="fb:app_id" content="17733104455" /><meta property="og:title" content="${title}" /><meta property="og:image" content="${ORIGIN}${image?.path}" /><meta property="og:url" content="${ORIGIN}${article.path}" /><link href="/css/bootstrap.min.css" rel="stylesheet" /><link href="/css/bootstrap-rtl.min.css" rel="stylesheet" /><link href="/css/style.css?v=14" rel="stylesheet" />
<style type="text/css">
body{background:#e9ebee url(/images/bg.jpg) repeat-x;font-family:"Droid Arabic Kufi",Tahoma,Arial}
#news_body{font-size:17px;line-height:30px;text-align:justify}#news_body img{max-width:100%;height:auto}.match_box .score{font-size:30px;font-weight:bold;color:#a00}.news_title{font-size:24px;color:#0b3d17;line-height:38px}.news_info{border-bottom:1px dotted #aaa;color:#777;padding-bottom:6px}</style><!--[if lt IE 9]><script src="/js/html5shiv.js"></script><script src="/js/respond.min.js"></script><![endif]-->
<script type="text/javascript" src="/js/jquery-1.11.1.min.js"></script>
<script type="text/javascript">var _gaq=_gaq||[];_gaq.push(['_setAccount','UA-2241907-3']);_gaq.push(['_trackPageview']);
function do_vote(){var v=$('input[name=vote]:checked').val();if(!v){alert('من فضلك اختر إجابة');return false;}$.post('/ajax/vote.php',{id:88,v:v},function(r){$('#poll_box').html(r);});}
</script></head><body><div id="fb-root"></div>
<div class="container" id="header">
	<div class="row"><div class="col-md-4"><a href="/"><img src="/images/logo.png" alt="${NAME}" class="img-responsive" /></a></div><div class="col-md-8"><div class="ads"><a href="#" target="_blank"><img src="/upload/banners/728x90.gif" width="728" height="90" alt="" /></a></div></div></div>
</div><nav class="navbar navbar-inverse" role="navigation"><div class="container">
	<div class="navbar-header"><button type="button" class="navbar-toggle" data-toggle="collapse" data-target=".navbar-collapse"><span class="sr-only">القائمة</span><span class="icon-bar"></span><span class="icon-bar"></span></button></div>
	<div class="collapse navbar-collapse"><ul class="nav navbar-nav">${menu.join('\n')}
	</ul><form class="navbar-form navbar-left" action="/search.php"><input type="text" name="q" class="form-control input-sm" placeholder="كلمة البحث" /><button class="btn btn-success btn-sm">بحث</button></form></div>
</div></nav>
<div class="container"><div class="breaking"><span class="label label-danger">شريط الأخبار</span><marquee direction="right" scrollamount="3" onmouseover="this.stop()" onmouseout="this.start()">${ticker}</marquee></div></div>
<div class="container" id="wrapper"><div class="row">
<div class="col-md-8 col-sm-12">
	<ol class="breadcrumb"><li><a href="/">الرئيسية</a></li><li><a href="/section.php?id=2">${section}</a></li><li class="active">تفاصيل الخبر</li></ol>
	<div class="news_details">
		<h1 class="news_title">${title}</h1>
		<div class="news_info clearfix"><span class="pull-right"><span class="glyphicon glyphicon-time"></span> ${print?.date}</span>${print?.by ? `<span class="news_writer"> <span class="glyphicon glyphicon-user"></span> ${print.by}</span>` : ''}<span class="pull-left"><span class="glyphicon glyphicon-eye-open"></span> ${print?.views} قراءة <span class="glyphicon glyphicon-comment"></span> <fb:comments-count href="${ORIGIN}${article.path}"></fb:comments-count> تعليق</span></div>
		<div class="news_img"><img id="main_img" src="${image?.path}" class="img-responsive" alt="${title}" title="${title}" />${image?.caption ? `<div class="img_caption">${image.caption}</div>` : ''}</div>
		<div class="share_bar">${FB} <div class="g-plusone" data-size="medium"></div> <a href="#" class="twitter-share-button">Tweet</a> <a class="btn btn-default btn-xs" href="javascript:window.print()"><span class="glyphicon glyphicon-print"></span> طباعة</a> <a class="btn btn-default btn-xs" href="/send.php?id=1">أرسل لصديق</a></div>
		<div id="news_body">${body(article, articles)}</div>
		${print?.updated ? `<div class="upd text-muted"><small>آخر تحديث: ${print.updated}</small></div>` : ''}
		<div class="tags"><span class="glyphicon glyphicon-tags"></span> ${keywords.map((tag) => `<a class="label label-default" href="/tag.php?t=${encodeURI(tag)}">${tag}</a>`).join(' ')}</div>
		<div class="alert alert-success">تابعوا صفحة ${NAME} على فيسبوك لمعرفة نتائج المباريات لحظة بلحظة ${FB}</div></div>${panel('موضوعات متعلقة', `<div class="row">${related.join('\n')}</div>`, 'success')}
	${panel('التعليقات', `<div class="fb-comments" data-href="${ORIGIN}${article.path}" data-numposts="5"></div><form action="/add_comment.php" method="post" class="form-horizontal"><input type="hidden" name="nid" value="1" /><div class="form-group"><label>الاسم</label><input class="form-control" name="name" /></div><div class="form-group"><label>التعليق</label><textarea class="form-control" name="txt" rows="4"></textarea></div><button class="btn btn-success">إضافة تعليق</button><p class="help-block">التعليقات تعبر عن رأي أصحابها، وتحذف الإدارة أي تعليق يتضمن إساءة أو تعصبا لنادٍ دون آخر.</p></form>`)}</div><div class="col-md-4 col-sm-12" id="sidebar">
${panel('مباريات اليوم', today(), 'primary')}
<div class="ads text-center"><img src="/upload/banners/300x250.gif" width="300" height="250" alt="" /></div>
${panel('ترتيب الدوري الممتاز', standings())}
${panel('استفتاء', `<div id="poll_box"><p><b>من الأقرب للفوز بدرع الدوري هذا الموسم؟</b></p>${poll.join('\n')}<button class="btn btn-primary btn-sm" onclick="do_vote()">صوّت</button> <a href="/poll.php?id=88">النتائج</a></div>`, 'warning')}
${panel('الأكثر قراءة', latest.join('\n'), 'danger')}</div></div></div><div id="footer"><div class="container"><ul class="list-inline">${MENU.map((item) => `<li><a href="#">${item}</a></li>`).join('')}</ul><p>جميع الحقوق محفوظة لموقع ${NAME} &copy; 2009 - 2026. الموقع غير مسؤول عن محتوى المواقع الخارجية، ولا يجوز إعادة نشر المواد أو الصور دون موافقة مسبقة من إدارة التحرير. <a href="/about.php">من نحن</a> | <a href="/contact.php">اتصل بنا</a> | <a href="/adv.php">أعلن معنا</a></p><p class="text-center"><small>تصميم وبرمجة: النيل سوفت</small></p></div></div>
<a href="#" class="scrollup"><span class="glyphicon glyphicon-chevron-up"></span></a><script type="text/javascript" src="/js/bootstrap.min.js"></script><script type="text/javascript" src="/js/main.js"></script>
</body></html>`;
}

/** An Egyptian sports portal: a PHP system of its own under Bootstrap 3. */
export const site: ReplicaSite = {
  id: 'shape-sports-php',
  name: NAME,
  family: 'php-bootstrap',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /ajax/\n' } }),
};
