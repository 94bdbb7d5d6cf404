import { DAYS, type Newsroom, START_MS } from './newsrooms.ts';
import type { NamedRule } from './rules.ts';

/** What a rule cost and brought. */
export interface Played {
  readonly name: string;
  /** Waiting of each article met, ms, in order of length. */
  readonly delays: Float64Array;
  readonly missed: number;
  readonly requestsPerDay: number;
}

/** Entries that the feed of a source holds; at first those from before the play. */
const FEED_SIZE = 20;

const DAY_MS = 86_400_000;
const END_MS = START_MS + DAYS * DAY_MS;

/** Plays all sources through one rule. */
export function play(rule: NamedRule, rooms: readonly Newsroom[]): Played {
  const delays: number[] = [];
  let missed = 0;
  let requests = 0;
  for (const [index, room] of rooms.entries()) {
    const outcome = playOne(rule, room, START_MS + ((index * 7919) % 600) * 1000);
    for (const delay of outcome.delays) delays.push(delay);
    missed += outcome.missed;
    requests += outcome.requests;
  }
  const sorted = Float64Array.from(delays).sort();
  return {
    name: rule.name,
    delays: sorted,
    missed,
    requestsPerDay: requests / rooms.length / DAYS,
  };
}

function playOne(
  rule: NamedRule,
  { times, zone }: Newsroom,
  firstAt: number,
): { delays: number[]; missed: number; requests: number } {
  const next = rule.make();
  const delays: number[] = [];
  let [at, seen, missed, requests] = [firstAt, 0, 0, 0];
  while (at < END_MS) {
    let published = seen;
    while (published < times.length && (times[published] ?? 0) <= at) published += 1;
    const oldest = Math.max(seen, published - FEED_SIZE);
    const fresh = times.slice(oldest, published);
    if (requests > 0) {
      missed += oldest - seen;
      for (const time of fresh) delays.push(at - time);
    }
    requests += 1;
    seen = published;
    at += next({ at, zone, met: FEED_SIZE, fresh: fresh.length, times: fresh });
  }
  return { delays, missed, requests };
}

/** The delay that a share of the articles did not exceed, ms; a missed one waits for ever. */
export function quantile({ delays, missed }: Played, share: number): number {
  const at = Math.ceil(share * (delays.length + missed)) - 1;
  return at < delays.length ? (delays[Math.max(0, at)] ?? 0) : Number.POSITIVE_INFINITY;
}
