import { matchKey } from '../../../arabic/key.ts';
import type { Mass } from '../body/mass.ts';
import type { Clues } from '../clues.ts';
import type { Block } from '../region.ts';
import { cutBeforeText } from './before-text.ts';
import { cutBehindComments } from './behind-comments.ts';
import { captionReason } from './caption.ts';
import { clockReason } from './clock-label.ts';
import { creditReason } from './credit-line.ts';
import { cutBlocks } from './cut.ts';
import { embeddedReason } from './embedded.ts';
import { labelReason } from './label.ts';
import { labelBoxes } from './label-box.ts';
import { linkedRegions } from './linked.ts';
import { repeatReason } from './repeat.ts';
import type { Removal, RemovalRule, Suspect } from './rule.ts';
import { signalReason } from './signal-reason.ts';
import { teaserReason } from './teaser.ts';

/** The rules in the order they are asked; the first reason counts. */
const RULES: readonly RemovalRule[] = [
  repeatReason,
  signalReason,
  labelReason,
  captionReason,
  teaserReason,
  clockReason,
  embeddedReason,
  creditReason,
];

/** Parts the blocks of the article's place into its text and what does not belong to it. */
export function removeFurniture(
  clues: Clues,
  { place, mass, headline }: { place: readonly number[]; mass: Mass; headline: number | undefined },
): { kept: readonly Block[]; removed: readonly Removal[] } {
  const kept: Block[] = [];
  const removed: Removal[] = [];
  const linked = linkedRegions(clues.document, place);
  const cut = cutBlocks(clues);
  const count = place.length;
  for (const [position, index] of place.entries()) {
    const block = clues.document.blocks[index];
    if (!block) continue;
    const signals = mass.signals[index] ?? 0;
    const suspect = {
      clues,
      block,
      key: keyOf(block),
      signals,
      mass: mass.of[index] ?? 0,
      position,
      count,
      headline,
    };
    const reason = cut.get(index) ?? linked.get(index) ?? firstReason(suspect);
    if (reason === undefined) kept.push(block);
    else removed.push({ block, reason });
  }
  const massOf = ({ index }: Block): number => mass.of[index] ?? 0;
  const boxes = labelBoxes(clues.document, kept, massOf);
  const inBoxes = kept.filter(({ index }) => boxes.has(index));
  const outside = {
    kept: kept.filter(({ index }) => !boxes.has(index)),
    removed: [
      ...removed,
      ...inBoxes.map((block) => ({ block, reason: boxes.get(block.index) ?? '' })),
    ],
  };
  const text = cutBehindComments(clues.document, outside, mass);
  const cutHead = cutBeforeText(text.kept, massOf);
  return { kept: cutHead.kept, removed: [...text.removed, ...cutHead.removed] };
}

function keyOf(block: Block): () => string {
  let key: string | undefined;
  return () => {
    key ??= matchKey(block.text);
    return key;
  };
}

function firstReason(suspect: Suspect): string | undefined {
  for (const rule of RULES) {
    const reason = rule(suspect);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
