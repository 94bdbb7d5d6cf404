import { matchKey } from '../../../arabic/key.ts';
import type { Document } from '../document.ts';
import type { Block } from '../region.ts';
import { BIT } from '../signal.ts';
import { AGAINST, type Mass, WEAK } from './mass.ts';

/** Furthest that a lead stands behind the headline, in blocks: dates, shares and captions between. */
const REACH = 25;

/** Shortest lead, in words. */
const LEAST_WORDS = 6;

/** Length of a lead's key that is looked for in the first paragraph, in UTF-16 units. */
const START = 60;

const LEAD_TAG = /^(?:h[2-4]|p|strong|b|blockquote)$/;

/** What a lead is looked for with. */
export interface LeadContext {
  readonly mass: Mass;
  readonly headline: number | undefined;
  /** Blocks whose text the metadata repeat. */
  readonly agreed: ReadonlySet<number>;
  /** True where only what class or metadata call a lead is one: the text's place is known. */
  readonly told?: boolean;
}

/** Indices of the blocks between headline and text that are its lead. */
export function findLead(
  document: Document,
  text: readonly number[],
  { mass, headline, agreed, told: toldOnly = false }: LeadContext,
): readonly number[] {
  const start = text[0];
  if (start === undefined || headline === undefined || start - headline > REACH) return [];
  const first = matchKey(
    text
      .slice(0, 3)
      .map((index) => document.blocks[index]?.text ?? '')
      .join(' '),
  );
  const between = document.blocks.slice(headline + 1, Math.max(headline + 1, start));
  return between
    .filter((block) => {
      const signals = mass.signals[block.index] ?? 0;
      const told = (signals & BIT.lead) !== 0 || agreed.has(block.index);
      // A header's class speaks of the dates in it, a lead's of the lead.
      const doubted = agreed.has(block.index) ? WEAK : told ? BIT.byline : 0;
      if (toldOnly && !told) return false;
      if ((signals & AGAINST & ~doubted) !== 0 || !isLeadLike(block, told)) return false;
      return !first.includes(matchKey(block.text).slice(0, START));
    })
    .map(({ index }) => index);
}

function isLeadLike(block: Block, told: boolean): boolean {
  if (block.words < LEAST_WORDS || block.linkShare > 0.3) return false;
  return told || (LEAD_TAG.test(block.tag) && !block.isAfterImage) || block.endsSentence;
}
