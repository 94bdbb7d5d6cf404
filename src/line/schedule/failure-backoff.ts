const HOUR_MS = 3_600_000;

/** The longest pause, in days: no source is given up, so that it comes back by itself. */
const LONGEST_MS = 3 * 24 * HOUR_MS;

/** Up to this failure score the pause grows to a day; a dead host reaches it in five visits. */
const DAY_SCORE = 5;

/**
 * The pause after failures: it doubles with each unit of the failure score up to 24 h, and after a
 * week of them up to three days. One good visit clears the score and so restores the usual pause.
 * @param failureScore weighted failures since the last good visit: hard 1, soft ½, passing ¼
 */
export function backoffMs(everyMs: number, failureScore: number): number {
  if (failureScore <= 0) return everyMs;
  const doubled = everyMs * 2 ** Math.min(failureScore, 20);
  const longest = failureScore > DAY_SCORE + 7 ? LONGEST_MS : 24 * HOUR_MS;
  return Math.round(Math.max(everyMs, Math.min(doubled, longest)));
}
