import type { Page } from '../../../record/fetched-page.ts';
import type { RouteTask } from '../../../record/route.ts';
import { hasNextPosts, postsAddress } from '../posts-page.ts';
import { readPosts } from '../wordpress.ts';
import { linkOfEntry } from './feed.ts';
import type { RouteDefinition, RouteReading } from './route.ts';

/** Where WordPress keeps the posts of its API (developer.wordpress.org/rest-api). */
const USUAL_PATH = '/wp-json/wp/v2/posts';

/** APIs that are tried of a site: it has one. */
const MOST_TRIED = 4;

/** The posts of a WordPress API. */
export const wordpress: RouteDefinition<'wordpress'> = {
  label: 'a WordPress API',
  first: ({ wordpress: url }) => ({ kind: 'wordpress', url, further: 0 }),
  read: (page, { task }) => readPage(page, task),
  past: {
    stage: 'indexes',
    task: (task, span) => ({ ...task, url: postsAddress(task.url, span, 1), span }),
    usualPath: USUAL_PATH,
  },
  survey: {
    candidates({ wordpress: named, isWordPress, url }) {
      const address = named ?? (isWordPress ? new URL(USUAL_PATH, url).href : undefined);
      return address ? [{ route: { wordpress: address }, isNamed: named !== undefined }] : [];
    },
    isFound: (links) => links.length > 0,
    most: { alone: MOST_TRIED, beside: MOST_TRIED },
    isNamedByArticles: true,
    isMissed: false,
  },
};

/** A backfill asks for the pages behind the first; a visit for the newest alone. */
function readPage({ text, url, headers }: Page, task: RouteTask): RouteReading {
  const { entries } = readPosts(text, { url });
  const { span, page = 1 } = task;
  const totalPages = headers['x-wp-totalpages'];
  const hasNext = span && hasNextPosts({ page, count: entries.length, totalPages });
  const further = hasNext
    ? [{ ...task, url: postsAddress(task.url, span, page + 1), page: page + 1 }]
    : [];
  return { entries: entries.map(linkOfEntry), further };
}
