import { describe, expect, it } from 'vitest';
import { type ClockLag, type ClockProfile, learnClock } from '../../../src/line/normalize/clock.ts';

/** Learns the lags of one place, `stated/local/utc` in minutes each. */
function learn(lags: readonly ClockLag[], from = 'feed'): ClockProfile | undefined {
  return lags.reduce<ClockProfile | undefined>(
    (profile, lag) => learnClock(profile, { from, lag }),
    undefined,
  );
}

/** Articles seen so many minutes after they came out, on a site that is three hours ahead of UTC. */
const DELAYS = [4, 7, 1, 9, 12, 3, 8, 2, 6, 5];
const TRUE_LABEL = DELAYS.map((late) => ({ stated: late, local: late + 180, utc: late }));
const FALSE_LABEL = DELAYS.map((late) => ({ stated: late - 180, local: late, utc: late - 180 }));
const UTC_UNLABELLED = DELAYS.map((late) => ({ stated: late + 180, local: late + 180, utc: late }));
const SLOW_VISITS = DELAYS.map((late) => {
  const lag = late * 110;
  return { stated: lag, local: lag + 180, utc: lag };
});

describe('learnClock', () => {
  it.each([
    ['an offset that is true', TRUE_LABEL, 'stated', true],
    ['local time labelled as UTC', FALSE_LABEL, 'local', true],
    ['UTC printed as local time', UTC_UNLABELLED, 'utc', true],
    ['a source that is visited twice a day', SLOW_VISITS, 'stated', false],
    ['nothing but one observation', TRUE_LABEL.slice(0, 1), 'stated', false],
    [
      'one article that was planned ahead',
      [...TRUE_LABEL, { stated: -400, local: -220, utc: -400 }],
      'stated',
      true,
    ],
    [
      'a clock that was set right',
      [...FALSE_LABEL.slice(0, 5), ...Array.from({ length: 4 }, () => TRUE_LABEL).flat()],
      'stated',
      true,
    ],
  ] as const)('%s', (_, lags, rule, isSure) => {
    const place = learn(lags)?.places.feed;
    expect(place?.rule).toBe(rule);
    expect((place?.confidence ?? 0) >= 0.75).toBe(isSure);
  });

  it('is surer the more it has seen', () => {
    const few = learn(FALSE_LABEL.slice(0, 3))?.places.feed?.confidence ?? 0;
    expect(learn(FALSE_LABEL)?.places.feed?.confidence).toBeGreaterThan(few);
  });

  it('keeps the places apart', () => {
    const feed = learn(FALSE_LABEL);
    const both = learnClock(feed, { from: 'jsonld', lag: { stated: 3, local: 183, utc: 3 } });
    expect(both.places.feed).toEqual(feed?.places.feed);
    expect(both.places.jsonld?.lags).toHaveLength(1);
  });

  it('is bounded in observations and places', () => {
    const many = learn(Array.from({ length: 20 }, () => TRUE_LABEL).flat());
    expect(many?.places.feed?.lags).toHaveLength(32);
    const crowded = Array.from({ length: 40 }, (_, index) => `place ${index}`).reduce<ClockProfile>(
      (profile, from) => learnClock(profile, { from, lag: { stated: 1, local: 1, utc: 1 } }),
      { places: {} },
    );
    expect(Object.keys(crowded.places)).toHaveLength(12);
  });

  it('leaves what it was given as it was', () => {
    const before = learn(FALSE_LABEL.slice(0, 2));
    const copy = structuredClone(before);
    learnClock(before, { from: 'feed', lag: { stated: 0, local: 0, utc: 0 } });
    expect(before).toEqual(copy);
  });
});
