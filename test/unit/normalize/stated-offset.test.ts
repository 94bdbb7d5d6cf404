import { describe, expect, it } from 'vitest';
import { datesOfRoute } from '../../../src/line/discover/routes/index.ts';
import { chooseDates } from '../../../src/line/normalize/article-dates.ts';
import type { ClockProfile, ClockRule } from '../../../src/line/normalize/clock.ts';
import type { StatedDate } from '../../../src/line/normalize/date-candidate.ts';

const SURENESS: Readonly<Record<string, number>> = { visible: 0.6, feed: 0.9 };

function dates(lines: Readonly<Record<string, string>>): StatedDate[] {
  return Object.entries(lines).map(([from, text]) => ({
    ...routeOf(from),
    role: from.includes('modified') ? 'modified' : 'published',
    from,
    text,
    confidence: SURENESS[from] ?? 0.92,
  }));
}

function routeOf(from: string): Pick<StatedDate, 'route'> {
  const route = datesOfRoute(from);
  return route ? { route } : {};
}

function learnt(from: string, rule: ClockRule): ClockProfile {
  return { places: { [from]: { lags: [], rule, confidence: 0.9 } } };
}

interface Case {
  readonly name: string;
  readonly dates: Readonly<Record<string, string>>;
  readonly seen?: string;
  readonly distrustZone?: boolean;
  readonly clock?: ClockProfile;
  readonly published: string;
  /** Part of the note. */
  readonly note?: string;
}

const META = 'article:published_time';

/** In Cairo, three hours ahead of UTC in May. */
const CASES: readonly Case[] = [
  {
    name: 'a Z that is the clock of the byline',
    dates: { [META]: '2024-05-13T06:00:00Z', visible: '13 مايو 2024 - 06:00 ص' },
    published: '2024-05-13T03:00:00Z',
    note: 'stated offset +00:00 is false (visible shows the same clock in Africa/Cairo)',
  },
  {
    name: 'a Z that the byline upholds',
    dates: { [META]: '2024-05-13T06:00:00Z', visible: '13 مايو 2024 - 09:00 ص' },
    published: '2024-05-13T06:00:00Z',
  },
  {
    name: 'a Z beside the same clock with the right offset',
    dates: { [META]: '2024-05-13T06:00:00Z', jsonld: '2024-05-13T06:00:00+03:00' },
    published: '2024-05-13T03:00:00Z',
    note: 'agrees with',
  },
  {
    name: 'a feed that labels local time as GMT',
    dates: { feed: 'Mon, 13 May 2024 06:00:00 GMT', [META]: '2024-05-13T03:00:00+00:00' },
    published: '2024-05-13T03:00:00Z',
    note: 'agrees with',
  },
  {
    name: 'a feed alone that labels local time as GMT, seen too early for that',
    dates: { feed: 'Mon, 13 May 2024 06:00:00 GMT' },
    seen: '2024-05-13T03:07:00Z',
    published: '2024-05-13T03:00:00Z',
    note: 'else published after it was first seen',
  },
  {
    name: 'a byline on UTC, and a link met a quarter of an hour after it',
    dates: { [META]: '2024-05-13T06:00:00Z', visible: '13 مايو 2024 - 06:00 ص' },
    seen: '2024-05-13T06:15:00Z',
    published: '2024-05-13T06:00:00Z',
  },
  {
    name: 'a source marked so',
    dates: { [META]: '2024-05-13T06:00:00Z' },
    distrustZone: true,
    published: '2024-05-13T03:00:00Z',
    note: 'marked distrustZone',
  },
  {
    name: 'a source learnt so',
    dates: { [META]: '2024-05-13T06:00:00Z' },
    clock: learnt(META, 'local'),
    published: '2024-05-13T03:00:00Z',
    note: 'learnt from',
  },
  {
    name: 'a source learnt to state the truth, whatever its byline shows',
    dates: { [META]: '2024-05-13T06:00:00Z', visible: '13 مايو 2024 - 06:00 ص' },
    clock: learnt(META, 'stated'),
    published: '2024-05-13T06:00:00Z',
  },
  {
    name: 'a byline learnt to run on UTC',
    dates: { visible: '13 مايو 2024 - 06:00 ص' },
    clock: learnt('visible', 'utc'),
    published: '2024-05-13T06:00:00Z',
    note: 'the clock runs on UTC',
  },
  {
    name: 'an offset of winter in summer',
    dates: { [META]: '2024-05-13T06:00:00+02:00', visible: '13 مايو 2024 - 06:00 ص' },
    published: '2024-05-13T03:00:00Z',
    note: 'stated offset +02:00 is false',
  },
  {
    name: 'seconds since 1970 state no offset to distrust',
    dates: { 'data-seconds': '2024-05-13T06:00:00.000Z' },
    distrustZone: true,
    published: '2024-05-13T06:00:00Z',
  },
];

