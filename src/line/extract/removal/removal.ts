import { matchKey } from '../../../arabic/key.ts';
import type { Mass } from '../body/mass.ts';
import type { PageFacts } from '../page-facts.ts';
import type { Block } from '../region.ts';
import { cutBeforeText } from './before-text.ts';
import { cutBehindComments } from './behind-comments.ts';
import { captionReason } from './caption.ts';
import { clockReason } from './clock-label.ts';
import { creditReason } from './credit-line.ts';
import { cutBlocks } from './cut.ts';
import { embeddedReason } from './embedded-post.ts';
import { behindLabels } from './label/behind-label.ts';
import { crumbsBesideLabels } from './label/beside-label.ts';
import { labelReason, labelsAmong } from './label/label.ts';
import { labelBoxes } from './label-box.ts';
import { linkedRegions } from './linked.ts';
import { pulledQuotes } from './pull-quote.ts';
import type { Parted, Removal, RemovalRule, Suspect } from './removal-rule.ts';
import { repeatReason } from './repeat.ts';
import { signalReason } from './signal-reason.ts';
import { skippedBlocks } from './skip-link.ts';
import { slideShows } from './slide.ts';
import { authorNoteReason } from './speech/author-note.ts';
import { bareReferenceReason } from './speech/bare-reference.ts';
import { deskNoteReason } from './speech/desk-note.ts';
import { pageLabelReason } from './speech/page-label.ts';
import { publisherNoticeReason } from './speech/publisher-notice.ts';
import { readerAddressReason } from './speech/reader-address.ts';
import { teaserReason } from './teaser.ts';

/** The rules in the order they are asked; the first reason counts. */
const RULES: readonly RemovalRule[] = [
  repeatReason,
  signalReason,
  labelReason,
  pageLabelReason,
  bareReferenceReason,
  readerAddressReason,
  publisherNoticeReason,
  deskNoteReason,
  authorNoteReason,
  captionReason,
  teaserReason,
  clockReason,
  embeddedReason,
  creditReason,
];

/** Where the text stands and what is known of its blocks. */
interface Place {
  readonly place: readonly number[];
  readonly mass: Mass;
  readonly headline: number | undefined;
  /** Those of the place that are the lead above the text. */
  readonly lead: ReadonlySet<number>;
}

/** Parts the blocks of the article's place into its text and what does not belong to it. */
export function removeBoilerplate(facts: PageFacts, place: Place): Parted {
  const { document } = facts;
  const byRule = partByRules(facts, place);
  const once = takeOut(byRule, pulledQuotes(document, byRule.kept));
  const plain = takeOut(once, crumbsBesideLabels(once));
  const unboxed = takeOut(plain, labelBoxes(document, plain.kept));
  return cutBeforeText(cutBehindComments(document, unboxed));
}

function takeOut({ kept, removed }: Parted, reasons: ReadonlyMap<number, string>): Parted {
  const out = kept.flatMap((block) => {
    const reason = reasons.get(block.index);
    return reason === undefined ? [] : [{ block, reason }];
  });
  return {
    kept: kept.filter(({ index }) => !reasons.has(index)),
    removed: [...removed, ...out],
  };
}

function partByRules(facts: PageFacts, { place, mass, headline, lead }: Place): Parted {
  const kept: Block[] = [];
  const removed: Removal[] = [];
  const labels = labelsAmong(facts.document, place);
  const told = [
    cutBlocks(facts),
    skippedBlocks(facts.document, place),
    linkedRegions(facts.document, place),
    behindLabels(facts.document, place, labels),
    slideShows(facts.document, place),
  ];
  for (const [position, index] of place.entries()) {
    const block = facts.document.blocks[index];
    if (!block) continue;
    const suspect = {
      facts,
      block,
      key: keyOf(block),
      label: labels.get(index),
      signals: mass.signals[index] ?? 0,
      position,
      count: place.length,
      headline,
      isLead: lead.has(index),
    };
    const reason = told.find((reasons) => reasons.has(index))?.get(index) ?? firstReason(suspect);
    if (reason === undefined) kept.push(block);
    else removed.push({ block, reason });
  }
  return { kept, removed };
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
