import { addRecent } from './burst.ts';
import { expectedRates } from './expected-rate.ts';
import { addMissed, dayOf, fallenOut, type MissedDay } from './missed.ts';
import { type SeenRedirect, watchRedirects } from './redirect-adoption.ts';
import { emptyRhythm, learnRhythm, type Watch } from './rhythm.ts';
import type { VisitHistory } from './visit-history.ts';
import { hourOfWeek } from './week-hour.ts';
import { peakAfter } from './window.ts';

/** What a visit brought, as the job that made it knows. */
export interface VisitOutcome {
  /** When the visit began. */
  readonly now: Date;
  /** IANA zone of the source: its rhythm is that of its newsroom. */
  readonly zone: string;
  /** Links in the documents, and those not seen before. */
  readonly met: number;
  readonly fresh: number;
  /** Links that hubs brought since the visit before: they came as well, if not by this one. */
  readonly pushed?: number;
  /** ISO instants at which the fresh and the pushed ones were published, where their route says so. */
  readonly publishedAt?: readonly string[];
  /** Weight of a failure (`healthWeight`); absent or 0 where a route could be read. */
  readonly failureWeight?: number;
  /** For each route that was asked: where a permanent redirect (301, 308) led, if one did. */
  readonly redirects?: readonly SeenRedirect[];
  /** Fresh links that the first route did not have though it was read. */
  readonly unlisted?: number;
}

/** Weight of the newest visit in running means: some ten visits are remembered. */
const NEWEST = 0.1;

const HOUR_MS = 3_600_000;

/** A gap that is longer says nothing of when, within it, articles came. */
const LONGEST_GAP_MS = 26 * HOUR_MS;

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
  const moved = watchRedirects(past.moved ?? [], outcome.redirects ?? [], at);
  const visited = { ...past, visits: past.visits + 1, moved };
  const weight = outcome.failureWeight ?? 0;
  if (weight > 0) {
    const failingSince = past.failingSince ?? at;
    return { ...visited, failureScore: past.failureScore + weight, failingSince };
  }
  const { failingSince: _, ...restored } = visited;
  const good = { ...restored, lastGoodAt: at, failureScore: 0 };
  if (past.lastGoodAt === undefined) return { ...good, windowSize: outcome.met };
  return learn({ ...good, lastGoodAt: past.lastGoodAt }, outcome);
}

function learn(past: VisitHistory & { lastGoodAt: number }, outcome: VisitOutcome): VisitHistory {
  const { met, fresh, now, zone } = outcome;
  const [from, to] = [past.lastGoodAt, now.getTime()];
  const gapMs = to - from;
  // Nothing met is a 304: the document is as it was, and the silence is as good as seen.
  const means = met === 0 ? {} : meansAfter(past, { met, fresh });
  if (gapMs <= 0 || gapMs > LONGEST_GAP_MS) return { ...past, ...means, lastGoodAt: to };
  const came = fresh + (outcome.pushed ?? 0);
  const watch = { from, to, zone, times: timesOf(outcome, { came, from }) };
  return {
    ...past,
    ...means,
    lastGoodAt: to,
    peakRate: peakAfter(past.peakRate, { fresh: came, gapMs }),
    watchedHours: past.watchedHours + gapMs / HOUR_MS,
    recent: addRecent(past.recent, { fresh: came, expected: expectedIn(past, watch) }, to),
    missed: missedBy(past, outcome, gapMs / HOUR_MS),
    rhythm: learnRhythm(past.rhythm, watch),
  };
}

function meansAfter(past: VisitHistory, { met, fresh }: { met: number; fresh: number }) {
  return {
    windowSize: past.windowSize + (met - past.windowSize) * NEWEST,
    overlap: past.overlap + (1 - fresh / met - past.overlap) * NEWEST,
  };
}

/** Hours after which the mean rate says something. */
const FEWEST_HOURS = 12;

/** Articles that the rhythm led to expect in a stretch of time; none while it is not known. */
function expectedIn(past: VisitHistory, { from, to, zone }: Watch): number {
  if (past.watchedHours < FEWEST_HOURS) return 0;
  const rates = expectedRates(past.rhythm, to);
  let expected = 0;
  let at = from;
  while (at < to) {
    const end = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    expected += (rates(hourOfWeek(at, zone)) * (end - at)) / HOUR_MS;
    at = end;
  }
  return expected;
}

function missedBy(past: VisitHistory, outcome: VisitOutcome, gapHours: number): MissedDay {
  const { met, fresh, now, zone, unlisted = 0 } = outcome;
  const articles = past.rhythm.articles.reduce((sum, count) => sum + count, 0);
  const watched = past.rhythm.watched.reduce((sum, hours) => sum + hours, 0);
  const meanRate = past.watchedHours < FEWEST_HOURS ? 0 : articles / watched;
  const fallen = fallenOut({ met, fresh, gapHours, meanRate });
  return addMissed(past.missed, { day: dayOf(now, zone), fallenOut: fallen, unlisted });
}

/** Where the route does not say when its articles were published, they are spread over the gap. */
function timesOf(
  { now, publishedAt = [] }: VisitOutcome,
  { came, from }: { came: number; from: number },
): number[] {
  const to = now.getTime();
  const stated = publishedAt.map((text) => Date.parse(text)).filter((at) => at >= from && at <= to);
  const unstated = Math.max(0, came - stated.length);
  const step = (to - from) / Math.max(1, unstated);
  return [
    ...stated,
    ...Array.from({ length: unstated }, (_, index) => from + (index + 0.5) * step),
  ];
}

function emptyHistory(at: number): VisitHistory {
  return {
    version: 1,
    visits: 0,
    failureScore: 0,
    windowSize: 0,
    overlap: 1,
    peakRate: 0,
    watchedHours: 0,
    rhythm: emptyRhythm(at),
  };
}
