import type { Feed, FeedEntry } from '../feed/feed-entry.ts';
import { plainTitle } from '../feed/plain-title.ts';
import { readFeed } from '../feed.ts';
import type { StatedLink } from '../links.ts';
import { findHubOffer } from '../websub.ts';
import type { RouteDefinition } from './route.ts';

/** Where systems keep their feeds when the page does not say, the most common first. */
const USUAL_PATHS = [
  '/feed/',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/feeds/posts/default',
];

/** Feeds that are tried of a site: busy portals name one a section. */
const MOST_TRIED = 4;

/** Full text of a feed is kept to that; a longer one is fetched as a page, in UTF-16 units. */
const LONGEST_CONTENT = 500_000;

/** RSS, Atom and JSON feeds. */
export const feed: RouteDefinition<'feed'> = {
  label: 'a feed',
  first: ({ feed: url }) => ({ kind: 'feed', url, further: 0 }),
  read({ text, url, headers }, { language }) {
    const document = readFeed(text, { url, language });
    const offer = findHubOffer({ url, link: headers.link, feed: document });
    return {
      entries: linksOfFeed(document),
      further: [],
      ...(document.mended ? { mended: document.mended } : {}),
      ...(document.ttlMs ? { ttlMs: document.ttlMs } : {}),
      push: offer ? { offer } : {},
    };
  },
  past: { stage: 'listings', task: (task) => task },
  survey: {
    candidates: ({ feeds, url }) => [
      ...feeds.map((named) => ({ route: { feed: named.url }, isNamed: true })),
      ...USUAL_PATHS.map((path) => ({
        route: { feed: new URL(path, url).href },
        isNamed: false,
      })),
    ],
    isFound: (links) => links.length > 0,
    most: { alone: MOST_TRIED, beside: MOST_TRIED },
    isNamedByArticles: true,
    isMissed: true,
  },
};

/** What a feed says of the articles that it names. */
export function linksOfFeed({ entries }: Pick<Feed, 'entries'>): StatedLink[] {
  return entries.map(linkOfEntry);
}

/** What an entry says of its article; the posts of an API have the same fields. */
export function linkOfEntry(entry: FeedEntry): StatedLink {
  const { id, published, updated, author, categories, summary, content, image } = entry;
  const { enclosures } = entry;
  const url = entry.originalLink ?? entry.link ?? (isHttp(id) ? id : undefined);
  return {
    ...(url ? { url } : {}),
    ...(id ? { guid: id } : {}),
    ...(entry.title ? { title: plainTitle(entry.title, entry.isTitleMarkup) } : {}),
    ...(published ? { published } : {}),
    ...(updated ? { updated } : {}),
    ...(author ? { author: [...author] } : {}),
    ...(categories ? { categories: [...categories] } : {}),
    ...(summary ? { summary } : {}),
    ...(content && content.length <= LONGEST_CONTENT ? { content } : {}),
    ...(image ? { image } : {}),
    ...(enclosures ? { enclosures: [...enclosures] } : {}),
  };
}

const isHttp = (text: string | undefined): boolean => /^https?:\/\//iu.test(text ?? '');
