/** The library: what the commands do, for programs. */
import { crawlers } from '../crawlers/index.ts';
import { articleReader } from './read-article.ts';

export { type DateContext, type ParsedDate, parseDate } from './arabic/date.ts';
export { type DisplayOptions, displayText } from './arabic/display.ts';
export { matchKey } from './arabic/key.ts';
export { type ConsumeOptions, type Consumer, consume } from './consume.ts';
export { type ArticleReaders, type Crawler, defineCrawler } from './crawler.ts';
export * from './errors.ts';
export { StoryIndex } from './line/dedupe/story-index.ts';
export { type Feed, type FeedEntry, readFeed as parseFeed } from './line/discover/feed.ts';
export { type CanonicalUrl, canonicalUrl } from './line/normalize/canonical-url.ts';
export type { ArticleReader, ArticleReading, PageContext } from './read-article.ts';
export { ArticleRecord, type Credit, type Image } from './record/article.ts';
export { Evidence } from './record/evidence.ts';
export { Story } from './record/story.ts';
export { Source } from './source.ts';

/** Reads the article off a page's HTML, or tells why it holds none. */
export const readArticle = articleReader(crawlers);
