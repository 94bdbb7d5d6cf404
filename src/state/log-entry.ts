import { z } from 'zod';
import type { LogEntry } from '../record/publication.ts';

const Fields = z.object({
  id: z.string(),
  revision: z.coerce.number().int(),
  change: z.enum(['published', 'updated', 'merged', 'withdrawn']),
  source: z.string(),
});

/** `[[position, [field, value, …] | null], …]`: null is an entry that was trimmed while pending. */
const Entries = z.array(z.tuple([z.string(), z.array(z.string()).nullable()]));

/** XREADGROUP names the stream before its entries, and replies null where there is nothing. */
const Streams = z.array(z.tuple([z.string(), Entries])).nullable();

/** An entry of the log that cannot be read, and why. */
export interface BrokenEntry {
  readonly at: string;
  readonly reason: string;
}

/** What a stream reply holds. */
export interface ReadEntries {
  readonly entries: LogEntry[];
  readonly broken: BrokenEntry[];
  /** Positions whose entry is no longer in the log. */
  readonly trimmed: string[];
}

/** Reads the entries of an XRANGE or XAUTOCLAIM reply; one that is of no known form is `broken`. */
export function parseEntries(reply: unknown): ReadEntries {
  const read: ReadEntries = { entries: [], broken: [], trimmed: [] };
  for (const [at, flat] of Entries.parse(reply)) {
    if (flat === null) {
      read.trimmed.push(at);
      continue;
    }
    const fields = Fields.safeParse(pairs(flat));
    if (fields.success) read.entries.push({ at, ...fields.data });
    else read.broken.push({ at, reason: `log entry: ${issueText(fields.error)}` });
  }
  return read;
}

/** The first fault of a value: where, and what is wrong. */
export function issueText({ issues: [issue] }: z.ZodError): string {
  return issue ? `${issue.path.join('.') || 'value'}: ${issue.message}` : 'of no known form';
}

/** Reads the entries of an XREADGROUP reply over one stream. */
export function parseStreams(reply: unknown): ReadEntries {
  return parseEntries(Streams.parse(reply)?.[0]?.[1] ?? []);
}

/** The object of a flat `[name, value, …]` reply. */
export function pairs(flat: readonly unknown[]): Record<string, unknown> {
  const names = flat.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [String(name), flat[index * 2 + 1]]));
}
