import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  datesOfRoute,
  kindOf,
  ROUTE_KINDS,
  Route,
  urlOf,
} from '../../../src/line/discover/routes/index.ts';
import { BodyBlock, normalizeBlocks } from '../../../src/record/body-block.ts';
import { Change } from '../../../src/record/change.ts';
import { Evidence, found } from '../../../src/record/evidence.ts';
import { escapeHtml } from '../../../src/record/html-escape.ts';
import { Link } from '../../../src/record/link.ts';
import { Enclosure, Image, MOST_ENCLOSURES, mediaTypeOf } from '../../../src/record/media.ts';
import { Duration, durationMs, Zone, zoneOf } from '../../../src/record/source-rules.ts';
import { Verification } from '../../../src/record/verification.ts';
import { RouteEntry } from '../../../src/record/visit-entry.ts';
import { Source } from '../../../src/source.ts';

const URL = 'https://almarsa.example/feed';
const LINK = {
  ...{ url: 'https://almarsa.example/1', source: 'almarsa', visit: 'v1' },
  ...{ route: { kind: 'feed', url: URL }, firstSeen: '2026-11-09T08:00:00Z' },
};
const SOURCE = { name: 'المرسى', homepage: 'https://almarsa.example/', discover: [{ feed: URL }] };
const TRIAL = {
  ...{ day: '2026-11-09', result: 'verified', robots: 'allowed', links: 20 },
  ...{ articles: 3, dated: 3, aiOptOut: false, via: ['http'] },
};

describe('is accepted', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['a link that a route met', Link, LINK],
    ['a link of an archive', Link, { ...LINK, route: { kind: 'archive', url: URL } }],
    ['a section with its selector', Route, { section: URL, links: 'h2 a', pages: 3 }],
    ['an image of known size', Image, { url: URL, width: 640, height: 480, caption: 'الميناء' }],
    ['an image of which nothing is known', Image, { url: URL }],
    ['a numbered list item', BodyBlock, { kind: 'listItem', text: 'أولاً', ordered: true }],
    ['a heading', BodyBlock, { kind: 'heading', text: 'خلفية', level: 2 }],
    ['evidence', Evidence, { from: 'h1', text: 'عنوان', confidence: 0.9 }],
    ['a change of the headline', Change, { kind: 'headline', diff: [{ kind: 'same', text: 'x' }] }],
    ['a withdrawal', Change, { kind: 'withdrawn' }],
    ['a trial', Verification, TRIAL],
    ['a zone', Zone, 'Africa/Nouakchott'],
    ['a source of the shortest form', Source, SOURCE],
    ['a source on a cron line', Source, { ...SOURCE, visit: { cron: '*/5 6-23 * * *' } }],
    [
      'a date with the months of a country',
      Source,
      {
        ...SOURCE,
        article: { datePublished: { select: 'time', months: 'levant' } },
      },
    ],
  ])('%s', (_what, schema, value) => {
    expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
  });
});

describe('is refused', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['a link without a source', Link, { ...LINK, source: undefined }, 'source'],
    ['a key that no link has', Link, { ...LINK, headline: 'x' }, ''],
    ['a time without a zone', Link, { ...LINK, firstSeen: '2026-11-09T08:00:00' }, 'firstSeen'],
    ['an origin that is no key', Link, { ...LINK, route: { kind: 'a b', url: URL } }, 'route.kind'],
    [
      'more enclosures than a record holds',
      Link,
      {
        ...LINK,
        enclosures: Array.from({ length: MOST_ENCLOSURES + 1 }, () => ({ url: URL })),
      },
      'enclosures',
    ],
    ['a picture without width', Image, { url: URL, width: 0 }, 'width'],
    ['an enclosure of half a byte', Enclosure, { url: URL, length: 0.5 }, 'length'],
    [
      'a heading of the seventh level',
      BodyBlock,
      { kind: 'heading', text: 'x', level: 7 },
      'level',
    ],
    ['another kind of block', BodyBlock, { kind: 'table', text: 'x' }, 'kind'],
    ['a confidence over 1', Evidence, { from: 'h1', confidence: 1.1 }, 'confidence'],
    ['a change of another kind', Change, { kind: 'title' }, 'kind'],
    ['a trial on no day', Verification, { ...TRIAL, day: '9.11.2026' }, 'day'],
    ['links fewer than none', Verification, { ...TRIAL, links: -1 }, 'links'],
    [
      'an entry of another outcome',
      RouteEntry,
      { kind: 'feed', url: URL, outcome: '304' },
      'outcome',
    ],
    ['a source without a route', Source, { ...SOURCE, discover: [] }, 'discover'],
    ['a country of three letters', Source, { ...SOURCE, country: 'EGY' }, 'country'],
    ['an invented zone', Source, { ...SOURCE, timeZone: 'Asia/Nowhere' }, 'timeZone'],
    [
      'a homepage that is no web address',
      Source,
      { ...SOURCE, homepage: 'javascript:1' },
      'homepage',
    ],
    ['an interval without a unit', Source, { ...SOURCE, revisit: ['10'] }, 'revisit.0'],
  ])('%s', (_what, schema, value, path) => {
    const paths = schema.safeParse(value).error?.issues.map((issue) => issue.path.join('.'));
    expect(paths).toContain(path);
  });
});

