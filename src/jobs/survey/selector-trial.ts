import type { SelectorMatches } from '../../record/named-selectors.ts';
import type { TriedSource } from './try-source.ts';

/** On how many of the pages read a selector found something. */
export interface SelectorTrial {
  /** `article.body: .text p` */
  readonly selector: string;
  readonly matched: number;
  readonly pages: number;
}

/** How the selectors of a source's file fared on what was asked for, in their order in the file. */
export function selectorTrials({ trials, samples }: TriedSource): SelectorTrial[] {
  const found = new Map<string, SelectorTrial>();
  const all: SelectorMatches[] = [
    ...trials.flatMap(({ selectors = [] }) => selectors),
    ...samples.map(({ selectors = {} }) => selectors),
  ];
  for (const [selector, isMatch] of all.flatMap((matches) => Object.entries(matches))) {
    const { matched, pages } = found.get(selector) ?? { matched: 0, pages: 0 };
    found.set(selector, { selector, matched: matched + (isMatch ? 1 : 0), pages: pages + 1 });
  }
  return [...found.values()];
}
