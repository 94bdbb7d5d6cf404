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
import type { Label } from './label/label-table.ts';
import { labelBoxes } from './label-box.ts';
import { linkedRegions } from './linked.ts';
import { pulledQuotes } from './pull-quote.ts';
import type { Parted, Removal, RemovalRule, Suspect } from './removal-rule.ts';
import { repeatReason } from './repeat.ts';
import { saidTwice } from './said-twice.ts';
import { signalReason } from './signal-reason.ts';
import { skippedBlocks } from './skip-link.ts';
import { slideShows } from './slide.ts';
import { authorNoteReason } from './speech/author-note.ts';
import { bareReferenceReason } from './speech/bare-reference.ts';
import { deskNoteReason } from './speech/desk-note.ts';
import { latinCallReason } from './speech/latin-call.ts';
import { pageLabelReason } from './speech/page-label.ts';
import { publisherNoticeReason } from './speech/publisher-notice.ts';
import { readerAddressReason } from './speech/reader-address.ts';
import { teaserReason } from './teaser.ts';

/** Rules for one block, in the order they are asked; the first reason counts. */
const BLOCK_RULES: Readonly<Record<string, RemovalRule>> = {
  repeat: repeatReason,
  signal: signalReason,
  label: labelReason,
  'page label': pageLabelReason,
  'bare reference': bareReferenceReason,
  'reader address': readerAddressReason,
  'publisher notice': publisherNoticeReason,
  'Latin call': latinCallReason,
  'desk note': deskNoteReason,
  'author note': authorNoteReason,
  caption: captionReason,
  teaser: teaserReason,
  clock: clockReason,
  embedded: embeddedReason,
  credit: creditReason,
};

type Reasons = ReadonlyMap<number, string>;

/** What the rules for a whole place look at. */
interface Whole {
  readonly facts: PageFacts;
  readonly place: readonly number[];
  readonly labels: ReadonlyMap<number, Label>;
}

/** Rules for a place as a whole, asked before those for one block. */
const PLACE_RULES: Readonly<Record<string, (whole: Whole) => Reasons>> = {
  cut: ({ facts }) => cutBlocks(facts),
  'skip link': ({ facts, place }) => skippedBlocks(facts.document, place),
  linked: ({ facts, place }) => linkedRegions(facts.document, place),
  'behind a label': ({ facts, place, labels }) => behindLabels(facts.document, place, labels),
  'slide show': ({ facts, place }) => slideShows(facts.document, place),
};

/** Rules for what the others left, one after the other. */
const TEXT_RULES: Readonly<Record<string, (text: Parted, facts: PageFacts) => Parted>> = {
  'said twice': (text, { document }) => takeOut(text, saidTwice(document, text.kept)),
  'pulled quote': (text, { document }) => takeOut(text, pulledQuotes(document, text.kept)),
  'beside a label': (text) => takeOut(text, crumbsBesideLabels(text)),
  'label box': (text, { document }) => takeOut(text, labelBoxes(document, text.kept)),
  'behind the comments': (text, { document }) => cutBehindComments(document, text),
  'before the text': cutBeforeText,
};

/** Names of all rules of removal, by which a reading may be had without one. */
export const removalRules: readonly string[] = [BLOCK_RULES, PLACE_RULES, TEXT_RULES].flatMap(
  (rules) => Object.keys(rules),
);

/** The rules of a table that are not switched off for this reading. */
function rulesOf<T>(rules: Readonly<Record<string, T>>, { context }: PageFacts): readonly T[] {
  const { without } = context;
  return Object.entries(rules).flatMap(([name, rule]) => (without?.has(name) ? [] : [rule]));
}

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
  return rulesOf(TEXT_RULES, facts).reduce(
    (text, rule) => rule(text, facts),
    partByRules(facts, place),
  );
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
  const whole = { facts, place, labels };
  const told = rulesOf(PLACE_RULES, facts).map((rule) => rule(whole));
  const rules = rulesOf(BLOCK_RULES, facts);
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
    const reason =
      told.find((reasons) => reasons.has(index))?.get(index) ?? firstReason(rules, suspect);
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

function firstReason(rules: readonly RemovalRule[], suspect: Suspect): string | undefined {
  for (const rule of rules) {
    const reason = rule(suspect);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
