import { matchKey } from '../../../arabic/key.ts';
import type { Document } from '../document.ts';
import type { Block } from '../region.ts';
import { findLabel, withoutNumbers } from './label/label-table.ts';
import type { Parted } from './removal-rule.ts';

/** Longest title of the comments, in words: `تعليقات القراء (12)`. */
const TITLE_WORDS = 5;

/**
 * Share of the text that stands before the comments. A counter at the head of the text is no title;
 * a call to comment is printed amid the text, too, and ends it only late.
 */
const BEFORE: Readonly<Record<string, number>> = { comments: 0.25, 'call to comment': 0.7 };

/** Behind the title of the readers' comments nothing of the article follows. */
export function cutBehindComments(document: Document, text: Parted): Parted {
  const { kept, removed } = text;
  const first = kept[0]?.index ?? 0;
  const last = kept.at(-1)?.index ?? 0;
  const whole = massOf(kept);
  const title = document.blocks.slice(first, last).find((block) => {
    const least = titleShare(block);
    if (least === undefined) return false;
    const before = kept.filter(({ index }) => index < block.index);
    return massOf(before) >= whole * least;
  });
  if (!title) return text;
  const behind = kept.filter(({ index }) => index > title.index);
  // Where the paragraphs go on beside each other, the title was that of a counter amid them.
  const before = kept.findLast(({ index }) => index < title.index);
  if (before && behind[0] && goesOn(document, before, behind[0])) return text;
  return {
    kept: kept.filter(({ index }) => index < title.index),
    removed: [...removed, ...behind.map((block) => ({ block, reason: 'behind the comments' }))],
  };
}

function goesOn({ regions }: Document, before: Block, behind: Block): boolean {
  const around = ({ region }: Block): number | undefined => regions[region]?.parent;
  return before.tag === 'p' && behind.tag === 'p' && around(before) === around(behind);
}

/** What has to stand before the block where it titles comments; undefined for any other. */
function titleShare({ text, words, linkShare }: Block): number | undefined {
  if (words > TITLE_WORDS || linkShare >= 0.5) return undefined;
  const key = withoutNumbers(matchKey(text));
  const label = findLabel(key);
  // `تعليقات متباينة` is a sub-head.
  if (!label || key.split(' ').length !== label.words) return undefined;
  return BEFORE[label.means];
}

function massOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { mass }) => sum + mass, 0);
}
