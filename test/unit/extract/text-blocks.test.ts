/** What a reading says of the blocks of its page: what the text was made of, and what was left out. */
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { explainHtml } from '../../../src/line/extract/explain.ts';

const HEADLINE = 'عمال النظافة في المرفأ يعودون إلى العمل';
const TEXT = [
  'عاد عمال النظافة في المرفأ إلى العمل صباح اليوم بعد اتفاق وقعته النقابة مع الشركة ليلا.',
  'وينص الاتفاق على صرف الأجور المتأخرة على دفعتين، وعلى توفير ملابس واقية قبل الشتاء.',
];
const RELATED = 'اقرأ أيضا: إضراب في المرفأ';

const read = (html: string) => {
  const document = parseDocument(html, 'https://marsa.example/n/4');
  return { document, reading: readArticle(document, { crawlers: [] }) };
};

describe('a reading', () => {
  const { document, reading } = read(
    `<title>${HEADLINE}</title><h1>${HEADLINE}</h1><div><p>${TEXT[0]}</p><p><a href="/3">${RELATED}</a></p><p>${TEXT[1]}</p></div>`,
  );

  it('names the blocks of headline and text', () => {
    const textOf = (index: number | undefined): string | undefined =>
      document.blocks[index ?? -1]?.text;
    expect(textOf(reading.blocks?.headline)).toBe(HEADLINE);
    expect(reading.blocks?.kept.map(textOf)).toEqual(TEXT);
  });

  it('tells what was left out and why', () => {
    expect(reading.blocks?.removed).toEqual([
      { block: 2, text: RELATED, reason: expect.stringMatching(/\S/u) },
    ]);
    expect(explainHtml(document, reading)).toContain(reading.blocks?.removed[0]?.reason);
  });

  it('tells it of a page without an article, too', () => {
    const { reading: none } = read(`<h1>${HEADLINE}</h1><div><p>${RELATED}</p></div>`);
    expect(none.kind).not.toBe('article');
    expect(none.blocks?.headline).toBe(0);
  });
});
