import { matchKey } from '../../arabic/key.ts';
import { isWeekday } from '../../arabic/weekdays.ts';
import type { Credit } from '../../record/article.ts';
import { helperOf, withoutWhen } from './byline-when.ts';
import {
  bylineWords,
  HELPER_FIRST,
  HELPERS,
  MAX_BYLINE,
  NEEDS_MARK,
  NEEDS_NAME,
  BYLINE_PREFIX as PREFIX,
} from './byline-words.ts';
import { isCity } from './city.ts';
import { parseCredit } from './credit-line.ts';
import { isFormed, nameForm } from './name-form.ts';
import { parsePaperLine } from './paper-line.ts';
import { isAuthorName, isLoneName, isPersonName, isRole } from './person.ts';
import { POST, postedNames } from './posted-name.ts';
import { siteKeys } from './site-keys.ts';
import { splitNames, trimName } from './split-names.ts';

const LABEL_ALONE = new RegExp(
  `^(?:${bylineWords.join('|')}|مراسلة? \\S{3,14})\\s*[:：/–-]?$`,
  'iu',
);

/** Longest line that is a byline, in words. */
const MAX_WORDS = 12;

/** A byline: the names in it. */
export interface Byline {
  readonly names: readonly string[];
  /** Agencies that the line names beside them: `أنقرة/ فلان/ الأناضول`. */
  readonly credits?: readonly Credit[];
  /** True where a word such as `كتب` or `بقلم` led to them. */
  readonly prefixed: boolean;
  /** True where they only edited: who is named beside them wrote. */
  readonly edited?: boolean;
}

/** A post before a name: `By Staff Writer Nadia Kaci in Misrata`. */
const POST_FIRST =
  /^(?:(?:our )?(?:staff|special|senior) (?:writer|reporter|correspondent)|our (?:reporter|correspondent))\s+/iu;

/** Words of those who went over a text. */
const EDITED = /^(?:تحرير|مراجعة|ترجمة|تعريب|المترجمة?|ترجمه|مترجم|وەرگێڕانی?)$/;

const NO_NAMES: readonly string[] = [];

/** What was read of the lines of each page: several readers ask for the same, some of them twice. */
const parsed = new WeakMap<readonly string[], Map<string, Byline | undefined>>();

/** Names of a line such as `كتب فلان`, `حوار: فلانة`, `فلان - القاهرة`; undefined for other lines. */
export function parseByline(text: string, siteNames = NO_NAMES): Byline | undefined {
  if (text.length > MAX_BYLINE || siteNames === NO_NAMES) return parseLine(text, siteNames);
  const known = parsed.get(siteNames) ?? new Map<string, Byline | undefined>();
  parsed.set(siteNames, known);
  if (known.has(text)) return known.get(text);
  const byline = parseLine(text, siteNames);
  known.set(text, byline);
  return byline;
}

function parseLine(text: string, siteNames: readonly string[]): Byline | undefined {
  if (text.length > MAX_BYLINE) return parseLong(text, siteNames);
  const whole = withoutVowels(text.replace(MAIL, ' ').replace(HANDLE, ' ').trim());
  const line = whole.replace(HELPERS, '').replace(DESK_FIRST, '').trim();
  if (wordsIn(withoutWhen(line)) > MAX_WORDS) return parseList(line, siteNames);
  const taken = parsePaperLine(line);
  if (taken) return { names: [taken.name], prefixed: true };
  const match = PREFIX.exec(line);
  if (match) return parseLed(match, line !== whole, siteNames);
  if (line !== whole) {
    const names = parseLone(line, whole.slice(line.length), siteNames);
    if (names.length > 0) return { names, prefixed: true };
  }
  const from = FROM.exec(line)?.[1];
  if (from && isLoneName(from, siteNames)) return { names: [from], prefixed: true };
  return (
    parseHelped(line, siteNames) ??
    // An outlet's name may hold a number: `دجلة 24 - فلان`.
    parseNameAndCity(line.replace(POST, ''), siteNames) ??
    parseNameAndCity(withoutWhen(line.replace(POST, '')), siteNames) ??
    parsePosted(line, siteNames)
  );
}

const wordsIn = (text: string): number =>
  text.split(' ').filter((word) => /\p{L}/u.test(word)).length;

/** Longest list of who wrote, in UTF-16 units, and its fewest names: a sentence holds other words. */
const MAX_LIST = 600;
const LEAST_NAMES = 3;

