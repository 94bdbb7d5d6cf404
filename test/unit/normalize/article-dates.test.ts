import { describe, expect, it } from 'vitest';
import { rfc3339 } from '../../../src/arabic/instant.ts';
import { datesOfRoute, ROUTE_KINDS } from '../../../src/line/discover/routes/index.ts';
import { chooseDates, type DateValue } from '../../../src/line/normalize/article-dates.ts';
import type { DateContext, StatedDate } from '../../../src/line/normalize/date-candidate.ts';

/** Sureness of the places as the reader gives it. */
const SURENESS: Readonly<Record<string, number>> = {
  jsonld: 0.93,
  'article:published_time': 0.92,
  'article:modified_time': 0.92,
  microdata: 0.9,
  'data-seconds': 0.75,
  time: 0.7,
  visible: 0.6,
  label: 0.85,
  text: 0.2,
  url: 0.5,
};

/** `role|from|text`, the role `published` where it is left out. */
function dateText(line: string): StatedDate {
  const [from = '', text = '', role] = line.split('|');
  const route = datesOfRoute(from);
  return {
    role: role === 'modified' ? 'modified' : 'published',
    from: from === 'text' || from === 'label' ? 'visible' : from,
    text,
    confidence: SURENESS[from] ?? route?.confidence ?? 0.95,
    ...(route ? { route } : {}),
  };
}

const CAIRO: DateContext = {
  now: new Date('2026-05-20T09:00:00Z'),
  zone: 'Africa/Cairo',
  distrustZone: false,
};

function choose(lines: readonly string[], context: Partial<DateContext> = {}) {
  return chooseDates(lines.map(dateText), { ...CAIRO, ...context });
}

const isoOf = (date: Date | undefined): string | undefined =>
  date?.toISOString().replace('.000Z', 'Z');

const dayOf = (value: DateValue | undefined): string | undefined =>
  value && rfc3339(value.instant, value.zone).slice(0, 10);

interface Case {
  readonly name: string;
  readonly dates: readonly string[];
  readonly context?: Partial<DateContext>;
  readonly published?: string;
  readonly precision?: string;
  readonly from?: string;
  /** On the clock of the zone that the record is told in. */
  readonly day?: string;
}

