import { matchKey } from '../../arabic/key.ts';
import { statedUrl } from './absolute-url.ts';
import type { Document } from './document.ts';
import { oneLine, textOf } from './metadata.ts';
import { titleParts } from './site-name.ts';

/**
 * The memory of a site: which blocks its articles' pages repeat. Bounded, kept by source and handed in
 * with the next page.
 */
export interface Boilerplate {
  /** Pages learnt from; counts and pages are halved together when they reach 200. */
  readonly pages: number;
  /**
   * Number of pages by the hash of a block's key, in base 36. A Map, since each page copies it: an object
   * of 2,000 names takes 0.35 ms to copy, a twentieth of a page's reading, and a Map a quarter of that.
   */
  readonly counts: ReadonlyMap<string, number>;
  /** Hashes of the latest articles' addresses and texts: one that is read again teaches nothing. */
  readonly learnt: readonly string[];
}

/** Most hashes kept: with up to 7 characters and a count each about 30 KB in Redis. */
const MAX_HASHES = 2_000;

/** Hashes left where there are more than that, so that not every page sorts them. */
const PRUNED_HASHES = 1_500;

/** Most hashes of articles kept, two or three each: more than a source's revisits hold at a time. */
const MAX_LEARNT = 500;

/** Pages at which counts are halved, so that a redesign is forgotten within some hundred. */
const MAX_PAGES = 200;

/** Pages from which the memory speaks: two alike may be copies of one article. */
const LEARNT_PAGES = 2;

/** A block is boilerplate from this share of the pages, and on at least two of them. */
const RECURRENCE = 0.3;

/** Longest block that is learnt, in UTF-16 units: longer ones repeat only with the article. */
const MAX_LENGTH = 400;

/**
 * Learns a page: the memory with each of its distinct blocks counted once. An article that was learnt
 * under another address (its AMP twin, one with a query) is known by what it states as its address
 * and by its text, and teaches nothing again. Pure.
 */
export function learnBoilerplate(
  boilerplate: Boilerplate | undefined,
  document: Document,
): Boilerplate {
  const before = boilerplate ?? { pages: 0, counts: new Map<string, number>(), learnt: [] };
  const own = articleHashes(document);
  if (own.some((hash) => before.learnt.includes(hash))) return before;
  const counts = new Map(before.counts);
  for (const hash of hashesOf(document)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const learnt = [...before.learnt, ...own].slice(-MAX_LEARNT);
  const pages = before.pages + 1;
  return pages < MAX_PAGES
    ? { pages, counts: prune(counts), learnt }
    : { pages: pages / 2, counts: halve(counts), learnt };
}

/** Paragraphs, the longest ones, that tell an article together with its title. */
const TELLING = 2;

/** What an article is known by: the address asked for, the one it states, its title with its text. */
function articleHashes(document: Document): readonly string[] {
  const stated = statedUrl(document);
  const isOwn = stated !== undefined && new URL(stated).pathname !== '/';
  const title = document.head.find(({ name }) => name === 'title');
  const name = oneLine(title ? textOf(title) : '').slice(0, MAX_LENGTH);
  const [part = name] = [...titleParts(name)].sort((a, b) => b.length - a.length);
  const texts = [...document.blocks].sort((a, b) => b.mass - a.mass).slice(0, TELLING);
  const text = texts.filter(({ mass }) => mass > 0).map((block) => matchKey(block.text));
  const told = text.length > 0 ? [`text ${matchKey(part)} ${text.join(' ')}`] : [];
  return [...new Set([document.url, ...(isOwn ? [stated] : []), ...told])].map(hashOf);
}

/** True where a text recurred on the site's other pages, once the memory holds two. */
export function isBoilerplate(boilerplate: Boilerplate | undefined, text: string): boolean {
  if (!boilerplate || boilerplate.pages < LEARNT_PAGES || text.length > MAX_LENGTH) return false;
  const count = boilerplate.counts.get(hashOf(matchKey(text))) ?? 0;
  return count >= LEARNT_PAGES && count / boilerplate.pages >= RECURRENCE;
}

/** True where a part of a title recurs in the titles of the site's other pages: a name or a section. */
export function isTitlePart(boilerplate: Boilerplate | undefined, part: string): boolean {
  return isBoilerplate(boilerplate, titleKey(part));
}

const titleKey = (part: string): string => `title ${part.trim()}`;

function hashesOf(document: Document): ReadonlySet<string> {
  const texts = document.blocks.filter(({ text }) => text.length <= MAX_LENGTH);
  const titles = document.head.filter(({ name }) => name === 'title').slice(0, 1);
  const parts = titles.flatMap((title) => titleParts(oneLine(textOf(title)).slice(0, MAX_LENGTH)));
  return new Set(
    [...texts.map(({ text }) => text), ...parts.map(titleKey)].map((text) =>
      hashOf(matchKey(text)),
    ),
  );
}

/** Keeps the blocks that recur; of those seen once, the latest, which stand at the end. */
function prune(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  if (counts.size <= MAX_HASHES) return counts;
  const sorted = [...counts].reverse().sort((a, b) => b[1] - a[1]);
  return new Map(sorted.slice(0, PRUNED_HASHES).reverse());
}

/** Halves the counts; a block seen once is forgotten. */
function halve(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const halved = [...counts].map(([hash, count]) => [hash, Math.floor(count / 2)] as const);
  return prune(new Map(halved.filter(([, count]) => count > 0)));
}

/** FNV-1a, 32 bits in base 36: among 2,000 hashes a foreign label meets one once in 2 million. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
