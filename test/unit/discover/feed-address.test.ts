import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/line/discover/feed.ts';

const url = 'https://akhbar.test/ar/feed';
const first = (text: string) => {
  const { link, id } = readFeed(text, { url }).entries[0] ?? {};
  return { ...(link ? { link } : {}), ...(id ? { id } : {}) };
};

describe('link and id of an RSS item', () => {
  it.each([
    ['<link>https://a.test/1</link>', { link: 'https://a.test/1' }],
    ['<link> /1 </link>', { link: 'https://akhbar.test/1' }],
    ['<link>?p=5</link>', { link: 'https://akhbar.test/ar/feed?p=5' }],
    ['<link><![CDATA[https://a.test/?a=1&b=2]]></link>', { link: 'https://a.test/?a=1&b=2' }],
    ['<link>https://a.test/?a=1&amp;b=2</link>', { link: 'https://a.test/?a=1&b=2' }],
    ['<link>https://a.test/?a=1&b=2</link>', { link: 'https://a.test/?a=1&b=2' }],
    ['<guid>https://a.test/g</guid>', { link: 'https://a.test/g', id: 'https://a.test/g' }],
    ['<guid isPermaLink="false">g-9</guid>', { id: 'g-9' }],
    [
      '<guid isPermaLink="false">g-9</guid><link>/1</link>',
      { link: 'https://akhbar.test/1', id: 'g-9' },
    ],
    [
      '<link>/1</link><guid>https://a.test/g</guid>',
      { link: 'https://akhbar.test/1', id: 'https://a.test/g' },
    ],
    ['<link href="https://a.test/1"/>', { link: 'https://a.test/1' }],
    ['<atom:link href="https://a.test/1"/>', { link: 'https://a.test/1' }],
    [
      '<atom:link rel="self" href="https://a.test/s"/><link>/1</link>',
      { link: 'https://akhbar.test/1' },
    ],
    [
      '<link></link><guid>/g</guid>',
      { link: 'https://akhbar.test/g', id: 'https://akhbar.test/g' },
    ],
    ['<image><link>/logo</link></image><link>/1</link>', { link: 'https://akhbar.test/1' }],
    ['<title>بلا رابط</title>', {}],
  ])('%s', (inner, expected) => {
    expect(first(`<rss><channel><item>${inner}</item></channel></rss>`)).toEqual(expected);
  });

  it('of RDF is its subject', () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel/><item rdf:about="https://a.test/s"><link>https://a.test/1</link></item></rdf:RDF>`;
    expect(first(text)).toEqual({ link: 'https://a.test/1', id: 'https://a.test/s' });
  });
});

describe('link and id of an Atom entry', () => {
  it.each([
    ['<link href="https://a.test/1"/>', { link: 'https://a.test/1' }],
    ['<link rel="alternate" type="text/html" href="/1"/>', { link: 'https://akhbar.test/1' }],
    [
      '<link rel="http://www.iana.org/assignments/relation/alternate" href="/1"/>',
      { link: 'https://akhbar.test/1' },
    ],
    ['<link rel="edit" href="/e"/><link href="/1"/>', { link: 'https://akhbar.test/1' }],
    [
      '<link href="/1"/><link type="application/pdf" href="/p"/>',
      { link: 'https://akhbar.test/1' },
    ],
    ['<link href="/1"/><link rel="related" href="/r"/>', { link: 'https://akhbar.test/1' }],
    ['<link xml:base="https://b.test/x/" href="1"/>', { link: 'https://b.test/x/1' }],
    ['<id>tag:a.test,2026:1</id>', { id: 'tag:a.test,2026:1' }],
    [
      '<id>urn:uuid:60a76c80</id><link href="/1"/>',
      { link: 'https://akhbar.test/1', id: 'urn:uuid:60a76c80' },
    ],
    ['<id>HTTPS://A.test:443/%7Eb</id>', { id: 'HTTPS://A.test:443/%7Eb' }],
    ['<ext:id xmlns:ext="urn:x">no</ext:id><id>yes:1</id>', { id: 'yes:1' }],
    ['<x><id>no:1</id></x>', {}],
  ])('%s', (inner, expected) => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inner}</entry></feed>`;
    expect(first(text)).toEqual(expected);
  });

  it('is resolved against the bases from the outside in', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/"><entry xml:base="b/"><link href="c"/></entry></feed>`;
    expect(first(text)).toEqual({ link: 'https://akhbar.test/a/b/c' });
  });
});

describe('a feed of a file', () => {
  it('leaves what no base completes', () => {
    const text = '<rss><channel><item><link>/1</link></item></channel></rss>';
    expect(readFeed(text, { url: 'file:///tmp/a.xml' }).entries[0]?.link).toBe('/1');
  });
});

describe('what a feed says of itself', () => {
  it('is read with hub, self, life time and language', () => {
    const text = `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom" xmlns:s="http://purl.org/rss/1.0/modules/syndication/">
      <channel><title>الميناء</title><link>https://akhbar.test/</link><language>ar-eg</language>
      <a:link rel="hub" href="https://hub.test/"/><a:link rel="self" href="/feed"/>
      <s:updatePeriod>hourly</s:updatePeriod><s:updateFrequency>4</s:updateFrequency></channel></rss>`;
    expect(readFeed(text, { url })).toEqual({
      kind: 'feed',
      format: 'rss',
      version: '2.0',
      title: 'الميناء',
      link: 'https://akhbar.test/',
      language: 'ar-eg',
      ttlMs: 900_000,
      hub: 'https://hub.test/',
      self: 'https://akhbar.test/feed',
      entries: [],
    });
  });

  it.each([
    ['<ttl>15</ttl>', 900_000],
    ['<ttl>0</ttl>', undefined],
    ['<ttl>قريبا</ttl>', undefined],
    ['<sy:updatePeriod>daily</sy:updatePeriod>', 86_400_000],
    [
      '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>',
      undefined,
    ],
    ['', undefined],
  ])('its life time in %s', (inner, ttlMs) => {
    expect(readFeed(`<rss><channel>${inner}</channel></rss>`, { url }).ttlMs).toBe(ttlMs);
  });
});

describe('of the pages of an entry', () => {
  const page = (path: string, hreflang?: string): string =>
    `<link rel="alternate"${hreflang ? ` hreflang="${hreflang}"` : ''} href="${url}/${path}"/>`;
  it.each([
    ['the one in the language of the source', 'fr', page('ar', 'ar') + page('fr', 'fr-TN'), 'fr'],
    ['else the one in that of the feed', 'es', page('en', 'en') + page('ar', 'ar-EG'), 'ar'],
    ['else the first', 'es', page('en', 'en') + page('de', 'de'), 'en'],
    ['the last where none states a language', 'ar', page('a') + page('b'), 'b'],
  ])('%s is its article', (_, language, links, path) => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><entry>${links}</entry></feed>`;
    expect(readFeed(text, { url, language }).entries[0]?.link).toBe(`${url}/${path}`);
  });
});

describe('a link of several addresses', () => {
  it.each([
    ['<link uri="at://did:plc:x/app.y/3">https://akhbar.test/3</link>', 'https://akhbar.test/3'],
    ['<link href="app://3" url="https://akhbar.test/3"/>', 'https://akhbar.test/3'],
    ['<link href=" ">/3</link>', 'https://akhbar.test/3'],
    ['<link href="app://3"/>', 'app://3'],
  ])('leads where a browser can go: %s', (link, target) => {
    const text = `<rss><channel><item>${link}</item></channel></rss>`;
    expect(readFeed(text, { url }).entries[0]?.link).toBe(target);
  });
});
