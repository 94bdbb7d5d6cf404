/** The longest wait that is obeyed: a longer one may be a mistake (RFC 9110 sets no bound). */
const LONGEST_MS = 86_400_000;

/** The wait where the site names none: some minutes, spread so that jobs do not return together. */
const UNNAMED_MS = { least: 60_000, most: 300_000 } as const;

/** What a wait is counted from. */
export interface RetryMoment {
  /** Unix ms. */
  readonly now: number;
  /** 0 to 1, for the wait where none is named. */
  readonly random: number;
}

/**
 * Unix ms at which to ask again, from a `Retry-After` field in seconds or as an HTTP date
 * (RFC 9110, 10.2.3). Capped at 24 h; absent or not readable: 1 to 5 minutes.
 */
export function retryAt(field: string | undefined, { now, random }: RetryMoment): number {
  const waitMs = parseRetryAfter(field, now) ?? unnamedMs(random);
  return now + Math.min(Math.max(waitMs, 0), LONGEST_MS);
}

/** Milliseconds to wait, or undefined where the field says nothing. A date gone by is 0. */
export function parseRetryAfter(field: string | undefined, now: number): number | undefined {
  const text = field?.trim() ?? '';
  if (/^\d{1,12}$/u.test(text)) return Number(text) * 1000;
  // A date of HTTP always holds the name of a month; Date.parse would take "1" for a year.
  const at = /[A-Za-z]{3}/u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

function unnamedMs(random: number): number {
  return UNNAMED_MS.least + random * (UNNAMED_MS.most - UNNAMED_MS.least);
}
