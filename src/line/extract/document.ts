import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { DomHandler, type Document as Tree } from 'domhandler';
import type { Gathered } from './gathered.ts';
import { NestingParser } from './nesting.ts';
import { walk } from './walk.ts';

/**
 * Longest page that is read, in UTF-16 units; what follows is left out. The largest news pages
 * seen hold 2 million, nearly all of it script.
 */
const MAX_LENGTH = 3_000_000;

/** A page parsed once, with what one walk over it gathered. */
export interface Document extends Gathered {
  readonly url: string;
  readonly root: Tree;
  /** The tree as Cheerio serves it to crawlers and selectors; made when first asked for. */
  readonly query: () => CheerioAPI;
}

/** Parses a page with htmlparser2, bounded in depth and length; any text gives a document. */
export function parseDocument(html: string, url: string): Document {
  const text = html.length > MAX_LENGTH ? html.slice(0, MAX_LENGTH) : html;
  const handler = new DomHandler();
  new NestingParser(handler, text).end(text);
  const { root } = handler;
  let query: CheerioAPI | undefined;
  return {
    url,
    root,
    query: () => {
      query ??= load(root);
      return query;
    },
    ...walk(root),
  };
}
