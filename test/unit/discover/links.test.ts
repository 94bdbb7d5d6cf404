import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/line/discover/feed.ts';
import { judgeLinks, linksOf } from '../../../src/line/discover/links.ts';
import { readSitemap } from '../../../src/line/discover/news-sitemap.ts';
import { linksOfFeed } from '../../../src/line/discover/routes/feed.ts';
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
    expect(judgeLinks([{ url }], meeting)).toEqual({ links: [], dropped: { [reason]: 1 } });
  });

  it('is not a host in Arabic letters', () => {
    expect(linksOf([{ url: 'https://أخبار.test/1' }], meeting)).toHaveLength(1);
  });

  it('is the second of two that are the same', () => {
    const twice = [{ url: '/1#a' }, { url: '/1#b' }];
    expect(judgeLinks(twice, meeting).dropped).toEqual({ repeated: 1 });
  });
});
