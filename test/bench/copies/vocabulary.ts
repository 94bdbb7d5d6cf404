import type { Chance } from './chance.ts';

/** Three-letter roots that news is made of; with the patterns below they give some 1,500 words. */
const ROOTS = `
كتب علم عمل درس نظر حكم قرر جمع فتح دخل خرج طلب سمع بحث صنع زرع نقل سكن حمل رفع خفض قسم ضرب حفظ نشر شرح صدر
سبق لحق قطع وصل وقع وضع ورد دفع ربط سحب شكل عرض غلق فحص قبل كشف لعب منع نصر هدم وزن جرب حضر خدم ذهب رسم زار سجل
شرب صرف ضمن طبع ظهر عبر غرق فصل قرب كسب لمس مسح نسج هجر وفر برز ثبت جذب حرك خصص دعم رصد سند شحن صمم طور عزز غير
`
  .trim()
  .split(/\s+/u);

const PATTERNS: readonly ((a: string, b: string, c: string) => string)[] = [
  (a, b, c) => `${a}ا${b}${c}`,
  (a, b, c) => `م${a}${b}و${c}`,
  (a, b, c) => `ت${a}${b}ي${c}`,
  (a, b, c) => `ا${a}ت${b}ا${c}`,
  (a, b, c) => `${a}${b}ي${c}`,
  (a, b, c) => `م${a}ا${b}${c}ة`,
  (a, b, c) => `است${a}${b}ا${c}`,
  (a, b, c) => `ال${a}${b}ا${c}`,
  (a, b, c) => `المت${a}${b}${c}ين`,
  (a, b, c) => `ي${a}${b}${c}ون`,
  (a, b, c) => `${a}${b}${c}ت`,
  (a, b, c) => `ال${a}${b}${c}ات`,
  (a, b, c) => `م${a}${b}${c}`,
  (a, b, c) => `لل${a}و${b}${c}`,
];

/** Content words, the frequent first: real frequencies fall about as one over the rank. */
export const WORDS: readonly string[] = PATTERNS.flatMap((pattern) =>
  ROOTS.map((root) => pattern(root.charAt(0), root.charAt(1), root.charAt(2))),
);

/** Particles between them. */
const PARTICLES =
  'في من على إلى عن مع أن هذا التي الذي بعد قبل خلال بين كما وقد ولم ثم حيث حتى'.split(' ');

/** Runs of words that recur over all subjects: no evidence of a copy. */
const PHRASES = [
  'وقال المتحدث باسم الوزارة في تصريحات صحفية',
  'وأضاف في تصريح خاص أن',
  'على هامش أعمال القمة العربية',
  'رئيس مجلس الوزراء ووزير الخارجية',
  'خلال الفترة من مطلع العام الجاري',
  'وذلك في إطار الجهود الرامية إلى',
  'من جانبه أكد مدير عام الهيئة',
  'بحسب ما نقلت وسائل إعلام محلية',
];

const FIRST_NAMES = (
  'أحمد محمود سامر نبيل هيثم رامي طارق وليد عماد فؤاد كمال جمال ناصر باسل غسان مروان زياد رائد فادي ليلى سلمى هدى ' +
  'نادية رانيا دلال منى سعاد إيمان خلود وفاء أمل ريم جواد حسين صادق كاظم بلال عثمان إدريس يونس الطاهر المنصف'
).split(' ');
const FAMILY_NAMES = (
  'الحداد النجار الخياط الصباغ العطار البيطار السمان القصاب الشامي المصري المغربي التونسي الجزيري العمري البكري ' +
  'الهاشمي التميمي القرشي الكندي الأزدي الغامدي الزهراني العتيبي الشمري الدوسري المطيري الرشيدي بوزيد بلقاسم بنعلي ' +
  'بن يوسف أبو زيد أبو شعر عبد النور عبد الرزاق الكيلاني الجيلاني الرفاعي الدسوقي المنياوي'
).split(/ (?!يوسف|زيد|شعر|النور|الرزاق)/u);
export const CITIES = (
  'القاهرة الإسكندرية أسوان المنصورة بيروت طرابلس صيدا دمشق حلب حمص اللاذقية عمان إربد الزرقاء القدس نابلس الخليل غزة ' +
  'بغداد البصرة الموصل أربيل الرياض جدة الدمام أبها الدوحة المنامة الكويت مسقط صلالة صنعاء عدن تعز الخرطوم بورتسودان ' +
  'بنغازي مصراتة تونس صفاقس سوسة الجزائر وهران قسنطينة الرباط فاس مراكش طنجة نواكشوط مقديشو جيبوتي'
).split(' ');
export const CLUBS = (
  'الأهلي الزمالك الاتحاد الهلال النصر الشباب الوحدة الجزيرة العين الفيصلي الوحدات الأنصار النجمة العهد الترجي ' +
  'الصفاقسي الوداد الرجاء المولودية الشرطة الزوراء الجوية المريخ السد الريان القادسية العربي كاظمة'
).split(' ');

/** A person's name. */
export const person = (draw: Chance): string =>
  `${draw.pick(FIRST_NAMES)} ${draw.pick(FAMILY_NAMES)}`;

/** A content word, frequent ones more often. */
export function word(draw: Chance): string {
  const rank = Math.floor(WORDS.length ** draw.next()) - 1;
  return WORDS[(rank * 7919) % WORDS.length] ?? 'خبر';
}

/** A sentence of some 8 to 22 words, now and then with a name, a place or a number. */
export function sentence(draw: Chance): string {
  const words: string[] = [];
  const length = draw.whole(8, 22);
  if (draw.happens(0.12)) words.push(draw.pick(PHRASES));
  while (words.length < length) {
    if (draw.happens(0.06)) words.push(person(draw));
    else if (draw.happens(0.05)) words.push(draw.pick(CITIES));
    else if (draw.happens(0.04)) words.push(String(draw.whole(2, 2500)));
    else words.push(draw.happens(0.3) ? draw.pick(PARTICLES) : word(draw));
  }
  return `${words.join(' ')}.`;
}

/** Paragraphs of two or three sentences. */
export function paragraphs(draw: Chance, count: number): string[] {
  return Array.from({ length: count }, () =>
    Array.from({ length: draw.whole(1, 3) }, () => sentence(draw)).join(' '),
  );
}

/** What sites print below every text, each in words of its own. */
const BOILERPLATES = [
  'تابعوا آخر الأخبار على صفحاتنا في مواقع التواصل الاجتماعي واشتركوا في النشرة البريدية ليصلكم كل جديد. جميع الحقوق محفوظة ولا يجوز إعادة النشر دون إذن مكتوب من إدارة الموقع.',
  'للمزيد من التفاصيل حملوا تطبيقنا المجاني على الهواتف الذكية، ولا تنسوا تفعيل الإشعارات حتى لا يفوتكم أي خبر عاجل من مراسلينا في كل مكان.',
  'هذا المحتوى من إعداد فريق التحرير ولا يعبر بالضرورة عن رأي المؤسسة. شاركوا الخبر مع أصدقائكم واكتبوا لنا آراءكم في خانة التعليقات أسفل الصفحة.',
  'انضموا إلى قناتنا على تلغرام وواتساب لمتابعة أهم الأحداث لحظة بلحظة، واقرأوا أيضا المزيد من الموضوعات المختارة في قسم التقارير.',
] as const;

/** The lines below a text on one of four sites. */
export const boilerplate = (draw: Chance): string => draw.pick(BOILERPLATES);
