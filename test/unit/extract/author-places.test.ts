import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';

/*
 * One text, and around it what the systems of newsrooms from the Gulf to Mauritania print of who
 * wrote it, and what they print beside it that names nobody.
 */

const HEADLINE = 'بلدية الواحة تعيد فتح حديقة النخيل بعد ترميمها';
const TEXT = [
  'أعادت بلدية الواحة فتح حديقة النخيل أمام الزوار بعد أعمال ترميم استمرت سبعة أشهر، شملت شبكة الري والممرات والسور الخارجي الذي تصدع في الشتاء الماضي.',
  'وقال مدير الحدائق إن العمال زرعوا ثلاثمئة فسيلة جديدة مكان الأشجار التي يبست، وإن ماء الري صار يأتي من محطة المعالجة القريبة بدلا من الآبار.',
  'ورحب سكان الحي بعودة الحديقة، وطالبوا بتمديد ساعات الدوام في ليالي الصيف وبإنارة الطريق المؤدي إليها من جهة السوق القديمة.',
]
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('\n');

interface Parts {
  readonly head?: string;
  /** Above the headline, between it and the text, and behind the text. */
  readonly top?: string;
  readonly mid?: string;
  readonly end?: string;
}

const pageOf = ({ head = '', top = '', mid = '', end = '' }: Parts): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><title>${HEADLINE} - الواحة</title>
<meta property="og:site_name" content="الواحة">${head}</head><body><header><a href="/">الواحة</a></header>${top}
<article><h1>${HEADLINE}</h1>${mid}<div class="text">${TEXT}</div></article>${end}</body></html>`;

function authorOf(parts: Parts): readonly string[] {
  const document = parseDocument(pageOf(parts), 'https://alwaha.test/news/512');
  const reading = readArticle(document, { crawlers: [] });
  return reading.kind === 'article' ? (reading.author?.value ?? []) : [reading.reason];
}

const ld = (author: string): string =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${HEADLINE}","author":${author}}</script>`;
const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${content}">`;
const teaser = (name: string): string =>
  `<div class="card"><h3><a href="/n/9">انطلاق معرض الكتاب في قاعة الميناء القديم غدا</a></h3><div>بقلم <a href="/author/9">${name}</a></div></div>`;

