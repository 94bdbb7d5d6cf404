import { describe, expect, it } from 'vitest';
import { linksOfFeed } from '../../../src/line/discover/entry-links.ts';
import { readFeed } from '../../../src/line/discover/feed.ts';
import { judgeLinks, linksOf } from '../../../src/line/discover/links.ts';
import { readSitemap } from '../../../src/line/discover/news-sitemap.ts';
import { Link } from '../../../src/record/link.ts';

const meeting = {
  source: 'almina',
  route: { kind: 'feed', url: 'https://akhbar.test/feed' },
  visit: 'v1',
  now: new Date('2026-11-23T12:00:00Z'),
} as const;

describe('links of a feed', () => {
  it('carry what the entry states, as plain text', () => {
    const feed = readFeed(
      `<rss><channel><item><title>&lt;b&gt;سد&lt;/b&gt; جديد</title><link>/سد</link><guid isPermaLink="false">7</guid><pubDate>أمس</pubDate></item></channel></rss>`,
      { url: meeting.route.url },
    );
    const links = linksOf(linksOfFeed(feed), meeting);
    expect(links).toEqual([
      {
        url: 'https://akhbar.test/%D8%B3%D8%AF',
        source: 'almina',
        route: { kind: 'feed', url: 'https://akhbar.test/feed' },
        firstSeen: '2026-11-23T12:00:00.000Z',
        visit: 'v1',
        guid: '7',
        title: 'سد جديد',
        published: 'أمس',
      },
    ]);
    expect(links.map((link) => Link.safeParse(link).success)).toEqual([true]);
  });

  it('are the same whatever base the entry has', () => {
    const { entries } = readSitemap(
      '<urlset><url><loc>https://akhbar.test/a#x</loc></url></urlset>',
      {
        url: 'https://akhbar.test/s.xml',
      },
    );
    expect(linksOf(entries, meeting)[0]?.url).toBe('https://akhbar.test/a');
  });
});

/** `text` as a system writes it that takes UTF-8 for windows-1252. */
const misread = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

describe('the title of a link', () => {
  const titleOf = (title: string) => {
    const text = `<rss><channel><item><title>${title}</title><link>/1</link></item></channel></rss>`;
    return linksOf(linksOfFeed(readFeed(text, { url: meeting.route.url })), meeting)[0]?.title;
  };
  it.each([
    ['a tag that it speaks of', 'شرح وسم &lt;title&gt; للمبتدئين', 'شرح وسم <title> للمبتدئين'],
    ['the beginning of a comment', 'الذهب &lt;!-- يرتفع', 'الذهب <!-- يرتفع'],
    ['a comparison', 'سعر القمح &lt; 300 ريال', 'سعر القمح < 300 ريال'],
    ['markup by habit', '&lt;b&gt;الذهب&lt;/b&gt; يرتفع', 'الذهب يرتفع'],
    ['quotes escaped twice', 'قال: &amp;quot;لن نتراجع&amp;quot;', 'قال: "لن نتراجع"'],
    ['quotes escaped thrice', 'قال: &amp;amp;quot;لن نتراجع&amp;amp;quot;', 'قال: "لن نتراجع"'],
    ['markup escaped twice', '&amp;lt;b&amp;gt;الذهب&amp;lt;/b&amp;gt; يرتفع', 'الذهب يرتفع'],
    ['a company of two', 'شركة &amp;amp; شركاؤها', 'شركة & شركاؤها'],
    [
      'letters read in a wrong encoding',
      misread('الذهب يرتفع في الأسواق'),
      'الذهب يرتفع في الأسواق',
    ],
  ])('is plain text, whatever it holds: %s', (_, title, plain) => {
    expect(titleOf(title)).toBe(plain);
  });
});

describe('the author of a link', () => {
  it.each([
    ['<dc:creator>&lt;a href="/k/1"&gt;سلمى الحداد&lt;/a&gt;</dc:creator>', 'سلمى الحداد'],
    ['<author>salma@akhbar.test (سلمى الحداد)</author>', 'سلمى الحداد'],
    ['<author>سلمى الحداد &lt;salma@akhbar.test&gt;</author>', 'سلمى الحداد'],
    ['<author><name><![CDATA[<b>سلمى&nbsp;الحداد</b>]]></name></author>', 'سلمى الحداد'],
  ])('is a name without markup: %s', (author, name) => {
    const text = `<rss><channel><item><link>/1</link>${author}</item></channel></rss>`;
    const links = linksOf(linksOfFeed(readFeed(text, { url: meeting.route.url })), meeting);
    expect(links[0]?.author).toEqual([name]);
  });
});

describe('a link that is not followed', () => {
  it.each([
    ['scheme', 'javascript:alert(1)'],
    ['scheme', 'data:text/html,x'],
    ['scheme', 'ftp://akhbar.test/1'],
    ['userinfo', 'https://user:pass@akhbar.test/1'],
    ['too long', `https://akhbar.test/${'a'.repeat(10_000)}`],
    ['homograph', 'https://akhb\u202ear.test/1'],
    ['homograph', 'https://аkhbar.test/1'],
    ['homograph', 'https://аро.test/1'],
    ['home', 'https://akhbar.test/'],
    ['invalid', 'https://[::'],
    ['absent', ' '],
  ])('is counted as %s', (reason, url) => {
    const judged = judgeLinks([{ url }], meeting);
    expect(judged).toMatchObject({ links: [], dropped: { [reason]: 1 } });
    const canBeAskedAbout = URL.canParse(url) && reason !== 'too long';
    expect([...judged.leftOut.keys()]).toEqual(canBeAskedAbout ? [reason] : []);
  });

  it('is over the limit of a document, and named for the first of them', () => {
    const stated = Array.from({ length: 50_200 }, (_, at) => ({ url: `/news/${at}` }));
    const { links, dropped, leftOut } = judgeLinks(stated, meeting);
    expect(links).toHaveLength(50_000);
    expect(dropped).toEqual({ 'over the limit': 200 });
    expect(leftOut.get('over the limit')).toHaveLength(100);
    expect(leftOut.get('over the limit')?.[0]).toMatch(/\/news\/50000$/u);
  });

  it('is not a host in Arabic letters', () => {
    expect(linksOf([{ url: 'https://أخبار.test/1' }], meeting)).toHaveLength(1);
  });

  it('is the second of two that are the same', () => {
    const twice = [{ url: '/1#a' }, { url: '/1#b' }];
    expect(judgeLinks(twice, meeting).dropped).toEqual({ repeated: 1 });
  });
});
