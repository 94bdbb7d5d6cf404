import type { Block, BlockKind } from './region.ts';

const KINDS: ReadonlyMap<string, BlockKind> = new Map(
  Object.entries({
    h1: 'heading',
    h2: 'heading',
    h3: 'heading',
    h4: 'heading',
    h5: 'heading',
    h6: 'heading',
    li: 'item',
    td: 'cell',
    th: 'cell',
    blockquote: 'quote',
  }),
);

/** The kind of a block in an element of that name. */
export function kindOf(tag: string): BlockKind {
  return KINDS.get(tag) ?? 'paragraph';
}

/** A full stop, question, exclamation or ellipsis ends the text; quotes and brackets may follow. */
const SENTENCE_END = /[.؟?!…。！？।]["”»’')\]」』]{0,3}$/;

/** True where a text ends as a sentence does: titles, labels and teasers do not. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** A sentence or part of one ends here: colons, commas and closing quotes count too. */
const PART_END = /[.؟?!…؛،:»"”)\]。！？」]$/;

/** True where a text ends with a mark: a label has none. */
export function endsPart(text: string): boolean {
  return PART_END.test(text);
}

/** Running text has commas, colons or sentence ends in the middle. */
const INNER_MARK = /[،,؛.:؟]\s|[。、，]/;

/** How much running text a block holds, in UTF-16 units, linked text and labels discounted. */
export function massOf(
  { text, words, linkShare }: Pick<Block, 'text' | 'words' | 'linkShare'>,
  kind: BlockKind,
): number {
  if (linkShare > 0.6 || kind === 'heading') return 0;
  const length = text.length * (1 - linkShare);
  if (words < 5) return length * 0.1;
  if (PART_END.test(text)) return length;
  return INNER_MARK.test(text) || words > 30 ? length * 0.8 : length * 0.4;
}
