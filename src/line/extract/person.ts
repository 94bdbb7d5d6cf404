import { keyTokens, matchKey } from '../../arabic/key.ts';
import { isCity } from './city.ts';
import { parseCredit } from './credit-line.ts';
import { opensWithGivenName } from './given-names.ts';
import { nameForm } from './name-form.ts';
import { withoutTitle } from './name-title.ts';
import type { Block } from './region.ts';
import { roleNames, verbsAndParticles } from './role-names.ts';
import { siteKeys } from './site-keys.ts';

const ROLES: ReadonlySet<string> = new Set(roleNames.map(matchKey));
/** `أم خالد`: mother of, which is a particle too. */
const MOTHER = matchKey('أم');
const NO_NAME: ReadonlySet<string> = new Set(verbsAndParticles.map(matchKey));

/** Accounts of content systems: `admin`, `editor2`, `user_15`. */
const ACCOUNT =
  /^(?:admin|administrator|editor|user|root|webmaster|author|super ?user)[\s_-]?\d*$/i;

/** Longest name of a person or a desk, in UTF-16 units. */
const MAX_LENGTH = 60;

/** True for what stands in an author field and names nobody: a role, an account, a city. */
export function isRole(name: string): boolean {
  return ROLES.has(matchKey(name)) || ACCOUNT.test(name.trim());
}

/**
 * True for a text that may be an author's name where a field says that an author stands there:
 * one to six words, no digits, no address, no agency, no role, not the site.
 */
export function isAuthorName(name: string, siteNames: readonly string[]): boolean {
  const text = name.trim();
  const words = keyTokens(matchKey(text));
  if (text.length < 2 || text.length > MAX_LENGTH || words.length === 0 || words.length > 6)
    return false;
  if (/[\d٠-٩@<>{}=؟?!;:،؛]|https?:|www\.|\.(?:com|net|org)\b/i.test(text)) return false;
  if (isRole(text) || isCity(text) || parseCredit(text) || NEWSROOM.test(words.join(' ')))
    return false;
  const key = matchKey(text);
  return ![...siteKeys(siteNames)].some((site) => namesSite(key, site));
}

/** Words that open a desk's name as printed, and words that close one in Latin letters. */
const DESK =
  /^(?:(?:ال)?محرره?|فريق|قسم) \S{3,}|^(?!(?:by|par|von) )\S.* (?:staff|team|desk|redaktion)$|^redaktion \S/u;

/** Longest name of a desk, in words: `محرر شؤون الطاقة والمناخ`. */
const DESK_WORDS = 4;

/** True for a desk as printed, which is no role: `محرر الفنون`, `قسم المراجعات`, `MND Staff`. */
export function isDesk(text: string): boolean {
  const key = matchKey(text);
  return DESK.test(key) && key.split(' ').length <= DESK_WORDS && !isRole(text);
}

/** What a newsroom calls itself in an author's field: `خاص المدار`, `الحساب الرسمي لغرفة الأخبار`. */
const NEWSROOM = /^(?:خاص|(?:ال)?حساب|غرفه) /;

/** What sites put behind their name: `المدار نت`, `المدار الإخباري`. */
const BEHIND_SITE = /^(?:نت|اونلاين|نيوز|الاخباري|الاخباريه|لايف|تي في|دوت كوم|online|net|news)$/;

/**
 * True for the site's name, and for one word of it, an initial behind it or not: `مدينتنا` of
 * `مدونة مدينتنا`, `Beacon N` of `Beacon News`.
 */
function namesSite(text: string, site: string): boolean {
  const name = text.replace(/(?<=\S{3}) \S$/u, '');
  if (name.startsWith(`${site} `) && BEHIND_SITE.test(name.slice(site.length + 1))) return true;
  return name === site || (!name.includes(' ') && ` ${site} `.includes(` ${name} `));
}

/** True for a text that is a person's name by its own form: two to five words, all name-like. */
export function isPersonName(name: string, siteNames: readonly string[]): boolean {
  const bare = withoutTitle(name);
  const words = keyTokens(matchKey(bare.includes(' ') ? bare : name));
  if (words.length < 2 || words.length > 5 || !isAuthorName(name, siteNames)) return false;
  if (/[.،,:؛]\s*$/.test(name)) return false;
  return words.every(
    (word, at) =>
      (word.length > 1 || at === 0 || /[a-z]/.test(word)) &&
      (!NO_NAME.has(word) || (at === 0 && word === MOTHER)),
  );
}

/** The initial that Algerian papers print before a name: `ب. سمير`. */
const INITIAL = /^\p{L}\s?\.\s?(?=\p{L}{2})/u;

/** The same in the French papers of the Maghreb: `M. Ben Salah`. */
const LATIN_INITIAL = /^\p{Lu}\.\s?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?$/u;

/** The same in Arabic, the initial before or behind: `ع. لعور`, `نبيلة .ق`, `سليم ب.`. */
const INITIAL_FIRST = /^(?![دأم]\s?\.)\p{Script=Arabic}\s?\.\s?\p{Script=Arabic}{3,}$/u;
const INITIAL_LAST = /^\p{Script=Arabic}{3,}(?:\s?\.\s?|\s)\p{Script=Arabic}\s?\.?$/u;

const isInitialed = (line: string): boolean =>
  LATIN_INITIAL.test(line) ||
  INITIAL_FIRST.test(line) ||
  (INITIAL_LAST.test(line) && opensWithGivenName(line.replace('.', ' ')));

/** Most words of a name that stands in a line of its own. */
const LONE_WORDS = 4;

/**
 * True for a line that is a person's name and nothing else, told by its given name: for places
 * where nothing says that an author stands there.
 */
export function isLoneName(line: string, siteNames: readonly string[]): boolean {
  if (line.length > MAX_LENGTH) return false;
  const name = withoutTitle(line).replace(INITIAL, '');
  if (isInitialed(line.trim())) return isAuthorName(line, siteNames);
  if (!opensWithGivenName(name) || name.split(/\s+/).length > LONE_WORDS) return false;
  return isPersonName(name, siteNames) || isPersonName(line, siteNames);
}

/** Marks with which a writer signs. */
const SIGNED = /^[-–—*]\s*\p{L}/u;

/** True for a name by its form that is set apart as a signature is: bold, or behind a dash. */
export function isSignature(
  { text, boldShare, words }: Pick<Block, 'text' | 'boldShare' | 'words'>,
  siteNames: readonly string[],
): boolean {
  if (!/\p{Script=Arabic}/u.test(text)) return false;
  if (words > LONE_WORDS + 1 || !(boldShare > 0.9 || SIGNED.test(text))) return false;
  return nameForm(text.replace(/^\P{L}+/u, '')) === 'formed' && isPersonName(text, siteNames);
}
