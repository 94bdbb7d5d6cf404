import { expectedRates } from '../../line/schedule/expected-rate.ts';
import type { VisitHistory } from '../../line/schedule/visit-history.ts';
import { hourOfWeek } from '../../line/schedule/week-hour.ts';
import type { ArticleLine, Pace } from '../../operate/operator-data.ts';
import { zoneOf } from '../../record/source-rules.ts';
import type { Source } from '../../source.ts';

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** Hours of a rhythm that must have been watched before it is believed: a day and a night. */
const WATCHED_LEAST = 24;

/** What the pace is counted from. */
export interface PaceFacts {
  readonly now: number;
  /** Records of each of the last 24 hours, the current one last. */
  readonly hours: readonly number[];
  readonly sources: readonly Source[];
  readonly histories: ReadonlyMap<string, VisitHistory>;
  readonly lines: readonly ArticleLine[];
}

/** How much is published against the usual, and how soon after its publication. */
export function paceOf({ now, hours, sources, histories, lines }: PaceFacts): Pace {
  const usual = Array.from({ length: HOURS }, () => 0);
  for (const source of sources) {
    const rates = ratesOf(histories.get(source.id), now);
    if (!source.enabled || !rates) continue;
    for (let back = 0; back < HOURS; back += 1) {
      const hour = hourOfWeek(now - back * HOUR_MS, zoneOf(source));
      const at = HOURS - 1 - back;
      usual[at] = (usual[at] ?? 0) + rates(hour);
    }
  }
  return { hours, usual, delay: delayOf(lines, now) };
}

function ratesOf(history: VisitHistory | undefined, now: number) {
  if (!history || history.watchedHours < WATCHED_LEAST) return undefined;
  return expectedRates(history.rhythm, now);
}

/** Articles to expect in each hour of the week; undefined until a day was watched. */
export function rhythmOf(history: VisitHistory | undefined, now: number): number[] | undefined {
  const rates = ratesOf(history, now);
  return rates && Array.from({ length: 7 * HOURS }, (_, hour) => rates(hour));
}

/** Of what says its minute and was published in the last day; what is older was found late by us. */
function delayOf(lines: readonly ArticleLine[], now: number): Pace['delay'] {
  const delays = lines
    .filter(({ change, precision }) => change === 'published' && precision !== 'day')
    .flatMap(({ at, datePublished }) => {
      const published = Date.parse(datePublished ?? '');
      const isNew = published > now - HOURS * HOUR_MS && at >= published;
      return isNew ? [at - published] : [];
    })
    .sort((a, b) => a - b);
  const of = (share: number): number => delays[Math.floor(share * (delays.length - 1))] ?? 0;
  return delays.length === 0 ? undefined : { p50: of(0.5), p95: of(0.95), of: delays.length };
}
