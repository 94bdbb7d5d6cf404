import { z } from 'zod';

/** A link within a block: the words that carry it, and where it leads. */
export const BodyLink = z.strictObject({
  text: z.string().describe('The linked words, as they stand in the text of the block'),
  url: z.string().describe('Absolute, http or https'),
});
/** A link within a block. */
export type BodyLink = z.infer<typeof BodyLink>;

/** What a block is by its element: a sub-head, a list item, a part of a quotation, a table cell. */
export const BodyBlockKind = z.enum(['paragraph', 'heading', 'listItem', 'quote', 'cell']);
/** What a block is by its element. */
export type BodyBlockKind = z.infer<typeof BodyBlockKind>;

/** One block of an article's text. */
export const BodyBlock = z.strictObject({
  kind: BodyBlockKind,
  text: z.string(),
  level: z.number().int().min(1).max(6).optional().describe('Of a heading: 1 to 6, as in HTML'),
  ordered: z.literal(true).optional().describe('Of a list item: its list is numbered'),
  links: z.array(BodyLink).optional(),
});
/** One block of an article's text. */
export type BodyBlock = z.infer<typeof BodyBlock>;

/**
 * Most blocks of a record. The longest articles have some hundred; the rest of a longer one is one last block,
 * so that the texts joined by blank lines are always the plain text.
 */
export const MOST_BLOCKS = 2000;

/** Most links of a record: a page with more is a list of links. */
export const MOST_LINKS = 500;

/**
 * Brings the words of the blocks to the record's form; links keep to words that still stand there.
 * A block whose text is empty then stays, as it does in the plain text.
 */
export function normalizeBlocks(
  blocks: readonly BodyBlock[],
  prose: (text: string) => string,
): BodyBlock[] {
  return blocks.map(({ links = [], ...block }) => {
    const text = prose(block.text);
    const kept = links
      .map((link) => ({ ...link, text: prose(link.text) }))
      .filter((link) => link.text !== '' && text.includes(link.text));
    return { ...block, text, ...(kept.length > 0 ? { links: kept } : {}) };
  });
}
