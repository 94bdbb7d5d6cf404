import type { Feed, FeedEntry } from './feed/feed-entry.ts';
import { plainTitle } from './feed/plain-title.ts';
import type { StatedLink } from './links.ts';

/** Full text of a feed is kept to that; a longer one is fetched as a page, in UTF-16 units. */
const LONGEST_CONTENT = 500_000;

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
