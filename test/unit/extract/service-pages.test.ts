import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { LIST_PAGES, LISTED_ARTICLES } from './list-pages.ts';
import { NO_STORY_PAGES } from './no-story-pages.ts';
import { NON_ARTICLES } from './non-articles.ts';
import { PLAIN_ARTICLES } from './plain-articles.ts';
import { DATA_STORIES, SERVICE_PAGES } from './service-pages.ts';

const kindOf = (url: string, html: string): string =>
  readArticle(parseDocument(html, url), { crawlers }).kind;

const pages = [...SERVICE_PAGES, ...NON_ARTICLES];

describe('pages of services and data', () => {
  it.each([...pages, ...NO_STORY_PAGES, ...LIST_PAGES])('is no article: %s', (_name, url, html) => {
    expect(kindOf(url, html)).not.toBe('article');
  });

  // An address says little: news of prices and of vacancies stand in such sections, too.
  it.each(pages)('is told without the help of the address: %s', (_name, _url, html) => {
    expect(kindOf('https://daftar.example/ar/p/20611', html)).not.toBe('article');
  });

  it.each([...DATA_STORIES, ...PLAIN_ARTICLES, ...LISTED_ARTICLES])(
    'is an article: %s',
    (_name, url, html) => {
      expect(kindOf(url, html)).toBe('article');
    },
  );

  // A feed lists what a newsroom wrote, whatever its headline begins with.
  it('believes a feed that tells when it was published', () => {
    const html =
      '<title>حالة الطقس</title><h1>حالة الطقس</h1><p>أمطار خفيفة على الساحل مساء الاثنين.</p><p>ضباب في الوادي فجر الثلاثاء، والرؤية دون مئتي متر.</p>';
    const read = (link: object): string =>
      readArticle(parseDocument(html, 'https://daftar.example/p/9'), { crawlers, link }).kind;
    expect(read({})).not.toBe('article');
    expect(read({ published: '2026-11-29T06:00:00Z' })).toBe('article');
  });
});
