import { childrenNamed, elementsOf, textOf, type XmlElement } from '../xml/element.ts';
import { type FeedText, readConstruct } from './construct.ts';
import { parseFeedDate } from './date-text.ts';

import { readEnclosures } from './enclosures.ts';

import { findId, findLink } from './entry-link.ts';

import type { FeedEntry } from './feed-entry.ts';
import { findImage } from './image.ts';
import { readAuthors, readCategories } from './people.ts';
import { looksLikeMarkup, safeMarkup } from './safe-markup.ts';

/** Elements that say when an entry was published, the most telling first. */
const PUBLISHED = [
  'pubdate',
  'published',
  'dcterms:issued',
  'issued',
  'dcterms:created',
  'created',
];

/** Elements that say when it was changed. dc:date does not tell which of the two it means. */
const UPDATED = ['updated', 'modified', 'dcterms:modified', 'dc:date', 'lastbuilddate'];

/**
 * Reads one `item` or `entry` of RSS, RDF or Atom.
 * @param languages of its readers, the most wanted first: of two pages that of such a language
 */
export function readEntry(item: XmlElement, languages: readonly string[]): FeedEntry {
  // CDF, the oldest of all, keeps its dates and links in attributes.
  const updated = findText(item, UPDATED) ?? item.attributes.lastmod;
  const published = findText(item, PUBLISHED) ?? findText(item, ['dc:date']);
  return present({
    ...titleOf(item),
    link: findLink(item, languages),
    originalLink: findText(item, ['feedburner:origlink']),
    id: findId(item),
    published,
    updated,
    publishedAt: parseFeedDate(published),
    updatedAt: parseFeedDate(updated),
    author: readAuthors(item),
    categories: readCategories(item),
    summary: findSummary(item),
    content: findContent(item),
    image: findImage(item),
    enclosures: readEnclosures(item),
    language: findText(item, ['dc:language']) ?? item.attributes['xml:lang'],
  });
}

function titleOf(item: XmlElement): Pick<FeedEntry, 'title' | 'isTitleMarkup'> {
  const title = findTitle(item);
  if (!title) return {};
  return { title: title.value, ...(title.isMarkup ? { isTitleMarkup: true as const } : {}) };
}

/** The title: a plain one before that of a picture or film in it. Markup in it is made safe. */
export function findTitle(holder: XmlElement): FeedText | undefined {
  const own = childrenNamed(holder, 'title', 'dc:title');
  const groups = childrenNamed(holder, 'media:group', 'media:content');
  const ofMedia = [holder, ...groups].flatMap((group) => childrenNamed(group, 'media:title'));
  return [...own, ...ofMedia].map(readTitle).find(({ value }) => value !== '');
}

/** In RSS a title is plain by the letter and HTML by habit; in Atom it is what its type says. */
function readTitle(title: XmlElement): FeedText {
  const { value, isMarkup } = readConstruct(title);
  const isHtml = isMarkup || (title.attributes.type === undefined && looksLikeMarkup(value));
  return { value: isHtml ? safeMarkup(value, title.base) : value, isMarkup: isHtml };
}

function findSummary(item: XmlElement): string | undefined {
  const names = ['description', 'summary', 'dc:description', 'abstract', 'media:description'];
  const texts = childrenNamed(item, ...names).map((text) => readConstruct(text, 'text/html').value);
  return texts.find((text) => text !== '');
}

function findContent(item: XmlElement): string | undefined {
  const holders = childrenNamed(
    item,
    'content:encoded',
    'content',
    'xhtml:body',
    'body',
    'fullitem',
  );
  const texts = holders
    .filter(({ attributes }) => attributes.src === undefined)
    .map((content) => readConstruct(content, 'text/html'));
  return texts.find(({ value, isMarkup }) => value !== '' && isMarkup)?.value;
}

/** The first text that is not empty, by the order of the names. */
export function findText(holder: XmlElement, names: readonly string[]): string | undefined {
  for (const name of names) {
    const texts = childrenNamed(holder, name).map((element) => textOf(element).trim());
    const text = texts.findLast((candidate) => candidate !== '');
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The same without the fields that are absent or empty. */
export function present<T extends object>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  );
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** The `item` and `entry` elements below, in order, to the bound. */
export function entriesBelow(root: XmlElement, most: number): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (found.length >= most) return;
      if (child.name === 'item' || child.name === 'entry') found.push(child);
      else walk(child);
    }
  };
  walk(root);
  return found;
}
