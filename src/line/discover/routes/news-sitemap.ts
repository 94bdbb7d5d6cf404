import type { Page } from '../../../record/fetched-page.ts';
import type { RouteDocument } from '../../../record/route.ts';
import type { StatedLink } from '../links.ts';
import type { SitemapEntry } from '../sitemap/sitemap-entry.ts';
import { type RouteDefinition, type RouteReading, STATED_DATES } from './route.ts';

/** Sitemaps of an index that one visit follows: the newest hold the news. */
const FOLLOWED = 5;

/** Sitemaps of one index that a backfill asks for: five years of daily ones. */
const FOLLOWED_BACK = 2000;

/**
 * Where publishing systems keep sitemaps when robots.txt does not say: those of the news, then the
 * indexes of Yoast and others, of most systems, and of WordPress itself.
 */
const USUAL_PATHS = [
  ...['/news-sitemap.xml', '/sitemap-news.xml', '/sitemap_news.xml'],
  ...['/sitemap_index.xml', '/sitemap.xml', '/sitemap-index.xml', '/wp-sitemap.xml'],
];

/** Sitemaps that a site names which are tried: each may be an index of three documents. */
const MOST_TRIED = 3;

/** News sitemaps, and indexes of sitemaps (sitemaps.org). */
export const newsSitemap = {
  about: 'A news sitemap or an index of sitemaps',
  settings: {},
  label: 'a sitemap with articles',
  dates: STATED_DATES,
  first: (url) => ({ url, further: FOLLOWED }),
  read: (page, { task }) => readDocument(page, task),
  past: {
    stage: 'indexes',
    begin: (first, span) => ({ ...first, further: FOLLOWED_BACK, span }),
  },
  survey: {
    candidates({ url }, sitemaps) {
      const isNews = sitemaps.filter((sitemap) => /news|اخبار/iu.test(sitemap));
      const named = isNews.length > 0 ? isNews : sitemaps;
      return [
        ...named.map((address) => ({ url: address, isNamed: true })),
        ...USUAL_PATHS.map((path) => ({ url: new URL(path, url).href, isNamed: false })),
      ];
    },
    // A sitemap of all pages does not tell that there is none of the news.
    isFound: (links) => links.some(({ published }) => published !== undefined),
    most: { alone: MOST_TRIED, beside: MOST_TRIED },
    isNamedByArticles: false,
    isMissed: true,
  },
} satisfies RouteDefinition;

async function readDocument({ text, url }: Page, task: RouteDocument): Promise<RouteReading> {
  const { readSitemap } = await import('../news-sitemap.ts');
  const { sitemapsWithin } = await import('../archive-span.ts');
  const { span } = task;
  // Of a backfill the index is cut only after those of the time are chosen: the old stand last.
  const document = readSitemap(text, { url, ...(span ? { most: Number.POSITIVE_INFINITY } : {}) });
  const named = span ? sitemapsWithin(document.sitemaps, span) : document.sitemaps;
  // An index may name indexes; each level may follow less, so that the visit ends.
  const further = named.slice(0, task.further).map(
    (sitemap): RouteDocument => ({
      url: sitemap.url,
      further: Math.floor(task.further / 2),
      ...(span ? { span } : {}),
      ...(task.isFromRobots ? { isFromRobots: true } : {}),
    }),
  );
  return { entries: document.entries.map(linkOfEntry), further, mended: document.mended };
}

function linkOfEntry(entry: SitemapEntry): StatedLink {
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
