import { describe, expect, it } from 'vitest';
import { NotAFeedError } from '../../../src/errors.ts';
import { readFeed } from '../../../src/line/discover/feed.ts';

const url = 'https://akhbar.test/feed';
const read = (text: string) => readFeed(text, { url });

const rss = (item: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>صحيفة الميناء</title>${channel}<item>${item}</item></channel></rss>`;

describe('the format of a feed', () => {
  it.each([
    ['rss', '<rss version="0.91"><channel><title>ع</title></channel></rss>'],
    ['rdf', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item/></rdf:RDF>'],
    ['atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>ع</title></feed>'],
    ['atom', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>ع</a:title></a:feed>'],
    ['json', '{"version":"https://jsonfeed.org/version/1.1","title":"ع","items":[]}'],
    ['rss', '<channel><title>ع</title><item/></channel>'],
  ])('is read as %s', (format, text) => {
    expect(read(text).format).toBe(format);
  });

  it.each([
    ['an empty text', ''],
    ['blanks', ' \n '],
    ['a page', '<!doctype html><html><body><h1>الرئيسية</h1></body></html>'],
    ['a page in XHTML', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['plain text', 'تم إيقاف الخدمة'],
    ['other XML', '<opml version="2.0"><body/></opml>'],
    ['a root by a name that every object has', '<constructor><title>عنوان</title></constructor>'],
    ['other JSON', '{"error":"rest_forbidden"}'],
    ['cut JSON', '{"version":"https://jsonfeed.org/version/1","items":['],
  ])('is refused for %s', (_, text) => {
    expect(() => read(text)).toThrow(NotAFeedError);
  });
});

describe('the fields of an entry', () => {
  it('are read from RSS with its modules', () => {
    const text = rss(
      `<title>افتتاح الرصيف الثالث</title><link>https://akhbar.test/1</link>
       <guid isPermaLink="false">p-1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 +0300</pubDate>
       <dc:creator>سلمى الحداد</dc:creator><category>اقتصاد</category><category>موانئ</category>
       <description>نبذة</description><content:encoded><![CDATA[<p>نص</p>]]></content:encoded>
       <media:content url="/i.jpg" medium="image"/>`,
    );
    expect(read(text).entries).toEqual([
      {
        title: 'افتتاح الرصيف الثالث',
        link: 'https://akhbar.test/1',
        id: 'p-1',
        published: 'Mon, 23 Nov 2026 10:00:00 +0300',
        publishedAt: '2026-11-23T07:00:00Z',
        author: ['سلمى الحداد'],
        categories: ['اقتصاد', 'موانئ'],
        summary: 'نبذة',
        content: '<p>نص</p>',
        image: 'https://akhbar.test/i.jpg',
      },
    ]);
  });

  it('are read from Atom', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://akhbar.test/a/"><entry>
      <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">مطر <b>غزير</b></div></title>
      <link href="2"/><link rel="enclosure" href="x.mp3"/><id>tag:akhbar.test,2026:2</id>
      <published>2026-11-23T10:00:00+03:00</published><updated>2026-11-23T08:00:00Z</updated>
      <author><name>ليلى</name></author><category term="طقس"/></entry></feed>`;
    expect(read(text).entries[0]).toEqual({
      title: 'مطر <b>غزير</b>',
      isTitleMarkup: true,
      link: 'https://akhbar.test/a/2',
      id: 'tag:akhbar.test,2026:2',
      published: '2026-11-23T10:00:00+03:00',
      publishedAt: '2026-11-23T07:00:00Z',
      updated: '2026-11-23T08:00:00Z',
      updatedAt: '2026-11-23T08:00:00Z',
      author: ['ليلى'],
      categories: ['طقس'],
      enclosures: [{ url: 'https://akhbar.test/a/x.mp3', type: 'audio/mpeg' }],
    });
  });
});

describe('the sounds and films of an entry', () => {
  const media = (inner: string): string =>
    `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>ع</title><item><title>خ</title>${inner}</item></channel></rss>`;

  it.each<[string, string, object[] | undefined]>([
    [
      'an enclosure with its size',
      rss('<enclosure url="https://cdn.test/a.mp3" type="audio/mpeg; x=1" length="4200000"/>'),
      [{ url: 'https://cdn.test/a.mp3', type: 'audio/mpeg', length: 4_200_000 }],
    ],
    [
      'one without a type, its size not known',
      rss('<enclosure url="/v/a.mp4?s=1" length="0"/>'),
      [{ url: 'https://akhbar.test/v/a.mp4?s=1', type: 'video/mp4' }],
    ],
    [
      'a film in a group, twice, with its title',
      media(
        '<media:group><media:content url="https://cdn.test/b" type="video/webm"><media:title>الميناء</media:title></media:content><media:content url="https://cdn.test/b" type="video/webm"/></media:group>',
      ),
      [{ url: 'https://cdn.test/b', type: 'video/webm', title: 'الميناء' }],
    ],
    ['a picture', rss('<enclosure url="https://cdn.test/a.jpg" type="image/jpeg"/>'), undefined],
    ['a document', rss('<enclosure url="https://cdn.test/a.pdf"/>'), undefined],
    ['a script', rss('<enclosure url="javascript:x.mp3" type="audio/mpeg"/>'), undefined],
    [
      'an attachment of a JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"ع","items":[{"id":"1","title":"خ","attachments":[{"url":"/a.m4a","mime_type":"audio/mp4","size_in_bytes":77}]}]}',
      [{ url: 'https://akhbar.test/a.m4a', type: 'audio/mp4', length: 77 }],
    ],
  ])('%s', (_what, text, enclosures) => {
    expect(read(text).entries[0]?.enclosures).toEqual(enclosures);
  });
});

