import { z } from 'zod';

/** Where a field's value was found, as printed there, and how far to trust it. */
export const Evidence = z
  .strictObject({
    from: z.string().max(200).describe('Where the value stood: article:published_time, h1, jsonld'),
    text: z.string().max(500).optional().describe('The text as it stood there'),
    confidence: z.number().min(0).max(1).describe('Share of such values that are right'),
    note: z.string().max(500).optional().describe('What was corrected, assumed or disagreed'),
  })
  .describe('Evidence of one field');
/** Where a field's value was found, as printed there, and how far to trust it. */
export type Evidence = z.infer<typeof Evidence>;

/** A value and where it was found. */
export interface Found<T> {
  readonly value: T;
  readonly evidence: Evidence;
}

/** The longest quotation that evidence carries, in UTF-16 units: enough to see, not to republish. */
const QUOTE_LENGTH = 200;

/** Makes a {@link Found}; `text` is cut to 200 units. */
export function found<T>(value: T, evidence: Evidence): Found<T> {
  const text = evidence.text?.slice(0, QUOTE_LENGTH);
  return { value, evidence: text === undefined ? evidence : { ...evidence, text } };
}
