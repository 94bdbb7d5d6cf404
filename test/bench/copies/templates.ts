import type { Chance } from './chance.ts';
import type { Text } from './newsroom.ts';
import { CITIES, CLUBS, person, word } from './vocabulary.ts';

/** A kind of text that is written by form: each of them is a story of its own. */
export interface Template {
  readonly name: string;
  readonly make: (draw: Chance) => Text;
}

const amount = (draw: Chance, from: number, to: number): string => String(draw.whole(from, to));
const price = (draw: Chance, around: number): string =>
  (around * (0.97 + draw.next() * 0.06)).toFixed(2);
const clock = (draw: Chance, hour: number): string =>
  `${hour}:${String(draw.whole(0, 59)).padStart(2, '0')}`;
const day = (draw: Chance): string =>
  `${draw.pick(['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'])} ${draw.whole(1, 28)} مارس 2024`;

function weather(draw: Chance): Text {
  const cities = draw.shuffled(CITIES).slice(0, 9);
  const first = cities[0] ?? '';
  return {
    headline: `حالة الطقس اليوم ${day(draw)} ودرجات الحرارة في ${first}`,
    body: [
      `يتوقع خبراء هيئة الأرصاد الجوية أن يسود اليوم طقس ${draw.pick(['معتدل', 'حار', 'بارد', 'مائل للحرارة'])} نهارا على أغلب الأنحاء مائل للبرودة ليلا، وتنشط الرياح على فترات متقطعة.`,
      'وتظهر صباحا شبورة مائية على الطرق الزراعية والسريعة والقريبة من المسطحات المائية، وتنصح الهيئة السائقين بالتزام السرعات المقررة.',
      'وفيما يلي بيان بدرجات الحرارة المتوقعة العظمى والصغرى في بعض المدن:',
      cities.map((city) => `${city} ${draw.whole(16, 40)} ${draw.whole(6, 15)}`).join('، '),
    ],
  };
}

function prayer(draw: Chance): Text {
  const city = draw.pick(CITIES);
  return {
    headline: `مواقيت الصلاة اليوم ${day(draw)} في ${city}`,
    body: [
      `ينشر الموقع مواقيت الصلاة في ${city} والمدن القريبة منها بحسب التوقيت المحلي، ويبحث كثير من القراء عن موعد الأذان يوميا حرصا على أداء الصلاة في وقتها.`,
      `صلاة الفجر ${clock(draw, 4)} والشروق ${clock(draw, 6)} وصلاة الظهر ${clock(draw, 12)} وصلاة العصر ${clock(draw, 3)} وصلاة المغرب ${clock(draw, 6)} وصلاة العشاء ${clock(draw, 7)}.`,
      'ويستحب للمسلم أن يبادر إلى الصلاة في أول وقتها وأن يحافظ على السنن الرواتب قبلها وبعدها، وأن يكثر من الدعاء بين الأذان والإقامة.',
    ],
  };
}

function gold(draw: Chance): Text {
  const base = draw.whole(2800, 3200);
  return {
    headline: `أسعار الذهب اليوم ${day(draw)} وعيار 21 يسجل ${price(draw, base)} جنيها`,
    body: [
      `شهدت أسعار الذهب في محلات الصاغة ${draw.pick(['استقرارا', 'ارتفاعا طفيفا', 'تراجعا محدودا'])} خلال تعاملات اليوم وسط ترقب المستثمرين لقرارات البنوك المركزية بشأن أسعار الفائدة.`,
      `وسجل سعر جرام الذهب عيار 24 نحو ${price(draw, base * 1.14)} جنيها، وسجل عيار 21 وهو الأكثر مبيعا ${price(draw, base)} جنيها، وبلغ عيار 18 نحو ${price(draw, base * 0.857)} جنيها، فيما سجل الجنيه الذهب ${price(draw, base * 8)} جنيها.`,
      `وعالميا سجلت الأونصة ${price(draw, 2150)} دولارا. وتختلف الأسعار من محل إلى آخر بحسب قيمة المصنعية التي تتراوح بين 30 و65 جنيها في الجرام.`,
    ],
  };
}

