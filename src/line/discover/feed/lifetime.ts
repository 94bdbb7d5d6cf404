import { childrenNamed, textOf, type XmlElement } from '../xml/element.ts';

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

const PERIOD_MS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hourly: HOUR_MS,
    daily: DAY_MS,
    weekly: 7 * DAY_MS,
    monthly: 30 * DAY_MS,
    yearly: 365 * DAY_MS,
  }),
);

/**
 * How long a channel says it stays the same: RSS's `ttl` in minutes, else the period of the
 * syndication module divided by its frequency (RSS 1.0 syndication). `hourly` once is what every
 * WordPress prints whatever its newsroom does: it says nothing.
 */
export function findTtlMs(channel: XmlElement): number | undefined {
  const minutes = numberOf(channel, 'ttl');
  if (minutes !== undefined) return Math.round(minutes * 60_000);
  const period = childrenNamed(channel, 'sy:updateperiod')[0];
  if (!period) return undefined;
  const frequency = numberOf(channel, 'sy:updatefrequency') ?? 1;
  const periodMs = PERIOD_MS.get(textOf(period).trim().toLowerCase()) ?? DAY_MS;
  return periodMs === HOUR_MS && frequency === 1 ? undefined : Math.round(periodMs / frequency);
}

function numberOf(channel: XmlElement, name: string): number | undefined {
  const element = childrenNamed(channel, name)[0];
  const number = element ? Number(textOf(element).trim() || 'absent') : Number.NaN;
  return Number.isFinite(number) && number > 0 ? number : undefined;
}
