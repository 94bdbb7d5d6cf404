import type { Document } from '../document.ts';
import type { Block, Region } from '../region.ts';

/** The place of a picture among those of a slide show, before or behind its title: `1/12`, `3 من 9`. */
const COUNTER =
  /^[([]?\s*(\d{1,3})\s*(?:\/|من|of|sur|von)\s*(\d{1,3})(?!\d)|(?<!\d)(\d{1,3})\s*\/\s*(\d{1,3})\s*[)\]]?$/u;

/** Longest title of a picture beside its counter, in words: scores and parts stand in sentences. */
const TITLE_WORDS = 20;

/** Most blocks of a slide: counter, title, caption, credit. */
const SLIDE_BLOCKS = 4;

/** How far around its counter a slide's picture stands, in elements. */
const LEVELS = 3;

/** Slides that make a show: one counter alone may be a part of a series. */
const LEAST_SLIDES = 2;

/** What stands in the slides of a show amid the text, and its title: reason by block. */
export function slideShows(
  document: Document,
  place: readonly number[],
): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  const slides = place.flatMap((index) => {
    const block = document.blocks[index];
    return block && isCounter(block) ? (slideAround(document, block) ?? []) : [];
  });
  for (const parent of new Set(slides.map((one) => one.parent))) {
    const boxes = slides.filter((one) => one.parent === parent);
    if (boxes.length < LEAST_SLIDES) continue;
    const show = document.regions[parent];
    for (const index of [...blocksOf(boxes), ...(show ? titleOf(document, show, boxes) : [])])
      reasons.set(index, 'a slide show');
  }
  return reasons;
}

function isCounter({ text, words }: Block): boolean {
  const match = words <= TITLE_WORDS ? COUNTER.exec(text) : null;
  if (!match) return false;
  const [at, all] = [Number(match[1] ?? match[3]), Number(match[2] ?? match[4])];
  return at >= 1 && at <= all && all > 1;
}

/** The box around a counter that holds a picture and little else. */
function slideAround({ regions }: Document, { region }: Block): Region | undefined {
  let box = regions[region];
  for (let level = 0; box && level < LEVELS; level += 1) {
    if (box.to - box.from > SLIDE_BLOCKS) return undefined;
    if (regions.slice(box.index, box.end).some(({ images }) => images > 0)) return box;
    box = regions[box.parent];
  }
  return undefined;
}

const blocksOf = (boxes: readonly Region[]): readonly number[] =>
  boxes.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));

/** The headings of a box that holds slides and nothing else. */
function titleOf({ blocks }: Document, show: Region, boxes: readonly Region[]): readonly number[] {
  const inside = new Set(blocksOf(boxes));
  const others = blocks.slice(show.from, show.to).filter(({ index }) => !inside.has(index));
  return others.every(({ kind }) => kind === 'heading') ? others.map(({ index }) => index) : [];
}
