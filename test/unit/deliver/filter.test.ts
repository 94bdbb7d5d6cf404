import { describe, expect, it } from 'vitest';
import { Filter, hasAllWords, recordFilter } from '../../../src/line/deliver/filter.ts';
import { recordShape } from '../../../src/line/deliver/shape.ts';
import type { ArticleRecord } from '../../../src/record/article.ts';
import { deliveryOf } from '../../deliveries.ts';

const record = (change: Partial<ArticleRecord> = {}): ArticleRecord =>
  deliveryOf(1, 1, change).record;
/** Half past midnight of the second of the month, in Cairo. */
const NIGHT = { datePublished: '2026-11-02T00:30:00+02:00' };
const rightsOf = (robots: object): Partial<ArticleRecord> => ({
  rights: { ...record().rights, ...robots },
});
const NO_COPY = rightsOf({ noarchive: true });
const NO_INDEX = rightsOf({ noindex: true });
const tags = (): string[] => ['national'];

describe('a search by words', () => {
  it.each<[string, string, boolean]>([
    ['a word of the headline', 'افتتاح', true],
    ['words of headline and text, in any order', 'العمل جسر', true],
    ['words in another spelling', 'إفتتاحُ جِسر', true],
    ['a word behind a proclitic', 'قال', true],
    ['a keyword of the page', 'مياه', true],
    ['signs between the words', '«افتتاح», (جسر)!', true],
    ['one word that is not there', 'افتتاح المطار', false],
    ['a part of a word', 'شغال', false],
    ['no word at all', '؟ … !', false],
    ['a word that is a pattern', '.*', false],
  ])('finds %s: %s → %s', (_what, text, isFound) => {
    expect(hasAllWords(text)(record({ keywords: ['مياه'] }))).toBe(isFound);
  });
});

describe('a filter', () => {
  it.each<[string, object, Partial<ArticleRecord>, boolean]>([
    ['nothing asked', {}, {}, true],
    ['its source', { sources: ['almadar', 'x'] }, {}, true],
    ['another source', { sources: ['x'] }, {}, false],
    ['its country', { countries: ['EG', 'JO'] }, {}, true],
    ['another country', { countries: ['EG'] }, {}, false],
    ['its language', { languages: ['ar'] }, { inLanguage: 'ar-JO' }, true],
    ['another language', { languages: ['fr'] }, {}, false],
    [
      'the language of its source where the text tells none',
      { languages: ['ckb'] },
      { inLanguage: undefined, source: { ...record().source, language: 'ckb' } },
      true,
    ],
    ['no language known', { languages: ['ar'] }, { inLanguage: undefined }, false],
    ['a tag of its source', { tags: ['national'] }, {}, true],
    ['another tag', { tags: ['sport'] }, {}, false],
    [
      'a section in another spelling',
      { sections: ['اقتصاد'] },
      { articleSection: ['إقتصاد'] },
      true,
    ],
    ['another section', { sections: ['رياضة'] }, { articleSection: ['اقتصاد'] }, false],
    ['a word of the text', { keywords: ['وزير'] }, {}, true],
    ['a word with marks', { keywords: ['وَزِير'] }, {}, true],
    ['a word behind a proclitic', { keywords: ['قال'] }, {}, true],
    ['words together', { keywords: ['وزير الأشغال'] }, {}, true],
    ['a part of a word', { keywords: ['شغال'] }, {}, false],
    ['words over two fields', { keywords: ['تأخير افتتح'] }, {}, false],
    ['a keyword of the page', { keywords: ['مياه'] }, { keywords: ['المياه', 'مياه'] }, true],
    ['its role', { roles: ['original'] }, {}, true],
    ['another role', { roles: ['copy', 'abridged'] }, {}, false],
    ['first revisions', { changes: ['published'] }, {}, true],
    ['later revisions', { changes: ['updated'] }, {}, false],
    ['its day as its readers saw it', { publishedFrom: '2026-11-02' }, NIGHT, true],
    ['its day in UTC alone', { publishedTo: '2026-11-02' }, NIGHT, false],
    ['a later day', { publishedFrom: '2026-11-03' }, NIGHT, false],
    ['before the next day', { publishedTo: '2026-11-03' }, NIGHT, true],
    ['its very time', { publishedFrom: '2026-11-01T22:30:00Z' }, NIGHT, true],
    ['up to its very time', { publishedTo: '2026-11-02T00:30:00+02:00' }, NIGHT, false],
    ['a time of another zone', { publishedFrom: '2026-11-02T01:00:00+03:00' }, NIGHT, true],
    [
      'within two days',
      { publishedFrom: '2026-11-01', publishedTo: '2026-11-03' },
      { datePublished: '2026-11-01T00:00:00+02:00' },
      true,
    ],
    ['no date known', { publishedFrom: '1990-01-01' }, { datePublished: undefined }, false],
    ['no date known, up to', { publishedTo: '2090-01-01' }, { datePublished: undefined }, false],
    ['enough words', { minWords: 9 }, {}, true],
    ['too few words', { minWords: 10 }, {}, false],
    ['its rights', { rights: { aiOptOut: false, paywalled: false } }, {}, true],
    ['a page that asks for no copy', { rights: { noarchive: false } }, NO_COPY, false],
    ['only pages that ask for no copy', { rights: { noarchive: true } }, NO_COPY, true],
    ['a page in no index', { rights: { noindex: false } }, NO_INDEX, false],
    ['a page that says nothing', { rights: { noindex: false, noarchive: false } }, {}, true],
    ['other rights', { rights: { paywalled: true } }, {}, false],
    ['two keys, one not met', { sources: ['almadar'], countries: ['EG'] }, {}, false],
  ])('%s', (_what, only, change, wanted) => {
    expect(recordFilter(Filter.parse(only), tags)(record(change))).toBe(wanted);
  });
});

it.each(['yesterday', '2026-02-31', '2026-11-01T08:00', ''])(
  'takes no day or time of publication that is none: %j',
  (publishedFrom) => {
    expect(Filter.safeParse({ publishedFrom }).success).toBe(false);
  },
);

describe('a shape', () => {
  it('keeps the fields asked for and what makes a record usable', () => {
    const shaped = recordShape({ fields: ['headline', 'url'] })(record());
    expect(Object.keys(shaped).sort()).toEqual(
      ['change', 'headline', 'id', 'revision', 'schemaVersion', 'url'].sort(),
    );
  });

  it.each([
    ['plain', 'text/plain', record().articleBody],
    ['markdown', 'text/markdown', record().articleBody],
    [
      'html',
      'text/html',
      '<p>افتتح وزير الأشغال اليوم الجسر.</p>\n<p>وقال إن العمل استمر عامين.</p>',
    ],
  ] as const)(
    'adds the text as %s, and leaves the body as it is',
    (text, encodingFormat, value) => {
      const shaped = recordShape({ text })(record());
      expect(shaped).toEqual({ ...record(), text: value, encodingFormat });
      const few = recordShape({ text, fields: ['url'] })(record());
      expect(few).toMatchObject({ url: record().url, text: value });
      expect(few.articleBody).toBeUndefined();
    },
  );
});
