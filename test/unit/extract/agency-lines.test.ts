import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import type { Reading } from '../../../src/record/reading.ts';

const P = [
  'دشنت وزارة النقل خطا جديدا للعبارات يربط الميناء القديم بجزيرة الملح، على أن تنطلق أولى رحلاته مطلع الأسبوع المقبل بثلاث عبارات.',
  'وقال مدير الخط إن الرحلة الواحدة تستغرق أربعين دقيقة، وإن التذاكر ستكون مجانية لتلاميذ الجزيرة ومعلميها طوال العام الدراسي.',
  'ويقطن الجزيرة نحو ستة آلاف نسمة كانوا يعتمدون على قوارب الصيد في تنقلهم، فيما تتوقف الحركة كليا في أيام العواصف.',
];

interface Lines {
  /** What opens the first paragraph, or stands alone above it. */
  readonly opening?: string;
  readonly above?: string;
  readonly tail?: readonly string[];
}

function read({ opening = '', above = '', tail = [] }: Lines): Reading {
  const lines = [above, opening + (P[0] ?? ''), ...P.slice(1), ...tail];
  const text = lines.filter((line) => line !== '').map((line) => `<p>${line}</p>`);
  const html = `<head><title>خط جديد للعبارات إلى جزيرة الملح | المدار</title><meta property="og:site_name" content="المدار"></head><body><h1>خط جديد للعبارات إلى جزيرة الملح</h1><div class="c1">${text.join('')}</div></body>`;
  return readArticle(parseDocument(html, 'https://madar.example/a/1'), {
    crawlers: [],
  }) as Reading;
}

interface Told {
  readonly author?: string;
  readonly credit?: string;
  readonly city?: string;
}

const CASES: readonly (readonly [Lines, Told])[] = [
  // Agencies of the Gulf name place and day, and sign off with initials.
  [
    { opening: 'أبوظبي في 17 نوفمبر / وام / ', tail: ['- مل -', 'وام/سمير الحداد/منى الراوي'] },
    { credit: 'وام', city: 'أبوظبي' },
  ],
  [
    {
      above: 'الرياض 26 جمادى الأولى 1448 هـ الموافق 17 نوفمبر 2026 م واس',
      tail: ['// انتهى //', '10:12 ت م', '0034'],
    },
    { credit: 'واس', city: 'الرياض' },
  ],
  [
    { opening: 'الكويت - 17 - 11 (كونا) -- ', tail: ['انتهى/س.ع'] },
    { credit: 'كونا', city: 'الكويت' },
  ],
  [{ above: 'القاهرة' }, { city: 'القاهرة' }],
  [
    { opening: 'الكويت - 17 - 11 (كونا) -- ', tail: ['(النهاية) م ع / ش ر'] },
    { credit: 'كونا', city: 'الكويت' },
  ],
  [{ opening: 'المنامة في 17 نوفمبر / بنا / ' }, { credit: 'بنا', city: 'المنامة' }],
  [{ opening: 'الدوحة في 17 نوفمبر /قنا/ ' }, { credit: 'قنا', city: 'الدوحة' }],
  // Agencies of the Levant and Iraq.
  [
    { opening: 'عمان 17 تشرين الثاني (بترا) – سمير الحداد – ', tail: ['--(بترا)', 'أ ح/ف ق'] },
    { author: 'سمير الحداد', credit: 'بترا', city: 'عمان' },
  ],
  [
    { opening: 'رام الله 17-11-2026 وفا- ', tail: ['ــــــ', 'ع.ف/ م.ل'] },
    { credit: 'وفا', city: 'رام الله' },
  ],
  [
    { above: 'دمشق-سانا', tail: ['سمير الحداد', 'متابعة أخبار سانا على تلغرام https://t.me/x'] },
    { author: 'سمير الحداد', credit: 'سانا', city: 'دمشق' },
  ],
  [{ above: 'بغداد – واع – سمير الحداد' }, { author: 'سمير الحداد', credit: 'واع', city: 'بغداد' }],
  [{ opening: 'وطنية - ', tail: ['=============== ل.خ'] }, { credit: 'وطنية' }],
  // Agencies of the Maghreb.
  [{ opening: '(وات/ سمير الحداد) - ' }, { author: 'سمير الحداد', credit: 'وات' }],
  [{ opening: 'الرباط – (ومع) – ' }, { credit: 'ومع', city: 'الرباط' }],
  // World agencies.
  [{ opening: 'القاهرة (رويترز) - ' }, { credit: 'رويترز', city: 'القاهرة' }],
  [
    { above: 'من سمير الحداد', opening: 'القاهرة (رويترز) - ' },
    { author: 'سمير الحداد', credit: 'رويترز', city: 'القاهرة' },
  ],
  [
    { above: 'أنقرة/ سمير الحداد/ الأناضول' },
    { author: 'سمير الحداد', credit: 'الأناضول', city: 'أنقرة' },
  ],
  [{ opening: 'القاهرة 17 نوفمبر 2026 (شينخوا) ' }, { credit: 'شينخوا', city: 'القاهرة' }],
  // Papers open with their own name, and name reporters with a city or an account.
  [{ opening: 'المدار/ ' }, {}],
  [{ opening: '«المدار» – القاهرة: ' }, { city: 'القاهرة' }],
  [{ opening: 'القاهرة ـ «المدار»: ' }, { city: 'القاهرة' }],
  [{ above: 'سمير الحداد (الرياض) @samir_h' }, { author: 'سمير الحداد' }],
  [{ above: 'سمير الحداد -' }, { author: 'سمير الحداد' }],
  [{ tail: ['ــــ', 'م.ب'] }, {}],
  [{ tail: ['سمير الحداد', 'تحرير: منى الراوي'] }, { author: 'سمير الحداد' }],
];

describe('lines of agencies and desks', () => {
  it.each(CASES.map(([lines, told]) => ({ lines, told, name: JSON.stringify(lines) })))(
    '$name',
    ({ lines, told }) => {
      const { articleBody, author, credit, dateline } = read(lines);
      expect(articleBody?.value).toEqual(P);
      expect({
        author: author?.value.join(),
        credit: credit?.value.map(({ name }) => name).join(),
        city: dateline?.value,
      }).toEqual({ author: undefined, credit: undefined, city: undefined, ...told });
    },
  );

  it.each([
    ['a question', { tail: ['س: ومتى يبدأ العمل في الخط الثاني بين الجزيرتين؟'] }],
    ['a name that the sentence speaks of', { opening: 'سمير الحداد - وهو ربان العبارة الأولى - ' }],
  ])('leaves %s in the text', (_what, lines: Lines) => {
    const text = read(lines).articleBody?.value.join('\n') ?? '';
    expect(text).toContain(lines.tail?.[0] ?? lines.opening?.trim());
  });
});
