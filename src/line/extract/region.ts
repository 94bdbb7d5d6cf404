import type { Element } from 'domhandler';

/** What a block is by the element that it stands in. */
export type BlockKind = 'heading' | 'item' | 'cell' | 'quote' | 'paragraph';

/** A run of text between two block boundaries: a paragraph, a heading, a list item, a label. */
export interface Block {
  /** Place in document order. */
  readonly index: number;
  /** The text as published, white space collapsed. */
  readonly text: string;
  readonly words: number;
  /** Share of the text that stands in links, 0 to 1. */
  readonly linkShare: number;
  /** Share of the text that is set bold, 0 to 1. */
  readonly boldShare: number;
  /** Index of the innermost region. */
  readonly region: number;
  /** Name of that region's element. */
  readonly tag: string;
  /** What it is by that element. */
  readonly kind: BlockKind;
  /** True where it ends as a sentence does. */
  readonly endsSentence: boolean;
  /** How much running text it holds, in UTF-16 units, linked text and labels discounted. */
  readonly mass: number;
  /** True where nothing but a picture stands between this text and the one before. */
  readonly isAfterImage: boolean;
}

/** A block-level element, or an inline one whose class says what it holds. */
export interface Region {
  readonly index: number;
  readonly element: Element;
  /** Index of the region around it; -1 for the root. */
  readonly parent: number;
  readonly depth: number;
  /** Signals of the element itself, see `signal.ts`. */
  signals: number;
  /** First block inside, and the one after the last. */
  readonly from: number;
  to: number;
  /** The last region inside, plus one: regions are numbered in document order. */
  end: number;
  images: number;
}
