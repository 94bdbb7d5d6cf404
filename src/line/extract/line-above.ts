import { found } from '../../record/evidence.ts';
import { findContainer } from './body/container.ts';
import { AGAINST, weigh } from './body/mass.ts';
import { parseByline } from './byline.ts';
import { isDateLine } from './date-line.ts';
import type { Headline } from './headline-found.ts';
import type { PageFacts } from './page-facts.ts';
import type { Block, Region } from './region.ts';
import { BIT } from './signal.ts';

/** Furthest that the headline stands above the first paragraph, in blocks. */
const REACH = 15;

/** Running text, in UTF-16 units, that is a paragraph. */
const PARAGRAPH = 60;

/** Longest headline, in words. */
const MAX_WORDS = 40;

/** How much a line looks like the headline, by its element. */
const LOOKS: ReadonlyMap<string, number> = new Map(
  Object.entries({ h1: 1, h2: 0.8, h3: 0.7, h4: 0.5, legend: 0.5 }),
);

/** What each block between a line and the text takes off. */
const DISTANCE = 0.03;

/**
 * The line above the text that looks like its headline, where title and metadata name none: a
 * heading, an element whose class calls it so, or a bold line.
 */
export function findLineAbove(
  { document }: PageFacts,
  isNone: (text: string) => boolean,
): Headline | undefined {
  const mass = weigh(document, undefined);
  const container = findContainer(document, mass, { agreed: new Set() });
  if (!container) return undefined;
  const { blocks, regions } = document;
  const start = blocks.findIndex(
    ({ index, mass: own }) => index >= container.from && own >= PARAGRAPH,
  );
  const lines = blocks.slice(Math.max(0, start - REACH), Math.max(0, start)).flatMap((block) => {
    const looks = looksOf(block, regions);
    const isOther = ((mass.signals[block.index] ?? 0) & AGAINST) !== 0;
    if (looks === 0 || isOther || isNone(block.text) || isByline(block.text)) return [];
    return [{ block, score: looks - DISTANCE * (start - block.index) }];
  });
  const [best] = lines.sort((a, b) => b.score - a.score);
  if (!best) return undefined;
  const { text, tag, index } = best.block;
  const evidence = { from: tag, text, confidence: 0.75, note: 'the line above the text' };
  return { ...found(text, evidence), block: index };
}

/** Words for a title in the classes of home-made systems, misspelt and in other languages. */
const CALLED =
  /(?:^|[\s_-]|[a-z])(?:title|titl|titre|titulo|ttl|subject|topic|onwan|3nwan|enwan|unwan)s?(?:$|[\s_\d-])/i;

function looksOf(block: Block, regions: readonly Region[]): number {
  const { words, tag, boldShare, linkShare, text } = block;
  if (linkShare > 0.5 || words > MAX_WORDS || /[.:]$/.test(text)) return 0;
  const look = LOOKS.get(tag) ?? 0;
  if (look > 0) return words > 1 || tag === 'h1' ? look : 0;
  if (words < 3) return 0;
  const region = regions[block.region];
  if (((region?.signals ?? 0) & BIT.headline) !== 0) return 0.75;
  if (CALLED.test(region?.element.attribs.class ?? region?.element.attribs.id ?? '')) return 0.65;
  if (boldShare > 0.8) return 0.6;
  // Old systems set it in a cell of a table and size it by an attribute.
  return words >= PLAIN_WORDS && words <= MAX_PLAIN && linkShare === 0 && !/\d{4}/.test(text)
    ? 0.3
    : 0;
}

/** Words of a headline that nothing but its place tells. */
const PLAIN_WORDS = 4;
const MAX_PLAIN = 18;

/** Who wrote stands above a text too: `شعر: فلان`, `نص: فلانة`. */
const isByline = (text: string): boolean =>
  parseByline(text) !== undefined ||
  isDateLine(text) ||
  /^(?:شعر|نص|قصة|قصيدة|كلمات)\s*[:/]/u.test(text);
