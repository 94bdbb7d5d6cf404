import { parseDate } from '../../arabic/date.ts';
import { instantOf } from '../../arabic/instant.ts';
import {
  type Candidate,
  type DateContext,
  readCandidate,
  type StatedDate,
} from './date-candidate.ts';

/** An offset that is not the one of UTC, which systems also write where they know none. */
const OFFSET = /^[+-](?!00:?00$)\d{2}:?\d{2}$/u;

/**
 * The context with the offset of the page's own zone, where the zone is UTC: no newsroom of the region
 * but a few in the west sits there, so that it mostly means "not given". The page states it, or shows
 * on its own clock a time that it also tells in UTC.
 */
export function withPageOffset(texts: readonly StatedDate[], context: DateContext): DateContext {
  if (context.zone !== 'UTC' || context.distrustZone) return context;
  const zone = statedOffset(texts) ?? shownOffset(texts, context);
  return zone === undefined ? context : { ...context, zone, isZoneAssumed: true };
}

function statedOffset(texts: readonly StatedDate[]): string | undefined {
  // Of publication first: a change in another season has that season's offset.
  return oneOffset(texts.filter(({ role }) => role === 'published')) ?? oneOffset(texts);
}

function oneOffset(texts: readonly StatedDate[]): string | undefined {
  const offsets = texts.flatMap(({ text }) => parseDate(text)?.zone ?? []);
  const stated = new Set(offsets.filter((zone) => OFFSET.test(zone)));
  return stated.size === 1 ? [...stated][0] : undefined;
}

/**
 * The offset between a time that is told in UTC and one of the same role that is shown without a zone,
 * where only whole quarters of an hour lie between them: `01:49:09Z` and `8 November, 17:49`.
 */
function shownOffset(texts: readonly StatedDate[], context: DateContext): string | undefined {
  const read = texts.flatMap((text) => readCandidate(text, context) ?? []);
  const timed = read.filter(
    ({ precision, parsed }) => precision !== 'day' && !parsed.rule.includes('relative'),
  );
  const told = timed.filter(({ parsed }) => parsed.zone !== undefined);
  const shown = timed.filter(({ parsed }) => parsed.zone === undefined);
  const offsets = told.flatMap((one) => shown.flatMap((other) => offsetBetween(one, other) ?? []));
  const all = new Set(offsets);
  return all.size === 1 ? [...all][0] : undefined;
}

const MINUTE_MS = 60_000;

/** Zones lie a quarter of an hour apart at least, from the Line Islands to Baker Island. */
const QUARTER = 15;
const MOST = { east: 14 * 60, west: 12 * 60 } as const;

function offsetBetween(told: Candidate, shown: Candidate): string | undefined {
  if (told.role !== shown.role) return undefined;
  const wall = instantOf({ date: shown.parsed.date }, 'UTC').getTime();
  const minutes = Math.floor(wall / MINUTE_MS) - Math.floor(told.instant.getTime() / MINUTE_MS);
  if (minutes === 0 || minutes % QUARTER !== 0) return undefined;
  if (minutes > MOST.east || minutes < -MOST.west) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
