import { matchKey } from '../../../arabic/key.ts';
import type { Mass } from '../body/mass.ts';
import type { Document } from '../document.ts';
import type { Block } from '../region.ts';
import { findLabel, withoutNumbers } from './label-table.ts';
import type { Removal } from './rule.ts';

/** Longest title of the comments, in words: `تعليقات القراء (12)`. */
const TITLE_WORDS = 5;

/** Share of the text that stands before the comments: a counter at its head is no title. */
const BEFORE = 0.25;

/** The text and what was taken from it. */
interface Parted {
  readonly kept: readonly Block[];
  readonly removed: readonly Removal[];
}

/** Behind the title of the readers' comments nothing of the article follows. */
export function cutBehindComments(document: Document, text: Parted, mass: Mass): Parted {
  const { kept, removed } = text;
  const first = kept[0]?.index ?? 0;
  const last = kept.at(-1)?.index ?? 0;
  const whole = massOf(kept, mass);
  const title = document.blocks.slice(first, last).find((block) => {
    if (!isTitle(block)) return false;
    return (
      massOf(
        kept.filter(({ index }) => index < block.index),
        mass,
      ) >=
      whole * BEFORE
    );
  });
  if (!title) return text;
  const behind = kept.filter(({ index }) => index > title.index);
  return {
    kept: kept.filter(({ index }) => index < title.index),
    removed: [...removed, ...behind.map((block) => ({ block, reason: 'behind the comments' }))],
  };
}

function isTitle({ text, words, linkShare }: Block): boolean {
  if (words > TITLE_WORDS || linkShare >= 0.5) return false;
  return findLabel(withoutNumbers(matchKey(text)))?.means === 'comments';
}

function massOf(blocks: readonly Block[], mass: Mass): number {
  return blocks.reduce((sum, { index }) => sum + (mass.of[index] ?? 0), 0);
}
