/** Country and zone of newsrooms by the ending of their host (IANA root zone and tz database). */
const PLACES: Readonly<Record<string, readonly [country: string, zone: string]>> = {
  ae: ['AE', 'Asia/Dubai'],
  bh: ['BH', 'Asia/Bahrain'],
  dj: ['DJ', 'Africa/Djibouti'],
  dz: ['DZ', 'Africa/Algiers'],
  eg: ['EG', 'Africa/Cairo'],
  iq: ['IQ', 'Asia/Baghdad'],
  jo: ['JO', 'Asia/Amman'],
  km: ['KM', 'Indian/Comoro'],
  kw: ['KW', 'Asia/Kuwait'],
  lb: ['LB', 'Asia/Beirut'],
  ly: ['LY', 'Africa/Tripoli'],
  ma: ['MA', 'Africa/Casablanca'],
  mr: ['MR', 'Africa/Nouakchott'],
  om: ['OM', 'Asia/Muscat'],
  ps: ['PS', 'Asia/Hebron'],
  qa: ['QA', 'Asia/Qatar'],
  sa: ['SA', 'Asia/Riyadh'],
  sd: ['SD', 'Africa/Khartoum'],
  so: ['SO', 'Africa/Mogadishu'],
  sy: ['SY', 'Asia/Damascus'],
  tn: ['TN', 'Africa/Tunis'],
  ye: ['YE', 'Asia/Aden'],
};

/** What a page says of where its newsroom sits. */
export interface PlaceSaid {
  /** ISO 3166-1 alpha-2, of the newsroom's address (schema.org) or `geo.region`. */
  readonly country?: string | undefined;
  /** `ar_EG`, `ar-SA`: the weakest, since some set it for all Arabs. */
  readonly locale?: string | undefined;
}

/** Where a newsroom sits: as its host tells, else its address, else its page's locale. */
export function findPlace(
  url: string,
  { country, locale }: PlaceSaid,
): { readonly country: string; readonly timeZone: string; readonly from: string } | undefined {
  const ending = new URL(url).hostname.split('.').at(-1) ?? '';
  const region = /^[a-z]{2,3}[-_]([a-z]{2})$/iu.exec(locale ?? '')?.[1];
  const signs = [
    { code: ending, from: `host .${ending}` },
    { code: country?.toLowerCase() ?? '', from: `address in ${country}` },
    { code: region?.toLowerCase() ?? '', from: `locale ${locale}` },
  ];
  for (const { code, from } of signs) {
    const place = Object.hasOwn(PLACES, code) ? PLACES[code] : undefined;
    if (place) return { country: place[0], timeZone: place[1], from };
  }
  return undefined;
}

/** Addresses in the data of a page (schema.org addressCountry, as a code of ISO 3166-1). */
const ADDRESS = /"addressCountry"\s{0,20}:\s{0,20}"([A-Za-z]{2})"/gu;

/**
 * The country of a page's newsroom by its data or its `geo.region`; absent where two are named.
 * @param data texts of the scripts of JSON-LD
 * @param region as `geo.region` has it: `EG`, `EG-C` (ISO 3166-2)
 */
export function findCountry(
  data: readonly string[],
  region: string | undefined,
): string | undefined {
  const addresses = data.flatMap((text) => [...text.matchAll(ADDRESS)].map(([, code]) => code));
  const stated = [region?.split('-')[0], ...addresses].flatMap((code) => code || []);
  const codes = new Set(stated.map((code) => code.toUpperCase()));
  return codes.size === 1 ? [...codes][0] : undefined;
}
