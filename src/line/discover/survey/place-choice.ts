import { areAlike, type ClockOffset, zonesOf } from './clock-offsets.ts';
import type { Place } from './country.ts';

/** What is known of where a newsroom sits, as far as it is. */
export interface ChosenPlace {
  readonly country?: string;
  readonly timeZone?: string;
  /** What told the zone, or what of it is known: for the file's comment. */
  readonly from?: string;
  /** Zones that it may be, where several are left. */
  readonly among?: readonly string[];
}

/**
 * Joins what a site says of its place with what its articles name and its clocks show. A country by
 * host, address or telephone stands; one by the places of its news or by a locale is refuted by
 * clocks of another zone, and of these the news goes first, for templates bring locales of their own.
 * Clocks alone give a zone where all that fit show the same all year.
 * @param named by the places that its articles name
 */
export function choosePlace(
  places: readonly (Place | undefined)[],
  offsets: readonly ClockOffset[],
  named?: Place,
): ChosenPlace {
  const known = places.filter((place) => place !== undefined);
  const strong = agreed(known.filter(({ isWeak }) => !isWeak));
  if (strong) return strong;
  const fitting = zonesOf(offsets);
  const isUnknown = offsets.length === 0;
  const isFitting = ({ timeZone }: Place): boolean => isUnknown || fitting.includes(timeZone);
  const weak = agreed(named && isFitting(named) ? [named] : known.filter(isFitting));
  if (weak) return weak;
  const [zone] = fitting;
  if (zone === undefined) return {};
  const from = `clocks at ${textOf(offsets)} of UTC`;
  if (!areAlike(fitting)) return { from, among: fitting };
  const alike = fitting.slice(1).join(', ');
  return { timeZone: zone, from: alike ? `${from}; all year the same: ${alike}` : from };
}

/** The first, where all name one country. */
function agreed(places: readonly Place[]): ChosenPlace | undefined {
  const [first] = places;
  if (!first || places.some(({ country }) => country !== first.country)) return undefined;
  const { country, timeZone, from } = first;
  return { country, timeZone, from };
}

function textOf(offsets: readonly ClockOffset[]): string {
  const texts = offsets.map(({ offsetMs }) => {
    const minutes = Math.abs(offsetMs) / 60_000;
    const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
    return `${offsetMs < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
  });
  return [...new Set(texts)].join(', ');
}
