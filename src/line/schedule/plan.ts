import { durationMs, type Visit } from '../../record/source-rules.ts';
import { backoffMs } from './failure-backoff.ts';
import { relaxedMs } from './hub-trust.ts';
import { learntInterval, PACE, type Pace } from './interval.ts';
import type { VisitHistory } from './visit-history.ts';
import { longestForWindow } from './window.ts';

/** When a source is visited: every so many ms from now, or by a cron line in a zone. */
export type VisitPlan =
  | { readonly everyMs: number }
  | { readonly cron: string; readonly zone: string };

/** What the site said of how long its documents stay the same, in ms. */
export interface VisitHints {
  /** RSS's ttl or `sy:updatePeriod`. */
  readonly ttlMs?: number;
}

/** What a plan depends on beside the source. */
export interface PlanContext {
  readonly now: Date;
  readonly zone: string;
  readonly hints?: VisitHints;
  /** True where a hub is proven and live: it brings what is new, and polls only check that it does. */
  readonly isPushed?: boolean;
  /** How fast the learnt plan follows; the default is what the bench of timing chose. */
  readonly pace?: Pace;
}

/**
 * The next visit of a source: as its file says, or learnt. A fixed interval or cron line is kept
 * to the letter; only failures stretch an interval. A Retry-After delays the visit itself.
 */
export function planVisit(
  visit: Visit,
  history: VisitHistory | undefined,
  { now, zone, hints = {}, pace = PACE, isPushed = false }: PlanContext,
): VisitPlan {
  if ('cron' in visit) return { cron: visit.cron, zone };
  const learnt = (): number => hinted(learntInterval(history, { now, zone, pace }), hints, history);
  const polled = (): number => (isPushed ? relaxedMs(learnt()) : learnt());
  const usual = visit.every === 'auto' ? polled() : durationMs(visit.every);
  return { everyMs: backoffMs(usual, history?.failureScore ?? 0) };
}

/** A site states how long its feed stays the same; at most an hour of that is obeyed. */
const LONGEST_HINT_MS = 3_600_000;

/** A hint is obeyed as long as nothing can fall out of the documents meanwhile. */
function hinted(everyMs: number, hints: VisitHints, history: VisitHistory | undefined): number {
  const { ttlMs = 0 } = hints;
  const safe = history ? longestForWindow(history, 0) : LONGEST_HINT_MS;
  return Math.max(everyMs, Math.min(safe, LONGEST_HINT_MS, ttlMs));
}
