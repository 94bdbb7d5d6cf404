import type { FetchMethod } from '../../record/page.ts';

/** How a source's pages were asked for lately, and what came of it. */
export interface MethodHistory {
  /** The method that last gave an article. */
  readonly works?: FetchMethod | undefined;
  /** Unix ms at which cheaper methods were last tried. */
  readonly triedAt?: number | undefined;
  /** Pages in a row that gave no article by the method that worked. */
  readonly misses: number;
}

/** What is known of one page before it is asked for. */
export interface MethodOptions {
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
export const NO_HISTORY: MethodHistory = { misses: 0 };

/** From cheap to dear: a browser costs some thirty times what HTTP does. */
const METHODS: readonly FetchMethod[] = ['http', 'amp', 'feed', 'browser'];

/** How long a dear method is used before the cheaper ones are tried again: sites change slowly. */
const TRY_AGAIN_MS = 3 * 86_400_000;

/** Misses that say the method has stopped working; fewer are single odd pages. */
const MOST_MISSES = 3;

/**
 * The methods to try for a page, in order: the first whose answer holds an article ends the search.
 * A remembered method goes first, without the cheaper ones, until they are due for another trial.
 */
export function chooseMethods(history: MethodHistory, options: MethodOptions): FetchMethod[] {
  if (options.setting !== 'auto') return [options.setting];
  const open = METHODS.filter((via) => isOpen(via, options));
  const { works, triedAt = 0, misses } = history;
  const isTrusted = works !== undefined && misses < MOST_MISSES && open.includes(works);
  if (!isTrusted || options.now - triedAt >= TRY_AGAIN_MS) return open;
  return [works, ...open.slice(open.indexOf(works) + 1)];
}

function isOpen(via: FetchMethod, { hasAmp, hasFeedText }: MethodOptions): boolean {
  return (via !== 'amp' || hasAmp) && (via !== 'feed' || hasFeedText);
}

/** The history after a page: `worked` is the method that gave the article, if one did. */
export function learnMethod(
  history: MethodHistory,
  tried: readonly FetchMethod[],
  { worked, now }: { worked: FetchMethod | undefined; now: number },
): MethodHistory {
  const triedAt = tried[0] === METHODS[0] ? now : history.triedAt;
  if (worked === undefined) return { ...history, triedAt, misses: history.misses + 1 };
  return { works: worked, triedAt, misses: 0 };
}
