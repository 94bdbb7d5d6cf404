import { z } from 'zod';
import type { ArticleRecord } from '../../record/article.ts';

/** How a sink wants records: keys of its settings beside its kind. */
export const Shape = z.strictObject({
  fields: z
    .array(z.string().min(1).max(60))
    .min(1)
    .optional()
    .describe('Fields of the record to keep; id, revision and change always are'),
});
/** How a sink wants records. */
export type Shape = z.infer<typeof Shape>;

/** A record as a sink sends it: the whole of it, or the fields asked for. */
export type ShapedRecord = Readonly<Record<string, unknown>>;

/** What makes a record usable at all: its key, its form and what happened. */
const ALWAYS = ['schemaVersion', 'id', 'revision', 'change', 'replayed'];

/** Makes the shape ready: a function from a record to what is sent. */
export function recordShape({ fields }: Shape): (record: ArticleRecord) => ShapedRecord {
  if (!fields) return (record) => record;
  const kept = new Set([...ALWAYS, ...fields]);
  return (record) => Object.fromEntries(Object.entries(record).filter(([name]) => kept.has(name)));
}
