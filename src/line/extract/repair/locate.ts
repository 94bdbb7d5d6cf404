import { type AnyNode, type Element, isTag, isText, type Document as Tree } from 'domhandler';
import { keyTokens, matchKey } from '../../../arabic/key.ts';
import { likeness } from '../word-overlap.ts';
import type { KnownTexts } from './known-texts.ts';

/** Where on a page the known texts stand. */
export interface Located {
  readonly headline: readonly Element[];
  readonly body: readonly Element[];
  readonly datePublished: readonly Element[];
  readonly author: readonly Element[];
}

/** Longest text of an element that may be a headline, a date or a name, in UTF-16 units. */
const SHORT = 300;

/** Longest paragraph that is looked for. */
const LONG = 3000;

/** Elements looked at on one page. */
const MOST_ELEMENTS = 20_000;

/** Share of words from which an element is the headline. */
const SAME_HEADLINE = 0.85;

/** Letters of a paragraph's start that find it in the known prose. */
const START = 40;

const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'head']);

/** An element with its text, where it is short enough to be read whole. */
interface Texted {
  readonly element: Element;
  readonly text: string;
}

/** Finds the elements of a page that hold the known texts; the innermost of each. */
export function locateTexts(root: Tree, known: KnownTexts): Located {
  const all = textedElements(root);
  const prose = all.filter(({ text }) => text.length >= START && isKnownProse(text, known.prose));
  const body = commonAncestor(innermost(prose));
  return {
    headline: innermost(all.filter(({ text }) => text.length <= SHORT && isHeadline(text, known))),
    body: body ? [body] : [],
    datePublished: innermost(all.filter((one) => isDate(one, known))),
    author: innermost(all.filter(({ text }) => text.length <= SHORT && isAuthor(text, known))),
  };
}

function textedElements(root: Tree): Texted[] {
  const found: Texted[] = [];
  let count = 0;
  const walk = (node: AnyNode): string => {
    if (isText(node)) return node.data;
    if (!('children' in node) || (isTag(node) && SKIPPED.has(node.name))) return '';
    count += 1;
    if (count > MOST_ELEMENTS) return '';
    // Longer than a paragraph is no paragraph: what is above it need not be read either.
    let text = '';
    for (const child of node.children) {
      const part = walk(child);
      if (text.length <= LONG) text += part;
    }
    if (isTag(node) && text.length <= LONG) {
      found.push({ element: node, text: text.replace(/\s+/gu, ' ').trim() });
    }
    return text;
  };
  walk(root);
  return found.filter(({ text, element }) => text !== '' || element.name === 'time');
}

function isKnownProse(text: string, prose: readonly string[]): boolean {
  const key = matchKey(text);
  if (key.length < START) return false;
  return prose.some((known) => known.includes(key) || key.startsWith(known.slice(0, START)));
}

function isHeadline(text: string, { headline }: KnownTexts): boolean {
  if (!headline) return false;
  return likeness(keyTokens(matchKey(text)), keyTokens(matchKey(headline))) >= SAME_HEADLINE;
}

function isAuthor(text: string, { authors }: KnownTexts): boolean {
  const key = matchKey(text);
  return authors.some((name) => matchKey(name) !== '' && key === matchKey(name));
}

/** Dates are told by the machine's form of them: a text may be of any calendar. */
function isDate({ element }: Texted, { published }: KnownTexts): boolean {
  const { datetime, content } = element.attribs;
  const stated = Date.parse(datetime ?? content ?? '');
  if (published === undefined || Number.isNaN(stated)) return false;
  // A page may state its own clock without the zone: the same minute within a day.
  const apart = Math.abs(stated - published);
  return apart <= 14 * 3_600_000 && apart % 1_800_000 < 60_000;
}

/** Of elements within one another those that hold no other. */
function innermost(found: readonly Texted[]): Element[] {
  const all = new Set(found.map(({ element }) => element));
  const outer = new Set<AnyNode>();
  for (const element of all) {
    for (let up = element.parent; up; up = up.parent) outer.add(up);
  }
  return [...all].filter((element) => !outer.has(element));
}

/** The innermost element around all of them; of a single one the element around it. */
function commonAncestor(elements: readonly Element[]): Element | undefined {
  const [first, ...others] = elements;
  if (!first) return undefined;
  let around = parentOf(first);
  for (const other of others) {
    while (around && !holds(around, other)) around = parentOf(around);
  }
  return around?.name === 'body' || around?.name === 'html' ? undefined : around;
}

const parentOf = ({ parent }: Element): Element | undefined =>
  parent && isTag(parent) ? parent : undefined;

function holds(around: Element, element: Element): boolean {
  for (let up: AnyNode | null = element; up; up = up.parent) if (up === around) return true;
  return false;
}
