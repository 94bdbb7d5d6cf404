import type { Element } from 'domhandler';
import type { Block, Region } from './region.ts';

/** A picture and the block that follows it. */
export interface PlacedImage {
  readonly element: Element;
  /** Index of the first block behind it. */
  readonly block: number;
  /** Index of the region it stands in. */
  readonly region: number;
}

/** An element and the block it stands in or before. */
export interface PlacedElement {
  readonly element: Element;
  /** Index of the block that its text is part of. */
  readonly block: number;
}

/** What one walk over a page gathers. */
export interface Gathered {
  readonly blocks: readonly Block[];
  /** Running text before each block, and in all at the end, so that a region's is one subtraction. */
  readonly textBefore: readonly number[];
  readonly regions: readonly Region[];
  /** Elements with `itemprop`, `property`, `datetime` or `data-seconds`, in order. */
  readonly marked: readonly PlacedElement[];
  readonly images: readonly PlacedImage[];
  /** Elements `audio` and `video`. */
  readonly media: readonly PlacedElement[];
  readonly links: readonly PlacedElement[];
  /** Fields of forms that a reader fills in, those for an address of mail or a search alone, too. */
  readonly fields: readonly PlacedElement[];
  /** Elements of the head, and scripts wherever they stand. */
  readonly head: readonly Element[];
}
