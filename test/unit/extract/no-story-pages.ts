/**
 * Pages of sites that tell no story and say so by nothing but their make: apps, glossaries, look-ups,
 * rosters, indexes, agendas, terms. Text, places and people are invented.
 */
import { HEADLINES } from './non-articles.ts';
import type { ServicePage } from './service-pages.ts';

const each = <T>(list: readonly T[], make: (one: T, at: number) => string): string =>
  list.map(make).join('');
const p = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const ul = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const rows = (head: readonly string[], lines: readonly (readonly (string | number)[])[]): string =>
  `<table><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr>${lines.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

const TOWNS = [
  'السهل',
  'الربوة',
  'الوادي',
  'النخيل',
  'الساحل',
  'القلعة',
  'البيدر',
  'الميناء',
  'الجبل',
  'الواحة',
  'السبخة',
  'العين',
];

/** The frame of a paper: menu, a moving line of titles, what is read most, footer. */
const paper = (title: string, main: string, head = ''): string =>
  `<html lang="ar" dir="rtl"><head><title>${title} - جريدة الضفاف</title><meta property="og:site_name" content="جريدة الضفاف">${head}</head><body><header><a href="/">جريدة الضفاف</a><ul class="menu"><li><a href="/a">محليات</a></li><li><a href="/b">اقتصاد</a></li><li><a href="/c">رياضة</a></li></ul><marquee>${HEADLINES.slice(
    0,
    3,
  )
    .map((one, at) => `<a href="/n/${at}">${one}</a>`)
    .join(
      ' ● ',
    )}</marquee></header><div class="main">${main}</div><aside><h4>الأكثر قراءة</h4><ol>${each(HEADLINES, (one, at) => `<li><a href="/n/${at}">${one}</a></li>`)}</ol></aside><footer><a href="/about">من نحن</a> <a href="/contact">اتصل بنا</a><p>جميع الحقوق محفوظة لجريدة الضفاف 2026</p></footer></body></html>`;

const OG = '<meta property="og:type" content="article">';

/** A page of the paper at an address that tells nothing. */
const shown = (name: string, title: string, main: string, head = ''): ServicePage => [
  name,
  'https://difaf.example/ar/p/4120',
  paper(title, `<h1>${title}</h1>${main}`, head),
];

const TERMS: [term: string, meaning: string][] = [
  ['احتياطي إلزامي', 'ما تودعه المصارف لدى المصرف المركزي من أموال زبائنها ولا يجوز لها أن تقرضه.'],
  ['اكتتاب عام', 'بيع أسهم شركة للناس أول مرة بعد أن كانت لأصحابها وحدهم.'],
  ['تضخم', 'ارتفاع عام في الأسعار تضعف معه قدرة الأجر نفسه على الشراء.'],
  ['تعويم', 'ترك سعر العملة لما يعرضه الناس ويطلبونه منها في السوق.'],
  ['دين سيادي', 'ما تقترضه دولة بسندات تصدرها وتعد بردها مع فائدة.'],
  ['ركود', 'انكماش في الإنتاج يمتد ربعين من السنة متتاليين أو أكثر.'],
  ['سعر الفائدة الحقيقي', 'الفائدة المعلنة بعد أن يطرح منها معدل التضخم.'],
  ['عجز أولي', 'ما يزيد به إنفاق الدولة على دخلها قبل أن تحسب فوائد ديونها.'],
  ['قيمة مضافة', 'الفرق بين ثمن السلعة وثمن ما دخل في صنعها من مواد وخدمات.'],
];

const STAFF: [name: string, post: string][] = [
  ['سلمى الحايك', 'رئيسة التحرير'],
  ['نبيل العمري', 'مدير التحرير'],
  ['هدى الشامي', 'محررة الشؤون المحلية'],
  ['فارس منصور', 'محرر الاقتصاد'],
  ['رنا خليل', 'محررة الثقافة'],
  ['جابر السالم', 'رئيس قسم الرياضة'],
  ['ليلى درويش', 'مصورة'],
  ['عمر البكري', 'مخرج الصفحات'],
];

const MATCHES = ['النخيل', 'الميناء', 'القلعة', 'الوادي', 'الساحل', 'الجبل'];

/** Each is refused. */
export const NO_STORY_PAGES: readonly ServicePage[] = [
  shown(
    'an app with its features, news and reviews',
    'الضفاف في هاتفك بحلة جديدة',
    p(
      'كل ما يحدث في ضفتي النهر في تطبيق واحد خفيف يعمل حتى مع الاتصال الضعيف، أعدنا بناءه من الصفر هذا الصيف.',
    ) +
      `<div><a href="/app.apk">تحميل الملف</a></div><h2>لماذا تحتاج إليه؟</h2><h3>تنبيهات تختارها أنت</h3>${p('حدد مدينتك وما يهمك من الأبواب، واختر ساعات الهدوء.')}<h3>استمع إلى الأخبار</h3>${p('يقرأ التطبيق الأخبار عليك وأنت في الطريق.')}<h3>القراءة بلا إنترنت</h3>${p('يحفظ التطبيق آخر ستين خبرا كلما اتصلت بالشبكة.')}<h2>الجديد في هذا الإصدار</h2>${ul(['دعم الوضع الليلي الكامل.', 'إصلاح توقف المشغل عند ورود مكالمة.', 'حجم خط أكبر في الأجهزة اللوحية.'])}<h2>ماذا يقول المستخدمون؟</h2>${p('أفضل تطبيق محلي، أتمنى إضافة أوقات المد والجزر.')}<blockquote>سليمان ★★★★★</blockquote>${p('التنبيهات متأخرة أحيانا لكن التصميم جميل.')}<blockquote>بدر ★★★★</blockquote>`,
  ),
  shown(
    'a glossary as terms with their meaning',
    'مصطلحات الاقتصاد من الألف إلى الياء',
    p(
      'نشرح هنا بلغة بسيطة الكلمات التي تتكرر في نشرات الاقتصاد، ولكل منها صفحة فيها أمثلة ورسوم.',
    ) +
      `<div>${'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'
        .split('')
        .map((one) => `<a href="#${one}">${one}</a>`)
        .join(
          ' ',
        )}</div><dl>${each(TERMS, ([t, m], at) => `<dt><a href="/t/${at}">${t}</a></dt><dd>${m} <a href="/t/${at}">المزيد</a></dd>`)}</dl>`,
    OG,
  ),
  shown(
    'a glossary in paragraphs that a term opens',
    'معجم الاقتصاد',
    p('نشرح هنا بلغة بسيطة الكلمات التي تتكرر في نشرات الاقتصاد.') +
      each(TERMS, ([t, m]) => `<p><strong>${t}:</strong> ${m}</p>`),
  ),
  shown(
    'a glossary under headings',
    'قاموس السوق',
    each(TERMS, ([t, m]) => `<h3>${t}</h3><p>${m}</p>`),
    OG,
  ),
  shown(
    'lists of candidates in tables',
    'لوائح المرشحين في الانتخابات البلدية: دائرة الميناء',
    p(
      'ننشر اللوائح كما اعتمدتها اللجنة المستقلة للانتخابات يوم 18 نوفمبر 2026. اختر دائرة أخرى من القائمة.',
    ) +
      ['النخلة', 'السفينة']
        .map(
          (list) =>
            `<h3>لائحة ${list}</h3>${rows(
              ['الترتيب', 'المرشح', 'السن', 'المهنة'],
              STAFF.map(([name, post], at) => [
                at + 1,
                name,
                31 + at * 4,
                post.split(' ')[0] ?? '',
              ]),
            )}`,
        )
        .join(''),
  ),
  shown(
    'feeds of a paper, with how to use them',
    'خدمة الخلاصات',
    p(
      'تتيح لك خدمة الخلاصات متابعة ما ينشر في الجريدة لحظة صدوره من خلال قارئ الأخبار المفضل لديك، دون زيارة الموقع كل مرة.',
      'كيف أستخدم الخدمة؟',
      '1- اختر القسم من الجدول أدناه.',
      '2- انسخ عنوان الخلاصة.',
      '3- الصقه في برنامج القارئ واضغط على إضافة.',
    ) +
      `<table>${each(['الأخبار', 'اقتصاد', 'رياضة', 'ثقافة', 'رأي', 'منوعات'], (one, at) => `<tr><td>${one}</td><td>https://difaf.example/rss/${at}.xml</td></tr>`)}</table>` +
      p(
        'يسمح باستخدام الخلاصات للأغراض الشخصية غير التجارية، بشرط إبقاء الرابط إلى الخبر الأصلي وذكر اسم الجريدة.',
      ),
    OG,
  ),
  shown(
    'a form to look up results, with links by town',
    'رابط نتيجة الثانوية العامة 2026 برقم الجلوس',
    `<form action="/r"><label>رقم الجلوس <input name="seat"></label><button>عرض النتيجة</button></form>` +
      p(
        'أدخل رقم الجلوس بالأرقام الإنجليزية ثم اضغط على الزر. في حال الضغط على الخوادم انتظر دقيقة وأعد المحاولة.',
      ) +
      `<h3>النتيجة حسب المدينة</h3><ul>${each(TOWNS, (one, at) => `<li><a href="/r/${at}">نتيجة الثانوية العامة ${one}</a></li>`)}</ul><h3>أسئلة شائعة</h3><p><b>متى تظهر النتيجة؟</b> بعد اعتمادها من الوزير مباشرة.</p><p><b>كيف أتظلم؟</b> من خلال موقع الوزارة خلال خمسة عشر يوما.</p>`,
    OG,
  ),
  shown(
    'timetables of towns, one link to each',
    'حافلات المدن',
    p(
      'تشغل الشركة العامة للنقل خمسين حافلة بين هذه المدن، وتتغير مواعيدها في الصيف والشتاء وأيام العطل.',
    ) +
      `<ul>${each(TOWNS, (one, at) => `<li><a href="/t/${at}">حافلات مدينة ${one}</a></li>`)}</ul>`,
  ),
  shown(
    'addresses of feeds below what they are for',
    'خلاصات الضفاف',
    p(
      'الخلاصة ملف صغير يعرف منه برنامجك ما نشر في الجريدة منذ آخر مرة، فيعرض عليك العناوين الجديدة من غير أن تزور الموقع.',
      'تعمل الخلاصات في البرامج المجانية كلها، ولا تحتاج إلى اشتراك أو كلمة مرور.',
    ) +
      ul(
        ['محليات', 'اقتصاد', 'رياضة', 'ثقافة', 'رأي'].flatMap((one, at) => [
          one,
          `https://difaf.example/feed/${at}.xml`,
        ]),
      ),
  ),
  shown(
    'a form to reckon a price',
    'حاسبة رسوم نقل الملكية',
    p('احسب ما يستحق عليك من رسوم عند نقل ملكية سيارتك بين المدن.') +
      `<form><label>سعة المحرك</label><select name="cc"><option>1300</option></select><label>سنة الصنع</label><input name="year"><button>احسب</button></form>` +
      p('النتيجة تقديرية، وقد تختلف عما تطلبه الدائرة.'),
  ),
  shown(
    'who works for a paper, in a list',
    'أسرة الضفاف',
    ul(STAFF.map(([name, post]) => `${name}: ${post}`)),
  ),
  shown(
    'who works for a paper, with their addresses of mail',
    'فريق الجريدة',
    each(
      STAFF,
      ([name, post], at) =>
        `<div class="member"><h3>${name}</h3><p>${post}</p><a href="mailto:w${at}@difaf.example">w${at}@difaf.example</a></div>`,
    ),
  ),
  shown(
    'where the paper is sold',
    'منافذ توزيع الجريدة',
    p('تصل الجريدة إلى هذه المكتبات والأكشاك كل صباح عدا الجمعة.') +
      rows(
        ['المدينة', 'المنفذ', 'العنوان'],
        TOWNS.map((town, at) => [town, `مكتبة ${STAFF[at % 8]?.[0]}`, `شارع ${at + 2}`]),
      ),
  ),
  shown(
    'the archive by month',
    'أرشيف الضفاف',
    `<div class="years">${each([2026, 2025, 2024], (year) => `<h3>${year}</h3><ul>${each(['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو'], (month, at) => `<li><a href="/archive/${year}/${at + 1}">${month} ${year}</a> (${at * 17 + 40})</li>`)}</ul>`)}</div>`,
  ),
  shown(
    'a calendar of days that lead to their stories',
    'أخبار نوفمبر 2026',
    `<table>${each([0, 1, 2, 3], (week) => `<tr>${each([1, 2, 3, 4, 5, 6, 7], (day) => `<td><a href="/d/${week * 7 + day}">${week * 7 + day}</a></td>`)}</tr>`)}</table><p>اختر يوما من التقويم لتقرأ ما نشر فيه من أخبار ومقالات وصور في كل أبواب الجريدة.</p>`,
  ),
  shown(
    'a map of the site',
    'كل أبواب الجريدة',
    `<ul>${each(['محليات', 'اقتصاد', 'رياضة', 'ثقافة'], (one, at) => `<li><a href="/s/${at}">${one}</a><ul>${each(TOWNS.slice(0, 5), (town, k) => `<li><a href="/s/${at}/${k}">${one} ${town}</a></li>`)}</ul></li>`)}</ul>`,
  ),
  shown(
    'albums with their counts',
    'عدسة الضفاف',
    each(
      HEADLINES,
      (one, at) =>
        `<div class="album"><a href="/g/${at}"><img src="/g${at}.jpg"></a><span>${one}</span><small>${at + 9} صورة</small></div>`,
    ),
  ),
  shown(
    'an agenda of a meeting by hour and hall',
    'برنامج ملتقى الضفاف السادس',
    p('يعقد الملتقى في قصر المعارض يومي 12 و13 ديسمبر، والدخول مجاني بعد التسجيل.') +
      each(
        ['اليوم الأول', 'اليوم الثاني'],
        (day) =>
          `<h2>${day}</h2>${each(STAFF.slice(0, 5), ([name], at) => `<div class="slot"><span>${at + 9}:00 - ${at + 9}:45</span><h4>جلسة عن ${['الماء', 'الطاقة', 'النقل', 'التعليم', 'السياحة'][at]} في المدن الصغيرة</h4><p>يدير الجلسة ${name}، وتناقش ما جربته ثلاث بلديات.</p><em>القاعة ${at + 1}</em></div>`)}`,
      ),
  ),
  shown(
    'the contents of an issue with summaries',
    'العدد 58 - خريف 2026',
    p('مجلة فصلية تصدر عن جمعية الضفاف الثقافية.') +
      each(
        STAFF.slice(0, 7),
        ([name], at) =>
          `<div class="entry"><h4>${HEADLINES[at % 6]}</h4><span>${name}</span><p>يقرأ الكاتب هنا ما تغير في المدينة منذ ${at + 3} أعوام ويسأل عما بقي.</p><b>ص ${at * 9 + 4}</b></div>`,
      ),
  ),
  shown(
    'what a writer wrote, each with its beginning in full',
    'مقالات ريتا حنا',
    each(
      HEADLINES,
      (one, at) =>
        `<article class="post"><h2><a href="/n/${at}">${one}</a></h2><time>2026-11-${20 - at}</time><p>كان المشهد في ذلك الصباح مختلفا عما اعتاده أهل الحي، فقد وقفت الشاحنات في صف طويل أمام البوابة وانتظر السائقون ساعات قبل أن يسمح لهم بالدخول إلى الساحة الخلفية حيث يجري التفريغ والوزن والتسجيل.</p></article>`,
    ),
    '<meta property="og:type" content="profile">',
  ),
  shown(
    'books of a house with prices',
    'إصدارات دار الضفاف',
    each(
      HEADLINES,
      (one, at) =>
        `<div class="book"><img src="/b${at}.jpg"><h3>${one.split(' ').slice(0, 3).join(' ')}</h3><p>رواية</p><span>${at * 5 + 40} ريالا</span><button>أضف إلى السلة</button></div>`,
    ),
  ),
  shown(
    'matches of a day',
    'مواجهات الجولة الثامنة',
    each(
      MATCHES,
      (one, at) =>
        `<div class="match"><span>${one}</span> <b>${at % 3} - ${at % 2}</b> <span>${MATCHES[(at + 2) % 6]}</span><em>ملعب ${one}</em></div>`,
    ),
  ),
  shown(
    'a squad with numbers',
    'قائمة فريق النخيل',
    rows(
      ['الرقم', 'اللاعب', 'المركز', 'المباريات', 'الأهداف'],
      STAFF.map(([name], at) => [
        at + 1,
        name,
        ['حارس', 'مدافع', 'وسط', 'مهاجم'][at % 4] ?? '',
        at * 2 + 3,
        at,
      ]),
    ),
  ),
  shown(
    'questions on a subscription with their answers',
    'أسئلة المشتركين',
    each(
      [
        'كيف أدفع؟',
        'كيف ألغي اشتراكي؟',
        'هل يمكنني القراءة على جهازين؟',
        'كيف أغير عنواني؟',
        'نسيت كلمة المرور، ماذا أفعل؟',
      ],
      (one, at) =>
        `<div class="faq"><h3>${one}</h3><p>${['يمكنك الدفع بالبطاقة أو عبر فواتير الهاتف.', 'من صفحة حسابك، ثم اضغط على إلغاء الاشتراك.', 'نعم، سجل الدخول من الجهاز الثاني برقمك نفسه.', 'راسلنا من صفحة الاتصال واذكر رقم اشتراكك.', 'اضغط على نسيت كلمة المرور واتبع الخطوات.'][at]}</p></div>`,
    ),
  ),
  shown(
    'rules of a contest',
    'مسابقة الضفاف للتصوير',
    p(
      'تدعوك جريدة الضفاف إلى المشاركة في مسابقتها السنوية للتصوير، ويمكنك إرسال ثلاث صور على الأكثر.',
    ) +
      `<h3>شروط المشاركة</h3>${ul(['أن تكون الصورة من تصويرك ولم تنشر من قبل.', 'أن لا يقل عرضها عن ألفي نقطة.', 'أن ترسلها مع اسمك ورقم هاتفك.', 'يحق للجريدة نشر الصور الفائزة.'])}<h3>الجوائز</h3>${ul(['الجائزة الأولى: ألف ريال', 'الجائزة الثانية: خمسمئة ريال'])}<form><input name="name"><input name="phone"><input type="file" name="photo"><button>أرسل</button></form>`,
  ),
  shown(
    'a player and what it plays',
    'راديو الضفاف',
    `<audio src="/live"></audio>${p('تسمع الآن: صباح الضفاف مع هدى الشامي وفارس منصور حتى التاسعة.')}<h3>بعد قليل</h3>${ul(['09:00 موجز الأخبار', '09:10 قهوة الصباح', '10:00 صحتك', '11:00 سوق النهر', '12:00 نشرة الظهر'])}`,
  ),
  shown(
    'advice of a bank with a form to ask for a call',
    'قروض السيارات',
    p('احصل على سيارتك اليوم بأقساط مريحة تصل إلى ستين شهرا ودون دفعة أولى.') +
      ul(['موافقة خلال ساعة', 'تأمين مجاني في السنة الأولى', 'لا حاجة إلى كفيل']) +
      `<form><input name="name"><input name="phone"><button>اطلب اتصالا</button></form>` +
      p('تطبق الشروط والأحكام.'),
  ),
  shown(
    'towns with what the weather was',
    'طقس المدن',
    each(
      TOWNS,
      (one, at) =>
        `<div class="city"><b>${one}</b><i>${18 + at}°</i><span>${['صحو', 'غائم جزئيا', 'رياح نشطة'][at % 3]}</span></div>`,
    ),
  ),
  shown(
    'a text that a search found nothing for',
    'نتائج البحث عن «جسر»',
    p('لم نجد ما يطابق بحثك. جرب كلمات أخرى أو أقل، أو تصفح الأبواب من القائمة.'),
  ),
  shown(
    'a wall of videos',
    'شاهد',
    each(
      HEADLINES,
      (one, at) =>
        `<div class="v"><a href="/v/${at}"><img src="/v${at}.jpg"><b>${one}</b></a><span>0${at}:4${at}</span></div>`,
    ),
  ),
  shown(
    'a list of streets where the water is cut',
    'مناطق قطع المياه',
    ul(TOWNS.map((town, at) => `${town}: من الساعة ${at + 1} حتى الساعة ${at + 5}`)),
  ),
  shown(
    'what gifts are used for, with a form to give',
    'ادعموا صحافة لا يملكها أحد',
    p(
      'بدأنا قبل سبعة أعوام بثلاثة صحفيين وطاولة في مقهى، واليوم نحن أحد عشر وننشر تحقيقين كل شهر لا ينشرهما غيرنا.',
      'لا نأخذ مالا من الأحزاب ولا من الشركات المتعاقدة مع البلدية، ونصف ميزانيتنا من القراء.',
    ) +
      '<form><label>المبلغ <input type="number"></label><button>تبرع</button></form><h2>أين يذهب تبرعك؟</h2>' +
      p('أجور الصحفيين أولا، ثم التدقيق والترجمة والحماية القانونية.') +
      '<h2>أسئلة متكررة</h2>' +
      p('هل يمكنني الإلغاء؟ نعم، في أي وقت من الرابط الموجود في كل إيصال.'),
    OG,
  ),
  shown(
    'how a paper corrects, with a log',
    'سياسة التصويب والتوضيح',
    p(
      'نخطئ أحيانا، وحين نخطئ نقول ذلك بوضوح في مكان الخطأ وفي هذه الصفحة التي تجمع ما صوبناه هذا العام.',
      'نصوب كل معلومة غير دقيقة، من الأسماء والصفات إلى الأرقام والصور المنسوبة إلى غير أصحابها.',
    ) +
      rows(
        ['التاريخ', 'المادة', 'التصويب'],
        [['3 نوفمبر 2026', 'ميزانية البلدية', 'المبلغ 14 مليونا لا 41']],
      ),
    '<script type="application/ld+json">{"@type":"Article","headline":"سياسة التصويب والتوضيح","datePublished":"2026-11-03T10:00:00Z"}</script>',
  ),
  shown(
    'a vacancy with the time that its system prints for all pages',
    'محرر أول في قسم الاقتصاد',
    p(
      'تبحث الضفاف عن محرر أول ينضم إلى قسم الاقتصاد ويعمل مع فريق من ستة صحفيين ويشرف على الملحق الأسبوعي.',
    ) +
      ul([
        'خبرة لا تقل عن سبع سنوات.',
        'إتقان العربية تحريرا.',
        'القدرة على قراءة القوائم المالية.',
      ]),
    '<meta property="article:published_time" content="2026-11-03T10:00:00Z"><script type="application/ld+json">{"@type":"JobPosting","title":"محرر أول"}</script>',
  ),
  shown(
    'how a site works, in its own voice',
    'منهج العمل',
    p(
      'نعمل وفق خطوات نراجعها كل عام، ونطلع القراء على مصادرنا كلها حتى يعيدوا العمل بأنفسهم إن شاؤوا.',
      'نختار ما انتشر وأثر في الناس، ونبحث عن أول من نشره ونسأله عن مصدره قبل أن نكتب أي حكم.',
      'وإن أرسلت إلينا ادعاء مع رابطه فإن فريقنا يقرؤه في اليوم نفسه وسنرد عليك خلال يومين.',
    ) + '<h3>قد يهمك</h3>',
  ),
  shown(
    'a letter of every evening, offered',
    'نشرة المساء',
    p('ملخص اليوم في خمس دقائق يكتبه محرر واحد ويصل إلى بريدك في السابعة مساء.') +
      '<form><input type="email" name="email"><button>اشترك</button></form>' +
      p('انضم إلى ثلاثين ألف قارئ. بلا إعلانات، ويمكنك الإلغاء في أي وقت.'),
  ),
  shown(
    'a notice to who keeps advertisements out, in the place of the story',
    'تأجيل بحث رسوم المواقف',
    p(
      'يبدو أن متصفحك يحجب الإعلانات على صفحات الجريدة.',
      'نعيش من هذه الإعلانات وحدها، ومنها ندفع أجور المراسلين في ست محافظات وإيجار المكاتب فيها.',
      'أضف الجريدة إلى المواقع المسموح بها ثم أعد فتح الصفحة، ولن يأخذ ذلك منك دقيقة واحدة.',
    ),
    `<meta property="og:title" content="${HEADLINES[0]}">${OG}<script type="application/ld+json">{"@type":"NewsArticle","headline":"${HEADLINES[0]}","author":{"@type":"Person","name":"سلمى الحايك"},"datePublished":"2026-11-03T10:00:00Z"}</script>`,
  ),
  shown(
    'the stories of a town, each as far as its first paragraph',
    'السبخة',
    each(
      [
        'رصد باحثون من الجامعة طائرا نادرا في المحمية، وقالوا إنه يمر بالمنطقة أول مرة منذ أحد عشر عاما.',
        'طلب المزارعون من المصرف تمديد قروض الموسم الماضي، ووعد مديره برد قبل نهاية الأسبوع المقبل.',
        'أطفأ رجال الدفاع المدني حريقا محدودا في مستودع للأخشاب، ولم يصب أحد من عماله الاثني عشر.',
        'افتتح جسر المشاة أمام مستشفى الأطفال بعد عام من العمل، وقد وضعت عند طرفيه مصاعد للعربات.',
        'عاد القطار السياحي إلى الخط الجبلي، وباع في يومه الأول كل مقاعد الرحلات الأربع المعلنة.',
      ],
      (one, at) => `<p>${one} <a href="/ar/p/${4100 + at}">بقية الخبر</a></p>`,
    ),
    OG,
  ),
];
