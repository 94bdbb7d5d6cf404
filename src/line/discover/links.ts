import type { Link, RouteKind } from '../../record/link.ts';
import type { Feed, FeedEntry } from './feed/feed-entry.ts';
import { judgeUrl, type UrlFault } from './link-url.ts';
import type { Sitemap, SitemapEntry } from './news-sitemap.ts';
import { plainText } from './plain-text.ts';
import type { SectionLink } from './section.ts';
import type { Posts } from './wordpress.ts';

/** What a route gave: a feed, a sitemap, the posts of an API, or the links of a section page. */
export type RouteDocument = Feed | Sitemap | Posts | readonly SectionLink[];

/** Where and when links were met. */
export interface Meeting {
  readonly source: string;
  readonly route: { readonly kind: RouteKind; readonly url: string };
  readonly visit: string;
  readonly now: Date;
}

/** Links, and how many of the document's were left out for which fault. */
export interface JudgedLinks {
  readonly links: Link[];
  readonly dropped: Partial<Record<UrlFault | 'absent' | 'repeated', number>>;
}

/** What one document may add: the most a sitemap may hold (sitemaps.org). */
const MOST_LINKS = 50_000;

/** A title, a name or a guid that is longer says something else, in UTF-16 units. */
const LONGEST_TEXT = 1000;

/** Full text of a feed is kept to that; a longer one is fetched as a page, in UTF-16 units. */
const LONGEST_CONTENT = 500_000;

/** The links of a document, each once, as a visit met them. */
export function linksOf(document: RouteDocument, meeting: Meeting): Link[] {
  return judgeLinks(document, meeting).links;
}

/** The links of a document and what was dropped, so that a visit's line can count it. */
export function judgeLinks(document: RouteDocument, meeting: Meeting): JudgedLinks {
  const links = new Map<string, Link>();
  const dropped: JudgedLinks['dropped'] = {};
  for (const entry of entriesOf(document)) {
    if (links.size >= MOST_LINKS) break;
    const verdict = judgeUrl(entry.url, meeting.route.url);
    if ('url' in verdict && !links.has(verdict.url)) {
      links.set(verdict.url, makeLink(verdict.url, entry, meeting));
      continue;
    }
    const reason = 'fault' in verdict ? verdict.fault : 'repeated';
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  }
  return { links: [...links.values()], dropped };
}

type Stated = Partial<Omit<Link, 'source' | 'route' | 'firstSeen' | 'visit'>>;

function entriesOf(document: RouteDocument): Stated[] {
  if (!('kind' in document)) return document.map(ofSection);
  return document.kind === 'feed' || document.kind === 'posts'
    ? document.entries.map(ofFeed)
    : document.entries.map(ofSitemap);
}

function ofFeed(entry: FeedEntry): Stated {
  const { id, published, updated, author, categories, summary, content, image } = entry;
  const url = entry.originalLink ?? entry.link ?? (isHttp(id) ? id : undefined);
  return {
    ...(url ? { url } : {}),
    ...(id ? { guid: id } : {}),
    ...(entry.title ? { title: plainText(entry.title) } : {}),
    ...(published ? { published } : {}),
    ...(updated ? { updated } : {}),
    ...(author ? { author: [...author] } : {}),
    ...(categories ? { categories: [...categories] } : {}),
    ...(summary ? { summary } : {}),
    ...(content && content.length <= LONGEST_CONTENT ? { content } : {}),
    ...(image ? { image } : {}),
  };
}

const isHttp = (text: string | undefined): boolean => /^https?:\/\//iu.test(text ?? '');

function ofSitemap(entry: SitemapEntry): Stated {
  const { url, title, published, lastModified, keywords, image } = entry;
  return {
    url,
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    ...(lastModified ? { updated: lastModified } : {}),
    ...(keywords ? { categories: [...keywords] } : {}),
    ...(image ? { image } : {}),
  };
}

function ofSection({ url, title, published }: SectionLink): Stated {
  return { url, ...(title ? { title } : {}), ...(published ? { published } : {}) };
}

function makeLink(url: string, stated: Stated, meeting: Meeting): Link {
  const { source, route, visit, now } = meeting;
  const { url: _, guid, title, summary, ...rest } = stated;
  return {
    ...rest,
    ...(guid ? { guid: guid.slice(0, LONGEST_TEXT) } : {}),
    ...(title ? { title: title.slice(0, LONGEST_TEXT) } : {}),
    ...(summary ? { summary: summary.slice(0, LONGEST_CONTENT) } : {}),
    url,
    source,
    route: { kind: route.kind, url: route.url },
    firstSeen: now.toISOString(),
    visit,
  };
}
