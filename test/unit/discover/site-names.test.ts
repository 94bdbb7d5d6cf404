import { load } from 'cheerio/slim';
import { describe, expect, it } from 'vitest';
import { findFeeds } from '../../../src/line/discover/survey/feed-links.ts';
import { chooseName } from '../../../src/line/discover/survey/site-name.ts';
import { sourceIdFor } from '../../../src/line/discover/survey/source-id.ts';

describe('the id of a source', () => {
  it.each([
    ['https://www.almadar.com/', 'almadar'],
    ['https://almadar.com.eg/', 'almadar'],
    ['https://news.almadar.com.eg/ar/', 'news-almadar'],
    ['https://m.almadar.net/', 'almadar'],
    ['https://ar.almadar.gov.ma/x?y=1', 'almadar'],
    ['https://AL-Madar24.org/', 'al-madar24'],
    ['https://almadar.blogspot.com/', 'almadar'],
    ['https://almadar.test/', 'almadar'],
    ['https://المدار.com/', 'xn--mgbaxj6gg'],
    ['http://127.0.0.1:8081/', '127-0-0-1-8081'],
    ['http://[::1]:8081/', '1-8081'],
    ['http://localhost:3000/', 'localhost-3000'],
    [`https://${'a'.repeat(63)}.com/`, 'a'.repeat(60)],
  ])('of %s is %s', (url, id) => {
    expect(sourceIdFor(url)).toBe(id);
  });
});

describe('the name of a site', () => {
  it.each([
    [['المدار'], 'المدار'],
    [[undefined, 'الصفحة الرئيسية | المدار'], 'المدار'],
    [['المدار - أخبار البحر والجبل'], 'المدار'],
    [['', 'الرئيسية', 'جريدة\n  المدار'], 'جريدة المدار'],
    [['Al-Madar – Home'], 'Al-Madar'],
    [['الرئيسية'], undefined],
    [[], undefined],
  ])('%j is %s', (texts, name) => {
    expect(chooseName(texts)).toBe(name);
  });
});

describe('the feeds of a page', () => {
  const url = 'https://almadar.test/ar/';
  it.each([
    ['in its head', '<link rel="alternate" type="application/rss+xml" href="/feed/">', ['/feed/']],
    [
      'with blanks in the type',
      '<link rel="alternate" type=" application/atom+xml " href="/a">',
      ['/a'],
    ],
    [
      'as JSON',
      '<link rel="alternate" type="application/feed+json" href="f.json">',
      ['/ar/f.json'],
    ],
    [
      'as links',
      '<a href="/rss">خلاصات</a><a href="/ar/sports/feed/">رياضة</a>',
      ['/rss', '/ar/sports/feed/'],
    ],
    [
      'by a query',
      '<a href="rss.php?id=3">بحر</a><a href="/?feed=rss2">كل</a>',
      ['/ar/rss.php?id=3', '/?feed=rss2'],
    ],
    ['twice', '<a href="/rss">أ</a><a href="/rss">ب</a>', ['/rss']],
    ['of comments', '<a href="/comments/feed/">التعليقات</a>', []],
    ['of another site', '<a href="https://other.test/rss">شريك</a>', []],
    ['in other words', '<a href="/press/">صحافة</a><a href="/feedback">رأيك</a>', []],
    [
      'of another scheme',
      '<link rel="alternate" type="application/rss+xml" href="ftp://a/rss">',
      [],
    ],
  ])('%s', (_name, html, wanted) => {
    const feeds = findFeeds(load(html), url);
    expect(feeds.map((feed) => feed.url.replace('https://almadar.test', ''))).toEqual(wanted);
  });
});
