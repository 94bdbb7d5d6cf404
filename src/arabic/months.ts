/** The calendars that news sites print dates in. */
export type CalendarName = 'gregory' | 'islamic-umalqura' | 'persian';

/** A month by its name. */
export interface MonthName {
  readonly month: number;
  readonly calendar: CalendarName;
}

/** Countries' own tables, where a source says that its months are to be read by one. */
export type MonthTable =
  | 'egypt'
  | 'levant'
  | 'iraq'
  | 'tunis'
  | 'algiers'
  | 'rabat'
  | 'mauritania'
  | 'libya';

/**
 * Gregorian months, folded (hamza, ى and ة), one row a month: Egypt and the Gulf, the Levant and
 * Iraq, Tunis and Algiers, Rabat, Mauritania, English, French, and the tongues of the region's
 * neighbours: Persian, German, Italian, Spanish, Portuguese, Dutch, Turkish. From CLDR (`Intl`), completed by
 * the spellings that newspapers use beside them.
 */
const GREGORIAN: readonly string[] = [
  'يناير|ژانويه|كانون الثاني|كانون ثاني|كانون ثان|كانون2|جانفي|جانفيه|جنفي|january|jan|janvier|janv|januar|janner|janer|gennaio|gen|enero|ene|janeiro|januari|ocak',
  'فبراير|فوريه|فيراير|فبرير|فيبراير|شباط|اشباط|فيفري|فيفرييه|february|feb|fevrier|fevr|fev|februar|feber|febbraio|febrero|fevereiro|februari|subat',
  'مارس|اذار|ادار|مارص|march|mar|mars|marz|maerz|marzo|marco|maart|mrt|mart',
  'ابريل|اوريل|افريل|ابرايل|ابرل|افرايل|نيسان|april|apr|avril|avr|aprile|abril|abr|nisan',
  'مايو|مه|ايار|ماي|مايه|مايس|may|mai|maggio|mag|mayo|maio|mei|mayis',
  'يونيو|ژوين|يونيه|يونو|حزيران|جوان|june|jun|juin|juni|giugno|giu|junio|junho|haziran',
  'يوليو|ژوييه|جولاي|يوليه|تموز|جويليه|جويليا|جويله|جوييليه|يوليوز|يوليوس|july|jul|juillet|juil|juli|luglio|lug|julio|julho|temmuz',
  'اغسطس|اغسطوس|اوغسطس|اب|اوت|اووت|غشت|اغشت|august|aug|aout|agosto|ago|augustus|agustos',
  'سبتمبر|سپتامبر|سبتامبر|ايلول|سيبتمبر|سبتنبر|شتنبر|شتمبر|september|sept|sep|septembre|settembre|set|septiembre|setiembre|setembro|eylul',
  'اكتوبر|اكتبر|اكتوبير|اوكتوبر|اكتوير|تشرين الاول|تشرين اول|تشرين1|october|oct|octobre|oktober|okt|ottobre|ott|octubre|outubro|out|ekim',
  'نوفمبر|نوامبر|نوفامبر|نوفنبر|تشرين الثاني|تشرين ثاني|تشرين ثان|تشرين2|نونبر|نوفبر|november|nov|novembre|noviembre|novembro|kasim',
  'ديسمبر|دسامبر|ديسامبر|ديسيمبر|دسمبر|كانون الاول|كانون اول|كانون1|دجنبر|دجمبر|december|dec|decembre|dezember|dez|dicembre|dic|diciembre|dezembro|aralik',
];

/** Abbreviations that mean a month only right beside a day: ت2 is Lebanon's November, ج2 Jumada II. */
const SHORT: readonly (readonly [string, MonthName])[] = [
  ['ك2', { month: 1, calendar: 'gregory' }],
  ['ت1', { month: 10, calendar: 'gregory' }],
  ['ت2', { month: 11, calendar: 'gregory' }],
  ['ك1', { month: 12, calendar: 'gregory' }],
  ['ر1', { month: 3, calendar: 'islamic-umalqura' }],
  ['ر2', { month: 4, calendar: 'islamic-umalqura' }],
  ['ج1', { month: 5, calendar: 'islamic-umalqura' }],
  ['ج2', { month: 6, calendar: 'islamic-umalqura' }],
];

