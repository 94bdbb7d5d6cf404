import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import type { Reading } from '../../../src/record/reading.ts';

const HEADLINE = 'مزارعو السهل يحصدون القمح قبل موعده بأسبوعين';
const FIRST =
  'بدأ مزارعو السهل الشرقي حصاد القمح قبل موعده بأسبوعين بعدما دفعت موجة الحر السنابل إلى النضج.';
const SECOND =
  'وقال نقيب المزارعين بدر الحلو إن الغلة أقل من غلة العام الماضي بنحو الخمس، لكن الحبة سليمة.';
const THIRD = 'وتشتري الصوامع القمح هذا الموسم بسعر حددته الوزارة قبل الزراعة بثلاثة أشهر كاملة.';
const OTHER = 'كيف تغير موجات الحر مواعيد الزراعة؟';

function read(html: string): Reading {
  const reading = readArticle(parseDocument(html, 'https://sahl.example/news/1'), { crawlers: [] });
  expect(reading.kind).toBe('article');
  return reading as Reading;
}

const page = (body: string, title = `${HEADLINE} | جريدة السهل`): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;

/** Linked lines beside a part: more of them than of its text. */
const PRICES = Array.from(
  { length: 14 },
  (_, at) => `<div><a href="/p/${at}">كيس القمح رقم ${at + 1} بسعر ${at + 9}</a></div>`,
).join('');

