import { NotAFeedError } from '../../errors.ts';
import type { Feed } from './feed/feed-entry.ts';
import { readJsonFeed } from './feed/json-feed.ts';
import { findXmlFeed } from './feed/xml-feed.ts';
import { readXml } from './xml/tree.ts';

export type { Feed, FeedEntry } from './feed/feed-entry.ts';

/** What one feed may bring in; the largest of news sites hold some thousands. */
export const MOST_ENTRIES = 50_000;

/**
 * Reads a feed of any format: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed. Broken XML is
 * mended; what a field says wrongly is left out, never guessed.
 * @param url of the document, the base of its relative links where it is http(s)
 * @param language of the source: of an entry's pages that in this language is its article
 * @throws NotAFeedError for HTML, an empty text or anything else
 */
export function readFeed(
  text: string,
  { url, language }: { url: string; language?: string | undefined },
): Feed {
  const body = text.trimStart();
  const base = /^https?:/iu.test(url) ? url : '';
  if (body.startsWith('{')) return readJsonFeed(body, { url: base, most: MOST_ENTRIES });
  const { root, isCut } = readXml(body, base);
  const feed = findXmlFeed(root, { most: MOST_ENTRIES, language });
  if (feed) return isCut ? { ...feed, mended: { cut: 1 } } : feed;
  throw new NotAFeedError(`Expected a feed at ${url}, found ${describe(body)}`, {
    hint: 'Look for the address of the feed with `marsad sources add`.',
    context: { url },
  });
}

/** How far a document is looked at to say what it is. */
const GLANCE = 2000;

function describe(body: string): string {
  if (body.trim() === '') return 'an empty document';
  const start = body.slice(0, GLANCE).toLowerCase();
  if (/<!doctype html|<html|<head|<body/u.test(start)) return 'an HTML page';
  const root = /<([a-z][\w:.-]{0,40})/u.exec(start)?.[1];
  return root ? `XML with the root ${root}` : 'text';
}
