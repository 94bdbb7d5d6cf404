import { matchKey } from '../../arabic/key.ts';
import { hasType, type JsonNode, textIn, textsIn } from './json-ld.ts';
import { findMeta, type Metadata } from './metadata.ts';
import { siteKeys } from './site-keys.ts';

/** Where a site may be named. */
interface Places {
  readonly metadata: Metadata;
  readonly nodes: readonly JsonNode[];
  /** Texts of the page's headings: what the title adds to one of them is the site's name. */
  readonly headings: readonly string[];
  readonly source: string | undefined;
  readonly url: string;
  /** What links to the home page, as they are read: the logo says the site's name. */
  readonly home?: readonly string[];
}

const PUBLISHER = /^(?:WebSite|\w*Organization|NewspaperPublisher|Corporation)$/i;

/** Labels of a host that are not a name: `www`, mobile twins, country and generic domains. */
const HOST_LABEL = /^(?:www\d?|m|mobile|amp|ar|arabic|news|com|net|org|info|co|gov|edu|[a-z]{2})$/i;

/** Marks that stand between a headline and the site's name. */
const SEPARATOR = /\s*(?:[|•·»«›‹]|::?|[-–—_~]|\.{3})\s*/;

/** Names that the site gives itself or the source file gives it, without repeats. */
export function findSiteNames({
  metadata,
  nodes,
  headings,
  source,
  url,
  home = [],
}: Places): readonly string[] {
  const stated = [
    source,
    findMeta(metadata, ['og:site_name'])?.content,
    ...publishers(nodes),
    ...nodes.map((node) => textIn(node.publisher)),
    findMeta(metadata, ['application-name', 'apple-mobile-web-app-title'])?.content,
  ].filter((name) => !isStoryTitle(name, metadata));
  const known = new Set([...stated, ...home].map((name) => matchKey(name ?? '')));
  // A logo that is a heading is no headline: what the title adds to it is one.
  const titled = headings.filter((text) => !known.has(matchKey(text)));
  const names = [
    ...stated,
    ...namesInTitle(metadata.title ?? '', titled, known),
    ...home.slice(0, 1),
    hostName(url),
    ...home.slice(1),
  ];
  const seen = new Set<string>();
  const forms = [...names, ...names.flatMap(shortForms)];
  return forms.filter((name) => {
    const key = matchKey(name ?? '');
    return name !== undefined && key !== '' && !seen.has(key) && seen.add(key) !== undefined;
  }) as string[];
}

/** Systems write the story's title into a field for the site's name: so long a name that is the title. */
function isStoryTitle(name: string | undefined, metadata: Metadata): boolean {
  if (name === undefined || name.trim().split(/\s+/).length < STORY_WORDS) return false;
  const titles = [findMeta(metadata, ['og:title'])?.content, metadata.title];
  return titles.some((title) => matchKey(title ?? '') === matchKey(name));
}

/** Organisations of the page, but for those that an article names as its author: an agency. */
function publishers(nodes: readonly JsonNode[]): readonly (string | undefined)[] {
  const authors = new Set(nodes.flatMap((node) => textsIn(node.author)));
  return nodes
    .filter((node) => hasType(node, PUBLISHER))
    .map((node) => textIn(node.name))
    .filter((name) => name === undefined || !authors.has(name));
}

/** What an outlet is, before its name, and what its name says of it behind. */
const KIND = /^(?:وكالة(?: أنباء)?|صحيفة|جريدة|موقع|شبكة|قناة|مجلة|بوابة|منصة|إذاعة|تلفزيون)\s+/;
const BEHIND =
  /\s+(?:الإخبارية|الإخباري|الإخباريه|للأنباء|للإعلام|للأخبار|الإعلامية|أون ?لاين|اونلاين|نت)$/;

/** Shortest name without its kind, in UTF-16 units: a shorter one is a word of any text. */
const LEAST_NAME = 4;

/** How a site calls itself in its own lines: `وكالة سنابل الإخبارية` is `سنابل` there. */
function shortForms(name: string | undefined): readonly string[] {
  if (name === undefined) return [];
  const bare = name.replace(KIND, '');
  const forms = [bare, name.replace(BEHIND, ''), bare.replace(BEHIND, '')];
  return forms.filter((form) => form !== name && form.length >= LEAST_NAME);
}

/** Words from which what stands beside a heading is a story's title, and the heading the site's name. */
const STORY_WORDS = 5;

/** Longest name of a site, in words. */
const MAX_NAME = 6;

/** Most words of a story's title; what is longer is the site's motto. */
const MAX_STORY = 25;

/**
 * What the title adds at its end to a heading's words, or before them: `خبر - الموقع`. `known`: keys
 * of names that the site gives itself, beside which no heading is taken for its name.
 */
function namesInTitle(
  title: string,
  headings: readonly string[],
  known: ReadonlySet<string>,
): readonly string[] {
  const { before, after, heading } = partsBesideHeading(title, headings);
  const name = after.at(-1) ?? before[0];
  if (name === undefined || heading === undefined) return [];
  const [length, own] = [name.split(' ').length, heading.split(' ').length];
  const isStory = length >= STORY_WORDS && length <= MAX_STORY && length > own;
  // A logo that is a heading, where the title words the story in its own way.
  if (isStory && own < STORY_WORDS && !known.has(matchKey(name))) return [heading];
  return length > MAX_NAME ? [] : [name.trim()];
}

/** The parts of a title beside a heading of the page: sections and the site's name. */
export function partsBesideHeading(
  title: string,
  headings: readonly string[],
): { before: readonly string[]; after: readonly string[]; heading?: string } {
  // The longest: a logo may be a heading too, and it is the site's name.
  const heading = headings
    .filter((text) => text.includes(' ') && title.includes(text))
    .reduce<string | undefined>(
      (one, text) => (one && one.length >= text.length ? one : text),
      undefined,
    );
  if (heading === undefined) return { before: [], after: [] };
  const at = title.indexOf(heading);
  const split = (text: string): readonly string[] =>
    text.split(SEPARATOR).filter((part) => part.trim() !== '');
  const [before, after] = [title.slice(0, at), title.slice(at + heading.length)].map(split);
  return { before: before ?? [], after: after ?? [], heading };
}

/** The parts of a title between the marks that sites set there; none where it has only one. */
export function titleParts(title: string): readonly string[] {
  const parts = title.split(SEPARATOR).filter((part) => part.trim() !== '');
  return parts.length > 1 ? parts : [];
}

function hostName(url: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (/^[\d.]+$/.test(host)) return undefined;
  return host.split('.').find((label) => !HOST_LABEL.test(label));
}

/** The same, kept among the parts of a split. */
const KEPT_SEPARATOR = new RegExp(`(${SEPARATOR.source})`);

/**
 * Cuts the site's name, and sections before it, off a title: `خبر - العالم - الموقع`. What is cut
 * has to be a name of the site, or to recur in the titles of its pages; without one, the title stays.
 */
export function stripSiteName(
  title: string,
  siteNames: readonly string[],
  recurs: (part: string) => boolean = () => false,
): string {
  const keys = siteKeys(siteNames);
  const isSite = (part = ''): boolean => keys.has(matchKey(part)) || recurs(part);
  const parts = title.split(KEPT_SEPARATOR);
  let from = 0;
  let to = parts.length;
  while (to - from > 1 && isSite(parts[to - 1])) to -= 2;
  while (to - from > 1 && isSite(parts[from])) from += 2;
  return parts.slice(from, to).join('').trim();
}
