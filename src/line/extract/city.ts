import { matchKey } from '../../arabic/key.ts';
import { cityNames } from './city-names.ts';

const CITIES: ReadonlySet<string> = new Set(cityNames.map(matchKey));

/** True for a city that datelines name. */
export function isCity(text: string): boolean {
  return CITIES.has(matchKey(text));
}
