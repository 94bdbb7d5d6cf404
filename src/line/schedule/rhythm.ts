import { hourOfWeek } from './week-hour.ts';

/** When a source publishes: what was seen in each hour of the week of its own zone. */
export interface Rhythm {
  /** Articles seen in each of the 168 hours, Monday 0 h first; old ones fade. */
  readonly articles: readonly number[];
  /** Hours watched in each of them; fades alike. */
  readonly watched: readonly number[];
}

/** Hours of a week. */
export const WEEK_HOURS = 168;

const HOUR_MS = 3_600_000;

/** Share of what was seen that is kept a week later: a change of habit is learnt in two weeks. */
const WEEKLY_KEPT = 0.7;

/** A rhythm of which nothing is known. */
export function emptyRhythm(): Rhythm {
  const zeros = Array.from({ length: WEEK_HOURS }, () => 0);
  return { articles: zeros, watched: zeros };
}

/** Adds a stretch of time that was watched, Unix ms; what was seen before fades as it passes. */
export function addExposure(
  rhythm: Rhythm,
  { from, to, zone }: { from: number; to: number; zone: string },
): Rhythm {
  const kept = WEEKLY_KEPT ** ((to - from) / (WEEK_HOURS * HOUR_MS));
  const watched = rhythm.watched.map((hours) => hours * kept);
  let at = from;
  while (at < to) {
    const end = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    const hour = hourOfWeek(at, zone);
    watched[hour] = round((watched[hour] ?? 0) + (end - at) / HOUR_MS);
    at = end;
  }
  return { watched, articles: rhythm.articles.map((count) => round(count * kept)) };
}

/** Adds articles by their times, Unix ms. */
export function addArticles(
  rhythm: Rhythm,
  { times, zone }: { times: readonly number[]; zone: string },
): Rhythm {
  const articles = [...rhythm.articles];
  for (const at of times) {
    const hour = hourOfWeek(at, zone);
    articles[hour] = round((articles[hour] ?? 0) + 1);
  }
  return { ...rhythm, articles };
}

/** Three decimals are enough to plan by and keep the JSON small. */
const round = (value: number): number => Math.round(value * 1000) / 1000;
