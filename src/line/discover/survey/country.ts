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

/** Where a newsroom sits, as far as its host or its page's locale says: `ar_EG`, `ar-SA`. */
export function findPlace(
  url: string,
  locale: string | undefined,
): { readonly country: string; readonly timeZone: string; readonly from: string } | undefined {
  const ending = new URL(url).hostname.split('.').at(-1) ?? '';
  const region = /^[a-z]{2,3}[-_]([a-z]{2})$/iu.exec(locale ?? '')?.[1]?.toLowerCase() ?? '';
  const byHost = PLACES[ending];
  const place = byHost ?? PLACES[region];
  if (!place) return undefined;
  const from = byHost ? `host .${ending}` : `locale ${locale}`;
  return { country: place[0], timeZone: place[1], from };
}
