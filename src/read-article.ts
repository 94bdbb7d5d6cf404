import type { Crawler } from './crawler.ts';
import { readArticle as readFields } from './line/extract/article.ts';
import { parseDocument } from './line/extract/document.ts';
import { normalize } from './line/normalize/draft.ts';
import type { ArticleDraft } from './record/article.ts';
import type { NoArticle } from './record/reading.ts';

/** What a page gave: the article in the record's form, or why it holds none. */
export type ArticleReading = ArticleDraft | NoArticle;

/** What is known of a page beside its HTML. */
export interface PageContext {
  readonly url: string;
  /** IANA zone of times that state none; UTC where absent, and the evidence says so. */
  readonly zone?: string;
  /** The moment of the reading; now where absent. */
  readonly now?: Date;
}

/** Reads pages as `marsad inspect page` does, with these crawlers. Never throws on a page. */
export type ArticleReader = (html: string, context: PageContext) => ArticleReading;

/** Makes a reader of articles that knows these site families. */
export function articleReader(crawlers: readonly Crawler[]): ArticleReader {
  return (html, context) => read(html, context, crawlers);
}

function read(
  html: string,
  { url, zone, now = new Date() }: PageContext,
  crawlers: readonly Crawler[],
): ArticleReading {
  const reading = readFields(parseDocument(html, url), { crawlers });
  if (reading.kind !== 'article') return reading;
  const at = now.toISOString();
  const { host, origin } = new URL(url);
  const name = reading.siteName ?? host;
  return normalize(reading, {
    source: { id: host, name, homepage: origin, ...(zone ? { timeZone: zone } : {}) },
    link: { url, route: { kind: 'direct', url }, firstSeen: at, visit: 'library' },
    routeDates: undefined,
    page: {
      ...{ url, requestedUrl: url, at, via: 'http', status: 200, ms: 0 },
      bytes: Buffer.byteLength(html),
    },
    now,
  });
}
