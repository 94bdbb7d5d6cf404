import type { Recent } from './burst.ts';
import type { MissedDay } from './missed.ts';
import type { Moved } from './redirect-adoption.ts';
import type { Rhythm } from './rhythm.ts';

/** What is remembered of a source's visits: a small JSON value of fixed size. */
export interface VisitHistory {
  readonly version: 1;
  readonly visits: number;
  /** Unix ms of the last visit that could read a route. */
  readonly lastGoodAt?: number;
  /** Weighted failures since the last good visit, and Unix ms of the first of them. */
  readonly failureScore: number;
  readonly failingSince?: number;
  /** Links a visit meets, as a running mean: how much fits into the source's documents. */
  readonly windowSize: number;
  /** Share of a visit's links that were known, as a running mean. */
  readonly overlap: number;
  /** Highest articles an hour seen; fades. */
  readonly peakRate: number;
  /** Hours between visits so far, all together. */
  readonly watchedHours: number;
  readonly recent?: Recent;
  /** Likely missed today. */
  readonly missed?: MissedDay;
  /** Routes that answer with a permanent redirect: see `adoptedUrl`. */
  readonly moved?: readonly Moved[];
  readonly rhythm: Rhythm;
}