/** A line that who helped makes long, or that lists who wrote. */
function parseLong(text: string, siteNames: readonly string[]): Byline | undefined {
  if (text.length > MAX_LIST || !PREFIX.test(text)) return undefined;
  const line = text.replace(HELPERS, '');
  return line.length <= MAX_BYLINE ? parseLine(line, siteNames) : parseList(line, siteNames);
}

/** `إعداد: فلان، فلانة من وادي الدوم، …`: longer than a byline, and nothing but names. */
function parseList(text: string, siteNames: readonly string[]): Byline | undefined {
  const [, prefix = '', mark, rest = ''] = PREFIX.exec(text) ?? [];
  if (rest === '' || (!mark && NEEDS_MARK.test(prefix)) || EDITED.test(prefix)) return undefined;
  const names = splitNames(rest);
  const isList = names.length >= LEAST_NAMES && names.every((name) => isFormed(name));
  return isList && names.every((name) => isPersonName(name, siteNames))
    ? { names, prefixed: true }
    : undefined;
}

/** The outlet, the town and `خاص` before a byline's word that a mark follows: `عدن/ خاص/ كتب/ فلان`. */
const DESK_FIRST =
  /^(?:[\p{L} ]{2,24}\s?[/\-–:|،]\s*){1,3}(?=(?:كتب(?:ت|ه|ها|ته|تها)?|بقلم)\s?[/:\-–]\s*\p{L})/u;

/** What a byline's word leads to. `isHelped`: who helped stood behind it. */
function parseLed(
  [, prefix = '', mark, rest = '']: RegExpExecArray,
  isHelped: boolean,
  siteNames: readonly string[],
): Byline | undefined {
  if (!mark && NEEDS_MARK.test(prefix)) {
    // `تقرير فلان`: the given name does for the mark.
    const isLed =
      (LED_NOUN.test(prefix) && isLoneName(rest, siteNames)) ||
      (isHelped && isFormed(rest) && isPersonName(rest, siteNames));
    return isLed ? { names: [rest.trim()], prefixed: true } : undefined;
  }
  const told = splitNames(withoutWhen(rest).replace(POST_FIRST, '')).filter(
    (name) => isPersonName(name, siteNames) || INITIALS.test(name),
  );
  // `القارئة: فلانة – منطقة الشامية`: behind the name stands where she lives.
  const [first = ''] = told;
  const names = NEEDS_NAME.test(prefix) && isFormed(first) ? told.filter(isFormed) : told;
  if (names.length === 0 || (NEEDS_NAME.test(prefix) && !isFormed(first))) return undefined;
  return { names, prefixed: true, ...(EDITED.test(prefix) ? { edited: true } : {}) };
}

/** `فلان | ترجمة: فلانة`: beside who helped stands who wrote. */
function parseLone(line: string, helper: string, siteNames: readonly string[]): readonly string[] {
  if (!LONE.test(line)) return [];
  const names = splitNames(withoutWhen(line)).filter((name) => isPersonName(name, siteNames));
  return TRANSLATION.test(helper) || names.every(isFormed) ? names : [];
}

