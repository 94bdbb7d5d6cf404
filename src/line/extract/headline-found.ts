import type { Found } from '../../record/evidence.ts';

/** A headline with the block it stands in, where it stands on the page. */
export interface Headline extends Found<string> {
  /** Index of its first block; undefined where only metadata names it. */
  readonly block?: number;
}
