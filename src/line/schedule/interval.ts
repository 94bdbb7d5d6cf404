import type { VisitHistory } from './history.ts';
import { type Rhythm, WEEK_HOURS } from './rhythm.ts';
import { hourOfWeek } from './week-hour.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** More often no site is asked: a feed is rarely written anew within two minutes. */
export const SHORTEST_MS = 2 * MINUTE_MS;

/** More rarely no source is asked: it may wake up any day. */
export const LONGEST_MS = 24 * HOUR_MS;

/** Until a rhythm is known: what Media Cloud begins with, rounded to the hour's parts. */
const UNKNOWN_MS = 15 * MINUTE_MS;

/** Hours of watching that the week's mean counts for in each single hour. */
const PRIOR_HOURS = 1;

/**
 * Articles an hour at which a source is asked every ten minutes; others by the square root, which
 * costs least waiting over all articles for a number of requests.
 */
const PACE = { articlesPerHour: 1, everyMs: 10 * MINUTE_MS } as const;

/** Articles an hour expected in an hour of the week. */
export function expectedRate(rhythm: Rhythm, hour: number): number {
  const total = sum(rhythm.articles) / Math.max(1, sum(rhythm.watched));
  const articles = rhythm.articles[hour] ?? 0;
  const watched = rhythm.watched[hour] ?? 0;
  return (articles + total * PRIOR_HOURS) / (watched + PRIOR_HOURS);
}

/** The pause that suits a rate of articles an hour, in ms. */
export function intervalOf(articlesPerHour: number): number {
  const share = Math.max(articlesPerHour, 1e-6) / PACE.articlesPerHour;
  return clamp(PACE.everyMs / Math.sqrt(share));
}

/**
 * When to visit next, in ms from now: the hours ahead are gone through, each adds to the urgency
 * by its own pace, and the visit falls where the urgency is whole.
 */
export function learntInterval(
  history: VisitHistory | undefined,
  { now, zone }: { now: Date; zone: string },
): number {
  if (!history || sum(history.rhythm.watched) < 1) return UNKNOWN_MS;
  let urgency = 0;
  let at = now.getTime();
  for (let step = 0; step < WEEK_HOURS; step += 1) {
    const end = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS;
    const everyMs = intervalOf(expectedRate(history.rhythm, hourOfWeek(at, zone)));
    const share = (end - at) / everyMs;
    if (urgency + share >= 1) return clamp(at + (1 - urgency) * everyMs - now.getTime());
    urgency += share;
    at = end;
  }
  return LONGEST_MS;
}

const clamp = (ms: number): number => Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms)));

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
