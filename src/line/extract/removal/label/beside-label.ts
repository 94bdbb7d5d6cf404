import { endsPart } from '../../block-kind.ts';
import type { Block } from '../../region.ts';
import type { Parted } from '../removal-rule.ts';

/** Longest crumb, in words: `نعم`, `3 دقائق`, `00:00 / 03:12`. */
const MAX_WORDS = 3;

/** Reasons that make a block a label whose neighbours may be crumbs of one control. */
const LABEL = /^a label/;

/** Reasons that make a block a link away or part of a board, so that a short line above titles it. */
const LINKS = /^a list of links|^behind a label|^inside .*board/;

/**
 * Crumbs of the controls of a page: a word or a number right beside a label that was taken out,
 * with no end of a sentence. `نعم` below `هل كان هذا المقال مفيدا؟` is none of the text's.
 */
export function crumbsBesideLabels({ kept, removed }: Parted): ReadonlyMap<number, string> {
  const labels = new Set(
    removed.flatMap(({ block, reason }) => (LABEL.test(reason) ? [block.index] : [])),
  );
  const linked = new Set(
    removed.flatMap(({ block, reason }) => (LINKS.test(reason) ? [block.index] : [])),
  );
  const crumbs = new Map<number, string>();
  for (const block of kept) {
    if (!isCrumb(block)) continue;
    if (labels.has(block.index - 1)) labels.add(block.index);
    else if (!linked.has(block.index + 1) || block.boldShare > 0.5) continue;
    crumbs.set(block.index, 'beside a label');
  }
  return crumbs;
}

function isCrumb({ words, text, kind }: Block): boolean {
  return words <= MAX_WORDS && (kind === 'paragraph' || kind === 'quote') && !endsPart(text);
}