const AGREEING: readonly Case[] = [
  {
    name: 'the day of the print edition in the address is no other day than the evening before',
    dates: ['time|2026-05-18T19:46:01+03:00', 'url|2026-05-19'],
    published: '2026-05-18T16:46:01Z',
    from: 'time',
  },
  {
    name: 'the day of the print edition in a meta element',
    dates: ['date|2026-05-19', 'visible|18.05.2026, 19:46'],
    published: '2026-05-18T16:46:00Z',
  },
  {
    name: 'what readers see and a second system state, against a field that stands alone',
    dates: [
      'jsonld|2026-04-02T10:00:00Z',
      'article:published_time|2026-05-18T19:46:01+03:00',
      'visible|18.05.2026',
    ],
    published: '2026-05-18T16:46:01Z',
    from: 'article:published_time',
  },
  {
    name: 'numbers that full stops part tell those that slashes part to have the month first',
    dates: ['date|05/04/2026 12:43', 'visible|04.05.2026'],
    published: '2026-05-04T09:43:00Z',
    from: 'date',
  },
  {
    name: 'a system left in American English has the month first',
    dates: ['visible|3/4/2026 2:05:00 PM'],
    published: '2026-03-04T12:05:00Z',
  },
  {
    name: 'which another place may gainsay',
    dates: ['visible|3/4/2026 2:05:00 PM', 'jsonld|2026-04-03T14:05:00+02:00'],
    published: '2026-04-03T12:05:00Z',
  },
  {
    name: 'a clock that the page shows beside a time in UTC tells its zone',
    dates: ['jsonld|2026-05-19T01:49:09Z', 'time|2026-05-18 17:49:09', 'url|2026-05-18'],
    context: { zone: 'UTC' },
    published: '2026-05-19T01:49:09Z',
    day: '2026-05-18',
  },
  {
    name: 'two clocks that tell different zones tell none',
    dates: ['jsonld|2026-05-19T01:49:09Z', 'time|2026-05-18 17:49:09', 'visible|2026-05-18 18:49'],
    context: { zone: 'UTC' },
    published: '2026-05-19T01:49:09Z',
    day: '2026-05-19',
  },
  {
    name: 'numbers of an American system beside a day in words',
    dates: ['date|05/04/2026 12:43:42', 'visible|4 مايو 2026'],
    published: '2026-05-04T09:43:42Z',
  },
  {
    name: 'numbers that nothing contradicts are day first',
    dates: ['date|05/04/2026 12:43:42'],
    published: '2026-04-05T10:43:42Z',
  },
  {
    name: 'of two lines that readers see the first',
    dates: ['visible|18 مايو 2026 10:05', 'visible|12 مايو 2026 09:00'],
    published: '2026-05-18T07:05:00Z',
  },

  {
    name: 'an exact time beats a bare day that it agrees with',
    dates: [
      'crawler:theme .date|20 سبتمبر، 2023',
      'article:published_time|2023-09-20T17:42:10+00:00',
    ],
    context: { zone: 'Asia/Jerusalem' },
    published: '2023-09-20T17:42:10Z',
    precision: 'second',
    from: 'article:published_time',
  },
  {
    name: 'a shown date alone is read in the zone',
    dates: ['crawler:theme .date|الأربعاء ٢٠ سبتمبر ٢٠٢٣ - ٨:٤٢ م'],
    context: { zone: 'Asia/Jerusalem' },
    published: '2023-09-20T17:42:00Z',
    precision: 'minute',
  },
  {
    name: 'Arabic text within a meta element',
    dates: ['article:published_time|الاثنين 13 مايو 2024 - 06:15 م'],
    published: '2024-05-13T15:15:00Z',
    precision: 'minute',
  },
  {
    name: 'one instant written on two days',
    dates: ['jsonld|2024-05-13T22:30:00+00:00', 'article:published_time|2024-05-14T01:30:00+03:00'],
    published: '2024-05-13T22:30:00Z',
    precision: 'second',
  },
  {
    name: 'seconds since 1970 as the reader hands them on',
    dates: ['data-seconds|2024-05-13T12:00:05.000Z'],
    published: '2024-05-13T12:00:05Z',
    precision: 'second',
  },
  {
    name: 'only RDFa or microdata',
    dates: ['microdata|2024-05-13T15:00:05+03:00'],
    published: '2024-05-13T12:00:05Z',
    precision: 'second',
  },
  {
    name: 'only a day in the path',
    dates: ['url|2024-05-13'],
    published: '2024-05-12T21:00:00Z',
    precision: 'day',
  },
  {
    name: 'midnight stands for the day where another place has the time',
    dates: ['jsonld|2024-05-13T00:00:00+03:00', 'visible|13 مايو 2024 - 06:15 م'],
    published: '2024-05-13T15:15:00Z',
    precision: 'minute',
  },
  {
    name: 'a day of UTC in the path joins the night after it in the zone',
    dates: ['article:published_time|2024-05-13T22:30:00+00:00', 'url|2024-05-13'],
    published: '2024-05-13T22:30:00Z',
    precision: 'second',
  },
  {
    name: 'a date within the text is not the article’s',
    dates: ['text|وقع ذلك في 12 مايو 2020 الساعة 10:00'],
  },
];

const RELATIVE: readonly Case[] = [
  {
    name: 'alone, counted back from the visit',
    dates: ['visible|منذ 3 ساعات'],
    published: '2026-05-20T06:00:00Z',
  },
  {
    name: 'beside a time that is stated',
    dates: ['visible|منذ 3 ساعات', 'time|2026-05-20T08:41:07+03:00'],
    published: '2026-05-20T05:41:07Z',
    from: 'time',
  },
];

const DISAGREEING: readonly Case[] = [
  {
    name: 'two places on two days: the one that others bear out',
    dates: [
      'jsonld|2024-05-14T06:15:00+03:00',
      'article:published_time|2024-05-13T06:15:00+03:00',
      'visible|13 مايو 2024',
    ],
    published: '2024-05-13T03:15:00Z',
    from: 'article:published_time',
  },
  {
    name: 'two places on two days with no third: the earlier, as an update follows',
    dates: ['jsonld|2024-05-14T06:15:00+03:00', 'article:published_time|2024-05-13T06:15:00+03:00'],
    published: '2024-05-13T03:15:00Z',
  },
  {
    name: 'a related story’s date beside the path’s day',
    dates: ['visible|1 يناير 2019', 'url|2024-05-13', 'feed|Mon, 13 May 2024 10:00:00 +0300'],
    published: '2024-05-13T07:00:00Z',
    from: 'feed',
  },
];

