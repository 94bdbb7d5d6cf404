/** The calendars that news sites print dates in. */
export type CalendarName = 'gregory' | 'islamic-umalqura';

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
 * Iraq, Tunis and Algiers, Rabat, Mauritania, English, French. From CLDR (`Intl`), completed by
 * the spellings that newspapers use beside them.
 */
const GREGORIAN: readonly string[] = [
  'يناير|كانون الثاني|كانون ثاني|كانون ثان|كانون2|جانفي|جانفيه|january|jan|janvier|janv',
  'فبراير|فيراير|فبرير|شباط|اشباط|فيفري|فيفرييه|february|feb|fevrier|fevr|fev',
  'مارس|اذار|ادار|مارص|march|mar|mars',
  'ابريل|افريل|نيسان|april|apr|avril|avr',
  'مايو|ايار|ماي|مايه|may|mai',
  'يونيو|يونيه|يونية|حزيران|جوان|june|jun|juin',
  'يوليو|يوليه|يولية|تموز|جويليه|جويليا|يوليوز|july|jul|juillet|juil',
  'اغسطس|اغسطوس|اب|اوت|اووت|غشت|اغشت|august|aug|aout',
  'سبتمبر|ايلول|سيبتمبر|شتنبر|شتمبر|september|sept|sep|septembre',
  'اكتوبر|اكتوبير|تشرين الاول|تشرين اول|تشرين1|october|oct|octobre',
  'نوفمبر|نوفنبر|تشرين الثاني|تشرين ثاني|تشرين ثان|تشرين2|نونبر|نوفبر|november|nov|novembre',
  'ديسمبر|ديسيمبر|دسمبر|كانون الاول|كانون اول|كانون1|دجنبر|دجمبر|december|dec|decembre',
];

/** Abbreviations that mean a month only right beside a day: ت2 is Lebanon's November. */
const SHORT: readonly (readonly [string, number])[] = [
  ['ك2', 1],
  ['ت1', 10],
  ['ت2', 11],
  ['ك1', 12],
];

/** Months of the Hijri year with the adjectives that honour them and the spellings of both cases. */
const HIJRI: readonly string[] = [
  'محرم|المحرم|محرم الحرام',
  'صفر|صفر الخير|صفر المظفر',
  'ربيع الاول|ربيع اول|ربيع الانور|ربيع1',
  'ربيع الاخر|ربيع الثاني|ربيع ثاني|ربيع اخر|ربيع2',
  'جمادي الاولي|جمادي الاول|جمادي اول|جمادي اولي|جماد الاول|جماد اول|جمادي1|جماد1',
  'جمادي الاخره|جمادي الثانيه|جمادي الاخر|جمادي الثاني|جمادي ثاني|جماد الثاني|جماد الاخر|جماد ثاني|جمادي2|جماد2',
  'رجب|رجب المرجب|رجب الفرد|رجب الاصب',
  'شعبان|شعبان المعظم|شعبان المكرم',
  'رمضان|رمضان المبارك|رمضان الكريم',
  'شوال|شوال المكرم',
  'ذو القعده|ذي القعده|ذوالقعده|ذيالقعده|ذا القعده|القعده',
  'ذو الحجه|ذي الحجه|ذوالحجه|ذيالحجه|ذا الحجه|الحجه',
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

function namesOf(rows: readonly string[], calendar: CalendarName): [string, MonthName][] {
  return rows.flatMap((row, index) =>
    row.split('|').map((name): [string, MonthName] => [name, { month: index + 1, calendar }]),
  );
}

const NAMES: ReadonlyMap<string, MonthName> = new Map([
  ...namesOf(GREGORIAN, 'gregory'),
  ...SHORT.map(([name, month]): [string, MonthName] => [name, { month, calendar: 'gregory' }]),
  ...namesOf(HIJRI, 'islamic-umalqura'),
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
