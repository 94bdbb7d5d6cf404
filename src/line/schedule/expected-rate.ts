import { type Rhythm, WEEK_HOURS, weightAt } from './rhythm.ts';

/**
 * Hours of watching that the mean counts for in an hour of the day: an hour seen on three days is
 * believed more than the mean.
 */
const DAY_PRIOR_HOURS = 3;

/** Articles that a weekday must differ by before it is held to differ at all. */
const WEEKDAY_PRIOR_ARTICLES = 8;

/** Hours that the two together count for in one hour of the week: it takes weeks to outweigh them. */
const WEEK_PRIOR_HOURS = 8;

/**
 * Articles an hour to expect, by hour of the week. One hour of the week is seen once a week, so
 * the same hour of all days, times how its weekday differs, speaks for it at first.
 * @param now Unix ms
 */
export function expectedRates(rhythm: Rhythm, now: number): (hour: number) => number {
  const { articles, watched } = rhythm;
  const weight = weightAt(rhythm, now);
  const mean = sum(articles, EVERY_HOUR) / Math.max(sum(watched, EVERY_HOUR), weight);
  const daily = (hour: number): number => {
    const steps = { from: hour % 24, step: 24, to: WEEK_HOURS };
    const prior = DAY_PRIOR_HOURS * weight;
    return (sum(articles, steps) + mean * prior) / (sum(watched, steps) + prior);
  };
  return (hour) => {
    const from = hour - (hour % 24);
    const day = { from, step: 1, to: from + 24 };
    const prior = WEEKDAY_PRIOR_ARTICLES * weight;
    const factor = (sum(articles, day) + prior) / (mean * sum(watched, day) + prior);
    const believed = WEEK_PRIOR_HOURS * weight;
    const expected = daily(hour) * factor;
    return ((articles[hour] ?? 0) + expected * believed) / ((watched[hour] ?? 0) + believed);
  };
}

interface Steps {
  readonly from: number;
  readonly step: number;
  readonly to: number;
}

const EVERY_HOUR: Steps = { from: 0, step: 1, to: WEEK_HOURS };

function sum(values: readonly number[], { from, step, to }: Steps): number {
  let total = 0;
  for (let at = from; at < to; at += step) total += values[at] ?? 0;
  return total;
}
