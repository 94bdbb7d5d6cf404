import type { PageFacts } from '../page-facts.ts';
import type { Block } from '../region.ts';
import type { Label } from './label/label-table.ts';

/** A block that was looked at as text and is not, with the reason. */
export interface Removal {
  readonly block: Block;
  readonly reason: string;
}

/** The text, and what was taken out of it. */
export interface Parted {
  readonly kept: readonly Block[];
  readonly removed: readonly Removal[];
}

/** What the rules of removal look at beside the block. */
export interface Suspect {
  readonly facts: PageFacts;
  readonly block: Block;
  /** Its normalised key, made when first asked for. */
  readonly key: () => string;
  /** The label of the page's boilerplate that it is. */
  readonly label: Label | undefined;
  /** Signals that hold for it. */
  readonly signals: number;
  /** Place among the blocks looked at, and their number. */
  readonly position: number;
  readonly count: number;
  readonly headline: number | undefined;
  /** True for the lead above the text, which was looked at already. */
  readonly isLead: boolean;
}

/** A reason to remove a block, or undefined. */
export type RemovalRule = (suspect: Suspect) => string | undefined;
