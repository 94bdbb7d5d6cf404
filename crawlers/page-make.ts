import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

/** What tells the make of a page: what stands in its head, and on and right below its body. */
export interface PageMake {
  /** Contents of the `generator` metas, in one text: `WordPress 6.8.3`, `Drupal 10`. */
  readonly generator: string;
  /** Classes of `body`, with a space at both ends, and its id. */
  readonly bodyClass: string;
  readonly bodyId: string;
  /** Ids of the elements right below `body`, with a space at both ends. */
  readonly ids: string;
  /** Addresses of the style sheets and scripts in the head, one a line. */
  readonly assets: string;
}

const makes = new WeakMap<CheerioAPI, PageMake>();

/**
 * Reads the make of a page. It looks at some dozens of elements where a selector would walk them
 * all, once for each crawler and page; the result is kept with the page.
 */
export function pageMake($: CheerioAPI): PageMake {
  const known = makes.get($);
  if (known) return known;
  const top = elementsOf($.root().get(0)?.children ?? []);
  const html = top.find(({ name }) => name === 'html');
  const parts = html ? elementsOf(html.children) : top;
  const body = parts.find(({ name }) => name === 'body');
  const make = makeOf(parts, body);
  makes.set($, make);
  return make;
}

function makeOf(parts: readonly Element[], body: Element | undefined): PageMake {
  const head = parts.find(({ name }) => name === 'head');
  const metas = elementsOf(head?.children ?? []);
  const generators = metas.filter(({ attribs }) => /^generator$/i.test(attribs.name ?? ''));
  const below = elementsOf(body?.children ?? []);
  return {
    generator: generators.map(({ attribs }) => attribs.content ?? '').join(' '),
    bodyClass: ` ${body?.attribs.class ?? ''} `,
    bodyId: body?.attribs.id ?? '',
    ids: ` ${below.map(({ attribs }) => attribs.id ?? '').join(' ')} `,
    assets: metas.map(({ attribs }) => attribs.href ?? attribs.src ?? '').join('\n'),
  };
}

function elementsOf(nodes: readonly AnyNode[]): readonly Element[] {
  return nodes.filter((node): node is Element => 'attribs' in node);
}
