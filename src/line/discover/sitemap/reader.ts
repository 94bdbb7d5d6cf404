import { Parser } from 'htmlparser2';
import type { Mended } from '../mended.ts';
import { mendXml } from '../xml/mend.ts';
import { findPrefix, settleName } from '../xml/vocabulary.ts';
import { type SitemapCollector, sitemapCollector } from './collector.ts';
import type { SitemapEntry } from './sitemap-entry.ts';

/** A sitemap or an index, in the order of the document. */
export interface SitemapElements {
  readonly kind: 'urlset' | 'index' | undefined;
  readonly urls: readonly SitemapEntry[];
  readonly sitemaps: readonly SitemapEntry[];
  readonly mended: Mended;
}

/** Prefixes of sitemaps that bind none. */
const UNBOUND: ReadonlyMap<string, string> = new Map(
  Object.entries({ sitemap: '', sm: '', s: '', n: 'news' }),
);

/** More prefixes than that were made to exhaust a reader; sitemaps bind five. */
const MOST_PREFIXES = 100;

/** Entries left open after which the parser forgets them: each makes the next tag slower. */
const MOST_OPEN = 500;

/** How much is parsed at a time, in UTF-16 units. */
const PIECE = 32_768;

/** The text in pieces that begin with a tag. */
function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('<', from + PIECE);
    const until = next < 0 ? text.length : next;
    yield text.slice(from, until);
    from = until;
  }
}

/** Reads the XML of a sitemap, however broken, 50,000 entries at most. */
export function readSitemapXml(text: string, url: string): SitemapElements {
  const prefixes = new Map(UNBOUND);
  const collector = sitemapCollector(url);
  let isAtEnd = false;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        depth += 1;
        bindPrefixes(attributes, prefixes);
        collector.open(settleName(tag, prefixes));
        if (collector.isFull()) parser.pause();
      },
      ontext: (piece) => collector.text(piece),
      // What is still open at the end was cut off there.
      onclosetag(tag, isImplied) {
        depth -= 1;
        collector.close(settleName(tag, prefixes), isImplied && isAtEnd);
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (const piece of piecesOf(mendXml(text))) {
    parser.write(piece);
    if (depth <= MOST_OPEN) continue;
    // The collector knows what is open; the parser would look through all of it at each tag.
    parser.reset();
    depth = 0;
  }
  isAtEnd = true;
  parser.end();
  return resultOf(collector);
}

function resultOf({ kind, urls, sitemaps, mended }: SitemapCollector): SitemapElements {
  return { kind: kind(), urls, sitemaps, mended: mended.counts };
}

/** Takes up the namespaces that an element binds; a sitemap binds its own on the root. */
function bindPrefixes(attributes: Record<string, string>, prefixes: Map<string, string>): void {
  for (const [name, namespace] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns:')) continue;
    const usual = findPrefix(namespace);
    const isRoom = prefixes.size < MOST_PREFIXES;
    if (usual !== undefined && isRoom) prefixes.set(name.slice('xmlns:'.length), usual);
  }
}
