/**
 * Front pages, directories and printed feeds as small sites made them by hand: none is an article.
 * Text, places and people are invented.
 */
import type { ServicePage } from './service-pages.ts';

const SITES: [name: string, about: string][] = [
  ['صحيفة النهر', 'يومية سياسية تصدر في مدينة السهل وتعنى بأخبار المحافظات.'],
  ['وكالة الربوة', 'أخبار محلية وعربية على مدار الساعة مع صور وتقارير مصورة'],
  ['مجلة البيدر', 'شهرية تهتم بشؤون الزراعة والري وتربية النحل.'],
  ['شبكة الميناء', 'موقع إخباري يغطي حركة السفن والتجارة في الموانئ الجنوبية'],
  ['منبر الطلبة', 'صحيفة إلكترونية يحررها طلاب جامعة الساحل كل أسبوع.'],
  ['جريدة القلعة', 'أسبوعية ثقافية تصدر عن جمعية حماية المدينة القديمة'],
  ['راديو الوادي', 'بث مباشر وبرامج حوارية وأغان من التراث.'],
  ['مرصد الطقس', 'خرائط ونشرات جوية وتنبيهات للمزارعين والصيادين'],
  ['دفتر السوق', 'أسعار الخضار والفواكه والحبوب في أسواق الجملة كل صباح.'],
  ['ملاعب الشمال', 'نتائج المباريات وجداول الدوري وأخبار الأندية'],
  ['بوابة القضاء', 'نصوص القوانين وأحكام المحاكم ومقالات المحامين.'],
];

const NEWS: [title: string, teaser: string][] = [
  ['مكتبة الوادي تفتح قاعة جديدة للأطفال', 'تتسع القاعة لستين طفلا وتفتح كل يوم عدا الجمعة.'],
  ['صيادو الخليج يعودون إلى البحر', 'عادت القوارب بعد أن هدأت الرياح، وامتلأت السوق بالسمك.'],
  ['مدرسة السهل تبدأ تدريس البرمجة', 'يدرس التلاميذ ساعتين في الأسبوع على حواسيب تبرعت بها جمعية.'],
  ['بلدية الربوة تزرع ألف شجرة', 'تنتهي الزراعة قبل الشتاء، وتسقى الأشجار بمياه معالجة.'],
  ['فريق النخيل يتعادل مع ضيفه', 'سجل الفريقان في الشوط الثاني، وأضاع النخيل ركلة جزاء.'],
  ['متحف القلعة يعرض مخطوطات قديمة', 'يستمر المعرض شهرا، ويضم أربعين مخطوطة رممها طلاب الجامعة.'],
  ['معمل الألبان يوسع خط إنتاجه', 'يوفر الخط الجديد ثلاثين فرصة عمل، ويضاعف الإنتاج.'],
  ['عودة القطار السياحي إلى الجبل', 'توقف القطار عامين، ويقطع الخط في أربعين دقيقة بين الغابات.'],
  ['باحثون يرصدون طائرا نادرا', 'شوهد الطائر في محمية السبخة مع ثلاثة من فراخه صباح الجمعة.'],
  ['المزارعون يطلبون تمديد القروض', 'تلف نصف المحصول بعد الصقيع، ويستحق القسط الأول في الربيع.'],
];

const LONG =
  'وقال القائمون على العمل إن الفكرة بدأت قبل ثلاثة أعوام في اجتماع صغير، ثم انضم إليها متطوعون من الأحياء المجاورة، حتى صار لها مجلس يجتمع كل شهر ويوزع المهام ويراقب الإنفاق. وينتظر أن تزور لجنة من المحافظة الموقع قبل نهاية العام لتقرر ما يمكن أن تقدمه من دعم، بينما يقول السكان إنهم لا يطلبون سوى طريق معبد وإنارة تعمل في الليل.';

const each = <T>(list: readonly T[], make: (one: T, at: number) => string): string =>
  list.map(make).join('');
const li = (text: string): string => `<li>${text}</li>`;
const link = (text: string, at: number): string =>
  `<a href="http://other.example/${at}">${text}</a>`;
