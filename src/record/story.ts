import { z } from 'zod';

/** What a text is to the story it tells. */
export const StoryRole = z.enum(['original', 'copy', 'abridged', 'expanded']);
/** What a text is to the story it tells. */
export type StoryRole = z.infer<typeof StoryRole>;

/** The story that a record belongs to: copies are made visible, not thrown away. */
export const Story = z.strictObject({
  id: z.string(),
  role: StoryRole,
  of: z.string().nullable().describe('Id of the record that this one copies'),
  similarity: z.number().min(0).max(1).describe('Share of the text found in the other, 1 = all'),
  agency: z
    .string()
    .optional()
    .describe('The agency that the story is credited to, where its own text was not met'),
});
/** The story that a record belongs to. */
export type Story = z.infer<typeof Story>;
