import type { Document } from './document.ts';
import type { Block } from './region.ts';
import { BIT } from './signal.ts';

/** Where the article stands on the page, in blocks, and the signals that hold for each block. */
export interface DatePlace {
  readonly headline: number | undefined;
  readonly from: number;
  readonly to: number;
  readonly signals: readonly number[];
}

/**
 * Parts of a page that dates stand in: `head` from right above the headline to the text, `above`
 * that, within the `text`, and `below` it.
 */
export type DatePart = 'head' | 'above' | 'text' | 'below';

/** How far around headline and text a visible date stands, in blocks. */
const NEAR = 8;

/** Author and date go right behind a headline below the text, in blocks. */
const RIGHT_BEHIND = 4;

/** Section, date and time go right above a headline. */
const RIGHT_ABOVE = 3;

/** Signals of what has dates of its own: comments, other articles, the site's clock. */
const ELSEWHERE = BIT.comments | BIT.related | BIT.sidebar | BIT.nav | BIT.footer | BIT.caption;

/** Between headline and text a byline may be a sidebar or a footer by its class: `footer.submitted`. */
const NEVER_IN_HEAD = BIT.comments | BIT.related | BIT.nav | BIT.caption;

/** The part of the page that a block's date is of; undefined where it is of something else. */
export function partOf(document: Document, block: number, place: DatePlace): DatePart | undefined {
  const { headline, from, to, signals } = place;
  const top = Math.min(headline ?? from, from);
  const mask = signals[block] ?? 0;
  // What holds for the headline itself says nothing against what stands beside it.
  const isHead = isAtHeadline(block, top, place);
  if (isHead && (mask & headSignals(block, place)) === 0) return 'head';
  if (isHead && (isAlone(document, block, mask) || isInByline(document, block, top))) return 'head';
  if (block >= to && block < to + NEAR && isOwnFooter(document, block, place)) return 'below';
  if ((mask & ELSEWHERE) !== 0)
    return isHead && isOfCaption(document, block, mask) ? 'head' : undefined;
  if (block < top - NEAR || block >= to + NEAR) return undefined;
  if (isHead) return 'head';
  return block < top ? 'above' : block < to ? 'text' : 'below';
}

/** From right above the headline to the text; styles may lift a headline that stands below it. */
function isAtHeadline(block: number, top: number, { headline, from, to }: DatePlace): boolean {
  if (block >= top - RIGHT_ABOVE && block < from) return true;
  const isLifted = headline !== undefined && headline >= to;
  return isLifted && block > headline && block <= headline + RIGHT_BEHIND;
}

function headSignals(block: number, { headline, signals }: DatePlace): number {
  // No site's footer stands above a headline: what is named so is the post's own.
  const against =
    headline === undefined || block < headline ? ELSEWHERE & ~BIT.footer : NEVER_IN_HEAD;
  return against & ~(signals[headline ?? -1] ?? 0);
}

/** A line of a caption's class that begins with a date is none of a picture: `01.11.2026 | …`. */
const DATE_FIRST = /^(?:\p{L}+,? )?[\d٠-٩۰-۹]{1,4}[./\s-]/u;

const isOfCaption = ({ blocks }: Document, block: number, mask: number): boolean =>
  (mask & ELSEWHERE) === BIT.caption && DATE_FIRST.test(blocks[block]?.text ?? '');

/** `<aside><time>…</time></aside>` above a headline: what is set aside is the date itself. */
function isAlone({ regions, blocks }: Document, block: number, mask: number): boolean {
  const region = regions[blocks[block]?.region ?? -1];
  const isAside = (mask & ELSEWHERE) === BIT.sidebar && region?.element.name === 'aside';
  return isAside && region.to - region.from === 1;
}

/** Most blocks of a line of author, date, section and counters. */
const BYLINE_BLOCKS = 6;

/**
 * True in a small element whose class calls it the byline and something else as well, `ul.nav.meta`,
 * where nothing between it and the headline's box is another story's.
 */
function isInByline({ regions, blocks }: Document, block: number, top: number): boolean {
  let isByline = false;
  let region = regions[blocks[block]?.region ?? -1];
  while (region && !(region.from <= top && top < region.to)) {
    const isOwn = (region.signals & BIT.byline) !== 0 && region.to - region.from <= BYLINE_BLOCKS;
    if (!isOwn && (region.signals & ELSEWHERE) !== 0) return false;
    isByline ||= isOwn;
    region = regions[region.parent];
  }
  return isByline;
}

/** Classes of the line below a post: Drupal's and WordPress's. */
const POST_FOOTER =
  /(?:^|[\s_-])(?:submitted|(?:entry|post|article|node)[-_]+(?:footer|meta|info))/i;

/** Most blocks of a box that tells who wrote, when, and in which section. */
const BOX_BLOCKS = 10;

/** True in a small box beside the article that tells who wrote and when; no menu, no other stories. */
export function isInFactBox(document: Document, block: number, place: DatePlace): boolean {
  const { blocks, regions } = document;
  const { headline, from, to, signals } = place;
  const top = Math.min(headline ?? from, from);
  if (block < top - NEAR || block >= to + NEAR) return false;
  if (((signals[block] ?? 0) & ELSEWHERE & ~BIT.sidebar) !== 0) return false;
  let region = regions[blocks[block]?.region ?? -1];
  while (region && region.element.name !== 'aside') region = regions[region.parent];
  return region !== undefined && region.to - region.from <= BOX_BLOCKS;
}

/** True where the footer that a block stands in is the article's, not the site's. */
export function isOwnFooter(
  document: Document,
  block: number,
  { from, signals }: DatePlace,
): boolean {
  if ((signals[block] ?? 0) & ELSEWHERE & ~BIT.footer) return false;
  const { regions, blocks } = document;
  let region = regions[blocks[block]?.region ?? -1];
  while (region) {
    const { element, parent } = region;
    const around = regions[parent];
    const isFooter = element.name === 'footer' || POST_FOOTER.test(element.attribs.class ?? '');
    if (isFooter && around?.element.name === 'article' && around.from <= from) return true;
    if (isFooter && POST_FOOTER.test(element.attribs.class ?? '')) return true;
    region = around;
  }
  return false;
}

/** Words from which a linked line is a title and no section's or author's name. */
const TITLE_WORDS = 4;

/**
 * True for the date of another article: it stands in or right behind that one's linked title. From
 * headline to text a linked line is the author's, and the date behind it is this article's.
 */
export function isOfOther({ blocks }: Document, block: Block, place: DatePlace): boolean {
  const { headline, from, to } = place;
  if (block.index >= Math.min(headline ?? from, from) && block.index < to) return false;
  if (block.linkShare > 0.5 && block.words > TITLE_WORDS * 2) return true;
  return [blocks[block.index - 1], blocks[block.index - 2]].some(
    (title, at) =>
      title !== undefined &&
      title.index !== headline &&
      title.index >= to &&
      title.linkShare > 0.8 &&
      title.words >= TITLE_WORDS &&
      // Between a title and its date its writer may stand.
      (at === 0 || (blocks[block.index - 1]?.words ?? 0) <= TITLE_WORDS),
  );
}
