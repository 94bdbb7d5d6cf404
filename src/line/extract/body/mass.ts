import type { Document } from '../document.ts';
import { INLINE } from '../element-kinds.ts';
import type { Block, Region } from '../region.ts';
import { BIT } from '../signal.ts';

/** Signals that speak against a region's text being the article's. */
export const AGAINST =
  BIT.kicker |
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
  BIT.kicker |
  BIT.byline |
  BIT.sidebar |
  BIT.tags |
  BIT.player |
  BIT.related |
  BIT.share |
  BIT.hidden;

/** Signals that hold even where much of a short page's text stands in the region. */
const STRONG = BIT.comments | BIT.footer | BIT.consent;

/** Signals that still hold for an element whose class also says that it holds the text. */
const BESIDE_CONTENT = BIT.comments | BIT.footer | BIT.nav | BIT.sidebar | BIT.related | BIT.hidden;

/** A class that names a wrapper of so much of the page's text does not describe that text. */
const WRAPPER_SHARE = 1 / 3;

/** Share of a page's paragraphs under one word from which the word is of the site's layout. */
const LAYOUT_SHARE = 0.5;

/** What holds of a page's blocks: what their signals are, and where running text stands. */
export interface Mass {
  /** Signals that hold for each block: its regions' own, as far as they are believed. */
  readonly signals: readonly number[];
  /** Mass between two blocks, without what signals speak against. */
  readonly between: (from: number, to: number) => number;
}

/** Weighs a page's blocks. `headline`: index of the headline's block, which no wrapper discredits. */
export function weigh(document: Document, headline: number | undefined): Mass {
  const believed = document.regions.map((region) => believe(document, region, headline));
  const signals = inherit(document, believed);
  disbelieve(signals, document.blocks, AGAINST & ~STRONG);
  if (isBare(document, signals, headline))
    disbelieve(signals, document.blocks, BIT.comments | BIT.footer | BIT.nav);
  const clean = sums(
    document.blocks.map(({ index, mass }) => ((signals[index] ?? 0) & AGAINST ? 0 : mass)),
  );
  return { signals, between: (from, to) => (clean[to] ?? 0) - (clean[from] ?? 0) };
}

/** The signals of a region's own, without those that its place and its size speak against. */
function believe(document: Document, region: Region, headline: number | undefined): number {
  const { signals, from, to, element } = region;
  if ((signals & AGAINST) === 0) return signals;
  if (element.name === 'html' || element.name === 'body') return signals & ~AGAINST;
  // A row of a table is named by what it lists: `player-2020-617`.
  if (ROW.test(element.name)) return signals & ~(BIT.player | BIT.board);
  const own = textBetween(document, from, to);
  // A span that holds a sentence styles it: `ms-rteFontSize-3`, `update-text`.
  if (INLINE.has(element.name) && own >= PARAGRAPH)
    return signals & ~(CAPTION.test(element.attribs.class ?? '') ? LOOSE & ~BIT.caption : LOOSE);
  if (headline !== undefined && from <= headline && headline < to)
    if (to - from > HEADER || textBetween(document, headline, to) >= PARAGRAPH)
      return signals & ~AGAINST;
  if (to - from > 1 && isLarge(document, region, own)) return signals & (~AGAINST | STRONG);
  return signals & BIT.content ? signals & (~AGAINST | BESIDE_CONTENT) : signals;
}

/** A class that says of what it holds that it is a caption, however long. */
const CAPTION = /(?:^|[\s_-])caption(?:-text)?(?:$|\s)/i;

const ROW = /^t[rdh]$/;

/** True for a wrapper of much of the page's text, and for an article of its own. */
function isLarge(document: Document, { element }: Region, own: number): boolean {
  const total = document.textBefore.at(-1) ?? 0;
  return own >= WRAPPER_SHARE * total || (element.name === 'article' && own >= ARTICLE);
}

/** Running text, in UTF-16 units, from which an `article` is no card of a list. */
const ARTICLE = 600;

/** Most blocks of a header with the headline, its date and its author: its class speaks of these. */
const HEADER = 3;

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
 * Takes a signal from all blocks where most of the page's running text stands under it: its word is
 * one of the site's layout and tells nothing. Boilerplate is never most of the text.
 */
function disbelieve(signals: number[], blocks: readonly Block[], among: number): void {
  const byBit = new Map<number, number>();
  let total = 0;
  for (const [index, mask] of signals.entries()) {
    const mass = blocks[index]?.mass ?? 0;
    if (mass < PARAGRAPH) continue;
    total += mass;
    for (let rest = mask & among; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      byBit.set(bit, (byBit.get(bit) ?? 0) + mass);
    }
  }
  let misleading = 0;
  for (const [bit, mass] of byBit) if (mass > LAYOUT_SHARE * total) misleading |= bit;
  if (misleading !== 0)
    for (const [index, mask] of signals.entries()) signals[index] = mask & ~misleading;
}

/** How far behind the headline the text of such a page begins, in blocks. */
const RIGHT_BEHIND = 8;

/** What titles comments; behind it none of them is the text. */
const COMMENTS = /تعليق|comment/i;

/**
 * True where signals take every paragraph of a page, and the first of them stands right behind the
 * headline: `comment-text-list`, `footer-menu-widget` are what its system calls the text.
 */
function isBare(
  { blocks }: Document,
  signals: readonly number[],
  headline: number | undefined,
): boolean {
  const paragraphs = blocks.filter(({ mass }) => mass >= PARAGRAPH);
  if (paragraphs.some(({ index }) => ((signals[index] ?? 0) & AGAINST) === 0)) return false;
  const first = paragraphs.find(({ index }) => index > (headline ?? 0));
  if (!first) return false;
  const top =
    headline ??
    blocks
      .slice(0, first.index)
      .findLast(({ kind, linkShare }) => kind === 'heading' && linkShare < 0.5)?.index;
  if (top === undefined || first.index > top + RIGHT_BEHIND) return false;
  const between = blocks.slice(top, first.index);
  return !between.some(({ text }) => COMMENTS.test(text));
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

/** Running text between two blocks, in UTF-16 units. */
export function textBetween({ textBefore }: Document, from: number, to: number): number {
  return (textBefore[to] ?? 0) - (textBefore[from] ?? 0);
}
