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

/**
 * HTML whole, or in the chunks that it was decoded in: V8 gives each string of more than 64K units
 * memory of its own, which takes ten times as long to map as its bytes take to decode.
 */
export type Html = string | readonly string[];

/** Parses HTML with htmlparser2, bounded in depth and length; any text gives a tree. */
export function parseTree(html: Html): Document {
  const handler = new DomHandler();
  const parser = new NestingParser(handler);
  let room = MAX_LENGTH;
  for (const chunk of typeof html === 'string' ? [html] : html) {
    parser.write(chunk.length > room ? chunk.slice(0, room) : chunk);
    room -= chunk.length;
    if (room <= 0) break;
  }
  parser.end();
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
  /** The chunk that is parsed, where it begins in the page, and the chunk before it. */
  #chunk = '';
  #from = 0;
  #before = '';
  /** Names of the elements that are open, the innermost last. */
  readonly #names: string[] = [];
  /** How many of each name are open; counted from the first closing tag on that is out of order. */
  #open: Map<string, number> | undefined;
  readonly #dropped = new Map<string, number>();
  #attributes = 0;
  #skipping = false;

  constructor(handler: DomHandler) {
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
  }

  override write(chunk: string): void {
    this.#from += this.#chunk.length;
    this.#before = this.#chunk;
    this.#chunk = chunk;
    super.write(chunk);
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

  /** A tag's name. Of one that began before the last two chunks the rest is taken: no name is as long. */
  #nameAt(start: number, end: number): string {
    const [at, until] = [start - this.#from, end - this.#from];
    if (at >= 0) return this.#chunk.slice(at, until).toLowerCase();
    const begun = this.#before.slice(at, Math.min(until, 0) || undefined);
    return (begun + this.#chunk.slice(0, Math.max(until, 0))).toLowerCase();
  }

  #isNamed(name: string, [start, end]: readonly [number, number]): boolean {
    if (name.length !== end - start) return false;
    const at = start - this.#from;
    return at < 0 ? this.#nameAt(start, end) === name : this.#chunk.startsWith(name, at);
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
    const isLast = last !== undefined && this.#isNamed(last, [start, end]);
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
