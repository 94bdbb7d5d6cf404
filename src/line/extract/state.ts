import { keyTokens, matchKey } from '../../arabic/key.ts';
import { isNode, type JsonNode, textIn, textsIn } from './json-ld.ts';
import { parseState } from './page-state.ts';
import { stateParagraphs } from './state-text.ts';
import { overlap } from './word-overlap.ts';

/** Most objects of a page's state that are looked at, and deepest nesting. */
const MAX_NODES = 5_000;
const MAX_DEPTH = 14;

/** Names under which content systems keep the fields of an article, by schema.org's name. */
const FIELD_NAMES: Readonly<Record<string, readonly string[]>> = {
  headline: ['headlines.basic', 'title', 'headline', 'name', 'heading'],
  articleBody: [
    'content_elements',
    'articleBody',
    'contentHtml',
    'content_html',
    'bodyHtml',
    'body_html',
    'body',
    'content',
    'contents',
    'blocks',
    'text',
    'html',
    'paragraphs',
    'description',
    'details',
  ],
  description: [
    'description.basic',
    'description',
    'summary',
    'excerpt',
    'lead',
    'intro',
    'teaser',
    'subtitle',
    'dek',
  ],
  author: [
    'credits.by',
    'author',
    'authors',
    'writer',
    'writers',
    'byline',
    'editor',
    'reporter',
    'creator',
  ],
  datePublished: [
    'display_date',
    'datePublished',
    'publishedAt',
    'published_at',
    'publishDate',
    'publish_date',
    'publishedDate',
    'published',
    'pubDate',
    'createdAt',
    'created_at',
    'date',
  ],
  dateModified: [
    'dateModified',
    'updatedAt',
    'updated_at',
    'modifiedAt',
    'modified',
    'lastModified',
    'updated',
  ],
  articleSection: [
    'taxonomy.primary_section',
    'articleSection',
    'section',
    'category',
    'categories',
    'sections',
    'channel',
  ],
  keywords: ['keywords', 'tags', 'topics'],
  image: ['image', 'cover', 'mainImage', 'featuredImage', 'thumbnail', 'photo', 'media', 'picture'],
};

/** Share of common words from which an object's title is the page's. */
const SAME_TITLE = 0.7;

/** Shortest text that makes an object an article, in UTF-16 units. */
const LEAST_TEXT = 80;

/**
 * The article in the state that a page's framework carries (`__NEXT_DATA__`), as a JSON-LD object
 * would give it; undefined where no object holds a title like the page's and a text, or the very
 * title and a date.
 */
export function findStateArticle(states: readonly string[], title: string): JsonNode | undefined {
  const wanted = keyTokens(matchKey(title));
  const nodes: JsonNode[] = [];
  for (const state of states) collect(parseState(state), nodes, 0);
  let best: { article: JsonNode; length: number } | undefined;
  for (const node of nodes) {
    const name = textIn(fieldOf(node, 'headline'));
    if (name === undefined || overlap(keyTokens(matchKey(name)), wanted) < SAME_TITLE) continue;
    const article = asArticle(node);
    const length = textsIn(article.articleBody).join('').length;
    const isEnough = length >= LEAST_TEXT || isDated(article, name, wanted);
    if (isEnough && length > (best?.length ?? -1)) best = { article, length };
  }
  return best?.article;
}

/** Shortest title, in words, that no menu, advertisement or list has by chance. */
const LEAST_TITLE = 3;

/** True for an object whose title is the page's, word for word, and that has a day. */
function isDated(article: JsonNode, name: string, wanted: readonly string[]): boolean {
  const own = keyTokens(matchKey(name));
  return (
    own.length >= LEAST_TITLE &&
    article.datePublished !== undefined &&
    wanted.slice(0, own.length).join(' ') === own.join(' ')
  );
}

function collect(value: unknown, nodes: JsonNode[], depth: number): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, depth + 1);
  else if (isNode(value)) {
    nodes.push(value);
    for (const item of Object.values(value))
      if (typeof item === 'object') collect(item, nodes, depth + 1);
  }
}

function fieldOf(node: JsonNode, field: string): unknown {
  const values = FIELD_NAMES[field]?.map((path) => valueAt(node, path)) ?? [];
  return values.find((value) => value !== undefined && value !== null);
}

/** The value at a path of names: `headlines.basic`. */
function valueAt(node: JsonNode, path: string): unknown {
  let value: unknown = node;
  for (const name of path.split('.')) value = isNode(value) ? value[name] : undefined;
  return value;
}

function asArticle(node: JsonNode): JsonNode {
  const fields = Object.keys(FIELD_NAMES).flatMap((field) => {
    const value = field === 'articleBody' ? longestText(node) : fieldOf(node, field);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { '@type': 'Article', ...Object.fromEntries(fields) };
}

/** Of the names that may hold the text, the one that holds the most of it. */
function longestText(node: JsonNode): readonly string[] {
  const texts = (FIELD_NAMES.articleBody ?? []).map((name) => stateParagraphs(node[name]));
  return texts.reduce(
    (one, other) => (other.join('').length > one.join('').length ? other : one),
    [],
  );
}
