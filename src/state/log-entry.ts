import { z } from 'zod';
import type { LogEntry } from '../record/published.ts';

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

/** What a stream reply holds: entries, and positions whose entry is no longer in the log. */
export interface ReadEntries {
  readonly entries: LogEntry[];
  readonly trimmed: string[];
}

/** Reads the entries of an XRANGE or XAUTOCLAIM reply. */
export function parseEntries(reply: unknown): ReadEntries {
  const entries: LogEntry[] = [];
  const trimmed: string[] = [];
  for (const [at, flat] of Entries.parse(reply)) {
    if (flat) entries.push({ at, ...Fields.parse(pairs(flat)) });
    else trimmed.push(at);
  }
  return { entries, trimmed };
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
