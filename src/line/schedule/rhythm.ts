import { hourOfWeek } from './week-hour.ts';

/** When a source publishes: what was seen in each hour of the week of its own zone. */
export interface Rhythm {
  /** Unix ms at which one article weighs 1; later ones weigh more, so that the past counts less. */
  readonly epoch: number;
  /** Weight of the articles seen in each of the 168 hours, Monday 0 h first. */
  readonly articles: readonly number[];
  /** Hours watched in each of them, weighed alike. */
  readonly watched: readonly number[];
}

/** Hours of a week. */
export const WEEK_HOURS = 168;

const HOUR_MS = 3_600_000;

/**
 * What was seen counts half after that long: two weeks of Ramadan outweigh all the weeks before,
 * and a weekly is still remembered from one issue to the next.
 */
const HALF_LIFE_MS = 10 * 24 * HOUR_MS;

/** Weights grow by half-lives; after six of them they are brought back to 1. */
const LARGEST_WEIGHT = 64;

/** A rhythm of which nothing is known. */
export function emptyRhythm(epoch: number): Rhythm {
  const zeros = Array.from({ length: WEEK_HOURS }, () => 0);
  return { epoch, articles: zeros, watched: zeros };
}

/** What one article, or one hour of watching, weighs at a time. */
export function weightAt(rhythm: Rhythm, at: number): number {
  return 2 ** (Math.max(0, at - rhythm.epoch) / HALF_LIFE_MS);
}

/** What was watched, Unix ms, and the times of the articles that came in it. */
export interface Watch {
  readonly from: number;
  readonly to: number;
  readonly zone: string;
  readonly times: readonly number[];
}

/** The rhythm after one more stretch of watching. */
export function learnRhythm(rhythm: Rhythm, { from, to, zone, times }: Watch): Rhythm {
  const weight = weightAt(rhythm, to);
  const watched = [...rhythm.watched];
  let at = from;
  while (at < to) {
    const end = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    const hour = hourOfWeek(at, zone);
    watched[hour] = round((watched[hour] ?? 0) + (weight * (end - at)) / HOUR_MS);
    at = end;
  }
  const articles = [...rhythm.articles];
  for (const time of times) {
    const hour = hourOfWeek(time, zone);
    articles[hour] = round((articles[hour] ?? 0) + weight);
  }
  return settled({ epoch: rhythm.epoch, articles, watched }, to);
}

/** Brings weights back to 1 before they grow out of what JSON keeps exactly. */
function settled(rhythm: Rhythm, at: number): Rhythm {
  const weight = weightAt(rhythm, at);
  if (weight < LARGEST_WEIGHT) return rhythm;
  const shrink = (values: readonly number[]) => values.map((value) => round(value / weight));
  return { epoch: at, articles: shrink(rhythm.articles), watched: shrink(rhythm.watched) };
}

/** Three decimals are enough to plan by and keep the JSON small. */
const round = (value: number): number => Math.round(value * 1000) / 1000;
