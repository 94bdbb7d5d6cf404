import type { Page } from '../../../record/fetched-page.ts';
import type { RouteDocument } from '../../../record/route.ts';
import { hasNextPosts, postsAddress } from '../posts-page.ts';
import { type RouteDefinition, type RouteReading, STATED_DATES } from './route.ts';

/** Where WordPress keeps the posts of its API (developer.wordpress.org/rest-api). */
const USUAL_PATH = '/wp-json/wp/v2/posts';

/** APIs that are tried of a site: it has one. */
const MOST_TRIED = 4;

/** The posts of a WordPress API. */
export const wordpress = {
  about: '/wp-json/wp/v2/posts of a WordPress site',
  settings: {},
  label: 'a WordPress API',
  dates: STATED_DATES,
  first: (url) => ({ url, further: 0 }),
  read: (page, { task }) => readPage(page, task),
  past: {
    stage: 'indexes',
    begin: (first, span) => ({ ...first, url: postsAddress(first.url, span, 1), span }),
    usualPath: USUAL_PATH,
  },
  survey: {
    candidates({ wordpress: named, isWordPress, url }) {
      const address = named ?? (isWordPress ? new URL(USUAL_PATH, url).href : undefined);
      return address ? [{ url: address, isNamed: named !== undefined }] : [];
    },
    isFound: (links) => links.length > 0,
    most: { alone: MOST_TRIED, beside: MOST_TRIED },
    isNamedByArticles: true,
    isMissed: false,
  },
} satisfies RouteDefinition;

/** A backfill asks for the pages behind the first; a visit for the newest alone. */
async function readPage({ text, url, headers }: Page, task: RouteDocument): Promise<RouteReading> {
  const { readPosts } = await import('../wordpress.ts');
  const { linkOfEntry } = await import('../entry-links.ts');
  const { entries } = readPosts(text, { url });
  const { span, page = 1 } = task;
  const totalPages = headers['x-wp-totalpages'];
  const hasNext = span && hasNextPosts({ page, count: entries.length, totalPages });
  const further = hasNext
    ? [{ ...task, url: postsAddress(task.url, span, page + 1), page: page + 1 }]
    : [];
  return { entries: entries.map(linkOfEntry), further };
}
