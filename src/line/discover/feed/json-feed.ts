import { z } from 'zod';
import { NotAFeedError } from '../../../errors.ts';
import { resolveUrl } from '../resolve-url.ts';
import { parseFeedDate } from './date-text.ts';
import { enclosuresOf } from './enclosures.ts';
import { present } from './entry.ts';
import type { Feed, FeedEntry } from './feed-entry.ts';
import { looksLikeMarkup } from './safe-markup.ts';

const Text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);
const Author = z.object({ name: Text }).catch({ name: undefined });

const Item = z.object({
  id: Text,
  url: Text,
  external_url: Text,
  title: Text,
  content_html: Text,
  content_text: Text,
  summary: Text,
  image: Text,
  banner_image: Text,
  date_published: Text,
  date_modified: Text,
  author: Author.optional(),
  authors: z.array(Author).optional().catch(undefined),
  tags: z.array(z.string()).optional().catch(undefined),
  language: Text,
  attachments: z
    .array(z.object({ url: Text, mime_type: Text, size_in_bytes: Text, title: Text }))
    .optional()
    .catch(undefined),
});

const JsonFeed = z.object({
  version: Text,
  title: Text,
  home_page_url: Text,
  feed_url: Text,
  next_url: Text,
  language: Text,
  hubs: z
    .array(z.object({ type: Text, url: Text }))
    .optional()
    .catch(undefined),
  items: z.array(z.unknown()),
});

/**
 * Reads a JSON Feed (jsonfeed.org, 1 and 1.1). A field of a wrong type is left out.
 * @throws NotAFeedError where the text is no JSON or has no items
 */
export function readJsonFeed(text: string, { url, most }: { url: string; most: number }): Feed {
  const read = JsonFeed.safeParse(parseJson(text));
  if (!read.success) {
    throw new NotAFeedError(`Expected a JSON Feed with items at ${url}, found other JSON`, {
      hint: 'A WordPress API is named as `wordpress:`, not as `feed:`.',
      context: { url },
    });
  }
  const { items, ...feed } = read.data;
  const known = items.map((item) => Item.safeParse(item)).filter(({ success }) => success);
  return {
    kind: 'feed',
    format: 'json',
    ...present({
      version: feed.version,
      title: feed.title,
      link: resolved(feed.home_page_url, url),
      language: feed.language,
      self: resolved(feed.feed_url, url),
      next: resolved(feed.next_url, url),
      hub: findHub(feed.hubs ?? [], url),
    }),
    entries: known.slice(0, most).map(({ data }) => readItem(data ?? {}, url)),
  };
}

/** Hubs of other protocols (rssCloud) stand in the same list. */
const WEBSUB = /^(?:websub|pubsubhubbub)$/iu;

function findHub(
  hubs: readonly { type?: string | undefined; url?: string | undefined }[],
  base: string,
): string | undefined {
  const own = hubs.filter(({ type }) => type === undefined || WEBSUB.test(type));
  return own.map((hub) => resolved(hub.url, base)).find((hub) => hub !== undefined);
}

function readItem(item: Partial<z.infer<typeof Item>>, url: string): FeedEntry {
  const authors = item.authors ?? (item.author ? [item.author] : []);
  return present({
    title: item.title,
    isTitleMarkup: looksLikeMarkup(item.title ?? '') || undefined,
    link: resolved(item.url ?? item.external_url, url),
    id: item.id,
    published: item.date_published,
    updated: item.date_modified,
    publishedAt: parseFeedDate(item.date_published),
    updatedAt: parseFeedDate(item.date_modified),
    author: authors.map(({ name }) => name).filter((name) => name !== undefined),
    categories: item.tags,
    summary: item.summary ?? item.content_text,
    content: item.content_html,
    image: resolved(item.image ?? item.banner_image, url),
    enclosures: enclosuresOf(
      (item.attachments ?? []).map((attachment) => ({
        url: resolved(attachment.url, url),
        type: attachment.mime_type,
        length: attachment.size_in_bytes,
        title: attachment.title,
      })),
    ),
    language: item.language,
  });
}

const resolved = (reference: string | undefined, url: string): string | undefined =>
  reference ? resolveUrl(reference, url) : undefined;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
