import { matchKey } from '../../arabic/key.ts';
import { KIND_EVIDENCE } from './kind-evidence.ts';
import { LEAST_WORDS, tellsNews } from './news-prose.ts';
import { hasByline, isSigned } from './page-signature.ts';
import type { Evidence, PageView } from './page-view.ts';
import type { Block } from './region.ts';
import { isAtServiceAddress, isDatedArticle, saysOther, tellsStars } from './service-marks.ts';
import { speaksAsItself } from './service-prose.ts';
import {
  hasServiceField,
  indexesLetters,
  isInPoints,
  listsAddresses,
  repeatsLinks,
} from './user-marks.ts';

/** Evidence from which a page is no article: a refused article is lost, a list that came through is seen. */
export const ENOUGH = 4;

const MOST = 0.6;
const NEARLY_ALL = 0.75;

/** The sentence of a unit from which it is a paragraph, in words: a teaser or a remark is shorter. */
const PARAGRAPH_WORDS = 18;

/** Blocks that begin with one word from which it is the label of rows: `الحلقة`, `السعر`, `للبيع`. */
const LEAST_LABELS = 4;

/** Fields from which a form is what a page is there for; comments ask for a name, a mail and a text. */
const LEAST_FIELDS = 4;

/** Shortest headline that tells what happened, in words; longest that is a label. */
const STORY_WORDS = 6;
const LABEL_WORDS = 2;

/** Words of prose beside the units: a remark, a short story, a story, a long one. */
const PROSE = { little: 40, some: 60, much: 120, most: 200 } as const;

/**
 * What speaks for a page of services, lists or data, and what for an article, whatever rows it has.
 * The weights were set on pages of each kind and on the articles that look most like them; evidence
 * that both often have weighs 1, what one of them hardly ever has weighs 2 or more.
 */
export const EVIDENCE: readonly Evidence[] = [
  ...KIND_EVIDENCE,
  { id: 'most of the text in like units', weight: 1, holds: ({ dataShare }) => dataShare >= MOST },
  { id: 'nearly all of it', weight: 1, holds: ({ dataShare }) => dataShare >= NEARLY_ALL },
  {
    id: 'a day, a price or a count in each',
    weight: 1,
    holds: ({ units }) => units.some(({ hasData }) => hasData),
  },
  {
    id: 'a linked title in each',
    weight: 1,
    holds: ({ units }) => units.some(({ isLinked }) => isLinked),
  },
  {
    id: 'rows under one label',
    weight: 1,
    holds: ({ span }) => repeatsLabel(span),
  },
  {
    id: "a service's name for a headline",
    weight: 2,
    holds: ({ service }) => service === 'name' || service === 'invitation',
  },
  {
    id: 'that of a form, an offer or a list, which no story has',
    weight: 1,
    holds: ({ service }) => service === 'invitation',
  },
  {
    id: 'a headline that begins as those of services',
    weight: 1,
    holds: ({ service }) => service === 'part',
  },
  {
    id: 'a label for a headline',
    weight: 1,
    holds: ({ headline }) =>
      wordsOf(headline) <= LABEL_WORDS && /\p{Script=Arabic}/u.test(headline),
  },
  {
    id: 'telephone numbers',
    weight: 1,
    holds: ({ span }) => span.filter(isNumbered).length >= LEAST_LABELS,
  },
  { id: 'speaks of itself', weight: 1, holds: ({ phrases }) => phrases >= 1 },
  { id: 'speaks to its user', weight: 1, holds: ({ phrases }) => phrases >= 2 },
  {
    id: 'speaks as the site itself',
    weight: 2,
    holds: (view) => speaksAsItself(view.prose) && !isSigned(view),
  },
  {
    id: 'no paragraph',
    weight: 1,
    holds: ({ prose, units }) =>
      prose.length + units.filter(({ sentence }) => sentence >= PARAGRAPH_WORDS).length === 0,
  },
  {
    id: 'little prose beside them',
    weight: 1,
    holds: (view) =>
      view.dataShare >= MOST &&
      view.prose.length > 0 &&
      sumOf(view.prose) < PROSE.little &&
      !isSigned(view),
  },
  { id: 'a form', weight: 1, holds: hasForm },
  {
    id: 'a field that no story has',
    weight: 2,
    holds: (view) => !hasForm(view) && hasServiceField(view),
  },
  { id: 'short paragraphs under headings', weight: 1, holds: isInPoints },
  { id: 'links under one label', weight: 2, holds: repeatsLinks },
  {
    id: 'addresses in lines',
    weight: 2,
    holds: (view) => listsAddresses(view.span) && !isSigned(view),
  },
  { id: 'letters to choose from', weight: 3, holds: ({ span }) => indexesLetters(span) },
  { id: 'neither day nor name', weight: 1, holds: (view) => !isSigned(view) },
  { id: 'its own data call it so', weight: 2, holds: ({ facts }) => saysOther(facts) },
  { id: 'its address', weight: 1, holds: ({ facts }) => isAtServiceAddress(facts.document.url) },
  {
    id: 'the signs of the zodiac',
    weight: 5,
    holds: ({ kept }) => tellsStars(kept),
  },
  {
    id: 'an article of a day in its data',
    weight: -2,
    holds: ({ facts }) => isDatedArticle(facts),
  },
  {
    id: 'a time of publication in its metadata',
    weight: -1,
    holds: ({ facts }) =>
      !isDatedArticle(facts) && facts.metadata.meta.has('article:published_time'),
  },
  {
    id: 'a feed that lists it with its time',
    weight: -2,
    holds: ({ facts: { context } }) => context.link?.published !== undefined,
  },
  { id: 'a byline', weight: -1, holds: hasByline },
  {
    id: 'paragraphs with a heading each',
    weight: -2,
    holds: ({ units }) =>
      units.length > 0 && units.every(({ sentence }) => sentence >= PARAGRAPH_WORDS),
  },
  {
    id: 'two paragraphs beside',
    weight: -1,
    holds: ({ prose }) => prose.filter(isLong).length > 1,
  },
  { id: 'some prose', weight: -1, holds: ({ prose }) => sumOf(prose) >= PROSE.some },
  { id: 'much prose', weight: -1, holds: ({ prose }) => sumOf(prose) >= PROSE.much },
  { id: 'most of it prose', weight: -2, holds: ({ prose }) => sumOf(prose) >= PROSE.most },
  { id: 'tells what happened', weight: -1, holds: ({ prose }) => prose.some(tellsNews) },
  {
    id: 'tells it in its first words, or twice',
    weight: -1,
    holds: ({ prose }) =>
      (prose[0] !== undefined && tellsNews(prose[0])) || prose.filter(tellsNews).length > 1,
  },
  {
    id: 'a headline that tells what happened',
    weight: -1,
    holds: ({ headline, service }) => wordsOf(headline) >= STORY_WORDS && service === undefined,
  },
];

const sumOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { words }) => sum + words, 0);

const wordsOf = (text: string): number => matchKey(text).split(' ').length;

/** A cell of data; one that holds a sentence of a paragraph is that of a table that lays out the page. */
export const isDataCell = ({ kind, endsSentence, words }: Block): boolean =>
  kind === 'cell' && !(endsSentence && words >= PARAGRAPH_WORDS);

/** A paragraph that goes on, or leads to a list. */
export const isParagraph = (block: Block): boolean =>
  block.words >= LEAST_WORDS &&
  (block.endsSentence || /[:：]$/.test(block.text)) &&
  !isDataCell(block) &&
  block.kind !== 'heading';

/** Shortest paragraph of a text of two, in words. */
const isLong = ({ words }: Block): boolean => words >= 15;

/** Longest line that a label begins, in words. */
const ROW_WORDS = 20;

/** True where short lines with a number begin with one word. */
function repeatsLabel(span: readonly Block[]): boolean {
  const counts = new Map<string, number>();
  for (const { text, words } of span) {
    if (words > ROW_WORDS || words < 2 || !/\p{Nd}/u.test(text)) continue;
    const first = matchKey(text.slice(0, 30)).split(' ', 1)[0] ?? '';
    if (first.length > 2 && !/^\d/.test(first)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count >= LEAST_LABELS);
}

/** `الإسعاف: 140`, `مستشفى الأطفال: 044-555-020`. */
const isNumbered = ({ text, words }: Block): boolean =>
  words <= LEAST_WORDS && /[\p{L})]\s*[:：]\s*\+?(?:\p{Nd}[-\s/]?){3,15}$/u.test(text);

/** How far behind the text a form may stand, in blocks. */
const FORM_GAP = 2;

/** True for a form of several fields right below the headline or the text. */
function hasForm({ facts: { document }, headlineBlock, kept }: PageView): boolean {
  const from = headlineBlock ?? (kept[0]?.index ?? 0) - 1;
  const to = (kept.at(-1)?.index ?? from) + 1 + FORM_GAP;
  return document.fields.filter(({ block }) => block > from && block <= to).length >= LEAST_FIELDS;
}
