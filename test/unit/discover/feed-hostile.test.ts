import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotAFeedError } from '../../../src/errors.ts';
import { linksOfFeed } from '../../../src/line/discover/entry-links.ts';
import { readFeed } from '../../../src/line/discover/feed.ts';
import { judgeLinks } from '../../../src/line/discover/links.ts';
import { cpuMs } from '../../cpu.ts';

const url = 'https://akhbar.test/feed';
const read = (text: string) => readFeed(text, { url });
const rss = (items: string) => `<rss version="2.0"><channel>${items}</channel></rss>`;
const meeting = {
  source: 'almina',
  route: { kind: 'feed', url },
  visit: 'v1',
  now: new Date('2026-11-23T12:00:00Z'),
} as const;

/** Pieces of feeds, whole and broken, that a document is thrown together from. */
const PIECES = [
  '<?xml version="1.0" encoding="utf-8"?>',
  '<rss version="2.0"><channel>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<item>',
  '</item>',
  '<entry>',
  '</entry>',
  '<title>عنوان',
  '</title>',
  '<title type="xhtml"><div>',
  '<link href="x"/>',
  '<link>/1</link>',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE rss [<!ENTITY a "&a;">]>',
  '&a;',
  '&#x110000;',
  '&nbsp',
  '<!--',
  '-->',
  '<a:b c:d="e" xmlns:a=""',
  '</channel></rss>',
  '\u0000\ufeff\u202e',
  '{"items":[{"id":1,"url":[]}]}',
];

describe('any document', () => {
  it('is read or refused, and never breaks the reader', () => {
    const anyDocument = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })));
    fc.assert(
      fc.property(anyDocument, (pieces) => {
        try {
          expect(Array.isArray(judgeLinks(linksOfFeed(read(pieces.join(''))), meeting).links)).toBe(
            true,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(NotAFeedError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a feed that is too much', () => {
  it.each([
    ['60,000 entries', rss('<item><link>/1</link></item>'.repeat(60_000)), 50_000],
    ['a title of a megabyte', rss(`<item><title>${'ن'.repeat(1_000_000)}</title></item>`), 1],
    ['200,000 open tags', rss(`<item>${'<b>'.repeat(200_000)}`), 1],
    ['200,000 closing tags', rss(`<item>${'</b>'.repeat(200_000)}</item>`), 1],
    ['200,000 attributes', rss(`<item ${'a="b" '.repeat(200_000)}/>`), 1],
    ['a million ampersands', rss(`<item><title>${'&'.repeat(1_000_000)}</title></item>`), 1],
    ['CDATA that never ends', rss(`<item><title><![CDATA[${'x'.repeat(1_000_000)}`), 1],
    ['a comment that never ends', rss(`<item/><!--${'-'.repeat(1_000_000)}`), 1],
    ['blanks before the root', `${' '.repeat(1_000_000)}${rss('<item/>')}`, 1],
    [
      '100,000 prefixes',
      rss(`<item ${Array.from({ length: 100_000 }, (_, at) => `xmlns:p${at}="u"`).join(' ')}/>`),
      1,
    ],
  ])('by %s is read in time', (_, text, entries) => {
    const start = cpuMs();
    expect(read(text).entries).toHaveLength(entries);
    expect(cpuMs() - start).toBeLessThan(5000);
  });
});

describe('entries that mislead', () => {
  const linksOf = (items: string) => judgeLinks(linksOfFeed(read(rss(items))), meeting);

  it('with one guid for all are told apart by their links', () => {
    const items = ['/1', '/2'].map(
      (link) => `<item><guid isPermaLink="false">0</guid><link>${link}</link></item>`,
    );
    expect(linksOf(items.join('')).links).toHaveLength(2);
  });

  it('with a guid that changes each time are one by their link', () => {
    const items = ['a', 'b'].map(
      (guid) => `<item><guid isPermaLink="false">${guid}</guid><link>/1</link></item>`,
    );
    expect(linksOf(items.join('')).dropped).toEqual({ repeated: 1 });
  });

  it('without a link are counted', () => {
    expect(linksOf('<item><title>بلا رابط</title></item>').dropped).toEqual({ absent: 1 });
  });

  it.each([
    ['in a far future', '2199-01-01T00:00:00Z', undefined],
    ['in the year 1', '0001-01-01T00:00:00Z', undefined],
    ['no date', 'Invalid Date', undefined],
  ])('with a date that is %s keep its text for who judges it', (_, text, instant) => {
    const entry = read(rss(`<item><pubDate>${text}</pubDate></item>`)).entries[0];
    expect([entry?.published, entry?.publishedAt]).toEqual([text, instant]);
  });
});
