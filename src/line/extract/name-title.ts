/** Titles of one word before a name, the article before them or not, of men; women's add a ة. */
const PROFESSIONS =
  'دكتور|بروفيسور|أستاذ|مهندس|محامي|سفير|قاضي|مستشار|كاتب|صحا?في|إعلامي|شاعر|ناقد|باحث|روائي|أديب|مخرج|مؤرخ|حقوقي';

/** Titles of ranks and of the clergy: with the article, or `شيخ`, `عميد` and `لواء` without it. */
const RANKS = '(?:ال)?(?:شيخ|عميد|لواء)|ال(?:فريق|عقيد|مقدم|رائد|نقيب|قس|مطران|أنبا|علامة|كابتن)';

/**
 * Titles before a name, one behind another: `د.`, `أ.م.د.`, `الدكتورة`, `المحامي`, `العميد الركن`,
 * `Dr.`. A word that is the start of a longer one (`ناقدون`) is none.
 */
const TITLES = new RegExp(
  `^(?:(?:(?:أ|م)\\s?\\.\\s?){0,2}[دأم]\\s?[./]\\s*|(?:dr|prof|pr|me|mme|mr|mrs)\\.?\\s+|` +
    `(?:ال)?(?:${PROFESSIONS})ة?\\s+|(?:${RANKS})\\s+(?:(?:ال)?(?:ركن|متقاعد|دكتور|طيار|حقوقي)\\s+)?)+`,
  'iu',
);

/** A name without the titles before it. */
export const withoutTitle = (name: string): string => name.trim().replace(TITLES, '');
