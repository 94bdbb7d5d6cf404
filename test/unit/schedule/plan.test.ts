import { describe, expect, it } from 'vitest';
import { recordVisit } from '../../../src/line/schedule/history.ts';
import { planVisit } from '../../../src/line/schedule/plan.ts';
import type { VisitHistory } from '../../../src/line/schedule/visit-history.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const zone = 'Africa/Cairo';
const now = new Date('2026-11-23T12:00:00Z');

/** A history of visits every `everyMs` over `days` that met `fresh` new of 20 each time. */
function visited(everyMs: number, days: number, fresh: (at: number) => number) {
  let history: VisitHistory | undefined;
  for (let at = now.getTime() - days * 24 * HOUR; at <= now.getTime(); at += everyMs) {
    const outcome = { now: new Date(at), zone, met: 20, fresh: history ? fresh(at) : 20 };
    history = recordVisit(history, outcome);
  }
  return history;
}

const everyMs = (history: VisitHistory | undefined, hints = {}): number => {
  const plan = planVisit({ every: 'auto' }, history, { now, zone, hints });
  return 'everyMs' in plan ? plan.everyMs : 0;
};

describe('a plan that the file fixes', () => {
  it('is kept to the letter', () => {
    expect(planVisit({ every: '10m' }, undefined, { now, zone })).toEqual({ everyMs: 10 * MINUTE });
    const cron = '*/10 5-23 * * 0-4';
    expect(planVisit({ cron }, undefined, { now, zone })).toEqual({ cron, zone });
  });
});

describe('a plan that is learnt', () => {
  it('asks a busy source more often than a quiet one, within the bounds', () => {
    const busy = everyMs(visited(10 * MINUTE, 3, () => 5));
    const quiet = everyMs(visited(2 * HOUR, 20, (at) => (at % (40 * HOUR) < 2 * HOUR ? 1 : 0)));
    expect(busy).toBeGreaterThanOrEqual(2 * MINUTE);
    expect(quiet).toBeGreaterThan(3 * busy);
    expect(quiet).toBeLessThanOrEqual(24 * HOUR);
  });

  it('grows with the score of failures, never ends, and one good visit restores it', () => {
    const good = visited(10 * MINUTE, 3, () => 2);
    const fail = (history: VisitHistory | undefined) =>
      recordVisit(history, { now, zone, met: 0, fresh: 0, failureWeight: 1 });
    let failing = good;
    const pauses = Array.from({ length: 12 }, () => {
      failing = fail(failing);
      return everyMs(failing);
    });
    expect(pauses[0]).toBe(2 * everyMs(good));
    expect(Math.max(...pauses)).toBe(24 * HOUR);
    const later = { now: new Date(now.getTime() + MINUTE), zone, met: 20, fresh: 0 };
    expect(recordVisit(failing, later).failureScore).toBe(0);
  });

  it('heeds ttl up to an hour', () => {
    expect(everyMs(undefined, { ttlMs: 30 * MINUTE })).toBe(30 * MINUTE);
    expect(everyMs(undefined, { ttlMs: 48 * HOUR })).toBe(HOUR);
    const busy = visited(10 * MINUTE, 3, () => 10);
    expect(everyMs(busy, { ttlMs: 48 * HOUR })).toBe(25 * MINUTE);
  });
});
