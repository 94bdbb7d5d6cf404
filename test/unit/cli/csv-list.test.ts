import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/cli/sources/csv-list.ts';

const HEAD = 'id,name,homepage,country,timeZone,language,feed,newsSitemap,tags';
const GOOD =
  'madar,المدار,https://madar.example/,jo,Asia/Amman,ar,https://madar.example/feed,,محلي;يومي';

describe('a list of sources', () => {
  it('is read with every column', () => {
    expect(readCsv(`${HEAD}\n${GOOD}\n`)).toEqual({
      sources: [
        {
          id: 'madar',
          name: 'المدار',
          homepage: 'https://madar.example/',
          country: 'JO',
          timeZone: 'Asia/Amman',
          language: 'ar',
          routes: [{ feed: 'https://madar.example/feed' }],
          tags: ['محلي', 'يومي'],
        },
      ],
      skipped: [],
      mistakes: 0,
    });
  });

  it.each([
    ['a byte-order mark and CRLF', `\ufefffeed,name\r\nhttps://a.example/f,أ\r\n`, 1],
    ['semicolons', 'feed;name\nhttps://a.example/f;"أ; ب"\n', 1],
    ['tabs', 'feed\tname\nhttps://a.example/f\tأ\n', 1],
    ['a header in other letters, a column of others', 'FEED,Colour\nhttps://a.example/f,أحمر\n', 1],
    ['empty lines and short rows', 'name,feed,tags\n\nأ,https://a.example/f\n,,\n', 1],
    [
      'a name over two lines',
      'name,feed\n"الشراع\nالأول",https://a.example/f\nب,https://b.example/f',
      2,
    ],
    ['a quote within a name', 'name,feed\n"الشراع ""الأول""",https://a.example/f', 1],
    ['no row', 'name,feed\n', 0],
  ])('may have %s', (_name, text, count) => {
    const { sources, skipped } = readCsv(text);
    expect(skipped).toEqual([]);
    expect(sources).toHaveLength(count);
  });

  it('may name several addresses and kinds of route', () => {
    const text =
      'feed,newsSitemap,section\nhttps://a.example/1 https://a.example/2,https://a.example/s,';
    expect(readCsv(text).sources[0]?.routes).toEqual([
      { feed: 'https://a.example/1' },
      { feed: 'https://a.example/2' },
      { newsSitemap: 'https://a.example/s' },
    ]);
  });
});

describe('a mistake', () => {
  it.each([
    ['a quote that is not closed', 'x,"المدار,,,,,https://x.example/f,,', /a quote is not closed/u],
    ['text behind a quote', 'x,"المدار"رى,,,,,https://x.example/f,,', /a quote is not closed/u],
    ['more fields than columns', `${GOOD},1,2`, /more fields than columns/u],
    [
      'a zone that is none',
      'x,أ,,,Cairo,,https://x.example/f,,',
      /timeZone: an IANA .* found Cairo/u,
    ],
    ['a country that is none', 'x,أ,,EGY,,,https://x.example/f,,', /country: an ISO .* found EGY/u],
    ['an id that is none', 'X Y,أ,,,,,https://x.example/f,,', /id: up to 60 .* found X Y/u],
    ['an address that is none', 'x,أ,,,,,x.example/f,,', /feed: an absolute .* found x\.example/u],
    ['another scheme', 'x,أ,,,,,file:///etc/hosts,,', /feed: an absolute .* found file:/u],
    ['no route', 'x,أ,https://x.example/,,,,,,', /none of feed, newsSitemap, .* is given/u],
  ])('of %s names its line and costs no other', (_name, line, reason) => {
    const { sources, skipped, mistakes } = readCsv([HEAD, GOOD, line, GOOD].join('\n'));
    expect(sources).toHaveLength(2);
    expect(skipped).toEqual([{ name: 'line 3', reason: expect.stringMatching(reason) }]);
    expect(mistakes).toBe(1);
  });

  it.each([
    ['no header', GOOD, /Expected a header line that names a column feed/u],
    ['an empty file', '', /Expected a header line/u],
    ['too many rows', `feed\n${'\n'.repeat(20_001)}`, /At most 20000 rows are read/u],
  ])('of the whole is refused: %s', (_name, text, message) => {
    expect(() => readCsv(text)).toThrow(message);
  });
});
