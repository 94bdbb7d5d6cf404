/**
 * Cities and countries after `بتوقيت`, folded, with their IANA zones: the names that newsrooms
 * print. Where a place is of two words, both are the key.
 */
const PLACES: readonly (readonly [string, string])[] = [
  ['غرينتش|جرينتش|غرينيتش|جرينيتش|غرنتش|جرنتش|غرينويتش|العالمي|الدولي|gmt|utc', '+00:00'],
  ['مكه|السعوديه|الرياض|جده|السعودي|المدينه المنوره', 'Asia/Riyadh'],
  ['القاهره|مصر', 'Africa/Cairo'],
  ['ابوظبي|ابو ظبي|الامارات|دبي|الشارقه|الاماراتي', 'Asia/Dubai'],
  ['القدس|تل ابيب|اسراييل', 'Asia/Jerusalem'],
  ['غزه', 'Asia/Gaza'],
  ['فلسطين|رام الله|الضفه', 'Asia/Hebron'],
  ['بيروت|لبنان', 'Asia/Beirut'],
  ['دمشق|سوريا|سوريه|حلب', 'Asia/Damascus'],
  ['بغداد|العراق|اربيل', 'Asia/Baghdad'],
  ['عمان|الاردن', 'Asia/Amman'],
  ['الدوحه|قطر', 'Asia/Qatar'],
  ['الكويت', 'Asia/Kuwait'],
  ['المنامه|البحرين', 'Asia/Bahrain'],
  ['مسقط|سلطنه عمان', 'Asia/Muscat'],
  ['صنعاء|اليمن|عدن', 'Asia/Aden'],
  ['الخرطوم|السودان', 'Africa/Khartoum'],
  ['جوبا', 'Africa/Juba'],
  ['طرابلس|ليبيا|بنغازي', 'Africa/Tripoli'],
  ['تونس', 'Africa/Tunis'],
  ['الجزاير', 'Africa/Algiers'],
  ['الرباط|المغرب|الدار البيضاء', 'Africa/Casablanca'],
  ['نواكشوط|موريتانيا', 'Africa/Nouakchott'],
  ['مقديشو|الصومال', 'Africa/Mogadishu'],
  ['جيبوتي', 'Africa/Djibouti'],
  ['موروني|جزر القمر', 'Indian/Comoro'],
  ['اسطنبول|تركيا|انقره', 'Europe/Istanbul'],
  ['باريس|فرنسا', 'Europe/Paris'],
  ['لندن|بريطانيا', 'Europe/London'],
  ['برلين|المانيا|وسط اوروبا', 'Europe/Berlin'],
  ['جنيف|سويسرا', 'Europe/Zurich'],
  ['بروكسل', 'Europe/Brussels'],
  ['روما|ايطاليا', 'Europe/Rome'],
  ['مدريد|اسبانيا', 'Europe/Madrid'],
  ['كييف|اوكرانيا', 'Europe/Kyiv'],
  ['موسكو|روسيا', 'Europe/Moscow'],
  ['طهران|ايران', 'Asia/Tehran'],
  ['اسلام اباد|باكستان', 'Asia/Karachi'],
  ['نيودلهي|الهند', 'Asia/Kolkata'],
  ['بكين|الصين', 'Asia/Shanghai'],
  ['طوكيو|اليابان', 'Asia/Tokyo'],
  ['نيويورك|واشنطن|شرق امريكا', 'America/New_York'],
];

const ZONES: ReadonlyMap<string, string> = new Map(
  PLACES.flatMap(([names, zone]) => names.split('|').map((name): [string, string] => [name, zone])),
);

/** Offsets of the abbreviations of RFC 5322 (4.3) and of zones that news sites print. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['غرينتش', '+00:00'],
  ['جرينتش', '+00:00'],
  ['غرينيتش', '+00:00'],
  ['جرينيتش', '+00:00'],
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

/** The zone of a place of one or two folded words after `بتوقيت`, also with `ل` before it. */
export function findPlaceZone(place: string): string | undefined {
  return ZONES.get(place) ?? (place.startsWith('ل') ? findPrefixed(place) : undefined);
}

/** `للقاهرة`, `لمكة`, `لدمشق`: the letter takes the place of the article's alef. */
const findPrefixed = (place: string): string | undefined =>
  ZONES.get(place.slice(1)) ?? ZONES.get(`ا${place}`);

const ZONE_NOUNS = new Set(['بتوقيت', 'توقيت', 'بالتوقيت', 'التوقيت', 'لتوقيت']);

/** True for a folded word that a place of a clock follows. */
export const isZoneNoun = (word: string): boolean => ZONE_NOUNS.has(word);

/** The zone of an abbreviation that follows a time. */
export function findZoneAbbreviation(word: string): string | undefined {
  return ABBREVIATIONS.get(word);
}
