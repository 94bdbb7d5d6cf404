/** The articles of the last while: old ones count half every half-hour. */
export interface Recent {
  readonly count: number;
  /** Unix ms of the last visit that counted. */
  readonly at: number;
}

/** News comes in runs of about an hour: half of it is what a run is told by. */
const HALF_LIFE_MS = 1_800_000;

/** So many articles come together by chance at any source; only what is beyond is a burst. */
const BY_CHANCE = 2;

/** Adds the fresh articles of a visit. */
export function addRecent(recent: Recent | undefined, fresh: number, at: number): Recent {
  const kept = recent ? recent.count * 2 ** ((recent.at - at) / HALF_LIFE_MS) : 0;
  return { count: Math.round((kept + fresh) * 1000) / 1000, at };
}

/** Articles an hour that a burst brings at a time, after the last visit; 0 where there is none. */
export function burstRate(recent: Recent | undefined, at: number): number {
  if (!recent) return 0;
  const count = recent.count * 2 ** (Math.min(0, recent.at - at) / HALF_LIFE_MS) - BY_CHANCE;
  return Math.max(0, (count * Math.LN2 * 3_600_000) / HALF_LIFE_MS);
}
