import type { Document } from '../document.ts';
import type { Region } from '../region.ts';
import type { Mass } from './mass.ts';

/**
 * Share of a container's mass from which its part with the headline is the article alone. A flash
 * of two sentences stands beside boxes of as much text.
 */
const SHARE = 0.4;

/**
 * Narrows a container that holds the headline to the part of it that does, while that part keeps
 * much of the text: what is left outside are other articles and boxes of the page.
 */
export function narrowToHeadline(
  document: Document,
  container: Region,
  { mass, headline }: { mass: Mass; headline: number | undefined },
): Region {
  if (headline === undefined || !holds(container, headline)) return container;
  let region = container;
  for (let inner = childWith(document, region, headline); inner; ) {
    const part = mass.between(Math.max(inner.from, headline), inner.to);
    const whole = mass.between(Math.max(region.from, headline), region.to);
    const least = hasOtherHeadline(document, region, inner) ? LEAST : SHARE * whole;
    if (part < least) break;
    region = inner;
    inner = childWith(document, region, headline);
  }
  return region;
}

/** Text, in UTF-16 units, that makes the part an article where another one follows it. */
const LEAST = 100;

/** True where a second `h1` stands beside the part: pages that scroll on into the next article. */
function hasOtherHeadline(document: Document, region: Region, inner: Region): boolean {
  return document.blocks
    .slice(inner.to, region.to)
    .some(({ tag, words }) => tag === 'h1' && words > 2);
}

function holds(region: Region, block: number): boolean {
  return region.from <= block && block < region.to;
}

function childWith(document: Document, around: Region, block: number): Region | undefined {
  for (let index = around.index + 1; index < around.end; ) {
    const region = document.regions[index];
    if (!region) return undefined;
    if (holds(region, block)) return region.to - region.from > 1 ? region : undefined;
    index = region.end;
  }
  return undefined;
}
