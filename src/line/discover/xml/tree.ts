import { Parser } from 'htmlparser2';
import { resolveUrl } from '../resolve-url.ts';
import type { XmlElement } from './element.ts';
import { mendXml } from './mend.ts';
import { findPrefix } from './vocabulary.ts';

/** Markup that is nested deeper was made to exhaust a reader; reading stops there. */
const DEEPEST = 200;

/** More elements than a feed of 50,000 entries with twenty elements each. */
const MOST_ELEMENTS = 1_200_000;

type Scope = Readonly<Record<string, string>>;

/** Prefixes that documents use without declaring them. */
const UNDECLARED: Scope = { atom: '', atom10: '', a10: '', rss: '', xml: 'xml' };

interface Open {
  readonly element: XmlElement & { readonly children: (XmlElement | string)[] };
  readonly scope: Scope;
}

/** Elements that never hold one of their kind: an opening tag ends one that was left open. */
const ENTRY = new Set(['item', 'entry']);

/** Leaves of an RSS item: the next of them ends one that was left open. */
const LEAF = new Set(['title', 'link', 'guid', 'pubdate', 'author', 'category', 'comments']);

/** A document as elements. */
export interface XmlDocument {
  /** Its children are the top of the document; there may be several. */
  readonly root: XmlElement;
  /** True where it ends in the middle of a text, which is left out. */
  readonly isCut: boolean;
}

/**
 * Reads XML, however broken, into elements with their namespaces and bases settled.
 * @param url of the document, the first base
 */
export function readXml(text: string, url: string): XmlDocument {
  const root: Open = { element: makeElement('', {}, url), scope: UNDECLARED };
  const open: Open[] = [root];
  let count = 0;
  let isAtEnd = false;
  let isCut = false;
  const top = (): Open => open[open.length - 1] ?? root;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        endOpenLeft(open, tag);
        const parent = top();
        const scope = scopeOf(attributes, parent.scope);
        const element = settle(tag, { attributes, scope, base: parent.element.base });
        parent.element.children.push(element);
        open.push({ element, scope });
        count += 1;
        if (open.length > DEEPEST || count > MOST_ELEMENTS) parser.pause();
      },
      ontext(piece) {
        top().element.children.push(piece);
      },
      onclosetag(tag, isImplied) {
        if (isAtEnd && isImplied && open.length > 1) isCut ||= dropCutText(top().element);
        isAtEnd &&= !isImplied;
        const at = open.findLastIndex(({ element }) => element.tag === tag);
        if (at > 0) open.length = at;
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(mendXml(text));
  isAtEnd = true;
  parser.end();
  return { root: root.element, isCut };
}

/** Leaves out the text that the end of the document cuts: half an address leads nowhere. */
function dropCutText({ children }: Open['element']): boolean {
  const last = children.at(-1);
  if (typeof last !== 'string' || last.trim() === '') return false;
  children.pop();
  return true;
}

/** Ends what the document forgot to: an item inside an item, a title that a link follows. */
function endOpenLeft(open: Open[], tag: string): void {
  if (ENTRY.has(tag)) {
    const at = open.findLastIndex(({ element }) => element.tag === tag);
    if (at > 0) open.length = at;
  }
  const last = open[open.length - 1]?.element;
  if (!last || !LEAF.has(tag) || !LEAF.has(last.tag) || last.attributes.type) return;
  const hasText = last.children.some((child) => typeof child === 'string' && child.trim() !== '');
  if (hasText) open.pop();
}

/** More prefixes than that on one element were made to exhaust a reader; feeds bind twenty. */
const MOST_PREFIXES = 100;

function scopeOf(attributes: Record<string, string>, outer: Scope): Scope {
  const bindings = Object.entries(attributes).filter(
    ([name]) => name === 'xmlns' || name.startsWith('xmlns:'),
  );
  if (bindings.length === 0) return outer;
  const bound = bindings.slice(0, MOST_PREFIXES).map(([name, namespace]) => {
    const own = name === 'xmlns' ? '' : name.slice(6);
    return [own, findPrefix(namespace) ?? own] as const;
  });
  return { ...outer, ...Object.fromEntries(bound) };
}

function settle(
  tag: string,
  { attributes, scope, base }: { attributes: Record<string, string>; scope: Scope; base: string },
): Open['element'] {
  const named = Object.entries(attributes).map(([name, value]) => [rename(name, scope), value]);
  const settled: Record<string, string> = Object.fromEntries(named);
  // Some writers leave the prefix out.
  const own = settled['xml:base'] ?? settled.base;
  const inner = own === undefined ? base : resolveUrl(own, base);
  return { ...makeElement(tag, settled, inner), name: rename(tag, scope, scope['']) };
}

function rename(name: string, scope: Scope, bare = ''): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? bare : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const usual = colon >= 0 && Object.hasOwn(scope, prefix) ? (scope[prefix] ?? prefix) : prefix;
  return usual === '' ? local : `${usual}:${local}`;
}

function makeElement(tag: string, attributes: Record<string, string>, base: string) {
  const children: (XmlElement | string)[] = [];
  return { name: tag, tag, attributes, children, base };
}
