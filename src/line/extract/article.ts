import { findLanguage } from '../../arabic/language.ts';
import { type Evidence, type Found, found } from '../../record/evidence.ts';
import type { NoArticle, PageRights, Reading, TextBlocks } from '../../record/reading.ts';
import { readCanonical, readOtherUrls } from './absolute-url.ts';
import { readSection } from './article-section.ts';
import { readAuthor } from './author.ts';
import { type BylineView, markedTexts } from './author-places.ts';
import { type Body, paragraphsOf, readBody } from './body/article-body.ts';
import { splitEnds } from './body/ends.ts';
import { readBodyBlocks } from './body-blocks.ts';
import { type BylineSpan, bylineSpan } from './byline-span.ts';
import { readCredit } from './credit.ts';
import { readDates } from './dates.ts';
import { readDescription } from './description.ts';
import type { Document } from './document.ts';
import { type Headline, readHeadline } from './headline.ts';
import { readImage } from './image.ts';
import { readImages } from './images.ts';
import { readKeywords } from './keywords.ts';
import { gatherPageFacts, type PageFacts } from './page-facts.ts';
import { findNoArticle } from './page-kind.ts';
import { readEnclosures } from './page-media.ts';
import { hasPaywall } from './paywall.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Block } from './region.ts';
import { readRights } from './rights.ts';
import { countWords } from './word-count.ts';

/**
 * Reads the article off a page: each field with its evidence, or why the page holds none. Never
 * throws, whatever the page; a field that cannot be known is absent.
 */
export function readArticle(document: Document, context: ReadingContext): Reading | NoArticle {
  const facts = gatherPageFacts(document, context);
  const rights = readRights(facts);
  if (rights.noindex && context.source?.rights?.respectNoindex) return leftOut(rights);
  const { headline, body } = readParts(facts);
  const none = findNoArticle({
    facts,
    paragraphs: paragraphsOf(body),
    headline: headline?.value,
    isShown: headline?.block !== undefined,
    headlineBlock: headline?.block,
    isStated: isBySource(headline?.evidence) && isBySource(body.evidence),
    kept: body.kept,
  });
  const blocks = blocksOf(headline, body);
  return { ...(none ?? readFields(facts, { headline, body, rights })), blocks };
}

const isBySource = (evidence: Evidence | undefined): boolean =>
  evidence?.from.startsWith('source:') === true;

/** Longest start of a removed text that is kept, in UTF-16 units: enough to know it again. */
const SHOWN_LENGTH = 200;

function blocksOf(headline: Headline | undefined, { kept, removed }: Body): TextBlocks {
  return {
    ...(headline?.block === undefined ? {} : { headline: headline.block }),
    kept: kept.map(({ index }) => index),
    removed: removed.map(({ block: { index, text }, reason }) => ({
      block: index,
      text: text.slice(0, SHOWN_LENGTH),
      reason,
    })),
  };
}

function leftOut({ line }: PageRights): NoArticle {
  return { kind: 'noindex', reason: `rights.respectNoindex, and the page says ${line}` };
}

/** Headline and text: a heading below all of the text gives way to one above it. */
function readParts(facts: PageFacts): Omit<Parts, 'rights'> {
  const headline = readHeadline(facts);
  const body = readBody(facts, headline?.block);
  if (!body.isAbove || body.kept.length === 0) return { headline, body };
  const other = readHeadline(facts, body.kept[0]?.index);
  // Styles may lift a headline that stands below its text.
  if (!other || (other.block === undefined && other.value === headline?.value))
    return { headline, body: aboveOf(body, headline?.block) };
  return { headline: other, body: readBody(facts, other?.block) };
}

/** What stands from a lifted headline on is none of the text above it: section, name, date. */
function aboveOf(body: Body, headline: number | undefined): Body {
  if (headline === undefined) return body;
  const isSection = ({ index, words, endsSentence }: Block): boolean =>
    index === headline - 1 && words <= SECTION_WORDS && !endsSentence;
  return {
    ...body,
    kept: body.kept.filter((block) => block.index < headline && !isSection(block)),
  };
}

/** Longest section right above such a headline, in words. */
const SECTION_WORDS = 3;

interface Parts {
  readonly headline: Headline | undefined;
  readonly body: Body;
  readonly rights: PageRights;
}

function readFields(facts: PageFacts, { headline, body, rights }: Parts): Reading {
  const span = spanOf(body);
  const ends = splitEnds(facts, body);
  const view = {
    lines: ends.lines,
    reporter: ends.reporter,
    headline: headline?.block,
    ...span,
  };
  const place = { headline: headline?.block, ...span, signals: body.mass.signals };
  const near = bylineSpan(facts.document, view);
  const image = readImage(facts, span);
  const title = headline?.value ?? '';
  const words = paragraphsOf(body).reduce((sum, text) => sum + countWords(text), 0);
  return {
    kind: 'article',
    ...defined({
      headline: headline && { value: headline.value, evidence: headline.evidence },
      description: readDescription(facts, title),
      articleBody: ends.body,
      bodyBlocks: readBodyBlocks(facts.document, body, ends.body),
      author: readAuthor(facts, view),
      credit: readCredit(facts, {
        lines: [...linesBeside(view, near), ...markedTexts(facts, view)],
        split: ends.credits,
        span: near,
      }),
      dateline: ends.dateline,
      articleSection: readSection(facts, { title, headline: headline?.block, ...span }),
      keywords: readKeywords(facts, span.to),
      image,
      images: readImages(facts, span, image?.value),
      enclosures: readEnclosures(facts, span),
      inLanguage: languageOf(ends.body),
      canonical: readCanonical(facts),
      siteName: facts.siteNames[0],
      crawler: facts.crawler?.name,
    }),
    otherUrls: readOtherUrls(facts),
    dates: readDates(facts, place),
    rights: { ...rights, paywalled: rights.paywalled || hasPaywall(facts, { ...span, words }) },
  };
}

/**
 * Texts of the lines around headline and text; those of other stories left out. Right behind the text
 * the heading of other stories may stand, or the source: that one has its label.
 */
const linesBeside = ({ lines, to }: BylineView, span: BylineSpan): readonly string[] =>
  lines
    .filter(
      ({ index, text }) =>
        (index >= span.headline && index < to) ||
        (index === to && LABELLED.test(text)) ||
        span.holds(index),
    )
    .map(({ text }) => text);

/** `المصدر: وكالات`, `Source : AFP`. */
const LABELLED = /^\p{L}[\p{L} ]{1,20}:/u;

/**
 * Start of a text that the language is told from, in UTF-16 units: a hundred words, of which every
 * fourth is a sign. More costs a tenth of the reading and changes no answer.
 */
const LANGUAGE_LENGTH = 700;

function languageOf(body: Found<readonly string[]> | undefined): Found<string> | undefined {
  const text = body?.value.join(' ').slice(0, LANGUAGE_LENGTH) ?? '';
  const language = findLanguage(text);
  return language && found(language.tag, { from: 'text', confidence: language.confidence });
}

function spanOf({ kept }: Body): { from: number; to: number } {
  return { from: kept[0]?.index ?? 0, to: (kept.at(-1)?.index ?? 0) + 1 };
}

/** Leaves out the fields that are not known. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
