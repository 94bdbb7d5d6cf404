import type { Newsroom } from './newsrooms.ts';
import type { NamedRule } from './rules.ts';

/** What a rule cost and brought. */
export interface Played {
  readonly name: string;
  /** Waiting of each article met, ms, in order of length. */
  readonly delays: Float64Array;
  readonly missed: number;
  readonly requestsPerDay: number;
  /** Of those, the delays of what came in a burst, and of what ended a silence. */
  readonly burst: Float64Array;
  readonly afterSilence: Float64Array;
}

/** Entries that the feed of a source holds; at first those from before the play. */
const FEED_SIZE = 20;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A burst is so many articles within two hours, where a source has fewer at other times. */
const BURST = { articles: 5, withinMs: 2 * HOUR_MS } as const;

/** A silence: what comes behind one finds a schedule that grew slow. */
const SILENCE_MS = 3 * DAY_MS;

/** Plays all sources through one rule. */
export function play(rule: NamedRule, rooms: readonly Newsroom[]): Played {
  const [delays, burst, afterSilence]: number[][] = [[], [], []];
  let [missed, requests, days] = [0, 0, 0];
  for (const [index, room] of rooms.entries()) {
    const outcome = playOne(rule, room, room.from + ((index * 7919) % 600) * 1000);
    for (const { time, delay } of outcome.met) {
      delays?.push(delay);
      if (isInBurst(room, time)) burst?.push(delay);
      if (isAfterSilence(room, time)) afterSilence?.push(delay);
    }
    missed += outcome.missed;
    requests += outcome.requests;
    days += (room.until - room.from) / DAY_MS;
  }
  const sorted = (values: number[] = []): Float64Array => Float64Array.from(values).sort();
  return {
    name: rule.name,
    ...{ delays: sorted(delays), burst: sorted(burst), afterSilence: sorted(afterSilence) },
    missed,
    requestsPerDay: requests / days,
  };
}

/** Where a time would stand among those of a room: how many are before it. */
function countBefore(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isInBurst({ times }: Newsroom, time: number): boolean {
  const half = BURST.withinMs / 2;
  return countBefore(times, time + half) - countBefore(times, time - half) >= BURST.articles;
}

function isAfterSilence({ times }: Newsroom, time: number): boolean {
  const before = times[countBefore(times, time) - 1];
  return before !== undefined && time - before >= SILENCE_MS;
}

/** An article that was met, and how long it had waited, ms. */
interface Met {
  readonly time: number;
  readonly delay: number;
}

function playOne(
  rule: NamedRule,
  { times, zone, until }: Newsroom,
  firstAt: number,
): { met: Met[]; missed: number; requests: number } {
  const next = rule.make();
  const met: Met[] = [];
  let [at, seen, missed, requests] = [firstAt, 0, 0, 0];
  while (at < until) {
    let published = seen;
    while (published < times.length && (times[published] ?? 0) <= at) published += 1;
    const oldest = Math.max(seen, published - FEED_SIZE);
    const fresh = times.slice(oldest, published);
    if (requests > 0) {
      missed += oldest - seen;
      for (const time of fresh) met.push({ time, delay: at - time });
    }
    requests += 1;
    seen = published;
    at += next({ at, zone, met: FEED_SIZE, fresh: fresh.length, times: fresh });
  }
  return { met, missed, requests };
}

/** The delay that a share of the articles did not exceed, ms; a missed one waits for ever. */
export function quantile(
  { delays, missed }: Pick<Played, 'delays' | 'missed'>,
  share: number,
): number {
  const at = Math.ceil(share * (delays.length + missed)) - 1;
  return at < delays.length ? (delays[Math.max(0, at)] ?? 0) : Number.POSITIVE_INFINITY;
}