/** Names and nothing else. */
const LONE = /^[\p{L}\p{M} .'’،,&-]{5,60}$/u;

/** Who is translated is no Arabic name that a list would know. */
const TRANSLATION = /ترجم|تعريب|نقل|translat|tradui|traduction/iu;

/** Of the nouns those that a newsroom prints before a name; a poem's and a song's are the subject. */
const LED_NOUN =
  /^(?:حوار|تقرير|تحقيق|ترجمة|متابعة|تغطية|رصد|تحرير|كتابة|تعريب|[إا]عداد(?: و(?:تحرير|تقديم|ترجمة))?)$/u;

/** Vowel signs of the first word, which leads to a name: `كَتَبَ: فلان`. */
const withoutVowels = (line: string): string =>
  line.replace(/^\P{L}*\S+/u, (word) => word.replace(/[\u064b-\u0652\u0640]/g, ''));

/** Initials for a name, as papers sign: `ق. و`, `R. N.` */
export const INITIALS = /^\p{L}\s?\.\s?\p{L}\.?$/u;

/** An address of mail beside a name. */
const MAIL = /\s*\S+@\S+\.[a-z]{2,}\S*/gi;

/** An account beside a name, printed from either side: `@samer_h`, `paper_online@`. */
const HANDLE = /(?<=^|\s)(?:@[\w.]+|[\w.]+@)(?=\s|$)/g;

/** `من فلان` above a dispatch, where a given name tells that a person follows. */
const FROM = /^من\s*[:/]?\s+([\p{L} ]{5,40})$/u;

/** Words that stand beside a name for the newsroom. */
const NEWSROOM: ReadonlySet<string> = new Set(['خاص', 'متابعة', 'متابعات', 'عواصم'].map(matchKey));

/** `خاص بالأفق`, and an outlet told by the last word of its name. */
const FOR_SITE = /^خاص\s[بل]\S{3,15}$/u;
const OUTLET_TAIL = /^\S{2,15}\s(?:نيوز|نت|برس|أونلاين|اونلاين|تايمز|بوست|ميديا|لايف)$/u;

/** `خاص`, and `خاص المدار` with the site's name. */
function isNewsroom(part: string, sites: ReadonlySet<string>): boolean {
  const [first = '', ...rest] = matchKey(part).split(' ');
  if (FOR_SITE.test(part) || OUTLET_TAIL.test(part)) return true;
  return NEWSROOM.has(first) && (rest.length === 0 || sites.has(rest.join(' ')));
}

/** `Karim Benali (avec AFP)`: a name, and the agency that tells that it is a byline. */
function parseHelped(line: string, siteNames: readonly string[]): Byline | undefined {
  const credit = parseCredit(helperOf(line) ?? '');
  const names = credit ? splitNames(withoutWhen(line)) : [];
  const isByline = names.length > 0 && names.every(isFormed);
  return credit && isByline && names.every((name) => isAuthorName(name, siteNames))
    ? { names, credits: [credit], prefixed: false }
    : undefined;
}

function parsePosted(line: string, siteNames: readonly string[]): Byline | undefined {
  const names = postedNames(line, siteNames);
  return names.length === 0 ? undefined : { names, prefixed: false };
}

function parseNameAndCity(line: string, siteNames: readonly string[]): Byline | undefined {
  const parts = line.split(/\s*[-–—|/(),،:_]\s*|\sـ+\s/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > MAX_PARTS) return undefined;
  const sites = siteKeys(siteNames);
  const places = parts.filter(
    (part) =>
      // A day of the week stands alone before a date that was cut off.
      isCity(part) || sites.has(matchKey(part)) || isNewsroom(part, sites) || isWeekday(part),
  );
  const credits = parts.flatMap((part) => (places.includes(part) ? [] : (parseCredit(part) ?? [])));
  const agencies = new Set(credits.map(({ name }) => name));
  const others = parts.filter((part) => !places.includes(part) && !agencies.has(part));
  const isNamed = others.some((part) => nameForm(part) === 'given');
  if (parts.length > FEW_PARTS && !others.every((part) => nameForm(part) === 'given'))
    return undefined;
  // `القاهرة - بوابة الوسط: فلانة`: beside a given name an outlet's words name nobody.
  const names = others
    .filter((part) => !(isNamed && nameForm(trimName(part)) === 'none'))
    .flatMap(splitNames);
  if (places.length === 0 || names.length === 0) return undefined;
  if (!names.every((name) => isPersonName(name, siteNames) && isFormed(name))) return undefined;
  return { names, prefixed: false, ...(credits.length > 0 ? { credits } : {}) };
}

/** Most parts of a line of names and places, and most where no given name opens each of the others. */
const MAX_PARTS = 8;
const FEW_PARTS = 4;

/** True for a line that is a byline and no text: `المدار - فلان` needs the site's name. */
export function isBylineText(line: string, siteNames: readonly string[]): boolean {
  return parseByline(line, siteNames) !== undefined;
}

/** True for a byline that names no writer: `بقلم: التحرير`, `بواسطة: admin`, `هيئة التحرير`, `مراجعة: فلان`. */
export function isRoleLine(line: string): boolean {
  if (line.length <= MAX_HELPER && HELPER_FIRST.test(line)) return true;
  return line.length <= MAX_ROLE && isRole(PREFIX.exec(line)?.[3] ?? line);
}

/** Longest line of those who helped, in UTF-16 units. */
const MAX_HELPER = 80;

/** True for a byline's word with no name behind it: `بقلم`, `Author:`. */
export const isLabelAlone = (line: string): boolean =>
  line.length <= MAX_ROLE && LABEL_ALONE.test(line);

/** Longest such line, in UTF-16 units. */
const MAX_ROLE = 40;
