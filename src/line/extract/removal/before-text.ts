import { endsPart } from '../block-kind.ts';
import type { Block } from '../region.ts';
import type { Parted } from './removal-rule.ts';

/** Running text, in UTF-16 units, from which a block is the first paragraph. */
const PARAGRAPH = 60;

/** Longest label before the text, in words: `قبل 3 ساعات`, `Role, مراسل`. */
const LABEL_WORDS = 7;

/** Part of the blocks in which the first paragraph has to come: a text of short lines has none. */
const HEAD_SHARE = 0.4;

/**
 * Takes out the short lines between headline and first paragraph that no rule knows: labels of
 * date, role and reading time. Headings and bold lines are sub-heads and stay.
 */
export function cutBeforeText(text: Parted): Parted {
  const { kept, removed } = text;
  const first = kept.findIndex((block) => block.mass >= PARAGRAPH);
  if (first <= 0 || first > Math.max(3, kept.length * HEAD_SHARE)) return text;
  const isLabel = (block: Block, at: number): boolean =>
    at < first &&
    block.words <= LABEL_WORDS &&
    block.boldShare < 0.5 &&
    block.kind !== 'heading' &&
    !endsPart(block.text);
  return {
    kept: kept.filter((block, at) => !isLabel(block, at)),
    removed: [
      ...removed,
      ...kept.filter(isLabel).map((block) => ({ block, reason: 'a label before the text' })),
    ],
  };
}