describe('a source without a zone', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'an offset beside the same clock is the page’s',
      { jsonld: '2024-05-13T06:00:05+03:00', visible: '13/05/2024 06:00' },
      '2024-05-13T03:00:05Z',
    ],
    [
      'and reads a byline that has no other witness',
      { 'article:modified_time': '2024-05-13T07:00:05+03:00', visible: '13/05/2024 06:00' },
      '2024-05-13T03:00:00Z',
    ],
    [
      'and finds the label of a feed false',
      { jsonld: '2024-05-13T06:00:05+03:00', feed: 'Mon, 13 May 2024 06:00:05 GMT' },
      '2024-05-13T03:00:05Z',
    ],
    [
      'two offsets tell nothing',
      { jsonld: '2024-05-13T06:00:05+03:00', 'article:modified_time': '2024-05-13T06:00:05+01:00' },
      '2024-05-13T03:00:05Z',
    ],
  ])('%s', (_, lines, published) => {
    const chosen = chooseDates(dates(lines), {
      now: new Date('2026-05-20T09:00:00Z'),
      zone: 'UTC',
      distrustZone: false,
    });
    expect(chosen.published?.value.instant.toISOString().replace('.000Z', 'Z')).toBe(published);
    expect(chosen.published?.evidence.note ?? '').not.toContain('differs');
  });

  it('leaves an offset of another zone beside the same clock', () => {
    const chosen = chooseDates(
      dates({ jsonld: '2024-05-13T06:00:05-05:00', visible: '13/05/2024 06:00' }),
      { now: new Date('2026-05-20T09:00:00Z'), zone: 'Africa/Cairo', distrustZone: false },
    );
    expect(chosen.published?.evidence.note).not.toContain('false');
  });
});

describe('stated offsets', () => {
  it.each(CASES)('$name', ({ dates: lines, seen, published, note, ...context }) => {
    const chosen = chooseDates(dates(lines), {
      now: new Date('2026-05-20T09:00:00Z'),
      zone: 'Africa/Cairo',
      distrustZone: false,
      ...context,
      ...(seen ? { firstSeen: new Date(seen) } : {}),
    });
    expect(chosen.published?.value.instant.toISOString().replace('.000Z', 'Z')).toBe(published);
    if (note) expect(chosen.published?.evidence.note).toContain(note);
    else expect(chosen.published?.evidence.note ?? '').not.toContain('false');
  });

  it('corrects the later change by the label of the publication', () => {
    const { modified } = chooseDates(
      dates({
        [META]: '2024-05-13T06:00:00Z',
        'article:modified_time': '2024-05-13T07:30:00Z',
        visible: '13 مايو 2024 - 06:00 ص',
      }),
      { now: new Date('2026-05-20T09:00:00Z'), zone: 'Africa/Cairo', distrustZone: false },
    );
    expect(modified?.value.instant.toISOString()).toBe('2024-05-13T04:30:00.000Z');
  });
});
