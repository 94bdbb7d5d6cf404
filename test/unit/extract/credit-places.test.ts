import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';

const HEADLINE = 'افتتاح خط حافلات جديد بين المرفأ والمدينة القديمة';
const TEXT = [
  'افتتحت شركة النقل خط حافلات جديدا يربط المرفأ بالمدينة القديمة ويمر بثماني محطات، على أن تعمل الحافلات من السادسة صباحا حتى منتصف الليل.',
  'وقال مدير الشركة إن الرحلة تستغرق خمسا وعشرين دقيقة، وإن البطاقة الشهرية ستباع بنصف ثمنها للطلاب والمتقاعدين في السنة الأولى.',
  'ورحب تجار السوق بالخط الجديد، وطالبوا بمحطة إضافية قرب المدرسة الثانوية وبمظلات تقي الركاب من المطر.',
];

interface Parts {
  readonly top?: string;
  readonly end?: string;
  readonly head?: string;
  readonly mid?: string;
  readonly first?: string;
}

function read({ top = '', end = '', head = '', mid = '', first = '' }: Parts) {
  const text = TEXT.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  const html = `<!doctype html><html lang="ar" dir="rtl"><head><title>${HEADLINE} - المرفأ</title><meta property="og:site_name" content="المرفأ">${head}</head>
<body><header><a href="/">المرفأ</a></header>${top}<article><h1>${HEADLINE}</h1>${mid}<div class="text">${first}${text}</div></article>${end}</body></html>`;
  const reading = readArticle(parseDocument(html, 'https://almarfa.test/n/31'), { crawlers: [] });
  if (reading.kind !== 'article') return { skipped: reading.reason };
  const { author, credit, dateline } = reading;
  return {
    author: author?.value ?? [],
    credit: credit?.value.map(({ name }) => name) ?? [],
    dateline: dateline?.value,
  };
}

const organization = (name: string): string =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${HEADLINE}","author":{"@type":"Organization","name":"${name}"}}</script>`;

describe('whose text it is when not the newsroom’s', () => {
  const cases: readonly (readonly [string, Parts, readonly string[]])[] = [
    [
      'an agency behind a byline’s word',
      { mid: '<div class="byline">كتب: رويترز</div>' },
      ['رويترز'],
    ],
    [
      'an agency behind a date in one line',
      { mid: '<div class="tools"><span>الثلاثاء 07-09-2010 15:11 | كتب: إفي |</span></div>' },
      ['إفي'],
    ],
    ['agencies in the plural', { mid: '<div>كتب: وكالات</div>' }, ['وكالات']],
    [
      'a desk and an agency in French',
      { mid: '<p class="auteur">La Rédaction (avec TAP)</p>' },
      ['TAP'],
    ],
    [
      'an organisation in structured data',
      { head: organization('نيوز السنديان') },
      ['نيوز السنديان'],
    ],
    ['an agency typed as an organisation', { head: organization('رويترز') }, ['رويترز']],
    [
      'the source of an aggregator',
      {
        mid: '<div class="post-meta"><span class="post-source"><a href="/source/4">السهل اليوم</a></span></div>',
      },
      ['السهل اليوم'],
    ],
  ];
  it.each(cases)('%s', (_name, parts, credit) => {
    expect(read(parts)).toEqual({ author: [], credit, dateline: undefined });
  });

  it.each([
    ['the control of the letters’ size', { mid: '<div class="font-size"><span>AA</span></div>' }],
    ['the same with marks', { mid: '<div class="size"><a>A+</a> <a>A-</a></div>' }],
    ['the site as an organisation', { head: organization('المرفأ') }],
    [
      'a section of the menu above that is an outlet’s name, too',
      {
        top: '<nav><div><span>الرأي</span> <a href="/n/2">منتخب الناشئين يودع البطولة بعد ركلات الترجيح</a></div></nav>',
      },
    ],
    ['the site’s longer name', { head: organization('صحيفة المرفأ اليومية') }],
    [
      'the same behind the text',
      {
        end: '<nav><div><span>الأخبار</span> <a href="/n/2">منتخب الناشئين يودع البطولة بعد ركلات الترجيح</a></div></nav>',
      },
    ],
  ])('nobody else: %s', (_name, parts) => {
    expect(read(parts)).toEqual({ author: [], credit: [], dateline: undefined });
  });

  it('names the agency that helped a writer beside the writer', () => {
    expect(read({ mid: '<span class="author">Karim Benali (avec AFP)</span>' })).toEqual({
      author: ['Karim Benali'],
      credit: ['AFP'],
      dateline: undefined,
    });
  });

  it('takes city and outlet in a line of their own off the text', () => {
    expect(read({ first: '<p>الحديدة، نيوز السنديان:</p>' })).toEqual({
      author: [],
      credit: ['نيوز السنديان'],
      dateline: 'الحديدة',
    });
  });
});
