import { matchKey } from '../../arabic/key.ts';
import type { Document } from './document.ts';

/**
 * The memory of a site: which blocks its articles' pages repeat. A JSON value, bounded, that is
 * kept by source and handed in with the next page.
 */
export interface Furniture {
  /** Pages learnt from, at most 1,000 counted. */
  readonly pages: number;
  /** Number of pages by the hash of a block's key, in base 36. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Most hashes kept: with up to 7 characters and a count each about 30 KB in Redis. */
const MAX_HASHES = 2_000;

/** Pages from which the memory speaks: two alike may be copies of one article. */
const LEARNT_PAGES = 3;

/** A block is furniture from this share of the pages, and on at least three of them. */
const RECURRENCE = 0.3;

/** Longest block that is learnt, in UTF-16 units: longer ones repeat only with the article. */
const MAX_LENGTH = 400;

/** Learns a page: the memory with each of its distinct blocks counted once. Pure. */
export function learnFurniture(furniture: Furniture | undefined, document: Document): Furniture {
  const counts = new Map(Object.entries(furniture?.counts ?? {}));
  for (const hash of hashesOf(document)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const pages = (furniture?.pages ?? 0) + 1;
  return { pages, counts: Object.fromEntries(counts.size > MAX_HASHES ? prune(counts) : counts) };
}

/** True where a text recurred on the site's pages, once the memory holds three. */
export function isFurniture(furniture: Furniture | undefined, text: string): boolean {
  if (!furniture || furniture.pages < LEARNT_PAGES || text.length > MAX_LENGTH) return false;
  const count = furniture.counts[hashOf(text)] ?? 0;
  return count >= LEARNT_PAGES && count / Math.min(furniture.pages, KEPT_PAGES) >= RECURRENCE;
}

/** Counts are halved beyond this many pages, so that a redesign is forgotten in as many. */
const KEPT_PAGES = 100;

function hashesOf(document: Document): ReadonlySet<string> {
  const texts = document.blocks.filter(({ text }) => text.length <= MAX_LENGTH);
  return new Set(texts.map(({ text }) => hashOf(text)));
}

/** Keeps the blocks that recur; of those seen once, the latest, which stand at the end. */
function prune(counts: ReadonlyMap<string, number>): [string, number][] {
  const sorted = [...counts].reverse().sort((a, b) => b[1] - a[1]);
  return sorted.slice(0, MAX_HASHES).reverse();
}

/** FNV-1a of a block's key, 32 bits in base 36: a collision costs a label among 2,000 once in 2 million. */
function hashOf(text: string): string {
  const key = matchKey(text);
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1)
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
