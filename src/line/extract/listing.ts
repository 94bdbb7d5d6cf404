import { isBareDate } from './bare-date.ts';
import { isDateLine } from './date-line.ts';
import type { Document } from './document.ts';
import { inPageBlocks } from './in-page-link.ts';
import { isLinkedHeading, isLinkedTitle, isTitle, TITLE_WORDS } from './linked-title.ts';
import { CARD_BLOCKS, endInOneLabel, entriesOf, LEAST_TEASER, TEASER_WORDS } from './list-entry.ts';
import { findMeta } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import { isPostIndex } from './post-index.ts';
import type { Block } from './region.ts';
import { isResults } from './results-page.ts';
import { isTitledTexts } from './titled-texts.ts';

/** Linked headings from which a page without the marks of an article is a listing. */
const LISTED_HEADINGS = 8;

/** Titles with their teasers from which a page is a list of them: four may be boxes below a text. */
const LEAST_ENTRIES = 5;

/** Share of the page's kept text that such entries hold. */
const ENTRY_SHARE = 0.6;

/**
 * Why a page is a list of articles; undefined where it is none. Titles may be linked headings, plain
 * links, rows or cards; what counts is that each has its teaser and that no text goes on behind one.
 */
export function findListing(
  facts: PageFacts,
  kept: readonly Block[],
  headline: string,
): string | undefined {
  const isHome = isHomePage(facts.document.url);
  const listed = countListed(facts.document);
  // Systems state an article and its time on every page, the home page among them.
  const isArticle = saysArticle(facts) || isLongStory(facts.document, kept);
  if (isHome && (listed >= LISTED_HEADINGS || !isArticle)) return 'the home page of the site';
  if (isResults(facts, kept)) return 'what a search found';
  if (isContents(kept)) return `${kept.length} titles and no sentence`;
  if (endInOneLabel(facts.document, kept)) return 'paragraphs that each lead on to another page';
  if (isCards(facts.document, kept)) return 'cards of one make with a title and a day each';
  if (saysArticle(facts)) return undefined;
  if (isPostIndex(facts.document)) return 'posts one after the other, each under its linked title';
  if (isShortStory(facts.document, kept)) return undefined;
  if (isIntroduction(facts.document, kept)) return 'an introduction to a list of titles';
  if (isShelf(kept)) return `${kept.length} pictures with their titles and no text`;
  const entries = entriesOf(facts, kept);
  if (isTitledTexts(facts, { kept, entries, headline }))
    return 'texts of which each has its own title';
  if (hasRunOfText(facts, kept) && !isAllEntries(entries, kept)) return undefined;
  const longest = Math.max(0, ...kept.map(({ words }) => words));
  if (longest <= TEASER_WORDS && listed >= LISTED_HEADINGS && pathDepth(facts.document.url) < 3)
    return `${listed} linked headings and no longer text`;
  if (!isAllEntries(entries, kept)) return undefined;
  return `${entries.length} titles with their teasers and no longer text`;
}

/** Headings that lead to other pages; handbooks link each to itself. */
function countListed(document: Document): number {
  const inPage = inPageBlocks(document);
  return document.blocks.filter((block) => isLinkedHeading(block) && !inPage.has(block.index))
    .length;
}

/** Paragraphs longer than any teaser from which a page at the address of the home page is a story. */
const LONG_PARAGRAPHS = 4;

/** Long paragraphs, one after the other: systems state the home page as the address of every page. */
const isLongStory = (document: Document, kept: readonly Block[]): boolean =>
  kept.filter(({ words, endsSentence }) => endsSentence && words > TEASER_WORDS).length >=
    LONG_PARAGRAPHS && !isPostIndex(document);

/** Titles from which lines without a sentence are the contents of an issue. */
const LEAST_TITLES = 8;

/** The contents of a printed issue: titles under the numbers of its pages. */
const isContents = (kept: readonly Block[]): boolean =>
  kept.length >= LEAST_TITLES &&
  kept.every(
    ({ kind, endsSentence, words }) =>
      !endsSentence && words <= TITLE_WORDS && (kind === 'item' || kind === 'heading'),
  ) &&
  kept.some(({ kind }) => kind === 'item');

/** Teasers in boxes of one make, each with a day, that hold most of the text: a script opens the cards. */
function isCards(document: Document, kept: readonly Block[]): boolean {
  const byMake = new Map<string, Block[]>();
  for (const block of kept) {
    const make = cardOf(document, block);
    if (make !== undefined) byMake.set(make, [...(byMake.get(make) ?? []), block]);
  }
  return [...byMake.values()].some(
    (cards) =>
      cards.length >= LEAST_ENTRIES && massOf(cards) >= ENTRY_SHARE * massOf(teasersOf(kept)),
  );
}

