import type { Route } from '../../../record/source.ts';
import type { Home } from './home.ts';

/** Where systems keep their feeds when the page does not say, the most common first. */
const FEED_PATHS = ['/feed/', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/feeds/posts/default'];

/** Where plug-ins keep a news sitemap when robots.txt does not say. */
const SITEMAP_PATHS = [
  '/news-sitemap.xml',
  '/sitemap-news.xml',
  '/sitemap_news.xml',
  '/sitemap.xml',
];

/** Sections that are tried: the first of a menu are the ones that matter. */
const MOST_SECTIONS = 6;

/** A route to try, and whether the site named it or it is only where such things usually are. */
export interface Candidate {
  readonly route: Route;
  readonly isNamed: boolean;
}

/**
 * Routes worth trying for a site: those that it names, then the usual places. A kind that is
 * named is not guessed as well.
 * @param sitemaps as robots.txt names them
 */
export function candidatesOf(home: Home, sitemaps: readonly string[]): Candidate[] {
  const at = (path: string): string => new URL(path, home.url).href;
  const feeds = home.feeds.map(({ url }) => url);
  const isNews = sitemaps.filter((url) => /news|اخبار/iu.test(url));
  const named = isNews.length > 0 ? isNews : sitemaps;
  const api =
    home.wordpress ??
    (/wordpress/iu.test(home.generator ?? '') ? at('/wp-json/wp/v2/posts') : undefined);
  return [
    ...(feeds.length > 0 ? feeds : FEED_PATHS.map(at)).map((feed) => ({
      route: { feed },
      isNamed: feeds.length > 0,
    })),
    ...(named.length > 0 ? named : SITEMAP_PATHS.map(at)).map((newsSitemap) => ({
      route: { newsSitemap },
      isNamed: named.length > 0,
    })),
    ...(api ? [{ route: { wordpress: api }, isNamed: home.wordpress !== undefined }] : []),
    // The home page lists the newest of all sections.
    ...[home, ...home.sections.slice(0, MOST_SECTIONS)].map(({ url }) => ({
      route: { section: url },
      isNamed: true,
    })),
  ];
}
