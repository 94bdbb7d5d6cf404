import { z } from 'zod';
import { Change } from './change.ts';
import { draftShape } from './fields.ts';
import { Story } from './story.ts';

export {
  Credit,
  DatePrecision,
  SCHEMA_VERSION,
} from './fields.ts';
export { Image } from './media.ts';

/** What is read off one page in its normal form; the decision about it is not made yet. */
export const ArticleDraft = z.strictObject(draftShape);
/** What is read off one page in its normal form. */
export type ArticleDraft = z.infer<typeof ArticleDraft>;

/** What was decided about a draft, in the one atomic step that also stores it. */
export const Decision = z.strictObject({
  revision: z.number().int().positive(),
  change: z.enum(['published', 'updated', 'merged', 'withdrawn']),
  changed: z.array(z.string()).optional().describe('On an update: the fields that differ'),
  changes: z.array(Change).optional().describe('The same, with what was there and what is'),
  correction: z.string().optional().describe("The newsroom's own note that it corrected the text"),
  story: Story,
});
/** What was decided about a draft. */
export type Decision = z.infer<typeof Decision>;

/** The record that consumers get: a schema.org NewsArticle with evidence, story and revision. */
export const ArticleRecord = z
  .strictObject({
    ...ArticleDraft.shape,
    ...Decision.shape,
    text: z
      .string()
      .optional()
      .describe('The article in the form that the sink is set to: plain, Markdown or HTML'),
    encodingFormat: z.string().optional().describe('Media type of `text`'),
    replayed: z.literal(true).optional().describe('The record was asked for once more'),
  })
  .describe('One article of one source in one revision');
/** The record that consumers get. */
export type ArticleRecord = z.infer<typeof ArticleRecord>;