/** The make of the card that a teaser stands in, with a title before it and a day: element and class. */
function cardOf(
  { blocks, regions }: Document,
  { region, index, words }: Block,
): string | undefined {
  const own = regions[region];
  const box = own && own.to - own.from === 1 ? regions[own.parent] : own;
  if (!box || box.to - box.from > CARD_BLOCKS || words > TEASER_WORDS) return undefined;
  const [title, ...others] = blocks.slice(box.from, box.to);
  if (!title || title.index === index || !isTitle(title)) return undefined;
  const hasDay = others.some(({ text }) => isBareDate(text) && isDateLine(text));
  return hasDay
    ? `${box.parent} ${box.element.name} ${box.element.attribs.class ?? ''}`
    : undefined;
}

/** One paragraph above titles that lead on, each with its teaser: a programme and its episodes. */
function isIntroduction({ blocks }: Document, kept: readonly Block[]): boolean {
  if (kept.length !== 1) return false;
  const start = kept[0]?.index ?? 0;
  const teasers = blocks.filter(({ index, words, linkShare }) => {
    const title = blocks[index - 1];
    const isLed = title !== undefined && isLinkedHeading(title);
    return index > start && isLed && linkShare < 0.2 && words > LEAST_TEASER;
  });
  return teasers.length >= LEAST_ENTRIES;
}

/** Share of the lines of a shelf of pictures that stand right behind one. */
const PICTURED = 0.8;

/** True for titles behind pictures, and not one sentence: films, albums, books. */
function isShelf(kept: readonly Block[]): boolean {
  const titles = kept.filter((block) => isTitle(block) && block.isAfterImage);
  return (
    titles.length >= LEAST_ENTRIES &&
    titles.length >= PICTURED * kept.length &&
    !kept.some(({ endsSentence }) => endsSentence)
  );
}

/** True where titles with their teasers hold most of the text. */
function isAllEntries(entries: readonly Block[], kept: readonly Block[]): boolean {
  return (
    entries.length >= LEAST_ENTRIES && massOf(entries) >= ENTRY_SHARE * massOf(teasersOf(kept))
  );
}

/** What is longer than a title, or a sentence. */
const teasersOf = (kept: readonly Block[]): readonly Block[] =>
  kept.filter(({ words, endsSentence }) => words > TITLE_WORDS || endsSentence);

/** True where structured data or metadata call the page an article. */
function saysArticle({ metadata, article }: PageFacts): boolean {
  const type = findMeta(metadata, ['og:type'])?.content ?? '';
  return (
    article !== undefined || /article/.test(type) || metadata.meta.has('article:published_time')
  );
}

/** True for the address of a site's home page: no article lives there, but some at `/?p=12`. */
function isHomePage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname, search } = new URL(url);
  const isIndex = /^\/(?:(?:index|default|home)\.(?:html?|php|aspx?|jsp))?$/i.test(pathname);
  return /^https?:$/.test(protocol) && isIndex && search === '';
}

/** Words of a short story, and its sentences, of which none is a teaser. */
const SHORT_STORY = 25;

/** Shortest headline that tells what happened, in words. */
const STORY_WORDS = 8;

/** Sentences right below the page's own heading, and every linked heading below them. */
function isShortStory({ blocks }: Document, kept: readonly Block[]): boolean {
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last || last.index - first.index >= 2 * kept.length) return false;
  const top = blocks.findIndex(({ tag, linkShare }) => tag === 'h1' && linkShare < 0.5);
  if (top < 0 || top > first.index) return false;
  const words = kept.reduce((sum, block) => sum + block.words, 0);
  const isAfter = !blocks.slice(top, last.index).some(isLinkedHeading);
  if (!isAfter || words < SHORT_STORY) return false;
  if (kept.length > 1 && kept.every((one) => one.endsSentence)) return true;
  // A headline that tells what happened, with its lead: a section is called by a word or two.
  const isTold = (blocks[top]?.words ?? 0) >= STORY_WORDS;
  return isTold && kept.every((one) => one.endsSentence || one.words < LEAST_TEASER);
}

/** Parts of the address's path: `/`, `/category/world` are listings' more than articles'. */
function pathDepth(url: string): number {
  return URL.canParse(url) ? new URL(url).pathname.split('/').filter(Boolean).length : 0;
}

function massOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Paragraphs and words of a text that goes on: teasers have a title between each two. */
const RUN_PARAGRAPHS = 3;
const RUN_WORDS = 60;

/** True where paragraphs follow each other with no linked title between them. */
function hasRunOfText({ document }: PageFacts, kept: readonly Block[]): boolean {
  let [paragraphs, words, last] = [0, 0, -1];
  for (const block of kept) {
    const between = document.blocks.slice(last + 1, block.index);
    if (between.some(isLinkedTitle)) [paragraphs, words] = [0, 0];
    paragraphs += 1;
    words += block.words;
    last = block.index;
    if (paragraphs >= RUN_PARAGRAPHS && words >= RUN_WORDS) return true;
  }
  return false;
}
