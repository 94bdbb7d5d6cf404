/** Marks that part a line of date, place and name. */
const MARK =
  /\s*[/|•]\s*|\s+[-–—]\s+|(?<!\b(?:photos?|pictures|images?|video|edited|editing|illustrat\w+|translated|traduit|reviewed|produced|filmed|designed|articles?))\s(?=(?:بواسطة|بقلم|par|by)\s?[:\s])/gi;

/**
 * A line and its tails: `الثلاثاء 3 نوفمبر / الجريدة - خاص` holds a credit behind the slash, and
 * `الجريدة - خاص` alone is what a reader of credits knows.
 */
export function lineParts(line: string): readonly string[] {
  const tails = [...line.matchAll(MARK)].map((mark) => line.slice(mark.index + mark[0].length));
  return [line, ...tails].filter((part) => part !== '').slice(0, MAX_PARTS);
}

/** Parts of one line that are looked at. */
const MAX_PARTS = 6;
