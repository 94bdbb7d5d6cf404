import { type Rhythm, WEEK_HOURS, weightAt } from './rhythm.ts';

/**
 * Hours of watching that the mean counts for in an hour of the day: an hour seen on three days is
 * believed more than the mean. Where one article takes longer than that, it counts for as many hours as
 * the mean takes for one: no article where half of one was to be expected is no sign of a quiet hour.
 */
const DAY_PRIOR = { hours: 3, articles: 1 } as const;

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
    const prior = priorHours(mean) * weight;
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

/** A source that was never seen to publish has no hour that is quieter than others. */
const priorHours = (mean: number): number =>
  Math.max(DAY_PRIOR.hours, DAY_PRIOR.articles / Math.max(mean, 1e-6));

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
