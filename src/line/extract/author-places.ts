import { matchKey } from '../../arabic/key.ts';
import { parseAuthorField, trimName } from './byline.ts';
import { isCity } from './city.ts';
import { isDateLine } from './date-line.ts';
import { innerText } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import { isAuthorName, isLoneName } from './person.ts';
import type { Block, Region } from './region.ts';
import { BIT } from './signal.ts';
import { siteKeys } from './site-keys.ts';

/** Blocks that readers of bylines look at: those of the article's place, and those before it. */
export interface BylineView {
  /** Lines that were taken from the text's head and tail, in order. */
  readonly lines: readonly Block[];
  /** Who is named between the dateline and the first sentence. */
  readonly reporter?: string | undefined;
  /** The headline's block: a name alone is the writer's behind it only. */
  readonly headline?: number | undefined;
  /** First block of the text; author elements stand before or shortly behind it. */
  readonly from: number;
  readonly to: number;
}

/** Names found in one place. */
export interface Candidate {
  readonly names: readonly string[];
  readonly from: string;
  readonly text: string;
  readonly confidence: number;
}

/** Classes of the element that names the author. */
const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:authors?|byline|writer|write-?by|written-?by|journalist|reporter|editor|contributor|columnist|posted-by|kateb|katib)(?:[-_]?(?:name|link|title))?(?:$|[\s_-])|author-?name|writeBy|authorName|(?:^|[\s_-])(?:by-?name|(?:art|article|news|post|story)-?by)(?:$|[\s_-])/i;

/** How far behind the text's end an author's element still belongs to it, in blocks. */
const BEHIND = 12;

/** The names that texts of an author field hold, as one candidate; none where they hold none. */
export function fromTexts(
  facts: PageFacts,
  texts: readonly string[],
  { from, confidence }: { from: string; confidence: number },
): Candidate[] {
  const names = texts.flatMap((text) =>
    parseAuthorField(text, facts.siteNames).filter((name) => !isScene(name, text, facts)),
  );
  const distinct = [...new Map(names.map((name) => [matchKey(name), name])).values()];
  return distinct.length > 0
    ? [{ names: distinct, from, text: texts.join(' | '), confidence }]
    : [];
}

/** Longest line with an author's name, role and city, in words: a longer one tells a life. */
export const NAME_WORDS = 9;

/** Words from which a block is running text. */
const RUNNING_WORDS = 12;

/** Beside the site's name, what the text itself speaks of is where it happened: `الجريدة - وادي زيز`. */
function isScene(name: string, field: string, { document, siteNames }: PageFacts): boolean {
  const sites = siteKeys(siteNames);
  const parts = field.split(/\s[-–—]\s/).map((part) => ` ${matchKey(part)} `);
  if (parts.length < 2) return false;
  if (!parts.some((part) => [...sites].some((site) => ` ${site} `.includes(part)))) return false;
  return document.blocks.some(({ words, text }) => words >= RUNNING_WORDS && text.includes(name));
}

/** Elements whose class, microdata or `rel` say that an author is named in them. */
export function fromMarked(facts: PageFacts, view: BylineView): Candidate[] {
  for (const { element, from, to } of markedRegions(facts, view)) {
    const source = element.attribs.itemprop === 'author' ? 'microdata author' : 'author element';
    const found = facts.document.blocks
      .slice(from, to)
      .filter(({ words }) => words <= NAME_WORDS)
      .flatMap(({ text }) => fromTexts(facts, [text], { from: source, confidence: 0.87 }));
    if (found.length > 0) return found.slice(0, 1);
  }
  return [];
}

/** What stands in such elements: agencies are named in them too. */
export function markedTexts(facts: PageFacts, view: BylineView): readonly string[] {
  return markedRegions(facts, view)
    .slice(0, 3)
    .flatMap(({ from, to }) => facts.document.blocks.slice(from, to).map(({ text }) => text));
}

