import { type RouteDefinition, STATED_DATES } from './route.ts';

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

/** RSS, Atom and JSON feeds. */
export const feed = {
  about: 'An RSS, Atom or JSON feed',
  settings: {},
  label: 'a feed',
  dates: STATED_DATES,
  first: (url) => ({ url, further: 0 }),
  async read({ text, url, headers }, { language }) {
    const { readFeed } = await import('../feed.ts');
    const { findHubOffer } = await import('../websub.ts');
    const { linksOfFeed } = await import('../entry-links.ts');
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
  past: { stage: 'listings', begin: (first) => first },
  survey: {
    candidates: ({ feeds, url }) => [
      ...feeds.map((named) => ({ url: named.url, isNamed: true })),
      ...USUAL_PATHS.map((path) => ({ url: new URL(path, url).href, isNamed: false })),
    ],
    isFound: (links) => links.length > 0,
    most: { alone: MOST_TRIED, beside: MOST_TRIED },
    isNamedByArticles: true,
    isMissed: true,
  },
} satisfies RouteDefinition;
