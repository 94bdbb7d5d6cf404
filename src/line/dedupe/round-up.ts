/**
 * Words by which newsrooms head their collections: what they hold is told elsewhere. In the form of
 * the match key; a headline with one of them is read as that of a collection.
 */
const HEADINGS =
  /(?:^| )(?:حصاد|موجز|نشره|عناوين|مانشيت|مانشيتات|(?:ابرز|اهم) (?:ال)?(?:اخبار|عناوين|احداث|انباء)|(?:اقوال|جوله|عرض) (?:في )?(?:الصحف|الصحافه))(?: |$)/u;

/** Whether a headline, as match key, is that of a collection: «موجز الأنباء», «أبرز أخبار اليوم». */
export function isRoundUpHeading(headlineKey: string): boolean {
  return HEADINGS.test(headlineKey);
}
