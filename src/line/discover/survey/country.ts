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
  /** Telephone numbers in the international form (ITU-T E.164): `+962…`. */
  readonly phones?: readonly string[];
  /** Locales, each with where it stood: `ar_EG` of og:locale. The weakest: some name one for all Arabs. */
  readonly locales?: readonly { readonly text: string | undefined; readonly from: string }[];
}

/** Where a newsroom sits, and what told it. */
export interface Place {
  readonly country: string;
  readonly timeZone: string;
  readonly from: string;
  /** True for what a template may have brought: other signs can refute it. */
  readonly isWeak?: true;
}

/** Where a newsroom sits: as its host tells, else its address, its telephone, its page's locale. */
export function findPlace(url: string, said: PlaceSaid): Place | undefined {
  const ending = new URL(url).hostname.split('.').at(-1) ?? '';
  const strong = [
    { code: ending, from: `host .${ending}` },
    { code: said.country ?? '', from: `address in ${said.country}` },
    ...callingCountry(said.phones ?? []),
  ];
  return placeAmong(strong) ?? weakPlace(said.locales ?? []);
}

type Sign = { readonly code: string; readonly from: string };

function placeAmong(signs: readonly Sign[]): Place | undefined {
  for (const { code, from } of signs) {
    const place = placeOf(code, from);
    if (place) return place;
  }
  return undefined;
}

/**
 * A country of the region with its zone.
 * @param code ISO 3166-1 alpha-2, in any case
 * @param from what told it
 */
export function placeOf(code: string, from: string): Place | undefined {
  const key = code.toLowerCase();
  const place = Object.hasOwn(PLACES, key) ? PLACES[key] : undefined;
  return place && { country: place[0], timeZone: place[1], from };
}

/** Of locales that name different countries none counts. */
function weakPlace(locales: NonNullable<PlaceSaid['locales']>): Place | undefined {
  const signs = locales.map(({ text, from }) => ({
    code: /^[a-z]{2,3}[-_]([a-z]{2})$/iu.exec(text?.trim() ?? '')?.[1] ?? '',
    from: `${from} ${text}`,
  }));
  const places = signs.flatMap((sign) => placeAmong([sign]) ?? []);
  const isOne = new Set(places.map(({ country }) => country)).size === 1;
  const [first] = places;
  return isOne && first ? { ...first, isWeak: true } : undefined;
}

/** Calling codes (ITU-T E.164) of the countries above. */
const CALLING: Readonly<Record<string, string>> = {
  '20': 'eg',
  '212': 'ma',
  '213': 'dz',
  '216': 'tn',
  '218': 'ly',
  '222': 'mr',
  '249': 'sd',
  '252': 'so',
  '253': 'dj',
  '269': 'km',
  '961': 'lb',
  '962': 'jo',
  '963': 'sy',
  '964': 'iq',
  '965': 'kw',
  '966': 'sa',
  '967': 'ye',
  '968': 'om',
  '970': 'ps',
  '971': 'ae',
  '973': 'bh',
  '974': 'qa',
};

/** The country whose code all numbers have; none where offices in several are named. */
function callingCountry(phones: readonly string[]): Sign[] {
  const codes = phones.flatMap((phone) => {
    const digits = phone.replace(/[^\d+]/gu, '').replace(/^00/u, '+');
    const code = Object.keys(CALLING).find((prefix) => digits.startsWith(`+${prefix}`));
    return code === undefined ? [] : [code];
  });
  const [code] = codes;
  if (code === undefined || new Set(codes).size > 1) return [];
  return [{ code: CALLING[code] ?? '', from: `telephone +${code}` }];
}

/** The zones of the countries above. */
export const NEWS_ZONES: readonly string[] = Object.values(PLACES).map(([, zone]) => zone);

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
