import { describe, expect, it } from 'vitest';
import {
  afterPoll,
  afterPush,
  type HubTrust,
  overdueAmong,
  relaxedMs,
  standingOf,
} from '../../../src/line/schedule/hub-trust.ts';
import { planVisit } from '../../../src/line/schedule/plan.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;

/** What happens to a hub: `p` a push of news, `.` one of nothing new, `m` a poll that missed, `o` one that did not. */
function trustAfter(story: string, now = NOW): HubTrust | undefined {
  let trust: HubTrust | undefined;
  for (const event of story) {
    if (event === 'p' || event === '.') trust = afterPush(trust, event === 'p' ? 1 : 0, now);
    else trust = afterPoll(trust, event === 'm' ? 2 : 0, now);
  }
  return trust;
}

describe('the standing of a hub', () => {
  it.each([
    ['', 'unproven'],
    ['pp', 'unproven'],
    ['ppp', 'proven'],
    ['p.o.p', 'unproven'],
    ['p.opo.p', 'proven'],
    ['ppoooooooo', 'unproven'],
    ['pppoooooooo', 'proven'],
    // One poll that missed is a hub that was restarted.
    ['pppm', 'proven'],
    ['pppmomo', 'distrusted'],
    ['pppmm', 'distrusted'],
    ['pppmpm', 'proven'],
    ['pppm.m', 'distrusted'],
    ['mm', 'distrusted'],
    // What it brings while it is distrusted does not count.
    ['mmpppppp', 'distrusted'],
  ])('after %j is %s', (story, standing) => {
    expect(standingOf(trustAfter(story), NOW)).toBe(standing);
  });

  it('is open again a week after it was found wanting', () => {
    const trust = trustAfter('pppmm');
    expect(standingOf(trust, NOW + 7 * DAY - 1)).toBe('distrusted');
    expect(standingOf(trust, NOW + 7 * DAY)).toBe('unproven');
    const anew = afterPush(trust, 1, NOW + 8 * DAY);
    expect(anew).toEqual({ version: 1, proofs: 1, misses: 0 });
  });
});

describe('links that a hub should have brought', () => {
  const ago = (minutes: number): string => new Date(NOW - minutes * MINUTE).toISOString();
  it.each([
    ['all old', [ago(30), ago(6)], 2, 2],
    ['one still on its way', [ago(30), ago(2)], 2, 1],
    ['all on their way', [ago(4), ago(0)], 2, 0],
    ['of unknown time', [], 3, 3],
    ['of a time to come, as a wrong clock says', [ago(-90)], 1, 0],
    ['none', [], 0, 0],
  ])('%s', (_, publishedAt, fresh, overdue) => {
    expect(overdueAmong(publishedAt, { fresh, now: NOW })).toBe(overdue);
  });
});

describe('the pause between polls under a proven hub', () => {
  it.each([
    [2 * MINUTE, 8 * MINUTE],
    [15 * MINUTE, 60 * MINUTE],
    [20 * MINUTE, 60 * MINUTE],
    // What is slower by itself stays as it is.
    [6 * 60 * MINUTE, 6 * 60 * MINUTE],
  ])('%i ms becomes %i ms', (everyMs, slower) => {
    expect(relaxedMs(everyMs)).toBe(slower);
  });

  it.each([
    [{ every: 'auto' }, 4],
    [{ every: '10m' }, 1],
  ] as const)('of %o is %i times as long', (visit, times) => {
    const context = { now: new Date(NOW), zone: 'Asia/Beirut' };
    const polled = planVisit(visit, undefined, context);
    const pushed = planVisit(visit, undefined, { ...context, isPushed: true });
    expect('everyMs' in pushed && 'everyMs' in polled && pushed.everyMs / polled.everyMs).toBe(
      times,
    );
  });

  it('of a cron line is the cron line', () => {
    const context = { now: new Date(NOW), zone: 'Asia/Beirut', isPushed: true };
    const cron = '*/10 5-23 * * *';
    expect(planVisit({ cron }, undefined, context)).toEqual({ cron, zone: 'Asia/Beirut' });
  });
});
