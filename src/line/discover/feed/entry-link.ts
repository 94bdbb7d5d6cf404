import { resolveUrl } from '../resolve-url.ts';
import { childrenNamed, textOf, type XmlElement } from '../xml/element.ts';

/** Types of a page that people read; a link without a type is one (RFC 4287, 4.2.7). */
const PAGE_TYPES = new Set(['text/html', 'html', 'application/xhtml+xml', 'xhtml']);

/** Where IANA's registry stands before the name of a relation (RFC 4287, 4.2.7.2). */
const REGISTRY = /^https?:\/\/www\.iana\.org\/assignments\/relation\//u;

/** The relation of a link; `alternate` where none is stated (RFC 4287, 4.2.7.2). */
function relationOf(link: XmlElement): string {
  return (link.attributes.rel ?? 'alternate').trim().toLowerCase().replace(REGISTRY, '');
}

/**
 * Where a link leads: its attribute, or in RSS its text. Of several the first that a browser opens:
 * beside the address of a page some write one of another protocol.
 */
function targetOf(link: XmlElement): string | undefined {
  const { url, uri, href } = link.attributes;
  const stated = [url, uri, href, repairedQuery(textOf(link))];
  const targets = stated.flatMap((target) =>
    target === undefined || target.trim() === '' ? [] : resolveUrl(target, link.base),
  );
  return targets.find((target) => /^https?:\/\//iu.test(target)) ?? targets[0];
}

/** `?a=1&b;=2`: a query whose `&b` some writer took for a reference and completed. */
const repairedQuery = (text: string): string => text.replace(/&([A-Za-z0-9_]{1,60});/gu, '&$1');

/**
 * The page an entry or feed is about: of pages in several languages that of the first language
 * wanted, else the last link to a page, or the guid where it is one.
 */
export function findLink(
  holder: XmlElement,
  languages: readonly string[] = [],
): string | undefined {
  const links = childrenNamed(holder, 'link');
  const alternates = links.filter((link) => relationOf(link) === 'alternate');
  const pages = alternates.filter(({ attributes }) =>
    PAGE_TYPES.has((attributes.type ?? 'text/html').toLowerCase()),
  );
  const translated = findTranslation(pages, languages);
  const target = translated ? targetOf(translated) : undefined;
  if (target !== undefined) return target;
  const targets = pages.map(targetOf).filter((page) => page !== undefined);
  const { href } = holder.attributes;
  return targets.at(-1) ?? (href ? resolveUrl(href, holder.base) : findPermalink(holder));
}

/** Of pages that state their languages (RFC 4287, 4.2.7.4) the one wanted, else the first. */
function findTranslation(
  pages: readonly XmlElement[],
  languages: readonly string[],
): XmlElement | undefined {
  const stated = pages.filter(({ attributes }) => attributes.hreflang);
  if (stated.length < 2) return undefined;
  const wanted = languages.map((language) =>
    stated.find(({ attributes }) => isSameLanguage(attributes.hreflang ?? '', language)),
  );
  return wanted.find((page) => page !== undefined) ?? stated[0];
}

/** By the primary language (RFC 5646, 2.2.1): `ar-EG` is Arabic. */
const isSameLanguage = (one: string, other: string): boolean => primary(one) === primary(other);
const primary = (tag: string): string | undefined => tag.trim().toLowerCase().split(/[-_]/u)[0];

/** A link of one relation: hub, self, next. */
export function findRelated(holder: XmlElement, relation: string): string | undefined {
  const links = childrenNamed(holder, 'link').filter((link) => relationOf(link) === relation);
  return links.map(targetOf).find((target) => target !== undefined);
}

/** The guid, which is an address unless it says otherwise (RSS 2.0, guid). */
function findPermalink(holder: XmlElement): string | undefined {
  const guid = childrenNamed(holder, 'guid').at(-1);
  if (!guid || !isPermalink(guid)) return undefined;
  const text = textOf(guid).trim();
  return text === '' ? undefined : resolveUrl(text, guid.base);
}

const isPermalink = (guid: XmlElement): boolean =>
  (guid.attributes.ispermalink ?? 'true').toLowerCase() === 'true';

/** What identifies an entry: guid, atom:id, or the subject of its RDF. */
export function findId(holder: XmlElement): string | undefined {
  const stated = childrenNamed(holder, 'guid', 'id').filter((id) => textOf(id).trim() !== '');
  const last = stated.at(-1);
  if (!last) return holder.attributes['rdf:about'];
  const text = textOf(last).trim();
  return last.name === 'id' || isPermalink(last) ? resolveUrl(text, last.base) : text;
}
