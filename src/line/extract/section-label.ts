import { type Element, isTag } from 'domhandler';
import { matchKey } from '../../arabic/key.ts';
import { type BylineSpan, bylineSpan } from './byline-span.ts';
import { isCity } from './city.ts';
import { isDateLine } from './date-line.ts';
import { innerText } from './metadata.ts';
import { nameForm } from './name-form.ts';
import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';
import { opensWithHome } from './section-name.ts';

/** Classes of the label that names the section: a category's, and the small line above a headline. */
const LABEL =
  /(?:^|[\s_-])(?:(?:post|entry|article|news|single|meta|story)[-_]*)?(?:cat(?:egory|egories|s)?|sections?|rubri(?:que|c)|channel|primary-?tag|kicker|eyebrow|label|overline|tasnif|qism)(?:[-_]+(?:name|links?|label|title|wrap|item))?(?:$|[\s_-])/i;

/** Items of a menu have the class of what they lead to: `menu-item-object-category`. */
const MENU = /menu-item|(?:^|[\s_-])(?:nav|menu)(?:$|[\s_-])/i;

/** How far from the headline its section's label stands, in blocks. */
const NEAR = 4;

/** Longest label without a class, and longest with one, in words. */
const LONE_WORDS = 3;
const LABEL_WORDS = 5;

/** Where the article's headline and text are, in blocks. */
export interface ArticlePlace {
  readonly headline?: number | undefined;
  readonly from: number;
  readonly to: number;
}

/** How many elements above a link or a line may carry the class: `ul.single-cat > li > a`. */
const CLASS_DEPTH = 3;

function isLabel(element: Element): boolean {
  let at: Element | null = element;
  for (let depth = 0; at && depth < CLASS_DEPTH; depth += 1) {
    const names: string = at.attribs.class ?? '';
    if (MENU.test(names)) return false;
    if (LABEL.test(names)) return true;
    at = at.parent && isTag(at.parent) && isSmall(at.parent) ? at.parent : null;
  }
  return false;
}

/** Classes of the line above a headline, which holds the section or a phrase. */
const KICKER = /kicker|eyebrow|overline/i;

/** Prepositions inside a phrase; a section's name of three words may hold one: `من ذاكرة المدينة`. */
const PREPOSITION = /(?:^|\s)(?:في|من|عن|إلى|مع|بعد|قبل|خلال|بين|عند|ضد|لدى|منذ|على)\s/u;
const PHRASE_WORDS = 4;

/** `بعد عامين من الإغلاق`: a kicker that is no section. */
function isPhrase({ attribs }: Element, text: string): boolean {
  const isLong = text.split(' ').length >= PHRASE_WORDS;
  return isLong && KICKER.test(attribs.class ?? '') && PREPOSITION.test(text);
}

/** Most text of an element that is the label's wrapper, in UTF-16 units: two or three sections. */
const WRAPPER_LENGTH = 80;

const isSmall = (element: Element): boolean => innerText(element).length <= WRAPPER_LENGTH;

/** The label of a category shortly before or behind the headline: a link, or an element. */
export function labelNear(facts: PageFacts, place: ArticlePlace): readonly string[] {
  const { document } = facts;
  const { headline } = place;
  if (headline === undefined) return [];
  const span = bylineSpan(document, place);
  const isNear = (block: number): boolean =>
    Math.abs(block - headline) <= NEAR && block !== headline && span.holds(block);
  const links = document.links.filter(({ element, block }) => isNear(block) && isLabel(element));
  const [first] = links;
  if (first)
    return links
      .filter(({ block }) => Math.abs(block - first.block) <= 1)
      .map(({ element }) => innerText(element));
  const labels = blocksAround(facts, headline, span).filter(
    (block) => block.words <= LABEL_WORDS && isSectionText(block.text),
  );
  const label = labels.find((block) =>
    elementsOf(facts, block).some((element) => isLabel(element) && !isPhrase(element, block.text)),
  );
  return label ? [label.text] : [];
}

/** A line of one to three words right above the headline, which is no date, place or person. */
export function lineAbove(facts: PageFacts, place: ArticlePlace): readonly string[] {
  const { headline } = place;
  const block = facts.document.blocks[(headline ?? 0) - 1];
  if (headline === undefined || !block) return [];
  const isLone =
    block.words <= LONE_WORDS &&
    /^(?:div|span|p|a|h[2-6]|td|strong|article|header|section|main)$/.test(block.tag);
  const holds = bylineSpan(facts.document, place).holds(block.index);
  const isMenu = isOfMenu(facts, block) && !opensWithHome(block.text);
  const isOther = isMenu || isTopBar(facts, block);
  return isLone && holds && isSectionText(block.text) && !isOther ? [block.text] : [];
}

