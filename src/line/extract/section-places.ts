import { matchKey } from '../../arabic/key.ts';
import { hasType, isNode, textIn } from './json-ld.ts';
import { innerText } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import { chooseSections } from './section-name.ts';
import { BIT } from './signal.ts';
import { siteKeys } from './site-keys.ts';
import { partsBesideHeading } from './site-name.ts';

/** Classes of breadcrumbs. */
const CRUMBS = /bread-?c(?:r)?umb|(?:^|[\s_-])crumbs?(?:$|[\s_-])/i;

/** The crumbs of the page's breadcrumb, in order. */
export function breadcrumb(facts: PageFacts, headline: string): readonly string[] {
  const { document } = facts;
  const region = document.regions.find(
    ({ signals, element, from, to }) =>
      (signals & BIT.nav) !== 0 &&
      to > from &&
      to - from < MAX_CRUMBS &&
      CRUMBS.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`),
  );
  if (!region) return crumbLine(facts, headline);
  const links = document.links.filter(({ block }) => block >= region.from && block < region.to);
  const texts = links.map(({ element }) => innerText(element));
  const blocks = document.blocks.slice(region.from, region.to).map(({ text }) => text);
  const parts = blocks.flatMap((text) => text.split(CRUMB_MARK)).filter((part) => part !== '');
  const crumbs = parts.length > 1 ? parts : texts;
  return chooseSections(crumbs, facts, headline);
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
  const lines = facts.document.blocks
    .filter(({ words }) => words <= CRUMB_WORDS)
    .map(({ text, linkShare }) => ({ text: text.replace(HERE, ''), linkShare }));
  const line = lines.find(({ text, linkShare }) => {
    const mark = text.search(ANY_MARK);
    if (mark < 0 || mark > HOME_LENGTH || !HOME.has(matchKey(text.slice(0, mark)))) return false;
    const rest = text.split(CRUMB_MARK).slice(1);
    if (rest.length >= MAX_PARTS || /[|/]\s*$/.test(text)) return false;
    return linkShare > 0.3 || (rest.length > 1 && matchKey(rest.at(-1) ?? '') === own);
  });
  return line ? chooseSections(line.text.split(CRUMB_MARK), facts, headline) : [];
}

/** Marks between crumbs that stand in one line. */
const CRUMB_MARK = /\s*[›>/|←‹]\s*|\s+[»«]\s+|(?<=[\p{L}\d])[»«](?=\p{L})/u;
const ANY_MARK = /[»›>/|←‹«]/;

/** Most parts of a breadcrumb: home, section, subsection, headline; a menu has more. */
const MAX_PARTS = 5;

/** Longest first crumb, in UTF-16 units: `الصفحة الرئيسية` with spaces around it. */
const HOME_LENGTH = 24;

/** Blocks of a breadcrumb: home, section, subsection, headline and the marks between. */
const MAX_CRUMBS = 12;

/** What stands in the title between headline and site: `خبر - اقتصاد - الموقع`. */
export function titleSection({ metadata, headings, siteNames }: PageFacts): readonly string[] {
  const texts = headings.map(({ text }) => text);
  const { after } = partsBesideHeading(metadata.title ?? '', texts);
  const last = matchKey(after.at(-1) ?? '');
  if (after.length < 2 || !siteKeys(siteNames).has(last)) return [];
  return after.slice(0, 1).filter((part) => part.split(' ').length <= 3);
}

/** The link that WordPress marks as the article's category, at its head or foot. */
export function categoryLink({ document }: PageFacts): readonly string[] {
  const link = document.links.find(({ element }) => /category/.test(element.attribs.rel ?? ''));
  return link ? [innerText(link.element)] : [];
}

/** The link to the folder that the article lies in: `/culture/` for `/culture/2026/4411`. */
export function folderLink({ document }: PageFacts): readonly string[] {
  const path = pathOf(document.url, document.url);
  const folder = /^\/[^/]+(?=\/)/.exec(path)?.[0];
  if (!folder || /^\/(?:[a-z]{2}|news|article|articles|story|content|node|\d+)$/i.test(folder))
    return [];
  // An address is parsed where it can be that of the folder: a page has hundreds.
  const link = document.links.find(({ element: { attribs } }) => {
    const href = attribs.href ?? '';
    const mayBe = folder.includes('%') || href.startsWith('.') || href.includes(folder.slice(1));
    return mayBe && pathOf(href, document.url).replace(/\/$/, '') === folder;
  });
  return link ? [innerText(link.element)] : [];
}

function pathOf(address: string, base: string): string {
  if (address === '' || !URL.canParse(address, base)) return '';
  const url = new URL(address, base);
  return url.host === new URL(base).host ? url.pathname : '';
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
