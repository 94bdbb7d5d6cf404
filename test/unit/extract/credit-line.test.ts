import { describe, expect, it } from 'vitest';
import { isSignature, parseCreditLine } from '../../../src/line/extract/credit-line.ts';

const SITE = ['المرسى'];

describe('parseCreditLine', () => {
  it.each([
    ['وكالات', [['وكالات', 'agencies']]],
    ['وكالات- المرسى', [['وكالات', 'agencies']]],
    ['(رويترز)', [['رويترز', 'agency']]],
    ['المصدر: رويترز', [['رويترز', 'agency']]],
    [
      'المصدر : رويترز + أ ف ب',
      [
        ['رويترز', 'agency'],
        ['أ ف ب', 'agency'],
      ],
    ],
    [
      'رويترز ووكالات',
      [
        ['رويترز', 'agency'],
        ['وكالات', 'agencies'],
      ],
    ],
    ['القاهرة - وكالة أنباء الوادي', [['وكالة أنباء الوادي', 'agency']]],
    ['المرسى - وكالات', [['وكالات', 'agencies']]],
    [
      'و.ب/ع.ش (د ب أ، رويترز)',
      [
        ['د ب أ', 'agency'],
        ['رويترز', 'agency'],
      ],
    ],
    ['كتب: رويترز', [['رويترز', 'agency']]],
    ['كتبت - وكالات', [['وكالات', 'agencies']]],
    ['كتب/ إفي |', [['إفي', 'agency']]],
    ['La Rédaction (avec TAP)', [['TAP', 'agency']]],
    ['Avec agences', [['agences', 'agencies']]],
    [
      'AFP et Reuters',
      [
        ['AFP', 'agency'],
        ['Reuters', 'agency'],
      ],
    ],
    ['Source : Agence France-Presse', [['Agence France-Presse', 'agency']]],
    ['The Associated Press', [['The Associated Press', 'agency']]],
    ['(AA)', [['AA', 'agency']]],
    ['القاهرة - المرسى', []],
    ['المرسى - خاص', []],
  ])('%s', (line, credits) => {
    expect(parseCreditLine(line, SITE)?.map(({ name, kind }) => [name, kind])).toEqual(credits);
  });

  it.each([
    ['وقالت رويترز إن الاجتماع انتهى'],
    ['القاهرة'],
    ['الأخبار العاجلة من كل مكان'],
    ['وزارة الصحة - بيان رسمي'],
  ])('is undefined for: %s', (line) => {
    expect(parseCreditLine(line, SITE)).toBeUndefined();
  });
});

describe('isSignature', () => {
  it.each([
    ['وام/ أحمد سالم / هدى علي', true],
    ['م ع/ ر س', true],
    ['الفريق الأول / الفريق الثاني في المباراة', false],
    ['رابط الصفحة https://a.example/b', false],
  ])('%s', (line, is) => {
    expect(isSignature(line)).toBe(is);
  });
});
