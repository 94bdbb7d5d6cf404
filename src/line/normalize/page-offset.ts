import { parseDate } from '../../arabic/date.ts';
import type { DateText } from '../../record/reading.ts';
import type { DateContext } from './date-candidate.ts';

/** An offset that is not the one of UTC, which systems also write where they know none. */
const OFFSET = /^[+-](?!00:?00$)\d{2}:?\d{2}$/u;

/**
 * The context with the offset that the page itself states for its zone, where the zone is UTC: no
 * newsroom of the region but a few in the west sits there, so that it mostly means "not given".
 */
export function withPageOffset(texts: readonly DateText[], context: DateContext): DateContext {
  if (context.zone !== 'UTC' || context.distrustZone) return context;
  const offsets = texts.flatMap(({ text }) => parseDate(text)?.zone ?? []);
  const stated = new Set(offsets.filter((zone) => OFFSET.test(zone)));
  const [zone] = stated;
  return zone !== undefined && stated.size === 1
    ? { ...context, zone, zoneAssumed: true }
    : context;
}
