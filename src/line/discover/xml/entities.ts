import { Parser } from 'htmlparser2';

/** A reference by name; the longest of HTML is 32 letters (HTML, 13.5). */
const NAMED = /&([A-Za-z][A-Za-z0-9]{0,31});/gu;

/** XML's own five, which the parser decodes itself (XML 1.0, 4.6). */
const PREDEFINED = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Entities a document type may declare here: one used by a feed names a character or a site. */
const MOST_DECLARED = 200;

/** An entity that is longer than that is no abbreviation of a name. */
const LONGEST_VALUE = 300;

const DECLARATION =
  /<!ENTITY\s{1,20}([A-Za-z][\w.-]{0,60})\s{1,20}(?:"([^"<]*)"|'([^'<]*)')\s{0,20}>/gu;

/** Entities the document type declares, by name; external, nested and long ones are left out. */
export function readDeclaredEntities(head: string): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  for (const [, name, quoted, single] of head.matchAll(DECLARATION)) {
    const value = quoted ?? single ?? '';
    const isNested = /&(?!#|amp;|lt;|gt;|quot;|apos;)/u.test(value) || value.includes('%');
    if (name && !isNested && value.length <= LONGEST_VALUE) declared.set(name, value);
    if (declared.size >= MOST_DECLARED) break;
  }
  return declared;
}

/**
 * Replaces references to HTML's and to declared entities by what they stand for. One pass: what
 * comes out is not read again, so that no entity can multiply another.
 */
export function replaceEntities(text: string, declared: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  return text.replace(NAMED, (whole, name: string) => {
    if (PREDEFINED.has(name)) return whole;
    return declared.get(name) ?? decodeNamed(whole);
  });
}

/** References met so far: a feed repeats `&nbsp;` thousands of times. */
const decoded = new Map<string, string>();

/** HTML has 2231 names (HTML, 13.5); more are somebody's inventions. */
const MOST_NAMES = 2500;

function decodeNamed(reference: string): string {
  const known = decoded.get(reference);
  if (known !== undefined) return known;
  // What HTML does not know stays as it is written.
  const text = decodeHtml(reference).replace(/&(?=[A-Za-z])/u, '&amp;');
  if (decoded.size >= MOST_NAMES) decoded.clear();
  decoded.set(reference, text);
  return text;
}

/** Text of HTML without tags: its character references decoded as a browser does. */
export function decodeHtml(text: string): string {
  if (!text.includes('&')) return text;
  let plain = '';
  const parser = new Parser(
    {
      ontext: (piece) => {
        plain += piece;
      },
    },
    { decodeEntities: true },
  );
  parser.end(text.replaceAll('<', '&lt;'));
  return plain;
}
