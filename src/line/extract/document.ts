import type { CheerioAPI } from 'cheerio';
import type { Document as Tree } from 'domhandler';
import { type Html, parseTree, queryTree } from '../../markup.ts';
import type { Gathered } from './gathered.ts';
import { walk } from './walk.ts';

/** A page parsed once, with what one walk over it gathered. */
export interface Document extends Gathered {
  readonly url: string;
  readonly root: Tree;
  /** The tree as Cheerio serves it to crawlers and selectors; made when first asked for. */
  readonly query: () => CheerioAPI;
}

/** Parses a page with htmlparser2, bounded in depth and length; any text gives a document. */
export function parseDocument(html: Html, url: string): Document {
  const root = parseTree(html);
  let query: CheerioAPI | undefined;
  return {
    url,
    root,
    query: () => {
      query ??= queryTree(root);
      return query;
    },
    ...walk(root),
  };
}
