import { describe, expect, it } from 'vitest';
import { choosePageUrl } from '../../../src/line/normalize/page-url.ts';

const stated = (value: string) => ({
  value,
  evidence: { from: 'link canonical', text: value, confidence: 0.95 },
});

describe('choosePageUrl', () => {
  it.each([
    ['a canonical link', 'https://a.com/n/1?x=1', 'https://a.com/n/1', 'https://a.com/n/1'],
    ['a twin for phones', 'https://m.a.com/n/1', 'https://www.a.com/n/1', 'https://a.com/n/1'],
    [
      'the article of a second page',
      'https://a.com/a-b-c/2/',
      'https://a.com/a-b-c/',
      'https://a.com/a-b-c/',
    ],
    [
      'an article above its slug',
      'https://a.com/n/54321/x-y',
      'https://a.com/n/54321',
      'https://a.com/n/54321',
    ],
    ['the front page', 'https://a.com/n/1-a-b', 'https://a.com/', 'https://a.com/n/1-a-b'],
    ['a section', 'https://a.com/news/a-b-c', 'https://a.com/news', 'https://a.com/news/a-b-c'],
    [
      'an Arabic section',
      'https://a.com/أخبار/a-b-c',
      'https://a.com/أخبار',
      'https://a.com/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/a-b-c',
    ],
    ['another site', 'https://a.com/n/1', 'https://b.com/n/9', 'https://a.com/n/1'],
    ['a number in the query', 'https://a.com/show/x', 'https://a.com/?p=77', 'https://a.com/?p=77'],
  ])('%s', (_, page, link, expected) => {
    expect(choosePageUrl(stated(link), page).value.url).toBe(expected);
  });

  it('says what it refused', () => {
    const { evidence, others } = choosePageUrl(stated('https://b.com/n/9'), 'https://a.com/n/1');
    expect(evidence.note).toBe('link canonical https://b.com/n/9 refused: another site');
    expect(others).toEqual(['https://b.com/n/9']);
  });

  it('takes the page where nothing is stated', () => {
    const { value, evidence } = choosePageUrl(undefined, 'https://a.com/n/1#x');
    expect(value.url).toBe('https://a.com/n/1');
    expect(evidence).toEqual({ from: 'page', text: 'https://a.com/n/1#x', confidence: 0.8 });
  });
});
