import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { SUBJECT_PAGES, SUBJECT_STORIES } from './subject-pages.ts';

describe('pages that look like an article and are another thing', () => {
  it.each(SUBJECT_PAGES)('is no article: %s', (_name, url, html) => {
    const reading = readArticle(parseDocument(html, url), { crawlers });
    expect(reading.kind).not.toBe('article');
  });

  it.each(SUBJECT_STORIES)('is an article: %s', (_name, url, html) => {
    const reading = readArticle(parseDocument(html, url), { crawlers });
    expect([reading.kind, 'reason' in reading ? reading.reason : '']).toEqual(['article', '']);
  });
});
