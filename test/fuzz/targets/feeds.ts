import { linksOfFeed } from '../../../src/line/discover/entry-links.ts';
import { readFeed } from '../../../src/line/discover/feed.ts';
import { judgeLinks } from '../../../src/line/discover/links.ts';
import { decodeBytes } from '../../../src/line/fetch/charset.ts';
import { orRefusal } from '../refusal.ts';
import { siteDocuments } from '../site-documents.ts';
import { addressJudge } from '../stated.ts';
import type { FuzzTarget } from '../target.ts';

const url = 'https://akhbar.test/feeds/news.xml';
const now = new Date('2026-11-23T12:00:00Z');
const meeting = { source: 'akhbar', route: { kind: 'feed', url }, visit: 'v1', now } as const;

const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar" xml:base="/n/">
<title type="html">أخبار &amp;amp; ناس</title><link rel="self" href="/feed.atom"/><link rel="hub" href="https://hub.test/"/>
<entry><id>tag:akhbar.test,2026:7</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">عودة <b>القطار</b></div></title>
<link hreflang="ar" href="7.html"/><link rel="enclosure" type="audio/mpeg" href="7.mp3" length="9"/>
<published>2026-11-20T08:00:00+02:00</published><author><name>سعاد المر</name></author><content type="html">&lt;p&gt;نص&lt;/p&gt;</content></entry></feed>`;

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://akhbar.test/"><title>أخبار</title></channel><item rdf:about="https://akhbar.test/8"><title>خبر</title><link>https://akhbar.test/8</link><dc:date>2026-11-20</dc:date></item></rdf:RDF>`;

const JSON_FEED = `{"version":"https://jsonfeed.org/version/1.1","title":"أخبار","items":[{"id":"9","url":"https://akhbar.test/9","title":"عنوان","content_html":"<p>نص</p>","date_published":"2026-11-20T08:00:00Z","authors":[{"name":"ليث"}],"image":"/9.jpg","attachments":[{"url":"/9.mp3","mime_type":"audio/mpeg"}]}],"hubs":[{"type":"WebSub","url":"https://hub.test/"}]}`;

/** `readFeed` and the links made of it. */
export const target: FuzzTarget = {
  extension: 'xml',
  corpus: async () => [
    ...(await siteDocuments(/^(?:\s*<\?xml[^>]*\?>)?\s*<(?:rss|feed)/u)),
    ...[ATOM, RDF, JSON_FEED],
  ],
  token: /<!\[CDATA\[|\]\]>|<[^<>]{0,300}>|"[^"]{0,60}"|&[#\w]{1,10};/gu,
  pieces: [
    ...['<item>', '</item>', '<entry>', '<link>/1</link>', '<link href="x"/>', '<![CDATA[', ']]>'],
    ...[
      '<!DOCTYPE rss [<!ENTITY a "&a;&a;">]>',
      '&a;',
      '&#x110000;',
      '&#0;',
      '&nbsp',
      '<!--',
      '-->',
    ],
    ...['<title type="xhtml"><div>', '<guid isPermaLink="true">', '<media:content url="/a.mp4"/>'],
    ...[' xmlns:a=""', ' xml:base="//b.test/"', ' xml:base="::"', '<?xml version="1.1"?>', '<a:b'],
    ...[
      '<pubDate>',
      '<ttl>',
      '<atom:link rel="next" href="?p=2"/>',
      '</channel>',
      '</rss>',
      '{"items":[',
    ],
  ],
  isEncoded: true,
  msPerKilobyte: 2,
  check(input) {
    const { text } = decodeBytes(input);
    const feed = orRefusal(() => readFeed(text, { url, language: 'ar' }));
    if (!feed) return undefined;
    const isStated = addressJudge(text, url);
    const { links } = judgeLinks(linksOfFeed(feed), meeting);
    for (const { url: link, image, enclosures = [] } of links) {
      if (!/^https?:\/\//u.test(link)) return `a link that is no web address: ${link}`;
      const invented = [link, image, ...enclosures.map((one) => one.url)].find(
        (one) => !isStated(one),
      );
      if (invented) return `an invented address: ${invented}`;
    }
    const other = [feed.link, feed.hub, feed.self, feed.next].find((one) => !isStated(one));
    if (other) return `an invented address of the feed: ${other}`;
    for (const { published, publishedAt } of feed.entries) {
      if (publishedAt && Number.isNaN(Date.parse(publishedAt))) return `no instant: ${publishedAt}`;
      if (publishedAt && !published) return `an instant of no text: ${publishedAt}`;
    }
    return undefined;
  },
};
