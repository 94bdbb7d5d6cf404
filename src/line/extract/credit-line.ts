import { matchKey } from '../../arabic/key.ts';
import type { Credit } from '../../record/article.ts';
import { creditNames } from './agencies.ts';
import { BYLINE_PREFIX } from './byline-words.ts';
import { isCity } from './city.ts';
import { opensWithGivenName } from './given-names.ts';
import { isPlaceLike } from './place.ts';
import { siteKeys } from './site-keys.ts';

const KIND_BY_KEY: ReadonlyMap<string, Credit['kind']> = new Map(
  creditNames.flatMap(({ kind, names }) => names.map((name) => [matchKey(name), kind] as const)),
);

/** Words that lead to a credit, or stand in its line and name nobody. */
const LEADING: ReadonlySet<string> = new Set(
  [
    'المصدر',
    'مصدر',
    'المصادر',
    'مصادر',
    'نقلا عن',
    'عن',
    'خاص',
    'خاص ب',
    'متابعات',
    'متابعة',
    'ترجمة',
    'تحرير',
    'ترجمة وتحرير',
    'إعداد وتحرير',
    'إعداد وترجمة',
    'عواصم',
    'source',
    'sources',
    'المصدر وكالات',
    'avec',
    'with',
    'la rédaction',
    'rédaction',
    'الصحيفة',
  ].map(matchKey),
);

