import type { Element } from 'domhandler';
import { BYLINE_PREFIX } from './byline-words.ts';
import type { Document } from './document.ts';
import { nameForm } from './name-form.ts';
import type { Block } from './region.ts';
import { BIT } from './signal.ts';

/** Where on the page the article's own lines stand: blocks, the last one excluded. */
export interface BylineSpan {
  readonly from: number;
  readonly to: number;
  /** The headline's block, or the text's first. */
  readonly headline: number;
  /** True for a block inside, outside menus, teasers, comments and boxes of other stories. */
  readonly holds: (block: number) => boolean;
}

/** How far above the headline its author may stand, and how far behind the text, in blocks. */
const ABOVE = 7;
const BEHIND = 14;

/** What holds other stories, or nobody's name. */
const ELSEWHERE = BIT.nav | BIT.related | BIT.comments | BIT.ad | BIT.consent | BIT.form;

/** The blocks around headline and text in which the article's author may be named. */
export function bylineSpan(
  document: Document,
  { headline, from, to }: { headline?: number | undefined; from: number; to: number },
): BylineSpan {
  const top = topOf(document, Math.min(headline ?? from, from));
  const start = Math.max(0, top - ABOVE);
  // Styles may lift a headline that stands below its text: who wrote stands behind it.
  const end = endOf(document, Math.max(to, (headline ?? 0) >= to ? (headline ?? 0) + 1 : 0));
  const holds = (block: number): boolean =>
    block >= start &&
    block < end &&
    (block >= top && block < from
      ? !isElsewhere(document, block, { top, isHead: true })
      : !isElsewhere(document, block, { top, isHead: false }) && !isOfTeaser(document, block, top));
  return { from: start, to: end, headline: top, holds };
}

/** Least words of a first-level heading that is a title, and how far above it still counts, in blocks. */
const HEADING_WORDS = 4;
const HEADING_ABOVE = 80;

/** Where the page has a title of its own above, lines behind that are the article's too. */
function topOf({ blocks }: Document, top: number): number {
  const above = blocks.slice(Math.max(0, top - HEADING_ABOVE), top);
  return above.findLast(({ tag, words }) => tag === 'h1' && words >= HEADING_WORDS)?.index ?? top;
}

/** The article ends where the next one begins: at a heading that names nobody, or a linked title. */
function endOf({ blocks }: Document, to: number): number {
  const limit = Math.min(blocks.length, to + BEHIND);
  for (let at = to; at < limit; at += 1) {
    const block = blocks[at];
    if (block && isNextStory(block)) return at;
  }
  return limit;
}

/** Least words of a linked title: author pages' links have fewer. */
const TITLE_WORDS = 5;

function isNextStory(block: Block): boolean {
  if (isTeaser(block)) return true;
  if (!/^h[1-6]$/.test(block.tag)) return false;
  return nameForm(block.text) === 'none' && !ABOUT.test(block.text);
}

/** Headings of boxes that tell who wrote, and when. */
const ABOUT =
  /^(?:(?:published|publication date|last updated|date|publié(?: le)?|mis à jour(?: le)?|veröffentlicht)\s*[:：]?$|(?:تاريخ|وقت) (?:ال)?(?:نشر|تحديث|إضافة)|آخر تحديث|نشر في|التاريخ|(?:نبذة )?عن (?:الكاتب|المؤلف)ة?|الكاتبة?|بقلم|about the author|authors?|by|auteure?s?|autor(?:in)?)\b|^(?:عن )?الكاتبة?/iu;

/** How far behind the linked title above a headline what belongs to it stands: name, date. */
const TEASER_TAIL = 2;

/** True for the title of another story above the headline, and for who wrote it. */
function isOfTeaser(document: Document, block: number, top: number): boolean {
  const { blocks } = document;
  // A section goes above its title, name and date behind it.
  const near = blocks.slice(Math.max(0, block - TEASER_TAIL), block + 2);
  const own = commonDepth(document, block, top);
  return near.some(
    (one) => one.index !== top && isTeaser(one) && commonDepth(document, block, one.index) >= own,
  );
}

/** Depth of the innermost element around two blocks. */
function commonDepth({ blocks, regions }: Document, one: number, other: number): number {
  let region = regions[blocks[one]?.region ?? -1];
  while (region && !(region.from <= other && other < region.to)) region = regions[region.parent];
  return region?.depth ?? 0;
}

const isTeaser = (block: Block | undefined): boolean =>
  block !== undefined &&
  block.linkShare > 0.9 &&
  block.words >= TITLE_WORDS &&
  !(block.words <= BYLINE_WORDS && BYLINE_PREFIX.exec(block.text)?.[2] !== undefined);

/** A linked name behind a byline's word and a mark has that many words: `إعداد: د. فلانة بنت فلان`. */
const BYLINE_WORDS = 6;

/**
 * True where an element around the block says so: not one around the headline, nor the page's frame, nor
 * below the headline one that its class calls the byline as well, `ul.nav.meta`.
 */
function isElsewhere(
  { blocks, regions }: Document,
  block: number,
  { top, isHead }: { readonly top: number; readonly isHead: boolean },
): boolean {
  let region = regions[blocks[block]?.region ?? -1];
  while (region && region.element.name !== 'body' && region.parent >= 0) {
    if (region.from <= top && top < region.to) return false;
    const isOwn = isHead && (region.signals & BIT.byline) !== 0;
    const isOther = (region.signals & ELSEWHERE) !== 0 && !isOwn;
    if (isOther && !isFrame(region.to - region.from, blocks.length)) return true;
    region = regions[region.parent];
  }
  return false;
}

/** A wrapper of half the page speaks of the page, not of what is in it. */
const isFrame = (size: number, all: number): boolean => size * 2 > all;

/** The blocks that an element fills; undefined for one outside the text that the walk gathered. */
export function blocksOf(
  { regions, links }: Document,
  element: Element,
): { from: number; to: number } | undefined {
  const own = regions.find((region) => region.element === element);
  if (own) return { from: own.from, to: own.to };
  const link = links.find((one) => one.element === element);
  if (link) return { from: link.block, to: link.block + 1 };
  const { parent } = element;
  return parent && 'attribs' in parent
    ? blocksOf({ regions, links } as Document, parent)
    : undefined;
}
