import { z } from 'zod';
import type { LogEntry } from '../record/publication.ts';

const Fields = z.object({
  id: z.string(),
  revision: z.coerce.number().int(),
  change: z.enum(['published', 'updated', 'merged', 'withdrawn']),
  source: z.string(),
});

/** `[position, [field, value, …] | null]`: null is an entry that was trimmed while pending. */
const Entry = z.tuple([z.string(), z.array(z.string()).nullable()]);
const Entries = z.array(z.unknown());

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
  for (const one of Entries.parse(reply)) {
    const usual = usualEntry(one);
    if (usual) {
      read.entries.push(usual);
      continue;
    }
    const [at, flat] = Entry.parse(one);
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

const CHANGES: ReadonlySet<unknown> = new Set(Fields.shape.change.options);

const isChange = (value: unknown): value is LogEntry['change'] => CHANGES.has(value);

/**
 * An entry as this release writes it, read by hand: each sink reads each entry, and a schema takes
 * longer for one than all else that is done with it. Undefined where it is of another form.
 */
function usualEntry(entry: unknown): LogEntry | undefined {
  const [at, flat]: readonly unknown[] = Array.isArray(entry) ? entry : [];
  if (typeof at !== 'string' || !Array.isArray(flat) || flat.length !== FIELDS_LENGTH) return;
  const [n0, id, n1, number, n2, change, n3, source]: readonly unknown[] = flat;
  if (n0 !== 'id' || n1 !== 'revision' || n2 !== 'change' || n3 !== 'source') return;
  const revision = Number(number);
  const isWhole =
    typeof id === 'string' && typeof source === 'string' && Number.isInteger(revision);
  return isWhole && isChange(change) ? { at, id, revision, change, source } : undefined;
}

/** Names and values of an entry. */
const FIELDS_LENGTH = 2 * Object.keys(Fields.shape).length;

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