const page = (title: string, body: string): string =>
  `<html dir="rtl"><head><title>${title}</title></head><body>${body}</body></html>`;
const menu =
  '<table><tr><td><a href="a.html">محليات</a></td><td><a href="b.html">اقتصاد</a></td><td><a href="c.html">رياضة</a></td></tr></table>';
const AT = 'http://bayader.example/files/7c1.html';

/** Each is refused. */
export const LIST_PAGES: readonly ServicePage[] = [
  [
    'a directory of sites as a list',
    AT,
    page(
      'دليل البيادر',
      `${menu}<h2>جرائد</h2><ul>${each(SITES, ([n, t], i) => li(`${link(n, i)} - ${t}`))}</ul>`,
    ),
  ],
  [
    'a directory under the name of its host',
    AT,
    page(
      'www.bayader-news.com',
      `${menu}<p>مواقع</p><ul>${each(SITES, ([n, t], i) => li(`${link(n, i)} - ${t}`))}</ul>`,
    ),
  ],
  [
    'a directory in paragraphs',
    AT,
    page(
      'دليل البيادر',
      `${menu}<h2>مواقع مفيدة</h2>${each(SITES, ([n, t], i) => `<p>${link(n, i)}: ${t}</p>`)}`,
    ),
  ],
  [
    'a directory in cells of a table',
    AT,
    page(
      'دليل البيادر',
      `${menu}<h2>مواقع مفيدة</h2><table>${each(SITES, ([n, t], i) => `<tr><td>${link(n, i)}<br>${t}</td></tr>`)}</table>`,
    ),
  ],
  [
    'a directory of names and what they are',
    AT,
    page(
      'دليل البيادر',
      `${menu}<h2>مواقع مفيدة</h2><dl>${each(SITES, ([n, t], i) => `<dt>${link(n, i)}</dt><dd>${t}</dd>`)}</dl>`,
    ),
  ],
  [
    'a feed printed as items in turn',
    AT,
    page('البيادر', `<h4>علوم</h4><ul>${each(NEWS, ([t, p]) => li(t) + li(p))}</ul>`),
  ],
  [
    'a feed printed with long parts of texts',
    AT,
    page(
      'البيادر',
      `<h4>أخبار السهل</h4><ul>${each(NEWS, ([t, p], i) => li(link(t, i)) + li(`${p} ${LONG}`))}</ul>`,
    ),
  ],
  [
    'a feed printed in boxes with long parts of texts',
    AT,
    page(
      'البيادر',
      `<h4>أخبار السهل</h4>${each(NEWS, ([t, p], i) => `<div class="rss-item"><div class="t">${link(t, i)}</div><div class="d">${p} ${LONG}</div></div>`)}`,
    ),
  ],
  [
    'posts in full',
    AT,
    page(
      '',
      `<div class="posts">${each(NEWS.slice(0, 4), ([t, p], i) => `<div class="post"><h2>${link(t, i)}</h2><p>${p}</p><p>${LONG}</p><h3>ماذا بعد</h3><p>${LONG}</p></div>`)}</div>`,
    ),
  ],
  [
    'posts in full with a heading of their own',
    AT,
    page(
      '',
      `<ul>${each(NEWS.slice(0, 4), ([t, p], i) => `<li class="item">${link(t, i)}<div><p>${p}</p><h1>لماذا بدأت الجمعية عملها الآن</h1><p>${LONG}</p><p>${LONG}</p></div></li>`)}</ul>`,
    ),
  ],
  [
    'a front page of tables, a short text to each section',
    AT,
    page(
      'بيادر نيوز',
      `${menu}<table>${each(NEWS, ([t, p], i) => `<tr><td class="s">${['محليات', 'اقتصاد', 'رياضة', 'ثقافة'][i % 4]}</td></tr><tr><td><b>${t}</b></td></tr><tr><td>${p} <a href="${i}.html">المزيد</a></td></tr>`)}</table>`,
    ),
  ],
  [
    'a front page of cells with title and text in one',
    AT,
    page(
      'بيادر نيوز',
      `${menu}<table>${each(NEWS, ([t, p], i) => `${i % 2 ? '' : '<tr>'}<td width="50%"><b>${t}</b><br>${p}<br><a href="${i}.html">تفاصيل</a></td>${i % 2 ? '</tr>' : ''}`)}</table>`,
    ),
  ],
  [
    'a front page that greets, with links below',
    AT,
    page(
      'موقع البيادر',
      `${menu}<h1>أهلا بكم في موقع البيادر</h1><p>يسعدنا أن نقدم لكم أخبار السهل والجبل والساحل من مراسلين في كل مدينة، ونرحب بآرائكم ومشاركاتكم.</p><ul>${each(NEWS, ([t], i) => li(link(t, i)))}</ul>`,
    ),
  ],
  [
    'an index of a forum',
    AT,
    page(
      'منتديات البيادر',
      `<h1>منتديات البيادر</h1><table><tr><th>المنتدى</th><th>المواضيع</th><th>المشاركات</th><th>آخر مشاركة</th></tr>${each(SITES, ([n, t], i) => `<tr><td>${link(n, i)}<br>${t}</td><td>${i * 31 + 12}</td><td>${i * 217 + 90}</td><td>بواسطة أبو سالم اليوم 0${i % 9}:15 ص</td></tr>`)}</table>`,
    ),
  ],
  [
    'a front page that greets under its name',
    AT,
    page(
      'موقع البيادر',
      `<h1>موقع البيادر</h1><p>أهلا وسهلا بكم في موقع البيادر الذي أسسه أبناء السهل في المهجر ليجمع أخبارهم وصورهم ومناسباتهم في مكان واحد.</p><p>تجدون في الموقع أخبار القرى والمدارس والأندية، ودليلا لهواتف الأطباء والمحلات، ومنتدى للنقاش.</p><p>نرحب بمشاركاتكم وصوركم على عنوان البريد.</p><ul>${each(NEWS, ([t], i) => li(link(t, i)))}</ul>`,
    ),
  ],
  [
    'a front page of stories in bold without a link',
    AT,
    page(
      'البيادر',
      `<table><tr><td>آخر الأخبار</td></tr>${each(NEWS, ([t, p]) => `<tr><td><b>${t}</b><br>${p} ${LONG}</td></tr>`)}</table>`,
    ),
  ],
  [
    'a front page of stories in paragraphs without a link',
    AT,
    page(
      'بيادر نيوز',
      `<div>${each(NEWS, ([t, p]) => `<p><font color="#003366">${t}</font></p><p>${p} ${LONG}</p>`)}</div>`,
    ),
  ],
  [
    'a front page of one story and titles by section',
    AT,
    page(
      'بيادر نيوز',
      `${menu}<table><tr><td><h2>مكتبة الوادي تفتح قاعة جديدة للأطفال</h2><p>تتسع القاعة لستين طفلا وتفتح كل يوم عدا الجمعة، وقد جمع أهل الحي كتبها في ثلاثة أعوام.</p><a href="1.htm">التفاصيل</a></td></tr></table>${['محليات', 'اقتصاد'].map((s) => `<table><tr><td>${s}</td></tr>${each(NEWS, ([t], i) => `<tr><td><a href="${i}.htm">${t}</a></td></tr>`)}</table>`).join('')}`,
    ),
  ],
  [
    'links with what they are, parted by line breaks',
    AT,
    page('روابط', `<p>${each(NEWS, ([t, p], i) => `${link(t, i)} ${p}<br>`)}</p>`),
  ],
  [
    'a script that writes a feed',
    AT,
    `box_ok = true;\ndocument.write('<div class="rss">');\ndocument.write('<ul>');${each(NEWS, ([t, p], i) => `document.write('<li>${link(t, i)}</li>');\ndocument.write('<p>${p} ${LONG}</p>');\n`)}document.write('</ul></div>');`,
  ],
  [
    'a font',
    AT,
    Buffer.from(
      Array.from({ length: 6000 }, (_, at) => (at * 7919 + (at % 13) * 101) % 256),
    ).toString('latin1'),
  ],
];

