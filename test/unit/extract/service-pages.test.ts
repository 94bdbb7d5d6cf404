import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { DATA_STORIES, SERVICE_PAGES } from './service-pages.ts';

const kindOf = (url: string, html: string): string =>
  readArticle(parseDocument(html, url), { crawlers }).kind;

describe('pages of services and data', () => {
  it.each(SERVICE_PAGES)('is no article: %s', (_name, url, html) => {
    expect(kindOf(url, html)).not.toBe('article');
  });

  // An address says little: news of prices and of vacancies stand in such sections, too.
  it.each(SERVICE_PAGES)('is told without the help of the address: %s', (_name, _url, html) => {
    expect(kindOf('https://daftar.example/ar/p/20611', html)).not.toBe('article');
  });

  it.each(DATA_STORIES)('is an article: %s', (_name, url, html) => {
    expect(kindOf(url, html)).toBe('article');
  });
});
