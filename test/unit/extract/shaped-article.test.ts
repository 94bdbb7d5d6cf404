import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';

const TITLE = 'حارس المنارة: الضوء لا يعرف العطلة';
const PARAGRAPHS = [
  'منذ واحد وثلاثين عاما يصعد رشيد بوزيان مئة وأربعين درجة كل مساء ليشعل مصباح المنارة، وينزل مع الفجر.',
  'يقول إن السفن الكبيرة لم تعد تحتاج إليه، لكن قوارب الصيد الصغيرة ما زالت تعود على ضوئه حين يهبط الضباب.',
  'في الشتاء الماضي انقطعت الكهرباء يومين، فأدار العدسة بيده كما كان يفعل أبوه قبله، ونام واقفا.',
  'سيتقاعد في الربيع، ولم يتقدم أحد لمكانه. يضحك ويقول إن البحر سيجد من يسهر عليه.',
];
const TEASERS = [
  [
    'افتتاح سوق السمك الجديد بعد طول انتظار',
    'يضم السوق ستين محلا ومصنعا للثلج وساحة للمزاد اليومي.',
  ],
  [
    'عودة قطار الساحل إلى مواعيده القديمة',
    'أربع رحلات في اليوم بين الميناء والعاصمة ابتداء من الأحد.',
  ],
  [
    'مكتبة البلدية تمدد ساعاتها في الامتحانات',
    'تبقى القاعة مفتوحة حتى منتصف الليل طوال شهر الامتحانات.',
  ],
].map(([title, excerpt], at) => ({ id: 900 + at, title, excerpt, ts: 1_795_600_000 + at }));

const shell = (data: unknown, body = '<div id="root"></div>'): string =>
  `<html lang="ar"><head><title>شراع</title></head><body>${body}<script id="__STORE__" type="application/json">${JSON.stringify(data)}</script></body></html>`;

const read = (url: string, html: string) => readArticle(parseDocument(html, url), { crawlers: [] });

const STORES: [name: string, url: string, data: unknown][] = [
  [
    'blocks of a kind each, seconds, a list of who signed',
    'https://shiraa.example/wujuh/7741',
    {
      menu: ['الرئيسية', 'وجوه'],
      panes: [
        { data: TEASERS },
        {
          data: {
            ref: 7741,
            kop: TITLE,
            rubric: { name: 'وجوه', path: '/wujuh' },
            signed: [{ display: 'سمير العلمي', job: 'مراسل' }],
            live: 1_795_020_600,
            flow: PARAGRAPHS.map((txt) => ({ t: 'par', txt })),
          },
        },
      ],
    },
  ],
  [
    'markup in one text, a slug, an ISO time',
    'https://shiraa.example/s/haris-almanara',
    {
      q: {
        list: TEASERS,
        one: {
          handle: 'haris-almanara',
          label: TITLE,
          by: ['سمير العلمي'],
          on: '2026-11-18T16:50:00Z',
          inner: PARAGRAPHS.map((text) => `<p>${text}</p>`).join(''),
        },
      },
    },
  ],
];

describe('an article in the JSON of a framework that nobody knows', () => {
  it.each(STORES)('is found by its shape: %s', (_name, url, data) => {
    const reading = read(url, shell(data));
    expect(reading).toMatchObject({
      kind: 'article',
      headline: { value: TITLE },
      articleBody: { value: PARAGRAPHS },
      author: { value: ['سمير العلمي'] },
    });
    const dates = 'dates' in reading ? reading.dates.map(({ text }) => Date.parse(text)) : [];
    expect(dates).toContain(Date.parse('2026-11-18T16:50:00Z'));
  });

  it('is not made of the teasers of others', () => {
    expect(read('https://shiraa.example/wujuh', shell({ list: TEASERS })).kind).not.toBe('article');
  });

  it('is not taken where the page shows its own text', () => {
    const shown = `<h1>الصيادون يغلقون المرفأ احتجاجا</h1>${[
      'أغلق الصيادون المرفأ صباح السبت احتجاجا على رسوم الرسو الجديدة، ووقفت القوارب صفا واحدا عند المدخل.',
      'وقالت نقابتهم إن الرسوم تضاعفت ثلاث مرات في عامين، وإن البلدية لم تستشر أحدا قبل القرار.',
    ]
      .map((text) => `<p>${text}</p>`)
      .join('')}`;
    const reading = read('https://shiraa.example/n/12', shell(STORES[0]?.[2], shown));
    expect(reading.kind === 'article' && reading.headline?.value).toBe(
      'الصيادون يغلقون المرفأ احتجاجا',
    );
  });
});