/** The same in Sorani, alone and bound to the year behind: `تشرینی دووەمی ٢٠٢٦`. */
const SORANI: readonly string[] = [
  'كانووني دووهم|كانووني دووهمي|كانوني دووهم|كانوني دووهمي',
  'شوبات|شوباتي',
  'يازار|يازاري',
  'نيساني',
  'يايار|ياياري',
  'حوزهيران|حوزهيراني',
  'تهمووز|تهمووزي|تهموز|تهموزي',
  'ياب|يابي',
  'يهيلوول|يهيلوولي|يهيلول|يهيلولي',
  'تشريني يهكهم|تشريني يهكهمي',
  'تشريني دووهم|تشريني دووهمي',
  'كانووني يهكهم|كانووني يهكهمي|كانوني يهكهم|كانوني يهكهمي',
];

/**
 * Months of the Hijri year with the adjectives that honour them, the spellings of both cases, and
 * the Latin names of CLDR's English and of Saudi papers in English.
 */
const HIJRI: readonly string[] = [
  'محرم|المحرم|محرم الحرام|muharram',
  'صفر|صفر الخير|صفر المظفر|safar',
  'ربيع الاول|ربيع اول|ربيع الانور|ربيع1|rabi i',
  'ربيع الاخر|ربيع الثاني|ربيع ثاني|ربيع اخر|ربيع2|rabi ii',
  'جمادي الاولي|جمادي الاول|جمادي اول|جمادي اولي|جماد الاول|جماد الاولي|جماد اول|جمادي1|جماد1|jumada i',
  'جمادي الاخره|جمادي الثانيه|جمادي الاخر|جمادي الثاني|جمادي ثاني|جمادي ثانيه|جمادي اخره|جماد الثاني|جماد الاخر|جماد الاخره|جماد ثاني|جمادي2|جماد2|jumada ii',
  'رجب|رجب المرجب|رجب الفرد|رجب الاصب|رجب الحرام|rajab',
  'شعبان|شعبان المعظم|شعبان المكرم|shaaban|shaban',
  'رمضان|رمضان المبارك|رمضان المعظم|رمضان الكريم|ramadan|ramadhan',
  'شوال|شوال المكرم|shawwal|shawal',
  'ذو القعده|ذي القعده|ذا القعده|ذو قعده|ذي قعده|القعده',
  'ذو الحجه|ذي الحجه|ذا الحجه|ذو حجه|ذي حجه|الحجه',
];

/** Months of the Persian calendar. */
const PERSIAN: readonly string[] = [
  'فروردين',
  'ارديبهشت',
  'خرداد',
  'تير',
  'مرداد|امرداد',
  'شهريور',
  'مهر',
  'ابان',
  'اذر',
  'دي',
  'بهمن',
  'اسفند',
];

/** Libya's names of 1969 to 2011: common nouns elsewhere, so only read where a source asks for them. */
const LIBYA: readonly string[] = [
  'اي النار',
  'النوار',
  'الربيع',
  'الطير',
  'الماء',
  'الصيف',
  'ناصر',
  'هانيبال',
  'الفاتح',
  'التمور',
  'الحرث',
  'الكانون',
];

/** The names with their months, and those of two words also written as one: `تشرينالثاني`. */
function namesOf(rows: readonly string[], calendar: CalendarName): [string, MonthName][] {
  return rows.flatMap((row, index) =>
    row.split('|').flatMap((name): [string, MonthName][] => {
      const month = { month: index + 1, calendar };
      return name.includes(' ')
        ? [
            [name, month],
            [name.replace(' ', ''), month],
          ]
        : [[name, month]];
    }),
  );
}

const NAMES: ReadonlyMap<string, MonthName> = new Map([
  ...namesOf(GREGORIAN, 'gregory'),
  ...namesOf(SORANI, 'gregory'),
  ...SHORT,
  ...namesOf(HIJRI, 'islamic-umalqura'),
  ...namesOf(PERSIAN, 'persian'),
]);

const LIBYAN: ReadonlyMap<string, MonthName> = new Map(namesOf(LIBYA, 'gregory'));

/** The month that a folded name means; of two words joined by one space. */
export function findMonth(name: string, table?: MonthTable): MonthName | undefined {
  return NAMES.get(name) ?? (table === 'libya' ? LIBYAN.get(name) : undefined);
}

/** First words of names that have two, so that the second is looked at. */
export const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...NAMES.keys(), ...LIBYAN.keys()].flatMap((name) =>
    name.includes(' ') ? [name.split(' ', 1)[0] ?? ''] : [],
  ),
);