describe('an author, wherever a system prints one', () => {
  const cases: readonly (readonly [string, Parts, readonly string[]])[] = [
    [
      'Jannah of WordPress (Egypt)',
      {
        mid: '<div class="post-meta"><span class="meta-author"><a href="/author/hala" class="author-name tie-icon">هالة منصور</a></span><span class="date meta-item">منذ يومين</span></div>',
      },
      ['هالة منصور'],
    ],
    [
      'a box of facts behind the text, each under a heading (Oman)',
      {
        end: '<aside class="facts"><div><h3>تاريخ النشر</h3><p>12 مارس 2026</p></div><div><h3>الكاتب</h3><p>هالة منصور</p></div><div><h3>ملفات ذات صلة</h3><p>حدائق المدينة</p></div></aside>',
      },
      ['هالة منصور'],
    ],
    [
      'the same in French (Morocco)',
      {
        end: '<div class="facts"><h4>Publié le</h4><p>12 mars 2026</p><h4>Auteur(s)</h4><p>Salma Benjelloun</p></div>',
      },
      ['Salma Benjelloun'],
    ],
    [
      'a header that its class calls a banner (Qatar)',
      { mid: '<div class="article-banner__meta"><p>12 مارس 2026</p><p>بقلم هالة منصور</p></div>' },
      ['هالة منصور'],
    ],
    [
      'the second field of a card on X, and the line (Lebanon)',
      {
        head: `${meta('twitter:label1', 'Est. reading time')}${meta('twitter:data1', '7 minutes')}${meta('twitter:label2', 'Written by')}${meta('twitter:data2', 'Rita El-Khoury')}`,
        mid: '<div class="x">Rita El-Khoury</div>',
      },
      ['Rita El-Khoury'],
    ],
    [
      'Newspaper of tagDiv (Jordan)',
      {
        mid: '<div class="td-post-author-name"><div class="td-author-by">بواسطة</div> <a href="/author/1">عامر الزعبي</a><div class="td-author-line"> - </div></div>',
      },
      ['عامر الزعبي'],
    ],
    [
      'Drupal 7 with RDFa (Lebanon)',
      {
        mid: '<div class="submitted"><span property="dc:date dc:created" content="2026-11-26T11:20:00+02:00" rel="sioc:has_creator">نشره <span class="username" typeof="sioc:UserAccount" property="foaf:name">رلى معوض</span> بتاريخ الخميس, 26 تشرين الثاني 2026 - 11:20</span></div>',
      },
      ['رلى معوض'],
    ],
    [
      'Drupal 7 in plain words (Iraq)',
      {
        mid: '<div class="submitted">أرسلت بواسطة <span class="username">زيد التكريتي</span> بتاريخ خميس, 11/26/2026 - 11:20</div>',
      },
      ['زيد التكريتي'],
    ],
    [
      'K2 of Joomla (Libya)',
      {
        mid: '<span class="itemAuthor">كتبه <a rel="author" href="/item/user/4">خديجة الفيتوري</a></span>',
      },
      ['خديجة الفيتوري'],
    ],
    [
      'Joomla (Yemen)',
      {
        mid: '<dl class="article-info"><dd class="createdby" itemprop="author" itemscope>كتب بواسطة: <span itemprop="name">نجيب الشرعبي</span></dd></dl>',
      },
      ['نجيب الشرعبي'],
    ],
    [
      'SPIP (Tunisia)',
      {
        mid: '<p class="info-publi">par <span class="vcard author"><a class="url fn spip_in" href="/auteur/7">منية الشابي</a></span></p>',
      },
      ['منية الشابي'],
    ],
    [
      'name and date as spans of one paragraph (Saudi Arabia)',
      {
        mid: '<p class="meta"><span class="by">نورة السبيعي - الرياض</span> <span class="when">الخميس ٢٦/١١/٢٠٢٦</span></p>',
      },
      ['نورة السبيعي'],
    ],
    [
      'a label and a name in paragraphs of their own (Morocco)',
      {
        mid: '<div class="info"><p>بقلم</p> <span class="name"><a href="/x/3">سعاد بنعيسى</a></span></div>',
      },
      ['سعاد بنعيسى'],
    ],
    [
      'several writers side by side (Qatar)',
      {
        mid: '<div class="article-byline"><span class="author-name">حمد المري</span> <span class="author-name">لينا حداد</span></div>',
      },
      ['حمد المري', 'لينا حداد'],
    ],
    [
      'a role before the name (Emirates)',
      {
        mid: '<div class="author-card"><span class="role">كبير مراسلي الشؤون المحلية</span><span class="author-card__name"><a href="/author/s">سعيد المزروعي</a></span></div>',
      },
      ['سعيد المزروعي'],
    ],
    ['a heading below the headline (Sudan)', { mid: '<h5>سلمى عثمان</h5>' }, ['سلمى عثمان']],
    [
      'a card of X that a plugin fills (Kuwait)',
      { head: meta('twitter:label1', 'كُتب بواسطة') + meta('twitter:data1', 'فهد العجمي') },
      ['فهد العجمي'],
    ],
    [
      'JSON-LD that refers to an object of its graph',
      {
        head: `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"${HEADLINE}","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"ديمة الخوري"}]}</script>`,
      },
      ['ديمة الخوري'],
    ],
    [
      'names with hyphens (Lebanon, French)',
      { mid: '<p class="auteur">Par Jean-Pierre El-Khoury et Rim Al-Hassan</p>' },
      ['Jean-Pierre El-Khoury', 'Rim Al-Hassan'],
    ],
    [
      'JSON-LD with hyphens and an ampersand (English)',
      { head: ld('{"@type":"Person","name":"Anne-Marie Haddad & Omar Al-Sayed"}') },
      ['Anne-Marie Haddad', 'Omar Al-Sayed'],
    ],
    [
      'two names with a tight dash',
      { mid: '<div>كتب: أحمد علي-منى سمير</div>' },
      ['أحمد علي', 'منى سمير'],
    ],
    [
      'a given name of two parts',
      { mid: '<div class="author">جان-بيار خوري</div>' },
      ['جان-بيار خوري'],
    ],
    ['a desk as printed', { mid: '<div>كتب: محرر الشؤون المحلية</div>' }, ['محرر الشؤون المحلية']],
    [
      'the page over the field where two places of it agree',
      {
        head: meta('author', 'وليد حمدان'),
        mid: '<div class="author"><a href="/author/2">ريم صالح</a></div><div>كتبت: ريم صالح</div>',
      },
      ['ريم صالح'],
    ],
  ];
  it.each(cases)('%s', (_name, parts, names) => {
    expect(authorOf(parts)).toEqual(names);
  });
});

