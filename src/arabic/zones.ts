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

/**
 * Offsets of the abbreviations of RFC 5322 (4.3) and of zones that news sites print. AST and GST are
 * Arabia's and the Gulf's here. IST (India, Israel, Ireland) is none: what means several places is
 * not known.
 */
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
  ['ksa', '+03:00'],
  ['eat', '+03:00'],
  ['gst', '+04:00'],
  ['adt', '-03:00'],
  ['wet', '+00:00'],
  ['west', '+01:00'],
  ['wat', '+01:00'],
  ['met', '+01:00'],
  ['mez', '+01:00'],
  ['mest', '+02:00'],
  ['mesz', '+02:00'],
  ['cat', '+02:00'],
  ['sast', '+02:00'],
  ['idt', '+03:00'],
  ['trt', '+03:00'],
  ['irst', '+03:30'],
  ['pkt', '+05:00'],
  ['hkt', '+08:00'],
  ['sgt', '+08:00'],
  ['awst', '+08:00'],
  ['jst', '+09:00'],
  ['kst', '+09:00'],
  ['aest', '+10:00'],
  ['aedt', '+11:00'],
  ['nzst', '+12:00'],
  ['nzdt', '+13:00'],
  ['hst', '-10:00'],
  ['akst', '-09:00'],
  ['akdt', '-08:00'],
]);

/** Zones of North America that name no season, by their capitals: `et` is a word of French. */
const SEASONLESS: ReadonlyMap<string, string> = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
]);

/** The zone of `ET`, `CT`, `MT` or `PT`. */
export function findSeasonlessZone(capitals: string): string | undefined {
  return SEASONLESS.get(capitals);
}

/** The areas of the IANA database, and its own offsets. */
const AREAS = new Set(
  'africa america antarctica arctic asia atlantic australia europe indian pacific etc'.split(' '),
);

/** True for a folded word that an IANA name begins with. */
export const isZoneArea = (word: string): boolean => AREAS.has(word);

/** Names asked of `Intl` before: some 50 µs each, and there are as many as countries. */
const known = new Map<string, boolean>();

/** A zone by its IANA name, which upper and lower case do not tell apart; undefined for no such. */
export function findIanaZone(name: string): string | undefined {
  const isZone = known.get(name) ?? isIanaZone(name);
  if (known.size < MOST_KNOWN) known.set(name, isZone);
  return isZone ? name.replace(/(?:^|[/_-])[a-z]/gu, (letter) => letter.toUpperCase()) : undefined;
}

/** There are some 600 names. */
const MOST_KNOWN = 1000;

function isIanaZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== undefined;
  } catch {
    return false;
  }
}

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
