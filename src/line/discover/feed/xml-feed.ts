import { childrenNamed, elementsOf, type XmlElement } from '../xml/element.ts';
import { entriesBelow, findText, findTitle, present, readEntry } from './entry.ts';
import { findLink, findRelated } from './entry-link.ts';
import type { Feed, FeedFormat } from './feed-entry.ts';
import { findTtlMs } from './lifetime.ts';

/** Roots of feeds; a bare `channel` is a document whose root was cut off, or RSS 1.1. */
const FORMAT_OF: ReadonlyMap<string, FeedFormat> = new Map(
  Object.entries({
    rss: 'rss',
    'rdf:rdf': 'rdf',
    feed: 'atom',
    channel: 'rss',
  }),
);

/** How a feed is read. */
export interface FeedRules {
  /** Entries that are read at most. */
  readonly most: number;
  /** BCP 47, of the source: of an entry's pages that in this language is its article. */
  readonly language?: string | undefined;
}

/**
 * Reads RSS 0.9x to 2.0, RDF or Atom from parsed XML. Of several roots the first says what the
 * feed is, and all give entries.
 * @returns undefined where no such root is in the document
 */
export function findXmlFeed(document: XmlElement, { most, language }: FeedRules): Feed | undefined {
  const root = findRoot(document);
  if (!root) return undefined;
  const format = FORMAT_OF.get(root.name) ?? 'rss';
  const channel = childrenNamed(root, 'channel')[0] ?? root;
  const own = findText(channel, ['language', 'dc:language']) ?? root.attributes['xml:lang'];
  const languages = [language, own].flatMap((tag) => tag ?? []);
  return {
    kind: 'feed',
    format,
    ...present({
      version: versionOf(root, format),
      title: findTitle(channel)?.value,
      link: findLink(channel, languages),
      language: own,
      ttlMs: findTtlMs(channel),
      hub: findRelated(channel, 'hub'),
      self: findRelated(channel, 'self'),
      next: findRelated(channel, 'next'),
    }),
    entries: entriesBelow(document, most).map((item) => readEntry(item, languages)),
  };
}

/** How far below the top a root is looked for: under a wrapper of a proxy or a service. */
const ROOT_DEPTH = 3;

function findRoot(document: XmlElement): XmlElement | undefined {
  let level = elementsOf(document);
  for (let depth = 0; depth < ROOT_DEPTH; depth += 1) {
    const root = level.find(({ name }) => FORMAT_OF.get(name) !== undefined);
    if (root) return root;
    if (level.some(({ name }) => name === 'html' || name === 'xhtml:html')) return undefined;
    if (level.some(({ name }) => name === 'item' || name === 'entry')) return document;
    level = level.flatMap(elementsOf);
  }
  return undefined;
}

function versionOf(root: XmlElement, format: FeedFormat): string | undefined {
  const stated = root.attributes.version;
  if (stated !== undefined) return stated.trim();
  if (format === 'rdf') return isNetscape(root) ? '0.90' : '1.0';
  return format === 'atom' ? '1.0' : undefined;
}

const isNetscape = ({ attributes }: XmlElement): boolean =>
  (attributes.xmlns ?? '').includes('my.netscape.com');
