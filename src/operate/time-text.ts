/** The units of time from the smallest, each with how many of it make one of the next. */
const UNITS = [
  ['s', 60],
  ['m', 60],
  ['h', 24],
  ['d', Number.POSITIVE_INFINITY],
] as const;

/** `5m ago`, `in 2h`, `-` where there is no time. */
export function agoText(iso: string | undefined, at: Date): string {
  if (iso === undefined) return '-';
  const ms = at.getTime() - Date.parse(iso);
  if (Number.isNaN(ms)) return '-';
  // Half a second to come is now.
  return Math.round(ms / 1000) >= 0 ? `${spanText(Math.max(0, ms))} ago` : `in ${spanText(-ms)}`;
}

/** `90s` is `1m`: a span of time in its largest whole unit. */
export function spanText(ms: number): string {
  let amount = Math.round(ms / 1000);
  for (const [unit, next] of UNITS) {
    if (amount < next) return `${amount}${unit}`;
    amount = Math.floor(amount / next);
  }
  return '-';
}
