import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { Document } from './document.ts';

/** What the head of a page says, and the JSON scripts of the whole page. */
export interface Metadata {
  /** Content of `meta` by its `property`, `name` or `http-equiv` in lower case, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** `link` elements by each word of their `rel`, in lower case. */
  readonly links: ReadonlyMap<string, readonly Element[]>;
  readonly title?: string;
  /** Texts of `application/ld+json` scripts. */
  readonly jsonLd: readonly string[];
}

/** Longest content that is kept of one `meta`, in UTF-16 units. */
const MAX_CONTENT = 5_000;

/** Longest title that is read, in UTF-16 units; titles of the press stay below 300. */
const MAX_TITLE = 1_000;

/** Reads the head elements that the walk gathered. */
export function readMetadata(document: Document): Metadata {
  const meta = new Map<string, string[]>();
  const links = new Map<string, Element[]>();
  const jsonLd: string[] = [];
  let title: string | undefined;
  for (const element of document.head) {
    const { name, attribs } = element;
    if (name === 'meta') addMeta(meta, attribs);
    else if (name === 'link') addLink(links, element);
    else if (name === 'title') title ??= oneLine(textOf(element).slice(0, MAX_TITLE));
    else if (/ld\+json/i.test(attribs.type ?? '')) jsonLd.push(textOf(element));
  }
  return { meta, links, jsonLd, ...(title ? { title } : {}) };
}

function addMeta(meta: Map<string, string[]>, attribs: Record<string, string>): void {
  const content = (attribs.content ?? '').slice(0, MAX_CONTENT).trim();
  if (content === '') return;
  const names = [attribs.property, attribs.name, attribs.itemprop, attribs['http-equiv']];
  for (const name of new Set(names.map((text) => text?.trim().toLowerCase())))
    if (name) append(meta, name, content);
}

function addLink(links: Map<string, Element[]>, element: Element): void {
  for (const word of (element.attribs.rel ?? '').toLowerCase().split(/\s+/))
    if (word !== '') append(links, word, element);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The text directly inside an element. */
export function textOf(element: Element): string {
  return element.children.map((node) => (isText(node) ? node.data : '')).join('');
}

/** All text inside an element, white space collapsed. */
export function innerText(element: Element): string {
  const texts: string[] = [];
  const visit = (node: AnyNode): void => {
    if (isText(node)) texts.push(node.data);
    else if (isTag(node)) node.children.forEach(visit);
  };
  visit(element);
  return oneLine(texts.join(''));
}

/** White space collapsed, ends trimmed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The first content among several names, in their order. */
export function findMeta(
  metadata: Metadata,
  names: readonly string[],
): { name: string; content: string } | undefined {
  for (const name of names) {
    const content = metadata.meta.get(name)?.[0];
    if (content) return { name, content };
  }
  return undefined;
}
