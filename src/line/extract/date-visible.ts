import { type ParsedDate, parseDate } from '../../arabic/date.ts';
import { labelOf } from '../../arabic/date-role.ts';
import { namesOtherEvent } from '../../arabic/other-event.ts';
import type { DateText } from '../../record/reading.ts';
import { isBareDate } from './bare-date.ts';
import { isCreditLine } from './credit-line.ts';
import { namesAround, namesDate, roleOf } from './date-names.ts';
import {
  type DatePart,
  type DatePlace,
  isInFactBox,
  isOfOther,
  isOwnFooter,
  partOf,
} from './date-place.ts';
import type { Document } from './document.ts';
import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';
import { isPostSignature } from './removal/embedded-post.ts';

/** Longest text of a visible date, in UTF-16 units: weekday, Hijri and Gregorian date, time. */
const MAX_LENGTH = 120;

/** Longest line of date, time, zone, place and section, in words. */
const LINE_WORDS = 18;
const LABELLED_WORDS = 26;

/**
 * How far a date that stands in a part of the page is trusted, by what says that it is a date of
 * publication: a word before it, the class of its element, or nothing.
 */
const TRUST: Readonly<Record<DatePart, { label: number; class: number; none: number }>> = {
  head: { label: 0.85, class: 0.85, none: 0.7 },
  above: { label: 0.7, class: 0.6, none: 0.4 },
  // Of its first lines.
  text: { label: 0.7, class: 0.7, none: 0.6 },
  below: { label: 0.75, class: 0.5, none: 0.2 },
};

/** A day and nothing else in the article's own footer. */
const FOOTER_TRUST = 0.7;

/** What follows the first lines of a text speaks of other days. */
const DEEP_TRUST = 0.2;

/** The dates that a reader sees around the article, each with what says that it is the article's. */
export function visibleDates({ document }: PageFacts, place: DatePlace): DateText[] {
  const numbered = document.blocks.filter(({ text }) => /[\d٠-٩۰-۹]/.test(text));
  return numbered.flatMap((block) => {
    if (isPostSignature(block.text)) return [];
    const opening = openingDate(block, place);
    if (opening.length > 0 || block.text.length > MAX_LENGTH) return opening;
    const part = partOf(document, block.index, place) ?? factBoxPart(document, block, place);
    if (!part || isOfOther(document, block, place) || isLabelledOther(document, block)) return [];
    const isShort = (part === 'head' && block.words <= SHORT_WORDS) || PUBLISHED.test(block.text);
    return splitLabels(block.text).flatMap((text) => {
      const date = parseDate(text, isShort ? { hasShortYears: true } : {});
      return date ? [dateText(document, { ...block, text }, { part, date, place })] : [];
    });
  });
}

/** A box beside the article is believed where it says what the day is of. */
function factBoxPart(document: Document, block: Block, place: DatePlace): DatePart | undefined {
  if (!isInFactBox(document, block.index, place)) return undefined;
  const isTold = labelBefore(document, block) ?? parseDate(block.text, {})?.label;
  if (!isTold) return undefined;
  return block.index < place.from ? 'above' : 'below';
}

/** Where one date of a line ends and the label of the next stands, with or without a space. */
const NEXT_LABEL =
  /(?=(?:آخر تحديث|تاريخ (?:ال)?(?:نشر|تحديث)|نشر(?:ت)?(?: في| بتاريخ|\s?:)|حدث(?: في)?\s?:|last updated|updated|published|publié|mis à jour|modifié)(?![\p{Ll}]))/giu;

/** The labelled dates of a line that holds several: `آخر تحديث: 13 مارس 2026 نشر: 12 مارس 2026`. */
function splitLabels(text: string): readonly string[] {
  const parts = text.split(NEXT_LABEL).filter((part) => /[\d٠-٩۰-۹]/.test(part));
  return parts.length > 1 && parts.every((part) => parseDate(part, {})?.label) ? parts : [text];
}

/** A line that opens with a label says itself that two digits are a year. */
const PUBLISHED =
  /^(?:posted|published|publié(?: le)?|veröffentlicht(?: am)?|(?:تاريخ )?(?:ال)?نشرت?(?: في| بتاريخ)?)\s*[:：]\s*\d/iu;

/** `Party, 30.10.23`: beside a headline two digits are a year where little else stands there. */
const SHORT_WORDS = 8;

/**
 * `غزة (12 نوفمبر 2026) - أعلنت …`: the date of a dispatch that opens its first paragraph, with a
 * place at most before it and a mark behind it. «في 12 نوفمبر 2026 أعلنت» tells another day.
 */
