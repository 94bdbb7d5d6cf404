/** An element with its namespace settled: `title`, `dc:date`, `media:thumbnail`. */
export interface XmlElement {
  /** In lower case, under the prefix of `vocabulary.ts`. */
  readonly name: string;
  /** As the document spells it, for markup that is handed on. */
  readonly tag: string;
  /** Names in lower case, with the same prefixes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** What relative URLs below are resolved against (XML Base). */
  readonly base: string;
}

/** The element children, in order. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** Children by name: an entry is asked for some forty names. */
const indexes = new WeakMap<XmlElement, Map<string, XmlElement[]>>();

/** The children of one of the names, in order. */
export function childrenNamed(element: XmlElement, ...names: string[]): XmlElement[] {
  const index = indexOf(element);
  const [first, ...others] = names.flatMap((name) => index.get(name) ?? NONE);
  if (first === undefined) return [];
  const isOneName = others.every(({ name }) => name === first.name);
  return isOneName
    ? [first, ...others]
    : elementsOf(element).filter(({ name }) => names.includes(name));
}

const NONE: XmlElement[] = [];

function indexOf(element: XmlElement): Map<string, XmlElement[]> {
  const known = indexes.get(element);
  if (known) return known;
  const index = new Map<string, XmlElement[]>();
  for (const child of elementsOf(element)) {
    const same = index.get(child.name);
    if (same) same.push(child);
    else index.set(child.name, [child]);
  }
  indexes.set(element, index);
  return index;
}

/** All text below, in order, without markup. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}

/** The children as markup: text escaped, tags as the document spells them. */
export function markupOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escapeMarkup(child) : outerMarkup(child)))
    .join('');
}

const VOID = new Set([
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'area',
  'embed',
  'source',
  'wbr',
]);

function outerMarkup(element: XmlElement): string {
  const tag = element.name.replace(/^xhtml:/u, '');
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith('xmlns'))
    .map(([name, value]) => ` ${name}="${escapeMarkup(value).replaceAll('"', '&quot;')}"`)
    .join('');
  if (VOID.has(tag) && element.children.length === 0) return `<${tag}${attributes} />`;
  return `<${tag}${attributes}>${markupOf(element)}</${tag}>`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