function rates(draw: Chance): Text {
  const banks = ['البنك الأهلي', 'بنك مصر', 'البنك التجاري', 'بنك الإسكندرية', 'بنك القاهرة'];
  return {
    headline: `سعر الدولار اليوم ${day(draw)} في البنوك`,
    body: [
      'استقر سعر صرف الدولار أمام الجنيه في مستهل تعاملات اليوم في البنوك الحكومية والخاصة، وجاءت الأسعار على النحو التالي:',
      banks
        .map((bank) => `${bank} ${price(draw, 30.8)} جنيه للشراء و${price(draw, 30.95)} جنيه للبيع`)
        .join('، '),
      `وسجل متوسط سعر الصرف لدى البنك المركزي ${price(draw, 30.9)} جنيه، وكان العائد على أذون الخزانة قد بلغ ${price(draw, 25)} بالمئة في آخر عطاء.`,
    ],
  };
}

function match(draw: Chance): Text {
  const [home = '', away = ''] = draw.shuffled(CLUBS);
  const [a, b] = [draw.whole(1, 4), draw.whole(0, 3)];
  return {
    headline: `${home} يفوز على ${away} بنتيجة ${a}-${b} في الدوري`,
    body: [
      `حقق فريق ${home} فوزا مهما على ضيفه ${away} بنتيجة ${a}-${b} في المباراة التي جمعت بينهما مساء اليوم ضمن منافسات الجولة ${draw.whole(2, 30)} من بطولة الدوري الممتاز.`,
      `وتقدم ${home} في الدقيقة ${draw.whole(3, 40)} عن طريق اللاعب ${person(draw)} من تسديدة قوية من خارج منطقة الجزاء، ثم أضاف زميله ${person(draw)} الهدف الثاني في الدقيقة ${draw.whole(46, 88)}.`,
      `وبهذه النتيجة رفع ${home} رصيده إلى ${draw.whole(20, 60)} نقطة في المركز ${draw.whole(1, 9)}، وتجمد رصيد ${away} عند ${draw.whole(10, 40)} نقطة في جدول ترتيب البطولة.`,
    ],
  };
}

function horoscope(draw: Chance): Text {
  const signs = ['الحمل', 'الثور', 'الجوزاء', 'السرطان', 'الأسد', 'العذراء'];
  const advice = (): string => Array.from({ length: 9 }, () => word(draw)).join(' ');
  return {
    headline: `حظك اليوم وتوقعات الأبراج ${day(draw)}`,
    body: [
      'يهتم كثير من القراء بمعرفة توقعات الأبراج اليومية على الصعيد المهني والعاطفي والصحي، ونقدم لكم ما يقوله خبراء الفلك.',
      ...signs.map(
        (sign) => `برج ${sign}: على الصعيد المهني ${advice()} وعلى الصعيد العاطفي ${advice()}.`,
      ),
    ],
  };
}

function stocks(draw: Chance): Text {
  const city = draw.pick(CITIES);
  const move = draw.pick(['ارتفاع', 'تراجع']);
  return {
    headline: `بورصة ${city} تغلق على ${move} بنسبة ${price(draw, 1.2)} بالمئة`,
    body: [
      `أغلق مؤشر بورصة ${city} تعاملات اليوم على ${move} نسبته ${price(draw, 1.2)} بالمئة ليصل إلى مستوى ${price(draw, 7400)} نقطة وسط عمليات شراء من المستثمرين المحليين.`,
      `وبلغت قيمة التداولات ${amount(draw, 90, 900)} مليون من خلال تنفيذ ${amount(draw, 9000, 90_000)} صفقة على ${amount(draw, 50, 190)} مليون سهم، وارتفعت أسعار ${amount(draw, 20, 90)} شركة وانخفضت أسعار ${amount(draw, 20, 90)} شركة.`,
      `وصعد مؤشر قطاع ${draw.pick(['البنوك', 'الاتصالات', 'العقارات', 'الطاقة'])} بنسبة ${price(draw, 0.8)} بالمئة فيما هبط مؤشر الشركات الصغيرة والمتوسطة بنسبة ${price(draw, 0.6)} بالمئة.`,
    ],
  };
}

