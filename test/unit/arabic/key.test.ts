import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyTokens, matchKey } from '../../../src/arabic/key.ts';

describe('matchKey', () => {
  it.each([
    ['hamza on alef', 'أحمد إلى آخر ٱلبيت', 'احمد الي اخر البيت'],
    ['hamza on waw and yeh', 'مسؤول هيئة', 'مسوول هييه'],
    ['a lone hamza', 'ماء', 'ماء'],
    ['alef maqsura and Persian yeh', 'على علی', 'علي علي'],
    ['teh marbuta', 'مدرسة', 'مدرسه'],
    ['Persian kaf', 'کتاب', 'كتاب'],
    ['hehs of other keyboards', 'ہذا ھذا ەذا', 'هذا هذا هذا'],
    ['letters of Persian that Arabic has not', 'پاریس گاز', 'پاريس گاز'],
    ['marks', 'مُعَلِّمٌ', 'معلم'],
    ['a dagger alef', 'هٰذا', 'هذا'],
    ['tatweel', 'العـــراق', 'العراق'],
    ['format characters', 'كتا\u200cب\u200f \u00adعربي', 'كتاب عربي'],
    ['presentation forms', 'ﺍﻟﺴﻼﻡ', 'السلام'],
    ['a mark as a presentation form', 'مﹸحمد', 'محمد'],
    ['the ligature of God', 'عبدﷲ', 'عبدالله'],
    ['a blessing is its words', 'محمد ﷺ', 'محمد صلي الله عليه وسلم'],
    ['Arabic digits', '٢٠٢٤', '2024'],
    ['Persian digits', '۱۴۰۳', '1403'],
    ['digits of another script', '१२', '12'],
    ['full-width forms', 'ＡＢ１', 'ab1'],
    ['punctuation', '«عاجل»: وفاة… 3 أشخاص، و5؟', 'عاجل وفاه 3 اشخاص و5'],
    ['punctuation of numbers', '12,500.5', '12 500 5'],
    ['a hyphen', 'كوفيد-19', 'كوفيد 19'],
    ['Latin capitals', 'BBC News', 'bbc news'],
    ['an accent in one and in two', 'Café Cafe\u0301', 'café café'],
    ['an accent on a capital', 'E\u0301COLE', 'école'],
    ['a dotted capital', 'İstanbul', 'istanbul'],
    ['emoji', '🔴عاجل🔴 خبر', 'عاجل خبر'],
    ['an emoji with a variation', '❤️قلب', 'قلب'],
    ['letters beyond the first plane', '𝐀𝐁', 'ab'],
    ['a lone surrogate', 'خبر\ud83d', 'خبر'],
    ['no-break spaces', 'عشرة\u00a0آلاف', 'عشره الاف'],
    ['nothing but signs', ' - ، ﴾ ', ''],
    ['nothing', '', ''],
    ['a long text', 'خبر، '.repeat(3000), 'خبر '.repeat(3000).trim()],
    ['a long word', 'ب'.repeat(10_000), 'ب'.repeat(10_000)],
  ])('%s', (_, text, expected) => {
    expect(matchKey(text)).toBe(expected);
  });

  const texts = fc.array(
    fc.oneof(
      fc.constantFrom(...'أإآٱىیةکؤئہھـًَُّٰٔ٠۰9 .،«éİß'),
      fc.constantFrom('\u0301', '\u200d', 'ﷺ', 'ﻻ', 'ﹸ', '👩', '𝐀', 'ﬁ', '½', '\u0345'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 30 },
  );

  it('is idempotent', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const once = matchKey(parts.join(''));
        expect(matchKey(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it('is the same for every normal form of a text', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        // Hangul is composed of letters, not of marks; its keys are those of its own form.
        const text = parts.join('').replace(/\p{Script=Hangul}/gu, '');
        const key = matchKey(text);
        expect(matchKey(text.normalize('NFC'))).toBe(key);
        expect(matchKey(text.normalize('NFD'))).toBe(key);
      }),
      { numRuns: 3000 },
    );
  });

  it('holds only letters, digits and single spaces between them', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        expect(matchKey(parts.join(''))).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('keyTokens', () => {
  it.each([
    ['', []],
    ['خبر', ['خبر']],
    ['خبر عاجل 3', ['خبر', 'عاجل', '3']],
  ])('%j', (key, tokens) => {
    expect(keyTokens(key)).toEqual(tokens);
  });
});
