import { type CheerioAPI, load } from 'cheerio/slim';
import { type AnyNode, type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';

/**
 * Longest page that is read, in UTF-16 units; what follows is left out. The largest news pages
 * seen hold 2 million, nearly all of it script.
 */
const MAX_LENGTH = 3_000_000;

/** Deepest tree that is built. Hand-made pages stay below 60; broken ones repeat one unclosed tag. */
const MAX_DEPTH = 256;

/** Most attributes kept on one element; real ones carry below 30, hostile ones a million. */
const MAX_ATTRIBUTES = 100;

/** Parses HTML with htmlparser2, bounded in depth and length; any text gives a tree. */
export function parseTree(html: string): Document {
  const text = html.length > MAX_LENGTH ? html.slice(0, MAX_LENGTH) : html;
  const handler = new DomHandler();
  new NestingParser(handler, text).end(text);
  return handler.root;
}

type Quote = Parameters<Parser['onattribend']>[0];

/**
 * One Cheerio for all pages. Its `load` makes a class for each page, which V8 gives up only when it
 * collects the whole heap, and the page with it: the collections between found every page alive, and
 * they took a quarter of the time of reading. So `$.fn` is one for all pages, too.
 */
const cheerio = load('');

// What is made out of a selection stays with that selection's page.
cheerio.fn._make = function make<T>(selector: ArrayLike<T> | T | string, context?: unknown) {
  const made = Reflect.apply(cheerio, undefined, [selector, context, this._root]);
  made.prevObject = this;
  return made;
};

/** A parsed page as Cheerio serves it. */
export function queryTree(tree: Document): CheerioAPI {
  const query = (...[selector, context, root = tree, options]: Parameters<CheerioAPI>) =>
    cheerio<AnyNode, string>(selector, context, root, options);
  return Object.assign(query, cheerio, { _root: tree, prototype: cheerio.prototype }) as CheerioAPI;
}

/** The tree of a page as Cheerio serves it. */
export const loadTree = (html: string): CheerioAPI => queryTree(parseTree(html));

/**
 * htmlparser2's parser with bounds: elements below depth 256 are left out and their text stays
 * with the last element kept; closing tags that close nothing are dropped before they search the
 * stack. So the cost stays linear in the page and no walk over the tree can overflow.
 */
class NestingParser extends Parser {
  readonly #html: string;
  /** Names of the elements that are open, the innermost last. */
  readonly #names: string[] = [];
  /** How many of each name are open; counted from the first closing tag on that is out of order. */
  #open: Map<string, number> | undefined;
  readonly #dropped = new Map<string, number>();
  #attributes = 0;
  #skipping = false;

  constructor(handler: DomHandler, html: string) {
    super({
      ontext: (data) => handler.ontext(data),
      onopentag: (name, attributes) => {
        handler.onopentag(name, attributes);
        this.#names.push(name);
        this.#count(name, 1);
      },
      onclosetag: (name) => {
        handler.onclosetag();
        this.#names.pop();
        this.#count(name, -1);
      },
      onend: () => handler.onend(),
    });
    this.#html = html;
  }

  #count(name: string, step: 1 | -1): void {
    this.#open?.set(name, (this.#open.get(name) ?? 0) + step);
  }

  #isOpen(name: string): boolean {
    if (this.#open === undefined) {
      this.#open = new Map();
      for (const one of this.#names) this.#count(one, 1);
    }
    return (this.#open.get(name) ?? 0) > 0;
  }

  #nameAt(start: number, end: number): string {
    return this.#html.slice(start, end).toLowerCase();
  }

  override onopentagname(start: number, end: number): void {
    this.#attributes = 0;
    this.#skipping = this.#names.length >= MAX_DEPTH;
    if (this.#skipping) this.#drop(this.#nameAt(start, end));
    else super.onopentagname(start, end);
  }

  #drop(name: string): void {
    if (!this.isVoidElement(name)) this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
  }

  override onopentagend(end: number): void {
    if (!this.#skipping) super.onopentagend(end);
  }

  override onselfclosingtag(end: number): void {
    if (!this.#skipping) super.onselfclosingtag(end);
  }

  override onclosetag(start: number, end: number): void {
    // Most tags close what was opened last: that is known without a copy of their name.
    const last = this.#names.at(-1);
    const isLast =
      last !== undefined && last.length === end - start && this.#html.startsWith(last, start);
    if (isLast && this.#dropped.size === 0) super.onclosetag(start, end);
    else this.#closeOther(start, end);
  }

  #closeOther(start: number, end: number): void {
    const name = this.#nameAt(start, end);
    const dropped = this.#dropped.get(name) ?? 0;
    if (dropped > 0) this.#dropped.set(name, dropped - 1);
    else if (this.isVoidElement(name) || this.#isOpen(name)) super.onclosetag(start, end);
  }

  override onattribname(start: number, end: number): void {
    this.#attributes += 1;
    if (this.#takesAttributes()) super.onattribname(start, end);
  }

  override onattribdata(start: number, end: number): void {
    if (this.#takesAttributes()) super.onattribdata(start, end);
  }

  override onattribentity(codePoint: number): void {
    if (this.#takesAttributes()) super.onattribentity(codePoint);
  }

  override onattribend(quote: Quote, end: number): void {
    if (this.#takesAttributes()) super.onattribend(quote, end);
  }

  #takesAttributes(): boolean {
    return !this.#skipping && this.#attributes <= MAX_ATTRIBUTES;
  }
}