describe('an author in the markup of outlets of the region and of those that publish in French', () => {
  const arabic = [
    '<div id="DivAuthor">NAME</div>',
    '<h4 class="name"><a href="/w/3">NAME</a></h4>',
    '<div class="article__author"><span class="article__author-name">NAME</span></div>',
    '<div class="single-author"><span>NAME</span></div>',
    '<a class="ech-sgmn__aanm _link" href="/x/3">NAME</a>',
    '<div class="title"><span class="strong">NAME</span></div>',
    '<div class="mobile-compact"><span class="author">NAME</span></div>',
    '<div class="pinfo">الخميس 26-11-2026 12:30 | كتب: NAME |</div>',
    '<span class="writeBy">كتبت NAME</span>',
    '<p class="post-meta"><span class="post-meta-author"><a href="/author/h">NAME </a></span> <span class="tie-date">26 نوفمبر، 2026</span></p>',
    '<ul><li class="writers"><a class="tagname" href="/t/4">NAME</a></li><li>26 نوفمبر 2026</li></ul>',
    '<span class="ArticleWriter">NAME</span>',
    '<span class="post-author-name">بواسطة <b>NAME</b></span>',
    '<p class="author-name">NAME</p>',
  ];
  it.each(arabic)('%s', (line) => {
    expect(authorOf({ mid: line.replace('NAME', 'هالة منصور') })).toEqual(['هالة منصور']);
  });

  const french: readonly (readonly [string, readonly string[]])[] = [
    ['<p class="auteur">Par Karim Benali</p>', ['Karim Benali']],
    [
      '<div class="by-line">By <a href="/p/1">Karim Benali</a> and <a href="/p/2">Rola Saad</a></div>',
      ['Karim Benali', 'Rola Saad'],
    ],
    ['<div>Propos recueillis par Karim Benali</div>', ['Karim Benali']],
    [
      '<div class="article-author">Karim Benali | Publié le 26 novembre 2026 à 10:30</div>',
      ['Karim Benali'],
    ],
    ['<div>Karim Benali (avec AFP)</div>', ['Karim Benali']],
    ['<span class="author">Karim Benali avec TAP</span>', ['Karim Benali']],
    ['<div class="info">Mis à jour le 26 novembre 2026 par Karim Benali</div>', ['Karim Benali']],
    ['<div>Écrit par : Karim Benali</div>', ['Karim Benali']],
  ];
  it.each(french)('%s', (line, names) => {
    expect(authorOf({ mid: line })).toEqual(names);
  });
});

