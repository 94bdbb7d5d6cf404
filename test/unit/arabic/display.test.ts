import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText } from '../../../src/arabic/display.ts';

const label = (text: string): string => displayText(text, { label: true });

describe('displayText of any text', () => {
  it.each([
    ['NFC', 'الا\u0653ن', 'الآن'],
    ['hamza as a mark', 'مسو\u0654ول', 'مسؤول'],
    ['bidi marks', '\u200fالقاهرة\u200e (\u202bرويترز\u202c)', 'القاهرة (رويترز)'],
    ['bidi isolates', '\u2067بيان\u2069 \u061cرسمي', 'بيان رسمي'],
    ['zero-width space', 'مدر\u200bسة', 'مدرسة'],
    ['a stray non-joiner', 'كتا\u200cب', 'كتاب'],
    ['a stray joiner', 'بيت\u200d', 'بيت'],
    ['byte-order mark', '\ufeffخبر', 'خبر'],
    ['soft hyphen', 'inter\u00adnational', 'international'],
    ['a non-joiner of Persian spelling', 'می\u200cشود', 'می\u200cشود'],
    ['an emoji of several', '👨\u200d👩\u200d👧 عائلة', '👨\u200d👩\u200d👧 عائلة'],
    ['an emoji with a variation', '❤\ufe0f\u200d🔥', '❤\ufe0f\u200d🔥'],
    ['the flag of a country', '🇵🇸 فلسطين', '🇵🇸 فلسطين'],
    ['no-break space', 'عشرة\u00a0آلاف', 'عشرة آلاف'],
    ['narrow no-break space', '10\u202f000', '10 000'],
    ['ideographic space', 'أ\u3000ب', 'أ ب'],
    ['presentation forms', 'ﺍﻟﺴﻼﻡ', 'السلام'],
    ['a ligature of lam and alef', 'ﻻ', 'لا'],
    ['the ligature of God', 'عبد ﷲ', 'عبد الله'],
    ['a mark as a presentation form', 'مﹸحمد', 'مُحمد'],
    ['a mark on its tatweel', 'مﹹحمد', 'مُحمد'],
    ['a blessing', 'النبي محمد ﷺ', 'النبي محمد ﷺ'],
    ['the basmala', '﷽', '﷽'],
    ['ornate brackets', '﴿إقرأ﴾', '﴿إقرأ﴾'],
    ['tashkeel', 'مُعلِّم', 'مُعلِّم'],
    ['hamza, ة and ى', 'إلى مدرسة أولى', 'إلى مدرسة أولى'],
    ['Arabic digits', '١٢٣ و 456', '١٢٣ و 456'],
    ['Persian digits', '۱۴۰۲', '۱۴۰۲'],
    ['tatweel in prose', 'قــال', 'قــال'],
    ['control characters', 'خبر\u0000 \u0007عاجل', 'خبر عاجل'],
    ['a lone surrogate', 'خبر \ud83d', 'خبر \ufffd'],
    ['runs of spaces', '  خبر \t عاجل ', 'خبر عاجل'],
    ['lines', 'أول\r\n  ثان \u2028ثالث', 'أول\nثان\nثالث'],
    ['blank lines', 'أول\n\n \n\nثان', 'أول\n\nثان'],
    ['nothing', ' \u200f ', ''],
  ])('%s', (_, text, expected) => {
    expect(displayText(text)).toBe(expected);
  });
});

describe('displayText of labels', () => {
  it.each([
    ['a stretched word', 'أخــبـــار عربية', 'أخبار عربية'],
    ['a stretch at the end', 'عاجلـــ', 'عاجل'],
    ['a stretch under a mark', 'مـُحمد', 'مُحمد'],
    ['a stretch before the hamza mark', 'سـا\u0640\u0654ل', 'سأل'],
    ['a preposition and a digit', 'ارتفاع بـ8 درجات', 'ارتفاع بـ8 درجات'],
    ['a preposition and an Arabic digit', 'فوز بـ٣ أهداف', 'فوز بـ٣ أهداف'],
    ['the article and a number', 'الدقيقة الـ100', 'الدقيقة الـ100'],
    ['a long join', 'الـــ100', 'الـ100'],
    ['and, for the', 'وللـ20 عاما', 'وللـ20 عاما'],
    ['with the', 'بالـ5 ملايين', 'بالـ5 ملايين'],
    ['a preposition and a quotation', 'وصفه بـ"الخطير"', 'وصفه بـ"الخطير"'],
    ['a preposition and guillemets', 'لـ«الصباح»', 'لـ«الصباح»'],
    ['a preposition and a Latin name', 'كـNASA', 'كـNASA'],
    ['a preposition before a space', 'بـ 8 درجات', 'بـ 8 درجات'],
    ['a preposition before Arabic', 'بـلادنا', 'بلادنا'],
    ['the Hijri year', 'محرم 1447هـ', 'محرم 1447هـ'],
    ['the Hijri year apart', '1447 هـ الموافق', '1447 هـ الموافق'],
    ['the Hijri year in brackets', '(١٤٤٧هــ)', '(١٤٤٧هـ)'],
    ['a word that ends in heh', 'وجهـ', 'وجه'],
    ['a dash', 'غزة ــ وكالات', 'غزة - وكالات'],
    ['lines', 'سطر\n ثان', 'سطر ثان'],
  ])('%s', (_, text, expected) => {
    expect(label(text)).toBe(expected);
  });
});

/** Texts of what newsrooms type, and of what breaks. */
const texts = fc.array(
  fc.oneof(
    fc.constantFrom(...'ابتةىيئءآأإؤـًٌَُِّْٰ٠٩0 \n\t.،«»"'),
    fc.constantFrom(
      '\u200c',
      '\u200d',
      '\u200f',
      '\u202b',
      '\u00a0',
      'ﷲ',
      'ﷺ',
      'ﻻ',
      'ﹸ',
      '👩',
      'ی',
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  { maxLength: 30 },
);

describe('displayText', () => {
  it.each([false, true])('is idempotent (label: %s)', (isLabel) => {
    fc.assert(
      fc.property(texts, (parts) => {
        const once = displayText(parts.join(''), { label: isLabel });
        expect(displayText(once, { label: isLabel })).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
