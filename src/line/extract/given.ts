import type { Document, Element } from 'domhandler';
import type { ArticleReaders, FieldReader } from '../../crawler.ts';
import { SelectorCostError } from '../../errors.ts';
import type { ArticleRules } from '../../record/source-rules.ts';
import { selectBounded } from '../../select.ts';
import { innerText, oneLine } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';

/** Most elements that one selector may give a field. */
const MAX_ELEMENTS = 200;

/** Names of the fields that a source file or a crawler may give. */
export type GivenField = keyof ArticleRules & keyof ArticleReaders;

/** What a source file or a crawler gives for a field, and which of them. */
export interface Given<T> {
  readonly from: string;
  readonly elements: readonly Element[];
  /** A value that a crawler's function made. */
  readonly value?: T;
}

/** Asks the source's selectors, then the crawler, for a field. */
export function findGiven<T>(facts: PageFacts, field: GivenField): Given<T> | undefined {
  const rule = facts.context.source?.article?.[field];
  const selectors = typeof rule === 'object' && 'select' in rule ? rule.select : rule;
  const own = findBySelectors(facts, toList(selectors));
  if (own) return { from: placeOf('source:', own.selector), elements: own.elements };
  const reader = facts.crawler?.article?.[field] as FieldReader<T> | undefined;
  return reader === undefined ? undefined : findByCrawler(facts, reader);
}

function findByCrawler<T>(facts: PageFacts, reader: FieldReader<T>): Given<T> | undefined {
  const from = `crawler:${facts.crawler?.name ?? ''}`;
  if (typeof reader === 'function') {
    const value = attempt(() => reader(facts.document.query(), facts.document.url));
    return value === undefined ? undefined : { from, elements: [], value };
  }
  const found = findBySelectors(facts, toList(reader));
  return found && { from: placeOf(`${from} `, found.selector), elements: found.elements };
}

function findBySelectors(
  facts: PageFacts,
  selectors: readonly string[],
): { selector: string; elements: readonly Element[] } | undefined {
  for (const selector of selectors) {
    const elements = selectElements(facts.document.root, selector);
    if (elements.length > 0) return { selector, elements };
  }
  return undefined;
}

/**
 * Elements that a selector finds, at most 200; none for a selector that does not parse.
 * @throws SelectorCostError where the page's selectors walk too far
 */
export function selectElements(root: Document, selector: string): readonly Element[] {
  return attempt(() => selectBounded(root, selector).slice(0, MAX_ELEMENTS)) ?? [];
}

/** A crawler's mistake on one page costs that field, not the page; what costs too much costs it. */
function attempt<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SelectorCostError) throw error;
    return undefined;
  }
}

/** Longest name of a place that evidence takes, in UTF-16 units: the record's schema has 200. */
const PLACE_LENGTH = 190;

/** A selector as evidence names it: a long one is cut, since it says where and is no selector there. */
const placeOf = (prefix: string, selector: string): string => {
  const place = `${prefix}${selector}`;
  return place.length <= PLACE_LENGTH ? place : `${place.slice(0, PLACE_LENGTH - 1)}…`;
};

/** One or several as a list. */
export function toList(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** The texts of what was given: of elements, or a value that is text already. */
export function givenTexts(given: Given<unknown>): readonly string[] {
  const values = [given.value ?? []].flat().filter((value) => typeof value === 'string');
  const texts = given.elements.map((element) => {
    const { content, datetime, title } = element.attribs;
    // Microformats write `<abbr title="2026-03-14T10:22+02:00">10:22</abbr>`.
    const exact = content ?? datetime ?? (element.name === 'abbr' ? title : undefined);
    return exact ?? innerText(element);
  });
  return [...values, ...texts].map(oneLine).filter((text) => text !== '');
}
