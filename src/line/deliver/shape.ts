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

/** Compiles the shape to a function from a record to what is sent. */
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

/** The name of a shape: shapes of one name give the same. Undefined for the record as it is. */
export function shapeName({ fields, text }: Shape): string | undefined {
  return fields || text ? JSON.stringify([fields?.toSorted(), text]) : undefined;
}

/** A record on its way, whose JSON may be known. */
interface Sent {
  readonly shaped: ShapedRecord;
  readonly json?: Buffer | undefined;
}

/**
 * The JSON of a record as it is sent, one line of UTF-8.
 * @throws TypeError where it cannot be made
 */
export function jsonOf(sent: Sent): Buffer {
  return sent.json ?? Buffer.from(JSON.stringify(sent.shaped));
}
