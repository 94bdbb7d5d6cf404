import { type Evidence, type Found, found } from '../../../record/evidence.ts';
import type { Document } from '../document.ts';
import { findGiven } from '../given.ts';
import { textIn } from '../json-ld.ts';
import { findMeta, oneLine } from '../metadata.ts';
import type { PageFacts } from '../page-facts.ts';
import type { Block } from '../region.ts';
import { removeBoilerplate } from '../removal/removal.ts';
import type { Removal } from '../removal/rule.ts';
import { findContainer } from './container.ts';
import { agreeWithData } from './data-agreement.ts';
import { findDataText } from './data-text.ts';
import { findLead } from './lead.ts';
import { type Mass, weigh } from './mass.ts';
import { narrowToHeadline } from './narrow.ts';
import { spanBlocks } from './span.ts';

/** What became of the blocks that were looked at as the article's text. */
export interface Body {
  readonly kept: readonly Block[];
  readonly removed: readonly Removal[];
  readonly evidence: Evidence;
  readonly mass: Mass;
  /** Block of the headline above it. */
  readonly headline?: number | undefined;
  /** Paragraphs that did not come from blocks: of JSON-LD or a crawler's function. */
  readonly paragraphs?: readonly string[];
}

/** Length of a text's start that is compared with the description, in UTF-16 units. */
const START = 30;

/** Finds the article's text on the page. */
export function readBody(facts: PageFacts, headline: number | undefined): Body {
  const { document } = facts;
  const mass = weigh(document, headline);
  const given = findGiven<readonly string[]>(facts, 'body');
  const place = given ? givenBlocks(document, given.elements) : [];
  if (given?.value)
    return { ...empty(mass), paragraphs: given.value, evidence: evidenceOf(given.from, 0.95) };
  const agreed = agreedBlocks(facts);
  if (given && place.length > 0) {
    const lead = findLead(document, place, { mass, headline, agreed, told: true });
    return finish(facts, { place: [...lead, ...place], lead, mass, headline, from: given.from });
  }
  const found = findContainer(document, mass, { headline, agreed });
  if (!found) return withData(facts, empty(mass));
  const container = narrowToHeadline(document, found, { mass, headline });
  const span = spanBlocks(document, container, { mass, headline });
  const lead = findLead(document, span, { mass, headline, agreed });
  const from = pathOf(facts, container.index);
  return withData(facts, finish(facts, { place: [...lead, ...span], lead, mass, headline, from }));
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
  readonly mass: Mass;
  readonly headline: number | undefined;
  readonly from: string;
}

function finish(facts: PageFacts, { place, lead, mass, headline, from }: Place): Body {
  const text = removeBoilerplate(facts, { place, lead: new Set(lead), mass, headline });
  const { kept, removed } = agreeWithData(facts, text, mass);
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
function agreedBlocks(facts: PageFacts): ReadonlySet<number> {
  const { metadata, article, document } = facts;
  const texts = [
    findMeta(metadata, ['description', 'og:description'])?.content,
    textIn(article?.description),
    textIn(article?.articleBody),
    facts.context.link?.summary,
  ];
  const starts = new Set(texts.map((text) => oneLine(text ?? '').slice(0, START)));
  const agreed = new Set<number>();
  for (const block of document.blocks)
    if (block.text.length > START && starts.has(block.text.slice(0, START)))
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