/** What stands between the names of a credit line. */
const BETWEEN =
  /\s*(?:[-–—ـ,،/|+&()[\]{}:؛;•*«»"“”]|\s+و\s+|\s+(?:et|and|und|avec|with|mit)\s+)\s*/iu;

/** Initials of editors before the agencies: `ع.غ/ أ.ح (أ ف ب، رويترز)`. */
const INITIALS = /^\p{L}{1,2}\s?\.\s?\p{L}{1,2}\.?$/u;

/** Longest credit line: `القاهرة - وكالة أنباء الشرق الأوسط - الموقع` has 8 words. */
const MAX_WORDS = 14;

/** Names that say themselves what they are: `وكالة أنباء …`, `صحيفة …`. */
const SPEAKING: readonly (readonly [RegExp, Credit['kind']])[] = [
  [/^(?:ال)?وكاله (?:ال)?انباء(?: \S+){1,4}$/, 'agency'],
  [/^وكاله \S+(?: \S+)?$/, 'agency'],
  [/^(?:صحيفه|جريده|مجله) \S+(?: \S+){0,2}$/, 'newspaper'],
];

function kindOf(name: string): Credit['kind'] | undefined {
  const key = matchKey(name);
  return KIND_BY_KEY.get(key) ?? SPEAKING.find(([form]) => form.test(key))?.[1];
}

/** The credit that a name is, as printed; undefined for any other text. */
export function parseCredit(name: string): Credit | undefined {
  const text = name.replace(/^[\s.]+|[\s.]+$/g, '');
  const kind = kindOf(text);
  if (kind) return { name: text, kind };
  const joined = /^و(?=\S{3})/.test(text) ? text.slice(1) : '';
  const joinedKind = kindOf(joined);
  return joinedKind ? { name: joined, kind: joinedKind } : undefined;
}

/**
 * The credits of a line that holds nothing else beside the site's name, cities, dates and words
 * such as `المصدر`: `وكالات - المواطن`, `(رويترز)`, `المصدر: أ ف ب`. Undefined for other lines.
 */
export function parseCreditLine(
  line: string,
  siteNames: readonly string[],
): readonly Credit[] | undefined {
  if (line.length > 120 || line.split(' ').length > MAX_WORDS || LETTER_SIZE.test(line))
    return undefined;
  // `كتب: رويترز`: a byline's word leads to an agency as to a person.
  const led = BYLINE_PREFIX.exec(line)?.[3];
  const ledTo = led === undefined ? undefined : readParts(led, siteNames);
  if (ledTo && ledTo.length > 0) return ledTo;
  const parts = readParts(line.replace(HELPED, ''), siteNames);
  const whole = parts ? undefined : parseCredit(line.replace(LABEL, ''));
  return whole ? [whole] : parts;
}

/** What leads to the agency that helped, where it has a line: `(With inputs from Reuters)`, `(avec AFP)`. */
const HELPED =
  /^\s*\(?(?:with (?:additional )?(?:inputs?|reporting|files|reports?) (?:from|by)|(?:additional )?reporting by|avec)\s+(?=\p{Lu})/iu;

/** A label before what it names: `Source : Agence France-Presse`. */
const LABEL = /^[^:：]{1,12}\s?[:：]\s*/;

function readParts(line: string, siteNames: readonly string[]): readonly Credit[] | undefined {
  const names = siteKeys(siteNames);
  const parts = line.split(BETWEEN).filter((part) => part !== '');
  const isSource = isSourceLine(line);
  const credits: Credit[] = [];
  let places = 0;
  for (const part of parts) {
    const found = readPart(part, names);
    if (found === 'known') continue;
    if (found !== 'unknown') credits.push(...found);
    else if (isSource) continue;
    else if (places > 0 || parts.length > 3 || !isPlaceLike(part) || opensWithGivenName(part))
      return undefined;
    else places += 1;
  }
  // `واس (الرياض)`: beside an agency a paper's name that is a city's is the city.
  const named = credits.filter(({ name }) => !isCity(name));
  const told = named.length > 0 ? named : credits;
  return told.length > 0 || namesNewsroom(line, names) ? told : undefined;
}

/** The control of the letters' size, which is no agency of Anadolu: `AA`, `A+ A-`, `أ أ`. */
const LETTER_SIZE = /^[Aaأا+\-–\s]{1,12}$/u;

/** The credits that a part of the line is; `known` for the site, a city, a day, initials. */
function readPart(
  part: string,
  names: ReadonlySet<string>,
): readonly Credit[] | 'known' | 'unknown' {
  const key = matchKey(part);
  if (key === '' || isOwn(key, names) || LEADING.has(key) || isLedOwn(key, names)) return 'known';
  const found = creditsOf(part, key);
  if (found) return found.filter(({ name }) => !names.has(matchKey(name)));
  return isCity(part) || /^[\d٠-٩]+$/.test(key) || INITIALS.test(part) ? 'known' : 'unknown';
}

/** `المصدر: …` names a source, whoever it is. */
export const isSourceLine = (line: string): boolean =>
  (SOURCE_LINE.test(line) && line.split(' ').length <= SOURCE_WORDS) || TAKEN.test(line);

/** A paper that a text was taken from, with no more said: `نقلا عن الساحل نت`, `عن "الساحل" بتصرف`. */
const TAKEN = /^\(?نقلا? عن \S+(?: \S+){0,2}\)?$|^\(?(?:نقلا )?عن \S+(?: \S+){0,3} بتصرف\)?$/u;
const SOURCE_LINE = /^\s*(?:المصدر|المصادر|مصدر الخبر)\s*[:：]/u;
const SOURCE_WORDS = 8;

/** True for the site's name, and for one that is part of it: `الجزيرة` of `الجزيرة نت`. */
function isOwn(key: string, names: ReadonlySet<string>): boolean {
  return (
    names.has(key) || [...names].some((name) => key.length > 3 && ` ${name} `.includes(` ${key} `))
  );
}

/** `خاص الجريدة`: a word that leads, and the site's name. */
function isLedOwn(key: string, names: ReadonlySet<string>): boolean {
  const at = key.indexOf(' ');
  return at > 0 && LEADING.has(key.slice(0, at)) && names.has(key.slice(at + 1));
}

function creditsOf(part: string, key: string): readonly Credit[] | undefined {
  const one = parseCredit(part);
  if (one) return [one];
  for (const lead of LEADING)
    if (key.startsWith(`${lead} `)) {
      const rest = parseCredit(part.split(' ').slice(lead.split(' ').length).join(' '));
      if (rest) return [rest];
    }
  const [first, ...others] = part.split(/\s+(?=و\S)/);
  const pair = [first ?? '', ...others].map(parseCredit);
  return others.length > 0 && pair.every((credit) => credit !== undefined) ? pair : undefined;
}

/** True where the site's name or a word such as `خاص` stands in the line: the newsroom's own. */
function namesNewsroom(line: string, names: ReadonlySet<string>): boolean {
  const keys = line.split(BETWEEN).map(matchKey);
  return keys.some(
    (key) => key !== '' && (isOwn(key, names) || LEADING.has(key) || isLedOwn(key, names)),
  );
}

/** True for a line that {@link parseCreditLine} reads, and for the site's name alone. */
export function isCreditLine(line: string, siteNames: readonly string[]): boolean {
  return parseCreditLine(line, siteNames) !== undefined || isSignature(line);
}

/** The agency in brackets, behind dashes, that opens a sign-off: `--(بترا) أ ح/ف ق`. */
const SIGN_OFF = /^[-–—ـ\s]{0,6}\(\p{L}{2,12}\)\s*/u;

/** Letters alone: the abbreviation of an agency, or of its desk. */
const LETTERS = /^\s*(?:\p{L}[\s./]{1,3}){1,4}\p{L}[\s.]*$/u;

/** The end of a dispatch, as agencies mark it: `-انتهى-`, `انتهى/25`. */
const END_SIGN = /^[^\p{L}\p{N}]*(?:انتهى|النهاية)[^\p{L}]*$/u;

/** Initials between marks that part the desk from the text: `- مل -`, `=== ل.خ`. */
const INITIALS_ALONE = /^[^\p{L}\p{N}]+(?:\p{L}{1,2}[^\p{L}\p{N}]+){0,4}\p{L}{1,2}[^\p{L}\p{N}]*$/u;

/** The hour and the number of a dispatch: `10:12 ت م`, `0034`. */
const STAMP = /^(?:\d{1,2}:\d{2}\s*ت\s*\.?\s*[مغ]|\d{4})$/u;

/** Slashes and dashes around initials: `/ن.ع/`. */
const EDGES = /^[\s/–—-]+|[\s/–—-]+$/g;

/** The sign-off of an agency's desk: `وام/ أحمد سالم / هدى علي`, initials before names. */
export function isSignature(line: string): boolean {
  if (line.length > 80) return false;
  if (END_SIGN.test(line) || LETTERS.test(line.replace(EDGES, ''))) return true;
  if (INITIALS_ALONE.test(line) || STAMP.test(line)) return true;
  const initials = line.replace(SIGN_OFF, '');
  if (initials !== line && /^(?:\p{L}{1,2}[\s./]{0,2}){0,8}$/u.test(initials)) return true;
  const parts = initials.split('/').map((part) => part.trim());
  const [first = '', ...names] = parts;
  if (names.length === 0 || first.length > 4) return false;
  return names.every((name) => /^[\p{L} .]{2,30}$/u.test(name) && name.split(' ').length <= 4);
}