/** The first lines of a page are its bar, not the article's. */
const isTopBar = ({ document }: PageFacts, { index }: Block): boolean =>
  index === 0 || document.blocks[index]?.region === document.blocks[0]?.region;

/** The last of several short links of one row or list: no label has two links before it there. */
function isOfMenu({ document: { blocks, regions } }: PageFacts, { index }: Block): boolean {
  const links = blocks.slice(Math.max(0, index - 2), index + 1);
  const rows = new Set(links.map(({ region }) => regions[region]?.parent));
  return (
    links.length === 3 &&
    rows.size === 1 &&
    links.every(({ linkShare, words }) => linkShare > 0.9 && words <= LONE_WORDS)
  );
}

/** `القسم: محليات`, `Rubrique : Économie` near the headline or shortly behind the text. */
const NAMED =
  /^(?:القسم|التصنيف|تصنيف|الباب|الفئة|الزاوية|نشر في قسم|section|category|rubrique|catégorie)\s*[:：/]\s*(.{2,40})$/iu;

/** `نشر في محليات`, the section a link: K2 and others. */
const FILED =
  /^(?:نشر(?:ت)? في|في قسم|في|ضمن|filed (?:in|under)|published in|posted in|publié dans|classé dans)\s*[:：]?\s+(.{2,30})$/iu;

/** Share of a line that its one link holds where the section is linked behind such words. */
const FILED_LINK = 0.3;

/** The section that a line names as such. */
export function namedSection(facts: PageFacts, place: ArticlePlace): readonly string[] {
  const span = bylineSpan(facts.document, place);
  const lines = facts.document.blocks.slice(span.from, span.to);
  const line = lines.find(({ text, index }) => NAMED.test(text) && span.holds(index));
  const [, name = ''] = NAMED.exec(line?.text ?? '') ?? [];
  return name === '' ? filedSection(facts, span) : name.split(/\s*[,،|]\s*/);
}

function filedSection({ document }: PageFacts, span: BylineSpan): readonly string[] {
  const lines = document.blocks.slice(span.from, span.to);
  for (const { text, index, linkShare, words } of lines) {
    const name = words <= LABEL_WORDS + 2 && span.holds(index) ? FILED.exec(text)?.[1] : undefined;
    if (name && linkShare >= FILED_LINK && linkShare < 1 && isSectionText(name)) return [name];
  }
  return [];
}

/** A part of the line of date and views that the page's menu links to: `محليات | 20 نوفمبر 2026`. */
export function sectionBesideDate(facts: PageFacts, place: ArticlePlace): readonly string[] {
  const { headline } = place;
  if (headline === undefined) return [];
  const span = bylineSpan(facts.document, place);
  const lines = blocksAround(facts, headline, span).filter(({ text }) => isDateLine(text));
  const parts = lines.flatMap(({ text }) => text.split(/\s*[|•·/]\s*|\s[-–—]\s/));
  const names = parts.filter((part) => part.split(' ').length <= LONE_WORDS && isSectionText(part));
  if (names.length === 0) return [];
  const menu = new Set(facts.document.links.map(({ element }) => matchKey(innerText(element))));
  return names.filter((name) => menu.has(matchKey(name))).slice(0, 1);
}

/** What microdata calls the article's section, on whatever element. */
export function markedSection({ document }: PageFacts): readonly string[] {
  return document.marked
    .filter(({ element }) => element.attribs.itemprop === 'articleSection')
    .map(({ element }) => element.attribs.content ?? innerText(element));
}

/** The linked labels of categories shortly behind the text. */
export function labelsBelow(facts: PageFacts, place: ArticlePlace): readonly string[] {
  const span = bylineSpan(facts.document, place);
  return facts.document.links
    .filter(
      ({ element, block }) =>
        block >= place.to && block <= place.to + NEAR * 2 && span.holds(block) && isLabel(element),
    )
    .map(({ element }) => innerText(element));
}

function blocksAround(
  { document }: PageFacts,
  headline: number,
  span: BylineSpan,
): readonly Block[] {
  return document.blocks
    .slice(Math.max(0, headline - NEAR), headline + NEAR + 1)
    .filter(({ index }) => index !== headline && span.holds(index));
}

/** The elements that hold this block's text and nothing else: its region, and inline ones in it. */
function elementsOf({ document }: PageFacts, block: Block): readonly Element[] {
  const region = document.regions[block.region];
  if (!region) return [];
  const inside = region.element.children.filter(isTag);
  const own = inside.filter((element) => innerText(element) === block.text);
  return region.to - region.from === 1 ? [region.element, ...own] : own;
}

const isSectionText = (text: string): boolean =>
  !/[\d٠-٩:@.؟?!|]/.test(text) && !isDateLine(text) && !isCity(text) && nameForm(text) !== 'given';
