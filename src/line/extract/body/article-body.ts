import { type Evidence, type Found, found } from '../../../record/evidence.ts';
import type { Document } from '../document.ts';
import { findGiven } from '../given.ts';
import { textIn as textOfNode } from '../json-ld.ts';
import { findMeta, oneLine } from '../metadata.ts';
import type { PageFacts } from '../page-facts.ts';
import type { Block } from '../region.ts';
import { removeBoilerplate } from '../removal/removal.ts';
import type { Removal } from '../removal/removal-rule.ts';
import { findContainer } from './container.ts';
import { spanBlocks } from './container-span.ts';
import { agreeWithData } from './data-agreement.ts';
import { findDataText } from './data-text.ts';
import { findLead } from './lead.ts';
import { AGAINST, type Mass, weigh } from './mass.ts';
import { narrowToHeadline } from './narrow.ts';
import { nextArticle } from './next-article.ts';

/** What became of the blocks that were looked at as the article's text. */
export interface Body {
  readonly kept: readonly Block[];
  readonly removed: readonly Removal[];
  readonly evidence: Evidence;
  readonly mass: Mass;
  /** Block of the headline above it. */
  readonly headline?: number | undefined;
  /** True where all of it stands above the headline that was given. */
  readonly isAbove?: boolean;
  /** Paragraphs that did not come from blocks: of JSON-LD or a crawler's function. */
  readonly paragraphs?: readonly string[];
}

/** Length of a text's start that is compared with the description, in UTF-16 units. */
const START = 30;

/**
 * Finds the article's text on the page. What a source file or a crawler gives is held against the
 * page's own container, and is not believed where it holds far less.
 */
export function readBody(facts: PageFacts, headline: number | undefined): Body {
  const mass = weigh(facts.document, headline);
  const search = { facts, mass, headline, agreed: agreedBlocks(facts, headline) };
  const given = findGiven<readonly string[]>(facts, 'body');
  const place = given && givenBlocks(facts.document, given.elements);
  const length = given?.value?.join('').length ?? textIn(facts.document, { mass, place });
  const doubt = given && doubtOf(search, { from: given.from, length });
  if (given && doubt === undefined) {
    const evidence = evidenceOf(given.from, 0.95);
    if (given.value) return { ...empty(mass), paragraphs: given.value, evidence };
    if (place && place.length > 0) return readPlace(search, place, given.from);
  }
  const body = withData(facts, readContainer(search));
  return doubt ? { ...body, evidence: { ...body.evidence, note: doubt } } : body;
}

/** What the text is looked for with. */
interface Search {
  readonly facts: PageFacts;
  readonly mass: Mass;
  readonly headline: number | undefined;
  readonly agreed: ReadonlySet<number>;
}

/** Why the given text is not believed; undefined where it is. */
function doubtOf(search: Search, { from, length }: { from: string; length: number }) {
  const { mass, headline = 0, facts } = search;
  if (length >= GIVEN_SHARE * mass.between(headline, facts.document.blocks.length))
    return undefined;
  const own = textIn(facts.document, { mass, place: findPlace(search)?.place });
  if (own < LEAST_OWN || length >= GIVEN_SHARE * own) return undefined;
  return `${from} holds ${Math.round(length)} of ${Math.round(own)} signs of text`;
}

/** A given text is not believed below this share of the text that the page's own container holds. */
const GIVEN_SHARE = 0.4;

/** Text, in UTF-16 units, that the page's own container holds at least to speak against a given. */
const LEAST_OWN = 200;

function textIn(
  { blocks }: Document,
  { mass, place = [] }: { mass: Mass; place: readonly number[] | undefined },
): number {
  return place.reduce((sum, index) => {
    const isAgainst = ((mass.signals[index] ?? 0) & AGAINST) !== 0;
    return sum + (isAgainst ? 0 : (blocks[index]?.mass ?? 0));
  }, 0);
}

/** The text where a selector says that it stands. */
function readPlace(search: Search, place: readonly number[], from: string): Body {
  const isAbove = isBelow(search, { from: place[0] ?? 0, to: (place.at(-1) ?? 0) + 1 });
  const placed = isAbove ? { ...search, headline: undefined } : search;
  const lead = findLead(search.facts.document, place, { ...placed, told: true });
  return { ...finish(placed, { place: [...lead, ...place], lead, from }), isAbove };
}

