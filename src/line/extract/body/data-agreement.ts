import { matchKey } from '../../../arabic/key.ts';
import { textsIn } from '../json-ld.ts';
import { parseMarkup } from '../markup-text.ts';
import type { PageFacts } from '../page-facts.ts';
import type { Block } from '../region.ts';
import type { Parted, Removal } from '../removal/removal-rule.ts';

/** Shortest text in the data that says anything, in UTF-16 units of its key: below, a description. */
const LEAST = 300;

/** Start and end of a block's key that are looked for in the data, in UTF-16 units. */
const SAMPLE = 48;

/** Shortest key of a block that the data can be asked about: shorter ones occur by chance. */
const ASKED = 24;

/** Share of the kept text that the data must hold before it is believed about the rest. */
const SHARE = 0.8;

/** Furthest behind the text that a paragraph of the data is looked for, in blocks. */
const REACH = 10;

/** Shortest running text, in UTF-16 units, that comes back on the word of the data. */
const PARAGRAPH = 60;

/** Reasons that are a guess from class names and places, which the data may overrule. */
const GUESSED = /^inside |^the caption|^the teaser|^behind the comments/;

/**
 * Holds the text against the one in structured data or the page's state, where that is whole: what
 * the data repeat comes back, what they do not know among or behind the paragraphs goes. Sub-heads,
 * lists and tables are left alone, for systems strip them from the data; so is a lead before them.
 */
export function agreeWithData(facts: PageFacts, text: Parted): Parted {
  const data = dataKey(facts);
  if (data.length < LEAST) return text;
  const asked = text.kept.filter(({ text: { length } }) => length >= ASKED);
  const known = asked.filter((block) => isIn(data, block.text));
  if (lengthOf(known) < SHARE * lengthOf(asked)) return text;
  const restored = restore(facts, text, data);
  return isWhole(data, known) ? dropUnknown(restored, data) : restored;
}

function dataKey({ article }: PageFacts): string {
  return matchKey(textsIn(article?.articleBody).flatMap(parseMarkup).join(' '));
}

function isIn(data: string, text: string): boolean {
  const key = matchKey(text);
  return (
    key.length >= ASKED / 2 &&
    data.includes(key.slice(0, SAMPLE)) &&
    data.includes(key.slice(-SAMPLE))
  );
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** True where the data end with the end of a paragraph of the page: they were not cut short. */
function isWhole(data: string, known: readonly Block[]): boolean {
  const last = known.at(-1);
  return last !== undefined && data.slice(-4 * SAMPLE).includes(matchKey(last.text).slice(-SAMPLE));
}

function restore({ document }: PageFacts, { kept, removed }: Parted, data: string): Parted {
  const first = kept[0]?.index ?? 0;
  const last = kept.at(-1)?.index ?? 0;
  const before = new Set(kept.map(({ index }) => index));
  const reasons = new Map(removed.map(({ block, reason }) => [block.index, reason]));
  const back = document.blocks.slice(first, last + REACH).filter((block) => {
    if (before.has(block.index) || block.linkShare > 0.5) return false;
    if (block.mass < PARAGRAPH) return false;
    const reason = reasons.get(block.index);
    return (reason === undefined || GUESSED.test(reason)) && isIn(data, block.text);
  });
  if (back.length === 0) return { kept, removed };
  const returned = new Set(back);
  return {
    kept: [...kept, ...back].sort((a, b) => a.index - b.index),
    removed: removed.filter(({ block }) => !returned.has(block)),
  };
}

function dropUnknown({ kept, removed }: Parted, data: string): Parted {
  const first = kept.findIndex(({ text }) => isIn(data, text));
  const unknown: Removal[] = kept
    .filter(({ kind, text }, at) => at > first && kind === 'paragraph' && !isKnown(data, text))
    .map((block) => ({ block, reason: 'not in the text of the data' }));
  const gone = new Set(unknown.map(({ block }) => block));
  return { kept: kept.filter((block) => !gone.has(block)), removed: [...removed, ...unknown] };
}

/** As {@link isIn}, and for a line too short to ask about, whether the data hold it at all. */
function isKnown(data: string, text: string): boolean {
  return isIn(data, text) || (text.length < ASKED && ` ${data} `.includes(` ${matchKey(text)} `));
}