/** Each is an article. */
export const LISTED_ARTICLES: readonly ServicePage[] = [
  [
    'a story with its list of links',
    AT,
    page(
      'أين تقرأ أخبار السهل؟ - البيادر',
      `<h1>أين تقرأ أخبار السهل؟</h1><p>${LONG}</p><ul>${each(SITES, ([n, t], i) => li(`${link(n, i)} - ${t}`))}</ul>`,
    ),
  ],
  [
    'a round-up of points with a link each',
    AT,
    page(
      'أبرز ما نشرته الصحف هذا الأسبوع',
      `<h1>أبرز ما نشرته الصحف هذا الأسبوع</h1><p>اهتمت صحف المنطقة هذا الأسبوع بعودة الصيادين إلى البحر وبموسم الزراعة، وهذا أبرز ما جاء فيها حتى صباح السبت.</p><ul>${each(SITES, ([n, t], i) => li(`${link(n, i)} كتبت عن ${t}`))}</ul>`,
    ),
  ],
  [
    'a story whose title leads to itself, with others in boxes',
    AT,
    page(
      'مكتبة الوادي تفتح قاعة جديدة للأطفال',
      `<div class="post"><h1>${link('مكتبة الوادي تفتح قاعة جديدة للأطفال', 0)}</h1><p>${LONG}</p><p>${LONG}</p><p>${LONG}</p></div>${each(NEWS.slice(1, 5), ([t, p], i) => `<div class="post"><h2>${link(t, i)}</h2><p>${p}</p></div>`)}`,
    ),
  ],
  [
    'paragraphs with a link to another story between each two',
    AT,
    page(
      'لجنة تزور السهل - البيادر',
      `<h1>لجنة تزور السهل</h1>${each(NEWS.slice(0, 5), ([t, p], i) => `<p>${p} ${LONG}</p><p>${link(t, i)}</p>`)}`,
    ),
  ],
  [
    'a story about a script, which it shows',
    AT,
    page(
      'كيف تعرض أخبارك في موقعك',
      `<h1>كيف تعرض أخبارك في موقعك</h1><p>${LONG}</p><pre>document.write('&lt;div&gt;');</pre><p>${LONG}</p><pre>document.write('&lt;/div&gt;');</pre>`,
    ),
  ],
  [
    'steps with a heading each',
    AT,
    page(
      'كيف تسجل في المدرسة - البيادر',
      `<h1>كيف تسجل في المدرسة</h1><ol>${each(NEWS, ([t, p]) => `<li><h3>${t}</h3><p>${p}</p></li>`)}</ol><p>${LONG}</p>`,
    ),
  ],
  ['a text with no page around it', AT, `<p>${LONG}</p><p>${LONG}</p>`],
  [
    'a story at the address of the home page, which its system states for all',
    'http://bayader.example/',
    page(
      'لجنة تزور السهل',
      `<h1>لجنة تزور السهل لتقرر ما تدعمه</h1>${each(NEWS.slice(0, 4), ([, p]) => `<p>${p} ${LONG}</p>`)}`,
    ),
  ],
  [
    'a handbook whose headings lead to themselves',
    AT,
    page(
      'دليل المتطوع',
      `<h1><a href="#top">دليل المتطوع في السهل</a></h1>${each(NEWS.slice(0, 8), ([t, p], i) => `<div class="part"><h2><a href="#p${i}">${t} ¶</a></h2><p>${p} ${LONG}</p></div>`)}`,
    ),
  ],
  [
    'the lead of a broadcast among links to others',
    'http://bayader.example/v/12',
    page(
      'مدن بلا ماء: كيف يعيش سكان السهل صيفا كاملا على صهاريج البلدية',
      `<h1>مدن بلا ماء: كيف يعيش سكان السهل صيفا كاملا على صهاريج البلدية</h1><p>رافق فريق البرنامج سائق صهريج من الفجر حتى المساء، وسأل السكان عما يدفعونه كل أسبوع وعما وعدتهم به البلدية قبل ثلاثة أعوام ولم يصل حتى اليوم إلى بيوتهم.</p><div>${each(NEWS, ([t], i) => `<h3>${link(`${t} من جديد`, i)}</h3>`)}</div>`,
    ),
  ],
];
