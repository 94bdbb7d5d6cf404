import type { Document } from '../document.ts';
import { INLINE } from '../element-kinds.ts';
import type { Block } from '../region.ts';
import { BIT } from '../signal.ts';

/** Signals that speak against a region's text being the article's. */
export const AGAINST =
  BIT.caption |
  BIT.byline |
  BIT.authorBox |
  BIT.share |
  BIT.related |
  BIT.tags |
  BIT.comments |
  BIT.nav |
  BIT.sidebar |
  BIT.footer |
  BIT.form |
  BIT.consent |
  BIT.ad |
  BIT.hidden |
  BIT.board |
  BIT.player;

/** Signals that alone do not take running text away: their words name text wrappers too. */
export const WEAK =
  BIT.byline | BIT.sidebar | BIT.tags | BIT.player | BIT.related | BIT.share | BIT.hidden;

/** Signals that hold even where most of a short page's text stands in the region. */
const STRONG = BIT.comments | BIT.nav | BIT.footer | BIT.consent;

/** Signals that still hold for an element whose class also says that it holds the text. */
const BESIDE_CONTENT = BIT.comments | BIT.footer | BIT.nav | BIT.sidebar | BIT.related | BIT.hidden;

/** A class that names a wrapper of most of the page's text does not describe that text. */
const WRAPPER_SHARE = 0.5;

/** A sentence or part of one ends here; titles and teasers have no such end. */
const SENTENCE_END = /[.؟?!…؛،:»"”)\]]\s*$/;

/** Running text has commas, colons or sentence ends in the middle. */
const INNER_MARK = /[،,؛.:؟]\s/;

const HEADING = /^h[1-6]$/;

/** How much running text a block holds, in UTF-16 units, linked text and labels discounted. */
export function massOf(block: Block): number {
  if (block.linkShare > 0.6 || HEADING.test(block.tag)) return 0;
  const length = block.text.length * (1 - block.linkShare);
  if (block.words < 5) return length * 0.1;
  const ended = SENTENCE_END.test(block.text);
  if (ended) return length;
  return INNER_MARK.test(block.text) || block.words > 30 ? length * 0.8 : length * 0.4;
}

/** The text mass of a page: of each block, and summed so that a region's is one subtraction. */
export interface Mass {
  readonly of: readonly number[];
  /** Signals that hold for each block: its regions' own, as far as they are believed. */
  readonly signals: readonly number[];
  /** Mass between two blocks, without what signals speak against. */
  readonly between: (from: number, to: number) => number;
}

/** Weighs a page's blocks. `headline`: index of the headline's block, which no wrapper discredits. */
export function weigh(document: Document, headline: number | undefined): Mass {
  const of = document.blocks.map(massOf);
  const raw = sums(of);
  const total = raw.at(-1) ?? 0;
  const believed = document.regions.map((region) => {
    const share = ((raw[region.to] ?? 0) - (raw[region.from] ?? 0)) / Math.max(1, total);
    const holdsHeadline = headline !== undefined && region.from <= headline && headline < region.to;
    const isRoot = region.element.name === 'html' || region.element.name === 'body';
    // A span that holds a sentence styles it: `ms-rteFontSize-3`, `update-text`.
    if (INLINE.has(region.element.name) && share * total >= PARAGRAPH)
      return region.signals & ~LOOSE;
    if (region.signals & BIT.content) return region.signals & (~AGAINST | BESIDE_CONTENT);
    if (isRoot || (holdsHeadline && region.to - region.from > 3)) return region.signals & ~AGAINST;
    if (share > WRAPPER_SHARE && region.to - region.from > 1)
      return region.signals & (~AGAINST | STRONG);
    return region.signals;
  });
  const signals = inherit(document, believed);
  disbelieve(signals, of);
  const clean = sums(of.map((mass, index) => ((signals[index] ?? 0) & AGAINST ? 0 : mass)));
  return { of, signals, between: (from, to) => (clean[to] ?? 0) - (clean[from] ?? 0) };
}

/** Signals that words of layout give too: `view-mode`, `meta-group`, `inner-widget`. */
const LOOSE =
  BIT.byline |
  BIT.tags |
  BIT.sidebar |
  BIT.player |
  BIT.share |
  BIT.related |
  BIT.hidden |
  BIT.caption;

/**
 * Takes a loose signal from all blocks where most of the page's running text stands under it: its
 * word is one of the site's layout and tells nothing. Boilerplate is never most of the text.
 */
function disbelieve(signals: number[], masses: readonly number[]): void {
  const byBit = new Map<number, number>();
  let total = 0;
  for (const [index, mask] of signals.entries()) {
    const mass = masses[index] ?? 0;
    if (mass < PARAGRAPH) continue;
    total += mass;
    for (let rest = mask & LOOSE; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      byBit.set(bit, (byBit.get(bit) ?? 0) + mass);
    }
  }
  let misleading = 0;
  for (const [bit, mass] of byBit) if (mass > WRAPPER_SHARE * total) misleading |= bit;
  if (misleading !== 0)
    for (const [index, mask] of signals.entries()) signals[index] = mask & ~misleading;
}

/** Running text, in UTF-16 units, from which a block is a paragraph and no teaser. */
const PARAGRAPH = 100;

function inherit(document: Document, believed: readonly number[]): number[] {
  const whole: number[] = [];
  for (const region of document.regions)
    whole.push((believed[region.index] ?? 0) | (whole[region.parent] ?? 0));
  return document.blocks.map((block) => whole[block.region] ?? 0);
}

function sums(values: readonly number[]): number[] {
  const result = [0];
  for (const value of values) result.push((result.at(-1) ?? 0) + value);
  return result;
}
