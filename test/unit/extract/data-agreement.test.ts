import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import type { Reading } from '../../../src/record/reading.ts';

const LEAD = 'الجسر الخشبي فوق وادي الرمان يفتح للمشاة قبل موسم الأمطار بأسبوعين';
const P = [
  'افتتحت بلدية الرمان صباح الأحد جسرا خشبيا للمشاة فوق الوادي، بعد أعمال استمرت سبعة أشهر وشارك فيها نجارون من ثلاث قرى.',
  'ويبلغ طول الجسر اثنين وأربعين مترا، وقد صنعت ألواحه من خشب السنديان الذي سقط في عاصفة الشتاء الماضي ولم يجد من يشتريه.',
  'وقال رئيس البلدية مازن الحداد إن الجسر يختصر طريق التلاميذ إلى المدرسة من ساعة إلى ربع ساعة، وإن صيانته السنوية ستكون على نفقة الأهالي.',
  'وكانت السيول قد جرفت الجسر القديم قبل أربعة أعوام، فاضطر السكان إلى عبور المجرى على الحجارة أو الالتفاف عبر الطريق العام.',
];
const NOTE = 'يعاد عرض الحلقة الخاصة بالجسور القديمة مساء الجمعة على شاشة القرية الوثائقية.';

function bodyOf(html: string, articleBody: string): readonly string[] {
  const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'جسر خشبي', articleBody });
  const page = `<head><script type="application/ld+json">${data}</script></head><body><h1>جسر خشبي للمشاة فوق وادي الرمان</h1><div class="text">${html}</div></body>`;
  const reading = readArticle(parseDocument(page, 'https://rumman.example/a/1'), { crawlers: [] });
  return (reading as Reading).articleBody?.value ?? [];
}

const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${text}</p>`).join('');
const WHOLE = P.join('\n');

describe('the text in structured data', () => {
  it.each([
    ['lets go what it does not know behind the text', paragraphs([...P, NOTE]), WHOLE, P],
    [
      'lets go what it does not know amid the text',
      paragraphs([P[0] ?? '', P[1] ?? '', NOTE, P[2] ?? '', P[3] ?? '']),
      WHOLE,
      P,
    ],
    [
      'says nothing of the rest where it was cut short',
      paragraphs([...P, NOTE]),
      WHOLE.slice(0, -30),
      [...P, NOTE],
    ],
    [
      'says nothing where it is another text',
      paragraphs([...P, NOTE]),
      NOTE.repeat(5),
      [...P, NOTE],
    ],
    ['leaves the lead before it', paragraphs([LEAD, ...P]), WHOLE, [LEAD, ...P]],
    [
      'leaves sub-heads and items that systems strip',
      `${paragraphs(P.slice(0, 2))}<h3>خشب العاصفة</h3><ul><li>اثنان وأربعون مترا من السنديان المحلي</li></ul>${paragraphs(P.slice(2))}`,
      WHOLE,
      [...P.slice(0, 2), 'خشب العاصفة', 'اثنان وأربعون مترا من السنديان المحلي', ...P.slice(2)],
    ],
    [
      'brings back a paragraph that a class name took away',
      `${paragraphs(P.slice(0, 2))}<div class="promo"><p>${P[2]}</p></div>${paragraphs(P.slice(3))}`,
      WHOLE,
      P,
    ],
  ])('%s', (_name, html, articleBody, expected) => {
    expect(bodyOf(html, articleBody)).toEqual(expected);
  });
});
