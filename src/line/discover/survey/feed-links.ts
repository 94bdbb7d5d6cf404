import type { CheerioAPI } from 'cheerio';
import { shortText } from '../section/link-headline.ts';
import type { NamedUrl } from './sections.ts';

/** Types of feeds in `link rel=alternate` (RSS autodiscovery, JSON Feed). */
const FEED_TYPES = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)$/iu;

/** Feeds that do not hold the site's articles. */
const NO_NEWS = /comment|تعليق/iu;

/** Addresses of feeds that a page links to where people see them: `/rss`, `/ar/feed/`, `rss.php?id=1`. */
const FEED_ADDRESS =
  /(?:^|[/._-])(?:rss|atom|feed|feeds|rdf)(?:$|[/._?-])|[?&](?:feed|format)=(?:rss|atom)/iu;

/** More feeds on one page are one for each tag. */
const MOST_FEEDS = 20;

/** The feeds that a page names: in its head, else those it links to on the same site. */
export function findFeeds($: CheerioAPI, url: string): NamedUrl[] {
  const stated = $('link[rel~=alternate][href]')
    .toArray()
    .filter((link) => FEED_TYPES.test($(link).attr('type')?.trim() ?? ''))
    .map((link) => ({ name: $(link).attr('title') ?? '', url: $(link).attr('href') ?? '' }));
  const feeds = resolved(stated, url);
  return feeds.length > 0 ? feeds : linkedFeeds($, url);
}

function linkedFeeds($: CheerioAPI, url: string): NamedUrl[] {
  const { host } = new URL(url);
  const links = $('a[href]')
    .toArray()
    .filter((link) => FEED_ADDRESS.test(link.attribs.href ?? ''))
    .map((link) => ({ name: shortText(link) ?? '', url: link.attribs.href ?? '' }));
  return resolved(links, url).filter((feed) => new URL(feed.url).host === host);
}

function resolved(links: readonly NamedUrl[], base: string): NamedUrl[] {
  const feeds = links
    .filter(({ name, url }) => !NO_NEWS.test(`${name} ${url}`) && URL.canParse(url, base))
    .map(({ name, url }) => ({ name, url: new URL(url, base).href }))
    .filter(({ url }) => /^https?:/u.test(url));
  return [...new Map(feeds.map((feed) => [feed.url, feed])).values()].slice(0, MOST_FEEDS);
}
