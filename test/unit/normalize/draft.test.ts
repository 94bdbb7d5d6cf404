import { describe, expect, it } from 'vitest';
import { datesOfRoute } from '../../../src/line/discover/routes/index.ts';
import type { ClockProfile } from '../../../src/line/normalize/clock.ts';
import { learnClocks } from '../../../src/line/normalize/clock-observation.ts';
import { type DraftContext, normalize } from '../../../src/line/normalize/draft.ts';
import type { Found } from '../../../src/record/evidence.ts';
import type { Link } from '../../../src/record/link.ts';
import type { Reading } from '../../../src/record/reading.ts';
import { Source } from '../../../src/source.ts';

const SOURCE = {
  id: 'alwadi',
  ...Source.parse({
    name: 'صحيفة الــوادي',
    homepage: 'https://www.alwadi.com/',
    country: 'EG',
    timeZone: 'Africa/Cairo',
    discover: [{ feed: 'https://www.alwadi.com/feed' }],
  }),
};

const found = <T>(value: T): Found<T> => ({ value, evidence: { from: 'test', confidence: 0.9 } });

function link(fields: Partial<Link> = {}): Link {
  return {
    url: 'https://www.alwadi.com/n/1?utm_source=rss',
    source: 'alwadi',
    route: { kind: 'feed', url: 'https://www.alwadi.com/feed' },
    firstSeen: '2024-05-13T03:10:00Z',
    visit: 'v1',
    ...fields,
  };
}

function context(fields: Partial<DraftContext> = {}): DraftContext {
  return {
    source: SOURCE,
    link: link(),
    routeDates: datesOfRoute((fields.link ?? link()).route.kind),
    now: new Date('2024-05-13T03:12:00Z'),
    page: {
      url: 'https://m.alwadi.com/n/1',
      requestedUrl: 'https://www.alwadi.com/n/1?utm_source=rss',
      status: 200,
      bytes: 900,
      ms: 12,
      at: '2024-05-13T03:12:00Z',
      via: 'http',
    },
    ...fields,
  };
}

function reading(fields: Partial<Reading> = {}): Reading {
  return {
    kind: 'article',
    headline: found('أمطـــار  على\n الساحل بـ3 مدن'),
    articleBody: found(['هطلت أمطار\u00a0غزيرة على المدينة.', 'وتوقف السير في شوارعها.']),
    author: found(['ســلمى \u200fالنجار']),
    otherUrls: ['https://alwadi.com/?p=1'],
    dates: [],
    rights: { noindex: false, noarchive: false, aiOptOut: false, paywalled: false, line: null },
    ...fields,
  };
}

