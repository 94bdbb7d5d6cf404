import type { DriftNote, Health } from '../record/health.ts';
import type { SourceState } from './console-data.ts';
import { agoText, spanText } from './time-text.ts';

/** How a source fares, in one word. */
export type Condition = 'off' | 'new' | 'good' | 'degraded' | 'failing';

/** How a source fares, and why where an operator should look. */
export interface Judgement {
  readonly condition: Condition;
  readonly why?: string;
}

/** What needs an operator stands first. */
export const WORST_FIRST: readonly Condition[] = ['failing', 'degraded', 'new', 'good', 'off'];

/**
 * Weighted failures in a row (`src/jobs/fate.ts`: a hard one is 1) from which on a source counts
 * as failing: one may be chance and two bad luck, three an operator wants to know of.
 */
const FAILING_SCORE = 3;

/** Visits of the usual rhythm that may go by without a good one, and the least of time. */
const SILENT = { visits: 3, leastMs: 3_600_000 } as const;

/**
 * Shares of the last pages that failed, or were skipped, from which on they are no accident: sites
 * take single pages back, and feeds carry films and galleries, which hold no article.
 */
const PAGES = {
  failing: { failed: 0.8, skipped: 0.95, least: 2, leastSkipped: 10 },
  degraded: { failed: 0.2, skipped: 0.5, least: 3, leastSkipped: 5 },
} as const;

/** Judges a source by what worked: its routes, its visits, its last pages. */
export function judge({ enabled, health }: SourceState, now = new Date()): Judgement {
  if (!enabled) return { condition: 'off' };
  if (health.lastVisit === undefined && health.failureScore === 0) return { condition: 'new' };
  const failing =
    brokenWhole(health, now) ?? noGoodVisit(health, now) ?? badPages(health, 'failing');
  if (failing) return { condition: 'failing', why: failing };
  const degraded = brokenInPart(health, now) ?? badPages(health, 'degraded');
  return degraded ? { condition: 'degraded', why: degraded } : { condition: 'good' };
}

/** Judges a source in one word. */
export function conditionOf(state: SourceState, now = new Date()): Condition {
  return judge(state, now).condition;
}

/** Nothing of the source could be read at the last visit, and more of the same is to come. */
function brokenWhole(health: Health, now: Date): string | undefined {
  const { broken, lastGood, lastVisit } = health;
  if (broken.length === 0 || lastGood === lastVisit) return undefined;
  const isLasting = lastGood === undefined || broken.every(({ isFinal }) => isFinal === true);
  return isLasting ? `no route can be read: ${brokenText(health, now)}` : undefined;
}

function noGoodVisit(health: Health, now: Date): string | undefined {
  const { failureScore, lastGood, everyMs, nextVisit } = health;
  if (failureScore >= FAILING_SCORE) {
    return lastGood === undefined
      ? 'no visit has succeeded yet'
      : `no visit succeeds since ${agoText(lastGood, now)}`;
  }
  // Without a schedule nobody visits by a rhythm: a crontab runs when it runs.
  if (lastGood === undefined || everyMs === undefined || nextVisit === undefined) return undefined;
  const silentMs = now.getTime() - Date.parse(lastGood);
  if (silentMs < Math.max(SILENT.visits * everyMs, everyMs + SILENT.leastMs)) return undefined;
  return `no good visit for ${spanText(silentMs)}, usual is one every ${spanText(everyMs)}`;
}

function brokenInPart(health: Health, now: Date): string | undefined {
  if (health.broken.length > 0) return `cannot be read: ${brokenText(health, now)}`;
  if (health.drift) return driftText(health.drift, now);
  return health.failureScore > 0 ? 'the last visit failed' : undefined;
}

/** What an operator is told of a drift. */
export function driftText({ since, signs }: DriftNote, now: Date): string {
  return `its template changed ${agoText(since, now)}, by ${signs.join(', ')}`;
}

function brokenText({ broken }: Health, now: Date): string {
  const codes = [...new Set(broken.map(({ code }) => code))].join(', ');
  const first = broken.map(({ since, at }) => since ?? at).toSorted()[0];
  const routes = broken.length === 1 ? '1 route' : `${broken.length} routes`;
  return `${routes}, ${codes}, since ${agoText(first, now)}`;
}

function badPages({ recentPages }: Health, kind: keyof typeof PAGES): string | undefined {
  const { good, skipped, failed, code } = recentPages;
  const all = good + skipped + failed;
  const bound = PAGES[kind];
  if (failed >= bound.least && failed / all >= bound.failed) {
    return `${failed} of the last ${all} pages failed, most by ${code ?? 'DEFECT'}`;
  }
  const isNothing = all > 0 && good === 0 && kind === 'degraded';
  if (isNothing || (all >= bound.leastSkipped && skipped / all >= bound.skipped)) {
    return `${skipped} of the last ${all} pages held no article, ${failed} failed`;
  }
  return undefined;
}
