import { type ArchiveFault, readPieces } from './pieces.ts';
import { type RecordParser, recordParser } from './record-parser.ts';
import type { RecordChoice, WarcRecord } from './warc-record.ts';

/** True for what could not be read. */
export function isFault<T extends object>(found: T | ArchiveFault): found is ArchiveFault {
  return 'reason' in found && !('fields' in found);
}

/**
 * The records of a WARC 1.0 or 1.1 file in their order, one in memory at a time. What is broken is
 * a fault with its place, and the rest is still read.
 *
 * `warcio`, which writes our files, reads over a broken or cut member without a word and holds a
 * header of any length in memory; so the framing is read here.
 * @throws the system's error where the file cannot be opened or read
 */
export async function* readRecords(
  path: string,
  choice: RecordChoice,
): AsyncGenerator<WarcRecord | ArchiveFault> {
  const parser = recordParser(path, choice);
  let held: WarcRecord | undefined;
  let told = -1;
  for await (const found of foundIn(path, parser)) {
    if (isFault(found)) {
      // A member's checksum stands at its end: what was read of it before is not to be trusted.
      if (held && held.offset !== found.offset) yield held;
      held = undefined;
      if (found.offset !== told) yield found;
      told = found.offset;
    } else {
      if (held) yield held;
      held = found;
    }
  }
  if (held) yield held;
}

async function* foundIn(
  path: string,
  parser: RecordParser,
): AsyncGenerator<WarcRecord | ArchiveFault> {
  for await (const piece of readPieces(path)) {
    if (isFault(piece)) {
      parser.lose();
      yield piece;
    } else yield* parser.take(piece);
  }
  yield* parser.end();
}