/** The text by the page's own looks. */
function readContainer(search: Search): Body {
  const found = findPlace(search);
  if (!found) return empty(search.mass);
  const { container, place, isAbove } = found;
  const from = pathOf(search.facts, container.index);
  const placed = isAbove ? { ...search, headline: undefined } : search;
  const lead = findLead(search.facts.document, place, placed);
  return { ...finish(placed, { place: [...lead, ...place], lead, from }), isAbove };
}

function findPlace(search: Search) {
  const { document } = search.facts;
  const found = findContainer(document, search.mass, search);
  if (!found) return undefined;
  const isAbove = isBelow(search, found);
  const hints = isAbove ? { ...search, headline: undefined } : search;
  const container = narrowToHeadline(document, found, hints);
  return { container, place: spanBlocks(document, container, hints), isAbove };
}

/** Text, in UTF-16 units, above a heading from which it may be that of another story below. */
const TEXT_ABOVE = 200;

/** Text behind a headline, as a share of what stands above it and in UTF-16 units, at least. */
const BEHIND_SHARE = 1 / 8;
const TEXT_BEHIND = 60;

/** True where a text stands above the headline, with hardly any behind it: it is no headline of it. */
function isBelow(
  { mass, headline }: Search,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  if (headline === undefined || from >= headline) return false;
  const above = mass.between(from, Math.min(headline, to));
  const behind = mass.between(headline, Math.max(headline, to));
  return above >= TEXT_ABOVE && behind < Math.max(TEXT_BEHIND, above * BEHIND_SHARE);
}

function withData(facts: PageFacts, body: Body): Body {
  const shown = body.kept.reduce((length, { text }) => length + text.length, 0);
  const paragraphs = findDataText(facts, shown);
  if (!paragraphs) return body;
  return { ...body, paragraphs, evidence: evidenceOf('articleBody in data', 0.85) };
}

interface Place {
  readonly place: readonly number[];
  readonly lead: readonly number[];
  readonly from: string;
}

function finish({ facts, mass, headline }: Search, { place: whole, lead, from }: Place): Body {
  const end = nextArticle(facts.document, headline);
  const place = whole.filter((index) => index < end);
  const text = removeBoilerplate(facts, { place, lead: new Set(lead), mass, headline });
  const { kept, removed } = agreeWithData(facts, text);
  return { kept, removed, mass, headline, evidence: evidenceOf(from, 0.9) };
}

function empty(mass: Mass): Body {
  return { kept: [], removed: [], mass, evidence: evidenceOf('none', 0) };
}

function evidenceOf(from: string, confidence: number): Evidence {
  return { from: from.slice(0, 200), confidence };
}

function givenBlocks(document: Document, elements: readonly unknown[]): number[] {
  const wanted = new Set(elements);
  const indices = new Set<number>();
  for (const region of document.regions)
    if (wanted.has(region.element))
      for (let index = region.from; index < region.to; index += 1) indices.add(index);
  return [...indices].sort((a, b) => a - b);
}

/** Blocks that description or JSON-LD repeat: their start is the same. */
function agreedBlocks(facts: PageFacts, headline: number | undefined): ReadonlySet<number> {
  const { metadata, article, document } = facts;
  const texts = [
    findMeta(metadata, ['description', 'og:description'])?.content,
    textOfNode(article?.description),
    textOfNode(article?.articleBody),
    facts.context.link?.summary,
  ];
  const starts = new Set(texts.map((text) => oneLine(text ?? '').slice(0, START)));
  const agreed = new Set<number>();
  for (const block of document.blocks)
    if (
      block.index !== headline &&
      block.text.length > START &&
      starts.has(block.text.slice(0, START))
    )
      agreed.add(block.index);
  return agreed;
}

function pathOf(facts: PageFacts, index: number): string {
  const element = facts.document.regions[index]?.element;
  const names = element?.attribs.class?.trim().split(/\s+/).slice(0, 3).join('.');
  return `${element?.name ?? ''}${names ? `.${names}` : ''}`;
}

/** The paragraphs of the text, in order. */
export function paragraphsOf(body: Body): readonly string[] {
  return body.paragraphs ?? body.kept.map((block) => block.text);
}

/** The text as a field. */
export function bodyField(body: Body): Found<readonly string[]> | undefined {
  const paragraphs = paragraphsOf(body);
  if (paragraphs.length === 0) return undefined;
  return found(paragraphs, { ...body.evidence, text: paragraphs[0] ?? '' });
}
