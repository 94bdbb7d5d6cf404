import { describe, expect, it } from 'vitest';
import { fieldDigests } from '../../../src/line/dedupe/field-digests.ts';
import type { ArticleDraft } from '../../../src/record/article.ts';
import { draftOf } from '../../article.ts';

const BODY = 'افتتح المجلس البلدي السوق الجديدة.\n\nوحضر الافتتاح مئة تاجر.';

/** The fields whose digests differ between two observations, in the record's order. */
function changedFields(before: ArticleDraft, after: ArticleDraft): string[] {
  const was = fieldDigests(before);
  const is = fieldDigests(after);
  return [...new Set([...Object.keys(is), ...Object.keys(was)])].filter(
    (field) => was[field] !== is[field],
  );
}

describe('the digests of fields', () => {
  it.each([
    ['a re-spelt headline', { headline: 'بلدية الميناء تفتتح مكتبه عامه علي الكورنيش' }],
    ['tashkeel', { headline: 'بَلدية الميناء تفتتح مكتبة عامة على الكورنيش' }],
    ['punctuation', { headline: 'بلدية الميناء: تفتتح "مكتبة" عامة على الكورنيش!' }],
    ['another fetch', { fetch: { ...draftOf().fetch, at: '2024-03-06T00:00:00Z', bytes: 5 } }],
    ['other evidence', { evidence: { headline: { from: 'og:title', confidence: 0.9 } } }],
    ['another address', { url: 'http://news.test/a', otherUrls: ['http://m.news.test/1'] }],
    ['a later dateModified', { dateModified: '2024-03-06T00:00:00Z' }],
    ['the seconds of the date', { datePublished: '2024-03-05T10:00:41Z' }],
    ['the same moment on the clock of a zone', { datePublished: '2024-03-05T12:00:00+02:00' }],
    ['a word count', { wordCount: 14 }],
  ])('does not count %s', (_case, change) => {
    expect(changedFields(draftOf(), draftOf(change))).toEqual([]);
  });

  it.each([
    ['منذ 5 دقائق', 'منذ ساعتين'],
    ['قبل يوم', 'قبل 3 أيام'],
    ['120 مشاهدة', '٤٥٠ مشاهدة'],
    ['عدد المشاهدات: 12', 'عدد المشاهدات: 900'],
    ['آخر تحديث: 12:30', 'آخر تحديث: 14:45 بتوقيت القدس'],
    ['3 تعليقات', '8 تعليقات'],
  ])('does not count a page that says %s, then %s', (before, after) => {
    const was = draftOf({ articleBody: `${BODY}\n\n${before}` });
    expect(changedFields(was, draftOf({ articleBody: `${BODY}\n\n${after}` }))).toEqual([]);
  });

  it.each([
    ['a number in the body', { articleBody: BODY.replace('مئة', '200') }, ['articleBody']],
    ['a headline', { headline: 'البلدية ترجئ الافتتاح' }, ['headline']],
    ['an author that came', { author: [{ name: 'سلمى الحداد' }] }, ['author']],
    ['a date', { datePublished: '2024-03-05T11:00:00Z' }, ['datePublished']],
    ['a clock of another zone', { datePublished: '2024-03-05T10:00:00+02:00' }, ['datePublished']],
    ['a picture', { image: { url: 'http://news.test/b.jpg' } }, ['image']],
    ['a paywall', { rights: { ...draftOf().rights, paywalled: true } }, ['rights']],
    [
      'two fields, in the order of the record',
      { keywords: ['سوق'], description: 'سوق جديدة' },
      ['description', 'keywords'],
    ],
  ])('counts %s', (_case, change, fields) => {
    const before = draftOf({ articleBody: BODY });
    expect(changedFields(before, draftOf({ articleBody: BODY, ...change }))).toEqual(fields);
  });

  it('counts a field that went', () => {
    const before = draftOf({ dateline: 'طرابلس' });
    expect(changedFields(before, draftOf())).toEqual(['dateline']);
  });

  it.each([
    ['order of keywords', { keywords: ['سوق', 'بلدية'] }, { keywords: ['بلدية', 'سوق'] }],
    [
      'size of the picture',
      { image: { url: 'http://news.test/a-300x200.jpg?v=1' } },
      { image: { url: 'http://news.test/a-780x470.jpg?v=2' } },
    ],
  ])('does not count the %s', (_case, before, after) => {
    expect(changedFields(draftOf(before), draftOf(after))).toEqual([]);
  });
});