const OPENING =
  /^(?:\p{L}[\p{L}\s'’.-]{1,30}[,،:/(–—-]\s*)?\(?\s*[\d٠-٩]{1,4}[^.,;:؛«"]{2,24}?(?:,?\s?(?:19|20)\d\d|[١٢][٠-٩]{3}|[./]\d{1,2}[./]\d{1,2})\s?م?\s*(?=[():،–—|/„«"]|\.\s|-\s)/u;

/** A lead may stand before the dispatch. */
const OPENING_BLOCKS = 2;

function openingDate({ index, text, words }: Block, { from, to }: DatePlace): DateText[] {
  const isNext = index > from && index < Math.min(to, from + OPENING_BLOCKS);
  const isFirst = index === from || (isNext && words >= PARAGRAPH_WORDS);
  const opening = isFirst ? OPENING.exec(text.slice(0, MAX_LENGTH))?.[0] : undefined;
  if (!opening || !parseDate(opening, {})) return [];
  return [{ role: 'published', text: opening, from: 'visible', confidence: TRUST.text.none }];
}

interface Seen {
  readonly part: DatePart;
  readonly date: ParsedDate;
  readonly place: DatePlace;
}

function dateText(document: Document, block: Block, { part, date, place }: Seen): DateText {
  const names = namesAround(document, block);
  const label = date.label ?? labelBefore(document, block);
  const most = date.label ? LABELLED_WORDS : LINE_WORDS;
  const isLine = block.words <= most && !SENTENCE_END.test(block.text);
  const by = !isLine
    ? 'none'
    : label || COUNTED.test(block.text)
      ? 'label'
      : namesDate(names)
        ? 'class'
        : 'none';
  const isOwn =
    (part === 'below' && isBareDate(block.text) && isOwnFooter(document, block.index, place)) ||
    (isLine && isSignOff(document, block, { part, date, place }));
  const isDeep = part === 'text' && !isFirstLine(document, block, { by, place });
  const least = isDeep ? DEEP_TRUST : TRUST[part][by];
  const confidence = isOwn ? Math.max(FOOTER_TRUST, least) : least;
  const text = date.precision === 'day' ? withClock(document, block) : block.text;
  const from = parseDate(block.text, {}) ? 'visible' : 'visible, short year';
  return { role: label ?? roleOf(names), text, from, confidence };
}

/** How often an article was read stands beside the day of its publication. */
const COUNTED =
  /(?:^|[\s|])(?:(?:عدد )?(?:ال)?(?:قراءات|مشاهدات|زيارات)|مشاهدة|زيارة|views|hits|lectures)(?:$|[\s:|])/iu;

const SENTENCE_END = /[.؟!]["”»)]?$/u;

/** How far behind the last paragraph a desk signs, in blocks. */
const SIGN_OFF = 4;

/** Longest line of a sign-off, in words: place, names, agency. */
const SIGN_OFF_WORDS = 9;

/**
 * A day as the last line of a text or right behind it, as agencies, ministries and old systems set
 * it: with its time, or below the line of who wrote. Other stories begin with a link or a heading.
 */
function isSignOff(
  { blocks }: Document,
  { index, text, words }: Block,
  { part, date, place: { from, to } }: Seen,
): boolean {
  if ((part !== 'text' && part !== 'below') || index >= to + SIGN_OFF) return false;
  const last = blocks.slice(from, index).findLastIndex((one) => one.words > SIGN_OFF_WORDS);
  const lines = blocks.slice(from + last + 1, index);
  const behind = part === 'text' ? blocks.slice(index + 1, to) : [];
  const isShort = (one: Block): boolean =>
    one.words <= SIGN_OFF_WORDS && !/^h[1-6]$/.test(one.tag) && one.linkShare < 0.9;
  if (last < 0 || lines.length >= SIGN_OFF || ![...lines, ...behind].every(isShort)) return false;
  if (lines.some((line) => isCreditLine(line.text, []))) return true;
  return date.precision === 'day' ? lines.length > 0 && isBareDate(text) : words <= BARE_WORDS;
}

/** From that many words on a block is a paragraph of the text, and no line of a byline or caption. */
const PARAGRAPH_WORDS = 15;

/** Lead, author, date, picture and sharing go before the second paragraph. */
const FIRST_BLOCKS = 8;

/** Weekday, date, time, and the same of an update. */
const BARE_WORDS = 12;

/**
 * A line at the start of the text, where a lead or the byline itself was taken for text: not more than
 * one paragraph before it, and a label, a class or nothing but the date.
 */
function isFirstLine(
  { blocks }: Document,
  { index, words }: Block,
  { by, place: { from } }: { by: string; place: DatePlace },
): boolean {
  const before = blocks.slice(from, index).filter((one) => one.words >= PARAGRAPH_WORDS);
  if (index >= from + FIRST_BLOCKS || before.length > 1) return false;
  return by !== 'none' || words <= BARE_WORDS;
}

/** Most words of a label that stands in an element of its own, and of one that ends with a colon. */
const LABEL_WORDS = 4;
const COLON_WORDS = 8;

const isLabel = ({ words, text }: Block): boolean =>
  words <= (/[:：]$/u.test(text) ? COLON_WORDS : LABEL_WORDS);

/** What the element right before calls the day of something else: `<b>متاح حتى:</b> <p>14 أكتوبر</p>`. */
function isLabelledOther({ blocks }: Document, { index }: Block): boolean {
  const { text = '' } = blocks[index - 1] ?? {};
  return /[:：]$/u.test(text) && text.length <= MAX_LENGTH && namesOtherEvent(text);
}

/** What the element right before says that the date is of: `<span>آخر تحديث</span> <b>4 أبريل</b>`. */
function labelBefore({ blocks }: Document, { index }: Block): DateText['role'] | undefined {
  const before = blocks[index - 1];
  if (!before || !isLabel(before) || before.linkShare > 0.5) return undefined;
  return DATE_LABEL.test(before.text) ? 'published' : labelOf(before.text);
}

/** `التاريخ` as the label of a line of its own; amid a sentence the word is history. */
const DATE_LABEL = /^(?:ال)?تاريخ\s*[:：]?$/u;

/** A time alone: `19:52`, `09:14 ص`. */
const CLOCK = /^[\d٠-٩]{1,2}:[\d٠-٩]{2}(?:\s?(?:[صم]|صباحا|مساء|am|pm|uhr|h))?$/iu;

/** The day, and the time that systems print in an element of its own right behind or before it. */
function withClock({ blocks }: Document, { index, text }: Block): string {
  const clock = [blocks[index + 1], blocks[index - 1]].find((one) => CLOCK.test(one?.text ?? ''));
  return clock ? `${text} ${clock.text}` : text;
}
