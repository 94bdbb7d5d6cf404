/**
 * Articles that look like pages of services: short, without name and day, with tables, lists and
 * headings, or under a headline that services have, too. Text, places and people are invented.
 */
import { framed, type ServicePage } from './service-pages.ts';

const p = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const ul = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const rows = (lines: readonly (readonly string[])[]): string =>
  `<table>${lines.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

const OTHERS = [
  ['المجلس البلدي يؤجل بحث رسوم المواقف', '28/11/2026'],
  ['عودة القطار السياحي إلى الخط الجبلي', '28/11/2026'],
  ['باحثون يرصدون طائرا نادرا في المحمية', '27/11/2026'],
  ['المزارعون يطلبون تمديد قروض الموسم', '27/11/2026'],
  ['افتتاح جسر المشاة أمام المستشفى', '26/11/2026'],
  ['حريق محدود في مستودع للأخشاب', '26/11/2026'],
];
const related = `<div class="rel">${OTHERS.map(([title, day], at) => `<div class="card"><a href="/n/${at}">${title}</a><span>${day}</span></div>`).join('')}</div>`;
const strip = `<div class="strip">${OTHERS.map(([title], at) => `<div><a href="/n/${at}">${title}</a> ${at + 8}:15</div>`).join('')}</div>`;
const comments =
  '<form><input name="author"><input name="email" type="email"><input name="url"><input name="city"><textarea name="comment"></textarea></form>';

/** A story of that headline in the frame, at an address that tells nothing. */
const story = (name: string, headline: string, text: string): ServicePage => [
  name,
  'https://daftar.example/ar/p/77120',
  framed(headline, `<h1>${headline}</h1>${text}`),
];

const LEAF = [
  'عاد مصنع الورق في الوادي إلى العمل صباح الأحد بعد توقف دام ثمانية أشهر، ودخلت الوردية الأولى وفيها مئة وعشرون عاملا.',
  'وقال مدير المصنع إن الآلات القديمة استبدلت كلها، وإن نصف الإنتاج سيباع في السوق المحلية هذا العام.',
];

/** Each is an article. */
export const PLAIN_ARTICLES: readonly ServicePage[] = [
  story('a brief of one paragraph', 'المصنع يعود', p(LEAF[0] ?? '')),
  story('a brief under a strip of the newest titles', 'مصنع الورق يعود', strip + p(...LEAF)),
  story('a brief above cards of other stories', 'عودة المصنع', p(...LEAF) + related),
  story('a brief with a form for comments', 'عودة مصنع الورق', p(...LEAF) + comments),
  story('a brief with both', 'عودة المصنع', strip + p(LEAF[1] ?? '') + related + comments),
  story(
    'a statement of a ministry in points',
    'بيان وزارة الصحة',
    p('أصدرت وزارة الصحة مساء السبت بيانا حول الحالات المسجلة في محافظة السهل، جاء فيه:') +
      ul([
        'سجلت الوزارة أربع عشرة حالة حتى مساء السبت',
        'تماثلت تسع حالات للشفاء وغادرت المستشفى',
        'أرسلت الوزارة ثلاث فرق إلى القرى المحيطة',
        'تتوافر اللقاحات في المراكز كلها',
        'تدعو الوزارة الأهالي إلى غلي مياه الشرب',
      ]),
  ),
  story(
    'a statement with the number for questions',
    'تنويه من شركة الكهرباء',
    p(
      'أعلنت شركة توزيع الكهرباء أن التيار سيقطع عن حيي السوق والميناء من السابعة صباح الاثنين حتى الظهر، لاستبدال محول رئيسي تضرر في العاصفة الأخيرة.',
      'وللاستفسار يمكن الاتصال بالرقم 177 على مدار الساعة.',
    ),
  ),
  story(
    'a call for applications',
    'الجامعة تعلن عن منح للدراسات العليا',
    p(
      'أعلنت جامعة الساحل فتح باب التقدم إلى ثلاثين منحة للدراسات العليا في العلوم والهندسة، ويستمر التسجيل حتى منتصف ديسمبر عبر موقعها.',
      'وتغطي المنحة الرسوم كاملة وراتبا شهريا، ويشترط في المتقدم معدل لا يقل عن ثلاثة من أربعة.',
    ) + ul(['شهادة البكالوريوس', 'كشف العلامات', 'رسالتا توصية', 'صورة عن الهوية']),
  ),
  story(
    'vacancies in the news under a short headline',
    'فرص عمل في المصنع الجديد',
    p(
      'قال مدير المنطقة الصناعية إن مصنع الألبان الجديد سيوظف مئتي عامل وعاملة قبل نهاية الشهر، نصفهم من القرى المجاورة.',
      'وأضاف أن المقابلات تبدأ الخميس في مبنى البلدية، وأن الأولوية لمن فقدوا عملهم في حريق العام الماضي.',
    ),
  ),
  story(
    'deaths in an accident',
    'وفيات في حادث سير على طريق المطار',
    p(
      'توفي ثلاثة أشخاص وأصيب خمسة آخرون في حادث تصادم وقع فجر الأحد على طريق المطار بين شاحنة وحافلة صغيرة، بحسب الدفاع المدني.',
    ) + related,
  ),
  story(
    'an obituary without a day',
    'رحيل سليم العمر',
    p(
      'غيب الموت الشاعر سليم العمر عن أربعة وثمانين عاما، بعد أن ترك تسعة دواوين وأغنيات يحفظها أهل الساحل كلهم.',
      'ولد العمر في بيت صغير قرب الميناء، وعمل في البريد ثلاثين سنة، وكان يكتب قصائده على ظهور المغلفات.',
    ),
  ),
  story(
    'the price of gold as a newsroom writes it',
    'أسعار الذهب اليوم في السفح',
    p(
      'تراجعت أسعار الذهب في السفح اليوم الأحد بنحو خمسين قرشا للغرام، متأثرة بهبوط الأوقية في الأسواق العالمية نهاية الأسبوع.',
      'وسجل عيار 21 الأكثر طلبا 6,860 قرشا، فيما قال صاغة إن حركة البيع ضعيفة مع اقتراب نهاية الشهر.',
    ) +
      rows([
        ['العيار', 'السعر'],
        ['24', '7,840'],
        ['21', '6,860'],
        ['18', '5,880'],
      ]),
  ),
  story(
    'a report of the market with its table',
    'البورصة تغلق على ارتفاع',
    p(
      'أغلقت بورصة السهل تعاملات الأحد على ارتفاع بنسبة 0.8 في المئة، مدعومة بأسهم المصارف التي كسبت أكثر من نقطة ونصف النقطة.',
      'وتصدر سهم إسمنت السفح قائمة الخاسرين بعد نتائج الربع الثالث التي جاءت دون التوقعات.',
    ) +
      rows([
        ['السهم', 'الإغلاق', 'التغير'],
        ['مصرف السهل', '4.11', '+1.6%'],
        ['مصرف الوادي', '2.84', '+1.2%'],
        ['ألبان الربوة', '9.02', '+0.4%'],
        ['اتصالات', '6.77', '-0.2%'],
        ['إسمنت السفح', '2.18', '-1.4%'],
      ]),
  ),
  story(
    'fixtures of a round in a preview',
    'مباريات الجولة الثانية عشرة',
    p(
      'تنطلق مساء الجمعة مباريات الجولة الثانية عشرة من الدوري الممتاز بلقاء النخيل المتصدر وضيفه الوادي الذي لم يخسر منذ شهرين.',
      'ويغيب عن النخيل قائده الموقوف، في حين يستعيد الوادي هدافه بعد شفائه من إصابة في الكاحل أبعدته ثلاثة أسابيع.',
    ) +
      ul([
        'الجمعة 16:00 النخيل – الوادي',
        'الجمعة 18:15 الميناء – الجسر',
        'السبت 17:00 السهل – الربوة',
        'السبت 19:30 نجوم الساحل – العمال',
      ]),
  ),
  story(
    'the table of the league in a story',
    'ترتيب الدوري بعد خسارة الميناء',
    p(
      'تجمد رصيد الميناء عند أربع وعشرين نقطة بعد خسارته أمام السهل بهدف متأخر، وابتعد النخيل في الصدارة بفارق نقطتين قبل نهاية مرحلة الذهاب.',
    ) +
      rows([
        ['الفريق', 'نقاط'],
        ['النخيل', '26'],
        ['الميناء', '24'],
        ['السهل', '22'],
      ]),
  ),
  story(
    'the weather in a brief',
    'حالة الطقس غدا',
    p(
      'توقع مركز الأرصاد أن يكون الطقس غدا الاثنين باردا وغائما، مع فرصة لأمطار متفرقة على الجبال، وأن تهب رياح غربية نشطة بعد الظهر.',
      'ودعا المركز السائقين إلى الحذر من الضباب على طريق الوادي في ساعات الصباح الأولى.',
    ),
  ),
  story(
    'hours of the power in a story',
    'برنامج جديد لقطع الكهرباء',
    p(
      'قررت شركة التوزيع العمل ببرنامج جديد لقطع التيار يبدأ الأحد، بعد أن خرجت محطة السد عن الخدمة بسبب عطل في إحدى العنفات.',
      'وأوضحت الشركة أن ساعات القطع لن تزيد على ثلاث في اليوم، وأنها لا تشمل المستشفيات والأفران.',
    ) +
      rows([
        ['الحي', 'من', 'إلى'],
        ['السوق', '6', '9'],
        ['الربوة', '9', '12'],
      ]),
  ),
  story(
    'the count of an election in a story',
    'نتائج أولية للانتخابات البلدية',
    p(
      'أظهرت النتائج الأولية تقدم قائمة السفح للجميع بنحو أربعة وثمانين ألف صوت بعد فرز معظم الصناديق، تليها قائمة العمل والعدل.',
      'وقالت لجنة الانتخابات إن النتائج النهائية تعلن مساء الثلاثاء بعد النظر في الطعون.',
    ) +
      rows([
        ['القائمة', 'الأصوات'],
        ['السفح للجميع', '84,110'],
        ['العمل والعدل', '70,405'],
        ['الوادي الأخضر', '40,988'],
        ['مستقلون', '22,310'],
      ]),
  ),
  story(
    'what people read most, as a study found',
    'الأكثر قراءة بين الشباب',
    p(
      'أظهرت دراسة أعدتها المكتبة الوطنية أن الرواية ما زالت الأكثر قراءة بين الشباب دون الخامسة والعشرين، تليها كتب التاريخ ثم الشعر.',
      'وشملت الدراسة أربعة آلاف قارئ في ست محافظات، وبينت أن ثلثيهم يستعيرون الكتب ولا يشترونها.',
    ),
  ),
  story(
    'a column called as a service is',
    'حالة الطقس',
    p(
      'يسألني الحلاق كل سبت عن حالة الطقس كأنني أعمل في الأرصاد، وأنا أجيبه كل سبت بما لا يخطئ أبدا: سيتغير.',
      'تعلمت من أبي أن أنظر إلى الجبل لا إلى الشاشة، فإذا اختفى رأسه في الغيم أدخلنا الغسيل وأطعمنا الحمام قبل الغروب.',
      'أما اليوم فكل واحد منا يحمل في جيبه غيمة تخصه، ويخرج بلا معطف ثم يلعن السماء.',
      'ليست السماء من تغير، نحن الذين صرنا لا نرفع رؤوسنا.',
    ),
  ),
  story(
    'a column under one word, signed by nobody',
    'خدمات',
    p(
      'اتصلت بالبلدية كي أشكو حفرة أمام البيت، فقالت لي الموظفة بلطف شديد إن الحفرة مسجلة عندهم منذ عام، وإن لها رقما وملفا.',
      'سررت للحفرة، فهي أول من يملك ملفا كاملا في شارعنا، ونحن ما زلنا ننتظر دورنا منذ أن فتح القسم أبوابه.',
      'في المساء مررت بها وحييتها كما يحيي المرء جارا صار ذا شأن.',
    ),
  ),
  story(
    'an opinion without name and day',
    'من يملك الرصيف؟',
    p(
      'كلما خرجت مع ابنتي إلى المدرسة مشينا في وسط الشارع، لأن الرصيف ملك للدراجات والكراسي وأصص الورد وكل شيء إلا المشاة.',
      'لا أحد يكره الورد، لكن المدينة التي لا تترك لأطفالها مترا يمشون عليه تعلمهم باكرا أن القانون زينة مثل الأصص.',
      'الحل لا يحتاج إلى مؤتمر، بل إلى شرطي يقول لا مرة واحدة ثم يقولها في اليوم التالي.',
    ),
  ),
  story(
    'a recipe with its ingredients and steps',
    'كبة الصينية',
    p(
      'طبق الشتاء الأول في بيوت السفح، وهذه طريقة السيدة أم خليل التي لا تقيس شيئا إلا بعينها، وقد أقنعناها بأن تقيس لنا مرة واحدة.',
    ) +
      '<h2>المقادير</h2>' +
      ul([
        'كيلوغرام برغل ناعم',
        'نصف كيلوغرام لحم',
        '3 بصلات',
        'كوب جوز',
        'ملعقة بهار',
        'نصف كوب زيت',
      ]) +
      '<h2>الطريقة</h2><ol><li>ينقع البرغل في ماء بارد ربع ساعة ثم يعصر جيدا.</li><li>يقلى البصل مع اللحم والجوز والبهار حتى يجف ماؤه.</li><li>تفرش طبقة من البرغل وفوقها الحشوة ثم طبقة ثانية.</li><li>تقطع وتدهن بالزيت وتخبز خمسين دقيقة في فرن حار.</li></ol>',
  ),
  story(
    'ten things in a list with a sentence each',
    'عشر عادات تخفف فاتورة الكهرباء',
    p(
      'مع ارتفاع التعرفة في الشهر الماضي سألنا مهندسين ومدبرات منازل عما يفعلونه في بيوتهم، وهذه أكثر النصائح تكرارا.',
    ) +
      '<ol><li>أطفئ السخان قبل النوم.</li><li>افتح الستائر نهارا.</li><li>اغسل بالماء البارد.</li><li>نظف مرشح المكيف كل شهر.</li><li>لا تترك باب الثلاجة مفتوحا.</li><li>استبدل المصابيح القديمة.</li><li>افصل الشواحن بعد الشحن.</li><li>اجمع الكي في يوم واحد.</li><li>غط القدر وهو يغلي.</li><li>اسأل عن تعرفة الليل.</li></ol>',
  ),
  story(
    'places to see, with a heading and a price each',
    'خمسة مقاه لا يعرفها السياح',
    p(
      'بعيدا عن ساحة البلدية وأسعارها، بحثنا لكم عن مقاه يجلس فيها أهل المدينة ولا تضع لوحة بلغتين على بابها.',
    ) +
      ['مقهى الزقاق', 'مقهى الجسر', 'مقهى العم رضا', 'مقهى النوافير', 'مقهى السكة']
        .map(
          (name, at) =>
            `<h3>${name}</h3><p>يفتح من السادسة صباحا، وفنجان القهوة فيه بنحو ${at + 2} دنانير، وأجمل ما فيه صاحبه الذي يعرف زبائنه بأسمائهم ويسأل عن غائبهم قبل حاضرهم.</p>`,
        )
        .join(''),
  ),
  story(
    'a live report with times and no data',
    'لحظة بلحظة: سيول في الوادي',
    p(
      'تشهد منطقة الوادي منذ فجر الأحد سيولا قوية بعد ليلة من المطر، وهذه أبرز التطورات كما يرصدها مراسلونا في المكان.',
    ) +
      [
        ['07:10', 'أغلقت الشرطة الطريق الرئيسي من الجهتين.'],
        ['08:00', 'أخلى الدفاع المدني اثنين وعشرين بيتا قرب المجرى.'],
        ['09:25', 'قالت البلدية إن الجسر القديم لم يتضرر.'],
        ['10:40', 'عثر الأهالي على راعيين كانا مفقودين منذ الليل.'],
        ['12:05', 'بدأ منسوب الماء ينخفض ببطء.'],
      ]
        .map(([time, text]) => `<div class="post"><time>${time}</time><p>${text}</p></div>`)
        .join(''),
  ),
  story(
    'an interview in questions and answers',
    'المخرجة هالة منصور: لا أصور ما أعرفه',
    p(
      'تستقبلك هالة منصور في بيت لا ساعة فيه، وتقول إنها تترك الوقت للمونتاج. فيلمها الجديد يعرض هذا الأسبوع في نادي السينما.',
    ) +
      [
        'كيف بدأ الفيلم؟',
        'لماذا الأبيض والأسود؟',
        'من أول من شاهده؟',
        'هل تخافين من النقاد؟',
        'ماذا بعد؟',
      ]
        .map(
          (question) =>
            `<h3>${question}</h3><p>بدأ كل شيء من صورة رأيتها عند جارتنا، ولم أفهم ما فيها، فقررت أن أصورها حتى أفهم.</p>`,
        )
        .join(''),
  ),
  story(
    'an explainer with headings',
    'ما الذي نعرفه عن ضريبة المركبات الجديدة',
    p(
      'أقر مجلس النواب الأسبوع الماضي ضريبة جديدة على المركبات تبدأ مطلع العام، وهذه إجابات عن أكثر ما يسأل عنه الناس.',
    ) +
      ['من يدفع', 'كم تبلغ', 'متى تستحق', 'من يعفى']
        .map(
          (title) =>
            `<h2>${title}</h2><p>يدفع الضريبة مالك المركبة عند تجديد رخصتها، وتحسب بسعة المحرك وسنة الصنع، وتخصم منها عشرة في المئة لمن يدفع قبل نهاية الشهر الأول.</p>`,
        )
        .join(''),
  ),
  story(
    'questions and answers without an introduction',
    'أسئلة عن اللقاح الجديد وأجوبتها',
    ['لمن يعطى؟', 'هل يؤخذ مع غيره؟', 'متى تبدأ الحملة؟', 'هل هو مجاني؟', 'ما آثاره؟']
      .map(
        (question) =>
          `<div class="qa"><h3>${question}</h3><p>يعطى لكل من أتم الستين، ولمن يشكو من مرض مزمن بعد سؤال طبيبه، ولا يعطى لمن أصيب بحمى في الأسبوع نفسه.</p></div>`,
      )
      .join(''),
  ),
  story(
    'a press release with a box about the company',
    'شركة اتصالات السهل توسع شبكتها في القرى',
    p(
      'أعلنت شركة اتصالات السهل اليوم إنجاز المرحلة الثانية من توسعة شبكتها، لتصل الخدمة إلى ست وأربعين قرية جديدة في المناطق الجبلية.',
      'وقالت الرئيسة التنفيذية للشركة سلمى حيدر إن الاستثمار بلغ تسعة ملايين، وإن المرحلة الثالثة تبدأ في الربيع.',
    ) +
      '<h4>نبذة عن الشركة</h4>' +
      p('تأسست اتصالات السهل عام 1998 ويعمل فيها ستمئة موظف.', 'للتواصل: press@sahl.example'),
  ),
  story(
    'a line of years under a short headline',
    'تاريخ المسرح القديم',
    p(
      'قبل أن يغلق المسرح أبوابه للترميم عدنا إلى دفاتره، واخترنا منها محطات تروي حكاية المدينة مع خشبتها الأولى.',
    ) +
      [
        '1911: بناه تاجر أقطان هدية لابنته.',
        '1934: وقفت عليه أول ممثلة من أهل المدينة.',
        '1958: أكلت النار ستارته ونجت المقاعد.',
        '1976: صار مخزنا للحبوب عامين.',
        '1999: عاد إليه الضوء بعرض للأطفال.',
        '2026: يغلق للترميم.',
      ]
        .map((line) => `<p>${line}</p>`)
        .join(''),
  ),
  story(
    'a brief that a video goes with',
    'فيديو: انهيار جدار قرب المدرسة',
    p(
      'انهار جدار قديم قرب مدرسة الربوة مساء السبت من دون أن يصاب أحد، وكان المكان خاليا بسبب عطلة نهاية الأسبوع، بحسب شرطة المدينة.',
    ),
  ),
  story(
    'somebody who joined a meeting',
    'اشترك في السباق سبعمئة عداء',
    p(
      'اشترك نحو سبعمئة عداء وعداءة في سباق الكورنيش الخيري صباح الجمعة، وجمع المنظمون أكثر من أربعين ألف دينار لمستشفى الأطفال.',
    ),
  ),
  story(
    'fees in the news',
    'رسوم جديدة على المواقف',
    p(
      'أقر المجلس البلدي رسوما جديدة على مواقف السيارات في وسط المدينة تبدأ مطلع الشهر المقبل، وتبلغ نصف دينار للساعة الأولى.',
    ) +
      ul([
        'الساعة الأولى: نصف دينار',
        'كل ساعة بعدها: دينار',
        'بعد الثامنة مساء: مجانا',
        'الجمعة: مجانا',
      ]),
  ),
  story(
    'prices of fuel in a brief with a list',
    'أسعار المحروقات لشهر ديسمبر',
    p(
      'رفعت لجنة التسعير أسعار المحروقات لشهر ديسمبر بنسب بين اثنين وأربعة في المئة، وأبقت سعر أسطوانة الغاز على حاله للشهر الخامس على التوالي.',
    ) + ul(['بنزين 90: 845 فلسا', 'بنزين 95: 1,070 فلسا', 'ديزل: 690 فلسا', 'كاز: 620 فلسا']),
  ),
  [
    'a poem with its poet',
    'https://daftar.example/ar/p/77121',
    framed(
      'صباح الميناء',
      `<h1>صباح الميناء</h1><div class="by">شعر: رباب الساري</div>${['ألقي على الماء سلام الغريق', 'وأعد أسماء من لم يعودوا', 'وأترك عند الرصيف العتيق', 'رسالة من لا يجيد الردود', 'يمر النورس فوق الطريق', 'كأن له في الغياب حدود'].map((line) => `<p>${line}</p>`).join('')}`,
    ),
  ],
  [
    'a brief in English without name and day',
    'https://cliffgate.example/n/77122',
    `<title>Paper mill back at work | Cliff Gate</title><h1>Paper mill back at work</h1>${p('The paper mill in the valley went back to work on Sunday after eight months, with a first shift of 120 people on the floor.', 'Its manager said all the old machines had been replaced and that half of what it makes would be sold at home.')}${related}`,
  ],
  [
    'a brief in French without name and day',
    'https://littoral.example/a/77123',
    `<title>La papeterie reprend | Le Littoral</title><h1>La papeterie reprend</h1>${p('La papeterie de la vallée a repris le travail dimanche après huit mois d’arrêt, avec une première équipe de 120 ouvriers.', 'Selon son directeur, toutes les machines ont été remplacées et la moitié de la production sera vendue sur place.')}${related}`,
  ],
  [
    'a page of documentation',
    'https://pump.example/docs/start',
    `<title>Getting started - Pump docs</title><h1>Getting started</h1>${p('Pump moves rows from one table to another while both stay in use. Install the package, write a file that names both ends, and start it once by hand.', 'The file is read at every start. A wrong key ends the run with a message that names the line, and nothing is moved.')}<h2>Install</h2><pre>pump install</pre>${p('The command needs no rights of an administrator, and it keeps what it writes below your own folder.')}<h2>Options</h2>${ul(['--from names the source', '--to names the target', '--rows limits how many rows go at a time', '--dry shows what would be moved'])}`,
  ],
  [
    'a thread of a forum',
    'https://talk.example/t/5512',
    `<title>Leaking tap after frost - Home talk</title><h1>Leaking tap after frost</h1>${['Our outside tap drips since the frost last week. I changed the washer twice and it still drips when the pressure is high at night. Any ideas before I call somebody?', 'It is most likely the seat and not the washer. Take the head off and look for a groove; a small tool for less than ten pounds grinds it flat again in a minute.', 'That was it, thank you. There was a groove I could feel with a nail. I ground it and put in the old washer, and it has been dry for two days now.'].map((text, at) => `<div class="post"><b>user${at}</b><span>${at + 3} Nov 2026</span><p>${text}</p></div>`).join('')}`,
  ],
  [
    'a page of reference with a table',
    'https://atlas.example/birds/stork',
    `<title>White stork - Atlas of birds</title><h1>White stork</h1>${p('The white stork is a large wading bird that nests on roofs and poles and winters south of the desert. Pairs come back to the same nest in early spring and add to it every year until it weighs more than a man.', 'Its numbers fell in the last century where marshes were drained, and have risen again since platforms were put up and wires were made safe.')}${rows(
      [
        ['Length', '100 to 115 cm'],
        ['Wingspan', '155 to 215 cm'],
        ['Weight', '2.3 to 4.5 kg'],
        ['Eggs', '3 to 5'],
        ['Life', 'up to 35 years'],
      ],
    )}`,
  ],
];
