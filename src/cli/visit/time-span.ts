import { instantOf } from '../../arabic/instant.ts';
import { UsageError } from '../../errors.ts';

/** A day, or an instant with its zone (RFC 3339). */
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** What `--since` and `--until` say, and by which clock. */
export interface SpanText {
  readonly since: string;
  readonly until?: string | undefined;
  /** Zone of days. */
  readonly zone: string;
  readonly now: Date;
}

/** Reads `--since` and `--until`, Unix ms. @throws UsageError */
export function spanOf({ since, until, zone, now }: SpanText): { since: number; until: number } {
  const first = parseInstant('--since', since, zone);
  const last = until === undefined ? now.getTime() : parseInstant('--until', until, zone);
  if (first >= now.getTime()) {
    throw new UsageError(`--since ${since} lies in the future`, {
      hint: 'marsad visit without --since looks for what is new.',
    });
  }
  if (first >= last) {
    throw new UsageError(`--since ${since} is not before --until ${until}`, {
      hint: 'Give an earlier --since, or a later --until.',
    });
  }
  return { since: first, until: Math.min(last, now.getTime()) };
}

function parseInstant(option: string, text: string, zone: string): number {
  const at = DAY.test(text)
    ? isDay(text) && instantOf({ date: text }, zone).getTime()
    : INSTANT.test(text) && isDay(text.slice(0, 10)) && Date.parse(text);
  if (at !== false && !Number.isNaN(at)) return at;
  throw new UsageError(
    `${option} is a day such as 2024-05-01 or an instant with its zone, found ${text}`,
    { hint: 'An instant: 2024-05-01T06:00:00Z, 2024-05-01T06:00:00+03:00.' },
  );
}

/** JavaScript takes the 31st of February for the second of March. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
