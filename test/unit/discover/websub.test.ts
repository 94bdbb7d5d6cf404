import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/line/discover/feed.ts';
import { isSigned } from '../../../src/line/discover/hub-signature.ts';
import { parseLinkHeader } from '../../../src/line/discover/link-header.ts';
import { findHubOffer, hubForm, parseHubNotice } from '../../../src/line/discover/websub.ts';
import { cpuMs } from '../../cpu.ts';

describe('a Link field (RFC 8288)', () => {
  it.each([
    ['<https://hub.test/>; rel="hub"', [['https://hub.test/', 'hub']]],
    ['<https://hub.test/>;rel=hub', [['https://hub.test/', 'hub']]],
    ['</feed> ; REL = "Self"', [['/feed', 'self']]],
    [
      '<a>; rel=hub, <b>; rel="self"',
      [
        ['a', 'hub'],
        ['b', 'self'],
      ],
    ],
    // Several relations of one target; the first rel counts (RFC 8288, 3.3).
    ['<a>; rel="alternate self"; rel="hub"', [['a', 'alternate self']]],
    // A comma or an angle bracket in a quoted title is text.
    ['<a>; title="one, <two>; rel=hub"; rel=self', [['a', 'self']]],
    ['<a>; title="an \\"inner\\" quote"; rel=hub', [['a', 'hub']]],
    ['<https://x.test/?a=1,2>; rel=hub', [['https://x.test/?a=1,2', 'hub']]],
    ['<a>', [['a', '']]],
    ['<a>; crossorigin; rel=preload', [['a', 'preload']]],
    ['no link at all', []],
    ['<never closed; rel=hub', []],
    ['', []],
  ])('%s', (field, expected) => {
    const read = parseLinkHeader(field);
    expect(read.map(({ target, relations }) => [target, relations.join(' ')])).toEqual(expected);
  });

  it('takes a hundred links at most, in time that grows with the text', () => {
    const started = cpuMs();
    expect(parseLinkHeader('<a>; rel=hub, '.repeat(10_000))).toHaveLength(100);
    parseLinkHeader(`<a>;${' '.repeat(60_000)}`);
    parseLinkHeader('<a>; x="'.repeat(8000));
    expect(cpuMs() - started).toBeLessThan(2000);
  });

  it('gives back what any target and relation was written as', () => {
    const target = fc.webUrl();
    const relation = fc.stringMatching(/^[a-z]{1,10}$/u);
    fc.assert(
      fc.property(target, relation, (url, rel) => {
        expect(parseLinkHeader(`<${url}>; rel="${rel}"`)).toEqual([
          { target: url, relations: [rel] },
        ]);
      }),
    );
  });
});

describe('the hub that a feed offers (WebSub, 4)', () => {
  const [hub, self] = ['https://hub.test/', 'https://site.test/feed'];
  it.each([
    ['document', undefined, { hub, self }, { hub, topic: self }],
    ['header', `<${hub}>; rel=hub, <${self}>; rel=self`, {}, { hub, topic: self }],
    [
      'header before document',
      `<${hub}>; rel=hub`,
      { hub: 'https://old.test/', self },
      { hub, topic: self },
    ],
    [
      'relative header',
      '</hub>; rel=hub, </feed>; rel=self',
      {},
      { hub: 'https://site.test/hub', topic: self },
    ],
    ['no self', undefined, { hub }, undefined],
    ['no hub', undefined, { self }, undefined],
    ['no http', undefined, { hub: 'ftp://hub.test/', self }, undefined],
    ['a topic that is no URL', undefined, { hub, self: 'http://' }, undefined],
    ['a hub longer than any URL', undefined, { hub: `${hub}${'a'.repeat(3000)}`, self }, undefined],
  ])('%s', (_, link, feed, expected) => {
    expect(findHubOffer({ url: 'https://site.test/rss', link, feed })).toEqual(expected);
  });
});

describe('the hub of a JSON Feed', () => {
  const url = 'https://site.test/feed.json';
  it.each([
    [[{ type: 'WebSub', url: '/hub' }], 'https://site.test/hub'],
    [[{ type: 'PubSubHubbub', url: 'https://hub.test/' }], 'https://hub.test/'],
    [[{ url: 'https://hub.test/' }], 'https://hub.test/'],
    // Another protocol, which no form of ours would be understood in.
    [[{ type: 'rssCloud', url: 'https://cloud.test/' }], undefined],
    [
      [
        { type: 'rssCloud', url: 'https://cloud.test/' },
        { type: 'websub', url: '/hub' },
      ],
      'https://site.test/hub',
    ],
    [[{ type: 'WebSub' }], undefined],
    [[], undefined],
  ])('of %j is %s', (hubs, hub) => {
    const text = JSON.stringify({ version: '1.1', feed_url: url, hubs, items: [] });
    const offer = findHubOffer({ url, link: undefined, feed: readFeed(text, { url }) });
    expect(offer).toEqual(hub && { hub, topic: url });
  });
});

