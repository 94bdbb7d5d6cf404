import type { Element } from 'domhandler';
import { matchKey } from '../../arabic/key.ts';
import { hasType, isNode, textIn } from './json-ld.ts';
import { innerText } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';
import { chooseSections } from './section-name.ts';
import { BIT } from './signal.ts';
import { siteKeys } from './site-keys.ts';

/** Classes of breadcrumbs. */
const CRUMBS = /bread-?c(?:r)?umb|(?:^|[\s_-])crumbs?(?:$|[\s_-])/i;

/** The crumbs of the page's breadcrumb, in order. */
export function breadcrumb(facts: PageFacts, headline: string): readonly string[] {
  const { document } = facts;
  const region = document.regions.find(
    ({ signals, element, from, to }) =>
      (signals & BIT.nav) !== 0 && to > from && to - from < MAX_CRUMBS && isCalledCrumbs(element),
  );
  if (!region) {
    const line = crumbLine(facts, headline);
    return line.length > 0 ? line : crumbBlocks(facts, headline);
  }
  const links = document.links.filter(({ block }) => block >= region.from && block < region.to);
  const texts = links.map(({ element }) => innerText(element));
  const blocks = document.blocks.slice(region.from, region.to).map(({ text }) => text);
  const parts = blocks.flatMap((text) => text.split(CRUMB_MARK)).filter((part) => part !== '');
  const crumbs = parts.length > 1 ? parts : texts;
  return chooseSections(crumbs, facts, headline);
}

/** Each attribute by itself: a text of all three for each item of a menu took a hundredth of the reading. */
function isCalledCrumbs({ attribs }: Element): boolean {
  const names = [attribs.class, attribs.id, attribs['aria-label']];
  return names.some((name) => name !== undefined && CRUMBS.test(name));
}

/** First words of a breadcrumb. */
const HOME: ReadonlySet<string> = new Set(
  ['الرئيسية', 'الصفحة الرئيسية', 'الاستقبال', 'استقبال', 'البداية', 'home', 'accueil'].map(
    matchKey,
  ),
);

/** What leads to a breadcrumb: Joomla's and others' `أنت هنا:`. */
const HERE = /^(?:أنت هنا|أنت الآن في|موقعك|you are here|vous êtes ici)\s*[:：]?\s*/iu;

/** Longest breadcrumb in one line, in words: its last crumb may be the headline. */
const CRUMB_WORDS = 40;

/** A line `الرئيسية » اقتصاد` that no class names. */
function crumbLine(facts: PageFacts, headline: string): readonly string[] {
  const own = matchKey(headline);
  const sites = siteKeys(facts.siteNames);
  const lines = facts.document.blocks
    .filter(({ words, text }) => words <= CRUMB_WORDS && ANY_MARK.test(text))
    .map(({ text, linkShare }) => ({ text: text.replace(HERE, ''), linkShare }));
  const line = lines.find(({ text, linkShare }) => {
    const mark = text.search(ANY_MARK);
    if (mark < 0 || mark > HOME_LENGTH) return false;
    const first = matchKey(text.slice(0, mark));
    const isSite = sites.has(first) && text[mark] !== '|';
    if (!HOME.has(first) && !isSite) return false;
    const rest = text.split(CRUMB_MARK).slice(1);
    if (rest.length >= MAX_PARTS || /[|/]\s*$/.test(text)) return false;
    const last = matchKey(rest.at(-1) ?? '');
    const isOwn = rest.length > 1 && last.includes(' ') && own.startsWith(last);
    return isOwn || (linkShare > 0.3 && rest.length <= LEVELS);
  });
  return line ? chooseSections(line.text.split(CRUMB_MARK), facts, headline) : [];
}

/** Marks between crumbs that stand in one line. */
const CRUMB_MARK = /\s*(?:[›>/|←‹\\]|::)\s*|\s+[»«•]\s+|(?<=[\p{L}\d])[»«](?=\p{L})/u;
const ANY_MARK = /[»›>/|←‹«\\•]|::/;

/** Most sections of a breadcrumb whose last part is not the headline: a menu has more. */
const LEVELS = 3;

/** Most parts of a breadcrumb: home, section, subsection, headline; a menu has more. */
const MAX_PARTS = 5;

/** Longest first crumb, in UTF-16 units: `الصفحة الرئيسية` with spaces around it. */
const HOME_LENGTH = 24;

/** Blocks of a breadcrumb: home, section, subsection, headline and the marks between. */
const MAX_CRUMBS = 12;

/** How far above the headline a breadcrumb without marks stands, in blocks. */
const ABOVE = 8;

/** Longest section of a breadcrumb, in words. */
const SECTION_WORDS = 5;

/**
 * The way home and one section, or two and the headline, in elements of their own that styles set apart.
 * Two sections without the headline are a menu as well.
 */
function crumbBlocks({ document, ...facts }: PageFacts, headline: string): readonly string[] {
  const own = matchKey(headline);
  const isOwn = ({ text }: Block): boolean => matchKey(text) === own;
  const title = document.blocks.findIndex((block) => isOwn(block) && /^h[1-3]$/.test(block.tag));
  if (title < 0) return [];
  const above = document.blocks.slice(Math.max(0, title - ABOVE), title);
  const home = above.findIndex(
    ({ text, linkShare }) => HOME.has(matchKey(text)) && linkShare > 0.9,
  );
  const behind = home < 0 ? [] : above.slice(home + 1);
  const isSection = ({ linkShare, words }: Block): boolean =>
    linkShare > 0.9 && words <= SECTION_WORDS;
  const end = behind.findIndex((block) => !isSection(block));
  const sections = end < 0 ? behind : behind.slice(0, end);
  const isClosed = end >= 0 && behind[end] !== undefined && isOwn(behind[end]);
  if (sections.length === 0 || sections.length > (isClosed ? LEVELS : 1)) return [];
  return chooseSections(
    sections.map(({ text }) => text),
    { document, ...facts },
    headline,
  );
}

/** The `BreadcrumbList` of JSON-LD, names in order. */
export function listedCrumbs(facts: PageFacts, headline: string): readonly string[] {
  const list = facts.nodes.find((node) => hasType(node, /^BreadcrumbList$/));
  const items = [list?.itemListElement ?? []].flat();
  const names = items.map((item) => (isNode(item) ? textIn(item.name ?? item.item) : undefined));
  return chooseSections(
    names.filter((name) => name !== undefined && !name.startsWith('http')) as string[],
    facts,
    headline,
  );
}