describe('normalize', () => {
  it('brings texts and addresses to one form', () => {
    const draft = normalize(reading(), context());
    expect(draft).toMatchObject({
      source: { id: 'alwadi', name: 'صحيفة الوادي', country: 'EG' },
      url: 'https://alwadi.com/n/1',
      otherUrls: [
        'https://m.alwadi.com/n/1',
        'https://www.alwadi.com/n/1?utm_source=rss',
        'https://alwadi.com/?p=1',
      ],
      headline: 'أمطار على الساحل بـ3 مدن',
      articleBody: 'هطلت أمطار غزيرة على المدينة.\n\nوتوقف السير في شوارعها.',
      wordCount: 9,
      inLanguage: 'ar',
      author: [{ name: 'سلمى النجار' }],
    });
    expect(draft.evidence.url?.from).toBe('page');
  });

  it('gives one id to every address of an article', () => {
    const ids = [
      'https://www.alwadi.com/n/54321/a-b',
      'https://alwadi.com/n/54321/c-d?fbclid=1',
    ].map((url) => normalize(reading({ canonical: found(url) }), context()).id);
    expect(new Set(ids).size).toBe(1);
  });

  it('takes the date of the route, and says so', () => {
    const draft = normalize(
      reading(),
      context({ link: link({ published: '2024-05-13T06:00:05+03:00' }) }),
    );
    expect(draft.datePublished).toBe('2024-05-13T06:00:05+03:00');
    expect(draft.datePrecision).toBe('second');
    expect(draft.evidence.datePublished?.from).toBe('feed');
  });

  it.each([
    [
      'a time with another offset',
      '2026-11-19T22:05:00Z',
      'Asia/Riyadh',
      '2026-11-20T01:05:00+03:00',
    ],
    ['a day', '20 نوفمبر 2026', 'Asia/Riyadh', '2026-11-20T00:00:00+03:00'],
    ['a day west of Greenwich', '20 نوفمبر 2026', 'America/New_York', '2026-11-20T00:00:00-05:00'],
    ['a day in summer', '13 مايو 2024', 'Africa/Cairo', '2024-05-13T00:00:00+03:00'],
    ['a day in winter', '13 يناير 2024', 'Africa/Cairo', '2024-01-13T00:00:00+02:00'],
    [
      'a day written as midnight of UTC',
      '2026-11-20T00:00:00Z',
      'Asia/Riyadh',
      '2026-11-20T00:00:00+03:00',
    ],
    [
      'midnight of the zone, told in UTC',
      '2026-11-19T21:00:00Z',
      'Asia/Riyadh',
      '2026-11-20T00:00:00+03:00',
    ],
    [
      'a day whose midnight the clocks skip',
      '24 أبريل 2026',
      'Africa/Cairo',
      '2026-04-24T01:00:00+03:00',
    ],
    ['a zone of half an hour', '20 نوفمبر 2026', 'Asia/Kolkata', '2026-11-20T00:00:00+05:30'],
    ['UTC', '2026-11-19T22:05:00Z', 'UTC', '2026-11-19T22:05:00Z'],
    [
      'the offset that the page states where no zone is known',
      '2026-11-19T22:05:00+03:00',
      'UTC',
      '2026-11-19T22:05:00+03:00',
    ],
  ])('writes dates as the readers of the site saw them: %s', (_case, text, timeZone, told) => {
    const dates = (['published', 'modified'] as const).map((role) => ({
      role,
      from: role === 'published' ? 'jsonld' : 'jsonld page',
      text: role === 'published' ? text : '2026-11-21T09:00:00Z',
      confidence: 0.9,
    }));
    const now = new Date('2026-11-22T09:00:00Z');
    const seen = link({ firstSeen: now.toISOString() });
    const source = { ...SOURCE, timeZone };
    const draft = normalize(reading({ dates }), context({ source, now, link: seen }));
    expect(draft.datePublished).toBe(told);
    expect(draft.dateModified).toMatch(/^2026-11-21T\d\d:\d0:00(?:Z|[+-]\d\d:\d\d)$/u);
    expect(Date.parse(draft.dateModified ?? '')).toBe(Date.parse('2026-11-21T09:00:00Z'));
  });

  it.each([
    [
      { noindex: true, noarchive: true },
      { noindex: true, noarchive: true },
    ],
    [{}, { noindex: undefined, noarchive: undefined }],
  ])('tells the robots directives of the page: %o', (stated, told) => {
    const page = {
      noindex: false,
      noarchive: false,
      aiOptOut: false,
      paywalled: false,
      line: null,
    };
    const draft = normalize(reading({ rights: { ...page, ...stated } }), context());
    expect(draft.rights).toEqual({
      robots: 'allowed',
      aiOptOut: false,
      paywalled: false,
      robotsLine: null,
      ...told,
    });
  });

  it('carries the language and the tags of the source', () => {
    const source = { ...SOURCE, language: 'ar', tags: ['national'] };
    const { source: note } = normalize(reading(), context({ source }));
    expect(note).toMatchObject({ id: 'alwadi', language: 'ar', tags: ['national'] });
  });

  it('reads months by the table of the source', () => {
    const article = { datePublished: { select: '.date', months: 'libya' as const } };
    const draft = normalize(
      reading({
        dates: [
          {
            role: 'published',
            from: 'source:.date',
            text: '13 الماء 2024 - 06:00',
            confidence: 0.95,
          },
        ],
      }),
      context({ source: { ...SOURCE, article } }),
    );
    expect(draft.datePublished).toBe('2024-05-13T06:00:00+03:00');
  });

  it.each([
    ['a source file without one', {}, 'zone UTC assumed'],
    ['a source file with one', { timeZone: 'Africa/Cairo' }, undefined],
    ['a zone of its dates alone', { dates: { zone: 'Asia/Riyadh' } }, undefined],
  ])('tells a zone that nobody named: %s', (_case, fields, note) => {
    const source = Source.parse({
      name: 'أ',
      homepage: 'https://a.test/',
      discover: [{ feed: 'https://a.test/f' }],
      ...fields,
    });
    const draft = normalize(
      reading(),
      context({ source: { id: 'a', ...source }, link: link({ published: '2024-05-12 18:00' }) }),
    );
    expect(draft.evidence.datePublished?.note).toBe(note);
  });

  it('says why there is no date', () => {
    const nothing = normalize(reading(), context());
    expect(nothing.datePublished).toBeUndefined();
    expect(nothing.evidence.datePublished?.note).toBe('no date that is certain');
    const late = normalize(
      reading(),
      context({ link: link({ published: '2024-07-13T06:00:05+03:00' }) }),
    );
    expect(late.evidence.datePublished?.note).toBe('refused: later than the visit');
  });

  it('mends what was read in a wrong encoding', () => {
    const misread = new TextDecoder('windows-1252').decode(Buffer.from('أمطار على الساحل'));
    const draft = normalize(reading({ headline: found(misread) }), context());
    expect(draft.headline).toBe('أمطار على الساحل');
  });
});

describe('learnClocks', () => {
  /** The feed of an article as a visit meets it two minutes after it came out at 06:08 in Cairo. */
  const falseZ = { published: '2024-05-13T06:08:00Z' };

  it('finds by itself that a feed labels local time as UTC', () => {
    let clock: ClockProfile | undefined;
    for (let observed = 0; observed < 3; observed += 1) {
      clock = learnClocks(reading(), context({ link: link(falseZ), ...(clock ? { clock } : {}) }));
    }
    expect(clock?.places.feed).toMatchObject({ rule: 'local' });
    // Months later, read long after it was first seen: nothing but the memory tells.
    const later = context({
      link: link({ published: '2024-09-01T06:00:00Z', firstSeen: '2024-09-02T12:00:00Z' }),
      now: new Date('2024-09-02T12:00:00Z'),
      ...(clock ? { clock } : {}),
    });
    const draft = normalize(reading(), later);
    expect(draft.datePublished).toBe('2024-09-01T06:00:00+03:00');
    expect(draft.evidence.datePublished).toMatchObject({
      text: '2024-09-01T06:00:00Z',
      note: 'stated offset +00:00 is false (learnt from 3 observations), read in Africa/Cairo',
    });
  });

  it.each([
    [
      'a link from an archive',
      { link: link({ ...falseZ, route: { kind: 'archive' as const, url: 'x' } }) },
    ],
    ['a page read again', { link: link(falseZ), now: new Date('2024-05-13T09:00:00Z') }],
    ['an old article', { link: link({ published: '2024-05-01T06:08:00Z' }) }],
    ['a bare day', { link: link({ published: '2024-05-13' }) }],
  ])('learns nothing from %s', (_, fields) => {
    expect(learnClocks(reading(), context(fields))).toBeUndefined();
  });
});
