import { MalformedError } from '../../errors.ts';
import { LONGEST_URL } from './resolve-url.ts';
import { elementsOf, textOf, type XmlElement } from './xml/element.ts';
import { readXml } from './xml/tree.ts';

/** A feed that a list of subscriptions names. */
export interface OpmlFeed {
  readonly feed: string;
  /** The site's own page, where an http(s) URL is stated. */
  readonly homepage?: string;
  readonly name?: string;
  /** The folders around it, and its categories. */
  readonly tags: readonly string[];
  readonly language?: string;
}

/** A list of subscriptions. */
export interface Opml {
  readonly title?: string;
  /** In the order of the document; one that stands there twice is twice here. */
  readonly feeds: readonly OpmlFeed[];
  /** Outlines that name no feed that can be asked for: a wrong address, another list. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** Lists that are passed around name some thousands of feeds at most. */
const MOST_OUTLINES = 20_000;

/** A longer name of a feed or folder holds something else, in UTF-16 units. */
const LONGEST_TEXT = 200;

/** Tags of one feed; more are no help to find it. */
const MOST_TAGS = 20;

/** How far the root is looked for: a document type and a comment may stand before it. */
const HEAD_LENGTH = 20_000;

/**
 * Reads a list of subscriptions (OPML 1.0, 1.1 and 2.0, opml.org/spec2.opml), however it is nested.
 * @throws MalformedError where the text is none, or declares entities, which OPML has no use for
 */
export function readOpml(text: string): Opml {
  if (/<!ENTITY/iu.test(text.slice(0, HEAD_LENGTH))) {
    throw new MalformedError('Expected OPML, found a document that declares entities of its own', {
      hint: 'Take the document type (<!DOCTYPE …>) out of the file.',
    });
  }
  const opml = elementsOf(readXml(text.trimStart(), '').root).find(({ name }) => name === 'opml');
  const body = opml && elementsOf(opml).find(({ name }) => name === 'body');
  if (!opml || !body) {
    throw new MalformedError('Expected OPML with a body, found other content', {
      hint: 'Export the subscriptions of a feed reader as OPML.',
    });
  }
  const title = titleOf(opml);
  const found: Found = { feeds: [], skipped: [], count: 0 };
  collect(body, [], found);
  return { ...(title ? { title } : {}), feeds: found.feeds, skipped: found.skipped };
}

interface Found {
  readonly feeds: OpmlFeed[];
  readonly skipped: { name: string; reason: string }[];
  count: number;
}

function titleOf(opml: XmlElement): string | undefined {
  const head = elementsOf(opml).find(({ name }) => name === 'head');
  const title = head && elementsOf(head).find(({ name }) => name === 'title');
  return title && clean(textOf(title));
}

/** Nesting is bounded by the reader of XML. */
function collect(parent: XmlElement, folders: readonly string[], found: Found): void {
  for (const outline of elementsOf(parent).filter(({ name }) => name === 'outline')) {
    found.count += 1;
    if (found.count > MOST_OUTLINES) return;
    takeOutline(outline, folders, found);
    const name = nameOf(outline);
    const isFolder = outline.attributes.xmlurl === undefined;
    collect(outline, isFolder && name ? [...folders, name] : folders, found);
  }
}

function takeOutline(outline: XmlElement, folders: readonly string[], found: Found): void {
  const { xmlurl, type = '', url } = outline.attributes;
  const name = nameOf(outline);
  if (xmlurl === undefined) {
    if (!/^include$/iu.test(type)) return;
    found.skipped.push({ name: name ?? clean(url ?? ''), reason: 'another list is not followed' });
    return;
  }
  const feed = parseAddress(xmlurl);
  if (feed !== undefined) found.feeds.push(feedOf(feed, outline, folders));
  else found.skipped.push({ name: name ?? '', reason: clean(`no http(s) address: ${xmlurl}`) });
}

function feedOf(feed: string, outline: XmlElement, folders: readonly string[]): OpmlFeed {
  const { htmlurl, category = '', language } = outline.attributes;
  const homepage = parseAddress(htmlurl ?? '');
  const name = nameOf(outline);
  // A category is a path with slashes, several are joined by commas (OPML 2.0, category).
  const categories = category.split(/[,/]/u).map(clean);
  const tags = [...folders, ...categories].filter((tag) => tag !== '');
  return {
    feed,
    ...(homepage ? { homepage } : {}),
    ...(name ? { name } : {}),
    ...(language && !/^unknown$/iu.test(language) ? { language: clean(language) } : {}),
    tags: [...new Set(tags)].slice(0, MOST_TAGS),
  };
}

/** `text` is what is shown, `title` what the feed calls itself; each stands in for the other. */
function nameOf({ attributes: { text, title } }: XmlElement): string | undefined {
  return clean(text ?? '') || clean(title ?? '') || undefined;
}

/** An http(s) URL in its normal form; `feed:` before one is a browser's word for the same. */
function parseAddress(text: string): string | undefined {
  const address = text
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/iu, '')
    .replace(/^feed:\/\//iu, 'http://');
  if (address.length > LONGEST_URL || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /^https?:$/u.test(url.protocol) && url.username === '' ? url.href : undefined;
}

const clean = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT);
