import type { Document } from './document.ts';
import { BIT } from './signal.ts';

/** An element that may hold the headline. */
export interface Heading {
  readonly text: string;
  readonly tag: string;
  /** Index of its first block. */
  readonly block: number;
  /** Preference among headings that agree equally well. */
  readonly rank: number;
  /** True where class or microdata call it the headline. */
  readonly called: boolean;
}

const RANK: Readonly<Record<string, number>> = { h1: 0.2, h2: 0.08, h3: 0.02 };

/** Longest headline: the press has some of 60 words; beyond stands a text, not a headline. */
const MAX_LENGTH = 500;

/** Headings and elements whose class or microdata call them a headline, in document order. */
export function listHeadings({ regions, blocks }: Document): readonly Heading[] {
  return regions.flatMap((region) => {
    const { name, attribs } = region.element;
    const called = attribs.itemprop === 'headline' || (region.signals & BIT.headline) !== 0;
    if (RANK[name] === undefined && !called) return [];
    if (region.to === region.from || region.to - region.from > 4) return [];
    const text = blocks
      .slice(region.from, region.to)
      .map((block) => block.text)
      .join(' ');
    if (text.length > MAX_LENGTH) return [];
    const rank = (RANK[name] ?? 0) + (called ? 0.05 : 0);
    return [{ text, tag: name, block: region.from, rank, called }];
  });
}
