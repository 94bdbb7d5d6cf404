import { describe, expect, it } from 'vitest';
import { ArticleDraft } from '../../../src/record/article.ts';
import {
  comparableOf,
  FIELDS,
  NEWS_FIELDS,
  normalizeFields,
  READ_FIELDS,
  SELECTORS,
} from '../../../src/record/fields.ts';
import { ArticleRules } from '../../../src/record/source-rules.ts';

const forms = { prose: (text: string) => `p(${text})`, label: (text: string) => `l(${text})` };
const settle = (text: string): string => text.toLowerCase();

describe('the table of fields', () => {
  it('gives the draft its fields, in their order', () => {
    expect(Object.keys(ArticleDraft.shape)).toEqual(Object.keys(FIELDS));
  });

  it('gives a source its selectors, and the cutting of the body', () => {
    const names = SELECTORS.map(({ selector }) => selector);
    expect(Object.keys(ArticleRules.shape).sort()).toEqual([...names, 'remove'].sort());
  });

  it('lets a date be given with a table of months, and no other field', () => {
    const rule = { select: '.date', months: 'levant' };
    const takes = SELECTORS.filter(
      ({ selector }) => ArticleRules.safeParse({ [selector]: rule }).success,
    );
    expect(takes.map(({ selector }) => selector)).toEqual(['datePublished', 'dateModified']);
  });

  it('leaves the dates and the rights to be weighed against what else is known', () => {
    const weighed = NEWS_FIELDS.filter(
      (name) => !(READ_FIELDS as readonly string[]).includes(name),
    );
    expect(weighed).toEqual(['datePublished', 'dateModified', 'rights']);
  });
});

it('brings each field of a reading to its text form, and invents none', () => {
  const reading = {
    headline: { value: 'عنوان' },
    articleBody: { value: ['أول', 'ثان'] },
    author: { value: ['هدى'] },
    credit: { value: [{ name: 'وكالات', kind: 'agencies' as const }] },
    keywords: { value: ['مياه'] },
  };
  expect(normalizeFields(reading, forms)).toEqual({
    headline: 'l(عنوان)',
    articleBody: 'p(أول)\n\np(ثان)',
    author: [{ name: 'l(هدى)' }],
    credit: [{ name: 'l(وكالات)', kind: 'agencies' }],
    keywords: ['l(مياه)'],
  });
});

describe('what makes a revision', () => {
  const image = (url: string) => ({ image: { url } });
  const rights = (robots: string, aiOptOut = false) => ({
    rights: { robots, aiOptOut, paywalled: false, robotsLine: null },
  });

  it.each([
    ['spelling that is folded', 'headline', { headline: 'A' }, { headline: 'a' }, true],
    ['a word', 'headline', { headline: 'a' }, { headline: 'b' }, false],
    ['the order of keywords', 'keywords', { keywords: ['b', 'a'] }, { keywords: ['a', 'b'] }, true],
    ['a keyword more', 'keywords', { keywords: ['a'] }, { keywords: ['a', 'b'] }, false],
    ['an author', 'author', { author: [{ name: 'a' }] }, { author: [{ name: 'b' }] }, false],
    [
      'the size of a picture',
      'image',
      image('https://a.test/x-300x200.jpg?v=1'),
      image('https://a.test/x.jpg'),
      true,
    ],
    [
      'another picture',
      'image',
      image('https://a.test/x.jpg'),
      image('https://a.test/y.jpg'),
      false,
    ],
    [
      'one instant in two zones',
      'datePublished',
      { datePublished: '2026-11-20T00:00:00+03:00' },
      { datePublished: '2026-11-19T21:00:30Z' },
      true,
    ],
    [
      'another minute',
      'datePublished',
      { datePublished: '2026-11-20T00:00:00+03:00' },
      { datePublished: '2026-11-20T00:01:00+03:00' },
      false,
    ],
    ['what an archive cannot tell', 'rights', rights('unknown'), rights('allowed'), true],
    ['a word against AI use', 'rights', rights('allowed'), rights('allowed', true), false],
  ] as const)('%s', (_, name, before, after, isSame) => {
    const [was, is] = [before, after].map((values) => comparableOf(values, name, settle));
    expect(was).toBeDefined();
    expect(was === is).toBe(isSame);
  });

  it('a newer date of modification alone does not', () => {
    expect(
      comparableOf({ dateModified: '2026-11-20T00:00:00Z' }, 'dateModified', settle),
    ).toBeUndefined();
  });
});
