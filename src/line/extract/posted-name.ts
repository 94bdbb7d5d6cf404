import { isFormed } from './name-form.ts';
import { isLoneName, isPersonName } from './person.ts';

/** Whose reporter a name behind it is: `مراسل المدار - فلان`. */
export const POST = /^(?:مراسلة?|مندوبة?|موفدة?)\s(?=\S+\s*[-–—:/|])/u;

/** `فلان مراسل المدار`: a name, told by its given name, and its post. */
const POSTED = /^([\p{L} .]{5,40}?)\s*[-–—،,]?\s+(?:مراسلة?|مندوبة?|موفدة?)\s[\p{L} ]{2,24}$/u;

/** `مراسل المدار في المرسى فلان`: post, paper and place before the name. */
const POSTED_AT =
  /^(?:مراسلة?|مندوبة?|موفدة?)\s[\p{L} ]{2,24}\s(?:في|إلى|ب)\s?\p{L}{3,14}\s+([\p{L} ]{5,40})$/u;

/** `المرسى (الأفق) فلان`: a place, the paper in brackets, and the name. */
const PLACED = /^\p{L}[\p{L} ]{1,20}\s*\([^()]{2,30}\)\s*[-–—:/]?\s*([\p{L} ]{5,40})$/u;

/** `فلان لـ«الأفق»`: nobody but who writes for a paper stands so in a line of its own. */
const FOR_PAPER = /^([\p{L} ]{5,40}?)\s+لـ?\s*[«"“][^«»"“”]{2,30}[»"”]$/u;

/** The same in Latin letters: `Nadia Kaci, Beacon Correspondent`. */
const POSTED_LATIN =
  /^([\p{L} .'’-]{5,40}?)\s*[-–—,|]\s*(?:[\p{L} ]{0,24}\s)?(?:correspondent|reporter|staff writer|correspondante?|envoyée? spéciale?)$/iu;

/** The name of a line that names its post, its paper or its place with it; undefined for other lines. */
export function postedName(line: string, siteNames: readonly string[]): string | undefined {
  const latin = POSTED_LATIN.exec(line)?.[1];
  if (latin && isFormed(latin) && isPersonName(latin, siteNames)) return latin;
  const placed = POSTED_AT.exec(line)?.[1] ?? PLACED.exec(line)?.[1] ?? FOR_PAPER.exec(line)?.[1];
  if (placed && isLoneName(placed, siteNames)) return placed;
  const name = POSTED.exec(line)?.[1];
  return name && isLoneName(name, siteNames) ? name : undefined;
}