describe('a duration', () => {
  it.each([
    ['0s', 0],
    ['250ms', 250],
    ['5s', 5000],
    ['10m', 600_000],
    ['6h', 21_600_000],
    ['2d', 172_800_000],
  ])('%s is %i ms', (text, ms) => {
    expect(durationMs(Duration.parse(text))).toBe(ms);
  });

  it.each(['', '5', '5 s', '-1s', '1.5h', '1w', '1234567s'])('is not %j', (text) => {
    expect(Duration.safeParse(text).success).toBe(false);
  });
});

describe('a route', () => {
  it.each(ROUTE_KINDS)('tells its kind and its address: %s', (kind) => {
    const route = Route.parse({ [kind]: URL });
    expect([kindOf(route), urlOf(route)]).toEqual([kind, URL]);
  });

  it('has a clock of its own unless the page that lists it is printed with the article', () => {
    const shared = ROUTE_KINDS.filter((kind) => datesOfRoute(kind)?.isOwnClock !== true);
    expect(shared).toEqual(['section']);
    expect(['archive', 'direct', 'gopher'].map(datesOfRoute)).toEqual(Array(3).fill(undefined));
  });
});

describe('a media type', () => {
  it.each([
    ['is what is stated', 'https://x.example/a', 'audio/mpeg', 'audio/mpeg'],
    ['without its parameters', 'https://x.example/a', 'Audio/OGG; codecs=opus', 'audio/ogg'],
    ['is read off the name', 'https://x.example/a.MP3?x=1', '', 'audio/mpeg'],
    ['is read off the name of a film', 'https://x.example/a.mp4#t=3', 'video', 'video/mp4'],
    [
      'is read off the name of bytes',
      'https://x.example/a.m4a',
      'application/octet-stream',
      'audio/mp4',
    ],
    [
      'may be the list of a stream',
      'https://x.example/a',
      'application/x-mpegURL',
      'application/x-mpegurl',
    ],
    ['is none of a picture', 'https://x.example/a.mp3', 'image/jpeg', undefined],
    ['is none of a page', 'https://x.example/a.html', '', undefined],
    ['is none of the middle of a name', 'https://x.example/a.mp3.html', '', undefined],
  ])('%s', (_what, url, stated, type) => {
    expect(mediaTypeOf(url, stated)).toBe(type);
  });
});

describe('blocks in the form of the record', () => {
  const prose = (text: string): string => text.replaceAll('ـ', '').trim();
  const url = 'https://almarsa.example/2';

  it.each<[string, BodyBlock, BodyBlock]>([
    ['their words', { kind: 'quote', text: ' قـال ' }, { kind: 'quote', text: 'قال' }],
    [
      'the words of their links',
      { kind: 'paragraph', text: 'رحـل اليوم', links: [{ text: 'رحـل', url }] },
      { kind: 'paragraph', text: 'رحل اليوم', links: [{ text: 'رحل', url }] },
    ],
    [
      'no link whose words are gone',
      {
        kind: 'paragraph',
        text: 'رحل',
        links: [
          { text: 'ـ', url },
          { text: 'غداً', url },
        ],
      },
      { kind: 'paragraph', text: 'رحل' },
    ],
    ['an empty one stays', { kind: 'cell', text: 'ـ' }, { kind: 'cell', text: '' }],
  ])('%s', (_what, given, normal) => {
    expect(normalizeBlocks([given], prose)).toEqual([normal]);
  });
});

it('quotes at most 200 units as evidence', () => {
  const { evidence } = found('x', { from: 'p', text: 'ن'.repeat(201), confidence: 1 });
  expect(evidence.text).toHaveLength(200);
  expect(found('x', { from: 'p', confidence: 1 }).evidence).toEqual({ from: 'p', confidence: 1 });
});

it('escapes what ends a text or an attribute in HTML', () => {
  expect(escapeHtml(`<a href="x" id='y'>&amp;</a>`)).toBe(
    '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
  );
});

it('reads times of a source without a zone as UTC', () => {
  expect([zoneOf({}), zoneOf({ timeZone: 'Asia/Aden' })]).toEqual(['UTC', 'Asia/Aden']);
});
