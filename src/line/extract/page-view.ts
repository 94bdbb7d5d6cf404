import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';
import type { RepeatedUnits } from './repeated-units.ts';
import type { serviceHeadline } from './service-headline.ts';

/** What is weighed: where text and headline of a page stand, and the units that it repeats. */
export interface PageView {
  readonly facts: PageFacts;
  readonly headline: string;
  readonly headlineBlock: number | undefined;
  readonly kept: readonly Block[];
  readonly units: readonly RepeatedUnits[];
  /** Blocks from the headline to the end of text and units. */
  readonly span: readonly Block[];
  /** Paragraphs that go on, beside the units. */
  readonly prose: readonly Block[];
  /** Share of the text, in words, that stands in units and in lines of data. */
  readonly dataShare: number;
  /** How much the headline is that of a service. */
  readonly service: ReturnType<typeof serviceHeadline>;
  /** Groups of phrases in which the page speaks of itself and to its user. */
  readonly phrases: number;
}

/** One piece of evidence: what it weighs where it holds. */
export interface Evidence {
  readonly id: string;
  /** Above 0 for a page that is no article, below 0 for an article. */
  readonly weight: number;
  readonly holds: (view: PageView) => boolean;
}
