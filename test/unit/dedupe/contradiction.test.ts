import { describe, expect, it } from 'vitest';
import { StoryIndex, type StoryItem } from '../../../src/line/dedupe/story-index.ts';

const item = (id: string, headline: string, body: readonly string[]): StoryItem => ({
  id,
  headline,
  articleBody: body.join('\n\n'),
  datePublished: '2024-03-05T08:00:00Z',
  source: `صحيفة ${id}`,
});

/** Whether two texts are put into one story; the same whichever came first. */
function areOneStory(a: StoryItem, b: StoryItem): boolean {
  const answers = [
    [a, b],
    [b, a],
  ].map((order) => {
    const index = new StoryIndex();
    for (const one of order) index.add(one);
    return index.storyOf(a.id)?.id === index.storyOf(b.id)?.id;
  });
  expect(answers[0]).toBe(answers[1]);
  return answers[0] === true;
}

const LEAD =
  'أعلنت وزارة الزراعة أن موجة الصقيع أتلفت بساتين اللوز في سهل الريحان، وأنها ستصرف تعويضات للمتضررين قبل نهاية الربيع.';
const REST = [
  'وقال مهندس الإرشاد نبيل البيطار إن الأضرار شملت 340 مزرعة، وإن الأشجار الفتية تحتاج إلى ثلاث سنوات حتى تعود إلى طاقتها، بينما نجت المزارع المحمية بالمراوح.',
  'وطالب فلاحون بتأمين زراعي يغطي الكوارث المناخية، وبقروض ميسرة لشراء شبكات التدفئة التي أثبتت جدواها في القرى المجاورة خلال الشتاء الماضي.',
];
const OWN_LEAD =
  'كان أبو خليل يعد أغصانه الميتة واحدا واحدا حين وصلنا إليه مع الفجر، وقد غطى البياض التلال كلها.';
const OWN_PAST =
  'ويعرف أهل المنطقة هذا البرد جيدا، فقد عاش أجدادهم شتاءات أقسى تركت أثرها في الأمثال والأغاني التي ما زالت تردد في الأعراس.';

describe('a text with much of its own around what it shares', () => {
  const agency = item('agency', 'الصقيع يتلف بساتين اللوز في سهل الريحان', [LEAD, ...REST]);

  it.each([
    ['headline and lead', [OWN_LEAD, ...REST]],
    ['headline, lead and background', [OWN_LEAD, ...REST, OWN_PAST]],
    ['headline, and a background between the paragraphs', [LEAD, OWN_PAST, ...REST]],
  ])('is known with its own %s', (_case, body) => {
    expect(areOneStory(agency, item('own', 'حكايات من ليلة بيضاء طويلة', body))).toBe(true);
  });
});

const BACKGROUND =
  'وتقع القرية على طريق قديم يربط الساحل بالجبل، ويعيش فيها نحو 1200 شخص يعملون في الزيتون وتربية النحل، وقد عرفت في السنوات الأخيرة هجرة واسعة نحو العاصمة.';
const SITE_LINES =
  'حملوا تطبيقنا على هواتفكم وفعّلوا التنبيهات حتى يصلكم كل جديد من مراسلينا، ولا تنسوا مشاركة الخبر مع أصدقائكم وكتابة آرائكم في خانة التعليقات.';

const appointment = (id: string, who: string, where: string): StoryItem =>
  item(id, `عاجل: تعيين ${who} محافظا لمدينة ${where}`, [
    `صدر قبل قليل قرار بتعيين ${who} محافظا لمدينة ${where} على أن يباشر مهام منصبه اعتبارا من الأسبوع المقبل، بحسب ما أعلنه المتحدث الرسمي.`,
    SITE_LINES,
  ]);
const obituary = (id: string, who: string, where: string): StoryItem =>
  item(id, 'الوسط الثقافي يودع أحد أعلامه', [
    `توفي اليوم الشاعر ${who} في أحد مستشفيات ${where} عن 81 عاما بعد صراع طويل مع المرض، وأعلنت أسرة الراحل أن صلاة الجنازة ستقام بعد صلاة العصر في جامع ${where} الكبير.`,
    'ويتقبل أهل الفقيد العزاء في منزل العائلة على مدى ثلاثة أيام من بعد صلاة المغرب، سائلين المولى أن يتغمده بواسع رحمته ويسكنه فسيح جناته.',
    `ونعت رابطة الكتاب ${who} وقالت إن الساحة فقدت صوتا ظل وفيا لأهل ${where} حتى آخر أيامه.`,
  ]);
const weather = (id: string, degrees: readonly number[]): StoryItem => {
  const towns = ['دمياط', 'أسوان', 'الأقصر', 'قنا', 'سوهاج', 'طنطا', 'بنها', 'رشيد'];
  const table = towns.map((town, at) => `${town} ${degrees[at]} ${10 + (at % 3)}`).join('، ');
  return item(id, 'درجات الحرارة اليوم', [
    'يسود اليوم طقس معتدل نهارا مائل للبرودة ليلا، وتنشط الرياح على فترات متقطعة وتظهر شبورة مائية صباحا على الطرق الزراعية.',
    `وفيما يلي بيان بدرجات الحرارة العظمى والصغرى: ${table}.`,
  ]);
};

describe('two texts that share what is not their news', () => {
  it.each<[string, StoryItem, StoryItem]>([
    [
      'appointments by one form, above the lines of one site',
      appointment('a', 'سامر الخياط', 'طرطوس'),
      appointment('b', 'هدى الرفاعي', 'دير الزور'),
    ],
    [
      'obituaries of two poets of one age',
      obituary('a', 'كاظم المنياوي', 'البصرة'),
      obituary('b', 'يونس الجزيري', 'الموصل'),
    ],
    [
      'the weather of two days on which some towns were as warm',
      weather('a', [24, 33, 31, 30, 28, 23, 25, 22]),
      weather('b', [24, 35, 29, 30, 27, 26, 25, 21]),
    ],
    [
      'two events in one village, with the same paragraph of background',
      item('a', 'حريق يلتهم معصرة زيتون في عين الدلب', [
        'اندلع حريق ليلا في معصرة زيتون في عين الدلب وأتى على آلاتها ومخزونها، وقال رجال الإطفاء إن ماسا كهربائيا كان السبب المرجح.',
        BACKGROUND,
      ]),
      item('b', 'عين الدلب تفتتح مدرسة بعد انتظار طويل', [
        'افتتحت في عين الدلب مدرسة ابتدائية بعد انتظار دام سنوات، وشارك الأهالي في طلاء الصفوف وزرع أشجار الليمون في ساحتها الصغيرة.',
        BACKGROUND,
      ]),
    ],
  ])('tells two stories: %s', (_case, a, b) => {
    expect(areOneStory(a, b)).toBe(false);
  });
});
