import { matchKey } from '../../arabic/key.ts';
import { isTitle } from './linked-title.ts';
import { ledByLink } from './list-entry.ts';
import { findMeta } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';

/** Texts under a title each from which a page without a headline of its own is a digest, and their share. */
const LEAST_TEXTS = 6;
const TITLED_SHARE = 0.8;

/** Longest text that is a teaser where all of them lead on, in words. */
const TEASERS = 150;

/** What is looked at: the kept text, the teasers among it, and the headline that was found. */
interface TitledTexts {
  readonly kept: readonly Block[];
  readonly entries: readonly Block[];
  readonly headline: string;
}

/**
 * True for a page made by hand whose title names no story, where each text has a title of its own right
 * above it or before it, or leads on: a front page without links on its titles, or with one story on it.
 */
export function isTitledTexts(facts: PageFacts, { kept, entries, headline }: TitledTexts): boolean {
  if (hasOwnTitle(facts, headline)) return false;
  const { blocks } = facts.document;
  const texts = kept.filter(({ endsSentence, kind }) => endsSentence && kind !== 'heading');
  const led = ledByLink(facts.document, texts);
  const titled = texts.filter((text) => led.has(text) || isTitleBlock(blocks[text.index - 1]));
  if (titled.length >= LEAST_TEXTS && titled.length >= TITLED_SHARE * texts.length) return true;
  const leading = new Set(entries);
  const words = texts.reduce((sum, block) => sum + block.words, 0);
  return texts.length > 0 && words < TEASERS && texts.every((text) => leading.has(text));
}

const isTitleBlock = (block: Block | undefined): boolean => block !== undefined && isTitle(block);

/** True where the page says what it is about: in metadata, in an `h1`, or in its title. */
function hasOwnTitle({ document, metadata }: PageFacts, headline: string): boolean {
  if (findMeta(metadata, ['og:title', 'twitter:title'])) return true;
  if (document.blocks.some(({ tag, linkShare }) => tag === 'h1' && linkShare < 0.5)) return true;
  const [key, title] = [matchKey(headline), matchKey(metadata.title ?? '')];
  return (key.includes(' ') && title.includes(key)) || (title.includes(' ') && key.includes(title));
}
