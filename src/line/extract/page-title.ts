import { matchKey } from '../../arabic/key.ts';
import { found } from '../../record/evidence.ts';
import type { Headline } from './headline-found.ts';
import { findMeta, innerText } from './metadata.ts';
import { isOutletName } from './no-headline.ts';
import type { PageFacts } from './page-facts.ts';

/** Shortest part of a title that is looked for on the page, in words. */
const LEAST_PART = 3;

/** A block that is a part of the title word for word: the headline of a page without headings. */
export function findTitleBlock(
  { document, metadata }: PageFacts,
  before: number | undefined,
  isNone: (text: string) => boolean,
): Headline | undefined {
  const titles = [metadata.title, findMeta(metadata, ['og:title'])?.content];
  const keys = new Set(titles.flatMap((title) => partKeys(title ?? '')));
  const fits = document.blocks.filter(
    ({ index, text, words }) =>
      words >= LEAST_PART &&
      text.length <= 500 &&
      (before === undefined || index <= before) &&
      keys.has(matchKey(text)) &&
      !isNone(text),
  );
  const [best] = fits.sort((a, b) => b.words - a.words || a.linkShare - b.linkShare);
  if (!best) return undefined;
  const evidence = {
    from: best.tag || 'text',
    text: best.text,
    confidence: 0.9,
    note: 'a part of title',
  };
  return { ...found(best.text, evidence), block: best.index };
}

/** Keys of the parts of a title, and of what stands from one of them on or up to it. */
function partKeys(title: string): readonly string[] {
  const parts = title.split(/\s+[-–—|:»«›‹•·]\s+|\s*[|»]\s*/);
  const tails = parts.flatMap((_, at) => [parts.slice(at), parts.slice(0, at + 1)]);
  return [...tails.map((words) => words.join(' ')), ...parts].map(matchKey);
}

/** Longest name of a section, in words. */
export const SECTION_WORDS = 3;

/** A title without the parts before and behind that the page links to as its sections. */
export function withoutSections({ document }: PageFacts, title: string): string {
  const parts = title.split(/\s+[-–—|:»«›‹•·]+\s+|\s*[|»]\s*/);
  if (parts.length < 2) return title;
  const links = new Set(document.links.map(({ element }) => matchKey(innerText(element))));
  const others = parts.filter(
    (part) =>
      !isOutletName(part) && (part.split(' ').length > SECTION_WORDS || !links.has(matchKey(part))),
  );
  return others.length === 1 ? (others[0] ?? title) : title;
}
