import type { Crawler } from '../../crawler.ts';
import { chooseArticleNode } from './article-node.ts';
import { chooseCrawler } from './crawler-choice.ts';
import type { Document } from './document.ts';
import { type Heading, listHeadings } from './heading.ts';
import { homeNames } from './home-link.ts';
import { type JsonNode, readJsonLd } from './json-ld.ts';
import { findMeta, type Metadata, readMetadata } from './metadata.ts';
import { readStates } from './page-states.ts';
import type { ReadingContext } from './reading-context.ts';
import { findShapedArticle } from './shaped-article.ts';
import { findSiteNames } from './site-name.ts';
import { findStateArticle } from './state.ts';

/** What the readers of the fields read from: the page, its metadata and what is known beside. */
export interface PageFacts {
  readonly document: Document;
  readonly context: ReadingContext;
  readonly metadata: Metadata;
  /** Elements that may hold the headline, in document order. */
  readonly headings: readonly Heading[];
  readonly nodes: readonly JsonNode[];
  /** The JSON-LD object that describes this article. */
  readonly article?: JsonNode;
  /** The JSON-LD object of the page as such, which plugins fill where there is no article. */
  readonly webPage?: JsonNode;
  /** Names of the site, the surest first. */
  readonly siteNames: readonly string[];
  readonly crawler?: Crawler;
}

/** Gathers the facts of a page, once for all readers. */
export function gatherPageFacts(document: Document, context: ReadingContext): PageFacts {
  const metadata = readMetadata(document);
  const headings = listHeadings(document);
  const nodes = readJsonLd(metadata.jsonLd);
  const found = chooseArticleNode(nodes, { document, metadata, title: context.link?.title });
  const title = findMeta(metadata, ['og:title'])?.content ?? metadata.title ?? '';
  const article =
    found.article ??
    findStateArticle(readStates(document.head), title) ??
    findShapedArticle(document);
  const crawler = chooseCrawler(document, context);
  return {
    document,
    context,
    metadata,
    headings,
    nodes,
    ...found,
    ...(article ? { article } : {}),
    siteNames: findSiteNames({
      metadata,
      nodes,
      headings: headings.map(({ text }) => text),
      source: context.source?.name,
      url: document.url,
      home: homeNames(document),
    }),
    ...(crawler ? { crawler } : {}),
  };
}