const SHAPES: [name: string, html: string, body: string[]][] = [
  [
    'one form around an old page without a heading',
    page(
      `<form><table><tr><td><span class="NewsTitle">${HEADLINE}</span></td></tr><tr><td><span>السهل - خاص<br/>${FIRST}<br/><br/>${SECOND}</span></td></tr></table></form>`,
      'جريدة السهل',
    ),
    [FIRST, SECOND],
  ],
  [
    'a page that scrolls on into a longer article',
    page(
      `<main><article><h1>${HEADLINE}</h1><div><p>${FIRST}</p></div></article><article><h1>${OTHER}</h1><div><p>${SECOND}</p><p>${THIRD}</p></div></article></main>`,
    ),
    [FIRST],
  ],
  [
    'a page that scrolls on in boxes of one make with linked headlines',
    page(
      `<div class="left"><h1 class="post-title">${HEADLINE}</h1><p>${FIRST}</p><div class="more-post"><h1 class="post-title"><a href="/2">${OTHER}</a></h1><p>${SECOND}</p><p>${THIRD}</p></div></div>`,
    ),
    [FIRST],
  ],
  [
    'a page that scrolls on under other classes of the headline',
    page(
      `<article><div><h1 class="p-title left entry">${HEADLINE}</h1><div><p>${FIRST}</p></div></div><div class="add-story"><div><h1 class="p-title left">${OTHER}</h1></div><div><p>${SECOND}</p><p>${THIRD}</p></div></div></article>`,
    ),
    [FIRST],
  ],
  [
    'sections of one make behind an introduction',
    page(
      `<div class="box"><div class="hero"><h1>${HEADLINE}</h1></div><div class="rich intro"><p>${FIRST}</p></div><div class="part"><div class="top"><h2>في الحقل</h2></div><div class="rich"><p>${FIRST} ${SECOND}</p></div></div><div class="part"><div class="top"><h2>التل</h2></div><div class="rich"><p>${SECOND} ${THIRD}</p></div></div><div class="part"><div class="top"><h2>الوادي</h2></div><div class="rich"><p>${THIRD} ${FIRST}</p></div></div></div>`,
    ),
    [
      FIRST,
      'في الحقل',
      `${FIRST} ${SECOND}`,
      'التل',
      `${SECOND} ${THIRD}`,
      'الوادي',
      `${THIRD} ${FIRST}`,
    ],
  ],
  [
    'cards of one make that link to other stories',
    page(
      `<div class="box"><div class="hero"><h1>${HEADLINE}</h1></div><div class="rich"><p>${FIRST}</p><p>${SECOND}</p></div>${[1, 2, 3].map((at) => `<div class="part"><h2><a href="/${at}">${OTHER}</a></h2><p>${THIRD} ${THIRD}</p></div>`).join('')}</div>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'a headline in two headings',
    page(
      `<div><h1 class="t">مزارعو السهل يحصدون القمح</h1><h1 class="t">قبل موعده بأسبوعين</h1><div><p>${FIRST}</p><p>${SECOND}</p></div></div>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'rows named by the players in them',
    page(
      `<h1>${HEADLINE}</h1><div class="text"><p>${FIRST}</p><p>${SECOND}</p><table><tr class="player-2020-617"><td>نادي السهل</td><td>12</td></tr><tr class="player-2020-9"><td>نادي التل</td><td>9</td></tr></table></div>`,
    ),
    [FIRST, SECOND, 'نادي السهل', '12', 'نادي التل', '9'],
  ],
  [
    'works cited behind the text',
    page(
      `<h1>${HEADLINE}</h1><div class="text"><p>${FIRST}</p><p>${SECOND}</p><section class="ref-list"><h2>المراجع</h2><ol><li>بدر الحلو، مواسم القمح في السهل، دار السنابل، 2019، الصفحة 44.</li><li>سجل الزراعة السنوي، وزارة الزراعة، 2021، الجزء الثاني، الصفحة 7.</li></ol></section></div>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'a slide show of pictures with titles and captions',
    page(
      `<h1>${HEADLINE}</h1><div class="text"><p>${FIRST}</p><div class="x"><h2>الحصاد في صور</h2>${[1, 2, 3].map((at) => `<div class="y"><img src="/${at}.jpg"><h4>${at}/3 الحقل رقم ${at}</h4><p>يظهر في الصورة حقل من حقول السهل رقم ${at} بعد الحصاد، وقد جمعت السنابل في حزم.</p></div>`).join('')}</div><p>${SECOND}</p></div>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'a slide show whose counters stand behind, in Arabic',
    page(
      `<h1>${HEADLINE}</h1><div class="text"><p>${FIRST}</p>${[1, 2].map((at) => `<figure class="y"><img src="/${at}.jpg"><div>الحقل بعد الحصاد</div><span class="n">${at} من 2</span></figure>`).join('')}<p>${SECOND}</p></div>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'parts of a text that are counted and hold no picture',
    page(
      `<h1>${HEADLINE}</h1><div class="text"><h3>1/2 في السهل</h3><p>${FIRST}</p><h3>2/2 في التل</h3><p>${SECOND}</p></div>`,
    ),
    ['1/2 في السهل', FIRST, '2/2 في التل', SECOND],
  ],
  [
    'an embedded teaser with an h1 of the same make',
    page(
      `<h1 class="entry-title">${HEADLINE}</h1><div class="entry-content"><p>${FIRST}</p><h1 class="entry-title"><a href="/2">${OTHER}</a></h1><p>${SECOND}</p></div>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'labels in French and English',
    page(
      `<article><h1>${HEADLINE}</h1><p>${FIRST}</p><p>À lire également : <a href="/2">${OTHER}</a></p><p>${SECOND}</p><p>Abonnez-vous à notre newsletter</p><p>Subscribe to our newsletter</p></article>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'comments that no class names',
    page(
      `<div><h1>${HEADLINE}</h1><div><p>${FIRST}</p></div><b>التعليقات (2)</b><div><b>أبو بدر</b><p>${SECOND}</p></div></div>`,
    ),
    [FIRST],
  ],
  [
    'cards of other articles with their excerpts',
    page(
      `<div><div><h1>${HEADLINE}</h1><div><p>${FIRST}</p><p>${SECOND}</p></div></div><div><div><h3><a href="/2">${OTHER}</a></h3><p>${THIRD}</p></div></div></div>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'an agency list, a related line and a policy in the text',
    page(
      `<h1>${HEADLINE}</h1><div class="article-body"><p>${FIRST}</p><p>اقرأ أيضاً: <a href="/2">${OTHER}</a></p><p>${SECOND}</p><p>المصدر: رويترز + وكالات</p><p>الآراء المنشورة تعبر عن أصحابها.</p></div>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'labels between headline and text',
    page(
      `<main><h1>${HEADLINE}</h1><ul><li>قبل 3 ساعات</li><li>Author, سلوى القاضي</li></ul><div><p>${FIRST}</p></div><div><h2>سعر واحد</h2></div><div><p>${THIRD}</p></div></main>`,
    ),
    [FIRST, 'سعر واحد', THIRD],
  ],
  [
    'captions that a class alone tells',
    page(
      `<h1>${HEADLINE}</h1><div><p>${FIRST}</p><div class="picBox"><img src="/a.jpg"><p>حصادة في حقل قرب القرية</p></div><p>${SECOND}</p></div>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'an embedded post with its signature',
    page(
      `<h1>${HEADLINE}</h1><div><p>${FIRST}</p><blockquote><p>موسم خير إن شاء الله</p>&mdash; بدر (@badr) <a href="https://x.example">May 5, 2026</a></blockquote><p>${SECOND}</p></div>`,
    ),
    [FIRST, 'موسم خير إن شاء الله', SECOND],
  ],
  [
    'sub-heads that begin like a label',
    page(
      `<h1>${HEADLINE}</h1><div><p>${FIRST}</p><h2>للمزيد من العدالة</h2><p>${SECOND}</p><h2>كتب تعار بلا مقابل</h2><p>${THIRD}</p></div>`,
    ),
    [FIRST, 'للمزيد من العدالة', SECOND, 'كتب تعار بلا مقابل', THIRD],
  ],
  [
    'captions of some length in spans',
    page(
      `<h1>${HEADLINE}</h1><div class="story"><p>${FIRST} ${SECOND}</p><div><img src="/1.jpg"><span class="media-caption">مزارعون يجمعون الحزم في حقل قرب قرية التل مساء السبت، ويقول بعضهم إنهم لم يروا سنابل بهذا الجفاف منذ عشرين عاما كاملة.</span></div><p>${SECOND} ${THIRD}</p><div><img src="/2.jpg"><span class="caption">صومعة الوادي كما بدت صباح الأحد قبل وصول الشاحنات الأولى من القرى، وأمامها صف طويل من السائقين الذين باتوا ليلتهم هنا.</span></div><p>${THIRD} ${FIRST}</p></div>`,
    ),
    [`${FIRST} ${SECOND}`, `${SECOND} ${THIRD}`, `${THIRD} ${FIRST}`],
  ],
  [
    'a lead for telephones and the same for screens',
    page(
      `<header><h1>${HEADLINE}</h1><div class="dek">${THIRD}</div></header><div class="share">شارك</div><div class="abstract lead">${THIRD}</div><div class="text"><p>${FIRST}</p><p>${SECOND}</p></div>`,
    ),
    [THIRD, FIRST, SECOND],
  ],
  [
    'a sentence that its writer repeats',
    page(
      `<h1>${HEADLINE}</h1><div><p>${FIRST}</p><p>${SECOND}</p><p>${FIRST}</p><p>${THIRD}</p></div>`,
    ),
    [FIRST, SECOND, FIRST, THIRD],
  ],
  [
    'parts of one make, one of them with a class of its state',
    page(
      `<div class="all"><div class="top"><h1>${HEADLINE}</h1></div><div class="hold"><div class="in"><div class="blk w-empty w-rt"><p>${FIRST} ${SECOND}</p><p>${THIRD} ${SECOND}</p></div></div></div><div class="list"><div class="l2">${[
        `${SECOND} ${THIRD}`,
        `${THIRD} ${FIRST}`,
      ]
        .map(
          (text, at) =>
            `<section class="s${'ab'[at]}"><div class="one">${PRICES}</div><div class="two"><h3>الحقل ${at + 1}</h3><div class="blk w-rt"><p>${text}</p></div></div></section>`,
        )
        .join('')}</div></div></div>`,
    ),
    [
      `${FIRST} ${SECOND}`,
      `${THIRD} ${SECOND}`,
      'الحقل 1',
      `${SECOND} ${THIRD}`,
      'الحقل 2',
      `${THIRD} ${FIRST}`,
    ],
  ],
];

describe('the shapes of a text', () => {
  it.each(SHAPES)('%s', (_name, html, body) => {
    const reading = read(html);
    expect(reading.articleBody?.value).toEqual(body);
    expect(reading.headline?.value).toBe(HEADLINE);
  });

  it('takes the second heading where the first is the logo', () => {
    const body = `<header><h1><a href="/">جريدة السهل اليومية</a></h1></header><h2>${HEADLINE}</h2><p>${FIRST}</p><p>${SECOND}</p>`;
    expect(read(page(body, `${HEADLINE} | جريدة السهل اليومية`)).headline?.value).toBe(HEADLINE);
  });

  it.each([
    [
      'بعيد عن العنوان',
      `<h1>${HEADLINE}</h1><p>${FIRST}</p><p>${SECOND}</p><div>المصدر: <span>رويترز</span></div>`,
    ],
    [
      'في سطر التاريخ',
      `<h1>${HEADLINE}</h1><p>الثلاثاء 5 مايو 2026 / السهل - رويترز</p><div><p>${FIRST}</p><p>${SECOND}</p></div>`,
    ],
    ['في آخر الفقرة', `<h1>${HEADLINE}</h1><p>${FIRST}</p><p>${SECOND} (رويترز)</p>`],
  ])('finds the agency %s', (_name, body) => {
    const reading = read(page(body));
    expect(reading.credit?.value).toEqual([{ name: 'رويترز', kind: 'agency' }]);
    expect(reading.articleBody?.value).toEqual([FIRST, SECOND]);
  });
});
