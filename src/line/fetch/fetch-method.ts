import type { FetchMethod } from '../../record/fetched-page.ts';
import { addressKind } from './address-kind.ts';

/** How pages of one kind of address were asked for lately, and what came of it. */
export interface KindHistory {
  /**
   * Of the last pages that were tried by all methods, the cheapest first: the method that gave the article, or
   * `none`. The newest is last.
   */
  readonly trials: readonly (FetchMethod | 'none')[];
  /** Unix ms of the last of them. */
  readonly triedAt: number;
  /** Pages since, for which methods were left out. */
  readonly since: number;
  /** Of those, in a row, the ones that gave no article. */
  readonly misses: number;
}

/** The same of a source, by the kind of its pages' addresses; `*` is all of them together. */
export interface MethodHistory {
  readonly kinds: Readonly<Record<string, KindHistory>>;
}

/** What is known of one page before it is asked for. */
export interface MethodOptions {
  readonly url: string;
  /** As the source's file says. */
  readonly setting: 'http' | 'browser' | 'auto';
  /** The page before it linked to an AMP twin. */
  readonly hasAmp: boolean;
  /** The feed brought the whole text. */
  readonly hasFeedText: boolean;
  /** Unix ms. */
  readonly now: number;
}

/** Nothing known yet. */
export const NO_HISTORY: MethodHistory = { kinds: {} };

const ALL = '*';

/** The cheapest first: a browser costs some thirty times what HTTP does. */
const METHODS: readonly FetchMethod[] = ['http', 'amp', 'feed', 'browser'];

/** Trials remembered of a kind. */
const MOST_TRIALS = 10;

/** Pages that needed a costly method before the cheaper ones are left out. */
const TELLING_TRIALS = 3;

/**
 * Share of the trials in which a cheaper method may have worked: a request by HTTP before the browser
 * costs a thirtieth of it, and the site one request more, so leaving it out pays only where it is rare.
 */
const CHEAPER_SHARE = 0.1;

/** Pages in a row without an article by any method, after which no browser is started for the kind. */
const FRUITLESS_TRIALS = 5;

/** When all methods are tried again: sites change slowly, and a page in fifty costs little. */
const TRY_AGAIN = { ms: 3 * 86_400_000, pages: 50 } as const;

/** After so many misses a method counts as not working any more; fewer may be odd pages. */
const MOST_MISSES = 3;

/** Kinds remembered of a source, the latest. */
const MOST_KINDS = 30;

/**
 * The methods to try for a page, in order: the first whose answer holds an article ends the search.
 * By the share of the pages of its kind, or while those are few of all pages of the source, cheaper
 * methods are left out where they do not work, and the browser where it does not help.
 */
export function chooseMethods(history: MethodHistory, options: MethodOptions): FetchMethod[] {
  if (options.setting !== 'auto') return [options.setting];
  const open = METHODS.filter((via) => isOpen(via, options));
  const kind = history.kinds[addressKind(options.url)];
  const telling = kind && kind.trials.length >= TELLING_TRIALS ? kind : history.kinds[ALL];
  const first = telling && preferred(telling, options.now);
  if (first === 'none') return open.filter((via) => via !== 'browser');
  return first && open.includes(first) ? open.slice(open.indexOf(first)) : open;
}

/** True where the last article of a source came by the feed's own text: its pages hold none. */
export function isReadByFeed(history: MethodHistory | undefined): boolean {
  return history?.kinds[ALL]?.trials.findLast((one) => one !== 'none') === 'feed';
}

/** The method to begin with; `none` where none helps, undefined where all are to be tried. */
function preferred(history: KindHistory, now: number): FetchMethod | 'none' | undefined {
  const { trials, triedAt, since, misses } = history;
  const isDue = now - triedAt >= TRY_AGAIN.ms || since >= TRY_AGAIN.pages;
  const last = trials.at(-1);
  if (isDue || last === undefined) return undefined;
  const latest = trials.slice(-FRUITLESS_TRIALS);
  const isFruitless = latest.length === FRUITLESS_TRIALS && latest.every((one) => one === 'none');
  if (isFruitless || last === 'none') return isFruitless ? 'none' : undefined;
  const count = trials.filter((one) => one === last).length;
  const cheaper = trials.filter((one) => one !== 'none' && isCheaper(one, last)).length;
  const isRare = cheaper <= trials.length * CHEAPER_SHARE;
  return count >= TELLING_TRIALS && isRare && misses < MOST_MISSES ? last : undefined;
}

const isCheaper = (one: FetchMethod, other: FetchMethod): boolean =>
  METHODS.indexOf(one) < METHODS.indexOf(other);

function isOpen(via: FetchMethod, { hasAmp, hasFeedText }: MethodOptions): boolean {
  return (via !== 'amp' || hasAmp) && (via !== 'feed' || hasFeedText);
}

/** What became of a page. */
export interface MethodOutcome {
  readonly url: string;
  readonly tried: readonly FetchMethod[];
  /** The method that gave the article, if one did. */
  readonly worked: FetchMethod | undefined;
  /** Unix ms. */
  readonly now: number;
}

/** The history after a page; the same object where it taught nothing. */
export function learnMethod(history: MethodHistory, outcome: MethodOutcome): MethodHistory {
  const names = [addressKind(outcome.url), ALL];
  const learnt = names.map((name) => [name, learnKind(history.kinds[name], outcome)] as const);
  if (learnt.every(([name, kind]) => history.kinds[name] === kind)) return history;
  // The latest stand last, so that of many the oldest are forgotten.
  const others = Object.entries(history.kinds).filter(([name]) => !names.includes(name));
  return { kinds: Object.fromEntries([...others, ...learnt].slice(-MOST_KINDS)) };
}

const NEW_KIND: KindHistory = { trials: [], triedAt: 0, since: 0, misses: 0 };

function learnKind(
  before: KindHistory = NEW_KIND,
  { tried, worked, now }: MethodOutcome,
): KindHistory {
  const isTrial = tried[0] === 'http' && (worked !== undefined || tried.includes('browser'));
  if (!isTrial) {
    const misses = worked === undefined ? before.misses + 1 : 0;
    return { ...before, since: before.since + 1, misses };
  }
  const trials = [...before.trials, worked ?? ('none' as const)].slice(-MOST_TRIALS);
  // The usual case, which is not worth a write to the store with each page.
  const isUsual = before.trials.length === MOST_TRIALS && trials.every((one) => one === 'http');
  return isUsual && before.trials[0] === 'http'
    ? before
    : { trials, triedAt: now, since: 0, misses: 0 };
}
