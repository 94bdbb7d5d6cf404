import type { Document } from '../document.ts';
import type { Region } from '../region.ts';
import { addAlike, addSections } from './alike.ts';
import { addContent } from './content.ts';
import type { Mass } from './mass.ts';
import { lowest } from './number-range.ts';
import { addRunOn } from './run-on.ts';

/** How far above the container siblings are looked for: text split by ads nests two or three deep. */
const LEVELS = 4;

/** A sibling smaller than this share of the container's mass is not why a level is taken. */
const WORTH = 0.04;

/** Shortest sibling, in UTF-16 units of running text, that is text and not a label. */
const LEAST = 60;

/** Indices of the blocks that are looked at as the article's text, in order. */
export function spanBlocks(
  document: Document,
  container: Region,
  context: { mass: Mass; headline?: number | undefined },
): readonly number[] {
  const { mass, headline } = context;
  const taken = new Set<number>();
  const add = (from: number, to: number) => {
    for (let index = from; index < to; index += 1) taken.add(index);
  };
  add(container.from, container.to);
  const own = mass.between(container.from, container.to);
  let inner = container;
  for (let level = 0; level < LEVELS; level += 1) {
    const around = document.regions[inner.parent];
    if (!around) break;
    const siblings = siblingsOf(document, inner);
    for (const sibling of siblings) {
      const text = mass.between(sibling.from, sibling.to);
      if (text < Math.max(LEAST, own * WORTH)) continue;
      if (!belongs(document, sibling, { inner, headline, text })) continue;
      // The headline's own box may hold the first paragraphs.
      const holds = headline !== undefined && sibling.from <= headline && headline < sibling.to;
      add(holds ? headline + 1 : sibling.from, sibling.to);
    }
    if (headline !== undefined) addSections(document, taken, { siblings, mass, own });
    if (headline !== undefined && around.from <= headline && headline < around.to) break;
    inner = around;
  }
  addAlike(document, taken, { container, mass, headline });
  addContent(document, taken, { container, mass, headline });
  addRunOn(document, taken, { mass, headline });
  addSubHeads(document, taken);
  return [...taken].sort((a, b) => a - b);
}

/** A part that is a heading alone has no running text: it belongs to the part right behind it. */
function addSubHeads(document: Document, taken: Set<number>): void {
  const first = lowest(taken);
  for (let index = document.blocks.length - 1; index > first; index -= 1) {
    const block = document.blocks[index];
    // A picture's caption may stand between.
    if (!block || taken.has(index) || !(taken.has(index + 1) || taken.has(index + 2))) continue;
    if (block.kind === 'heading' && block.tag !== 'h1' && block.linkShare < 0.3) taken.add(index);
  }
}

function siblingsOf(document: Document, inner: Region): readonly Region[] {
  const around = document.regions[inner.parent];
  if (!around) return [];
  const siblings: Region[] = [];
  for (let index = around.index + 1; index < around.end; ) {
    const region = document.regions[index];
    if (!region) break;
    if (region !== inner) siblings.push(region);
    index = region.end;
  }
  return siblings;
}

/** True where a sibling's text is of one piece with the container's. */
function belongs(
  document: Document,
  sibling: Region,
  { inner, headline, text }: { inner: Region; headline: number | undefined; text: number },
): boolean {
  if (headline !== undefined && sibling.to <= headline) return false;
  const blocks = document.blocks.slice(sibling.from, sibling.to);
  if (blocks.some(({ tag, index }) => tag === 'h1' && index !== headline)) return false;
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const linked = blocks.reduce((sum, block) => sum + block.text.length * block.linkShare, 0);
  if (linked / length > 0.3) return false;
  const same =
    sibling.element.name === inner.element.name &&
    sibling.element.attribs.class === inner.element.attribs.class;
  const before = sibling.to <= inner.from;
  // A part of another make that brings its own title is another box of the page.
  if (!same && !before && blocks[0]?.kind === 'heading') return false;
  return same || before || text / length > 0.6;
}
