import { createHash } from 'node:crypto';
import type { ArticleDraft } from '../record/article.ts';
import type { Sketch } from '../record/sketch.ts';

/** The digests as scripts compare them: `name=digest`, in the order of the record's fields. */
export function fieldList(fields: Sketch['fields']): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/** The digests by their names, of a list that {@link fieldList} made. */
export function parseFieldList(list: string): Record<string, string> {
  const entries = list.split(' ').map((entry) => entry.split('=') as [string, string]);
  return list === '' ? {} : Object.fromEntries(entries);
}

/**
 * Under what else an article is known: its addresses and its text. The source is part of each, so
 * that a copy whose canonical link names the origin is not taken for the origin.
 */
export function aliases(draft: ArticleDraft, sketch: Sketch): string[] {
  const texts = sketch.content === '' ? [] : [`text ${sketch.content}`];
  const names = [draft.url, ...draft.otherUrls, ...texts];
  return [...new Set(names)].slice(0, ALIASES).map((name) => aliasOf(draft.source.id, name));
}

/** The digest under which a title leads to its article for a week; empty for a heading or a short text. */
export const titleAlias = (draft: ArticleDraft, { title }: Sketch): string =>
  title === '' ? '' : aliasOf(draft.source.id, `title ${title}`);

/** A page states a handful of addresses of itself; a longer list is not of one article. */
const ALIASES = 16;

/**
 * The digest under which a source's address or text is kept, 96 bits of SHA-256: no two addresses
 * of ten million articles share them.
 */
export function aliasOf(source: string, name: string): string {
  const hash = createHash('sha256').update(`${source}\n${name}`);
  return hash.digest().subarray(0, 12).toString('base64url');
}
