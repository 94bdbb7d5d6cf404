import { load } from 'cheerio/slim';
import { isBefore, sitemapsWithin } from '../line/discover/archive-span.ts';
import { readFeed } from '../line/discover/feed.ts';
import type { RouteDocument } from '../line/discover/links.ts';
import { readSitemap } from '../line/discover/news-sitemap.ts';
import { hasNextPosts, postsAddress } from '../line/discover/posts-page.ts';
import { findNextPage } from '../line/discover/section/next-page.ts';
import { readSection } from '../line/discover/section.ts';
import { readPosts } from '../line/discover/wordpress.ts';
import type { Page } from '../record/page.ts';
import type { Source } from '../record/source.ts';
import type { RouteDependencies } from './dependencies.ts';
import type { RouteTask } from './queues.ts';

/** What one document of a route gave. */
export interface RouteFound {
  /** The answer: its validators may be noted once all that it named is in the queue. */
  readonly page: Page;
  /** Absent where the site says that nothing changed. */
  readonly document?: RouteDocument;
  /** Documents to ask for next: sitemaps of an index, the next page of a section. */
  readonly further: readonly RouteTask[];
  /** How long the document says it stays the same, ms. */
  readonly ttlMs: number;
}

/** Sitemaps of an index that one visit follows: the newest hold the news. */
const SITEMAPS_FOLLOWED = 5;

/** The documents a visit begins with: one a route of the source's file. */
export function tasksOf({ discover }: Source): RouteTask[] {
  return discover.map((route): RouteTask => {
    if ('feed' in route) return { kind: 'feed', url: route.feed, further: 0 };
    if ('newsSitemap' in route) {
      return { kind: 'newsSitemap', url: route.newsSitemap, further: SITEMAPS_FOLLOWED };
    }
    if ('wordpress' in route) return { kind: 'api', url: route.wordpress, further: 0 };
    const { section, links, pages = 1 } = route;
    return { kind: 'section', url: section, further: pages - 1, ...(links ? { links } : {}) };
  });
}

/**
 * Asks for a document, by what changed where the site gave validators, and reads it.
 * @throws NotAFeedError, and whatever `ask` throws
 */
export async function readRoute(
  task: RouteTask,
  source: Source,
  deps: RouteDependencies,
): Promise<RouteFound> {
  const validators = await deps.validators.get(task.url);
  const request = { url: task.url, kind: 'feed' as const, ...(validators ? { validators } : {}) };
  const page = await deps.fetch(request, source);
  if (page.status === NOT_MODIFIED) return { page, further: [], ttlMs: 0 };
  return { page, ...readDocument(task, page, { source, deps }) };
}

/** Asks for the whole document and notes nothing, so that the next visit misses nothing. */
export const UNCONDITIONAL: RouteDependencies['validators'] = {
  get: async () => undefined,
  note: async () => {},
};

/** Where an answer says for good that the document has moved to; absent where it has not. */
export function movedTo({ redirects, url }: Page): string | undefined {
  return redirects.length > 0 && redirects.every(({ permanent }) => permanent) ? url : undefined;
}

/** RFC 9110, 15.4.5. */
const NOT_MODIFIED = 304;

type Reading = Omit<RouteFound, 'page'>;

interface Reader {
  readonly source: Source;
  readonly deps: Pick<RouteDependencies, 'crawlers'>;
}

function readDocument(task: RouteTask, page: Page, reader: Reader): Reading {
  const { url, text } = page;
  if (task.kind === 'feed') {
    const contentType = page.headers['content-type'];
    const document = readFeed(text, { url, ...(contentType ? { contentType } : {}) });
    return { document, further: [], ttlMs: document.ttlMs ?? 0 };
  }
  if (task.kind === 'newsSitemap') return readSitemaps(task, page);
  if (task.kind === 'api') return readPostPage(task, page);
  return readListing(task, page, reader);
}

/** A backfill asks for the pages behind the first; a visit for the newest alone. */
function readPostPage(task: RouteTask, { text, url, headers }: Page): Reading {
  const document = readPosts(text, { url });
  const { span, page = 1 } = task;
  const totalPages = headers['x-wp-totalpages'];
  const hasNext = span && hasNextPosts({ page, count: document.entries.length, totalPages });
  const next = hasNext
    ? [{ ...task, url: postsAddress(task.url, span, page + 1), page: page + 1 }]
    : [];
  return { document, further: next, ttlMs: 0 };
}

function readSitemaps(task: RouteTask, { text, url }: Page): Reading {
  const { span } = task;
  // Of a backfill the index is cut only after those of the time are chosen: the old stand last.
  const document = readSitemap(text, { url, ...(span ? { most: Number.POSITIVE_INFINITY } : {}) });
  const named = span ? sitemapsWithin(document.sitemaps, span) : document.sitemaps;
  // An index may name indexes; each level may follow less, so that the visit ends.
  const further = named.slice(0, task.further).map(
    (sitemap): RouteTask => ({
      kind: 'newsSitemap',
      url: sitemap.url,
      further: Math.floor(task.further / 2),
      ...(span ? { span } : {}),
    }),
  );
  return { document, further, ttlMs: 0 };
}

function readListing(task: RouteTask, { text, url }: Page, { source, deps }: Reader): Reading {
  const $ = load(text);
  const crawler = deps.crawlers.find(({ name }) => name === source.crawler);
  const document = readSection($, {
    url,
    ...(task.links ? { selector: task.links } : {}),
    ...(crawler ? { crawler } : {}),
  });
  const isOver = task.span !== undefined && isBefore(document, task.span);
  const next = task.further > 0 && !isOver ? findNextPage($, { url }) : undefined;
  return {
    document,
    further: next ? [{ ...task, url: next, further: task.further - 1 }] : [],
    ttlMs: 0,
  };
}
