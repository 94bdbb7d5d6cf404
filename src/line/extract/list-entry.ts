import type { Element } from 'domhandler';
import { matchKey } from '../../arabic/key.ts';
import type { Document } from './document.ts';
import { isTitle } from './linked-title.ts';
import { innerText } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';
import { isCardText } from './removal/teaser.ts';

/** A listing's longest teaser, in words; an article has a longer paragraph, or few links. */
export const TEASER_WORDS = 45;

/** What leads from a teaser to its article. */
const MORE: ReadonlySet<string> = new Set(
  [
    'اقرأ المزيد',
    'المزيد',
    'قراءة المزيد',
    'إقرأ المزيد',
    'تابع القراءة',
    'أكمل القراءة',
    'التفاصيل',
    'التفاصيل كاملة',
    'للمزيد',
    'read more',
    'more',
    'continue reading',
    'lire la suite',
    'en savoir plus',
    'suite',
  ].map(matchKey),
);

/**
 * Teasers: a short text right behind a title that links away, or that stands in a card with it; items
 * of a list in turn with titles, or that each open with a link, on a page with no text beside them.
 */
export function entriesOf({ document }: PageFacts, kept: readonly Block[]): readonly Block[] {
  const { blocks } = document;
  const items = itemEntries(document, kept);
  return kept.filter((block) => {
    if (items.has(block)) return true;
    if (block.words > TEASER_WORDS) return false;
    const title = blocks[block.index - 1];
    const isTitled = title !== undefined && isTitle(title) && title.linkShare > 0.8;
    return (
      isTitled || isCardText(document, block) || leadsOn(blocks, block) || isInCard(document, block)
    );
  });
}

/** Paragraphs that lead on from which a page is a list of them, and their share of its paragraphs. */
const LEAST_LED = 4;
const LED_SHARE = 0.6;

/** Longest label of what leads on, in words, and shortest paragraph before it. */
const LABEL_WORDS = 3;
const LED_WORDS = 8;

/** True where paragraph after paragraph ends in a link of one label, each to another page: `… <a>التتمة</a>`. */
export function endInOneLabel({ links, url }: Document, kept: readonly Block[]): boolean {
  const last = new Map(links.map(({ block, element }) => [block, element]));
  const paragraphs = kept.filter(({ words }) => words >= LED_WORDS);
  const byLabel = new Map<string, Set<string>>();
  for (const { index, text } of paragraphs) {
    const link = last.get(index);
    const label = link ? matchKey(innerText(link)) : '';
    if (!link || label === '' || label.split(' ').length > LABEL_WORDS) continue;
    if (!matchKey(text.slice(-END)).endsWith(` ${label}`)) continue;
    // A round-up names its sources, which are other sites.
    const to = URL.canParse(link.attribs.href ?? '', url) && new URL(link.attribs.href ?? '', url);
    if (!to || to.host !== new URL(url).host) continue;
    byLabel.set(label, (byLabel.get(label) ?? new Set()).add(to.pathname + to.search));
  }
  const most = Math.max(0, ...[...byLabel.values()].map(({ size }) => size));
  return most >= LEAST_LED && most >= LED_SHARE * paragraphs.length;
}

/** End of a paragraph that its label is looked for in, in UTF-16 units. */
const END = 60;

/** Items from which a list is all that a page has. */
const LEAST_ITEMS = 8;

/** Words beside the items from which they are part of a text: an introduction and its points. */
const WORDS_BESIDE = 12;

/** A headline of the page's own: what stands in points below it may be its text. */
const isTop = ({ tag, linkShare, words }: Block): boolean =>
  tag === 'h1' && linkShare < 0.5 && words > 1;

/** Items that are entries by what all of them are, whatever their length. */
function itemEntries(document: Document, kept: readonly Block[]): ReadonlySet<Block> {
  const none: ReadonlySet<Block> = new Set();
  const first = kept[0]?.index ?? 0;
  if (kept.length < LEAST_ITEMS || document.blocks.slice(0, first).some(isTop)) return none;
  const led = ledByLink(document, kept);
  const entries = new Set(
    kept.filter((block) => block.kind === 'item' && (led.has(block) || isInTurn(document, block))),
  );
  const beside = kept.filter(({ kind, endsSentence }) => kind !== 'item' && endsSentence);
  const words = beside.reduce((sum, block) => sum + block.words, 0);
  return entries.size >= LEAST_ITEMS && words < WORDS_BESIDE ? entries : none;
}

/** `<a>صحيفة النهر</a> - يومية تصدر في المدينة`: lines that the name of a page opens, with what it holds. */
export function ledByLink(
  { links }: Pick<Document, 'links'>,
  kept: readonly Block[],
): ReadonlySet<Block> {
  const first = new Map<number, Element>();
  for (const { block, element } of links) if (!first.has(block)) first.set(block, element);
  return new Set(
    kept.filter(({ index, linkShare, text }) => {
      const link = linkShare > 0 && linkShare <= 0.8 ? first.get(index) : undefined;
      return link !== undefined && text.startsWith(innerText(link));
    }),
  );
}

/** A text between two titles, all of them items: what a feed printed as a list looks like. */
function isInTurn({ blocks }: Document, block: Block): boolean {
  const [before, after] = [blocks[block.index - 1], blocks[block.index + 1]];
  return (
    block.words >= LEAST_TEASER &&
    !isTitle(block) &&
    isItemTitle(before) &&
    (after?.kind !== 'item' || isItemTitle(after))
  );
}

const isItemTitle = (block: Block | undefined): boolean =>
  block?.kind === 'item' && (isTitle(block) || block.linkShare > 0.8);

/** Shortest teaser, in words. */
export const LEAST_TEASER = 8;

/** A box that a script opens holds a title and its teaser and nothing else. */
function isInCard({ blocks, regions }: Document, block: Block): boolean {
  const box = regions[regions[block.region]?.parent ?? -1];
  if (box?.element.attribs.onclick === undefined || box.to - box.from > CARD_BLOCKS) return false;
  return blocks.slice(box.from, block.index).some(isTitle);
}

/** Most blocks of a card: section, title, teaser, date. */
export const CARD_BLOCKS = 4;

/** True where `اقرأ المزيد` stands behind the text, or ends it. */
function leadsOn(blocks: readonly Block[], block: Block): boolean {
  const next = blocks[block.index + 1];
  if (next && next.linkShare > 0.8 && MORE.has(matchKey(next.text))) return true;
  return block.linkShare > 0 && MORE.has(matchKey(block.text.split(/[.؟!…]\s*/).at(-1) ?? ''));
}
