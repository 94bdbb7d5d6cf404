import { matchKey } from '../../arabic/key.ts';
import type { Document } from './document.ts';
import type { PageView } from './page-view.ts';
import type { Block } from './region.ts';
import { asksForMail } from './sign-up.ts';

/*
 * What a page has for its user to fill in, look up or copy. A story hardly ever has it amid its text.
 */

/** Names and types of fields that stand amid stories, too: a search, a sign-up, a remark, a password. */
const OTHER_FIELD =
  /search|query|^[qs]$|بحث|comment|تعليق|remark|captcha|nonce|pass|user|login|session/i;

/** What forms of services ask for and forms of remarks do not: a file, a telephone number. */
const SERVICE_FIELD = /phone|mobile|^tel$|upload|هاتف|جوال|موبايل/i;

/** How far behind the text such a field may stand, in blocks: its form has a heading and labels. */
const FORM_GAP = 6;

/** True for a field below the headline that no story has there: amid the text, or a service's behind it. */
export function hasServiceField({ facts: { document }, headlineBlock, kept }: PageView): boolean {
  const from = headlineBlock ?? (kept[0]?.index ?? 0) - 1;
  const to = kept.at(-1)?.index ?? from;
  return document.fields.some(({ block, element: { name, attribs } }) => {
    if (block <= from || block > to + FORM_GAP || name === 'textarea') return false;
    const { name: field = '', id = '', type = '', placeholder = '' } = attribs;
    const words = `${field} ${id} ${type} ${placeholder}`;
    if (asksForMail(attribs) || OTHER_FIELD.test(words)) return false;
    return block <= to || type === 'file' || SERVICE_FIELD.test(words);
  });
}

/** Headings and short paragraphs from which a text is an offer's, and their length in words. */
const LEAST_HEADINGS = 4;
const SHORT_WORDS = 14;

/** Longer paragraphs that such a text may have: its introduction. */
const MOST_LONG = 1;

/** True for short paragraphs under headings, with an introduction at most: what is offered, point by point. */
export function isInPoints({ kept }: PageView): boolean {
  const headings = kept.filter(({ kind }) => kind === 'heading').length;
  const texts = kept.filter(({ kind }) => kind !== 'heading');
  const long = texts.filter(({ words }) => words > SHORT_WORDS).length;
  return headings >= LEAST_HEADINGS && texts.length > headings && long <= MOST_LONG;
}

/** Linked lines under one label, and lines of addresses, from which they are what a page is for. */
const LEAST_LINES = 6;
const LEAST_ADDRESSES = 4;

/** Labels of links that lead to a text or to the next page of it. */
const ON = /^(?:اقرا|المزيد|للمزيد|تابع|شاهد|learn|read|see|more|lire|voir) /u;

/** True where many linked lines begin with the same two words and end with others: `نتيجة الثانوية القاهرة`. */
export function repeatsLinks({ facts: { document }, span, kept }: PageView): boolean {
  const behind = (kept.at(-1)?.index ?? 0) + 1;
  const lines = [...span, ...document.blocks.slice(behind, behind + LINES_BEHIND)];
  const byLabel = new Map<string, Set<string>>();
  for (const { text, words, linkShare } of lines) {
    if (linkShare < 0.8 || words < 3) continue;
    const key = matchKey(text.slice(0, LINE_LENGTH));
    const label = key.split(' ').slice(0, 2).join(' ');
    if (!ON.test(label)) byLabel.set(label, (byLabel.get(label) ?? new Set()).add(key));
  }
  return [...byLabel.values()].some(({ size }) => size >= LEAST_LINES);
}

/** How far behind the text such lines may stand, in blocks. */
const LINES_BEHIND = 30;

/** Start of a linked line that is looked at, in UTF-16 units. */
const LINE_LENGTH = 60;

const ADDRESS = /^\S{0,20}[:：]?\s*(?:(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/i;

/** True where lines hold an address and nothing else. */
export const listsAddresses = (span: readonly Block[]): boolean =>
  span.filter(({ text }) => ADDRESS.test(text)).length >= LEAST_ADDRESSES;

/** Single letters in one line, or in lines of their own, from which they are the index of a list. */
const LEAST_LETTERS = 15;

/** True for the letters of an alphabet, from which a reader chooses one. */
export function indexesLetters(span: readonly Block[]): boolean {
  const letters = (text: string): number => {
    const words = text.split(' ');
    return words.every((word) => /^\p{L}$/u.test(word)) ? words.length : 0;
  };
  const counts = span.map(({ text }) => letters(text));
  return counts.reduce((sum, count) => sum + count, 0) >= LEAST_LETTERS;
}

/** Terms from which a page explains words, and the longest of them, in words. */
const LEAST_TERMS = 5;
const TERM_WORDS = 4;

/** Longest meaning of a term, in words: a paragraph of a story under its heading is longer. */
const MEANING_WORDS = 16;

/** Share of the kept lines that are a meaning. */
const TERM_SHARE = 0.7;

/** The meanings of the terms that a page explains; none where a text holds more than these. */
export function meaningsOf(document: Document, kept: readonly Block[]): ReadonlySet<Block> {
  const texts = kept.filter(({ kind }) => kind !== 'heading');
  const meanings = texts.filter((block) => isMeaning(document, block));
  const isAll = meanings.length >= LEAST_TERMS && meanings.length >= TERM_SHARE * texts.length;
  return new Set(isAll ? meanings : []);
}

/** A definition in its list, a line that a term in bold opens, a short text under a term. */
function isMeaning({ blocks }: Document, block: Block): boolean {
  if (block.words > MEANING_WORDS + TERM_WORDS) return false;
  const before = blocks[block.index - 1];
  if (block.tag === 'dd') return before?.tag === 'dt';
  const term = TERM.exec(block.text)?.[1];
  if (term !== undefined && block.boldShare > 0 && block.boldShare < 0.5)
    return term.split(' ').length <= TERM_WORDS;
  return (
    before?.kind === 'heading' &&
    before.words <= TERM_WORDS &&
    /^\P{P}*\p{L}[^\p{Nd}]*$/u.test(before.text) &&
    !before.endsSentence
  );
}

const TERM = /^(\P{P}{2,40})[:：]\s/u;
