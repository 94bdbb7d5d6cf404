/**
 * Words with which newsrooms head collections of news that stand elsewhere as articles of their own.
 * They are match keys; a headline with one of them is taken for that of a collection.
 */
const HEADINGS =
  /(?:^| )(?:حصاد|موجز|نشره|عناوين|مانشيت|مانشيتات|(?:ابرز|اهم) (?:ال)?(?:اخبار|عناوين|احداث|انباء)|(?:اقوال|جوله|عرض) (?:في )?(?:الصحف|الصحافه))(?: |$)/u;

/** Whether a headline, as match key, is that of a collection: «موجز الأنباء», «أبرز أخبار اليوم». */
export function isRoundUpHeading(headlineKey: string): boolean {
  return HEADINGS.test(headlineKey);
}
