import { z } from 'zod';
import { NotAFeedError } from '../../errors.ts';
import { parseFeedDate } from './feed/date-text.ts';
import { present } from './feed/entry.ts';
import type { FeedEntry } from './feed/feed-entry.ts';
import { plainText } from './html-text.ts';

/** The posts of a WordPress site, as its API gives them (developer.wordpress.org/rest-api). */
export interface Posts {
  readonly kind: 'posts';
  readonly entries: readonly FeedEntry[];
}

const Text = z.string().optional().catch(undefined);
const Rendered = z.object({ rendered: Text, protected: z.boolean().optional() }).optional();
const Named = z.object({ name: Text });

const Post = z.object({
  link: Text,
  date: Text,
  date_gmt: Text,
  modified: Text,
  modified_gmt: Text,
  guid: Rendered.catch(undefined),
  title: Rendered.catch(undefined),
  excerpt: Rendered.catch(undefined),
  content: Rendered.catch(undefined),
  _embedded: z
    .object({
      author: z.array(Named).optional().catch(undefined),
      'wp:featuredmedia': z
        .array(z.object({ source_url: Text }))
        .optional()
        .catch(undefined),
      'wp:term': z.array(z.array(Named)).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
type Post = z.infer<typeof Post>;

/** The API gives 100 a page at most; anything beyond is not WordPress. */
const MOST_POSTS = 100;

/**
 * Reads `/wp-json/wp/v2/posts`.
 * @throws NotAFeedError where the text is no list of posts, or is the API's own error
 */
export function readPosts(text: string, { url }: { url: string }): Posts {
  const read = z.array(z.unknown()).safeParse(parseJson(text));
  if (!read.success) {
    throw new NotAFeedError(
      `Expected the posts of a WordPress API at ${url}, found other content`,
      {
        hint: 'Many sites close the API; a feed or a section then serves.',
        context: { url },
      },
    );
  }
  const posts = read.data.slice(0, MOST_POSTS).map((post) => Post.safeParse(post));
  return {
    kind: 'posts',
    entries: posts.flatMap(({ data }) => (data?.link ? [entryOf(data)] : [])),
  };
}

function entryOf(post: Post): FeedEntry {
  const published = gmt(post.date_gmt) ?? post.date;
  const updated = gmt(post.modified_gmt) ?? post.modified;
  const embedded = post._embedded;
  return present({
    title: post.title?.rendered,
    isTitleMarkup: true as const,
    link: post.link,
    id: post.guid?.rendered,
    published,
    updated,
    publishedAt: gmt(post.date_gmt) && parseFeedDate(published),
    updatedAt: gmt(post.modified_gmt) && parseFeedDate(updated),
    author: namesOf(embedded?.author),
    categories: namesOf(embedded?.['wp:term']?.flat()),
    summary: plainText(post.excerpt?.rendered ?? ''),
    content: post.content?.protected ? undefined : post.content?.rendered,
    image: embedded?.['wp:featuredmedia']?.[0]?.source_url,
  });
}

/** `date_gmt` has no zone though it is UTC; a draft that was never dated has year 0000 or 1970. */
function gmt(text: string | undefined): string | undefined {
  return text && !/^(?:0000|1970)/u.test(text) ? `${text}Z` : undefined;
}

function namesOf(named: readonly z.infer<typeof Named>[] | undefined): string[] | undefined {
  return named?.map(({ name }) => plainText(name ?? '')).filter((name) => name !== '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
