import { z } from 'zod';
import { ArticleRecord } from '../../record/article.ts';
import { MEDIA_TYPES, textIn } from '../../record/text-form.ts';

/** A wrong name is shown up to that length. */
const NAME_SHOWN = 60;

const FieldName = z.enum(ArticleRecord.keyof().options, {
  error: ({ input }) =>
    `no field of the record is named ${String(input).slice(0, NAME_SHOWN)}; the fields: ${ArticleRecord.keyof().options.join(', ')}`,
});

/** How a sink wants records: keys of its settings beside its kind. */
export const Shape = z.strictObject({
  fields: z
    .array(FieldName)
    .min(1)
    .optional()
    .describe('Fields of the record to keep; id, revision and change always are'),
  text: z
    .enum(['plain', 'markdown', 'html'])
    .optional()
    .describe('Adds `text`, the article in that form, and `encodingFormat`, its media type'),
});
/** How a sink wants records. */
export type Shape = z.infer<typeof Shape>;

/** A record as a sink sends it: the whole of it, or the fields asked for. */
export type ShapedRecord = Readonly<Record<string, unknown>>;

/** What makes a record usable at all: its key, its form and what happened. */
const ALWAYS = ['schemaVersion', 'id', 'revision', 'change', 'replayed'];

/** Makes the shape ready: a function from a record to what is sent. */
export function recordShape({ fields, text }: Shape): (record: ArticleRecord) => ShapedRecord {
  const kept = fields && new Set([...ALWAYS, ...fields]);
  return (record) => {
    const shaped = kept
      ? Object.fromEntries(Object.entries(record).filter(([name]) => kept.has(name)))
      : record;
    if (!text) return shaped;
    return { ...shaped, text: textIn(text, record), encodingFormat: MEDIA_TYPES[text] };
  };
}

const texts = new WeakMap<ShapedRecord, string>();

/**
 * The JSON of a record as it is sent. Sinks that take the record whole share one text of it.
 * @throws TypeError where it cannot be made
 */
export function jsonOf(shaped: ShapedRecord): string {
  const known = texts.get(shaped);
  if (known !== undefined) return known;
  const text = JSON.stringify(shaped);
  texts.set(shaped, text);
  return text;
}
