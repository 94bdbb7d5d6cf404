/** The articles of the last while, and those expected in it: both count half every half-hour. */
export interface Recent {
  readonly count: number;
  readonly expected: number;
  /** Unix ms of the last visit that counted. */
  readonly at: number;
}

/** News comes in runs of about an hour; half an hour is enough to notice one. */
const HALF_LIFE_MS = 1_800_000;

/** So many articles may come together by chance at any source; only more of them are a burst. */
const BY_CHANCE = 2;

/** Counts differ from what is expected by about its square root, and seldom by twice that. */
const STRAY = 2;

/** Adds what a visit brought and what was expected of it. */
export function addRecent(
  recent: Recent | undefined,
  brought: { readonly fresh: number; readonly expected: number },
  at: number,
): Recent {
  const kept = recent ? fadedBy(at - recent.at) : 0;
  return {
    count: round((recent?.count ?? 0) * kept + brought.fresh),
    expected: round((recent?.expected ?? 0) * kept + brought.expected),
    at,
  };
}

/**
 * Articles an hour that a burst brings at a time, after the last visit; 0 where there is none. A
 * print edition that appears each midnight is no burst: it is expected.
 */
export function burstRate(recent: Recent | undefined, at: number): number {
  if (!recent) return 0;
  const faded = fadedBy(at - recent.at);
  const usual = recent.expected + STRAY * Math.sqrt(recent.expected) + BY_CHANCE;
  const beyond = (recent.count - usual) * faded;
  return Math.max(0, (beyond * Math.LN2 * 3_600_000) / HALF_LIFE_MS);
}

const fadedBy = (ms: number): number => 2 ** (-Math.max(0, ms) / HALF_LIFE_MS);

const round = (value: number): number => Math.round(value * 1000) / 1000;
