import { matchKey } from '../../../arabic/key.ts';
import { frequencies } from '../../../record/frequency.ts';
import { type Place, placeOf } from './country.ts';

/**
 * Cities and provinces that local news names, by country (ISO 3166-1), by common knowledge. Left out
 * is what several countries have (طرابلس), what is a common word as well (العين, الأبيض, دخان, حجة) or
 * folds to one (جدة, إب), and the capitals that all newsrooms write of (القاهرة, بغداد, القدس).
 */
const NAMES: Readonly<Record<string, string>> = {
  ae: 'دبي|أبوظبي|الشارقة|عجمان|رأس الخيمة|الفجيرة|أم القيوين|خورفكان',
  bh: 'المنامة|المحرق|مدينة عيسى|مدينة حمد',
  dz: 'وهران|قسنطينة|عنابة|سطيف|باتنة|تلمسان|بجاية|تيزي وزو|بسكرة|ورقلة|غرداية|جيجل|سكيكدة|مستغانم|المسيلة|الجلفة|بومرداس|تيبازة|الميلية|خنشلة|تبسة|أدرار|تمنراست',
  eg: 'الإسكندرية|الجيزة|أسيوط|سوهاج|المنيا|بني سويف|الفيوم|الأقصر|أسوان|بورسعيد|السويس|الإسماعيلية|دمياط|الدقهلية|المنوفية|القليوبية|كفر الشيخ|مطروح|طنطا|الزقازيق|شبين الكوم|ملوي|دمنهور|المحلة الكبرى',
  iq: 'البصرة|الموصل|كركوك|أربيل|السليمانية|دهوك|النجف|كربلاء|الناصرية|الديوانية|السماوة|الكوت|بعقوبة|الرمادي|الفلوجة|تكريت|سامراء|ذي قار|ميسان|المثنى|نينوى|ديالى',
  jo: 'الزرقاء|إربد|العقبة|الكرك|الطفيلة|مادبا|جرش|عجلون|المفرق|الرمثا',
  kw: 'الجهراء|الأحمدي|الفروانية|مبارك الكبير|السالمية|الفحيحيل',
  lb: 'صيدا|زحلة|بعلبك|جونية|النبطية|عكار|الهرمل|البترون|جبيل|الشوف|بنت جبيل|مرجعيون|البقاع|كسروان',
  ly: 'بنغازي|مصراتة|سبها|درنة|طبرق|زليتن|غريان|أجدابيا|الكفرة|مرزق|أوباري|زوارة|ترهونة',
  ma: 'الدار البيضاء|الرباط|مراكش|طنجة|أكادير|مكناس|وجدة|تطوان|القنيطرة|بني ملال|خريبكة|الناظور|تارودانت|الراشيدية|ورزازات|بركان|آسفي|الصويرة',
  mr: 'نواكشوط|نواذيبو|كيفة|روصو|كيهيدي|ازويرات|سيلبابي|ألاك',
  om: 'مسقط|صلالة|صحار|نزوى|ظفار|الباطنة|مسندم|البريمي|الرستاق',
  ps: 'رام الله|نابلس|الخليل|جنين|طولكرم|قلقيلية|بيت لحم|أريحا|سلفيت|طوباس|خان يونس|رفح|دير البلح|البيرة|بيت لاهيا|جباليا',
  qa: 'الدوحة|الوكرة|الخور|لوسيل|مسيعيد|الشحانية|أم صلال',
  sa: 'الرياض|مكة المكرمة|المدينة المنورة|الدمام|الطائف|تبوك|بريدة|عنيزة|القصيم|حائل|أبها|خميس مشيط|جازان|نجران|الأحساء|ينبع|الجبيل|القطيف|عرعر|سكاكا',
  sd: 'أم درمان|بورتسودان|كسلا|القضارف|ود مدني|نيالا|الفاشر|الجنينة|عطبرة|الدمازين|كوستي|كادقلي|دنقلا|شندي',
  so: 'مقديشو|هرجيسا|كسمايو|بيدوا|بوصاصو|غاروي',
  sy: 'حمص|حماة|اللاذقية|طرطوس|إدلب|دير الزور|الحسكة|القامشلي|درعا|السويداء|تدمر|ريف دمشق|جبلة|منبج',
  tn: 'صفاقس|سوسة|القيروان|بنزرت|قابس|أريانة|بن عروس|المنستير|المهدية|القصرين|سيدي بوزيد|قفصة|توزر|تطاوين|مدنين|جندوبة|سليانة|زغوان|منوبة|جربة|تاجروين',
  ye: 'عدن|تعز|الحديدة|المكلا|حضرموت|ذمار|مأرب|الضالع|لحج|أبين|شبوة|سيئون|صعدة|الشحر|غيل باوزير|المهرة|سقطرى',
};

/** The country of each name, by its match key. */
const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([code, names]) =>
    names.split('|').map((name): [string, string] => [matchKey(name), code]),
  ),
);

/** Words of the longest name. */
const MOST_WORDS = 2;

/** Letters that are written with the noun behind them: and, so, in, to, as. */
const PREFIXES = /^[وف]?[بلك]?/u;

/** Articles that name places of one country: fewer may be reports from elsewhere. */
const FEWEST_ARTICLES = 3;

/** Their share of all that name a place: a newsroom that writes of the whole region stays below. */
const SHARE = 0.75;

/**
 * The country whose cities most of a site's articles name, as local newsrooms do; a weak sign, which
 * clocks can refute. Absent where articles name several countries or too few name any.
 * @param texts of each article that was read: its headline with its text
 */
export function placeNamed(texts: readonly string[]): Place | undefined {
  const votes = texts.flatMap((text) => mostNamed(text) ?? []);
  const counts = frequencies(votes);
  const [code, count] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? ['', 0];
  if (count < FEWEST_ARTICLES || count < votes.length * SHARE) return undefined;
  const place = placeOf(code, `places named in ${count} of ${texts.length} articles`);
  return place && { ...place, isWeak: true };
}

/** The country that an article names most; absent where none, or two as often. */
function mostNamed(text: string): string | undefined {
  const words = matchKey(text).split(' ');
  const found = words.flatMap((_, at) => countryAt(words, at) ?? []);
  const [first, second] = [...frequencies(found)].toSorted(([, one], [, other]) => other - one);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}

function countryAt(words: readonly string[], at: number): string | undefined {
  for (let length = MOST_WORDS; length > 0; length -= 1) {
    const name = words.slice(at, at + length).join(' ');
    const bare = name.replace(PREFIXES, '');
    const code = COUNTRY_OF.get(name) ?? COUNTRY_OF.get(bare) ?? COUNTRY_OF.get(withArticle(bare));
    if (code) return code;
  }
  return undefined;
}

/** With the preposition لـ the article loses its alif: للمكلا is ل and المكلا. */
const withArticle = (name: string): string => (name.startsWith('ل') ? `ا${name}` : name);
