import type { VisitHistory } from './visit-history.ts';

/** Share of a feed that may be replaced between two visits: the other half is left for a sudden burst. */
const SAFE_SHARE = 0.5;

/** A peak seen once is expected again, and somewhat higher. */
const PEAK_MARGIN = 1.2;

/**
 * Articles an hour that a source may come up with when a story breaks: a hundred and twenty times
 * what the hour usually brings, one in two minutes at most, and one in three even at an hour when
 * nobody ever wrote. A feed of 20 entries is so asked every hour at least. With less, the replay
 * (`npm run bench -- timing`) misses articles of bursts.
 */
const SURPRISE = { times: 120, most: 30, least: 20 } as const;

/** Entries of a feed of which nothing was seen yet: WordPress keeps ten. */
const UNKNOWN_WINDOW = 10;

const HOUR_MS = 3_600_000;

/**
 * The longest pause after which nothing has fallen out of the source's documents, ms: half of what
 * they hold at the expected rate, or all of it at the highest rate that was seen or assumed.
 * @param leisure how many times slower than the default the pace is; the assumed rate is lower by as much
 */
export function longestForWindow(
  { windowSize, peakRate }: Pick<VisitHistory, 'windowSize' | 'peakRate'>,
  rate: number,
  leisure = 1,
): number {
  const holds = windowSize > 0 ? windowSize : UNKNOWN_WINDOW;
  const usual = (SAFE_SHARE * holds) / Math.max(rate, 1e-6);
  const feared = Math.min(SURPRISE.most, Math.max(SURPRISE.least, SURPRISE.times * rate));
  const surprised = holds / Math.max(peakRate * PEAK_MARGIN, feared);
  return Math.min(usual, surprised * leisure) * HOUR_MS;
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
