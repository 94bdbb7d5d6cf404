import { z } from 'zod';

const DiffPart = z.strictObject({
  kind: z.enum(['same', 'added', 'removed']),
  text: z.string(),
});

/** A sentence that was taken out, put in, or exchanged for another. */
const SentenceChange = z.strictObject({
  removed: z.string().optional(),
  added: z.string().optional(),
});

/** One change of a revision, told so that no second look-up is needed. Bounded in size. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('headline'),
    diff: z.array(DiffPart).describe('Word by word; the parts that are not added are the old one'),
  }),
  z.strictObject({
    kind: z.literal('body'),
    sentences: z.array(SentenceChange).describe('The first 20 of them'),
    more: z.number().int().positive().optional().describe('How many others changed'),
  }),
  z.strictObject({
    kind: z.literal('date'),
    before: z.string().optional(),
    after: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('author'),
    before: z.array(z.string()),
    after: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('correction'),
    note: z.string().describe("The newsroom's own note"),
  }),
  z.strictObject({ kind: z.literal('withdrawn') }),
  z.strictObject({
    kind: z.literal('field'),
    field: z.string().describe('Any other field of the record'),
  }),
]);
/** One change of a revision. */
export type Change = z.infer<typeof Change>;
