import { describe, expect, it } from 'vitest';
import { sketch } from '../../../src/line/dedupe/sketch.ts';
import { SLOT_BYTES } from '../../../src/line/dedupe/sketch-layout.ts';
import { draftOf } from '../../article.ts';

describe('sketch', () => {
  it('is the same for the same text, whatever its spelling', () => {
    const other = draftOf({ headline: 'بلديه الميناء تفتتح مكتبه عامه علي الكورنيش' });
    expect(sketch(other)).toEqual(sketch(draftOf()));
  });

  it('is of bounded size for any text', () => {
    const words = Array.from({ length: 60_000 }, (_, index) => `كلمة${index} ${index * 7}`).join(
      ' ',
    );
    const { story } = sketch(draftOf({ articleBody: words, headline: words.slice(0, 5000) }));
    expect(story.slot).toHaveLength(SLOT_BYTES);
    expect(story.bands.length).toBeLessThanOrEqual(33);
  });

  it.each([
    ['an empty body', { articleBody: '' }],
    ['one word', { articleBody: 'عاجل' }],
    ['no letters at all', { articleBody: '… — !', headline: '؟' }],
  ])('draws %s', (_case, change) => {
    expect(sketch(draftOf(change)).story.slot).toHaveLength(SLOT_BYTES);
  });

  it('knows the content of a text of 30 words, of one source and one day', () => {
    const long = { articleBody: 'كلمة أخرى في هذا الخبر '.repeat(8) };
    const other = { ...long, url: 'http://news.test/another' };
    expect(sketch(draftOf(long)).content).not.toBe('');
    expect(sketch(draftOf(other)).content).toBe(sketch(draftOf(long)).content);
    const nextDay = { ...long, datePublished: '2024-03-06T10:00:00Z' };
    expect(sketch(draftOf(nextDay)).content).not.toBe(sketch(draftOf(long)).content);
    expect(sketch(draftOf()).content).toBe('');
  });

  it('carries the correction note', () => {
    const articleBody = 'نص الخبر.\n\nتصحيح: العدد عشرة';
    expect(sketch(draftOf({ articleBody })).correction).toBe('تصحيح: العدد عشرة');
    expect(sketch(draftOf())).not.toHaveProperty('correction');
  });
});
