/**
 * Cities and countries after `بتوقيت`, folded, with their IANA zones: the names that newsrooms
 * print. Two-word names stand under their first word and are told by the second.
 */
const PLACES: readonly (readonly [string, string])[] = [
  ['غرينتش|جرينتش|غرينيتش|جرينيتش|غرنتش|غرينويتش|جرينيتش|العالمي|utc|gmt|ut|z', '+00:00'],
  ['مكه|مكه المكرمه|السعوديه|الرياض|المملكه|السعودي', 'Asia/Riyadh'],
  ['القاهره|مصر|القاهرة', 'Africa/Cairo'],
  ['ابوظبي|ابو|الامارات|دبي|الاماراتي', 'Asia/Dubai'],
  ['القدس|فلسطين|القدس المحتله|غزه', 'Asia/Jerusalem'],
  ['بيروت|لبنان', 'Asia/Beirut'],
  ['دمشق|سوريا|سوريه', 'Asia/Damascus'],
  ['بغداد|العراق', 'Asia/Baghdad'],
  ['عمان|الاردن', 'Asia/Amman'],
  ['الدوحه|قطر', 'Asia/Qatar'],
  ['الكويت', 'Asia/Kuwait'],
  ['المنامه|البحرين', 'Asia/Bahrain'],
  ['مسقط|سلطنه', 'Asia/Muscat'],
  ['صنعاء|اليمن|عدن', 'Asia/Aden'],
  ['الخرطوم|السودان', 'Africa/Khartoum'],
  ['طرابلس|ليبيا', 'Africa/Tripoli'],
  ['تونس', 'Africa/Tunis'],
  ['الجزاير|الجزائر', 'Africa/Algiers'],
  ['الرباط|المغرب', 'Africa/Casablanca'],
  ['نواكشوط|موريتانيا', 'Africa/Nouakchott'],
  ['مقديشو|الصومال', 'Africa/Mogadishu'],
  ['جيبوتي', 'Africa/Djibouti'],
  ['اسطنبول|تركيا|انقره', 'Europe/Istanbul'],
  ['باريس|فرنسا', 'Europe/Paris'],
  ['لندن|بريطانيا', 'Europe/London'],
  ['برلين|المانيا', 'Europe/Berlin'],
  ['موسكو|روسيا', 'Europe/Moscow'],
  ['طهران|ايران', 'Asia/Tehran'],
  ['نيويورك|واشنطن', 'America/New_York'],
];

const ZONES: ReadonlyMap<string, string> = new Map(
  PLACES.flatMap(([names, zone]) => names.split('|').map((name): [string, string] => [name, zone])),
);

/** Offsets of the abbreviations of RFC 5322 (4.3) and of zones that news sites print. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['gmt', '+00:00'],
  ['utc', '+00:00'],
  ['ut', '+00:00'],
  ['z', '+00:00'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
  ['cet', '+01:00'],
  ['cest', '+02:00'],
  ['bst', '+01:00'],
  ['eet', '+02:00'],
  ['eest', '+03:00'],
  ['msk', '+03:00'],
  ['ast', '+03:00'],
  ['gst', '+04:00'],
]);

/** The zone that a folded word after `بتوقيت` names. */
export function findPlaceZone(word: string): string | undefined {
  return ZONES.get(word);
}

/** The zone of an abbreviation that follows a time. */
export function findZoneAbbreviation(word: string): string | undefined {
  return ABBREVIATIONS.get(word);
}
