import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../../src/line/schedule/failure-backoff.ts';
import { recordVisit } from '../../../src/line/schedule/history.ts';
import { addMissed, dayOf, fallenOut } from '../../../src/line/schedule/missed.ts';
import {
  adoptedUrl,
  type Moved,
  watchRedirects,
} from '../../../src/line/schedule/redirect-adoption.ts';
import type { VisitHistory } from '../../../src/line/schedule/visit-history.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = Date.UTC(2026, 10, 23);
const zone = 'Africa/Cairo';

describe('a history', () => {
  const visit = (history: VisitHistory | undefined, hours: number, fresh: number, more = {}) =>
    recordVisit(history, { now: new Date(start + hours * HOUR), zone, met: 20, fresh, ...more });

  it('does not take the first visit for news', () => {
    const first = visit(undefined, 0, 20);
    expect(first.rhythm.articles.every((count) => count === 0)).toBe(true);
    expect([first.windowSize, first.visits]).toEqual([20, 1]);
  });

  it('puts articles where the feed says, else over the gap', () => {
    const stated = { publishedAt: [new Date(start + HOUR / 2).toISOString(), 'أمس'] };
    const history = visit(visit(undefined, 0, 20), 4, 3, stated);
    const [first = 0, ...others] = history.rhythm.articles.slice(2, 6);
    expect(first).toBeGreaterThan(1);
    expect(others.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it('learns no hour from a gap of days', () => {
    const history = visit(visit(undefined, 0, 20), 72, 20);
    expect(history.rhythm.articles.every((count) => count === 0)).toBe(true);
  });

  it('adds up failureScore and forgets it on a good visit', () => {
    const failing = visit(visit(visit(undefined, 0, 20), 1, 0, { failureWeight: 0.5 }), 2, 0, {
      failureWeight: 1,
    });
    expect([failing.failureScore, failing.failingSince]).toEqual([1.5, start + HOUR]);
    const restored = visit(failing, 3, 1);
    expect([restored.failureScore, restored.failingSince]).toEqual([0, undefined]);
  });

  it('stays small and survives JSON', () => {
    let history = visit(undefined, 0, 20);
    for (let hour = 1; hour < 2000; hour += 1) history = visit(history, hour, hour % 7);
    const text = JSON.stringify(history);
    expect(text.length).toBeLessThan(8000);
    expect(JSON.parse(text)).toEqual(history);
  });
});

describe('the backoff', () => {
  it.each([
    [10, 0, 10],
    [10, 0.25, 11.9],
    [10, 0.5, 14.1],
    [10, 1, 20],
    [10, 4, 160],
    [10, 9, 24 * 60],
    [10, 40, 3 * 24 * 60],
    [5000, 1, 5000],
  ])('of %d minutes at a failureScore of %d is %d minutes', (minutes, failureScore, expected) => {
    expect(Math.round(backoffMs(minutes * 60_000, failureScore) / 6000) / 10).toBe(expected);
  });
});

describe('what was missed', () => {
  it.each([
    ['a link was known', { met: 20, fresh: 19, gapHours: 5, meanRate: 9 }, 0],
    ['all is new after a usual gap', { met: 20, fresh: 20, gapHours: 5, meanRate: 9 }, 25],
    ['all is new after a short gap', { met: 20, fresh: 20, gapHours: 1, meanRate: 2 }, 1],
    ['the document was just begun', { met: 2, fresh: 2, gapHours: 9, meanRate: 2 }, 0],
  ])('where %s', (_, signs, missed) => {
    expect(fallenOut(signs)).toBe(missed);
  });

  it('adds up over a day of the zone', () => {
    const day = dayOf(new Date('2026-11-23T22:30:00Z'), zone);
    expect(day).toBe('2026-11-24');
    const first = addMissed(undefined, { day, fallenOut: 2, unlisted: 0 });
    expect(addMissed(first, { day, fallenOut: 1, unlisted: 3 })).toEqual({
      day,
      fallenOut: 3,
      unlisted: 3,
    });
    expect(addMissed(first, { day: '2026-11-25', fallenOut: 0, unlisted: 0 }).fallenOut).toBe(0);
  });
});

describe('a permanent redirect', () => {
  const from = 'https://akhbar.test/feed';
  const to = 'https://akhbar.test/rss';
  const watch = (
    days: readonly number[],
    target: (day: number) => string | undefined = () => to,
  ) => {
    let moved: Moved[] = [];
    for (const day of days) {
      const next = target(day);
      moved = watchRedirects(
        moved,
        [next === undefined ? { from } : { from, to: next }],
        start + day * DAY,
      );
    }
    return adoptedUrl(moved, from);
  };

  it.each([
    ['seen once', [0], from],
    ['often on one day', [0, 0.1, 0.2, 0.3, 0.4, 0.5], from],
    ['twice, days apart', [0, 4], from],
    ['for days', [0, 1, 2, 3, 4], to],
  ])('%s', (_, days, url) => {
    expect(watch(days)).toBe(url);
  });

  it.each([
    ['that ended', (day: number) => (day < 4 ? to : undefined)],
    ['that changes', (day: number) => `${to}/${day}`],
    ['to a weaker scheme', () => 'http://akhbar.test/rss'],
    ['to a page that asks to log in', () => 'https://akhbar.test/login?next=feed'],
    ['to a file', () => 'file:///etc/passwd'],
    ['to itself', () => from],
  ])('%s is not adopted', (_, target) => {
    expect(watch([0, 1, 2, 3, 4], target)).toBe(from);
  });
});
