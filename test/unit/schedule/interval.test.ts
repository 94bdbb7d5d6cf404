import { describe, expect, it } from 'vitest';
import { addRecent, burstRate } from '../../../src/line/schedule/burst.ts';
import { expectedRates } from '../../../src/line/schedule/expected-rate.ts';
import { recordVisit } from '../../../src/line/schedule/history.ts';
import { intervalOf, learntInterval } from '../../../src/line/schedule/interval.ts';
import { emptyRhythm, learnRhythm } from '../../../src/line/schedule/rhythm.ts';
import type { VisitHistory } from '../../../src/line/schedule/visit-history.ts';
import { hourOfWeek } from '../../../src/line/schedule/week-hour.ts';
import { longestForWindow, peakAfter } from '../../../src/line/schedule/window.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONDAY = Date.UTC(2026, 10, 2);

describe('the hour of the week', () => {
  it.each([
    ['2026-11-02T00:30:00Z', 'UTC', 0],
    ['2026-11-01T22:30:00Z', 'Africa/Cairo', 0],
    ['2026-11-06T12:00:00Z', 'Asia/Riyadh', 4 * 24 + 15],
    ['2026-11-01T23:59:00Z', 'UTC', 167],
    ['2026-07-05T21:30:00Z', 'Africa/Cairo', 0],
    ['2026-11-01T20:29:00Z', 'Asia/Tehran', 167],
    ['2026-11-01T20:31:00Z', 'Asia/Tehran', 0],
  ])('of %s in %s is %d', (instant, zone, hour) => {
    expect(hourOfWeek(Date.parse(instant), zone)).toBe(hour);
  });
});

describe('the pause for a rate', () => {
  it.each([
    [1000, 2 * MINUTE],
    [81, 2.67 * MINUTE],
    [16, 4 * MINUTE],
    [1, 8 * MINUTE],
    [1 / 16, 16 * MINUTE],
    [1 / 256, 32 * MINUTE],
    [1e-8, 253 * MINUTE],
    [0, 253 * MINUTE],
  ])('of %d articles an hour is %d ms', (rate, pause) => {
    expect(intervalOf(rate) / MINUTE).toBeCloseTo(pause / MINUTE, 1);
  });

  it('is never under two minutes, and never over a day', () => {
    expect(intervalOf(50, { everyMs: 3 * MINUTE, power: 1 })).toBe(2 * MINUTE);
    expect(intervalOf(0.001, { everyMs: 10 * MINUTE, power: 1 })).toBe(DAY);
  });

  it('makes the mean cube of all waits the least at as many requests', () => {
    // Half of the hours bring sixteen times as much: their pauses are moved against each other.
    const cubes = (busy: number): number => {
      const quiet = 1 / (1 / intervalOf(16) + 1 / intervalOf(1) - 1 / busy);
      return 16 * busy ** 3 + quiet ** 3;
    };
    const least = cubes(intervalOf(16));
    expect(cubes(intervalOf(16) * 1.1)).toBeGreaterThan(least);
    expect(cubes(intervalOf(16) * 0.9)).toBeGreaterThan(least);
  });
});

describe('a burst', () => {
  it.each([
    [0, 0, 0, 0],
    [2, 0, 0, 0],
    [10, 0, 0, 11.1],
    [10, 0, 30, 5.5],
    [10, 0, 300, 0],
    [40, 30, 0, 0],
    [40, 9, 0, 31.9],
  ])(
    'of %d articles where %d were expected brings, %d minutes later, %d an hour',
    (fresh, expected, minutes, rate) => {
      const recent = addRecent(undefined, { fresh, expected }, MONDAY);
      expect(burstRate(recent, MONDAY + minutes * MINUTE)).toBeCloseTo(rate, 1);
    },
  );

  it('adds up over visits', () => {
    const first = addRecent(undefined, { fresh: 4, expected: 2 }, MONDAY);
    const second = addRecent(first, { fresh: 4, expected: 1 }, MONDAY + 30 * MINUTE);
    expect([second.count, second.expected]).toEqual([6, 2]);
  });
});

describe('the longest pause for what a feed holds', () => {
  it.each([
    [20, 0, 1, 40],
    [20, 0, 0.2, 50],
    [20, 0, 0, 60],
    [20, 0, 40, 15],
    [20, 60, 1, 16.7],
    [200, 0, 1, 400],
    [0, 0, 1, 20],
  ])(
    'of %d entries, at a peak of %d and a rate of %d, is %d minutes',
    (windowSize, peakRate, rate, minutes) => {
      const longest = longestForWindow({ windowSize, peakRate }, rate) / MINUTE;
      expect(Math.round(longest * 10) / 10).toBe(minutes);
    },
  );

  it('remembers a peak and lets it fade', () => {
    const peak = peakAfter(0, { fresh: 30, gapMs: HOUR });
    expect(peak).toBe(30);
    expect(peakAfter(peak, { fresh: 1, gapMs: 30 * DAY })).toBe(15);
    expect(peakAfter(0, { fresh: 2, gapMs: MINUTE })).toBe(8);
  });
});

