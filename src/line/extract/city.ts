import { matchKey } from '../../arabic/key.ts';
import { cityNames, countryNames } from './city-names.ts';

const CITIES: ReadonlySet<string> = new Set(cityNames.map(matchKey));

/** True for a city that datelines name. */
export function isCity(text: string): boolean {
  return CITIES.has(matchKey(text));
}

const COUNTRIES: ReadonlySet<string> = new Set(countryNames.map(matchKey));

/** True for a country, which stands behind the city in some datelines. */
export function isCountry(text: string): boolean {
  return COUNTRIES.has(matchKey(text));
}
