import { keyTokens, matchKey } from '../../arabic/key.ts';
import type { Document } from './document.ts';
import { hasType, type JsonNode, textIn } from './json-ld.ts';
import { findMeta, type Metadata } from './metadata.ts';
import { overlap } from './word-overlap.ts';

/** schema.org types of a single article; `NewsArticle` and its kin end so. */
const ARTICLE = /^(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Review)$/i;

/** Types of a page that plugins fill with the article's dates and author. */
const PAGE = /^(?:WebPage|ItemPage|CollectionPage|MediaObject|VideoObject)$/i;

/** Share of common words from which a node's headline is this page's. */
const SAME_HEADLINE = 0.6;

/** What a node is compared with. */
interface Reference {
  readonly document: Document;
  readonly metadata: Metadata;
  readonly title?: string | undefined;
}

/**
 * The JSON-LD objects of this article and of its page. Of several articles the one that names the
 * page's title or address; where none does, a list of other articles is taken for what it is.
 */
export function chooseArticleNode(
  nodes: readonly JsonNode[],
  reference: Reference,
): { article?: JsonNode; webPage?: JsonNode } {
  const webPage = nodes.find((node) => hasType(node, PAGE) && node.datePublished !== undefined);
  const articles = nodes.filter((node) => hasType(node, ARTICLE));
  const [only] = articles;
  const own = only && isOfOther(only, reference) ? undefined : only;
  const article = articles.length < 2 ? own : chooseAmong(articles, reference);
  return { ...(article ? { article } : {}), ...(webPage ? { webPage } : {}) };
}

/**
 * True for a lone object of another story: it states another address, and its headline shares no word with
 * the page's titles and headings. Templates keep the object of the story that they were tried with.
 */
function isOfOther(node: JsonNode, { document, metadata, title = '' }: Reference): boolean {
  const tokens = keyTokens(matchKey(textIn(node.headline ?? node.name) ?? ''));
  if (tokens.length < LEAST_TOKENS || !statesUrl(node) || namesUrl(node, document.url))
    return false;
  const headings = document.blocks.filter(
    ({ kind, linkShare }) => kind === 'heading' && linkShare < 0.5,
  );
  const titles = [
    ...(metadata.meta.get('og:title') ?? []),
    metadata.title ?? '',
    title,
    ...headings.map(({ text }) => text),
  ];
  return titles.every((text) => overlap(tokens, keyTokens(matchKey(text))) === 0);
}

/** Shortest headline that is compared, in words: a shorter one may be told in other words. */
const LEAST_TOKENS = 3;

function chooseAmong(articles: readonly JsonNode[], reference: Reference): JsonNode | undefined {
  const { document, metadata } = reference;
  const byAddress = articles.find((node) => namesUrl(node, document.url));
  if (byAddress) return byAddress;
  const title =
    findMeta(metadata, ['og:title'])?.content ?? reference.title ?? metadata.title ?? '';
  const tokens = keyTokens(matchKey(title));
  const scored = articles.map((node) => ({
    node,
    score: overlap(keyTokens(matchKey(textIn(node.headline ?? node.name) ?? '')), tokens),
  }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score >= SAME_HEADLINE ? best.node : undefined;
}

const namesUrl = (node: JsonNode, url: string): boolean =>
  urlsOf(node).some((place) => place.replace(/#.*$/, '') === url);

const statesUrl = (node: JsonNode): boolean => urlsOf(node).some((place) => URL.canParse(place));

function urlsOf(node: JsonNode): readonly string[] {
  const main = node.mainEntityOfPage;
  const places = [node.url, node['@id'], typeof main === 'object' ? textIdOf(main) : main];
  return places.filter((place) => typeof place === 'string');
}

function textIdOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '@id' in value ? value['@id'] : undefined;
}