function markedRegions({ document }: PageFacts, view: BylineView): readonly Region[] {
  return document.regions.filter(({ element, signals, from, to }) => {
    if (from > view.to + BEHIND || to === from || to - from > 3) return false;
    const { itemprop, class: names = '' } = element.attribs;
    return itemprop === 'author' || ((signals & BIT.byline) !== 0 && AUTHOR_CLASS.test(names));
  });
}

/** What stands beside a name in one line: a date, a place, the site. */
const BESIDE = /\s*[|•/]\s*|\s+[-–—]\s+/;

/** A name in a line of its own between headline and text, or below it; a date may stand beside. */
export function fromLoneNames(facts: PageFacts, view: BylineView): Candidate[] {
  const { headline, from } = view;
  const below = [...view.lines, ...linkedNames(facts, view)].filter(
    ({ index, afterImage, tag }) =>
      index > (headline ?? Number.POSITIVE_INFINITY) &&
      (!afterImage || isOpinion(facts)) &&
      tag !== 'li',
  );
  const names = below.flatMap(({ text, index }) => {
    const parts = text.split(BESIDE);
    // Initials below the text are the desk's, above it the writer's.
    const isName = index < from ? isNamed : isLoneName;
    const name = parts.find((part) => isName(part, facts.siteNames));
    const others = parts.filter((part) => part !== name);
    return name && others.every((part) => isDateLine(part) || isCity(part)) ? [{ name, text }] : [];
  });
  return names.slice(0, 1).map(({ name, text }) => ({
    names: [trimName(name)],
    from: 'name alone',
    text,
    confidence: 0.8,
  }));
}

/** Sections of columns, in titles and addresses: there a name below a picture is the writer's. */
const OPINION =
  /(?:^|[\s|/»–-])(?:الرأي|رأي|آراء|مقالات|أعمدة|كت[اّ]+ب|كتابات|أقلام|opinions?|columns?|writers?)(?:$|[\s|/»–-])/i;

function isOpinion({ metadata, document }: PageFacts): boolean {
  const sections = metadata.meta.get('article:section') ?? [];
  return [metadata.title ?? '', document.url, ...sections].some((text) => OPINION.test(text));
}

/** Initials for a name, as some papers sign: `ق. و`. */
const INITIALS = /^\p{L}\s?\.\s?\p{L}\.?$/u;

/** A desk as printed: `محرر الفنون`. */
const DESK = /^محررة? \p{L}{4,}$/u;

function isNamed(text: string, siteNames: readonly string[]): boolean {
  if (isLoneName(text, siteNames)) return true;
  return (INITIALS.test(text) || DESK.test(text)) && isAuthorName(text, siteNames);
}

/** Names that are links, between headline and text, where no list of subjects stands. */
function linkedNames({ document, siteNames }: PageFacts, view: BylineView): readonly Block[] {
  const from = view.headline ?? view.from;
  return document.blocks
    .slice(from + 1, view.from)
    .filter(
      ({ linkShare, text, tag }) => linkShare >= 0.9 && tag !== 'li' && isNamed(text, siteNames),
    );
}

/** Addresses of the pages that sites give their authors. */
const AUTHOR_PATH =
  /\/(?:authors?|writers?|editors?|reporters?|journalists?|columnists?|contributors?|people|كاتب|الكاتب|كتاب)\/|\/users?\/(?!login|register|password)/i;

/** A link to an author's page, from shortly above the text to its end. */
export function fromLinks(facts: PageFacts, { from, to }: BylineView): Candidate[] {
  const near = facts.document.links.filter(
    ({ block }) => block >= from - BEHIND && block <= to + 2,
  );
  const links = near.filter(
    ({ element: { attribs } }) => attribs.rel === 'author' || AUTHOR_PATH.test(attribs.href ?? ''),
  );
  return links
    .slice(0, 5)
    .flatMap(({ element }) =>
      fromTexts(facts, [innerText(element)], { from: 'author link', confidence: 0.85 }),
    )
    .slice(0, 1);
}