describe('a form to a hub (WebSub, 5.1)', () => {
  const request = { topic: 'https://site.test/feed', callback: 'https://me.test/1', secret: 'سر' };

  it('asks for a lease and gives the secret, which fits into 200 bytes', () => {
    expect(hubForm({ mode: 'subscribe', ...request })).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': 'https://site.test/feed',
      'hub.callback': 'https://me.test/1',
      'hub.secret': 'سر',
      'hub.lease_seconds': '604800',
    });
  });

  it('tells no secret when it ends', () => {
    expect(Object.keys(hubForm({ mode: 'unsubscribe', ...request }))).toEqual([
      'hub.mode',
      'hub.topic',
      'hub.callback',
    ]);
  });
});

describe('what a hub asks a callback (WebSub, 5.2 and 5.3)', () => {
  const topic = 'https://site.test/feed';
  const query = (fields: Record<string, string>) => ({ 'hub.topic': topic, ...fields });
  const subscribe = { 'hub.mode': 'subscribe', 'hub.challenge': 'abc' };
  it.each([
    [
      { ...subscribe, 'hub.lease_seconds': '60' },
      { mode: 'subscribe', topic, challenge: 'abc', leaseMs: 60_000 },
    ],
    // A year is renewed after a month all the same.
    [
      { ...subscribe, 'hub.lease_seconds': '31536000' },
      { mode: 'subscribe', topic, challenge: 'abc', leaseMs: 30 * 86_400_000 },
    ],
    [
      { 'hub.mode': 'unsubscribe', 'hub.challenge': 'z' },
      { mode: 'unsubscribe', topic, challenge: 'z' },
    ],
    [
      { 'hub.mode': 'denied', 'hub.reason': 'مغلق' },
      { mode: 'denied', topic, reason: 'مغلق' },
    ],
    [{ 'hub.mode': 'denied' }, { mode: 'denied', topic, reason: '' }],
  ])('%o', (fields, expected) => {
    expect(parseHubNotice(query(fields))).toEqual(expected);
  });

  it.each([
    [{ ...subscribe }],
    [{ ...subscribe, 'hub.lease_seconds': '0' }],
    [{ ...subscribe, 'hub.lease_seconds': '-5' }],
    [{ ...subscribe, 'hub.lease_seconds': '1e9' }],
    [{ ...subscribe, 'hub.lease_seconds': '9'.repeat(20) }],
    [{ 'hub.mode': 'subscribe', 'hub.lease_seconds': '60' }],
    [{ ...subscribe, 'hub.lease_seconds': '60', 'hub.challenge': 'x'.repeat(2000) }],
    [{ 'hub.mode': 'publish', 'hub.challenge': 'abc', 'hub.lease_seconds': '60' }],
    [{ 'hub.challenge': 'abc' }],
  ])('is nothing: %o', (fields) => {
    expect(parseHubNotice(query(fields))).toBeUndefined();
  });

  it('is nothing without a topic', () => {
    expect(parseHubNotice({ ...subscribe, 'hub.lease_seconds': '60' })).toBeUndefined();
  });
});

describe('the signature of a push (WebSub, 7.1)', () => {
  const body = Buffer.from('<rss>خبر</rss>');
  const secret = 'a secret of ours';
  const hmac = (method: string, key = secret, text = body): string =>
    createHmac(method, key).update(text).digest('hex');

  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('%s holds', (method) => {
    expect(isSigned(body, `${method}=${hmac(method)}`, secret)).toBe(true);
    expect(isSigned(body, `${method.toUpperCase()}=${hmac(method).toUpperCase()}`, secret)).toBe(
      true,
    );
  });

  // Known without any code of ours: RFC 4231, test case 2.
  it('agrees with the published vector of HMAC-SHA-256', () => {
    const known = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(isSigned(Buffer.from('what do ya want for nothing?'), `sha256=${known}`, 'Jefe')).toBe(
      true,
    );
  });

  it.each([
    ['absent', undefined],
    ['empty', ''],
    ['of another key', `sha256=${hmac('sha256', 'another')}`],
    ['of another body', `sha256=${hmac('sha256', secret, Buffer.from('else'))}`],
    ['of another method than it says', `sha256=${hmac('sha1')}`],
    ['cut', `sha256=${hmac('sha256').slice(2)}`],
    ['of a method that the specification does not name', `md5=${hmac('md5')}`],
    ['of a method unknown to all', `sha999=${hmac('sha256')}`],
    ['without a method', hmac('sha256')],
    ['of digits that are none', `sha256=${'g'.repeat(64)}`],
    ['of two', `sha256=${hmac('sha256')}, sha1=${hmac('sha1')}`],
  ])('%s does not hold', (_, field) => {
    expect(isSigned(body, field, secret)).toBe(false);
  });
});
