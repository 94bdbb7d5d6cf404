import { describe, expect, it } from 'vitest';
import { keyTokens, matchKey } from '../../../src/arabic/key.ts';
import { isByForm } from '../../../src/line/dedupe/form-words.ts';
import { isTelling } from '../../../src/line/dedupe/story-words.ts';

const words = (text: string): string[] => keyTokens(matchKey(text));

describe('isByForm', () => {
  it.each([
    [
      'an obituary',
      'توفي الشاعر نبيل العطار عن عمر ناهز سبعين عاما بعد صراع مع المرض، وتتقبل أسرة الفقيد العزاء في منزلها.',
      true,
    ],
    [
      'a verdict',
      'قضت محكمة الجنايات بمعاقبة المتهم بالسجن في القضية التي باشرت النيابة التحقيق فيها.',
      true,
    ],
    [
      'the price of gold',
      'سجل سعر جرام الذهب عيار 24 نحو 3000 جنيه وبلغت الأونصة 2150 دولارا.',
      true,
    ],
    [
      'news in which somebody died',
      'توفي عامل حين انهار سقف مخزن قديم قرب المرفأ، وبدأت البلدية فحص المباني المجاورة ونقلت سكانها.',
      false,
    ],
    ['no text', '', false],
  ])('tells it of %s: %#', (_case, text, isForm) => {
    expect(isByForm(words(text))).toBe(isForm);
  });

  it('never tells it of a long text', () => {
    const verdict = 'محكمة الجنايات والمتهم والنيابة والقضية والسجن';
    expect(isByForm(words(`${verdict} ${'وروى الجيران ما جرى في تلك الليلة '.repeat(30)}`))).toBe(
      false,
    );
  });
});

describe('a word that tells stories apart', () => {
  it.each(['خمسة', 'وعشرون', 'ثلاثمئة', 'آلاف', 'إحدى', '٢٥', 'الذي'])('is not %s', (word) => {
    expect(words(word).filter(isTelling)).toEqual([]);
  });

  it.each(['المرفأ', 'الحداد', 'سبورت', 'خماسي'])('is %s', (word) => {
    expect(words(word).filter(isTelling)).toHaveLength(1);
  });
});
