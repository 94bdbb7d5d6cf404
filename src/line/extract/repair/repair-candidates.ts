import { SelectorCostError } from '../../../errors.ts';
import { selectBounded } from '../../../select.ts';
import type { Document } from '../document.ts';
import { selectorsFor } from './element-selectors.ts';
import type { KnownTexts } from './known-texts.ts';
import { type Located, locateTexts } from './locate.ts';

/** A field that a selector may be proposed for. */
export type RepairedField = keyof Located;

/** Fields in the order in which they are mended: the text first, the rest stands around it. */
export const REPAIRED_FIELDS: readonly RepairedField[] = [
  'body',
  'headline',
  'datePublished',
  'author',
];

/** A page with what is known of its article. */
export interface KnownPage {
  readonly document: Document;
  readonly known: KnownTexts;
}

/** Selectors a field that are worth reading the pages by. */
const MOST_CANDIDATES = 4;

/** Share of the pages on which a selector must find the very element first. */
const FITS = 0.6;

/** Selectors of each field that find the known texts on most of the pages, the best first. */
export function findCandidates(
  pages: readonly KnownPage[],
): Readonly<Record<RepairedField, readonly string[]>> {
  const places = pages.map(({ document, known }) => locateTexts(document.root, known));
  const of = (field: RepairedField): readonly string[] => {
    const found = places.flatMap((place, at) => {
      const document = pages[at]?.document;
      return document && place[field].length > 0 ? [{ document, elements: place[field] }] : [];
    });
    const selectors = new Set(found.flatMap(({ elements }) => elements.flatMap(selectorsFor)));
    const scored = [...selectors].map((selector) => ({ selector, fit: fitOf(selector, found) }));
    return scored
      .filter(({ fit }) => fit >= FITS)
      .toSorted((one, other) => other.fit - one.fit)
      .slice(0, MOST_CANDIDATES)
      .map(({ selector }) => selector);
  };
  return {
    body: of('body'),
    headline: of('headline'),
    datePublished: of('datePublished'),
    author: of('author'),
  };
}

interface Place {
  readonly document: Document;
  readonly elements: readonly unknown[];
}

/** Share of the pages whose first element by the selector is the one; less where it finds others too. */
function fitOf(selector: string, places: readonly Place[]): number {
  const fits = places.map(({ document, elements }) => {
    const found = select(document, selector);
    if (!elements.includes(found[0])) return 0;
    return found.length === 1 ? 1 : 0.8;
  });
  return fits.reduce<number>((sum, fit) => sum + fit, 0) / Math.max(1, places.length);
}

/** The operator's own bound holds: what walks too far on one page is no selector for any. */
function select(document: Document, selector: string) {
  try {
    return selectBounded(document.root, selector);
  } catch (error) {
    if (error instanceof SelectorCostError) return [];
    throw error;
  }
}
