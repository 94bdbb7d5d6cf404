import type { SourceState } from './console-data.ts';

/** How a source fares, in one word. */
export type Condition = 'off' | 'new' | 'good' | 'degraded' | 'failing';

/**
 * Weighted failures in a row (`src/jobs/fate.ts`: a hard one is 1) from which on a source counts
 * as failing: one may be chance and two bad luck, three an operator wants to know of.
 */
const FAILING_STRAIN = 3;

/** Judges a source by its book. */
export function conditionOf({ enabled, health }: SourceState): Condition {
  if (!enabled) return 'off';
  if (health.failureScore >= FAILING_STRAIN) return 'failing';
  if (health.failureScore > 0) return 'degraded';
  return health.lastVisit === undefined ? 'new' : 'good';
}
