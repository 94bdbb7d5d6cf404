import { describe, expect, it } from 'vitest';
import { StoryIndex } from '../../../src/line/dedupe/story-index.ts';

const BODY = [
  'وقّعت هيئة الموانئ وشركة النورس اتفاقا لتوسعة المرفأ الشرقي يضيف ثلاثة أرصفة جديدة للسفن الكبيرة، على أن تبدأ الأعمال في مطلع الصيف وتستمر 18 شهرا.',
  'وقال رئيس الهيئة سامر الحداد إن التوسعة سترفع طاقة المرفأ إلى 900 ألف حاوية في السنة، وإن التمويل جاء مناصفة بين الصندوق الوطني ومصرف التنمية.',
  'ويعترض صيادون على المشروع لأنه يقترب من مناطق عملهم، وطالبت نقابتهم بتعويضات وبممر آمن للقوارب الصغيرة طوال مدة الأشغال.',
  'وكانت دراسة سابقة قد أوصت بنقل سوق السمك إلى الضفة المقابلة، غير أن المجلس البلدي أرجأ القرار إلى ما بعد الانتخابات المحلية.',
];
const agency = {
  id: 'a',
  headline: 'اتفاق على توسعة المرفأ الشرقي بثلاثة أرصفة',
  articleBody: BODY.join('\n\n'),
  datePublished: '2024-03-05T08:00:00Z',
  source: { id: 'agency', name: 'صحيفة الشاطئ' },
};
const later = { id: 'b', datePublished: '2024-03-05T09:00:00Z', source: 'other' };
const same = { ...agency, ...later };

function join(first: typeof agency, second: Partial<typeof agency> | object) {
  const index = new StoryIndex();
  index.add(first);
  return index.add({ ...same, ...second });
}

describe('StoryIndex', () => {
  it('calls the first text of a story original', () => {
    const story = new StoryIndex().add(agency);
    expect(story).toEqual({ id: 'a', role: 'original', of: null, similarity: 1 });
  });

  it('knows the same text at another newsroom', () => {
    expect(join(agency, {})).toEqual({ id: 'a', role: 'copy', of: 'a', similarity: 1 });
  });

  it.each([
    ['its own headline', { headline: 'المرفأ يكبر والصيادون غاضبون' }, 'copy'],
    [
      'another spelling',
      { articleBody: agency.articleBody.replaceAll('أ', 'ا').replaceAll('ة', 'ه') },
      'copy',
    ],
    [
      'its paragraphs in another order',
      { articleBody: [BODY[0], BODY[3], BODY[1], BODY[2]].join('\n\n') },
      'copy',
    ],
    ['half of the text', { articleBody: BODY.slice(0, 2).join('\n\n') }, 'abridged'],
    [
      'a lead of its own',
      {
        articleBody: [
          'يستعد المرفأ لأكبر تغيير منذ عقود، فيما يخشى أهل البحر على رزقهم.',
          ...BODY.slice(1),
        ].join('\n\n'),
      },
      'copy',
    ],
    [
      'as much again',
      {
        articleBody: [
          ...BODY,
          'وفي حديث مع مراسلنا روى عمال قدامى كيف كان الميناء قبل نصف قرن حين كانت المراكب الخشبية تملأ الحوض وكان الحمالون يغنون عند الفجر.',
          'ويرى خبير النقل البحري هيثم البيطار أن المنافسة مع الموانئ المجاورة تفرض الإسراع، لكنه يحذر من إهمال الطرق البرية التي تخدم البضائع القادمة من الداخل.',
        ].join('\n\n'),
      },
      'expanded',
    ],
  ])('knows it with %s', (_case, change, role) => {
    expect(join(agency, change)).toMatchObject({ id: 'a', role, of: 'a' });
  });

  it('takes the short text for the original when it came first', () => {
    const short = { ...agency, articleBody: BODY.slice(0, 2).join('\n\n') };
    expect(join(short, {})).toMatchObject({ id: 'a', role: 'expanded', of: 'a' });
  });

  it('takes an agency for the origin of its own text, also when it comes second', () => {
    const index = new StoryIndex();
    index.add(agency);
    const own = index.add({ ...same, source: 'وكالة أنباء الساحل' });
    expect(own).toMatchObject({ id: 'a', role: 'original', of: null });
    expect(index.add({ ...same, id: 'c' })).toMatchObject({ id: 'a', role: 'copy', of: 'b' });
  });

  it.each([
    ['no date', { datePublished: undefined }],
    ['a date that cannot be read', { datePublished: 'قبل يومين' }],
  ])('knows it with %s', (_case, change) => {
    expect(join(agency, change)).toMatchObject({ id: 'a', role: 'copy' });
  });

  it.each([
    ['صحيفة الشاطئ', 'original'],
    ['الشاطئ', 'original'],
    ['صحيفة المنارة', 'copy'],
  ])('asks the credit of the first text for its origin: %s is %s', (name, role) => {
    const index = new StoryIndex();
    index.add({ ...agency, source: 'موقع الخليج', credit: [{ name: 'صحيفة الشاطئ' }] });
    expect(index.add({ ...same, source: { id: 'b', name } })).toMatchObject({ id: 'a', role });
  });

  it.each([
    [
      'a later event that quotes a paragraph',
      {
        headline: 'الصيادون يبدأون إضرابا',
        articleBody: [
          'بدأ صيادو الميناء إضرابا مفتوحا صباح اليوم وتوقفت حركة القوارب في الحوض القديم.',
          'وقالت النقابة إن مئات العائلات تعيش من هذا العمل وإن الحكومة لم ترد على رسائلها منذ أسابيع.',
          BODY[3],
        ].join('\n\n'),
      },
    ],
    ['the same text five weeks later', { datePublished: '2024-04-15T09:00:00Z' }],
  ])('keeps apart %s', (_case, change) => {
    expect(join(agency, change)).toMatchObject({ id: 'b', role: 'original', of: null });
  });
});

