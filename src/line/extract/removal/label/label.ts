import { matchKey } from '../../../../arabic/key.ts';
import type { Document } from '../../document.ts';
import type { Block } from '../../region.ts';
import type { RemovalRule } from '../removal-rule.ts';
import { findLabel, isNoLabel, type Label, withoutNumbers } from './label-table.ts';

/** Longest label, in words: a related headline of 25 may follow its phrase. */
const MAX_WORDS = 30;

/** A text this much longer than its phrase says something of its own. */
const OWN_WORDS = 3;

/**
 * A label of the page's boilerplate. The phrase is the whole block or nearly; one that opens a line
 * of links (`اقرأ أيضا: …`) may be followed by more where the line is linked or has no end.
 */
export const labelReason: RemovalRule = ({ label }) => label && `a label: ${label.means}`;

/** The labels among the blocks of a place, by block. */
export function labelsAmong(
  { blocks }: Document,
  place: readonly number[],
): ReadonlyMap<number, Label> {
  const labels = new Map<number, Label>();
  for (const index of place) {
    const block = blocks[index];
    const label = block && labelOf(block, () => matchKey(block.text));
    if (label) labels.set(index, label);
  }
  return labels;
}

/** The label that a block is; undefined for text. */
function labelOf(block: Block, keyOf: () => string): Label | undefined {
  if (block.words > MAX_WORDS || isNoLabel(block.text)) return undefined;
  const key = withoutNumbers(keyOf());
  const label = findLabel(key);
  if (!label) return undefined;
  const more = key.split(' ').length - label.words;
  return isOnlyLabel(block, label, more) || opensLine(block, label) ? label : undefined;
}

/** Words of a phrase from which a few more words behind it do not make it something else. */
const SURE_WORDS = 3;

/** The whole block, or nearly: `نهاية` may be a sub-head's first word, `أضف تعليقك هنا` not. */
function isOnlyLabel(block: Block, label: Label, more: number): boolean {
  if (more <= 0) return true;
  if (more > OWN_WORDS || block.endsSentence) return false;
  return block.linkShare > LINKED || label.words >= SURE_WORDS || /[:：]$/.test(block.text);
}

/** The phrase and what it leads to, in one line: linked, behind a colon, or with a number. */
function opensLine(block: Block, label: Label): boolean {
  if (!label.opens) return false;
  if (label.sentence || block.linkShare > LINKED) return true;
  if (block.endsSentence) return false;
  // `القسم: اقتصاد` names a section, `القسم الأول: المقدمات` is a sub-head.
  const between = label.means === 'tags' ? 0 : 2;
  const head = block.text
    .split(/ (?![:：|»])/)
    .slice(0, label.words + between)
    .join(' ');
  return /[:：|»]|\.\./.test(head) || (/\d/.test(block.text) && block.words <= COUNT_WORDS);
}

/** Longest line of a count or a date behind its label, in words. */
const COUNT_WORDS = 10;

/** Share of link text that backs a phrase. */
const LINKED = 0.3;
