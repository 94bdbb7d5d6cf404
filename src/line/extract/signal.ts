import type { Element } from 'domhandler';
import { type Signal, signalWords } from './signal-words.ts';

/** The bit of each signal in a mask. */
export const BIT: Readonly<Record<Signal, number>> = Object.fromEntries(
  Object.keys(signalWords).map((name, index) => [name, 1 << index]),
) as Record<Signal, number>;

const standing = (words: readonly string[], flag: string): RegExp =>
  new RegExp(`(?<![a-z])(?:${words.join('|')})(?![a-z])`, flag);

/** Every word, in the order of the signals: without groups, which make it ten times slower. */
const ANY = standing(Object.values(signalWords).flat(), 'g');

/** The words of each signal at one place, to tell whose word it was. */
const PATTERNS: readonly (readonly [bit: number, pattern: RegExp])[] = Object.values(
  signalWords,
).map((words, index) => [1 << index, standing(words, 'y')]);

/** Longest class list that is looked at: utility-class frameworks print hundreds of words. */
const MAX_CLASS = 240;

const TAG_SIGNAL: ReadonlyMap<string, number> = new Map(
  Object.entries({
    nav: BIT.nav,
    aside: BIT.sidebar,
    footer: BIT.footer,
    form: BIT.form,
    figure: BIT.caption,
    figcaption: BIT.caption,
    dialog: BIT.consent,
  }),
);

const ROLE_SIGNAL: ReadonlyMap<string, number> = new Map(
  Object.entries({
    navigation: BIT.nav,
    complementary: BIT.sidebar,
    contentinfo: BIT.footer,
    dialog: BIT.consent,
    search: BIT.form,
  }),
);

/**
 * Class lists that were read before, over pages: a site's pages repeat them. At most 10,000, some
 * two megabytes; then it starts anew.
 */
const known = new Map<string, number>();
const MAX_KNOWN = 10_000;

/** Mask of what tag, role, class, id, microdata and the component's name of an element say of its content. */
export function readSignals(element: Element): number {
  const { attribs } = element;
  if (isBare(attribs) && !element.name.includes('-')) return signalsOfTag(element);
  const { class: names, id, role, itemprop, style, hidden } = attribs;
  let mask = TAG_SIGNAL.get(element.name) ?? 0;
  if (role !== undefined) mask |= ROLE_SIGNAL.get(role) ?? 0;
  if (names) mask |= signalsOfNames(names);
  if (id) mask |= signalsOfNames(id);
  const part = attribs['data-testid'] ?? attribs['data-component'] ?? attribs['data-test-id'];
  if (part) mask |= signalsOfNames(part);
  if (itemprop === 'articleBody') mask |= BIT.content;
  else if (itemprop === 'author') mask |= BIT.byline;
  // Elements of a page's own make are named as others' classes are; those of AMP have meanings of their own.
  if (element.name.includes('-') && !element.name.startsWith('amp-'))
    mask |= signalsOfNames(element.name);
  if (element.name === 'figure' && isOfText(element)) mask &= ~BIT.caption;
  if (hidden !== undefined || (style && /display\s*:\s*none/i.test(style))) mask |= BIT.hidden;
  return mask;
}

/** Half of a page's elements have no attribute: each look-up in vain costs as much as one that finds. */
export function isBare(attribs: Element['attribs']): boolean {
  for (const _ in attribs) return false;
  return true;
}

function signalsOfTag(element: Element): number {
  const mask = TAG_SIGNAL.get(element.name) ?? 0;
  return element.name === 'figure' && isOfText(element) ? mask & ~BIT.caption : mask;
}

/** Block editors wrap tables and pulled quotes, which are text, in figures. */
function isOfText({ attribs, children }: Element): boolean {
  if (/table|quote/i.test(attribs.class ?? '')) return true;
  return children.some((child) => 'name' in child && /^(?:blockquote|table)$/.test(child.name));
}

function signalsOfNames(names: string): number {
  const before = known.get(names);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const mask = maskOf(names);
  if (names.length <= LONGEST_KNOWN) known.set(names, mask);
  return mask;
}

/** Longest class list that is remembered, in UTF-16 units: WordPress prints a post's tags into it. */
const LONGEST_KNOWN = 1_000;

/** WordPress prints the slugs of a post's categories and tags among its classes (`post_class()`). */
const POST_CLASS = /(?:^|\s)(?:hentry|type-\w|status-publish|postid-\d|single-post|wp-singular)/;
const SLUG = /(?:^|\s)(?:\w*(?:category|tag|topic)|term|tax|author|postname|section|format)-\S+/g;

/** States that scripts and themes note on a wrapper: `has-comments`, `cookie-accepted`, `menu-open`. */
const STATE =
  /(?<![\w-])(?:has|with|without|enable|allow)[-_][\w-]+|(?<![\w-])[\w-]+[-_](?:enabled|disabled|open|opened|accepted|allowed|free)(?![\w-])/g;

function maskOf(names: string): number {
  const slugless = POST_CLASS.test(names) ? names.replace(SLUG, ' ') : names;
  const own = slugless.replace(STATE, ' ');
  const words = own
    .slice(0, MAX_CLASS)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
  let mask = 0;
  if (OVER_WORDS.test(words)) return maskOfText(words);
  for (const word of words.split(/\s+/)) mask |= maskOfWord(word);
  return mask;
}

/** What says by the word behind it whether it holds: `hidden md:block`, `d-none d-lg-block`. */
const OVER_WORDS = /hidden |d-none /;

/** Words of class lists that were read before: a page's lists differ, their words repeat. */
const knownWords = new Map<string, number>();
const MAX_WORDS = 20_000;

function maskOfWord(word: string): number {
  const before = knownWords.get(word);
  if (before !== undefined) return before;
  if (knownWords.size >= MAX_WORDS) knownWords.clear();
  const mask = maskOfText(word);
  knownWords.set(word, mask);
  return mask;
}

function maskOfText(text: string): number {
  let mask = 0;
  ANY.lastIndex = 0;
  // `matchAll` would make a new pattern for each text.
  for (let match = ANY.exec(text); match !== null; match = ANY.exec(text))
    mask |= bitAt(text, match.index);
  return mask;
}

/** The first signal that has a word there, as the pattern of all tries them. */
function bitAt(text: string, index: number): number {
  for (const [bit, pattern] of PATTERNS) {
    pattern.lastIndex = index;
    if (pattern.test(text)) return bit;
  }
  return 0;
}