describe('a channel of CDF', () => {
  it('is read from its attributes', () => {
    const text =
      '<CHANNEL HREF="https://a.test/"><TITLE>ع</TITLE><ITEM HREF="/1" LASTMOD="2026-11-23T10:00"><TITLE>خ</TITLE></ITEM></CHANNEL>';
    expect(read(text).entries).toEqual([
      {
        title: 'خ',
        link: 'https://akhbar.test/1',
        updated: '2026-11-23T10:00',
        updatedAt: '2026-11-23T10:00:00Z',
      },
    ]);
  });
});

describe('broken XML', () => {
  it.each([
    ['a stray ampersand', 'نفط & غاز', 'نفط & غاز'],
    ['an entity of HTML that nobody declared', 'نفط&nbsp;وغاز', 'نفط\u00a0وغاز'],
    ['an unknown entity', 'نفط &foo; غاز', 'نفط &foo; غاز'],
    ['a control character', 'نف\u0003ط', 'نفط'],
    ['a byte order mark in the middle', 'نف\ufeffط', 'نفط'],
    ['CDATA', '<![CDATA[نفط & غاز]]>', 'نفط & غاز'],
  ])('with %s gives the title', (_, title, expected) => {
    expect(read(rss(`<title>${title}</title>`)).entries[0]?.title).toBe(expected);
  });

  it('with text before the prolog and two roots gives the entries of both', () => {
    const twice = `تنبيه\n${rss('<title>أول</title>')}${rss('<title>ثان</title>')}`;
    expect(read(twice).entries.map(({ title }) => title)).toEqual(['أول', 'ثان']);
  });

  it('with tags left open gives each entry', () => {
    const text =
      '<rss><channel><item><title>أول<link>/1</link><item><title>ثان</title><link>/2</item>';
    expect(read(text).entries.map(({ title, link }) => [title, link])).toEqual([
      ['أول', 'https://akhbar.test/1'],
      ['ثان', 'https://akhbar.test/2'],
    ]);
  });

  it('that expands an entity a billion times stays small', () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    );
    const text = `<!DOCTYPE rss [<!ENTITY e0 "ها">${levels.join('')}]>${rss('<title>&e9;</title>')}`;
    expect(read(text).entries[0]?.title?.length).toBeLessThan(200);
  });

  it('never reads an external entity', () => {
    const text = `<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]>${rss('<title>&f;</title>')}`;
    expect(read(text).entries[0]?.title).toBe('&f;');
  });

  it('nested without end is read to its bound in time', () => {
    const text = rss(`<title>عميق</title>${'<b>'.repeat(200_000)}`);
    expect(read(text).entries[0]?.title).toBe('عميق');
  });
});

describe('a feed that ends too early', () => {
  it.each([
    ['in an address', '<item><title>ثان</title><link>https://akhbar.test/10', undefined, 1],
    [
      'behind an address',
      '<item><link>https://akhbar.test/10</link><titl',
      'https://akhbar.test/10',
      0,
    ],
    [
      'in CDATA',
      '<item><link>/10</link><description><![CDATA[نص مبتو',
      'https://akhbar.test/10',
      1,
    ],
    ['in a guid', '<item><guid>https://akhbar.test/10', undefined, 1],
    ['in an attribute', '<item><title>ثان</title><link href="https://akhbar.test/10', undefined, 0],
    ['behind its last entry', '<item><link>/10</link></item>', 'https://akhbar.test/10', 0],
  ])('%s gives what is whole', (_, end, link, cut) => {
    const whole = '<item><link>https://akhbar.test/1001</link></item>';
    const feed = read(`<rss><channel>${whole}${end}`);
    expect(feed.entries.map((entry) => entry.link)).toEqual(['https://akhbar.test/1001', link]);
    expect(feed.mended?.cut ?? 0).toBe(cut);
    expect(feed.entries[1]).not.toHaveProperty('summary');
  });
});
