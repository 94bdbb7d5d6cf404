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
const UNKNOWN_MS = 10 * MINUTE_MS;

/** Hours that must have been watched before the rhythm is believed: a day and a night. */
const FEWEST_HOURS = 24;

/** How fast a source is followed. */
export interface Pace {
  /** The pause in hours that bring one article, ms. */
  readonly everyMs: number;
  /** The pause shrinks as more articles come, with this power of how many times more. */
  readonly power: number;
}

/**
 * Articles that come at a rate r wait in the mean half of the pause, so that of all plans with as many
 * requests the mean wait is the least where pauses go with r^(-1/2) (Cho and Garcia-Molina 2003; Sia,
 * Cho and Cho 2007 for feeds). Where a wait is counted by its power p, the least is at r^(-1/(p+1)).
 * At p = 3 long waits weigh most, as they do for news, and a rate that was foreseen wrongly costs
 * little: taken a hundred times too low, the pause is three times too long, where the square root
 * makes it ten. It was the greatest power at which 19 of 20 articles come no later than by a fixed
 * interval, on the half of the real traces that it was chosen on (`npm run bench -- timing-traces`).
 * Eight minutes ask as often as the rule before did: some 170 times a day where 50 articles come.
 */
export const PACE: Pace = { everyMs: 8 * MINUTE_MS, power: 1 / 4 };

/** The pause that suits a rate of articles an hour, ms. */
export function intervalOf(articlesPerHour: number, pace: Pace = PACE): number {
  return clamp(pace.everyMs * Math.max(articlesPerHour, 1e-6) ** -pace.power);
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
  // A pace slower than the default accepts that more entries fall out of a feed unseen.
  const leisure = Math.max(1, pace.everyMs / PACE.everyMs);
  if (!history || history.watchedHours < FEWEST_HOURS)
    return clamp(Math.min(UNKNOWN_MS * leisure, pace.everyMs));
  const start = now.getTime();
  const rates = expectedRates(history.rhythm, start);
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
