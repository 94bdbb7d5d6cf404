import { burstRate } from './burst.ts';
import { expectedRates } from './expected-rate.ts';
import { WEEK_HOURS } from './rhythm.ts';
import type { VisitHistory } from './visit-history.ts';
import { hourOfWeek } from './week-hour.ts';
import { longestForWindow } from './window.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The shortest pause: a feed is rarely written anew within two minutes. */
export const SHORTEST_MS = 2 * MINUTE_MS;

/** The longest pause: a quiet source may publish again any day. */
export const LONGEST_MS = 24 * HOUR_MS;

/** Until a day is known, at most: all but wire agencies take longer to fill a feed of 20 entries. */
export const UNKNOWN_MS = 10 * MINUTE_MS;

/** Hours that must have been watched before the rhythm is believed: a day and a night. */
const FEWEST_HOURS = 24;

/** How fast a source is followed. */
export interface Pace {
  /** The pause in hours that bring articles at `articlesPerHour` or faster, ms. */
  readonly everyMs: number;
  readonly articlesPerHour: number;
  /** How the pause grows as fewer articles come: with this power of how many times fewer. */
  readonly power: number;
}

/**
 * Chosen by `npm run bench -- timing`: hours with less than one article hold one in twenty of all
 * that 200 sources publish, and following them as fast would take half as many requests again.
 */
export const PACE: Pace = { everyMs: 4 * MINUTE_MS, articlesPerHour: 1, power: 4 };

/**
 * The pause that suits a rate of articles an hour, ms: the same for all hours that bring news, so
 * that nineteen of twenty articles wait no longer than that, and longer where little comes.
 */
export function intervalOf(articlesPerHour: number, pace: Pace = PACE): number {
  const fewer = pace.articlesPerHour / Math.max(articlesPerHour, 1e-6);
  return clamp(pace.everyMs * Math.max(1, fewer) ** pace.power);
}

/** What an interval is learnt against. */
export interface IntervalContext {
  readonly now: Date;
  readonly zone: string;
  readonly pace?: Pace;
}

/**
 * When to visit next, ms from now: the hours ahead are gone through, each adds to the urgency by
 * its own pause, and the visit falls where the urgency is whole. A quiet evening is so left out,
 * and the paper that appears at midnight is met.
 */
export function learntInterval(
  history: VisitHistory | undefined,
  { now, zone, pace = PACE }: IntervalContext,
): number {
  if (!history || history.watchedHours < FEWEST_HOURS)
    return clamp(Math.min(UNKNOWN_MS, pace.everyMs));
  const start = now.getTime();
  const rates = expectedRates(history.rhythm, start);
  // Who follows more slowly than the default accepts that more may fall out.
  const leisure = Math.max(1, pace.everyMs / PACE.everyMs);
  let urgency = 0;
  let at = start;
  for (let step = 0; step < WEEK_HOURS; step += 1) {
    const end = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS;
    const usual = rates(hourOfWeek(at, zone));
    const rate = Math.max(usual, burstRate(history.recent, at));
    const longest = longestForWindow(history, rate, leisure);
    const everyMs = Math.min(intervalOf(rate, pace), longest);
    const share = (end - at) / everyMs;
    if (urgency + share >= 1) return clamp(at + (1 - urgency) * everyMs - start);
    urgency += share;
    at = end;
  }
  return LONGEST_MS;
}

const clamp = (ms: number): number => Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms)));