describe('a rhythm', () => {
  const weeks = (count: number, hours: (day: number) => number[]) => {
    let rhythm = emptyRhythm(MONDAY);
    for (let day = 0; day < count * 7; day += 1) {
      const from = MONDAY + day * DAY;
      const times = hours(day).map((hour) => from + hour * HOUR);
      rhythm = learnRhythm(rhythm, { from, to: from + DAY, zone: 'UTC', times });
    }
    return { rhythm, now: MONDAY + count * 7 * DAY };
  };

  it('expects what it saw at that hour', () => {
    const { rhythm, now } = weeks(4, () => [0.2, 0.4, 0.6, 9.5]);
    const rate = expectedRates(rhythm, now);
    expect(rate(0)).toBeGreaterThan(2);
    expect(rate(0)).toBeLessThan(3);
    expect(rate(9)).toBeCloseTo(1, 0);
    expect(rate(4)).toBeLessThan(0.05);
  });

  it('tells a rest day from the others', () => {
    const { rhythm, now } = weeks(4, (day) => (day % 7 === 4 ? [] : [9.1, 9.2, 9.3, 9.4, 9.5]));
    const rate = expectedRates(rhythm, now);
    expect(rate(3 * 24 + 9)).toBeGreaterThan(3.5);
    expect(rate(4 * 24 + 9)).toBeLessThan(1.5);
  });

  it('learns a new habit in two weeks', () => {
    const habit = (day: number) => (day < 28 ? [9.1, 9.5, 9.9] : [22.1, 22.5, 22.9]);
    const { rhythm, now } = weeks(6, habit);
    const rate = expectedRates(rhythm, now);
    expect(rate(22)).toBeGreaterThan(rate(9));
  });

  it('takes no hour of a source with an article a week for a quiet one', () => {
    const { rhythm, now } = weeks(4, (day) => (day % 7 === 2 ? [9.5] : []));
    const rate = expectedRates(rhythm, now);
    expect(rate(3)).toBeGreaterThan(0.5 / 168);
  });

  it('of nothing seen expects nothing', () => {
    expect(expectedRates(emptyRhythm(MONDAY), MONDAY)(5)).toBe(0);
  });

  it('keeps its size over years', () => {
    const { rhythm } = weeks(110, () => [8, 9, 10, 11, 12.3]);
    expect(JSON.stringify(rhythm).length).toBeLessThan(6000);
    expect(Math.max(...rhythm.watched)).toBeLessThan(1000);
  });
});

describe('a learnt interval', () => {
  /** Four weeks of visits each half-hour to a paper that appears at midnight in Cairo. */
  const midnight = (): VisitHistory | undefined => {
    let history: VisitHistory | undefined;
    for (let at = MONDAY; at < MONDAY + 28 * DAY; at += HOUR / 2) {
      const isMidnight = hourOfWeek(at - 1, 'Africa/Cairo') % 24 === 0;
      const fresh = isMidnight && at > MONDAY ? 18 : 0;
      const outcome = { now: new Date(at), zone: 'Africa/Cairo', met: 40, fresh };
      history = recordVisit(history, outcome);
    }
    return history;
  };
  const pauseAt = (history: VisitHistory | undefined, time: string) => {
    const now = new Date(`2026-11-30T${time}:00Z`);
    return learntInterval(history, { now, zone: 'Africa/Cairo' });
  };

  it('is far shorter in the hour in which the paper appears', () => {
    const history = midnight();
    const paper = pauseAt(history, '22:10');
    expect(paper).toBeLessThan(4 * MINUTE);
    expect(pauseAt(history, '10:00')).toBeGreaterThan(2.5 * paper);
  });

  it('is there when the paper appears, however quiet the hour before was', () => {
    const history = midnight();
    const evening = pauseAt(history, '21:55');
    expect(evening).toBeGreaterThan(5 * MINUTE);
    expect(evening).toBeLessThan(5 * MINUTE + pauseAt(history, '22:00'));
  });

  it('is that of an unknown source at first', () => {
    expect(pauseAt(undefined, '10:00')).toBe(8 * MINUTE);
  });

  it('follows a burst that no habit foretold', () => {
    const history = midnight();
    const now = new Date('2026-11-30T10:00:00Z');
    const burst = recordVisit(history, { now, zone: 'Africa/Cairo', met: 40, fresh: 40 });
    expect(pauseAt(burst, '10:00')).toBeLessThan(pauseAt(history, '10:00') / 2);
  });
});