const IMPOSSIBLE: readonly Case[] = [
  {
    name: 'later than the visit by more than a day',
    dates: ['jsonld|2026-05-22T12:00:00Z'],
  },
  {
    name: 'later than the visit, with a date that can be',
    dates: ['jsonld|2027-05-22T12:00:00Z', 'visible|13 مايو 2024'],
    published: '2024-05-12T21:00:00Z',
    from: 'visible',
  },
  { name: 'the epoch', dates: ['article:published_time|1970-01-01T00:00:00Z'] },
  { name: 'the year 1', dates: ['feed|0001-01-01T00:00:00Z'] },
  {
    name: 'days after the link was first seen',
    dates: ['article:published_time|2026-05-19T12:00:00Z'],
    context: { firstSeen: new Date('2026-05-10T12:00:00Z') },
  },
  {
    name: 'the running clock of the site',
    dates: ['visible|الأربعاء 20 مايو 2026 12:01', 'article:published_time|2024-05-13'],
    published: '2024-05-12T21:00:00Z',
    from: 'article:published_time',
  },
  {
    name: 'the running clock of the site on the article’s own day',
    dates: ['visible|الأربعاء 20 مايو 2026 12:01', 'jsonld|2026-05-20'],
    published: '2026-05-19T21:00:00Z',
    precision: 'day',
  },
  {
    name: 'the moment of the visit in a meta element',
    dates: ['date|2026-05-20T12:00:20+03:00'],
  },
  {
    name: 'the moment of the visit, drawn in two places',
    dates: ['article:published_time|2026-05-20T09:00:20Z', 'time|2026-05-20T09:00:20Z'],
  },
  {
    name: 'the moment of the visit, which the feed tells as well',
    dates: ['article:published_time|2026-05-20T08:59:40Z', 'feed|2026-05-20T08:59:40Z'],
    published: '2026-05-20T08:59:40Z',
  },
  { name: 'today in the header and nothing else', dates: ['visible|الأربعاء 20 مايو 2026'] },
  {
    name: 'today under a class that names the date',
    dates: ['crawler:theme .date|الأربعاء 20 مايو 2026'],
    published: '2026-05-19T21:00:00Z',
    precision: 'day',
  },
];

describe.each([
  ['agreeing', AGREEING],
  ['relative', RELATIVE],
  ['disagreeing', DISAGREEING],
  ['impossible', IMPOSSIBLE],
])('chooses the publication: %s', (_, cases) => {
  it.each(cases)('$name', ({ dates, context, published, precision, from, day }) => {
    const chosen = choose(dates, context).published;
    expect(isoOf(chosen?.value.instant)).toBe(published);
    if (precision) expect(chosen?.value.precision).toBe(precision);
    if (from) expect(chosen?.evidence.from).toBe(from);
    if (day) expect(dayOf(chosen?.value)).toBe(day);
  });
});

describe.each(ROUTE_KINDS)('a route of the kind %s', (kind) => {
  const isOwnClock = datesOfRoute(kind)?.isOwnClock === true;

  it('is believed to the minute where it is written by another system than the page', () => {
    const now = CAIRO.now.toISOString();
    const [alone, agreeing] = [
      choose([`${kind}|${now}`]),
      choose([`date|${now}`, `${kind}|${now}`]),
    ];
    expect(isoOf(alone.published?.value.instant)).toBe(isOwnClock ? isoOf(CAIRO.now) : undefined);
    expect(isoOf(agreeing.published?.value.instant)).toBe(
      isOwnClock ? isoOf(CAIRO.now) : undefined,
    );
  });

  it('may state a day of the year (ISO 8601) where it is a field, which prose does not', () => {
    const { published } = choose([`${kind}|2026-133`]);
    expect(dayOf(published?.value)).toBe(isOwnClock ? '2026-05-13' : undefined);
  });
});

describe('the later change', () => {
  it.each([
    ['after', '2024-05-13T15:00:00+03:00', '2024-05-13T12:00:00Z'],
    ['at', '2024-05-13T10:00:00+03:00', undefined],
    ['before', '2024-05-12T10:00:00+03:00', undefined],
  ])('%s the publication', (_, text, modified) => {
    const chosen = choose([
      'article:published_time|2024-05-13T10:00:00+03:00',
      `article:modified_time|${text}|modified`,
    ]);
    expect(isoOf(chosen.modified?.value.instant)).toBe(modified);
    expect(chosen.refused.modified?.note).toBe(
      modified ? undefined : 'refused: not after the publication',
    );
  });

  it('is not taken for a publication', () => {
    const chosen = choose(['visible|آخر تحديث: 13 مايو 2024 - 06:15 م']);
    expect(chosen.published).toBeUndefined();
    expect(isoOf(chosen.modified?.value.instant)).toBe('2024-05-13T15:15:00Z');
  });
});

