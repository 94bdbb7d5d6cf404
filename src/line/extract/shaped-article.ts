import type { Element } from 'domhandler';
import type { Document } from './document.ts';
import { isNode, type JsonNode } from './json-ld.ts';
import { repairJson } from './json-repair.ts';
import { parseMarkup } from './markup-text.ts';
import { textOf } from './metadata.ts';
import { isFormed } from './name-form.ts';
import { countWords } from './word-count.ts';

/** Most objects that are looked at, deepest nesting, and longest script, in UTF-16 units. */
const MAX_NODES = 5_000;
const MAX_DEPTH = 14;
const MAX_LENGTH = 2_000_000;

/** Running text on the page from which it shows its article itself, in UTF-16 units. */
const SHOWN_MASS = 80;

/** Shortest text that is an article's, in UTF-16 units, and shortest paragraph beside others. */
const LEAST_TEXT = 300;
const LEAST_PARAGRAPHS = 2;

/** Length of a title, in words. */
const TITLE = { least: 3, most: 25 } as const;

/** Unix times of the web's years, in seconds: 2001 to 2100. */
const EPOCH = { from: 978_307_200, to: 4_102_444_800 } as const;

/**
 * The article in the JSON of a framework that nobody here knows, on a page that shows nothing without its
 * scripts: of all objects with a short title beside several paragraphs the one that the address points at, or
 * that has the longest text. As a JSON-LD object would give it; undefined where there is none.
 */
export function findShapedArticle({ head, url, textBefore }: Document): JsonNode | undefined {
  if ((textBefore.at(-1) ?? 0) > SHOWN_MASS) return undefined;
  const nodes: JsonNode[] = [];
  for (const script of head.filter(isJson)) {
    const text = textOf(script);
    if (text.length <= MAX_LENGTH) collect(repairJson(text), nodes, 0);
  }
  const shaped = nodes.flatMap((node) => shapeOf(node) ?? []);
  const named = shaped.filter(({ node }) => isNamedBy(node, url));
  const best = (named.length > 0 ? named : shaped).reduce<Shape | undefined>(
    (one, other) => (one && one.length >= other.length ? one : other),
    undefined,
  );
  return best && asArticle(best, url);
}

const isJson = ({ name, attribs }: Element): boolean =>
  name === 'script' && attribs.src === undefined && /^application\/json$/i.test(attribs.type ?? '');

function collect(value: unknown, nodes: JsonNode[], depth: number): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
  if (isNode(value)) nodes.push(value);
  const items = isNode(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  for (const item of items)
    if (typeof item === 'object' && item !== null) collect(item, nodes, depth + 1);
}

/** An object with a title and paragraphs of its own. */
interface Shape {
  readonly node: JsonNode;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly length: number;
}

function shapeOf(node: JsonNode): Shape | undefined {
  const title = Object.values(node).find((value) => typeof value === 'string' && isTitle(value));
  if (typeof title !== 'string') return undefined;
  const texts = Object.values(node).map(paragraphsOf);
  const paragraphs = texts.reduce(
    (one, other) => (lengthOf(other) > lengthOf(one) ? other : one),
    [],
  );
  const length = lengthOf(paragraphs);
  const isText = paragraphs.length >= LEAST_PARAGRAPHS && length >= LEAST_TEXT;
  return isText ? { node, title, paragraphs, length } : undefined;
}

const lengthOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.length, 0);

function isTitle(text: string): boolean {
  const words = countWords(text);
  return (
    words >= TITLE.least && words <= TITLE.most && /^\P{L}?\p{L}/u.test(text) && !/[.]$/.test(text)
  );
}

/** The paragraphs of a value: markup, or a list of texts or of objects with one text each. */
function paragraphsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length >= LEAST_TEXT ? parseMarkup(value) : [];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const texts = isNode(item) ? Object.values(item) : [item];
    const [text = ''] = texts
      .filter((one) => typeof one === 'string')
      .sort((one, other) => other.length - one.length);
    return / /.test(text.trim()) ? parseMarkup(text) : [];
  });
}

/** True where a number or a slug of the object stands in the page's address. */
function isNamedBy(node: JsonNode, url: string): boolean {
  return Object.values(node).some((value) => {
    const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
    return text.length >= 3 && !/\s/.test(text) && url.split(/[/?=&#]/).includes(text);
  });
}

function asArticle({ node, title, paragraphs }: Shape, url: string): JsonNode {
  const times = Object.values(node).flatMap(timeOf).sort();
  const names = Object.values(node).flatMap(namesIn);
  const section = Object.values(node).flatMap((value) => sectionIn(value, url))[0];
  return {
    '@type': 'Article',
    headline: title,
    articleBody: paragraphs,
    ...(names.length > 0 ? { author: names.map((name) => ({ '@type': 'Person', name })) } : {}),
    ...(times[0] === undefined ? {} : { datePublished: times[0] }),
    ...(times[1] === undefined ? {} : { dateModified: times.at(-1) }),
    ...(section === undefined ? {} : { articleSection: section }),
  };
}

/** A moment as a number of seconds or milliseconds, or as ISO 8601 writes it. */
function timeOf(value: unknown): readonly string[] {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return [value];
  if (typeof value !== 'number') return [];
  const seconds = value > EPOCH.to ? value / 1000 : value;
  const isTime = seconds >= EPOCH.from && seconds <= EPOCH.to;
  return isTime ? [new Date(seconds * 1000).toISOString()] : [];
}

/** The names of persons in a list of who signed. */
function namesIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const texts = isNode(item) ? Object.values(item) : [item];
    const name = texts.find((text) => typeof text === 'string' && isFormed(text));
    return typeof name === 'string' ? [name] : [];
  });
}

/** A name beside a path that the page's address goes on from: `{"name":"حوار","path":"/hiwar"}`. */
function sectionIn(value: unknown, url: string): readonly string[] {
  if (!isNode(value) || !URL.canParse(url)) return [];
  const texts = Object.values(value).filter((text) => typeof text === 'string');
  const path = texts.find((text) => /^\/[^/]+\/?$/.test(text));
  const name = texts.find((text) => text !== path && countWords(text) < TITLE.least);
  const isPart = path !== undefined && new URL(url).pathname.startsWith(path);
  return isPart && name !== undefined ? [name] : [];
}
