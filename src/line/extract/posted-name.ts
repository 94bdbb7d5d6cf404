import { isFormed } from './name-form.ts';
import { isLoneName, isPersonName } from './person.ts';
import { splitNames } from './split-names.ts';

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

/** What a writer is, right behind the name: `فلانة صحافية مستقلة تقيم في المرسى`. */
const TRADE_BEHIND =
  /^(\p{L}[\p{L}.]*(?: [\p{L}.]+){1,3}?)\s*[-–—،,|]?\s(?:كاتبة?|باحثة?|صحا?في(?:ة)?|إعلامية?|أكاديمية?|محللة?|روائية?|شاعرة?|مدونة?|ناقدة?)(?:\s[^.؟!]{0,60})?$/u;

/** Who did what, the name first: `فلانة النص`, `فلانة النص فلان الصور`. */
const WROTE = '(?:كتابة |تحرير |إعداد )?(?:ال)?نص(?: و(?:ال)?صور)?|(?:ال)?كتابة|(?:ال)?تقرير';
const HELPED = '(?:ال)?(?:صور|تصوير|رسوم|تدقيق|ترجمة|مونتاج|تصميم|غرافيك|إخراج)';
const JOB = new RegExp(`\\s+[(]?(${WROTE}|${HELPED})[)]?(?:\\s*[،,|•·–—-]\\s*|\\s+|$)`, 'u');
const IS_WRITER = new RegExp(`^(?:${WROTE})$`, 'u');

/** The writers of a line that is nothing but names, each with its job behind it. */
function namesBeforeJobs(line: string, siteNames: readonly string[]): readonly string[] {
  const parts = line.split(JOB);
  if (parts.length < 3 || parts.at(-1) !== '') return [];
  const pairs = parts.slice(0, -1);
  const names = pairs.filter((_, at) => at % 2 === 0);
  if (!names.every((name) => isLoneName(name, siteNames))) return [];
  return names.filter((_, at) => IS_WRITER.test(pairs[at * 2 + 1] ?? ''));
}

/** Names alone in brackets, as papers sign below a text: `[فلان / فلانة]`. */
function bracketed(line: string, siteNames: readonly string[]): readonly string[] {
  const inside = BRACKETS.exec(line)?.[1];
  const names = inside === undefined ? [] : splitNames(inside);
  return names.every((name) => isLoneName(name, siteNames)) ? names : [];
}

const BRACKETS = /^[[(]\s*([^()[\]]{5,80}?)\s*[\])]\.?$/u;

/** The names of a line that tells their post, trade, paper or place with them; none for other lines. */
export function postedNames(line: string, siteNames: readonly string[]): readonly string[] {
  const latin = POSTED_LATIN.exec(line)?.[1];
  if (latin && isFormed(latin) && isPersonName(latin, siteNames)) return [latin];
  const forms = [POSTED_AT, PLACED, FOR_PAPER, POSTED, TRADE_BEHIND];
  const names = forms.flatMap((form) => form.exec(line)?.[1] ?? []);
  const name = names.find((one) => isLoneName(one, siteNames));
  if (name !== undefined) return [name];
  return [...namesBeforeJobs(line, siteNames), ...bracketed(line, siteNames)];
}
