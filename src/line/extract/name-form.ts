import { matchKey } from '../../arabic/key.ts';
import { isCity, isCountry } from './city.ts';
import { isGivenName } from './given-names.ts';
import { labelWords } from './label-words.ts';
import { withoutTitle } from './name-title.ts';
import { verbsAndParticles } from './role-names.ts';

/**
 * How much a text looks like a person's name by its own form: `given` opens with a given name,
 * `formed` is built as names are, `plain` says nothing against it, `none` is a label or a sentence.
 */
export type NameForm = 'given' | 'formed' | 'plain' | 'none';

const LABELS: ReadonlySet<string> = new Set(labelWords.flatMap(({ words }) => words).map(matchKey));
const PARTICLES: ReadonlySet<string> = new Set(verbsAndParticles.map(matchKey));

const MOTHER = matchKey('أم');

/** The initial that Algerian papers print before a name: `ب. سمير`. */
const INITIAL = /^\p{L}\s?\.\s?(?=\p{L}{2})/u;

/** Words inside Arabic names: son of, father of, the house of. */
const KIN: ReadonlySet<string> = new Set(
  ['بن', 'ابن', 'بنت', 'ولد', 'منت', 'أبو', 'أبي', 'بو', 'آل', 'أم', 'عبد'].map(matchKey),
);

/** Words inside names in Latin letters that are written small. */
const SMALL =
  /^(?:de|del|della|di|da|do|dos|das|du|des|la|le|van|von|der|den|ter|ten|zu|el|al|ben|bin|ibn|bint|ould|abu|af|av|y|e|i|w|d|st)$/u;

/** Most words of a name: `سيدي محمد ولد الشيخ عبد الله`. */
const MAX_WORDS = 6;

/** Tells the form of a name; where a text stands is judged elsewhere. */
export function nameForm(text: string): NameForm {
  const bare = withoutTitle(text).replace(INITIAL, '');
  const words = matchKey(bare).split(' ').filter(Boolean);
  if (words.length === 0 || words.length > MAX_WORDS) return 'none';
  // `أم خالد`: mother of, which is a particle too.
  const [first = '', ...rest] = words;
  const told = first === MOTHER && rest.length > 0 ? rest : words;
  if (told.some((word) => LABELS.has(word) || PARTICLES.has(word))) return 'none';
  if (ARABIC_INITIAL.test(text)) return 'formed';
  if (/\p{Script=Arabic}/u.test(bare)) return arabicForm(bare, words);
  if (EAST_ASIAN.test(bare)) return 'formed';
  return /\p{Lu}|\p{Ll}/u.test(bare) ? casedForm(bare) : 'plain';
}

/** Algerian papers print a writer by the initial and one name: `ب. سمير`; nothing else looks so. */
const ARABIC_INITIAL = /^(?!د\s?\.)\p{Script=Arabic}\s?\.\s?\p{Script=Arabic}{3,}$/u;

/** A family's name of a place or a tribe: `الحجلي`, `المصري`. */
const NISBA = /^ال.{2,}[يى]$/u;

/** What names of places open with: `قصر هلال`, `وادي سالم`, `شارع خالد`. */
const PLACES: ReadonlySet<string> = new Set(
  'قصر شارع حي وادي سوق ميناء مرفأ مخيم دار بيت جبل عين بئر تل قرية بلدة ضاحية باب رأس كفر دير ساحة ميدان ملعب محطة مرسى جسر سد نهر جزيرة خليج طريق مسجد كنيسة حديقة مطار'
    .split(' ')
    .map(matchKey),
);

/** The article; names such as `ألفة` only look so in a key. */
const ARTICLE = /^ال/u;

/** Names of East Asia have no spaces and no capitals. */
const EAST_ASIAN = /^(?:\p{Script=Hangul}{2,4}|\p{Script=Han}{2,5})$/u;

function arabicForm(text: string, words: readonly string[]): NameForm {
  const [first = '', ...others] = words;
  if (others.length === 0) return 'plain';
  if (isGivenName(first) || first === 'عبد') return 'given';
  if (isCity(text) || isCountry(first)) return 'none';
  if (PLACES.has(first)) return 'plain';
  // `مستقبل التعليم الرقمي`: a noun, what it is of, and its quality.
  if (others.length > 1 && others.slice(-2).every((word) => ARTICLE.test(word))) return 'none';
  if (ARTICLE.test(text)) return others.every((word) => ARTICLE.test(word)) ? 'none' : 'plain';
  const isBuilt = others.some(
    (word) => NISBA.test(word) || KIN.has(word) || (!ARTICLE.test(word) && isGivenName(word)),
  );
  return !isCity(first) && (isBuilt || KIN.has(first)) ? 'formed' : 'plain';
}

/** A name of one word with a capital amid it is an account: `EditorHA`. */
const ACCOUNT = /^\p{Lu}?\p{Ll}+\p{Lu}+\p{L}*$/u;

/** Letters of names, with the marks that stand in them: `Jean-Pierre`, `O’Brien`, `J.`. */
const NAME_LETTERS = /^[\p{L}\p{M}.'’‘`´-]+$/u;

/** The article that opens a paper's name of two words: `Le Matin`, `The Herald`, `El Watan`. */
const OUTLET_ARTICLE = /^(?:le|la|les|the|al|el|an|das|die|der)\s/i;

function casedForm(text: string): NameForm {
  const words = text
    .replace(/[()"“”]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  if (!words.every((word) => NAME_LETTERS.test(word))) return 'none';
  if (words.length === 1) return ACCOUNT.test(text) ? 'none' : 'plain';
  if (words.length === 2 && OUTLET_ARTICLE.test(text)) return 'plain';
  const capitals = words.filter((word) => /^\p{Lu}|^['’]?\p{Ll}{1,2}['’-]\p{Lu}/u.test(word));
  const others = words.filter((word) => !capitals.includes(word));
  if (capitals.length === 0) return 'plain';
  return capitals.length > 1 && others.every((word) => SMALL.test(word)) ? 'formed' : 'none';
}

/** True for a text whose own form is a name's, where no word led to it. */
export const isFormed = (name: string): boolean => /^(?:given|formed)$/.test(nameForm(name));
