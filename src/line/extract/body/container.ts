import type { Document } from '../document.ts';
import type { Block, Region } from '../region.ts';
import { BIT } from '../signal.ts';
import type { Mass } from './mass.ts';
import { AGAINST } from './mass.ts';

/** Elements that are paragraphs or parts of them: the container of the text is around them. */
const PARAGRAPH = new Set(
  'p li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre span font strong b em i a center tr tbody figure'.split(
    ' ',
  ),
);

/** What the elements themselves say multiplies their mass. */
const BONUS: readonly { readonly is: (region: Region) => boolean; readonly times: number }[] = [
  { is: ({ element }) => element.attribs.itemprop === 'articleBody', times: 2 },
  { is: ({ signals }) => (signals & BIT.content) !== 0, times: 1.4 },
  { is: ({ element }) => element.name === 'article' || element.name === 'main', times: 1.1 },
];

/** Mass that agreement with the description adds: decides between containers of short texts. */
const AGREED_MASS = 400;

/** The hints that weigh containers beside their text. */
export interface ContainerHints {
  /** Index of the headline's block: the text stands behind it. */
  readonly headline?: number | undefined;
  /** Indices of blocks whose text metadata repeat. */
  readonly agreed: ReadonlySet<number>;
}

/** The region that holds the article's text most closely; undefined on a page without text. */
export function findContainer(
  document: Document,
  mass: Mass,
  hints: ContainerHints,
): Region | undefined {
  const scores = scoreRegions(document, mass, hints.agreed);
  const next = nextHeadline(document, hints.headline);
  let best: { region: Region; score: number } | undefined;
  for (const [region, sum] of scores) {
    const score = sum * bonusOf(region) * placeFactor(region, hints.headline, next);
    if (!best || score > best.score) best = { region, score };
  }
  return best?.region;
}

/** Mass by container: all of it to the region around a block, half to the one around that. */
function scoreRegions(
  document: Document,
  mass: Mass,
  agreed: ReadonlySet<number>,
): ReadonlyMap<Region, number> {
  const scores = new Map<Region, number>();
  const add = (region: Region | undefined, weight: number) => {
    if (region) scores.set(region, (scores.get(region) ?? 0) + weight);
  };
  for (const block of document.blocks) {
    const own = (mass.signals[block.index] ?? 0) & AGAINST ? 0 : block.mass;
    const weight = own + (agreed.has(block.index) ? AGREED_MASS : 0);
    if (weight === 0) continue;
    const container = containerOf(document, block);
    add(container, weight);
    add(container && document.regions[container.parent], weight * 0.5);
  }
  return scores;
}

/** The innermost region around a block that is no paragraph and holds more than this block. */
export function containerOf(document: Document, block: Block): Region | undefined {
  let region = document.regions[block.region];
  while (region && (PARAGRAPH.has(region.element.name) || region.to - region.from < 2)) {
    const around = document.regions[region.parent];
    if (!around) break;
    region = around;
  }
  return region;
}

function bonusOf(region: Region): number {
  return BONUS.reduce((times, bonus) => (bonus.is(region) ? times * bonus.times : times), 1);
}

/** Index of the next `h1` behind the headline and its second line: another article begins there. */
function nextHeadline({ blocks }: Document, headline: number | undefined): number {
  if (headline === undefined) return Number.POSITIVE_INFINITY;
  const next = blocks.find(
    ({ index, tag, words }) => index > headline + 1 && tag === 'h1' && words > 2,
  );
  return next?.index ?? Number.POSITIVE_INFINITY;
}

/** What stands before the headline is an announcement; behind a second `h1`, another article. */
function placeFactor(region: Region, headline: number | undefined, next: number): number {
  if (headline === undefined || (region.from <= headline && headline < region.to)) return 1;
  if (region.to <= headline) return 0.3;
  return next <= region.from ? 0.2 : 1;
}
