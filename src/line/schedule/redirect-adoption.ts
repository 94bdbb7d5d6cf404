/** A permanent redirect of a route, watched until it is believed. */
export interface Moved {
  readonly from: string;
  readonly to: string;
  /** Unix ms of the first and the last visit that saw it, and how many did. */
  readonly since: number;
  readonly last: number;
  readonly seen: number;
}

/** A redirect seen on one visit; a route that answered without one has no `to`. */
export interface SeenRedirect {
  readonly from: string;
  readonly to?: string;
}

/** A hijacked or misconfigured server is repaired within days; a site that moved stays moved. */
const HELD_MS = 3 * 86_400_000;

/** And the redirect must have been seen on so many visits, not only on two that are days apart. */
const HELD_VISITS = 5;

/** Routes of a source that are watched: as many as a source file may name. */
const MOST_MOVED = 50;

/** Pages that ask for a login: a feed that leads there is closed for a while, not moved. */
const GATE = /\b(?:log-?in|sign-?in|auth|sso|consent|captcha|suspended|maintenance)\b/iu;

/**
 * What is known of moved routes after one more visit. A target that changed is watched anew; a
 * route that answers by itself again has not moved.
 */
export function watchRedirects(
  moved: readonly Moved[],
  redirects: readonly SeenRedirect[],
  at: number,
): Moved[] {
  const seen = new Map(redirects.map((redirect) => [redirect.from, redirect.to]));
  const kept = moved.filter(({ from, to }) => !seen.has(from) || seen.get(from) === to);
  const known = new Set(kept.map(({ from }) => from));
  const again = kept.map((one) =>
    seen.has(one.from) ? { ...one, last: at, seen: one.seen + 1 } : one,
  );
  const begun = redirects.flatMap(({ from, to }) =>
    to !== undefined && !known.has(from) && isPlausible(from, to)
      ? [{ from, to, since: at, last: at, seen: 1 }]
      : [],
  );
  return [...again, ...begun].slice(0, MOST_MOVED);
}

/** Where a route is to be asked: its new address once the redirect has held, else its own. */
export function adoptedUrl(moved: readonly Moved[], url: string): string {
  const held = moved.find(
    (one) => one.from === url && one.seen >= HELD_VISITS && one.last - one.since >= HELD_MS,
  );
  return held?.to ?? url;
}

/** Never to a weaker scheme, another kind of address or a page that asks to log in. */
function isPlausible(from: string, to: string): boolean {
  if (!URL.canParse(to) || !URL.canParse(from) || from === to) return false;
  const [old, target] = [new URL(from), new URL(to)];
  const isWeb = target.protocol === 'https:' || target.protocol === 'http:';
  const isWeaker = old.protocol === 'https:' && target.protocol === 'http:';
  return isWeb && !isWeaker && !GATE.test(target.pathname);
}