function obituary(draw: Chance): Text {
  const name = `${person(draw)} ${person(draw).split(' ').slice(1).join(' ')}`;
  const trade = draw.pick(['الشاعر', 'الأديب', 'المخرج', 'الطبيب', 'المؤرخ', 'الفنان', 'الصحفي']);
  const city = draw.pick(CITIES);
  const age = draw.whole(58, 95);
  return {
    headline: `وفاة ${trade} ${name} عن عمر ناهز ${age} عاما`,
    body: [
      `توفي اليوم ${trade} ${name} في أحد مستشفيات ${city} عن ${age} عاما بعد صراع طويل مع المرض، وأعلنت أسرة الراحل أن صلاة الجنازة ستقام بعد صلاة العصر في المسجد الكبير.`,
      `ويتقبل أهل الفقيد العزاء في منزل العائلة في ${city} على مدى ثلاثة أيام من بعد صلاة المغرب حتى العاشرة ليلا، سائلين المولى عز وجل أن يتغمده بواسع رحمته ويسكنه فسيح جناته.`,
      `ونعت وزارة الثقافة الراحل وقالت في بيان إن الساحة فقدت قامة كبيرة أثرت المكتبة العربية بأعمال ستبقى في ذاكرة الأجيال، وتقدمت بخالص التعازي إلى أسرته ومحبيه.`,
    ],
  };
}

function court(draw: Chance): Text {
  const city = draw.pick(CITIES);
  const crime = draw.pick([
    'الاتجار بالمخدرات',
    'سرقة متجر',
    'تزوير وثائق',
    'حيازة سلاح',
    'الاحتيال',
    'الرشوة',
  ]);
  const accused = person(draw);
  return {
    headline: `جنايات ${city} تقضي بسجن ${accused} ${draw.whole(3, 15)} سنوات بتهمة ${crime}`,
    body: [
      `قضت محكمة جنايات ${city} اليوم برئاسة المستشار ${person(draw)} وعضوية المستشارين ${person(draw)} و${person(draw)} بمعاقبة المتهم ${accused} بالسجن المشدد بعد إدانته بتهمة ${crime}.`,
      `وتعود وقائع القضية رقم ${draw.whole(100, 9999)} إلى بلاغ تلقته الأجهزة الأمنية، وبإجراء التحريات وجمع المعلومات تبين صحة الواقعة وتم ضبط المتهم وبمواجهته اعترف بارتكابها.`,
      'وتحرر محضر بالواقعة وأحيل المتهم إلى النيابة العامة التي باشرت التحقيق وقررت إحالته محبوسا إلى محكمة الجنايات التي أصدرت حكمها المتقدم بعد سماع المرافعة.',
    ],
  };
}

function breaking(draw: Chance): Text {
  const name = person(draw);
  const city = draw.pick(CITIES);
  return {
    headline: `عاجل: تعيين ${name} محافظا لمدينة ${city}`,
    body: [
      `صدر قبل قليل قرار بتعيين ${name} محافظا لمدينة ${city} على أن يباشر مهام منصبه اعتبارا من الأسبوع المقبل، بحسب ما أعلنه المتحدث الرسمي.`,
    ],
  };
}

/** The kinds whose texts differ by their slots only. */
export const TEMPLATES: readonly Template[] = [
  { name: 'weather', make: weather },
  { name: 'prayer times', make: prayer },
  { name: 'gold', make: gold },
  { name: 'exchange rates', make: rates },
  { name: 'matches', make: match },
  { name: 'horoscopes', make: horoscope },
  { name: 'stock closes', make: stocks },
  { name: 'obituaries', make: obituary },
  { name: 'court reports', make: court },
  { name: 'breaking news', make: breaking },
];
