/**
 * What a page prints beside its text and changes without the newsroom: relative times and counters.
 * Readers take most of it out; what slips through must not look like a correction. Each pattern is
 * of bounded repetition: a site's text cannot make it slow.
 */
const FLEETING: readonly RegExp[] = [
  // «منذ 5 دقائق», «قبل ساعتين»: a relative time.
  /(?:منذ|قبل)\s{1,3}(?:\p{Nd}{1,4}\s{1,3})?(?:ثانية|ثوان|ثواني|دقيقة|دقيقتين|دقائق|ساعة|ساعتين|ساعات|يوم|يومين|أيام|ايام|أسبوع|اسبوع|أسابيع|شهر|شهرين|أشهر|اشهر)(?!\p{L})/gu,
  // «120 مشاهدة», «3 تعليقات», «١٢ إعجاب»: a counter after its number.
  /\p{Nd}{1,9}\s{1,3}(?:مشاهدة|مشاهدات|قراءة|زيارة|تعليق|تعليقات|إعجاب|اعجاب|مشاركة|مشاركات)(?!\p{L})/gu,
  // «عدد المشاهدات: 120»: a counter before it.
  /(?:عدد\s{1,3})?(?:المشاهدات|القراءات|الزيارات|التعليقات|المشاركات)\s{0,3}[:：]?\s{0,3}\p{Nd}{1,9}/gu,
  // «آخر تحديث: 12:30»: the clock of the page, which dateModified holds.
  /(?:آخر|اخر)\s{1,3}تحديث\s{0,3}[:：]?[^\n]{0,60}/gu,
];

/** The text without relative times, counters and update clocks. */
export function withoutFleeting(text: string): string {
  return FLEETING.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
}