describe('round-ups', () => {
  const brief = [
    'سجلت محطات الرصد في الوادي الغربي أعلى منسوب للمياه منذ عشرين عاما بعد أمطار متواصلة، وأغلقت البلدية جسرين قديمين أمام السيارات ونقلت عشرات العائلات إلى المدارس القريبة.',
    'اختتم مهرجان المسرح الجامعي دورته الحادية عشرة بتتويج فرقة كلية الآداب عن عرضها الذي يروي حكاية صياد يبحث عن صوته، وشارك في المنافسة طلاب من سبع جامعات.',
    'قررت نقابة المخابز تأجيل إضرابها أسبوعا واحدا بعد وعد من الوزارة بمراجعة كلفة الطحين والنقل، على أن تجتمع اللجنة المشتركة مطلع الشهر لبحث التسعيرة.',
  ];
  const tell = (id: string, headline: string, paragraphs: readonly (string | undefined)[]) => ({
    id,
    headline,
    articleBody: paragraphs.join('\n\n'),
    datePublished: '2024-03-05T08:00:00Z',
  });

  it.each(['أبرز أخبار اليوم', 'موجز الأنباء', 'من هنا وهناك'])(
    'are stories of their own, before and after what they hold: %s',
    (headline) => {
      const index = new StoryIndex();
      const parts = brief.map((text, at) =>
        tell(`s${at}`, `خبر ${at} عن المدينة`, [text, BODY[at], BODY[at + 1]]),
      );
      for (const part of parts) index.add(part);
      expect(index.add(tell('r', headline, brief))).toMatchObject({ id: 'r', role: 'original' });
    },
  );

  it('do not swallow a story that they told first', () => {
    const index = new StoryIndex();
    index.add(tell('r', 'حصاد اليوم', brief));
    const story = tell('s', 'إغلاق جسرين في الوادي الغربي', [brief[0], BODY[0], BODY[1]]);
    expect(index.add(story)).toMatchObject({ id: 's', role: 'original' });
  });
});

describe('texts by form', () => {
  const prayer = (city: string, minutes: readonly number[]) => {
    const [fajr, noon, asr, sunset, night] = minutes;
    return {
      headline: `مواقيت الصلاة في ${city}`,
      articleBody: `ننشر لكم مواقيت الصلاة في ${city} بحسب التوقيت المحلي كما أعلنتها دار الإفتاء: الفجر 4:${fajr} والظهر 12:${noon} والعصر 3:${asr} والمغرب 6:${sunset} والعشاء 7:${night}. ويبحث القراء كل يوم عن موعد الأذان حرصا على أداء الصلاة في وقتها، ويستحب أن يبادر المسلم إليها في أول الوقت وأن يحافظ على السنن الرواتب قبلها وبعدها. ويكثر الدعاء بين الأذان والإقامة في المساجد والبيوت.`,
    };
  };
  const towns = ['صيدا', 'نابلس', 'سوسة', 'أبها', 'إربد', 'صلالة', 'وهران', 'أسوان'];

  it('keeps the prayer times of eight towns apart', () => {
    const index = new StoryIndex();
    const stories = towns.map((town, at) => {
      const times = prayer(town, [40 + at, 5 + at, 22 + at, 11 + at, 31 + at]);
      return index.add({ ...times, id: town, datePublished: '2024-03-05T00:00:00Z' }).id;
    });
    expect(stories).toEqual(towns);
  });

  it('still knows the copy of one of them', () => {
    const index = new StoryIndex();
    const add = (id: string, at: number) =>
      index.add({
        ...prayer(towns[at] ?? '', [40 + at, 5 + at, 22 + at, 11 + at, 31 + at]),
        id,
        datePublished: '2024-03-05T00:00:00Z',
      });
    for (const at of towns.keys()) add(`first-${at}`, at);
    expect(add('second-7', 7)).toMatchObject({ id: 'first-7', role: 'copy' });
  });

  it('keeps one-line news apart that differ in a name', () => {
    const index = new StoryIndex();
    const add = (id: string, name: string) =>
      index.add({
        id,
        headline: `تعيين ${name} مديرا للمتحف`,
        articleBody: `أصدر وزير الثقافة قرارا بتعيين ${name} مديرا للمتحف الوطني خلفا للمدير السابق.`,
        datePublished: '2024-03-05T00:00:00Z',
      }).id;
    expect([add('a', 'نبيل العطار'), add('b', 'هدى السمان'), add('c', 'نبيل العطار')]).toEqual([
      'a',
      'b',
      'a',
    ]);
  });
});