describe('evidence', () => {
  it('names what agrees and what differs', () => {
    const { published } = choose([
      'article:published_time|2024-05-13T06:15:00+03:00',
      'visible|13 مايو 2024',
      'jsonld|2024-05-12T09:00:00+03:00',
      'url|2024-05-13',
    ]);
    expect(published?.evidence.text).toBe('2024-05-13T06:15:00+03:00');
    expect(published?.evidence.note).toBe(
      'agrees with visible, url; differs: jsonld 2024-05-12T09:00:00+03:00',
    );
  });

  it.each([
    ['hours after the visit', 'article:published_time|2026-05-20T17:00:00+00:00', 0.6],
    ['a clock that runs fast', 'article:published_time|2026-05-20T09:05:00+00:00', 1],
    ['a print edition of tomorrow', 'article:published_time|2026-05-21', 1],
  ])('trusts a time %s less than one that has come', (_name, line, share) => {
    const before = choose(['article:published_time|2026-05-19T17:00:00+00:00']);
    const confidence = (before.published?.evidence.confidence ?? 0) * share;
    expect(choose([line]).published?.evidence.confidence).toBeCloseTo(confidence, 1);
  });

  it('says what was refused and why', () => {
    const { refused } = choose(['feed|Fri, 22 May 2026 12:00:00 GMT']);
    expect(refused.published).toEqual({
      from: 'feed',
      text: 'Fri, 22 May 2026 12:00:00 GMT',
      confidence: 0,
      note: 'refused: later than the visit',
    });
  });

  it.each([
    [
      'a field that what readers see contradicts',
      ['jsonld|2025-06-12T10:00:00+03:00', 'visible|2 نوفمبر 2022'],
      undefined,
    ],
    [
      'one that another place bears out',
      [
        'jsonld|2025-06-12T10:00:00+03:00',
        'article:published_time|2025-06-12T10:00:00+03:00',
        'visible|2 نوفمبر 2022',
      ],
      '2025-06-12',
    ],
    [
      'one that differs in its time alone',
      ['jsonld|2025-06-12T10:00:00+03:00', 'visible|12 يونيو 2025 - 08:15 ص'],
      '2025-06-12',
    ],
    [
      'one that the address contradicts',
      ['jsonld|2025-06-12T10:00:00+03:00', 'url|2025-05-02'],
      '2025-06-12',
    ],
    [
      'one that states today where readers see an earlier day',
      [
        'jsonld|2026-05-20T06:31:44+03:00',
        'article:published_time|2026-05-20T06:31:44+03:00',
        'label|نشر: 27 فبراير 2018 - 11:36',
      ],
      '2018-02-27',
    ],
  ])('takes or leaves %s', (_what, dates, day) => {
    expect(dayOf(choose(dates).published?.value)).toBe(day);
  });

  it.each([
    ['03/04/2026 - 10:27', [], '2026-04-03'],
    ['خميس, 11/03/2022 - 10:27', [], '2022-11-03'],
    ['جمعة, 11/03/2022 - 10:27', [], '2022-03-11'],
    ['03/04/2026 - 10:27', ['jsonld|2026-03-04T10:27:00+02:00'], '2026-03-04'],
    ['03/04/2026 - 10:27', ['url|2026-03-04'], '2026-03-04'],
    ['03/12/2026 - 10:27', [], '2026-03-12'],
    ['نشر بواسطة سهى في 03/12/2026 - 10:27', [], '2026-03-12'],
    ['12/11/2026 - 10:27', [], undefined],
    ['05/26/2025 - 10:27', [], '2025-05-26'],
  ])('reads the numbers of %s beside %j', (text, others, day) => {
    const { published } = choose([`label|${text}`, ...others]);
    expect(dayOf(published?.value)).toBe(day);
  });

  it('leaves a day to come that only the text tells as it is', () => {
    expect(choose(['visible|03/12/2026']).published).toBeUndefined();
  });

  it('says that the zone is assumed', () => {
    const { published } = choose(['visible|13 مايو 2024 - 06:15 م'], { isZoneAssumed: true });
    expect(published?.evidence.note).toBe('zone Africa/Cairo assumed');
  });

  it('is surer where independent places agree', () => {
    const alone = choose(['time|2024-05-13T06:15:00+03:00']);
    const borne = choose(['time|2024-05-13T06:15:00+03:00', 'url|2024-05-13']);
    expect(borne.published?.evidence.confidence).toBeGreaterThan(
      alone.published?.evidence.confidence ?? 1,
    );
  });
});
