import { elementsOf, markupOf, textOf, type XmlElement } from '../xml/element.ts';

/** Media types under the short names of Atom 1.0 (RFC 4287, 3.1.1). */
const TYPE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    text: 'text/plain',
    plain: 'text/plain',
    html: 'text/html',
    xhtml: 'application/xhtml+xml',
  }),
);

/** A text of a feed, and whether it is markup or plain. */
export interface FeedText {
  readonly value: string;
  readonly isMarkup: boolean;
}

/**
 * Reads a text construct of Atom 0.3 and 1.0 or a text of RSS: escaped, inline or base64.
 * Markup that stands unescaped in an element said to be plain is taken as markup.
 */
export function readConstruct(element: XmlElement, fallback = 'text/plain'): FeedText {
  const stated = (element.attributes.type ?? fallback).trim().toLowerCase();
  const type = TYPE_OF.get(stated) ?? stated;
  const isInline = elementsOf(element).length > 0;
  if (isInline) return { value: markupOf(unwrapped(element, stated)).trim(), isMarkup: true };
  const text = textOf(element).trim();
  if (isBase64(element, type)) return { value: decodeBase64(text), isMarkup: !isPlain(type) };
  if (/xhtml|xml$/u.test(type)) return { value: markupOf(element).trim(), isMarkup: true };
  return { value: text, isMarkup: !isPlain(type) };
}

const isPlain = (type: string): boolean => type === 'text/plain';

/** XHTML of Atom 1.0 stands in one `div` that is no part of it (RFC 4287, 3.1.1.3). */
function unwrapped(element: XmlElement, stated: string): XmlElement {
  const [only, ...others] = elementsOf(element);
  const isBare = element.children.every((child) => typeof child !== 'string' || !child.trim());
  const isDiv = only !== undefined && /^(xhtml:)?div$/u.test(only.name);
  return stated === 'xhtml' && isDiv && isBare && others.length === 0 ? only : element;
}

/** Atom 0.3 says so by `mode`; of Atom 1.0 it is what no text or XML type is (RFC 4287, 4.1.3.3). */
function isBase64({ attributes }: XmlElement, type: string): boolean {
  const mode = attributes.mode;
  if (mode !== undefined) return mode === 'base64';
  return /^[a-z]+\/[\w.+-]+$/u.test(type) && !/^text\/|[+/]xml$/u.test(type);
}

/** Longer base64 in a feed is a file, not a text, in characters. */
const LONGEST_BASE64 = 1_000_000;

function decodeBase64(text: string): string {
  if (text.length > LONGEST_BASE64) return '';
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return decoded.includes('\ufffd') ? text : decoded.trim();
}