describe('nobody', () => {
  const labels = [
    'وقت القراءة',
    'للاشتراك في النشرة',
    'كن كاتبا معنا',
    'عرض جميع المقالات',
    'اضغط هنا',
    'ثلاث دقائق للقراءة',
    'مطلوب',
    'تابعنا على تلغرام',
    'كلمة رئيس التحرير',
    'آراء حرة',
    'كبير المراسلين',
    'جميع الحقوق محفوظة',
    'EditorHA',
    'Webmaster',
    'Read more',
    'La Rédaction',
    'Lire aussi',
    'Personal finance',
    'News Desk',
  ];
  it.each(labels)('a label in an element called author: %s', (label) => {
    expect(authorOf({ mid: `<div class="author">${label}</div>` })).toEqual([]);
  });

  const cases: readonly (readonly [string, Parts])[] = [
    [
      'a menu above',
      { top: '<nav><ul><li class="author"><a href="/w">سامي الراوي</a></li></ul></nav>' },
    ],
    ['a teaser above', { top: `<div class="trending">${teaser('رامي الحجار')}</div>` }],
    ['the next story below', { end: teaser('رامي الحجار') }],
    [
      'the next story, its title no link',
      {
        end: '<div><h2>انطلاق معرض الكتاب غدا في قاعة الميناء</h2><p class="author">رامي الحجار</p></div>',
      },
    ],
    [
      'comments',
      { end: '<div class="comments"><span class="author">رامي الحجار</span><p>خبر جميل</p></div>' },
    ],
    ['the programmer', { head: meta('dc.creator', 'Designed By Rami Sarkis') }],
    ['a copyright line', { end: '<div align="center">جميع الحقوق محفوظة - الواحة</div>' }],
    ['an organisation', { head: ld('{"@type":"Organization","name":"نيوز السنديان"}') }],
    ['another outlet', { head: meta('author', 'المشهد السندياني') }],
    ['another outlet in a dateline', { mid: '<p>الحديدة، نيوز السنديان:</p>' }],
    ['an outlet with its address', { head: meta('author', 'Deutsche Welle (www.dw.com)') }],
    ['an agency behind the word', { mid: '<div>كتب: رويترز</div>' }],
  ];
  it.each(cases)('%s', (_name, parts) => {
    expect(authorOf(parts)).toEqual([]);
  });
});

describe('what a source file gives', () => {
  const rules = { article: { author: '.writer' } };
  const read = (parts: Parts) => {
    const document = parseDocument(pageOf(parts), 'https://alwaha.test/news/512');
    const reading = readArticle(document, { crawlers: [], source: rules });
    return reading.kind === 'article' ? reading.author : undefined;
  };

  it('is held against the page: elements of other stories stay out', () => {
    const other =
      '<div class="card"><h3>انطلاق معرض الكتاب غدا في قاعة الميناء</h3><span class="writer">رامي الحجار</span></div>';
    const author = read({ mid: '<span class="writer">سهى الدالي</span>', end: other });
    expect(author?.value).toEqual(['سهى الدالي']);
  });

  it('falls back where it gives a label', () => {
    const author = read({
      mid: '<span class="writer">وقت القراءة</span><div>كتبت: سهى الدالي</div>',
    });
    expect(author?.value).toEqual(['سهى الدالي']);
  });
});

describe('a photographer whom the data state as an author', () => {
  const both = ld('[{"@type":"Person","name":"Nadia Kaci"},{"@type":"Person","name":"Tom Weber"}]');
  it.each([
    ['<dl><dt>Credits</dt><dd>Words: Nadia Kaci · Pictures: Tom Weber</dd></dl>', ['Nadia Kaci']],
    ['<p>By Nadia Kaci, photos by Tom Weber</p>', ['Nadia Kaci']],
    ['<p>نص: Nadia Kaci | تصوير: Tom Weber</p>', ['Nadia Kaci']],
    ['<p>Nadia Kaci</p><p>Edited by Tom Weber</p>', ['Nadia Kaci']],
    ['<p>By Nadia Kaci and Tom Weber</p>', ['Nadia Kaci', 'Tom Weber']],
    ['<p>Words and pictures: Tom Weber</p>', ['Nadia Kaci', 'Tom Weber']],
  ])('%s', (mid, names) => {
    expect(authorOf({ head: both, mid })).toEqual(names);
  });
});
