import type { VisitHistory } from './history.ts';

/** Share of a feed that may be renewed between two visits: the other half is for surprise. */
const SAFE_SHARE = 0.5;

/** A peak seen once is expected again, and somewhat higher. */
const PEAK_MARGIN = 1.2;

/**
 * Articles an hour that any source may come up with: one in 2½ minutes when a story breaks. A
 * feed of 20 entries is so asked every 50 min at least, a section of 60 links every 2½ hours.
 */
const SURPRISE_RATE = 24;

const HOUR_MS = 3_600_000;

/**
 * The longest pause after which nothing has fallen out of the source's documents, ms: half of what
 * they hold at the rate expected, or all of it at the highest rate seen or to be feared.
 */
export function longestForWindow(
  { windowSize, peakRate }: Pick<VisitHistory, 'windowSize' | 'peakRate'>,
  rate: number,
): number {
  if (windowSize === 0) return Number.POSITIVE_INFINITY;
  const usual = (SAFE_SHARE * windowSize) / Math.max(rate, 1e-6);
  const surprised = windowSize / Math.max(peakRate * PEAK_MARGIN, SURPRISE_RATE);
  return Math.min(usual, surprised) * HOUR_MS;
}

/** The peak fades by half in a month: a source that was busy once is not watched for ever. */
const PEAK_HALF_LIFE_MS = 30 * 24 * HOUR_MS;

/** Shorter gaps say little of a rate: two articles within a minute are no peak. */
const SHORTEST_GAP_MS = 900_000;

/** The highest articles an hour seen so far, after one more visit. */
export function peakAfter(
  peakRate: number,
  { fresh, gapMs }: { fresh: number; gapMs: number },
): number {
  const faded = peakRate * 2 ** (-gapMs / PEAK_HALF_LIFE_MS);
  const seen = (fresh * HOUR_MS) / Math.max(gapMs, SHORTEST_GAP_MS);
  return Math.round(Math.max(faded, seen) * 1000) / 1000;
}
