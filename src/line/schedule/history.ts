import { addArticles, addExposure, emptyRhythm, type Rhythm } from './rhythm.ts';

/** What a visit brought, as the job that made it knows. */
export interface VisitOutcome {
  /** When the visit began. */
  readonly now: Date;
  /** IANA zone of the source: its rhythm is that of its newsroom. */
  readonly zone: string;
  /** Links in the documents, and those not seen before. */
  readonly met: number;
  readonly fresh: number;
  /** ISO instants at which the fresh ones were published, where their route says so. */
  readonly publishedAt?: readonly string[];
  /** Weight of a failure (`healthWeight`); absent or 0 where a route could be read. */
  readonly failureWeight?: number;
}

/** What is remembered of a source's visits: a small JSON value of fixed size. */
export interface VisitHistory {
  readonly version: 1;
  readonly visits: number;
  /** Unix ms of the last visit, and of the last that could read a route. */
  readonly lastAt: number;
  readonly lastGoodAt?: number;
  /** Weighted failures since the last good visit. */
  readonly strain: number;
  /** Links a visit meets, as a running mean: how much fits into the source's documents. */
  readonly windowSize: number;
  /** Share of a visit's links that were known, as a running mean. */
  readonly overlap: number;
  readonly rhythm: Rhythm;
}

/** Weight of the newest visit in running means: some ten visits are remembered. */
const NEWEST = 0.1;

/** A gap that is longer says nothing of when, within it, articles came. */
const LONGEST_GAP_MS = 26 * 3_600_000;

/**
 * The history after one more visit. Of the first visit only what it met is kept: its links came
 * over days, not since a visit before.
 */
export function recordVisit(
  history: VisitHistory | undefined,
  outcome: VisitOutcome,
): VisitHistory {
  const at = outcome.now.getTime();
  const past = history ?? emptyHistory(at);
  const weight = outcome.failureWeight ?? 0;
  const visited = { ...past, visits: past.visits + 1, lastAt: at };
  if (weight > 0) return { ...visited, strain: past.strain + weight };
  const good = { ...visited, lastGoodAt: at, strain: 0 };
  if (outcome.met === 0) return good;
  const known = 1 - outcome.fresh / outcome.met;
  if (past.lastGoodAt === undefined) return { ...good, windowSize: outcome.met };
  return {
    ...good,
    windowSize: past.windowSize + (outcome.met - past.windowSize) * NEWEST,
    overlap: past.overlap + (known - past.overlap) * NEWEST,
    rhythm: learn(past, outcome, past.lastGoodAt),
  };
}

function emptyHistory(at: number): VisitHistory {
  return {
    version: 1,
    visits: 0,
    lastAt: at,
    strain: 0,
    windowSize: 0,
    overlap: 1,
    rhythm: emptyRhythm(),
  };
}

/** Where the route does not say when its articles were published, they are spread over the gap. */
function learn(past: VisitHistory, outcome: VisitOutcome, from: number): Rhythm {
  const to = outcome.now.getTime();
  if (to <= from || to - from > LONGEST_GAP_MS) return past.rhythm;
  const { zone } = outcome;
  const exposed = addExposure(past.rhythm, { from, to, zone });
  const stated = (outcome.publishedAt ?? [])
    .map((text) => Date.parse(text))
    .filter((at) => at >= from && at <= to);
  const unstated = Math.max(0, outcome.fresh - stated.length);
  const spread = Array.from(
    { length: unstated },
    (_, index) => from + ((index + 0.5) * (to - from)) / unstated,
  );
  return addArticles(exposed, { times: [...stated, ...spread], zone });
}
