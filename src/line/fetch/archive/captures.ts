import { basename } from 'node:path';
import type { FetchLimits } from '../limits.ts';
import { type ArchiveNote, NOTE_FIELD, parseNote } from './note.ts';
import type { ArchiveFault } from './pieces.ts';
import type { WarcRecord } from './warc-record.ts';
import { isFault, readRecords } from './warc-records.ts';

/** An answer in an archive, with what Marsad noted beside it where Marsad wrote it. */
export interface Capture {
  readonly record: WarcRecord;
  readonly note: ArchiveNote | undefined;
}

/** Records that hold an answer (ISO 28500, 6.3 and 6.4); revisits hold none, being repetitions. */
const ANSWERS: ReadonlySet<string | undefined> = new Set(['response', 'resource']);

/** Beside the body: the largest header, and chunks that make a body a little larger. */
const BESIDE_BODY = 1.05;

/**
 * The answers of an archive file in their order, one in memory at a time. Requests, other writers'
 * metadata, revisits and conversions are skipped.
 * @throws the system's error where the file cannot be opened or read
 */
export async function* readCaptures(
  path: string,
  limits: FetchLimits,
): AsyncGenerator<Capture | ArchiveFault> {
  let held: WarcRecord | undefined;
  const mostBytes = limits.bodyBytes * BESIDE_BODY + limits.headerBytes;
  for await (const found of readRecords(path, { isWanted, mostBytes })) {
    const isAnswer = !isFault(found) && ANSWERS.has(found.fields.get('warc-type'));
    if (isFault(found)) yield found;
    else if (isAnswer) {
      // The note of an answer follows it: without one it is given when the next answer comes.
      if (held) yield withoutNote(held);
      held = found;
    } else if (held && noteOf(found, held)) {
      yield { record: held, note: noteOf(found, held) };
      held = undefined;
    }
  }
  if (held) yield withoutNote(held);
}

/** Without its note an answer of ours would be read without what its link said, so it is a fault. */
function withoutNote(record: WarcRecord): Capture | ArchiveFault {
  const { file, offset, fields } = record;
  if (!fields.has(NOTE_FIELD.toLowerCase())) return { record, note: undefined };
  return { file, offset, reason: 'what was noted beside the answer is lost' };
}

function isWanted(fields: ReadonlyMap<string, string>): boolean {
  const type = fields.get('warc-type');
  const isNote = type === 'metadata' && fields.get('content-type') === 'application/json';
  return isNote || ANSWERS.has(type);
}

function noteOf({ fields, block }: WarcRecord, answer: WarcRecord): ArchiveNote | undefined {
  const isIts = fields.get('warc-refers-to') === answer.fields.get('warc-record-id');
  return isIts && block ? parseNote(block) : undefined;
}

/** The name of a capture's place, as `fetch.archive` of a record has it. */
export function placeOf({ record: { file, offset } }: Capture): string {
  return `${basename(file)}:${offset}`;
}

/** The address that a capture is of; angle brackets are an old reading of the grammar (4, "uri"). */
export function urlOf({ record: { fields } }: Capture): string {
  return (fields.get('warc-target-uri') ?? '').replace(/^<|>$/gu, '');
}
