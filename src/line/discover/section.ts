import type { CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import type { Crawler } from '../../crawler.ts';
import { loadTree } from '../../markup.ts';
import { selectBounded } from '../../select.ts';
import { findCardLinks } from './section/cards.ts';
import { findBelow, headlineOf } from './section/link-headline.ts';
import type { SectionLink } from './section/section-link.ts';

export type { SectionLink } from './section/section-link.ts';

/** How a listing is read. */
export interface SectionRules {
  /** Of the page, the base of its links. */
  readonly url: string;
  /** Of the links to articles, from the source's file. */
  readonly selector?: string;
  readonly crawler?: Crawler;
}

/** More links on one page are an archive or a trap. */
const MOST_LINKS = 500;

/**
 * The links to articles on a listing: by the source's selector, else by its crawler, else by
 * finding the card that repeats. Each URL once, in the order of the page.
 */
export function readSection(page: string | CheerioAPI, rules: SectionRules): SectionLink[] {
  const $ = typeof page === 'string' ? loadTree(page) : page;
  const base = $('base[href]').attr('href');
  const url = base && URL.canParse(base, rules.url) ? new URL(base, rules.url).href : rules.url;
  const links = linksBy($, { ...rules, url });
  const distinct = new Map<string, SectionLink>();
  for (const link of links) {
    const known = distinct.get(link.url);
    // The picture's link often comes before the headline's, and has no text.
    if (!known || (!known.title && link.title)) distinct.set(link.url, { ...known, ...link });
    if (distinct.size >= MOST_LINKS) break;
  }
  return [...distinct.values()];
}

function linksBy($: CheerioAPI, { url, selector, crawler }: SectionRules): SectionLink[] {
  const own = selector ?? (typeof crawler?.discover === 'string' ? crawler.discover : undefined);
  if (own !== undefined) return selected($, own, url);
  if (typeof crawler?.discover !== 'function') return findCardLinks($, url);
  return crawler
    .discover($, url)
    .flatMap((href) => absolute(href, url))
    .map((href) => ({ url: href }));
}

function selected($: CheerioAPI, selector: string, base: string): SectionLink[] {
  const [root] = $.root().toArray();
  return (root ? selectBounded(root, selector) : []).flatMap((element) => {
    const isLink = ({ name, attribs }: Element): boolean => name === 'a' && 'href' in attribs;
    const anchor = element.name === 'a' ? element : findBelow(element, isLink);
    const [url] = absolute(anchor?.attribs.href ?? '', base);
    const title = (anchor && headlineOf(anchor)) ?? headlineOf(element);
    return url === undefined ? [] : [{ url, ...(title ? { title } : {}) }];
  });
}

function absolute(href: string, base: string): string[] {
  if (!URL.canParse(href, base)) return [];
  const url = new URL(href, base);
  url.hash = '';
  return /^https?:$/u.test(url.protocol) ? [url.href] : [];
}
