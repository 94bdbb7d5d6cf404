import type { DriftNote, Health } from '../record/health.ts';
import type { SourceState } from './console-data.ts';
import { agoText, spanText } from './time-text.ts';

/** The state of a source, in one word. */
export type Condition = 'off' | 'new' | 'good' | 'degraded' | 'failing';

/** What a source was judged by, where an operator should look; spans in ms. */
export type Reason =
  | {
      readonly kind: 'all-unreadable' | 'some-unreadable';
      readonly routes: number;
      readonly codes: readonly string[];
      /** ISO 8601. */
      readonly since?: string | undefined;
    }
  | { readonly kind: 'never-good' | 'last-failed' }
  | ({ readonly kind: 'drifted' } & DriftNote)
  | { readonly kind: 'unmatched'; readonly name: string; readonly pages: number }
  | { readonly kind: 'no-success'; readonly since: string }
  | { readonly kind: 'silent'; readonly silentMs: number; readonly everyMs: number }
  | {
      readonly kind: 'pages-failed' | 'pages-empty';
      readonly all: number;
      readonly failed: number;
      readonly skipped: number;
      readonly code: string;
    };

/** The state of a source, and why where an operator should look. */
export interface Judgement {
  readonly condition: Condition;
  readonly reason?: Reason;
  /** The reason in English. */
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
  const failing = brokenWhole(health) ?? noGoodVisit(health, now) ?? badPages(health, 'failing');
  if (failing) return { condition: 'failing', reason: failing, why: reasonText(failing, now) };
  const degraded =
    brokenInPart(health) ?? badPages(health, 'degraded') ?? unmatchedSelector(health);
  if (!degraded) return { condition: 'good' };
  return { condition: 'degraded', reason: degraded, why: reasonText(degraded, now) };
}

/** A reason in plain English, with its times as they are at `now`. */
export function reasonText(reason: Reason, now: Date): string {
  switch (reason.kind) {
    case 'all-unreadable':
      return `no route can be read: ${routesText(reason, now)}`;
    case 'some-unreadable':
      return `cannot be read: ${routesText(reason, now)}`;
    case 'never-good':
      return 'no visit has succeeded yet';
    case 'drifted':
      return driftText(reason, now);
    case 'unmatched':
      return `selector ${reason.name} matched nothing on the last ${reason.pages} pages`;
    case 'last-failed':
      return 'the last visit failed';
    case 'no-success':
      return `no visit succeeds since ${agoText(reason.since, now)}`;
    case 'silent':
      return `no good visit for ${spanText(reason.silentMs)}, usual is one every ${spanText(reason.everyMs)}`;
    case 'pages-failed':
      return `${reason.failed} of the last ${reason.all} pages failed, most by ${reason.code}`;
    case 'pages-empty':
      return `${reason.skipped} of the last ${reason.all} pages held no article, ${reason.failed} failed`;
  }
}

function routesText(
  { routes, codes, since }: Extract<Reason, { routes: number }>,
  now: Date,
): string {
  const count = routes === 1 ? '1 route' : `${routes} routes`;
  return `${count}, ${codes.join(', ')}, since ${agoText(since, now)}`;
}

/** Judges a source in one word. */
export function conditionOf(state: SourceState, now = new Date()): Condition {
  return judge(state, now).condition;
}

/** Nothing of the source could be read at the last visit, and more of the same is to come. */
function brokenWhole(health: Health): Reason | undefined {
  const { broken, lastGood, lastVisit } = health;
  if (broken.length === 0 || lastGood === lastVisit) return undefined;
  const isLasting = lastGood === undefined || broken.every(({ isFinal }) => isFinal === true);
  return isLasting ? unreadable('all-unreadable', health) : undefined;
}

function noGoodVisit(health: Health, now: Date): Reason | undefined {
  const { failureScore, lastGood, everyMs, nextVisit } = health;
  if (failureScore >= FAILING_SCORE) {
    return lastGood === undefined
      ? { kind: 'never-good' }
      : { kind: 'no-success', since: lastGood };
  }
  // Without a schedule there is no rhythm that a visit could miss: a crontab has times of its own.
  if (lastGood === undefined || everyMs === undefined || nextVisit === undefined) return undefined;
  const silentMs = now.getTime() - Date.parse(lastGood);
  if (silentMs < Math.max(SILENT.visits * everyMs, everyMs + SILENT.leastMs)) return undefined;
  return { kind: 'silent', silentMs, everyMs };
}

function brokenInPart(health: Health): Reason | undefined {
  if (health.broken.length > 0) return unreadable('some-unreadable', health);
  if (health.drift) return { kind: 'drifted', ...health.drift };
  return health.failureScore > 0 ? { kind: 'last-failed' } : undefined;
}

/**
 * Pages in a row without a match from which on a selector is wrong: listings are of one make, articles
 * have headline, text and date; author or keywords may be absent for a day.
 */
const UNMATCHED = { listings: 3, always: 5, other: 20 } as const;

/** The selector that found nothing for longest, of those that find nothing for too long. */
function unmatchedSelector({ unmatched }: Health): Reason | undefined {
  const leastOf = (name: string): number => {
    if (name.startsWith('links: ')) return UNMATCHED.listings;
    return /^article\.(?:headline|body|datePublished): /u.test(name)
      ? UNMATCHED.always
      : UNMATCHED.other;
  };
  const [worst] = Object.entries(unmatched)
    .filter(([name, pages]) => pages >= leastOf(name))
    .toSorted(([, one], [, other]) => other - one);
  return worst && { kind: 'unmatched', name: worst[0], pages: worst[1] };
}

/** What an operator is told of a drift. */
export function driftText({ since, signs }: DriftNote, now: Date): string {
  return `its template changed ${agoText(since, now)}, by ${signs.join(', ')}`;
}

function unreadable(kind: 'all-unreadable' | 'some-unreadable', { broken }: Health): Reason {
  const codes = [...new Set(broken.map(({ code }) => code))];
  const since = broken.map((fault) => fault.since ?? fault.at).toSorted()[0];
  return { kind, routes: broken.length, codes, since };
}

function badPages({ recentPages }: Health, grade: keyof typeof PAGES): Reason | undefined {
  const { good, skipped, failed, code = 'DEFECT' } = recentPages;
  const all = good + skipped + failed;
  const bound = PAGES[grade];
  const counts = { all, failed, skipped, code };
  if (failed >= bound.least && failed / all >= bound.failed) {
    return { kind: 'pages-failed', ...counts };
  }
  const isNothing = all > 0 && good === 0 && grade === 'degraded';
  if (isNothing || (all >= bound.leastSkipped && skipped / all >= bound.skipped)) {
    return { kind: 'pages-empty', ...counts };
  }
  return undefined;
}
