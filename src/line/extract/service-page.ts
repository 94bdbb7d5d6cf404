import { ENOUGH, EVIDENCE, isDataCell, isParagraph } from './page-evidence.ts';
import type { PageFacts } from './page-facts.ts';
import type { Evidence, PageView } from './page-view.ts';
import type { Block } from './region.ts';
import { BLOCK_WEIGHT, findRepeatedUnits, type RepeatedUnits } from './repeated-units.ts';
import { serviceHeadline } from './service-headline.ts';
import { countServiceProse } from './service-prose.ts';
import { meaningsOf } from './user-marks.ts';

/** Where text and headline of a page stand. */
interface Placed {
  readonly kept: readonly Block[];
  readonly headline: string;
  readonly headlineBlock: number | undefined;
}

/**
 * Why a page is one of services, lists or data (rates, a schedule, notices, an index, a form), and no
 * article with some; undefined where it is none. The evidence of `page-evidence.ts` is summed.
 */
export function findServicePage(facts: PageFacts, placed: Placed): string | undefined {
  const found = weighPage(facts, placed);
  if (found.reduce((sum, { weight }) => sum + weight, 0) < ENOUGH) return undefined;
  return found
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => id)
    .join(', ');
}

/** The evidence that holds of a page; none for a text that is too long for such a page. */
export function weighPage(facts: PageFacts, placed: Placed): readonly Evidence[] {
  if (placed.kept.length === 0 || isText(placed.kept) || isUnspaced(placed)) return [];
  const view = viewOf(facts, placed);
  return EVIDENCE.filter(({ holds }) => holds(view));
}

/** Where words are not set apart, their number tells nothing. */
const isUnspaced = ({ headline }: Placed): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(headline);

/** Words of paragraphs from which nothing else is looked at. */
const LONG_TEXT = 300;

/** Shortest paragraph of a long text, in words. */
const LONG_PARAGRAPH = 18;

const isText = (kept: readonly Block[]): boolean =>
  LONG_TEXT <=
  kept.reduce(
    (sum, { words, endsSentence }) => sum + (endsSentence && words >= LONG_PARAGRAPH ? words : 0),
    0,
  );

function viewOf(facts: PageFacts, { kept, headline, headlineBlock }: Placed): PageView {
  const { blocks } = facts.document;
  const units = unitsOf(facts, { kept, from: headlineBlock });
  const isInUnits = ({ index }: Block): boolean =>
    units.some(({ from, to }) => index >= from && index < to);
  const beside = kept.filter((block) => !isInUnits(block));
  const meanings = meaningsOf(facts.document, kept);
  const isData = (block: Block): boolean => isDataLine(block) || meanings.has(block);
  const lines = beside.filter(isData);
  const data = units.reduce((sum, { weight }) => sum + weight, weightOf(lines));
  const rest = beside.filter((block) => !isData(block)).reduce((sum, { words }) => sum + words, 0);
  const from = headlineBlock ?? kept[0]?.index ?? 0;
  const to = Math.max((kept.at(-1)?.index ?? 0) + 1, ...units.map((one) => one.to));
  const span = blocks.slice(Math.min(from + 1, to), to);
  return {
    facts,
    headline,
    headlineBlock,
    kept,
    units,
    span,
    prose: beside.filter((block) => isParagraph(block) && !isData(block)),
    dataShare: data / Math.max(1, data + rest),
    service: serviceHeadline(headline, facts.siteNames),
    phrases: countServiceProse(span),
  };
}

/** Words beside units from which they must be part of the text to count. */
const LITTLE_TEXT = 60;

/** Blocks between an introduction and the units below it: a heading, a control. */
const GAP = 2;

/** Introductions are shorter, in words. */
const INTRODUCTION = 120;

/** The units that are the page's text, stand in it, or below its introduction. */
function unitsOf(
  { document }: PageFacts,
  { kept, from }: { readonly kept: readonly Block[]; readonly from: number | undefined },
): readonly RepeatedUnits[] {
  const first = kept[0]?.index ?? 0;
  const start = Math.min(from ?? first, first);
  const end = (kept.at(-1)?.index ?? 0) + 1;
  const words = kept.reduce((sum, block) => sum + block.words, 0);
  const hasText = kept.some(isParagraph);
  const range = { first: start, last: end + GAP };
  return findRepeatedUnits(document, range).filter((one) => {
    // Titles without a word on them, behind a text, are those of other stories.
    if (one.from >= end && hasText && one.isLinked && one.sentence === 0) return false;
    if (one.from > end) return one.sentence > 0 && words < INTRODUCTION && one.from <= end + GAP;
    // Between headline and text a strip of the newest titles may stand.
    if (one.to <= first) return !one.isLinked;
    return one.isLinked || one.to <= end || isKept(one, kept) || words <= LITTLE_TEXT;
  });
}

/** Share of a list's blocks that are kept as text, or it is a list beside it: captions, sizes. */
const KEPT_SHARE = 1 / 3;

function isKept({ from, to }: RepeatedUnits, kept: readonly Block[]): boolean {
  const inside = kept.filter(({ index }) => index >= from && index < to);
  return inside.length >= KEPT_SHARE * (to - from);
}

/** Longest line of data, in words: `الدفاع المدني: 998`, `20:00`, `• فلان - ماحص`. */
const DATA_WORDS = 12;

/** Longest item of a list that is a row, in words: `فلان - البلدة - العزاء في ديوان العشيرة`. */
const ITEM_WORDS = 20;

/** A cell, a line with a number, an item that is no sentence, a line that a bullet opens. */
const isDataLine = (block: Block): boolean => {
  const { kind, words, endsSentence, text } = block;
  return (
    isDataCell(block) ||
    /^[•▪◦●■*-]\s/u.test(text) ||
    (kind === 'item' && words <= ITEM_WORDS && !endsSentence) ||
    (words <= DATA_WORDS && !endsSentence && kind !== 'heading' && /\p{Nd}/u.test(text))
  );
};

const weightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { words }) => sum + Math.max(words, BLOCK_WEIGHT), 0);
