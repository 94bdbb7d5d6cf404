import type { CheerioAPI } from 'cheerio';
import { type Element, isTag } from 'domhandler';
import { headlineOf } from './link-headline.ts';
import { canBeArticle, isArticlePath } from './path.ts';
import type { SectionLink } from './section-link.ts';

/** Links that are looked at on a page; more are a site map or a trap. */
const MOST_ANCHORS = 5000;

/** A headline has so many words at least; a text with fewer is the name of a section. */
const FEWEST_WORDS = 4;

/** So many words are a headline whatever the address looks like: menus name things in fewer. */
const HEADLINE_WORDS = 6;

/** Cards that are repeated less often are no listing. */
const FEWEST_CARDS = 3;

interface Card extends SectionLink {
  readonly shape: string;
}

/**
 * Finds the headlines of a listing without a selector: links to articles of the same site that
 * stand in the same markup, again and again. A listing may have several such cards.
 */
export function findCardLinks($: CheerioAPI, url: string): SectionLink[] {
  const cards = $('a[href]')
    .slice(0, MOST_ANCHORS)
    .toArray()
    .flatMap((element) => cardOf(element, url));
  const count = new Map<string, Set<string>>();
  for (const { shape, url: own } of cards)
    count.set(shape, (count.get(shape) ?? new Set()).add(own));
  const repeated = cards.filter(({ shape }) => (count.get(shape)?.size ?? 0) >= FEWEST_CARDS);
  return repeated.map(({ shape: _, ...link }) => link);
}

function cardOf(anchor: Element, base: string): Card[] {
  const href = anchor.attribs.href ?? '';
  if (!URL.canParse(href, base)) return [];
  const url = new URL(href, base);
  url.hash = '';
  const title = headlineOf(anchor) ?? '';
  const isOwn = siteOf(url.hostname) === siteOf(new URL(base).hostname);
  const words = title.split(' ').length;
  const isHeadline = words >= HEADLINE_WORDS && canBeArticle(url.href);
  const isArticle = words >= FEWEST_WORDS && isArticlePath(url.href);
  if (!isOwn || !(isHeadline || isArticle) || isBoilerplate(anchor)) return [];
  return [{ url: url.href, title, shape: shapeOf(anchor) }];
}

/** The last two labels of a host: enough to see that `m.` and `www.` are one site. */
const siteOf = (host: string): string => host.split('.').slice(-2).join('.');

/** Classes of what stands on every page, whole words of the list. */
const MENU_CLASSES = new Set(['menu', 'breadcrumb', 'breadcrumbs']);

function isMenu({ name, attribs }: Element): boolean {
  if (name === 'nav' || name === 'footer' || attribs.role === 'navigation') return true;
  return (attribs.class ?? '').split(/\s+/u).some((one) => MENU_CLASSES.has(one));
}

/** The element above; undefined at the top. */
function parentOf({ parent }: Element): Element | undefined {
  return parent && isTag(parent) ? parent : undefined;
}

function isBoilerplate(anchor: Element): boolean {
  for (let at: Element | undefined = anchor; at; at = parentOf(at)) if (isMenu(at)) return true;
  return false;
}

/** How many ancestors make the shape of a card: link, heading, text box, card. */
const SHAPE_DEPTH = 4;

/** The tags and classes above a link, without what numbers one card among others. */
function shapeOf(anchor: Element): string {
  const names: string[] = [];
  let at: Element | undefined = anchor;
  for (let depth = 0; depth < SHAPE_DEPTH && at; depth += 1) {
    const classes = (at.attribs.class ?? '').split(/\s+/u).filter((name) => !/\d/u.test(name));
    names.push(`${at.name}.${classes.slice(0, 2).join('.')}`);
    at = parentOf(at);
  }
  return names.join('<');
}
