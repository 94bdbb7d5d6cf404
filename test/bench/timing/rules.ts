import { recordVisit } from '../../../src/line/schedule/history.ts';
import type { Pace } from '../../../src/line/schedule/interval.ts';
import { planVisit } from '../../../src/line/schedule/plan.ts';
import type { VisitHistory } from '../../../src/line/schedule/visit-history.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What a rule is told of a visit. */
export interface Visited {
  /** Unix ms. */
  readonly at: number;
  readonly zone: string;
  /** Entries in the feed, and those not seen before; their times as the feed states them. */
  readonly met: number;
  readonly fresh: number;
  readonly times: readonly number[];
}

/** Answers a visit with the pause to the next, ms; made anew for each source. */
export type Rule = (visited: Visited) => number;

/** A rule by its name, made for one source. */
export interface NamedRule {
  readonly name: string;
  readonly make: () => Rule;
}

const clamp = (ms: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, ms));

/** Marsad's own rule, at a pace. */
export function learnt(name: string, pace: Pace): NamedRule {
  return {
    name,
    make: () => {
      let history: VisitHistory | undefined;
      return ({ at, zone, met, fresh, times }) => {
        const now = new Date(at);
        const publishedAt = times.map((time) => new Date(time).toISOString());
        history = recordVisit(history, { now, zone, met, fresh, publishedAt });
        const plan = planVisit({ every: 'auto' }, history, { now, zone, pace });
        return 'everyMs' in plan ? plan.everyMs : DAY_MS;
      };
    },
  };
}

/** Asks at a fixed interval. */
export const fixed = (minutes: number): NamedRule => ({
  name: `fixed ${minutes} min`,
  make: () => () => minutes * MINUTE_MS,
});

/**
 * Media Cloud: of the entries over two thirds known, 10 min more, and 60 where nothing was new;
 * under one third known, 60 min less; 10 min to 24 h.
 */
export const mediaCloud: NamedRule = {
  name: 'Media Cloud',
  make: () => {
    let pause = HOUR_MS;
    return ({ met, fresh }) => {
      const known = met === 0 ? 1 : 1 - fresh / met;
      if (known > 0.67) pause += (fresh === 0 ? 60 : 10) * MINUTE_MS;
      if (known < 0.33) pause -= 60 * MINUTE_MS;
      pause = clamp(pause, 10 * MINUTE_MS, DAY_MS);
      return pause;
    };
  },
};

/** StormCrawler's adaptive scheduler: half more unchanged, a fifth less changed, from 90 min. */
export const stormCrawler: NamedRule = {
  name: 'StormCrawler',
  make: () => {
    let pause = 90 * MINUTE_MS;
    return ({ fresh }) => {
      pause = clamp(pause * (fresh === 0 ? 1.5 : 0.8), 90 * MINUTE_MS, DAY_MS);
      return pause;
    };
  },
};

/** Miniflux by entry frequency: a week divided by the entries of the last week, 5 min to 24 h. */
export const miniflux: NamedRule = {
  name: 'Miniflux',
  make: () => {
    let week: number[] = [];
    return ({ at, times }) => {
      week = [...week, ...times].filter((time) => time > at - 7 * DAY_MS);
      return clamp((7 * DAY_MS) / Math.max(1, week.length), 5 * MINUTE_MS, DAY_MS);
    };
  },
};
